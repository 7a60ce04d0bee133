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
coffee-room-unread-threads = { $count ->
    [one] thread with something new
   *[other] threads with something new
}
coffee-room-crumbs = You are here
coffee-room-pages = Pages
coffee-room-page-newest = Newest
coffee-room-page-older = Older
coffee-room-page-previous = Previous
coffee-room-page-next = Next
coffee-room-empty = It is still quiet in here. The coffee is hot, and the first word is yours.
coffee-room-closed-room = This room is closed. Its threads can be read, but nothing new can be written.

## What people are told
coffee-room-kind-threads = New threads in rooms I follow
coffee-room-mailed-threads =
    { $count ->
        [one] A new thread in a room you follow
       *[other] { $count } new threads in rooms you follow
    }
coffee-room-told-thread = A new thread in { $room }: “{ $title }”
coffee-room-told-thread-untitled = A new thread in { $room }
coffee-room-kind-words = Posts with a word I follow
coffee-room-mailed-words =
    { $count ->
        [one] A post with a word you follow
       *[other] { $count } posts with a word you follow
    }
coffee-room-told-words =
    { $count ->
        [one] A word you follow came up in “{ $title }”
       *[other] A word you follow came up in { $count } posts in “{ $title }”
    }
coffee-room-told-words-untitled = A word you follow came up in { $room }
coffee-room-follow = Follow
coffee-room-followed = You follow this thread.
coffee-room-leave = Stop following
coffee-room-mute = Mute
coffee-room-muted = Muted: you are told nothing of this thread.
coffee-room-unmute = Unmute
coffee-room-room-follow = Follow this room
coffee-room-room-followed = You are told of new threads.
coffee-room-follows = What I follow
coffee-room-follows-lead = You are told of these. Nobody else sees what you follow.
coffee-room-follows-words = Words
coffee-room-follows-no-words = You follow no words yet.
coffee-room-follows-word = Word
coffee-room-follows-word-hint = Any form will do: following wage finds wages too.
coffee-room-follows-add = Follow this word
coffee-room-follows-rooms = Rooms
coffee-room-follows-no-rooms = You follow no room. There is a button for it on each room’s page.
coffee-room-follows-threads = Threads
coffee-room-follows-no-threads = You follow no thread.
coffee-room-follows-own-on = You begin to follow a thread when you start it or answer in it.
coffee-room-follows-own-off = You follow only the threads in which you press Follow.
coffee-room-follows-own-stop = Do not follow by itself
coffee-room-follows-own-start = Follow threads I write in
coffee-room-follow-one-word = Write one word. You can add several, one at a time.
coffee-room-follow-too-many = You can follow at most { $most } words. Remove one first.
flash-coffee-room-following = You will be told.
flash-coffee-room-left = You will no longer be told of it.
flash-coffee-room-muted = Muted. You can unmute it whenever you like.
coffee-room-kind-mentions = Mentions of me
coffee-room-mailed-mentions =
    { $count ->
        [one] You were mentioned in a post
       *[other] You were mentioned in { $count } posts
    }
coffee-room-told-mention = You were mentioned in “{ $title }”
coffee-room-told-mention-untitled = You were mentioned in { $room }
coffee-room-kind-quotes = Quotes of my posts
coffee-room-mailed-quotes =
    { $count ->
        [one] A post of yours was quoted
       *[other] Your posts were quoted { $count } times
    }
coffee-room-told-quote = Your post was quoted in “{ $title }”
coffee-room-told-quote-untitled = Your post was quoted in { $room }
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
## Keeping the rooms
coffee-room-topics = Rooms by topic
coffee-room-chapters = Rooms of the chapters
coffee-room-for-roles = Rooms for those with a role
coffee-room-open-to = Who may enter:
coffee-room-seen-in-room = Who will see this: those who may enter this room, and its moderators
coffee-room-keeping = Rooms
coffee-room-keeping-lead = Here you add rooms to the coffee room, name and describe them, put them in order, close them, and say who may enter.
coffee-room-room = Change the room
coffee-room-room-new = Add a room
coffee-room-room-name-fi = Name in Finnish
coffee-room-room-name-sv = Name in Swedish
coffee-room-room-name-en = Name in English
coffee-room-room-about-fi = What it is for, in Finnish
coffee-room-room-about-sv = What it is for, in Swedish
coffee-room-room-about-en = What it is for, in English
coffee-room-room-kind = What kind of room is it?
coffee-room-room-kind-topic = A room for a topic
coffee-room-room-kind-region = A room of a region
coffee-room-room-kind-chapter = A room of a chapter
coffee-room-room-open-to = Who may enter?
coffee-room-room-open-to-hint = If you choose a role, the room is neither shown to others nor found by them. Those who moderate the room always may enter.
coffee-room-room-open-to-everybody = Members, and guests where a thread is opened to them
coffee-room-room-open-to-members = Members only
coffee-room-room-state = May people write in the room?
coffee-room-room-state-open = Yes, the room is open
coffee-room-room-state-closed = No, the room is closed; its threads can still be read
coffee-room-room-save = Save the room
coffee-room-room-stale = Somebody else changed the room after you opened it. Look at what they saved, then save yours if it is still right.
coffee-room-room-meanwhile = Saved meanwhile
coffee-room-room-up = Move { $room } up
coffee-room-room-down = Move { $room } down
flash-coffee-room-room-added = The room was added.
flash-coffee-room-room-changed = The room was saved.
flash-coffee-room-room-moved = The order was changed.
audit-room-added = A room was added
audit-room-changed = A room was changed
audit-room-moved = A room was moved

## Tags
coffee-room-tags = Tags
coffee-room-tags-lead = Words that a thread is found by. Whoever starts a thread chooses up to three of them.
coffee-room-tags-none = There are no tags yet.
coffee-room-tags-link = Change the tags
coffee-room-tags-save = Save the tags
coffee-room-tags-seen = Who will see this: everybody who may read the thread
coffee-room-thread-tags = Tags of the thread
coffee-room-thread-tags-tags = Which words fit?
coffee-room-thread-tags-tags-hint = Three at most.
coffee-room-thread-new-tags = Tags (optional)
coffee-room-thread-new-tags-hint = Three at most. Others find the thread by them.
coffee-room-too-many-tags = Choose { $most } tags at most.
coffee-room-tag-gone = One of the tags is not there any more. Choose again.
coffee-room-tag-lead = Threads with this tag, the newest first.
coffee-room-tag-empty = No thread has this tag yet.
coffee-room-tag = Change the tag
coffee-room-tag-new = Add a tag
coffee-room-tag-name-fi = In Finnish
coffee-room-tag-name-sv = In Swedish
coffee-room-tag-name-en = In English
coffee-room-tag-room = For which room?
coffee-room-tag-every-room = For every room
coffee-room-tag-no-room = Choose a room from the list.
coffee-room-tag-taken = There is such a tag already.
coffee-room-tag-stale = Somebody else changed the tag after you opened it. Look at what they saved, then save yours if it is still right.
coffee-room-tag-save = Save the tag
coffee-room-tag-uses = { $count ->
    [0] No thread has this tag.
    [one] { $count } thread has this tag.
   *[other] { $count } threads have this tag.
}
coffee-room-tag-remove = Remove the tag
coffee-room-tag-remove-link = Remove
coffee-room-tag-remove-lead = This can’t be undone.
coffee-room-tag-remove-into = Which tag do the threads get in its place?
coffee-room-tag-remove-into-none = None
coffee-room-tag-remove-do = Remove the tag
coffee-room-deed-tag = The tags of a thread were changed
flash-coffee-room-tagged = The tags were saved.
flash-coffee-room-tag-added = The tag was added.
flash-coffee-room-tag-changed = The tag was saved.
flash-coffee-room-tag-removed = The tag was removed.
audit-tag-added = A tag was added
audit-tag-changed = A tag was changed
audit-tag-removed = A tag was removed

## Moving, joining, splitting
coffee-room-post-moved = A moderator moved this post to another thread.
coffee-room-post-moved-to = Go to the post
coffee-room-thread-joined = A moderator joined another thread here:
coffee-room-moved = This thread was joined to another one
coffee-room-moved-lead = Nothing was lost: each post stands in the thread below, and old addresses lead to it.
coffee-room-moved-post = Post { $count }
coffee-room-move = Move to another room
coffee-room-move-lead = The thread keeps its address and all its posts. You can move it back at any time.
coffee-room-move-guests = This thread is open to guests. In a room for members only, guests will not see it.
coffee-room-move-nowhere = You moderate no other room that it could be moved to.
coffee-room-move-room = To which room?
coffee-room-move-words = Why?
coffee-room-move-do = Move the thread
coffee-room-move-same = The thread is in that room already.
coffee-room-join = Join to another thread
coffee-room-join-lead = All posts of this thread go to the end of another one. First choose that one.
coffee-room-join-into = Number or address of the other thread
coffee-room-join-into-hint = The address as it stands in the browser, such as /coffee-room/threads/12
coffee-room-join-find = Go on
coffee-room-join-alike = Threads with a similar title
coffee-room-join-unknown = There is no such thread that you moderate. Look at the address again.
coffee-room-join-itself = A thread can’t be joined to itself.
coffee-room-join-ask = This can’t be undone by a button. Posts can be split off again later.
coffee-room-join-what = To be joined
coffee-room-join-behind = After the last post of
coffee-room-join-posts = { $count ->
    [one] { $count } post
   *[other] { $count } posts
}
coffee-room-join-guests = Guests will not see these posts any more, because the other thread is for members only.
coffee-room-join-words = Why?
coffee-room-join-do = Join the threads
coffee-room-split = Split posts off
coffee-room-split-lead = The posts that you choose become a thread of their own in the same room. A trace stays in their place, and old addresses lead to them.
coffee-room-split-nothing = There is nothing to split off on this page.
coffee-room-split-title = Title of the new thread
coffee-room-split-posts = Which posts?
coffee-room-split-rest = All posts after the last chosen one as well
coffee-room-split-words = Why?
coffee-room-split-do = Split off
coffee-room-split-none = Choose at least one post.
coffee-room-split-gone = One of the posts is not there any more. Choose again.
coffee-room-deed-move = A thread was moved to another room
coffee-room-deed-join = A thread was joined to another one
coffee-room-deed-split = Posts were split off into a thread of their own
flash-coffee-room-moved = The thread was moved.
flash-coffee-room-joined = The threads were joined.
flash-coffee-room-split = The posts are a thread of their own now.

## Bookmarks, questions, what is new
coffee-room-bookmark = Bookmark the post
coffee-room-bookmark-link = Bookmark
coffee-room-bookmark-note = A note to yourself (optional)
coffee-room-bookmark-note-hint = 300 characters at most.
coffee-room-bookmark-do = Save the bookmark
coffee-room-bookmark-remove = Remove the bookmark
coffee-room-bookmark-change = Change
coffee-room-bookmark-kept = Saved
coffee-room-bookmark-seen = Who will see this: only you
coffee-room-bookmarks = My bookmarks
coffee-room-bookmarks-lead = Posts that you want to find again. Nobody else sees these.
coffee-room-bookmarks-none = You have no bookmarks yet. Below each post there is a link Bookmark.
coffee-room-thread-new-asks = This is a question
coffee-room-thread-new-asks-hint = A question that stays without a reply is shown to those who answer.
coffee-room-answer = The answer
coffee-room-answer-lead = Does this post answer the thread? A link at its head then leads here.
coffee-room-answer-link = Mark as the answer
coffee-room-answer-do = Yes, this is the answer
coffee-room-answer-clear = This is not the answer after all
coffee-room-is-answer = the answer
coffee-room-deed-answer = The answer of a thread was changed
coffee-room-questions = Questions waiting for an answer
coffee-room-questions-lead = Nobody has replied to these yet. Perhaps you know, or know who does.
coffee-room-questions-none = There are no questions on this list just now.
coffee-room-questions-waiting = { $count ->
    [one] A question waits for an answer. Can you help?
   *[other] { $count } questions wait for an answer. Can you help?
}
coffee-room-news = New since you were here
coffee-room-news-lead = Threads in which you have something unread, the latest first.
coffee-room-news-none = You have read everything. Time for a coffee.
coffee-room-news-read-all = Mark all as read
coffee-room-news-read-room = Mark { $room } as read
flash-coffee-room-read = Marked as read.
flash-coffee-room-bookmarked = The bookmark is saved.
flash-coffee-room-bookmark-removed = The bookmark was removed.
flash-coffee-room-answer-marked = The post is marked as the answer.
flash-coffee-room-answer-cleared = The post is no longer marked as the answer.
setting-coffee-room-question-hours = Coffee room: hours after which a question without a reply is shown to those who answer

## Drafts
coffee-room-draft-save = Save as a draft
coffee-room-draft-saved = Draft saved
coffee-room-draft-guarded = Not kept as a draft: somebody could be recognised from this. You are asked about it before it is sent.
coffee-room-draft-from = This is your draft of
coffee-room-draft-discard = Discard the draft
coffee-room-draft-nowhere = A place that you can’t write in any more
coffee-room-draft-too-often = The draft is being saved too often. Wait a minute; your text is still in the field.
coffee-room-drafts = My drafts
coffee-room-drafts-lead = What you have begun to write. Nobody else sees these, moderators neither.
coffee-room-drafts-none = You have no drafts.
flash-coffee-room-draft-saved = The draft is saved.
flash-coffee-room-draft-discarded = The draft was discarded.
setting-coffee-room-draft-days = Coffee room: days for which a draft is kept

## Threads
coffee-room-unread = Unread
coffee-room-new-posts = { $count ->
    [one] new post
   *[other] new posts
}
coffee-room-replies = { $count ->
    [0] No replies yet
    [one] { $count } reply
   *[other] { $count } replies
}
coffee-room-open-to-guests = guests too
coffee-room-members-only = members only
coffee-room-pinned = pinned
coffee-room-closed = closed
coffee-room-question = question
coffee-room-to-answer = Go to the answer
coffee-room-moved-here = moved here
coffee-room-answered = answered
coffee-room-title-hidden = Title hidden
coffee-room-to-unread = { $count ->
    [one] Go to the new post
   *[other] Go to the new ones ({ $count })
}
coffee-room-news-offer = New posts: { $count }
coffee-room-news-look = Check for new posts
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
coffee-room-poll-changed = The post was edited after people had begun to vote.
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
coffee-room-poll-reworded = The poll has { $count } options. Keep as many in the same order, each on a line of its own, so that the votes stay where they are.
coffee-room-poll-days = A poll can be open for 1–{ $most } days.
coffee-room-poll-close = End the poll now
coffee-room-poll-close-hint = Once you end the poll nobody can vote any more, and the results are shown.
coffee-room-thread-new-poll = Kind of poll
coffee-room-thread-new-options = Options
coffee-room-thread-new-options-hint = One option a line.
coffee-room-thread-new-days = Days open
coffee-room-reply-poll = Kind of poll
coffee-room-reply-options = Options
coffee-room-reply-options-hint = One option a line.
coffee-room-reply-days = Days open
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
coffee-room-item-link = Moderate
coffee-room-hidden-post = A moderator has hidden this post.
coffee-room-hidden-mine = A moderator has hidden your post. Only you and the moderators see the text.
coffee-room-hidden-theirs = Hidden post. Only its writer and the moderators see the text.
coffee-room-taken-back = The writer has limited this post to members.
coffee-room-reason = Reason
coffee-room-reason-recognisable = the person assisted can be recognised
coffee-room-reason-personal-data = somebody’s name, address or other personal data can be seen
coffee-room-reason-rude = insulting, threatening or harassing
coffee-room-reason-advertising = advertising or repeated rubbish
coffee-room-reason-name = somebody’s name, which its writer left in
coffee-room-reason-rate = unusually many posts in a short time
coffee-room-reported-by-program = noticed by the program
coffee-room-reason-other = another reason

## Who sees it
coffee-room-audience-members = Members only
coffee-room-audience-guests = Guests too (a guest may be an assistant’s employer)
coffee-room-seen-by-members = Who will see this: members and moderators
coffee-room-seen-by-guests = Who will see this: members, moderators and guests. A guest may be an assistant’s employer.
coffee-room-seen-as-chosen = Who will see this: members and moderators, and guests if you choose so

## Writing
coffee-room-thread-new = Start a thread
coffee-room-thread-new-title = Title
coffee-room-thread-new-title-hint = Say in short what you want to talk about. 120 characters at most.
coffee-room-thread-new-body = Your post
coffee-room-thread-new-body-hint = Tell about your own work. Tell nothing that the person you assist could be recognised by. 20,000 characters at most; Markdown works.
coffee-room-thread-new-audience = Who may read it?
coffee-room-thread-new-audience-hint = If you open the thread to guests, each person who replies chooses whether guests see the reply.
coffee-room-thread-new-send = Start the thread
coffee-room-reply = Reply
coffee-room-reply-body = Your post
coffee-room-reply-body-hint = Tell about your own work. Tell nothing that the person you assist could be recognised by. 20,000 characters at most; Markdown works.
coffee-room-reply-audience = Who may read it?
coffee-room-reply-send = Send the post
coffee-room-to-reply = Reply at the end of the thread
coffee-room-preview = Preview
coffee-room-preview-do = Preview
coffee-room-preview-nothing = There is nothing to show in the post yet.
coffee-room-preview-mentions = You mention: { $names }

# The guard
coffee-room-guard = Somebody could be recognised from this
coffee-room-guard-lead = We have marked the places in your text. You decide what to do with them. Nothing has been sent, and nothing is kept of what you take out.
coffee-room-guard-found = The post has not been sent yet, because it could give somebody away. See the marked places.
coffee-room-guard-identity-code = an identity code belongs to one person alone.
coffee-room-guard-phone = a phone number leads to its owner.
coffee-room-guard-mail = a mail address often shows whose it is.
coffee-room-guard-iban = an account number belongs to one person alone.
coffee-room-guard-address = a street address leads to somebody’s home.
coffee-room-guard-name = a reader may know the person of this name.
coffee-room-guard-combination = a small place, health and working hours tell together who it is.
coffee-room-guard-neutral = The same without giving anybody away
coffee-room-guard-use = Use this text
coffee-room-guard-used = The new text is in the field now. Read it through and send it when it is good.
coffee-room-guard-self = I’ll change it myself
coffee-room-guard-waits = Sent as it is, the post waits for a moderator first.
coffee-room-guard-read = Sent as it is, the post is shown at once, and a moderator reads it, too.
coffee-room-guard-as-is = Send it as it is
coffee-room-guard-seen = Once sent, the post is seen by those chosen in the form.

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
coffee-room-history-shortened = Earlier versions are kept no longer, because something was taken out of the post by which somebody could have been recognised.
coffee-room-history-version = Version { $count }

## Pictures and documents
coffee-room-attach = Add a picture or document
coffee-room-attach-file = Picture or document
coffee-room-attach-file-hint = A picture (JPEG, PNG, WebP or GIF) or a document (PDF, text file, OpenDocument, Word, Excel or PowerPoint), 10 MB at most. We remove what a picture tells about place and device, and the names of those who made an office document. What a PDF tells about its maker we cannot remove. See that the person you assist, their home or anybody else cannot be recognised.
coffee-room-attach-description = What is it?
coffee-room-attach-description-hint = Tell about a picture to those who cannot see it: what is there, and why. For example: “A lifting belt with a cracked buckle.” For a document this is the title; we do not show the file’s own name.
coffee-room-attach-do = Add to the post
coffee-room-attached = Pictures and documents in the post
coffee-room-attached-remove = Remove from the post
coffee-room-reply-file = { coffee-room-attach-file }
coffee-room-reply-file-hint = { coffee-room-attach-file-hint }
coffee-room-reply-description = { coffee-room-attach-description }
coffee-room-reply-description-hint = { coffee-room-attach-description-hint }
coffee-room-thread-new-file = { coffee-room-attach-file }
coffee-room-thread-new-file-hint = { coffee-room-attach-file-hint }
coffee-room-thread-new-description = { coffee-room-attach-description }
coffee-room-thread-new-description-hint = { coffee-room-attach-description-hint }
coffee-room-edit-file = { coffee-room-attach-file }
coffee-room-edit-file-hint = { coffee-room-attach-file-hint }
coffee-room-edit-description = { coffee-room-attach-description }
coffee-room-edit-description-hint = { coffee-room-attach-description-hint }
coffee-room-file-missing = Choose a picture or document first.
coffee-room-description-missing = Say what is in the picture, and choose the file again. Without words it is nothing to those who listen to the page.
coffee-room-too-many-pictures = { $most ->
    [0] Pictures are not in use here.
    [one] A post can hold one picture.
   *[other] A post can hold { $most } pictures at most.
}
coffee-room-pictures-today = You have added as many pictures as one may in a day. Go on tomorrow; your text is safe here.
setting-coffee-room-pictures-per-post = Coffee room: pictures in one post at most (0: no pictures)
setting-coffee-room-pictures-per-day = Coffee room: pictures that one person may add in a day
coffee-room-too-many-documents = { $most ->
    [0] Documents are not in use here.
    [one] A post can hold one document.
   *[other] A post can hold { $most } documents at most.
}
coffee-room-documents-today = You have added as many documents as one may in a day. Go on tomorrow; your text is safe here.
coffee-room-attachment-gone = One of the pictures or documents is in another post already, or gone. Add it to this post again.
coffee-room-document-untitled = Document
setting-coffee-room-documents-per-post = Coffee room: documents in one post at most (0: no documents)
setting-coffee-room-documents-per-day = Coffee room: documents that one person may add in a day

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
coffee-room-report-edited = Part of the post was taken out

## Posts that wait
coffee-room-hold-guard = Somebody may be recognised by the text
coffee-room-hold-newcomer = One of a new writer's first posts
coffee-room-hold-rate = Unusually many at once, or the same text in many places
coffee-room-held-waiting = Waits for a moderator
coffee-room-held-approved = Was let into the room
coffee-room-held-declined = Was not let into the room
coffee-room-held-withdrawn = You took the text back
coffee-room-waiting-here = { $count ->
    [one] Your post in this thread waits for a moderator.
   *[other] { $count } of your posts in this thread wait for a moderator.
}
coffee-room-own = My matters in the coffee room
coffee-room-own-lead = What waits, what moderators have decided and what you can do. Only you see this.
coffee-room-own-waiting = Posts that wait or have waited
coffee-room-own-waiting-none = None of your posts waits for a moderator.
coffee-room-own-held = Your post waits
coffee-room-own-held-waits = A moderator reads the post before others do. Until then only you and the moderators see it.
coffee-room-own-held-withdraw = Take the post back
coffee-room-own-held-typed = The text as you typed it
coffee-room-own-held-post = See the post in the room
coffee-room-own-held-back = The text is in this form and nowhere else any more. Mend it and see how it looks, or leave it.
coffee-room-own-held-back-do = Go on writing
coffee-room-own-held-back-leave = Leave it
coffee-room-own-held-until = The text is kept for an appeal until
coffee-room-held-forgotten = A text that is not kept any more
coffee-room-held = A post that waits
coffee-room-held-look = Read and decide
coffee-room-held-reply = An answer in the thread
coffee-room-held-edit = A change to a post in the thread
coffee-room-held-stale = The post was changed or hidden after this change was sent. Do not let it in; the writer will see why.
coffee-room-already-withdrawn = The writer took the post back.
coffee-room-approve = Let it into the room
coffee-room-decline = Do not let it in
coffee-room-decline-lead = The writer sees the reason and your words, and keeps the text.
coffee-room-decline-reason = Why is the text not let in?
coffee-room-decline-words = Your words to the writer (optional)
coffee-room-decline-words-hint = Say kindly what should be different. Needed if you chose another reason.
coffee-room-decline-do = Do not let it in
coffee-room-deed-approve = A waiting post was let into the room
coffee-room-deed-decline = A waiting post was not let in
flash-coffee-room-held = Your post waits for a moderator. You will be told when it has been read.
flash-coffee-room-approved = The post is in the room now.
flash-coffee-room-declined = The post was not let in. The writer sees the reason.
flash-coffee-room-withdrawn = You took the post back. The text is among your drafts.
setting-coffee-room-newcomer-posts = Coffee room: first posts of a new writer that wait for a moderator (0 = none)

## Decisions, measures, appeals, practice
coffee-room-kind-decisions = Moderators' decisions about me
coffee-room-by-mail-guarded = The answer that you mailed has not been published yet, because it could give somebody away. See the marked places on the site and send it from there.
coffee-room-by-mail-mixed = The answer that you mailed has not been published yet, because the notification may be quoted in it with its addresses. Remove the quote on the site and send the answer from there.
coffee-room-by-mail-waits = The answer that you mailed waits for a moderator. You will be told when it has been read.
coffee-room-by-mail-kept = Your answer is kept as a draft.
coffee-room-mailed-decisions =
    { $count ->
        [one] A moderator's decision
       *[other] { $count } decisions of moderators
    }
coffee-room-told-approved = Your post was let into the room
coffee-room-told-appeal = Your appeal is decided
coffee-room-told-lifted = A measure about you was ended early
coffee-room-told-restored = Your post is shown again
coffee-room-told-decision = A moderator has decided something about you. Read the decision and its reason.
coffee-room-queue-to-sign = Waits for your signature
coffee-room-kind-proposals = Proposals of a trainee moderator whom I mentor
coffee-room-mailed-proposals =
    { $count ->
        [one] A trainee's proposal
       *[other] { $count } proposals of trainees
    }
coffee-room-told-proposal = Your trainee has proposed a decision. Read it and sign it if you agree.
coffee-room-kind-waiting = What waits for a moderator in the rooms I moderate
coffee-room-mailed-waiting =
    { $count ->
        [one] Something waits for you on the site
       *[other] { $count } things wait for you on the site
    }
coffee-room-told-waiting =
    { $count ->
        [one] Something waits for a moderator in your rooms
       *[other] { $count } things wait for a moderator in your rooms
    }
coffee-room-queue-kinds = What of the queue is shown
coffee-room-queue-kind-reports = Reports
coffee-room-queue-kind-held = Waiting posts
coffee-room-queue-kind-appeals = Appeals
coffee-room-keys = Keys
coffee-room-keys-text = j and k go to the next and the previous one. When one is chosen: Enter opens it, h hides, l leaves it as it is, y lets a waiting post in, n does not let it in, t takes it up, o opens the thread. All but Enter and o do the same on the page of the one.
coffee-room-claim = Take this up
coffee-room-claim-mine = You are looking at this
coffee-room-claim-theirs = { $name } is looking at this
coffee-room-claim-ends = This ends by itself after a quarter of an hour.
coffee-room-claim-ask = Ask first, before you take it over. It ends by itself after a quarter of an hour.
coffee-room-claim-over = Take it over
coffee-room-claim-release = Give it back
coffee-room-claim-taken = { $name } has just taken this up.
coffee-room-item-post = The post and what was said about it
coffee-room-around-before = Posts before this one
coffee-room-around-after = Posts after this one
coffee-room-record = The writer in the coffee room
coffee-room-record-since = First post
coffee-room-record-posts = { $count ->
    [one] { $count } post shown
   *[other] { $count } posts shown
}
coffee-room-record-hidden = { $count ->
    [0] No hidden posts
    [one] { $count } hidden post
   *[other] { $count } hidden posts
}
coffee-room-record-no-measures = No earlier measures
coffee-room-decided = What was decided about this
coffee-room-guide = Before you decide
coffee-room-guide-post = Can anybody recognise the assisted person, or somebody else? Then hide the post or take the name out at once. Does the post merely disagree, clumsily or angrily? It may stay. Think of what you would say to the writer at the coffee table.
coffee-room-guide-hide = Hide when somebody can be recognised, somebody is insulted, or it is advertising. Disagreeing is not enough. The writer sees the reason and your words, and can appeal.
coffee-room-guide-keep = A post may stay even if one does not like it. Say shortly why it keeps to the house rules. Whoever reported it sees only that it stayed.
coffee-room-guide-restore = Show it again if there was no reason to hide it, or if the reason is gone. Read first what was decided.
coffee-room-guide-held = Read the text as others would. If nobody can be recognised and it keeps to the house rules, let it in. The point is to protect, not to grade opinions.
coffee-room-guide-measure = Choose the mildest measure that is enough. Most often a warning is. A pause is for calming down; keeping somebody out comes last. Tell the writer what you hope for. Nobody is punished twice for the same thing.
coffee-room-guide-appeal = Look at it with new eyes. Was the reason right? Was the measure of the right size? When in doubt, overturn. Give reasons that both can understand.
coffee-room-guide-redact = Take out only what makes somebody recognisable, and leave the thought. Do not change opinions nor mend the language. The writer and the moderators see the earlier text.
coffee-room-guide-decline = Do not let it in only if somebody can be recognised, somebody is insulted, or it is advertising. Say what would have to change, so that the writer can try again. They keep their text, and can appeal.
coffee-room-guide-lift = End a measure when its aim is reached: the writer has understood, or the reason is gone. Tell them what you hope for from now on. If the measure was wrong from the start, say that too.
coffee-room-guide-steer = Close a thread when the matter is dealt with or the talk has turned into a quarrel, and say so first in the thread itself. A closed thread can still be read. Pin only what everybody in the room needs for now; a few at the top at most.
coffee-room-guide-move = Move a thread when those who could answer are in another room. Moving is no punishment: say kindly why. Old addresses lead to the new place.
coffee-room-guide-join = Join threads only if they ask the same thing. The posts stand in the order in which they were written, so look whether they can still be followed. Nothing can take them apart again but splitting.
coffee-room-guide-split = Split off what has become a talk of its own, so that both can be found. Take all posts that belong to it, and choose a title that its writers would recognise. It is no reproach: people wander off at every coffee table.
coffee-room-guide-opinion = Decide as if it took effect. Can somebody be recognised? Is somebody insulted? Disagreeing is not enough. Give your reason in a sentence that you would say to the writer.
coffee-room-advice-recognisable = Tell about your own work: what you did and thought. Change the place, the time and whatever else the assisted person could be recognised by.
coffee-room-advice-personal-data = Leave out names, addresses and numbers, of anybody.
coffee-room-advice-rude = You may disagree. Speak about the matter, not about the person.
coffee-room-advice-advertising = The coffee room is no notice board. Tell about an experience rather than a product.
coffee-room-advice-other = Read the moderator's words and the house rules.
coffee-room-redact = Take something out of the post
coffee-room-redact-lead = The post will say that a moderator edited it. The writer is told, and can appeal.
coffee-room-redact-title = Title
coffee-room-redact-body = The post as edited
coffee-room-redact-options = The options of the poll as edited
coffee-room-redact-options-hint = One option a line, in the same order. The votes stay.
coffee-room-redact-reason = Why is it taken out?
coffee-room-redact-words = Your words to the writer (optional)
coffee-room-redact-do = Save as edited
coffee-room-redact-seen = The same people see the post as before. Who will see your words: the writer and the moderators
coffee-room-redact-same = The post is as before. Take something out of it.
coffee-room-edited-by-moderator = edited by a moderator
coffee-room-deed-redact = A moderator took something out of a post
coffee-room-deed-warn = A writer was warned
coffee-room-deed-slow = A writer was slowed down
coffee-room-deed-pause = A writer was paused
coffee-room-deed-remove = A writer was kept out
coffee-room-deed-lift = A measure was ended early
coffee-room-deed-uphold = Appeal: the decision stands
coffee-room-deed-overturn = Appeal: the decision was overturned
coffee-room-all-rooms = All rooms
coffee-room-measure-warn = Warning
coffee-room-measure-slow = Slowed down
coffee-room-measure-pause = Pause from writing
coffee-room-measure-remove = Kept out
coffee-room-measure-in-force = in force
coffee-room-measure-from = From
coffee-room-measure-until = Until
coffee-room-measure-lifted = Ended early
coffee-room-until-lifted = Until a moderator decides otherwise
coffee-room-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
coffee-room-per-hour = { $count ->
    [one] One post an hour
   *[other] { $count } posts an hour
}
coffee-room-measure-own = You cannot decide about yourself. Another moderator does.
coffee-room-measure-length-missing = Choose how long it lasts.
coffee-room-measure-rate-missing = Choose how many posts an hour may be written.
coffee-room-measure-over = This is not in force any more.
coffee-room-measure-seen = Who will see this: the writer and the moderators. In the moderation log all members see what was done and why, not to whom.
coffee-room-paused = The moderators have paused you: you can read, not write. You see the reason and how long among your matters.
coffee-room-slowed = { $count ->
    [one] You can write one post an hour now. Wait a while, then send it again. Your text is still here.
   *[other] You can write { $count } posts an hour now. Wait a while, then send it again. Your text is still here.
}
coffee-room-kept-out-room = The moderators keep you out of this room. You see the reason and how long among your matters in the coffee room, and you can appeal.
coffee-room-author = Measures about the writer
coffee-room-author-kind = What is to be done?
coffee-room-author-kind-hint = Somebody paused may read but not write. Somebody kept out does not see the room.
coffee-room-author-where = Where?
coffee-room-author-days = How long?
coffee-room-author-days-hint = Not for a warning. Only keeping somebody out may last until it is ended.
coffee-room-author-rate = How often may they write?
coffee-room-author-rate-hint = Only for slowing down.
coffee-room-author-reason = Why?
coffee-room-author-words = Your words to the writer (optional)
coffee-room-author-words-hint = Say what you hope for. Needed if you chose another reason.
coffee-room-author-do = Decide so
coffee-room-lift = End the measure early
coffee-room-lift-words = Why?
coffee-room-own-decisions = Decisions about you
coffee-room-own-decisions-none = The moderators have decided nothing about you.
coffee-room-decision = A moderator's decision
coffee-room-decision-words = The moderator's words
coffee-room-appeal = Appeal
coffee-room-appeal-of = { $name } appeals
coffee-room-appeal-ask = Do you disagree?
coffee-room-appeal-lead = You can ask once that another moderator looks at it again. The decision holds until then.
coffee-room-appeal-until = Appeal by
coffee-room-appeal-words = Why should the decision be changed?
coffee-room-appeal-words-hint = In your own words, at most 1,000 characters.
coffee-room-appeal-do = Appeal
coffee-room-appeal-seen = Who will see this: the moderators, with your pseudonym
coffee-room-appeal-nobody = There is no other moderator now who could decide. Your appeal waits, and the administrator sees that it does.
coffee-room-appeal-waiting = Waits for another moderator
coffee-room-appeal-upheld = The decision stands
coffee-room-appeal-overturned = The decision was overturned
coffee-room-appeal-none = One cannot appeal against this.
coffee-room-appeal-once = You have appealed against this decision already.
coffee-room-appeal-undone = The decision is not in force any more.
coffee-room-appeal-late = An appeal was possible for 90 days.
coffee-room-appeal-party = Another moderator decides this: you have decided, reported or written it yourself.
coffee-room-verdict-verdict = What do you decide?
coffee-room-verdict-uphold = The decision stands
coffee-room-verdict-overturn = The decision is overturned
coffee-room-verdict-words = Reasons
coffee-room-verdict-words-hint = The writer and other moderators see them.
coffee-room-verdict-do = Decide
coffee-room-undecided = What nobody can decide
coffee-room-undecided-lead = None of the moderators there are may decide these, since they are parties. Give the role to somebody else. Whose they are and what they say is not shown here.
coffee-room-undecided-none = There is somebody to decide everything that waits.
coffee-room-undecided-do = Give the role of moderator
coffee-room-trust = Trust
coffee-room-trust-new = New in the coffee room
coffee-room-trust-known = Known in the coffee room
coffee-room-trust-trusted = Trusted in the coffee room
coffee-room-trust-new-lifts = A post with more than three links, and writing very fast, waits for a moderator. You can make five reports a day.
coffee-room-trust-known-lifts = Your posts do not wait because there are many. You can make 20 reports a day.
coffee-room-trust-trusted-lifts = You can write twice as fast as others, links are not counted, and you can make 50 reports a day.
coffee-room-trust-how = Trust grows when your posts stand and are thanked for, and falls with half a year away and with moderators' measures. After a break it comes back once you have written what is asked of somebody new. Nobody gives or takes it.
coffee-room-too-many-reports = You have made { $most } reports today. Go on tomorrow, or write to the union's office if it is urgent.
coffee-room-practice = Practice
coffee-room-practice-lead = In the first practice period a trainee's decisions are recorded and compared. In the second they are executed when the mentor signs them.
coffee-room-practice-own = Your own practice
coffee-room-practice-first = First practice period: decisions are recorded and compared
coffee-room-practice-second = Second practice period: decisions are executed when the mentor signs
coffee-room-practice-mentor = Mentor
coffee-room-practice-no-mentor = You have no mentor yet. Practice begins when a moderator becomes your mentor.
coffee-room-practice-free = No mentor yet
coffee-room-practice-stopped = { $name } no longer moderates here. Another moderator can go on as the mentor.
coffee-room-practice-agreement = Of one mind { $alike } / { $compared }
coffee-room-practice-trainees = Trainees
coffee-room-practice-none = There are no trainees in your rooms.
coffee-room-practice-to-sign = Waits for your signature
coffee-room-practice-opinions = Compared decisions
coffee-room-practice-take = Become the mentor
coffee-room-practice-go-on = Go on as the mentor
coffee-room-practice-begin-second = Begin the second period
coffee-room-practice-end = End the practice
coffee-room-practice-stale = The practice has changed meanwhile. Open the page again.
coffee-room-opinion = What would you decide?
coffee-room-opinion-lead = Your decision is recorded. It is compared with the moderator's, or your mentor signs it.
coffee-room-opinion-deed = Your decision
coffee-room-opinion-reason = Reason
coffee-room-opinion-reason-hint = Needed if you hide, take something out or do not let in.
coffee-room-opinion-words = Your words to the writer, or your reasons
coffee-room-opinion-do = Record
coffee-room-opinion-seen = Who will see this: your mentor and other moderators
coffee-room-opinion-mine = You have decided so
coffee-room-opinion-proposal = A trainee's proposal
coffee-room-opinion-sign = Sign and execute
coffee-room-opinion-redact = Open it for editing and sign
coffee-room-opinion-decided = The moderator decided
coffee-room-opinion-waits = waits
coffee-room-opinion-alike = alike
coffee-room-opinion-unlike = different
coffee-room-opinion-about = Open the matter
coffee-room-log-trainee = proposed by a trainee
flash-coffee-room-claim-taken = Another moderator has just taken this up.
flash-coffee-room-measured = Decided. The writer sees it among their matters.
flash-coffee-room-lifted = The measure has ended.
flash-coffee-room-appealed = Your appeal waits for another moderator.
flash-coffee-room-appeal-decided = The appeal is decided.
flash-coffee-room-redacted = It is taken out, and the writer is told.
flash-coffee-room-opinion = Your decision is recorded.
flash-coffee-room-signed = The proposal is executed in both names.
flash-coffee-room-practice = The practice is up to date.
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
coffee-room-apart-block-means = Block: as when muted, and they can’t mention or quote you either: your name is a plain word in what they write, and […] stands in place of your words. They can still read and answer what you write, since everybody in the coffee room reads the same threads. Moderation by a moderator reaches you all the same.
coffee-room-apart-seen = Only you see this. They are not told, though they may notice that a quote is left out.
coffee-room-apart-self = You can’t mute or block yourself.
coffee-room-folded = Folded: a post by { $name }. Show
flash-coffee-room-person-muted = Muted. Their posts are folded from now on.
flash-coffee-room-blocked = Blocked. Their posts are folded, and they can’t mention or quote you.
flash-coffee-room-apart-ended = You hear all of them again.

## Moderation
coffee-room-queue = Moderation queue
coffee-room-queue-lead = Everything that waits for a moderator, the oldest first. Another moderator handles your own posts, and those of people you have a case with.
coffee-room-queue-waiting = Waiting
coffee-room-queue-empty = The queue is empty. Pour yourself a coffee.
coffee-room-queue-reports = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
coffee-room-queue-open = Open the thread
coffee-room-own-post = This is your own post. Another moderator handles it.
coffee-room-held-found = Words by which somebody could be recognised
coffee-room-party = This is for another moderator. Nobody decides about somebody they have a case with: not the one who reported the post, not the one whose decision the writer has appealed against, and not when one of the two would rather hear less of the other.
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

# Feeds
coffee-room-feeds = Feeds
coffee-room-feeds-lead = With a feed you follow threads in a feed reader, without signing in each time. It shows only what you yourself may read on that day.
coffee-room-feeds-new = A new feed
coffee-room-feeds-follows = What the feed follows
coffee-room-feeds-name = Your name for it
coffee-room-feeds-name-hint = For example the device or program you read with: “phone”.
coffee-room-feeds-make = Make a feed
coffee-room-feeds-secret = The address is a secret: anybody who has it can read the feed. Do not pass it on.
coffee-room-feeds-made = Your feed is ready
coffee-room-feeds-copy = Copy the address to your feed reader now. We will not show it again.
coffee-room-feeds-yours = Your feeds
coffee-room-feeds-gone = You can’t read this any more
coffee-room-feeds-made-on = Made
coffee-room-feeds-used-on = last read
coffee-room-feeds-unused = not read yet
coffee-room-feeds-end = Remove
coffee-room-feeds-unknown = Choose from the list what the feed follows.
coffee-room-feeds-post = Post { $number }, { $author }
coffee-room-feeds-of-thread = Follow as a feed
flash-coffee-room-feed-ended = The feed is removed. Its address no longer works.

setting-coffee-room-posts-per-minute = Coffee room: posts that one person may write in a minute
setting-coffee-room-known-posts = Coffee room: posts that stand before their writer is known (each thanks counts as a post)
setting-coffee-room-known-days = Coffee room: days after the first post before its writer is known
setting-coffee-room-trusted-posts = Coffee room: posts that stand before their writer is trusted (each thanks counts as a post)
setting-coffee-room-trusted-days = Coffee room: days after the first post before its writer is trusted
setting-coffee-room-unread-days = Coffee room: days for which a new post is marked as unread
coffee-room-hidden-tag = Hidden
coffee-room-alike = These have been discussed already
coffee-room-search-start = Start a thread in the coffee room
coffee-room-search-choose = Choose a room and start a thread in the coffee room
