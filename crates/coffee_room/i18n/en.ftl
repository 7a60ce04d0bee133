### English texts of the coffee room: rooms, threads, posts, reports, moderation.

## Rooms
coffee-room-title = Coffee room
coffee-room-lead = Sit down. Here are the others who do the same work.
coffee-room-guest-notice = You are in your trial. You see the threads and posts that their writers have opened to guests. As a member you see everything.
coffee-room-regions = Rooms of the regions
coffee-room-newest = Latest talk
coffee-room-manners = The custom of the house
coffee-room-manners-text = The person you assist is not in the room. Tell nothing that they could be recognised by.
coffee-room-manners-link = Read the house rules
coffee-room-threads = { $count ->
    [0] No threads yet
    [one] { $count } thread
   *[other] { $count } threads
}
coffee-room-last = last
coffee-room-unread-threads = threads with something new
coffee-room-crumbs = You are here
coffee-room-pages = Pages
coffee-room-page-newest = Newest
coffee-room-page-older = Older
coffee-room-page-previous = Previous
coffee-room-page-next = Next
coffee-room-empty = It is still quiet in here. The coffee is hot, and the first word is yours.
coffee-room-closed-room = This room is closed. Its threads can be read, but nothing new can be written.

## Threads
coffee-room-unread = Unread
coffee-room-new-posts = new posts
coffee-room-replies = { $count ->
    [0] No replies yet
    [one] { $count } reply
   *[other] { $count } replies
}
coffee-room-open-to-guests = guests too
coffee-room-members-only = members only
coffee-room-pinned = pinned
coffee-room-closed = closed
coffee-room-title-hidden = Title hidden
coffee-room-to-unread = { $count ->
    [one] Go to the new post
   *[other] Go to the new ones ({ $count })
}
coffee-room-new-below = New posts
coffee-room-edited = edited
coffee-room-former-member = Former member
coffee-room-closed-thread = This thread is closed. It can be read, but not written in any more.

## Posts
coffee-room-edit-link = Edit
coffee-room-history-link = Earlier versions
coffee-room-report-link = Report
coffee-room-hide-link = Hide
coffee-room-restore-link = Show again
coffee-room-hidden-post = A moderator has hidden this post.
coffee-room-hidden-mine = A moderator has hidden your post. Only you and the moderators see the text.
coffee-room-hidden-theirs = Hidden post. Only its writer and the moderators see the text.
coffee-room-taken-back = The writer has limited this post to members.
coffee-room-reason = Reason
coffee-room-reason-recognisable = the person assisted can be recognised
coffee-room-reason-personal-data = somebody’s name, address or other personal data can be seen
coffee-room-reason-rude = insulting, threatening or harassing
coffee-room-reason-advertising = advertising or repeated rubbish
coffee-room-reason-other = another reason

## Who sees it
coffee-room-audience-members = Members only
coffee-room-audience-guests = Guests too (a guest may be an assistant’s employer)
coffee-room-seen-by-members = Who will see this: members and moderators
coffee-room-seen-by-guests = Who will see this: members, moderators and guests. A guest may be an assistant’s employer.
coffee-room-seen-as-chosen = Who will see this: members and moderators, and guests if you choose so

## Writing
coffee-room-thread-new = Open a thread
coffee-room-thread-new-title = Title
coffee-room-thread-new-title-hint = Say in short what you want to talk about. 120 characters at most.
coffee-room-thread-new-body = Your post
coffee-room-thread-new-body-hint = Tell about your own work. Tell nothing that the person you assist could be recognised by. 20,000 characters at most; Markdown works.
coffee-room-thread-new-audience = Who may read it?
coffee-room-thread-new-audience-hint = If you open the thread to guests, each person who replies chooses whether guests see the reply.
coffee-room-thread-new-send = Open the thread
coffee-room-reply = Reply
coffee-room-reply-body = Your post
coffee-room-reply-body-hint = Tell about your own work. Tell nothing that the person you assist could be recognised by. 20,000 characters at most; Markdown works.
coffee-room-reply-audience = Who may read it?
coffee-room-reply-send = Send the post
coffee-room-to-reply = Reply at the end of the thread
coffee-room-preview = Preview
coffee-room-preview-do = Preview
coffee-room-preview-nothing = There is nothing to show in the post yet.
coffee-room-cancel = Cancel
coffee-room-edit = Edit the post
coffee-room-edit-title = Title
coffee-room-edit-body = Your post
coffee-room-edit-body-hint = The post will be marked as edited. You and the moderators see the earlier text.
coffee-room-edit-audience = Who may read it?
coffee-room-edit-audience-hint = You can limit the post to members. After that it can’t be opened to guests again.
coffee-room-edit-send = Save the changes
coffee-room-edit-mine = Your version
coffee-room-edit-theirs = Present version
coffee-room-history = Earlier versions of the post
coffee-room-history-lead = Only the writer and the moderators see these. What was added is underlined, what was removed is struck through.
coffee-room-history-now = Present version
coffee-room-history-version = Version { $count }

## What to mend
coffee-room-title-too-short = Write a title of at least { $least } characters.
coffee-room-body-empty = There is nothing to read in the post. Write a few words.
coffee-room-too-fast = The posts are coming thick and fast. Take a breath, then send again. Your text is safe here.
coffee-room-edit-stale = The post was changed after you opened it. Compare the versions, mend your text if need be, and save again.
coffee-room-not-editable = This post can’t be edited any more: it is hidden, or the thread is closed.
coffee-room-reason-missing = Choose a reason.
coffee-room-words-missing = Say the reason in your own words.

## Reporting
coffee-room-report = Report the post
coffee-room-report-lead = A moderator reads your report and decides whether the post is hidden. The writer is not told who reported it. You find the decision on the page My reports.
coffee-room-report-reason = Why do you report it?
coffee-room-report-words = In your own words (optional)
coffee-room-report-words-hint = Needed only if you chose another reason. 1,000 characters at most.
coffee-room-report-send = Send the report
coffee-room-report-seen = Who will see this: the moderators, with your pseudonym
coffee-room-back-to-post = The post
coffee-room-not-reportable = This post can’t be reported: it is your own, or it is hidden already.
coffee-room-reports = My reports
coffee-room-reports-lead = Posts that you told the moderators about, and what became of them.
coffee-room-reports-none = You have not reported any posts.
coffee-room-report-sent = Sent
coffee-room-report-open = Waiting for a moderator
coffee-room-report-hidden = The post was hidden
coffee-room-report-kept = The post was left as it is

## People, and keeping them at a distance
coffee-room-person-me = This is you, as others see you here.
coffee-room-person-since = Here since
coffee-room-person-posts = Posts that you may read
coffee-room-person-standing = Standing
coffee-room-person-earlier = Earlier pseudonyms
coffee-room-person-rename = Change your pseudonym
coffee-room-person-wrong = Is something wrong?
coffee-room-person-wrong-text = If a post breaks the house rules, report it from the link below it. If it is the pseudonym itself, or how this person behaves, report their latest post and say so in your own words.
coffee-room-person-report = Report their latest post
coffee-room-person-deeds = What moderators have done
coffee-room-person-deeds-none = Moderators have done nothing about this person’s posts.
coffee-room-person-seal = Must it be known who this is?
coffee-room-person-seal-text = You see pseudonyms, never names. If somebody is in danger, you can ask a registrar or an administrator to find out together with you. The person is told.
coffee-room-person-seal-ask = Ask who this is
coffee-room-people = People I have muted or blocked
coffee-room-people-lead = Of these you hear less. You can take it back at any time.
coffee-room-people-none = You have not muted or blocked anybody. You can do so on a person’s page, which opens from their pseudonym in a thread.
coffee-room-apart = Would you rather hear less of them?
coffee-room-apart-mute = Mute
coffee-room-apart-mute-only = Mute only
coffee-room-apart-block = Block
coffee-room-apart-end = Hear all again
coffee-room-apart-muted = Muted
coffee-room-apart-blocked = Blocked
coffee-room-apart-mute-means = Mute: their posts are folded in threads, and you open one when you want to. You get no notices of what they write.
coffee-room-apart-block-means = Block: as when muted, and they can’t mention you either. They can still read and answer what you write, since everybody in the coffee room reads the same threads. Moderation by a moderator reaches you all the same.
coffee-room-apart-seen = Only you see this. They are not told.
coffee-room-apart-self = You can’t mute or block yourself.
coffee-room-folded = Folded: a post by { $name }. Show
flash-coffee-room-muted = Muted. Their posts are folded from now on.
flash-coffee-room-blocked = Blocked. Their posts are folded, and they can’t mention you.
flash-coffee-room-apart-ended = You hear all of them again.

## Moderation
coffee-room-queue = Moderation queue
coffee-room-queue-lead = Reported posts, the oldest first. Another moderator handles your own posts.
coffee-room-queue-waiting = Waiting
coffee-room-queue-empty = The queue is empty. Pour yourself a coffee.
coffee-room-queue-reports = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
coffee-room-queue-open = Open the thread
coffee-room-own-post = This is your own post. Another moderator handles it.
coffee-room-already-handled = Another moderator has already handled this.
coffee-room-hide = Hide the post
coffee-room-hide-reason = Why is the post hidden?
coffee-room-hide-reason-hint = Everybody who could read the post sees the reason.
coffee-room-hide-words = Your words to the writer (optional)
coffee-room-hide-words-hint = Say kindly what should have been different. Needed if you chose another reason.
coffee-room-hide-do = Hide
coffee-room-hide-seen = Who will see your words: the writer and the moderators
coffee-room-keep = Leave as it is
coffee-room-keep-words = Why may the post stay?
coffee-room-keep-words-hint = Whoever reported it will see that the post was left as it is.
coffee-room-keep-do = Leave as it is
coffee-room-restore = Show the post again
coffee-room-restore-words = Why is the post shown again?
coffee-room-restore-do = Show again
coffee-room-words-seen-by-moderators = Who will see your words: the moderators
coffee-room-steer = Close or pin
coffee-room-steer-door = May people write in the thread?
coffee-room-steer-place = Place in the room
coffee-room-steer-words = Why?
coffee-room-steer-do = Save
coffee-room-steer-seen = Who will see your words: members and moderators, in the moderation log
coffee-room-door-open = Yes, the thread is open
coffee-room-door-closed = No, the thread is closed
coffee-room-place-row = In its own place
coffee-room-place-top = Pinned on top
coffee-room-log = Moderation log
coffee-room-log-lead = What moderators did, when and why.
coffee-room-log-empty = There is nothing in the log yet.
coffee-room-deed-hide = A post was hidden
coffee-room-deed-keep = A post was left as it is
coffee-room-deed-restore = A post was shown again
coffee-room-deed-close = A thread was closed
coffee-room-deed-reopen = A thread was opened again
coffee-room-deed-pin = A thread was pinned
coffee-room-deed-unpin = A thread was unpinned

flash-coffee-room-reported = Thank you for telling us. A moderator will read your report.
flash-coffee-room-hidden = The post is hidden.
flash-coffee-room-kept = The post was left as it is.
flash-coffee-room-restored = The post is shown again.
flash-coffee-room-steered = Saved.

setting-coffee-room-posts-per-minute = Coffee room: posts that one person may write in a minute
setting-coffee-room-unread-days = Coffee room: days for which a new post is marked as unread
coffee-room-hidden-tag = Hidden
coffee-room-alike = These have been discussed already
