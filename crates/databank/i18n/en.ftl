# The databank: articles and dated facts.

databank-menu = Databank
databank-menu-editor = Editing the databank
setting-databank-soon-days = Tell editors of reviews and ending facts this many days ahead

## Reading

databank-title = Databank
databank-lead = Every fact has its source and its date. What is out of date is shown as out of date.
databank-topics = Topics
databank-all = All
databank-empty = There are no articles yet.
databank-questions = Questions and answers
databank-to-facts = All dated facts
databank-to-feed = New and changed articles as a feed (Atom)
databank-checked = Checked
databank-review-late = review is late
databank-only-fi = only in Finnish
databank-only-sv = only in Swedish
databank-only-en = only in English
databank-read-in-fi = There is no English text of this yet. You are reading it in Finnish.
databank-read-in-sv = There is no English text of this yet. You are reading it in Swedish.
databank-read-in-en = You are reading this in English.
databank-topic-agreement = Collective agreement
databank-topic-pay = Pay
databank-topic-time-and-leave = Working time and leave
databank-topic-sickness-and-safety = Sickness and safety
databank-topic-ending = When the work ends
databank-topic-secrecy = Secrecy
databank-topic-joining = Joining
databank-topic-trade = The trade
databank-review-by = To be reviewed by
databank-overdue = This page should have been checked again by now.
databank-overdue-lead = Most of it may still hold, but check with the union before you rely on it.
databank-out-of-time = What this page says does not hold today. See the days on which it holds.
databank-other-languages = Also in:
databank-edit = Edit
databank-print = Print
databank-versions = Earlier versions
databank-versions-title = Versions: { $title }
databank-versions-lead = Every text that has stood here, newest first.
databank-version-in-force = in force
databank-version-first = First version
databank-current-version = Current version
databank-past-version = This is an earlier version.
databank-past-version-saved = It was published on
databank-read-current = Read the current one

## Sources and dated facts

databank-sources = Sources and dates
databank-source = Source:
databank-applies = Applies to:
databank-back-to-text = Back to the text
databank-cite = Source { $number }
databank-cite-expired = Source { $number }, expired
databank-cite-superseded = Source { $number }, superseded
databank-valid-between = Valid { $from } – { $to }
databank-valid-from = Valid from { $from }
databank-valid-to = Valid until { $to }
databank-successor = Newer fact:
databank-successor-from = Newer fact from { $date }:
databank-fact-current = current
databank-fact-upcoming = not yet in force
databank-fact-expired = expired
databank-fact-superseded = superseded
databank-fact-ending = ends soon
databank-fact-expired-on = expired on { $date }
databank-fact-superseded-on = superseded on { $date }
databank-facts-title = Dated facts
databank-facts-lead = Each number and rule that our articles rest on: where it comes from, when it was checked, and when it holds.
databank-facts-filter = Show
databank-facts-current = Current
databank-facts-upcoming = Not yet in force
databank-facts-expired = Expired
databank-facts-superseded = Superseded
databank-facts-none = There are none.

## Editing

databank-editor-title = Editing the databank
databank-editor-articles = Articles
databank-editor-facts = Dated facts
databank-editor-reviews = To be reviewed
databank-editor-ageing = Old or ending facts that published articles cite
databank-editor-all = All articles
databank-editor-none = There are no articles yet. Write the first one.
databank-cited-in = Cited in:
databank-review-soon = review soon
databank-state-missing = Missing
databank-state-draft = Draft
databank-state-published = Published
databank-state-published-and-draft = Published, newer draft
databank-state-withdrawn = Withdrawn
databank-starting = Starting articles
databank-starting-lead = The program brings articles on the work of personal assistants, with their sources. Take in those that you do not have; what you have written or changed stays as it is.
databank-starting-take-in = Take in the starting articles
databank-audience-all = Seen by: everyone, also those not signed in
databank-audience-editors = Seen by: editors
databank-audience-text = A draft is seen by editors, a published text by everyone

databank-article-new = New article
databank-article-new-lead = First choose what it is about. Then you write the text, in one language at a time.
databank-article-slug = Address
databank-article-slug-hint = A few English words in small letters joined by hyphens, such as trial-period. It can't be changed later.
databank-article-kind = What it is
databank-article-topic = Topic
databank-article-write = Go on to the text
databank-article-settings = { $slug }: kind and topic
databank-kind-article = Article
databank-kind-question = Question and answer

databank-edit-title = Editing: { $title }
databank-edit-languages = Languages of the text
databank-see-public = See the page
databank-to-article-settings = Kind and topic
databank-text-title = Title
databank-text-title-hint = For a question: the question in a worker's own words.
databank-text-summary = In one sentence
databank-text-summary-hint = The sentence that answers the reader. It also stands in lists.
databank-text-body = Text
databank-text-body-hint = Markdown. Headings begin with ##. After a claim, cite its dated fact like this: [[fact:heta-notice]]. You find the keys under Dated facts.
databank-text-review-by = Review by
databank-text-review-by-hint = After this day readers are told that the page is waiting for its review.
databank-text-valid-from = Holds from (optional)
databank-text-valid-to = Holds until (optional)
databank-text-note = What changed
databank-text-note-hint = Readers see this among the versions. Needed when you change a published text.
databank-save-draft = Save draft
databank-preview = Preview
databank-preview-unknown = There are no such facts:
databank-publish = Publish
databank-withdraw = Withdraw…
databank-withdraw-title = Withdraw this text?
databank-withdraw-lead = Its page and its earlier versions vanish from the public at once, in this language. The text stays with the editors and can be published again.
databank-withdraw-do = Withdraw
databank-withdraw-seen = The version you saw
databank-withdraw-newer = Published meanwhile
databank-withdraw-stale = Somebody published a newer version after you opened this page. Both are shown below. Withdraw the text only if that is still right.
databank-compare-mine = Your version
databank-compare-current = Saved meanwhile

databank-fact-new = New dated fact
databank-fact-new-lead = One sentence that can stand alone, with its source and the day you checked it.
databank-fact-key = Key
databank-fact-key-hint = A few English words in small letters joined by hyphens, such as heta-notice. Articles cite the fact by it, so it can't be changed later.
databank-fact-statement-fi = Sentence in Finnish
databank-fact-statement-sv = Sentence in Swedish
databank-fact-statement-en = Sentence in English
databank-fact-applies-fi = Applies to, in Finnish (optional)
databank-fact-applies-sv = Applies to, in Swedish (optional)
databank-fact-applies-en = Applies to, in English (optional)
databank-fact-source = Source
databank-fact-source-hint = Name of the law, agreement, study or page.
databank-fact-source-url = Address of the source (optional)
databank-fact-source-date = Date of the source (optional)
databank-fact-source-date-hint = A day, a month or a year: 2025-10-06, 2025-10 or 2025.
databank-fact-checked = Checked
databank-fact-checked-hint = The day you opened the source and saw that it says so.
databank-fact-valid-from = Holds from (optional)
databank-fact-valid-to = Holds until (optional)
databank-fact-edit-lead = Correct here what was wrong or incomplete. When the matter itself changes, make a successor instead: then readers see what held before.
databank-fact-history = Versions
databank-citing = Published texts that cite this fact
databank-citing-none = No published text cites it.
databank-supersede = Make a successor
databank-supersede-title = A fact takes the place of this one
databank-supersede-lead = Write the new fact. The old one ends on the day before it begins, and is shown struck through with the new one in the texts that cite it.
databank-supersede-do = Save the successor

## What to mend

databank-not-a-slug = { $label }: use small letters a–z, digits and single hyphens, beginning with a letter.
databank-slug-reserved = “{ $slug }” is an address of the site itself. Choose another.
databank-slug-taken = There is an article at this address already. Choose another.
databank-key-taken = There is a fact with this key already. Choose another.
databank-not-a-day = { $label }: give a day that exists, such as 2025-10-06.
databank-not-a-source-date = { $label }: give a day, a month or a year, such as 2025-10-06, 2025-10 or 2025.
databank-day-ahead = { $label }: this day has not come yet.
databank-days-in-disorder = The last day comes before the first.
databank-not-a-link = Give an address that begins with https:// or http://, or leave it out.
databank-note-missing = Say in a few words what changed. Readers see it among the versions.
databank-fact-says-nothing = Write the sentence in at least one language.
databank-successor-too-early = The new fact must begin on a later day than the old one began.
databank-superseded-already = Another fact has taken the place of this one meanwhile. Open it before you go on.
databank-unknown-fact = These facts do not exist: { $keys }. Correct the key or add the fact first.
databank-stale = Somebody saved this meanwhile. Both versions are shown below. Put into yours what you want to keep of theirs, and send it again.

## Messages

flash-databank-saved = Saved.
flash-databank-draft-saved = The draft is saved.
flash-databank-published = The text is published.
flash-databank-withdrawn = The text is withdrawn.
flash-databank-superseded = The successor is saved, and the old fact has its last day.
flash-databank-taken-in = The starting articles are in the databank.
databank-search-expired = Expired
databank-search-upcoming = Not yet in force
databank-search-superseded = Superseded
