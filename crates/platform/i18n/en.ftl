### English texts: frame, errors, forms, signing in, one's own data, administration.

## Frame
skip-to-content = Skip to content
menu-main = Main menu
menu-work = Work
menu-language = Language
menu-about = About the service
menu-privacy = Privacy
menu-house-rules = House rules
menu-accessibility = Accessibility
menu-account = My details
menu-admin = Administration
foot-line = Kafferum – the coffee room for people who work alone.
sign-in = Sign in
sign-out = Sign out

standing-visitor = Visitor
standing-guest = Guest
standing-trial-over = Trial over
standing-member = Member
standing-leaver = Former member
standing-staff = Union staff

demo-bar = Demonstration
demo-move-clock = Move the clock forward
demo-day-1 = +1 day
demo-day-14 = +14 days
demo-day-30 = +30 days
demo-panel = Demonstration controls
demo-mail = Mails sent

## Error pages
error-not-found = There is no such page
error-not-found-lead = The address may have changed, or the page is only for those it is meant for.
error-refused = This did not work
error-signed-out = You are no longer signed in
error-signed-out-lead = Your session ended, so nothing was saved. Sign in again and send it then.
error-door-closed = The door is closed now
error-door-closed-lead = The coffee room is open to members and during the trial. The public pages are always open to you, and as a member you get your seat at the table back.
error-kept-out = You are kept out of the coffee room for now
error-kept-out-lead = The moderators have decided so. You see the decision, its reason and how long it lasts among your matters, and you can ask another moderator to look at it again.
error-to-own-matters = My matters in the coffee room
error-not-yours = This page is for others
error-not-yours-lead = The page belongs to a role that you do not have. If you should have it, ask an administrator.
error-fault = Something went wrong here
error-fault-lead = The fault is ours, not yours. Try again in a moment. If it keeps happening, tell us the reference number.
error-reference = Reference number
error-send-again = Send again
error-typed = What you typed
error-typed-lead = Nothing was saved. You can copy your text from here.
error-to-front = To the front page
error-to-sign-in = Sign in
error-to-join = Join the union
error-to-databank = To the databank

## Pictures that are sent
picture-too-large = The file is too large: { $megabytes } MB at most. Choose a smaller size for a picture, or take a screenshot of it; divide a document.
picture-too-many-points = The picture is too large to open: { $megapixels } megapixels at most. Choose a smaller size, or take a screenshot of the picture.
picture-too-narrow = The picture is so long and narrow that nothing could be seen in it. Crop it and try again.
picture-heic = This is a HEIC picture, which many devices cannot show. Save it as JPEG, or take a screenshot of it. On an iPhone: Settings › Camera › Formats › Most Compatible.
picture-unknown-kind = This is not a picture that we know. Send a JPEG, PNG, WebP or GIF.
picture-broken = The picture cannot be opened: its file is broken or cut off. Save it anew or choose another one.
picture-busy = Many files are being sent just now. Try again in a moment.
document-unknown-kind = This is neither a picture nor a document that we know. Send a picture (JPEG, PNG, WebP, GIF) or a document (PDF, text file, .odt, .ods, .odp, .docx, .xlsx, .pptx).
document-lies = By what is in it the file is { $kind }, but its name says something else. Save it anew with the program that it was made with.
document-text = There are characters in the text file that we cannot read. Save it as UTF-8.
document-locked = The document is locked with a password, or in an old format (.doc, .xls, .ppt). Save it without a password in a present format, or as PDF.
document-program = There is a program in the document, such as a macro, or another file embedded in it. Save it without them, as PDF for example.
document-calls = When opened, the document would fetch something from elsewhere, such as a picture or a template, and tell of its readers. Save it as PDF, or put the picture into the document itself.
document-bomb = The document unpacks to too much. Save it smaller, or in parts.
document-broken = The document cannot be opened: its file is broken or cut off. Save it anew or choose another one.

## Forms
form-error = Error
form-errors = { $count ->
    [one] One thing still needs mending
   *[other] { $count } things still need mending
}
form-required = Fill this in: { $label }
form-too-long = { $label }: at most { $longest } characters. This has { $length }.
form-odd-characters = { $label }: remove the unusual characters, which we cannot store.
form-too-large = What you sent is too large. Shorten the text or choose a smaller file.
form-broken-off = The sending broke off on its way. Try again.
form-wrong-kind = We cannot read what was sent. Open the form again and send it from there.
form-broken-encoding = What was sent held characters that we cannot read. Open the form again and send the text from there.
form-out-of-date = The form had been open for too long, or your sign-in had changed. Check it and send it again.
form-unknown-field = What was sent held a field that the form does not have. Nothing was saved.
form-foreign = This was not sent from a form of this site. Nothing was saved. If you wrote it yourself, go back, copy your text and open the page again.
too-many-tries = Too many attempts. Wait 15 minutes, then try again.

password-too-short = The password needs at least { $least } characters. Three or four words in a row are good.
password-too-long = The password is too long. Shorten it.
password-too-usual = Passwords like this are guessed first. Think of another, for example three words that have nothing to do with you.

feeds-too-many = You have { $most } feeds already. First remove one that you do not read.
# Web push
push-tab = Notifications
push-title = Notifications on your devices
push-lead = Your phone or computer can tell you that there is something new for you while the site is not open. The notification does not say what it is about, only that there is something new.
push-none = No device tells you of news yet.
push-devices = Devices that tell you
push-since = Added
push-remove = Remove
push-add-title = This device
push-add = Tell me on this device
push-audience = Everybody who sees the screen of the device sees the notification. It says only: “There is something new for you”.
push-needs-script = This browser can’t show notifications, or JavaScript is turned off in it. On an iPhone the site must first be added to the Home Screen.
push-refused = The browser did not allow notifications. You can allow them in its settings. Then try again.
push-sign-out = When you sign out on a device, it no longer tells you.
push-not-possible = The browser gave an address for notifications that we can’t use. Try again, or use another browser.
push-something-new = There is something new for you
flash-push-added = This device now tells you when there is something new for you.
flash-push-removed = The device no longer tells you.

setting-not-a-number = Type a whole number from { $least } to { $most }.
setting-not-below = This must be less than { $number } ({ $other }).
setting-not-above = This must be more than { $number } ({ $other }).
setting-not-a-line = Type one line of at most 200 characters.
setting-not-a-choice = Choose one from the list.
setting-unknown-place = The text holds the place { $place }, which we cannot fill in. You can use these: { $places }.

## Settings
setting-union-name = Name of the union
setting-sender-name = Name of the sender of mails
setting-sender-address = Address of the sender of mails
setting-default-language = Language of the pages when the reader's is not known
setting-union-contact = How to reach the union, shown on pages
setting-union-regions = The union's regions, separated by commas; empty means the regions of Finland
setting-live-lines = Open pages: how many are told of news at once, per server
setting-error-door-closed = Closed door: heading
setting-error-door-closed-lead = Closed door: text
setting-platform-reset-mail-subject = Mail with a new password: subject
setting-platform-reset-mail-body = Mail with a new password: text
setting-platform-email-mail-subject = Change of mail address: subject of the mails
setting-platform-email-confirm-mail-body = Change of mail address: confirmation to the new address
setting-platform-email-asked-mail-body = Change of mail address: the old address is told of the request
setting-platform-email-taken-mail-body = Change of mail address: the new one has an account already
setting-platform-email-changed-mail-body = Change of mail address: the old address is told of the change

platform-reset-mail-subject = New password
platform-reset-mail-body =
    Hello { $name }

    You asked for a new password. Choose it here:
    { $link }

    The link works for { $hours } hour and only once.

    If you did not ask for a new password, you need not do anything. Your old password still works.
platform-email-mail-subject = Your e-mail address
platform-email-confirm-mail-body =
    Hello

    Somebody, probably you, would like to sign in with this address. Confirm the address here:
    { $link }

    The link works for { $hours } hour and only once. Until then nothing changes.

    If you did not ask for this, you need not do anything.
platform-email-asked-mail-body =
    Hello

    Somebody, probably you, asked to sign in to your account with an address other than this one. Nothing changes until the new address is confirmed by the link that was sent there.

    If you did not ask for this, somebody else knows your password. Change it at once, and the link stops working:
    { $link }
platform-email-taken-mail-body =
    Hello

    Somebody, probably you, asked to have this address for another account. The address has an account already, so nothing changed.

    Sign in here:
    { $link }

    If you did not ask for this, you need not do anything.
platform-email-changed-mail-body =
    Hello

    This address is no longer one to sign in with: another has taken its place.

    If you did not mean that to happen, tell us at once. How to reach us stands here:
    { $link }

## Words in common
save = Save
saved-meanwhile = Saved meanwhile
cancel = Cancel
crumbs = Breadcrumbs
pages = Pages
not-a-mail-address = Type the whole e-mail address, for example name@example.org.
phone-wrong = Type the phone number in digits, for example 040 123 4567.
postal-code-wrong = Type the postal code, for example 00530.
region-choose = Choose a region
region-unknown = Choose a region from the list.
language-unknown = Choose one of the languages.
flash-saved = Saved.
flash-signed-out = You have signed out.
flash-password-changed = The new password is in use. Other devices were signed out.
flash-email-asked = Look at the mail of your new address. The address changes when you open the link we sent there.
flash-email-changed = You now sign in with the new address. Other devices were signed out.
flash-pseudonym-changed = Your pseudonym has changed.
flash-session-ended = The session was ended.
flash-set-up = The site is ready. Welcome!
flash-role-given = The role was given.
flash-role-ended = The role was ended.
flash-job-revived = The work will be tried again.

## Signing in
sign-in-title = Sign in
sign-in-lead = Welcome back.
sign-in-email = E-mail
sign-in-password = Password
sign-in-forgot = Forgot your password?
sign-in-first = First time here?
sign-in-recognise = I am a member of the union
sign-in-recognise-text = Open your account with your member number.
sign-in-register = I am not a member yet
sign-in-register-text = Try the coffee room free of charge.
sign-in-wrong = The e-mail address and the password do not belong together. Check both.
sign-in-wait-title = Wait a moment
sign-in-wait = Too many attempts.
sign-in-wait-until = You can try again on
sign-in-wait-link = No need to wait: ask for a link by e-mail and come in at once.
sign-in-mail-me = Mail me a link

password-forgot-title = New password
password-forgot-lead = We mail you a link that lets you choose a new password.
password-forgot-email = E-mail
password-forgot-email-hint = The address you sign in with.
password-forgot-send = Send the link
password-sent-title = Look at your e-mail
password-sent-lead = If we know the address, we have sent a link to it. It works for an hour and only once.
password-sent-wait = The mail usually comes within a few minutes. Look in the junk folder as well.
password-sent-again = Send a new link
password-reset-title = Choose a new password
password-reset-lead = Then you are in at once. Your other devices are signed out.
password-reset-whose = The password changes for the account
password-reset-password = New password
password-reset-password-hint = At least 12 characters. Three or four words in a row are easy to remember.
password-save = Save the password
password-gone-title = The link no longer works
password-gone-lead = The link works for an hour and only once. You can have a new one at once.
password-wrong = The password is not right.
password-same = Choose a password other than the present one.

## Pseudonym
pseudonym-length = A pseudonym has { $least }–{ $most } characters.
pseudonym-letters = Use letters, digits, spaces and the marks - _ . ' and begin with a letter or digit.
pseudonym-scripts = Use letters of one alphabet only.
pseudonym-office = The pseudonym looks like an office of the union or a removed account. Choose another.
pseudonym-own-name = The pseudonym holds your family name. Make up one that does not give you away.
pseudonym-taken = Somebody already goes by this pseudonym or by one that looks just like it. Choose another.

## My details
account-title = My details
account-lead = In the coffee room you are known by your pseudonym. The union's office sees your name.
account-tab = Details
account-change = Change
account-pseudonym = Pseudonym
account-standing = Where you stand
account-trial-until = The last day of your trial is
account-roles = Roles
account-language = Language
account-contact = Name and contact details
account-contact-audience = The union's office sees these, nobody in the coffee room.
account-name = Name
account-email = E-mail
account-phone = Phone
account-address = Postal address
account-region = Region
account-leave = Leave the house
account-leave-text = You can erase your account at any time.
account-leave-link = Erase the account…

account-pseudonym-title = Change your pseudonym
account-pseudonym-lead = Your old posts show the new pseudonym, too. Nobody else may take your present one for a year; only moderators see that it was yours.
account-pseudonym-pseudonym = Pseudonym
account-pseudonym-pseudonym-hint = 2–30 characters. Do not use your real name.
account-pseudonym-audience = Everybody in the coffee room sees the pseudonym.
account-pseudonym-too-often = The pseudonym can be changed { $most } times in { $days } days. Wait a little.

account-language-title = Change the language
account-language-language = Language
account-language-language-hint = Pages, mails and letters come in this language.

account-contact-title = Name and contact details
account-contact-lead = The e-mail address has a page of its own.
account-contact-given_name = Given name
account-contact-family_name = Family name
account-contact-phone = Phone (optional)
account-contact-street = Street address (optional)
account-contact-postal_code = Postal code (optional)
account-contact-city = Town (optional)
account-contact-region = Region
account-contact-stale = Your details were changed after you opened this page, perhaps in another window. Look at what was saved, and save yours if it is still right.

account-email-title = Change your e-mail address
account-email-lead = We mail a link to the new address. The address changes only when you open it.
account-email-now = You now sign in with
account-email-email = New e-mail address
account-email-password = Password
account-email-password-hint = We make sure that it is you.
account-email-send = Send the link
account-email-same = You have this address already.
account-email-too-often = You have asked for a change many times. Wait an hour, then try again.
email-confirm-title = Confirm your e-mail address
email-confirm-lead = Then you sign in with this address. Your other devices are signed out.
email-confirm-address = New address
email-confirm-do = Confirm

account-password-tab = Password
account-password-title = Change your password
account-password-lead = Your other devices are signed out.
account-password-first-title = Choose your own password
account-password-first-lead = You signed in with a temporary password. Choose your own now and carry on.
account-password-old_password = Present password
account-password-password = New password
account-password-password-hint = At least 12 characters. Three or four words in a row are easy to remember.

account-sessions-tab = Devices
account-sessions-title = Where you are signed in
account-sessions-lead = A session ends by itself when the device has not been used for 30 days.
account-sessions-unknown = Unknown device
account-sessions-opened = Signed in
account-sessions-seen = last used
account-sessions-this = this device
account-sessions-end = Sign out
account-sessions-end-others = Sign out all others
account-sessions-strange = Do you see a device that you do not know? Sign it out and change your password:

account-log-tab = Views
account-log-title = Who has seen my details
account-log-lead = Everybody who opens or changes your details leaves a trace here.
account-log-empty = Nobody has opened your details yet.
account-log-caption = Views and changes, newest first
account-log-when = When
account-log-who = Who
account-log-what = What
account-log-you = You
account-log-other = Another person
account-log-site = The system

account-data-tab = Download my data
account-data-title = Download my data
account-data-lead = You get everything the site knows about you in one file.
account-data-text = The file is in JSON: it can be read as text and moved to another service.
account-data-fetch = Download my data
account-data-care = The file shows that you are in touch with the union. Keep it accordingly.

account-erase-title = Erase the account
account-erase-lead = This cannot be undone. You can still come back later with a new account.
account-erase-goes = This goes at once
account-erase-goes-identity = your name, contact details and pseudonym
account-erase-goes-entry = your password and your sessions on all devices
account-erase-goes-roles = your roles and the mails waiting for you
account-erase-stays = This stays
account-erase-stays-posts = What you wrote stays in the discussions without a pseudonym, so that others' answers still make sense.
account-erase-stays-log = A number that no longer leads to you stays in the log.
account-erase-stays-register = The union's own member register does not change. If you want to leave the union, tell the union.
account-erase-take = Would you like to have your data first?
account-erase-password = Password
account-erase-password-hint = We make sure that it is you.
account-erase-certain = I understand that the account cannot be brought back
account-erase-do = Erase my account
goodbye-title = Your account is erased
goodbye-lead = Thank you for coming. The coffee is warm if you ever return.

## Who is behind a pseudonym
seal-title = Who is behind a pseudonym
seal-lead = Moderators see pseudonyms, never names. When there is no other way, two people with different roles may look together: a moderator asks, a registrar or an administrator agrees or declines.
seal-none = Nothing has been asked. A moderator asks from the page of a person, which opens from the pseudonym in a thread.
seal-asked = Asked
seal-open-until = Open until
seal-nobody = Former user
seal-state-waiting = Waiting for an answer
seal-state-opened = Open
seal-state-closed = Was open, closed again
seal-state-declined = Declined
seal-state-withdrawn = Taken back
seal-state-expired = Nobody answered in time
seal-new-title = Ask who this is
seal-new-lead = Ask only when a warning, hiding posts or closing the coffee room to them would not do: when somebody is in danger, or a crime is suspected. Another person with another role decides. If they agree, the two of you see name and contact details for 7 days. The person is told.
seal-new-reason = Why must it be known?
seal-new-reason-hint = Say what has happened and where. At least 20 characters.
seal-new-hope = What will you do with it?
seal-new-hope-hint = For example: call them, or give it to the police.
seal-new-danger = Would it be dangerous to tell them? (optional)
seal-new-danger-hint = Say who would be in danger and how. Leave empty if they may be told at once.
seal-new-danger_days = When may they be told?
seal-new-do = Ask
seal-new-seen = Who will see this: the registrars and administrators. If it is opened, the person as well, with your role but not your pseudonym.
seal-danger-none = At once
seal-danger-for = After { $days } days
seal-reason-short = Say a little more: at least { $least } characters.
seal-danger-days = Choose after how many days they may be told.
seal-danger-why = Say what the danger is, or choose that they are told at once.
seal-self = This is you.
seal-waiting-already = You have asked this already, and the request is waiting.
seal-not-waiting = This request is not waiting any more, or it is not yours to answer.
seal-not-open = This is not open to you, or not any more.
seal-verdict-missing = Choose what you decide.
seal-request-title = Request to know who it is
seal-about = About whom
seal-asked-by = Asked by
seal-danger = Danger, so not to be told at once
seal-danger-length = { $count ->
    [one] for { $count } day
   *[other] for { $count } days
}
seal-answered-by = Answered by
seal-answer = The answer
seal-looks = Looks so far
seal-told-at = The person is told
seal-look-logged = Each look is logged, and the person will see how many there were.
seal-look = See who it is
seal-waits = Waits for an answer until
seal-withdraw = Take the request back
seal-answer-title = Your decision
seal-answer-lead = You decide for the person who can’t speak here. Could the matter be settled without knowing the name? If you agree, you both see name and contact details for 7 days.
seal-answer-verdict = What do you decide?
seal-answer-words = Why?
seal-answer-words-hint = Who asked reads this. If you agree, the person concerned reads it as well.
seal-answer-do = Confirm the decision
seal-answer-seen = Who will see this: who asked, and the person concerned if it is opened
seal-verdict-open = It is opened, and the person is told at once
seal-verdict-later = It is opened; I see the danger too, so the person is told after { $days } days
seal-verdict-decline = It stays closed, and nobody sees who it is
seal-person-title = Who it is
seal-person-lead = Use this for what was asked and nothing else. Don’t write it down in the coffee room. This look was logged.
account-seal-title = When it was found out who you are
account-seal-lead = In the coffee room you are known by your pseudonym alone. Should two people with different roles ever have to find out who you are, you read it here.
account-seal-none = Nobody has had to find out who is behind your pseudonym.
account-seal-who = Who
account-seal-reason = Why it had to be known
account-seal-hope = What it was needed for
account-seal-answer = Why it was agreed to
account-seal-what = What they saw
account-seal-what-text = Your name, mail address, telephone and postal address
account-seal-late = Why you were not told at once
account-seal-complain = If you think this was wrong, write to { $contact }. You may also turn to the data protection ombudsman.
flash-seal-asked = Asked. You see the answer here.
flash-seal-answered = The decision is recorded.
flash-seal-withdrawn = The request was taken back.
seal-party-mail-body =
    Hello { $name },

    in your role there is something for you to read, and perhaps to decide. Sign in and open this page:
    { $link }

    Questions: { $contact }

    { $union }
seal-mail-subject = Something to read about your account
seal-mail-body =
    Hello { $name },

    there is something for you to read about how your details were used. Sign in and open this page:
    { $link }

    Questions: { $contact }

    { $union }

## Pages of the house
privacy-title = Privacy
privacy-lead = We collect little, show even less and note every look.
privacy-what = What we store
privacy-what-identity = Your name and contact details. The union's office sees them.
privacy-what-membership = The dates of your trial and membership, and your roles in the union.
privacy-what-writings = What you write. Others see your pseudonym beside it, not your name.
privacy-what-traces = When and with what kind of device you signed in, what was sent to you and who has seen your details.
privacy-why = Why we may store it
privacy-why-text = The data keep the coffee room open, answer questions and take care of joining. They are used for nothing else.
privacy-law = Being in touch with a trade union is a special category of personal data. A union may process the data of its members and of people in regular contact with it (General Data Protection Regulation, Article 9(2)(d)). Others we ask for consent, which can be withdrawn.
privacy-who = Who sees the data
privacy-who-text = The office sees contact details, a moderator sees pseudonyms. Every look leaves a note that you can see among your own details.
privacy-third = The data are neither sold nor given to others. The pages load nothing from elsewhere, and visitors are not tracked.
privacy-cookies = Cookies
privacy-cookies-text = We use only cookies that the site cannot do without:
privacy-cookies-session = session keeps you signed in until you sign out
privacy-cookies-language = lang remembers the language you chose for a year
privacy-cookies-keys = keys remembers for a year if you turn single-key shortcuts off
privacy-cookies-device = device says that somebody has signed in on the device before, so that no stranger can lock you out
privacy-cookies-flash = flash shows a receipt on the next page, such as “Saved”, and is gone then
privacy-rights = What you can do yourself
privacy-rights-export = Download all your data
privacy-rights-log = See who has opened your details
privacy-rights-change = Correct your details
privacy-rights-erase = Erase your account
privacy-rights-ask = Ask about your data and your rights:
privacy-complain = If you are not content with our answer, you can complain to the Data Protection Ombudsman.

accessibility-title = Accessibility
accessibility-lead = The house is built so that everybody gets in.
accessibility-aim = The aim
accessibility-aim-text = The aim is level AA of WCAG 2.2. The pages work with a keyboard, a screen reader, large text, on a phone and without JavaScript.
accessibility-checked = How it was checked
accessibility-checked-text = The pages are checked with axe-core in a real browser in Finnish, Swedish and English whenever the program is changed. A program finds only some of the obstacles. Nobody from outside has assessed the site.
accessibility-lacks = What is lacking
accessibility-lacks-text = Texts and attachments written by others may hold obstacles that we do not know of.
keys = Single-key shortcuts
keys-text = Outside of fields, / leads to search, j to the next post and k to the one before. In the moderators’ queue letters press buttons. If they get in the way of dictation, or you hit them by accident, you can turn them off. The choice holds for this device.
keys-are-on = On
keys-are-off = Off
keys-turn-on = Turn shortcuts on
keys-turn-off = Turn shortcuts off
accessibility-feedback = Tell us of an obstacle
accessibility-feedback-text = If something does not work for you, tell us. We mend it or give you the information in another way:

## First run
set-up-title = Open the house
set-up-lead = A few details, then the doors can open. Everything can be changed later.
set-up-of-union = The union
set-up-of-mail = Mail
set-up-of-you = You, the first administrator
set-up-union = Name of the union
set-up-language = Language of the pages when the reader's is not known
set-up-contact = How to reach the union
set-up-contact-hint = Shown on pages. For example the office's e-mail address or phone.
set-up-sender_name = Name of the sender
set-up-sender_name-hint = Shown in the recipient's mailbox. A name that does not mention the union protects the reader.
set-up-sender_address = Address of the sender
set-up-sender_address-hint = The address, too, should say nothing of the union: its domain is seen in the mailbox.
set-up-given_name = Given name
set-up-family_name = Family name
set-up-email = E-mail
set-up-email-hint = You sign in with this.
set-up-pseudonym = Pseudonym
set-up-pseudonym-hint = This is what others see. 2–30 characters.
set-up-password = Password
set-up-password-hint = At least 12 characters. Three or four words in a row are easy to remember.
set-up-do = Open the house
set-up-email-taken = There is an account with this address already. Use another address.
set-up-gone-title = The link no longer works
set-up-gone-lead = The link for setting up works once. The site has an administrator already, or the link is too old.

## Administration
admin-title = Administration
admin-lead = Settings, roles and the log. Nobody's private matters are read here.
admin-asked = The union has yet to say:
admin-dead = { $count ->
    [one] One piece of work was left undone.
   *[other] { $count } pieces of work were left undone.
}
capability-platform = The site
capability-membership = Membership
capability-coffee-room = Coffee room
capability-databank = Databank

admin-settings-title = Settings
admin-settings-lead = Names, time limits and the texts of mails.
admin-settings-own = changed
admin-setting-value = Value
admin-setting-fi = In Finnish
admin-setting-sv = In Swedish
admin-setting-en = In English
admin-setting-places = These places are filled in when it is sent:
admin-setting-place-needed = Keep { $place } in the text: without it the mail is of no use.
admin-setting-default = Default
admin-setting-clear = Back to the default
admin-setting-stale = Somebody else saved this setting after you opened it. Look at what they saved, and save yours if it is still right.

admin-roles-title = Roles
admin-roles-lead = Who has which role, from when and until when.
admin-roles-whole = whole union,
admin-roles-from = from
admin-roles-until = last day
admin-roles-ahead = begins later
admin-roles-ended = Ended roles
admin-roles-never-began = taken back before it began
admin-roles-asleep = not in force: the membership has ended
admin-roles-rests = ends with the membership
admin-roles-end = End…
admin-roles-last-administrator = This is the last administrator whose role has no last day. Give the role to somebody else first.
admin-role-new-title = Give a role
admin-role-new-person = To whom
admin-role-new-person-hint = Pseudonym; of somebody employed, the e-mail address too. A member tells you their pseudonym themselves.
admin-role-new-role = Role
admin-role-new-choose = Choose a role
admin-role-new-scope = What it is limited to (optional)
admin-role-new-scope-hint = A moderator or a moderator in training can be limited to a room, for example room:7. An elected role can be for a region or chapter, for example region:Uusimaa or chapter:214. Empty means the whole union.
admin-role-new-first-day = First day (optional)
admin-role-new-first-day-hint = Empty means that the role begins at once.
admin-role-new-last-day = Last day (optional)
admin-role-new-last-day-hint = Empty means that the role goes on. For an elected role this is the last day of the term.
admin-role-new-rests = Does the role end when the membership ends?
admin-role-new-rests-usual = As is usual for the role: elected roles end, others do not
admin-role-new-rests-yes = It ends
admin-role-new-rests-no = It does not end
admin-role-new-do = Give the role
admin-role-unknown = Choose a role from the list.
admin-role-nobody = There is nobody with this pseudonym, and nobody employed with this address. Check the spelling; ask a member for their pseudonym.
admin-role-held = They have this role at that time already.
admin-role-scope-whole = This role is always for the whole union. Leave this empty.
admin-role-scope-unknown = Write it like this: region:Uusimaa or chapter:214.
admin-role-scope-room = This role can be limited to a room only. Write it like this: room:7.
admin-role-term-over = The last day must lie ahead and not before the first day.
admin-role-day-wrong = Write the day like this: 2027-12-31, or leave it empty.
admin-role-end-title = End the role
admin-role-end-person = Person
admin-role-end-role = Role
admin-role-end-text = What the role opens closes at once. The role can be given again later.
admin-role-end-do = End the role

role-moderator = Moderator
role-moderator-trainee = Moderator in training
role-support-person = Support person
role-regional-contact = Regional contact
role-shop-steward = Shop steward
role-safety-delegate = Safety delegate
role-adviser = Adviser
role-editor = Editor
role-organiser = Organiser
role-registrar = Registrar
role-administrator = Administrator

admin-audit-title = Audit log
admin-audit-lead = Who has seen or changed what. Whom it concerns is shown only when a role was given or ended: no single person is to learn here who is behind a pseudonym. Everybody sees on their own page who looked at their details.
admin-audit-own = Themselves
admin-audit-empty = There is nothing in the log yet.
admin-audit-caption = Events, newest first
admin-audit-number = No.
admin-audit-about = About whom
admin-audit-detail = In detail
admin-audit-newest = Newest
admin-audit-older = Older

admin-work-title = Work and mail
admin-work-lead = What waits, what was left undone and which mails were refused.
admin-work-dead = Left undone
admin-work-waiting = Waiting
admin-work-intended = Mails on their way
admin-work-refused = Mails refused
admin-work-troubles = Work that had trouble
admin-work-empty = Everything runs.
admin-work-caption = Left undone first
admin-work-kind = Work
admin-work-state = State
admin-work-attempts = Attempts
admin-work-next = Next try
admin-work-error = What went wrong
admin-work-act = Action
admin-work-is-dead = left undone
admin-work-is-waiting = waiting
admin-work-revive = Try again
admin-work-revive-all = Try all again: { $kind }, { $count }

## Events in the log
audit-pseudonym-changed = The pseudonym was changed
audit-contact-changed = Name or contact details were changed
audit-email-changed = The e-mail address was changed
audit-password-changed = The password was changed
audit-password-reset = The password was changed by a mailed link
audit-session-ended = A session on another device was ended
audit-data-exported = One's own data were downloaded
audit-account-erased = The account was erased
audit-role-given = A role was given
audit-role-ended = A role was ended
audit-setting-changed = A setting was changed
audit-setting-cleared = A setting went back to its default
audit-job-revived = Work was started again
audit-seal-asked = Somebody asked who is behind a pseudonym
audit-seal-opened = It was agreed to find out who is behind the pseudonym
audit-seal-declined = The request to find out who is behind a pseudonym was declined
audit-seal-withdrawn = A request to find out who is behind a pseudonym was taken back
audit-seal-seen = Somebody looked at who is behind the pseudonym
audit-seal-told = The person was told of it
audit-site-set-up = The site was set up

search = Search
search-label = Words to search for
search-button = Search
search-results = Search results
search-in = Where
search-everywhere = Everywhere
search-when = When
search-when-any = Any time
search-when-week = Past week
search-when-month = Past month
search-when-year = Past year
search-order = Order
search-order-any = Best first
search-order-newest = Newest first
search-cut = The search is long, so its first 200 characters were read.
search-many-words = The search has many words, so the first eight were read.
search-hint = Use your own words, in any form: “paid holidays” finds “holiday pay”.
search-no-word = There is no word in the search. Type letters or digits.
search-left-out = These words were not searched for, since nearly every text has them: { $words }
search-nothing = Nothing was found for “{ $words }”.
search-nothing-lead = Try another word, or fewer words. You can also go on from here:
search-meant = Did you mean:
search-to-databank = Browse the databank
search-unlimited = Search for the same everywhere and at any time
search-to-union = Ask the union
search-signed-out = Not searched, because you are not signed in:
search-closed = Not searched:
search-sign-in = Sign in and search again
search-too-much = There is so much to read for these words that the search was cut short. Add a word.
search-more-in-thread =
    { $count ->
        [one] and { $count } more post
       *[other] and { $count } more posts
    }
search-more-in-thread-open = and other posts
search-endless = There are more results than are shown here. Narrow the search by room or time, or add a word.
search-beyond = There are no more results on this page.
search-first-page = Go to the first page
search-titles-found = There are suggestions. Press the down arrow to reach them.
search-more-of = More:
search-pages = Pages of results
# Notifications
notices-title = Notifications
notices-bell-new =
    { $count ->
        [one] 1 new notification
       *[other] { $count } new notifications
    }
notices-new = New
notices-mails-title = Notifications by mail
notices-mails-lead = Choose what you are told by mail, and when. On the site you always find your notifications. What you have already seen is not sent.
notices-mails-mails = Mail
notices-mails-on = Tell me by mail as well
notices-mails-stopped = Send me no mail about notifications
notices-mails-when = What and when
notices-mails-digest_hour = The digest comes at
notices-mails-digest_hour-hint = The weekly digest comes on Mondays at the same time.
notices-mails-quiet_from = Quiet from
notices-mails-quiet_from-hint = In quiet hours nothing is sent at once. It waits until they end.
notices-mails-quiet_to = Quiet until
notices-mails-quiet_to-hint = Choose the same hour as above if no hour is quiet.
notices-mails-titles = What a mail says
notices-titles-words = Titles of threads and the beginnings of posts
notices-titles-shown = Titles of threads
notices-titles-kept = Only how much is waiting
notices-mails-titles-hint = A title may tell what you belong to, if somebody else sees your mail.
notices-pace-at-once = At once
notices-pace-daily = Once a day
notices-pace-weekly = Once a week
notices-pace-never = On the site only
notices-hour-unknown = Choose an hour from the list.
notices-mail-subject = Something new to read
notices-mail-body =
    Hello!

    { $lines }

    Read it here: { $link }
    { $answer }

    Choose what you are told: { $settings }
    End these mails: { $stop }
notices-mail-answer = You can also answer this mail. Your answer comes into the thread under your pseudonym. Leave out your signature and other details about you.
notices-mail-no-answer = This mail can’t be answered by mail. Answer on the site.
mail-in-subject = About your answer
mail-in-body =
    Hello!

    { $why }

    You can go on at the site: { $link }
mail-in-too-large = The answer that you mailed is too large, so it was not published.
mail-in-over = The address for answers had run out, so your answer was not published.
mail-in-empty = There was no new text in your mail, so nothing was published. Write your answer above the quoted text, or on the site.
mail-in-not-there = The answer that you mailed was not published, because you can no longer write there.
mail-in-no-attachments = Attachments are not taken from mail. You can add pictures and documents on the site.
notices-stop-title = End notifications by mail?
notices-stop-lead = You will still find them on the site. Other mails, such as for a new password, come as before.
notices-stop-do = End these mails
notices-stopped-title = No more notifications will be mailed to you
notices-stopped-lead = If you change your mind, sign in and turn them on again.
notices-see-all = Mark all as read
notices-none = No notifications. When something that matters to you happens, you will find it here.
notices-pages = Pages of notifications
notices-newest = Newest
notices-older = Older
flash-notices-seen = The notifications are marked as read.
flash-notice-gone = It is no longer there, or no longer yours to see.
search-previous = Previous
search-next = Next
search-untitled = No title
search-missed = Searches without results
search-missed-lead = Words that were searched for on at least three days and found nothing. Who searched is not recorded.
search-missed-none = Nothing has been searched for in vain on at least three days yet.
search-missed-word = Word
search-missed-days = Days
search-missed-last = Last
search-missed-act = Action
search-missed-forget = Remove from the list
flash-missed-forgotten = The word was removed from the list.
search-site = Search the site
search-loose = Nothing was found for “{ $words }”. Below is what has a part of the word.
search-partly = Some results lack a word of your search. Below each it says which one.
search-without = Without: { $words }
