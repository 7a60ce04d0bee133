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

## What people are told
coffee-room-kind-posts = New posts in threads I follow
coffee-room-mailed-posts =
    { $count ->
        [one] A new post in a thread you follow
       *[other] { $count } new posts in threads you follow
    }
coffee-room-told-posts =
    { $count ->
        [one] A new post in “{ $title }”
       *[other] { $count } new posts in “{ $title }”
    }
coffee-room-told-posts-untitled =
    { $count ->
        [one] A new post in a thread you follow in { $room }
       *[other] { $count } new posts in a thread you follow in { $room }
    }

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
# Polls
coffee-room-poll = Poll
coffee-room-poll-add = Add a poll
coffee-room-poll-none = no poll
coffee-room-poll-single = choose one
coffee-room-poll-several = choose one or more
coffee-room-poll-ranked = put in order
coffee-room-poll-voters = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
coffee-room-poll-open-until = open until
coffee-room-poll-closed = The poll has ended.
coffee-room-poll-hidden = Results are shown once five people have voted or the poll has ended, so that nobody’s vote can be worked out.
coffee-room-poll-vote = Vote
coffee-room-poll-voted = You have voted in this poll. A vote can’t be changed, since nobody knows which one is yours.
coffee-room-poll-send = Send your vote
coffee-room-poll-seen = your vote is anonymous to everybody
coffee-room-poll-choice = Your vote
coffee-room-poll-rank = Give each a place: 1 is the best
coffee-room-poll-choose-one = Choose one option.
coffee-room-poll-choose-some = Choose at least one option.
coffee-room-poll-rank-all = Give each option a place of its own.
coffee-room-poll-options = Write { $least }–{ $most } different options, each on a line of its own.
coffee-room-poll-long = An option may have at most { $most } characters.
coffee-room-poll-days = A poll can be open for 1–{ $most } days.
coffee-room-poll-close = End the poll now
coffee-room-poll-close-hint = After that nobody can vote any more, and the results are shown.
coffee-room-thread-new-poll = Kind of poll
coffee-room-thread-new-options = Options
coffee-room-thread-new-options-hint = One option a line.
coffee-room-thread-new-days = Open for days
coffee-room-reply-poll = Kind of poll
coffee-room-reply-options = Options
coffee-room-reply-options-hint = One option a line.
coffee-room-reply-days = Open for days
flash-coffee-room-voted = Thank you for your vote.
flash-coffee-room-poll-closed = The poll has ended.
# Signs and quotes
coffee-room-reactions = Signs
coffee-room-reaction-thanks = thank you
coffee-room-reaction-same = I know this too
coffee-room-reaction-strength = strength to you
coffee-room-reaction-smile = made me smile
coffee-room-reaction-mine = From you: { $sign }
coffee-room-quote-link = Quote
coffee-room-quote = Quote
coffee-room-quote-members = You are quoting a post that only members can read. Send your reply to members only, or take the quote out.
coffee-room-no-reaction = You can’t give a sign to this post: it is your own, or it is no longer shown.
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
