### English texts: the road into the union, letters, the roll.

## Menus
membership-menu-join = Join
membership-menu-road = My road
membership-menu-applications = Applications
membership-menu-letters = Letters
membership-menu-people = People
membership-menu-roll = Member roll
membership-menu-leavers = Leavers
membership-more = More
membership-to-the-room = To the coffee room

## Registration
membership-register-title = Come along
membership-register-lead = The coffee room is open to you for { $days } days. It costs nothing and binds you to nothing.
membership-register-member = Are you a member of the union already?
membership-register-recognise = Come in with your member number.
membership-register-given-name = Given name
membership-register-family-name = Family name
membership-register-email = E-mail
membership-register-email-hint = We send a temporary password here.
membership-register-relation = What is your part in the work of assistance?
membership-register-relation-hint = Choose the nearest.
membership-relation-assistant = I work as an assistant
membership-relation-employer = I employ an assistant
membership-relation-relative = I am a relative or a friend
membership-relation-other = Something else
membership-register-pseudonym = Pseudonym
membership-register-pseudonym-hint = In the coffee room others see only this. We have suggested one; feel free to make up your own.
membership-register-region = Region
membership-register-lang = In which language would you like our messages?
membership-register-phone = Phone (optional)
membership-register-street = Street address (optional)
membership-register-street-hint = We need the address only if you want a letter on paper.
membership-register-postal-code = Postal code (optional)
membership-register-city = Town (optional)
membership-register-consent = The union may send me a letter about joining, and remind me of it once.
membership-register-consent-hint = You may leave this empty. You can also take it back at any time.
membership-register-letter = I want the letter by post as well.
membership-register-letter-hint = It needs the consent above and your address.
membership-register-rules = What is said here stays here. We tell nothing of the assisted person by which they could be recognised. Advice is the writers' own, not the union's.
membership-register-rules-link = Read the house rules in full
membership-register-house-rules = I accept the house rules.
membership-register-send = Come to the coffee room
membership-register-audience = The union's office sees your details. Others see only your pseudonym.
membership-lang-unknown = Choose a language.
membership-relation-unknown = Choose your part in the work of assistance.
membership-address-needed = Fill in the whole address so that the letter arrives. Or leave the letter unticked.
membership-letter-needs-consent = The letter needs your consent. Give it here, or leave the letter unticked.
membership-words-changed = The union changed this text meanwhile. Read it again, then send the form.
membership-register-done-title = Look in your mail
membership-register-done-lead = We have sent you a message that lets you in. It usually arrives within a few minutes.
membership-register-done-wait = No message? Look in the spam folder too, and check that the address was right.

## House rules
membership-house-rules-title = House rules
membership-house-rules =
    The coffee room is where assistants meet. These rules keep it a safe place for everyone.

    ## The assisted person is not in the room

    You tell nothing of the person you assist, their home or those close to them by which they could be recognised. Your secrecy holds here, and also when the work has ended.

    ## What is said here stays here

    You do not copy, photograph or pass on what others write. Beside each post it says who sees it. Employers may be guests too: they also see what is opened to guests.

    ## As at a table

    Ask, listen, and disagree kindly. We allow no discrimination, threats, advertising or telling another's name. A moderator may hide a post; you always see the reason yourself.

    ## Advice is its writer's own

    Posts are the opinions of their writers, not advice from the union. The union does not answer for their being right. Check what matters in the databank or with an adviser.

    ## Your details

    Others see your pseudonym. The union's office sees your name and contact details, and each look is recorded. You can download or erase your own data at any time.

## A member recognised from the roll
membership-recognise-title = I am a member already
membership-recognise-lead = Your member number lets you into the coffee room at once.
membership-recognise-same-account = We tie the membership to this account. Your pseudonym and posts are kept.
membership-recognise-number = Member number
membership-recognise-number-hint = You find it on your member card or in a letter from the union.
membership-recognise-birth-date = Date of birth
membership-recognise-birth-date-hint = For example 14.3.1985
membership-recognise-postal-code = Postal code
membership-recognise-postal-code-hint = The one that the union's letters come to.
membership-recognise-send = Continue
membership-recognise-audience = We compare these with the member roll. Nobody else sees them.
membership-recognise-other = Not a member yet?
membership-recognise-register = Come and try the coffee room.
membership-recognise-too-often = There were too many attempts today with this member number or from this network. Try again tomorrow, or ring the union's office.
membership-recognise-too-late = Too much time has passed. Give these again. The rest that you typed is kept, only the password has to be typed anew.
membership-not-recognised = We did not find you with these. Check both. If you have only just joined, the roll may not have you yet. If you have an account already, sign in with it.
membership-recognise-account-title = We found you
membership-recognised-lead = One page more. Then the coffee is poured.
membership-recognised-email = E-mail
membership-recognised-email-hint = You sign in with it.
membership-recognised-password = Password
membership-recognised-password-hint = At least 12 characters. Three or four words in a row are good.
membership-recognised-pseudonym = Pseudonym
membership-recognised-pseudonym-hint = In the coffee room others see only this.
membership-recognised-lang = Language
membership-recognised-house-rules = I accept the house rules.
membership-recognised-token = Recognition
membership-recognised-send = To the coffee room
membership-recognise-mail-title = Look in your mail
membership-recognise-mail-lead = There is an account with this address already. We have sent a message there that tells how to tie your membership to it.

## Joining
membership-join-title = Join the union
membership-join-lead = You work alone, but you have workmates.
membership-join-answers = You get advice when pay, hours or agreements puzzle you.
membership-join-company = The coffee room is open to you for as long as you are a member.
membership-join-safety = When a matter is big, you do not handle it alone.
membership-join-register = Start here
membership-join-sign-in = I have an account already
membership-join-visitor = First you make an account, then you fill in the application. It takes about five minutes.
membership-join-apply = Fill in the application
membership-join-same = You go on with the same account. Your pseudonym and posts are kept.
membership-join-member = You are a member already. Good to have you with us.
membership-join-costs-title = What does it cost?
membership-join-costs = The fee depends on your pay and on whether you also belong to the unemployment fund. Up-to-date facts, with sources and dates, are in the [databank](/databank/joining-and-what-it-costs).
membership-application-title = Membership application
membership-application-lead = Check the details and fill in what is missing. We do not ask for an identity code.
membership-application-given-name = Given names
membership-application-family-name = Family name
membership-application-birth-date = Date of birth
membership-application-birth-date-hint = For example 14.3.1985
membership-application-email = E-mail
membership-application-phone = Phone (optional)
membership-application-street = Street address
membership-application-postal-code = Postal code
membership-application-city = Town
membership-application-lang = Language of service
membership-application-employer = Who is your employer?
membership-application-employer-hint = It tells which collective agreement applies to you.
membership-employer-household = A household, that is the assisted person
membership-employer-county = A wellbeing services county
membership-employer-company = A company or association
membership-employer-other = Something else, or I have no job now
membership-application-job-started = Job started (optional)
membership-application-job-started-hint = For example 1.8.2025
membership-application-chapter-wish = Chapter wished for (optional)
membership-application-chapter-wish-hint = If you do not know, the union will suggest one.
membership-application-student = Are you a full-time student?
membership-application-unemployment-fund = Will you join the unemployment fund too?
membership-answer-yes = Yes
membership-answer-no = No
membership-application-member-number = Member number, if you have one already
membership-application-consent = I apply for membership of the union. The union may store my details in the member roll and use them to look after my membership.
membership-application-send = Send the application
membership-application-audience = The union's registrar sees the application.
membership-birth-date-wrong = Type the date of birth, for example 14.3.1985.
membership-date-wrong = Type a date, for example 1.8.2025, or leave it empty.
membership-number-wrong = A member number has digits and perhaps letters, no spaces. Check it.
membership-employer-unknown = Choose who your employer is.
membership-answer-unknown = Choose yes or no.
membership-application-waits = Your application has arrived already and waits to be handled.
membership-state-title = Your application
membership-state-waiting = Your application waits to be handled.
membership-state-sent = Sent
membership-state-came-on-paper = It came on paper and was entered
membership-state-wait = When the union has confirmed it, the coffee room opens to you as a member at once. You will get a message.
membership-state-withdraw = Withdraw the application
membership-state-withdrawn = You have withdrawn your application.
membership-state-declined = The union could not accept the application as it stands.
membership-state-why = Read why
membership-state-again = Make a new application
membership-state-member = You are a member.
membership-state-was = Your application was confirmed in its time.
membership-state-none = You have no application.
membership-state-name-waiting = waiting
membership-state-name-confirmed = confirmed
membership-state-name-declined = declined
membership-state-name-withdrawn = withdrawn

## One's own road
membership-road-title = My road
membership-road-lead = Everything that was sent to you or left unsent, and why.
membership-road-empty = There is nothing here yet.
membership-decline-title = No thanks
membership-decline-text = If you do not want messages about joining from us, say so here. That is enough.
membership-decline = Do not write to me
membership-declined-since = We do not write to you about joining. You told us on
membership-undecline = You may write again
membership-step-day = day { $day }
membership-step-registered = Registered
membership-step-consent-house-rules = House rules accepted
membership-step-consent-join-letter = Consent to the joining letter
membership-step-consent-application = Consent to handling the application
membership-step-sent-join-kit-mail = Join kit sent by e-mail
membership-step-sent-join-kit-letter = Join kit sent as a letter
membership-step-sent-reminder = Reminder sent
membership-step-sent-trial-lock = Trial over, message sent
membership-step-sent-welcome = Welcome sent
membership-step-refused = Did not arrive: the mail server did not take the message.
membership-step-intended-join-kit-mail = Join kit on its way by e-mail
membership-step-intended-reminder = Reminder on its way
membership-step-intended-trial-lock = Trial over, message on its way
membership-step-intended-welcome = Welcome on its way
membership-step-not-handed = It has not gone out yet and waits for the mail server.
membership-step-given-up-join-kit-mail = Join kit did not go out by e-mail
membership-step-given-up-reminder = Reminder did not go out
membership-step-given-up-trial-lock = Trial over, message did not go out
membership-step-given-up-welcome = Welcome did not go out
membership-step-gave-up = The mail server took nothing for three days. An administrator can have it tried again.
membership-step-withdrawn-join-kit-mail = Join kit by e-mail withdrawn before it went out
membership-step-withdrawn-reminder = Reminder withdrawn before it went out
membership-step-withdrawn-trial-lock = Message about the end of the trial withdrawn before it went out
membership-step-skipped-join-kit-mail = Join kit not sent by e-mail
membership-step-skipped-join-kit-letter = Letter not sent
membership-step-skipped-reminder = Reminder not sent
membership-step-skipped-trial-lock = Message about the end of the trial not sent
membership-step-skipped-welcome = Welcome not sent
membership-skip-erased = Reason: the data were erased.
membership-skip-joined = Reason: is a member already.
membership-skip-applied = Reason: an application has arrived already.
membership-skip-application-declined = Reason: the application was declined.
membership-skip-declined = Reason: does not want messages.
membership-skip-letter-returned = Reason: the letter came back by post.
membership-skip-no-consent = Reason: no consent was given.
membership-skip-trial-over = Reason: the trial was over already.
membership-skip-no-email = Reason: there is no e-mail address.
membership-skip-no-postal-address = Reason: no postal address was given.
membership-skip-letter-not-wanted = Reason: no letter was asked for.
membership-step-letter-waiting = The letter waits to be printed
membership-step-letter-returned = The letter came back by post
membership-step-declined = No more messages about joining
membership-step-applied = Application sent
membership-step-applied-on-paper = Application came on paper
membership-step-application-declined = The application was declined
membership-step-application-withdrawn = The application was withdrawn
membership-step-joined = Membership began
membership-step-left = Membership ended
membership-step-leaves = Membership ends
membership-basis-roll = By the member roll.
membership-basis-registrar = Confirmed by the registrar.
membership-step-next-reminder = Ahead: a reminder, if there is reason for one
membership-step-next-trial-lock = Ahead: the end of the trial

## The registrar's pages
membership-column-name = Name
membership-column-city = Town
membership-column-region = Region
membership-column-arrived = Arrived
membership-column-state = State
membership-column-since = Here since
membership-column-batch = Batch
membership-column-printed = Printed
membership-column-letters = Letters
membership-column-returned = Returned
membership-column-left = Left
membership-column-contact = Contact
membership-column-reason = Reason
membership-column-subject = Subject
membership-column-intended = Time
membership-column-employer = Employer
membership-column-chapter = Chapter wished for
membership-column-student = Studies
membership-column-fund = Joins the unemployment fund
membership-looked = This look is recorded. The person can see it among their own data.
membership-applications-title = Applications
membership-applications-waiting = Waiting
membership-applications-settled = Answered
membership-applications-none = No applications.
membership-export-title = Take to the register
membership-export-text = { $count ->
    [0] All applications have been taken out already.
    [one] One application has not been taken out yet. It will be marked as taken.
   *[other] { $count } applications have not been taken out yet. They will be marked as taken.
}
membership-export-do = Take out new ones
membership-taken-title = Taken out
membership-taken-text = The file can be downloaded again as often as needed. Those who have since withdrawn, been declined or erased their account are not in it.
membership-taken-applications = { $count ->
    [0] No applications any more
    [one] One application
   *[other] { $count } applications
}
membership-taken-do = Download CSV
membership-exported = Taken out
membership-settled = Answered
membership-to-person = To the person's page
membership-confirm-title = Confirm
membership-confirm-text = The same account becomes a member's at once.
membership-confirm-do = Confirm as a member
membership-confirm-entry = In the roll under number { $number }:
membership-confirm-differs = This is not the same as in the application. Before you confirm, check that both are the same person.
membership-number-look = The roll has a row with this number. Look whether it is the same person, and then confirm again.
membership-answering-member-number = Member number, if there is one already
membership-answering-member-number-hint = The number ties the application to its row in the roll.
membership-decline-application = Decline
membership-answering-reason = Reason, for the applicant
membership-decline-do = Decline the application
membership-decline-audience = The applicant sees the reason on their page.
membership-application-answered = The application has been answered already.
membership-number-taken = That member number has an account already. Check the number.
membership-by-paper-came = An application came on paper
membership-by-paper-find = Type the code on the form. If there is none,
membership-by-paper-by-name = find the applicant by name.
membership-by-paper-code = Code on the form
membership-by-paper-code-hint = For example K7QF-29MD
membership-by-paper-code-wrong = The code is not right. Check it on the form.
membership-by-paper-enter = Enter the application
membership-by-paper-title = Enter an application on paper
membership-by-paper-lead = Type what stands on the form. After that the application waits to be handled, like those made on the site.
membership-by-paper-given-name = Given names
membership-by-paper-family-name = Family name
membership-by-paper-birth-date = Date of birth
membership-by-paper-birth-date-hint = For example 14.3.1985
membership-by-paper-email = E-mail
membership-by-paper-phone = Phone (optional)
membership-by-paper-street = Street address
membership-by-paper-postal-code = Postal code
membership-by-paper-city = Town
membership-by-paper-lang = Language of service
membership-by-paper-employer = Employer
membership-by-paper-job-started = Job started (optional)
membership-by-paper-job-started-hint = For example 1.8.2025
membership-by-paper-chapter-wish = Chapter wished for (optional)
membership-by-paper-student = Studies
membership-by-paper-unemployment-fund = Joins the unemployment fund
membership-by-paper-member-number = Member number, if there is one already
membership-by-paper-signed = The form is signed.
membership-by-paper-do = Enter the application
membership-by-paper-member = The person is a member already.
membership-by-paper-waits = An application of this person waits already.
membership-by-paper-was = came on paper
membership-letters-title = Letters
membership-letters-waiting = { $count ->
    [0] No letters wait to be printed.
    [one] One letter waits to be printed.
   *[other] { $count } letters wait to be printed.
}
membership-letters-no-address = Letters can't be printed yet: the union's return address is missing.
membership-letters-address-why = It stands on each letter as the sender, and applications are posted to it. The letters that wait are kept.
membership-letters-address-who = Ask an administrator to add it to the settings.
membership-print-title = Print
membership-print-text = A batch takes at most 200 letters, those waiting longest first. Print on both sides and post in window envelopes.
membership-print-do = Make a batch
membership-returned-title = A letter came back
membership-returned-text = Type the code on the letter. The person is not written to about joining after that.
membership-returned-do = Mark as returned
membership-letters-code = Code on the letter
membership-letters-code-hint = For example K7QF-29MD
membership-letter-code-wrong = The code is not right. Check it on the letter.
membership-letter-not-out = No letter has gone to this person, or it has been marked as returned already.
membership-batches = Printed batches
membership-letters-odd = Look at these letters before you post them.
membership-letters-odd-why = They hold characters that the letter's typeface lacks. A sign stands in place of each.
membership-letters-odd-one = letters-{ $batch }.pdf, letter { $number }
membership-batches-none = None yet.
membership-people-title = People
membership-people-q = Name, e-mail, member number or code on a letter
membership-people-find = Find
membership-people-none = Nobody was found. Try the beginning of the family name.
membership-person-road = The road so far
membership-person-mails = Mails
membership-person-no-mails = None.
membership-person-contact = Contact
membership-person-applied = An application waits.
membership-person-answer = Answer it
membership-person-left-link = Mark as left
membership-person-left-title = Mark as left?
membership-person-left-text = The membership ends at once and the coffee room closes. The person is put on the list of leavers to be called. If the register still has them as a member, the next file brings the membership back.
membership-person-left-do = Mark as left
membership-not-a-member = The person is not a member.
membership-mail-state-intended = on its way
membership-mail-state-given-up = did not go out
membership-mail-state-handed = sent
membership-mail-state-refused = did not arrive
membership-mail-state-withdrawn = withdrawn
membership-leavers-title = Leavers
membership-leavers-lead = Call and ask why. The answer helps the union, and some may come back when somebody calls.
membership-leavers-open = To call
membership-leavers-done = Called
membership-leavers-none = Nobody.
membership-called = Called
membership-leave-reason-unknown = not known
membership-leave-reason-resigned = resigned
membership-leave-reason-transferred = went over to another union
membership-leave-reason-arrears = fees left unpaid
membership-leave-reason-left-trade = left the trade
membership-leave-reason-wrong = Choose the reason from the list.

## Files of the register
membership-roll-title = Member roll
membership-roll-step-file = File
membership-roll-step-dry-run = Dry run
membership-roll-step-apply = Confirmation
membership-roll-entries = Entries in the roll
membership-roll-members = Members among them
membership-roll-file = File of the register (CSV)
membership-roll-file-hint = All members in one file: UTF-8 or Windows-1252; semicolons, commas or tabs. At most 64 MB. Identity codes are not read.
membership-roll-upload = Make a dry run
membership-roll-audience = Registrars see the file. It is erased after a day.
membership-roll-no-file = Choose a file.
membership-roll-files = Latest files
membership-roll-file-name = File
membership-roll-state-dry-run = dry run
membership-roll-state-applied = in force
membership-roll-state-dropped = dropped
membership-roll-import-title = File of the register: dry run
membership-roll-nothing-changed = Nothing has been changed yet.
membership-roll-look-first = Check the figures. The file is put in force only when you confirm it.
membership-roll-rows = Rows in the file
membership-roll-joins = New members
membership-roll-met = { $count ->
    [one] one application is confirmed
   *[other] { $count } applications are confirmed
}
membership-roll-confirms = Applications confirmed
membership-roll-met-by-number-and-birth-date = Applicant { $name }. Same member number and date of birth.
membership-roll-met-by-number-and-name = Applicant { $name }. Same member number and name. The roll has no date of birth.
membership-roll-met-by-mail-and-birth-date = Applicant { $name }. Same e-mail address and date of birth.
membership-roll-met-by-name-and-birth-date = Applicant { $name }. Same name and date of birth.
membership-roll-returns = Members again
membership-roll-changes = Details change
membership-roll-leaves = Membership ends
membership-roll-stays = As they were
membership-roll-troubles = Remarks
membership-roll-unmapped = These columns are not read because their names do not tell what they hold:
membership-roll-to-columns = Say what the columns hold
membership-roll-troubles-first = Check these rows first
membership-roll-line = Line
membership-roll-column = Column
membership-roll-report-what = What happens
membership-roll-why = Reason
membership-roll-bad = to be mended
membership-roll-look = to look at
membership-roll-first-ones = shown:
membership-roll-number = Member number
membership-roll-name = Name
membership-roll-born = Born
membership-roll-leaves-by-date = Date of leaving { $day }
membership-roll-leaves-by-absence = Not in the file, ends { $day }
membership-roll-report = Download the whole dry run (CSV)
membership-roll-many = So many memberships do not usually end at once. Is the file certainly the whole register?
membership-roll-apply-sure = I am sure: the file is the whole register, and these memberships end.
membership-roll-not-sure = Confirm that so many memberships end.
membership-roll-as-it-was = The roll is already as this file tells. There is nothing to confirm.
membership-roll-apply-do = Put the file in force
membership-roll-drop = Drop the file
membership-roll-has-problems = The file has rows that must be mended. Mend them in the register, export the file again and make a new dry run. Nothing was changed.
membership-roll-changed = The roll or the day has changed since the dry run. Upload the file again and check the figures. Nothing was changed.
membership-roll-gone = The file has been put in force already, or erased.
membership-roll-columns-title = What do the columns hold?
membership-roll-columns-lead = Say it once and we remember it the next time too.
membership-roll-columns-more = Not all columns fit on this page. Unknown ones come first. When you save these, the next ones take their place.
membership-roll-columns-do = Save and read the file again
membership-roll-column-unsaid = not said
membership-roll-column-ignore = not wanted
membership-roll-field-member-number = member number
membership-roll-field-family-name = family name
membership-roll-field-given-name = given name
membership-roll-field-name-family-first = full name, family name first
membership-roll-field-name-given-first = full name, given name first
membership-roll-field-birth-date = date of birth
membership-roll-field-email = e-mail
membership-roll-field-phone = phone
membership-roll-field-street = street address
membership-roll-field-postal-code = postal code
membership-roll-field-city = town
membership-roll-field-language = language
membership-roll-field-region = region
membership-roll-field-chapter = chapter
membership-roll-field-kind = kind of member
membership-roll-field-joined = date of joining
membership-roll-field-left = date of leaving
membership-roll-field-arrears-since = fees unpaid since
membership-roll-problem-empty-file = The file is empty.
membership-roll-problem-only-header = The file has only a header.
membership-roll-problem-file-too-large = The file is too large, at most { $max-megabytes } MB.
membership-roll-problem-too-many-rows = The file has too many rows, at most { $max-rows }.
membership-roll-problem-number-column-missing = No column holds the member number. Say which column it is in.
membership-roll-problem-column-twice = The column { $first } says the same already, so this one was not read.
membership-roll-problem-identity-code-column = The column holds identity codes. It was neither read nor stored.
membership-roll-problem-identity-code = The cell holds an identity code. It was not read.
membership-roll-problem-duplicate-number = Member number { $number } is also on line { $first-line }, with other details.
membership-roll-problem-repeated-row = The same row is on line { $first-line } already (member number { $number }). It was read once.
membership-roll-problem-missing-number = The member number is missing.
membership-roll-problem-bad-number = { $value } is not a member number.
membership-roll-problem-bad-date = { $value } is not a date. Write 2026-01-31 or 31.1.2026.
membership-roll-problem-impossible-date = There is no such day as { $value }.
membership-roll-problem-bad-email = { $value } is not an e-mail address. The old address stays.
membership-roll-problem-unknown-kind = { $value } is not a kind of member we know.
membership-roll-problem-unknown-language = { $value } is not a language we know. The old language stays.
membership-roll-problem-left-before-joined = The date of leaving { $left } is before the date of joining { $joined }.
membership-roll-problem-wrong-field-count = The row has { $found } columns, the header { $expected }.
membership-roll-problem-broken-quotes = The quotes do not match.
membership-roll-problem-nul-byte = The row holds a character that no text can hold.
membership-roll-problem-too-long = The cell is too long, at most { $max-chars } characters. It was not read.
membership-roll-problem-utf-16 = The file is saved as UTF-16. Save it as “CSV UTF-8”.
membership-roll-problem-spreadsheet = This is a spreadsheet file. Save it as CSV.
membership-roll-problem-binary = The file is not text. Export the register as CSV.
membership-roll-problem-broken-utf-8 = There is a broken character on line { $at-line }. Save the file again as UTF-8.
membership-roll-problem-unknown-encoding = The encoding of the file is not known. Save it as UTF-8.

## Correcting the address of somebody who can't get in
membership-corrections-title = Addresses to correct
membership-corrections-lead = When somebody can't sign in because their e-mail address was mistyped, a registrar recognises them and asks for the right address from their page. An administrator agrees or declines.
membership-corrections-none = There are none.
membership-correction-new-title = Correct the e-mail address
membership-correction-new-lead = Only for somebody who can't sign in: whoever can changes the address themselves among their details. Make sure first who it is. An administrator answers. The present address hears of it at once and can stop it; { $days } days after the answer a link goes to the new address.
membership-correction-now = They now sign in with
membership-correction-new-email = The right address
membership-correction-new-email-hint = Let them spell it out letter by letter. The link goes there.
membership-correction-new-reason = How did you recognise them?
membership-correction-new-reason-hint = For example: they rang, and I rang back to the number in the roll. At least 20 characters.
membership-correction-new-do = Ask
membership-correction-new-seen = Who will see this: registrars, administrators and the person
membership-correction-self = This is your own account. Change your address among your details, or let another registrar ask.
membership-correction-taken = Somebody signs in with this address already.
membership-correction-open = A correction of this address is under way already.
membership-correction-not-open = This correction is over, or it is not yours to decide.
membership-correction-gone = This link no longer works. If you need another one, ring the union's office.
membership-correction-title = Correction of an e-mail address
membership-correction-whose = Whose address
membership-correction-email = New address
membership-correction-reason = How they were recognised
membership-correction-link-at = The link goes to the new address
membership-correction-ends-at = Ends by itself
membership-correction-answer-lead = With the address goes the account, and with that who somebody is in the coffee room. Ask the registrar how they made sure, and look whether the address could be the registrar's own. If you agree, the present address can still stop it for { $days } days.
membership-correction-verdict = What do you decide?
membership-correction-words = Why?
membership-correction-words-hint = The registrar and the person read this.
membership-correction-answer-seen = Who will see this: registrars and the person
membership-correction-agree = The address is corrected
membership-correction-decline = The address stays as it is
membership-correction-state-waiting = Waiting for an answer
membership-correction-state-agreed = Agreed to, not taken yet
membership-correction-state-declined = Declined
membership-correction-state-withdrawn = Taken back
membership-correction-state-stopped = Stopped
membership-correction-state-expired = Too much time has passed
membership-correction-state-done = Corrected
membership-person-correction = The e-mail address is being corrected.
membership-own-corrections-title = When the office corrected your e-mail address
membership-own-corrections-lead = If you can't get into your account, two people of the office may together give it another address. You hear of it before anything changes, and can stop it.
membership-own-corrections-none = Nobody has asked for another address for your account.
membership-own-corrections-stop-text = If you did not ask for this, stop it. Nothing changes then.
membership-correction-stop-title = Stop the change of address?
membership-correction-stop-lead = Somebody asked that an account that uses your address use another one. If the account is yours and you did not ask for it, stop it. If you know nothing of an account, you need not do anything.
membership-correction-stop-do = Stop it
membership-correction-take-title = A new address and password
membership-correction-take-lead = From now on you sign in with this address and the password that you choose here. Other devices are signed out.
membership-correction-take-who = We make sure that it is you.
membership-correction-take-do = Save
membership-correction-not-recognised = These do not fit the account. Check both.
membership-kind-correction = Corrections of my e-mail address by the office
membership-mailed-correction =
    { $count ->
        [one] The office has something to tell about your e-mail address.
       *[other] The office has { $count } things to tell about your e-mail address.
    }
membership-told-correction = The office has been asked for another e-mail address for your account. If you did not ask, stop it.
membership-recognise-password = New password
membership-recognise-password-hint = At least 12 characters. Three or four words in a row are good.

## Messages at the top
flash-membership-made = Welcome. The coffee room is open. We have sent you a mail: if it does not come, check the address in your details.
flash-membership-recognised = Welcome. The coffee room is open.
flash-membership-applied = Thank you! The application has arrived.
flash-membership-withdrawn = The application is withdrawn.
flash-membership-declined = Understood. We will not write to you about joining.
flash-membership-undeclined = Thank you. We may write to you again.
flash-membership-confirmed = The application was confirmed. They are a member now.
flash-membership-application-declined = The application was declined and the applicant written to.
flash-membership-by-paper = The application is entered. It waits to be handled.
flash-membership-by-paper-member = The person is a member already, so no application is needed.
flash-membership-printed = The batch is ready. Download the PDF below.
flash-membership-taken = The applications are taken out. Download the file below.
flash-membership-nothing-to-take = There were no new applications.
flash-membership-nothing-to-print = There is nothing to print.
flash-membership-returned = The letter was marked as returned.
flash-membership-left = The membership has ended.
flash-membership-correction-asked = Asked. You see the answer here.
flash-membership-correction-stopped = Stopped. Nothing changes.
flash-membership-correction-taken = You now sign in with the new address and the new password.
flash-membership-called = Recorded. Thank you for calling.
flash-membership-roll-applied = The roll is up to date.
flash-membership-roll-dropped = The file was dropped. Nothing was changed.
flash-membership-columns = The columns are remembered. The file was read again.

## Entries of the log
audit-applications-seen = The list of applications was opened
audit-application-seen = An application was opened
audit-application-by-paper = An application on paper was entered
audit-application-confirmed = An application was confirmed
audit-application-declined = An application was declined
audit-application-exported = An application was taken out to a file
audit-applications-fetched = The file of applications was downloaded
audit-letters-printed = Letters were printed
audit-letters-fetched = A batch of letters was downloaded
audit-letter-returned = A letter was marked as returned
audit-membership-ended = A membership was marked as ended
audit-roll-uploaded = A file of the register was uploaded for a dry run
audit-roll-seen = The dry run of a file of the register was opened
audit-roll-applied = A file of the register was put in force
audit-leavers-seen = The list of leavers was opened
audit-leaver-called = A leaver was called
audit-people-searched = People were searched
audit-recognition-guessed = Somebody tried to come in with the member number and wrong details
audit-person-listed = The person stood in a list
audit-person-seen = The person's page was opened
audit-correction-asked = A correction of the e-mail address was asked for
audit-correction-agreed = It was agreed to correct the e-mail address
audit-correction-declined = The correction of the e-mail address was declined
audit-correction-withdrawn = The correction of the e-mail address was taken back
audit-correction-stopped = The correction of the e-mail address was stopped
audit-correction-mailed = The link for the corrected e-mail address was mailed
audit-correction-done = The corrected e-mail address was taken into use

## Mails
membership-sign-in-mail-subject = Welcome
membership-sign-in-mail-body =
    Hello { $name }

    Good that you came. This temporary password lets you in:

    { $password }

    Sign in here. You will choose a password of your own at once:
    { $link }

    If you did not make the account yourself, you need not do anything.
membership-known-mail-subject = Your account
membership-known-mail-body =
    Hello { $name }

    Somebody, probably you, registered with this address. You have an account already, so no new one was made. Nothing has changed.

    Sign in here:
    { $sign-in }

    If the password is lost, choose a new one here:
    { $forgot }
membership-kit-mail-subject = Here is the letter we promised
membership-kit-mail-body =
    Hello { $name }

    The coffee room is open to you for { $days } days. Look around in peace, ask and tell.

    If you would like to stay, you can join here in a couple of minutes:
    { $link }

    Attached is the same on paper: a letter, and a form to fill in with a pen.

    If you do not want to join, you need not do anything. If you do not want messages about this, say so here:
    { $road }
membership-link-mail-body =
    Hello { $name }

    The coffee room is open to you for { $days } days. Look around in peace, ask and tell.

    If you would like to stay, you can join here in a couple of minutes:
    { $link }

    If you do not want to join, you need not do anything. If you do not want messages about this, say so here:
    { $road }
membership-reminder-mail-subject = There is still time
membership-reminder-mail-body =
    Hello { $name }

    A while ago you registered with us. We hope that you have found company and answers.

    If you would like to stay, you can join here:
    { $link }

    This is the only reminder. If you do not want to join, you need not do anything. The coffee room is open until { $days } days have passed since you registered.

    You can see everything that was sent to you here:
    { $road }
membership-lock-mail-subject = Thank you for coming
membership-lock-mail-body =
    Hello { $name }

    Your trial has ended, and the door of the coffee room has closed for now. Your pseudonym and your posts are kept.

    If you join, the door opens at once and you go on from where you were:
    { $link }

    The databank is open to everyone, always.

    If you do not want any more messages from us, say so here. That is enough:
    { $road }
membership-welcome-mail-subject = Welcome to the table
membership-welcome-mail-body =
    Hello { $name }

    It is settled: the place at the table is yours. You go on with the same account and the same pseudonym.

    The coffee room is here:
    { $link }
membership-answer-mail-subject = An answer for you
membership-answer-mail-body =
    Hello { $name }

    We have answered your matter. You will see the answer when you sign in:
    { $link }
membership-recognised-mail-subject = Your account
membership-recognised-mail-body =
    Hello { $name }

    Somebody, probably you, tried to come in with details that have an account already. Nothing has changed.

    Sign in with your account here:
    { $sign-in }

    If the password is lost, choose a new one here:
    { $forgot }

    If it was not you, tell us.
membership-made-mail-subject = Your account
membership-made-mail-body =
    Hello

    Your account is ready. You sign in with this address and the password you chose:
    { $sign-in }

    If you did not make an account, somebody has probably mistyped theirs. Then you need not do anything.
membership-guessed-mail-subject = Look at this today
membership-guessed-mail-body =
    Hello { $name }

    Within a day somebody tried to come in { $tries } times with one number and wrong details. The number does not work until the day has passed.

    If somebody rings who can't get in, make sure first who it is, then look at what the roll has of them. An administrator sees the number in the audit log.
membership-correction-asked-mail-body =
    Hello

    The office was asked that an account that is signed in to with this address use another one. Nothing has changed, and nothing changes before a second person agrees and { $days } days have passed.

    If the account is yours and you did not ask for this, stop it here:
    { $link }

    If you know nothing of an account, somebody has probably mistyped theirs. Then you need not do anything.
membership-correction-agreed-mail-body =
    Hello

    An account that is signed in to with this address is to use another one. It was agreed to, and in { $days } days a link goes to the new address.

    If the account is yours and you did not ask for this, stop it here:
    { $link }

    If you know nothing of an account, somebody has probably mistyped theirs. Then you need not do anything.
membership-correction-link-mail-body =
    Hello

    Somebody, probably you, asked to sign in with this address. Choose a password here:
    { $link }

    The link works for { $days } days and only once. Until then nothing changes.

    If you did not ask for this, you need not do anything.
membership-connect-mail-subject = Your account
membership-connect-mail-body =
    Hello { $name }

    There is an account with this address already. Sign in with it here and then give your number again, and we tie the two together:
    { $link }

    If you did not ask for this, you need not do anything.

## The letter and the form
membership-letter-nobody = there
membership-kit-file = letter.pdf
membership-letter-heading = Welcome to the coffee room
membership-letter-body =
    Hello { $name },

    good that you found us. An assistant often works alone, in somebody else's home, without a workmate to ask. That is why we have a coffee room. There you meet other personal assistants, and you can ask and tell.

    The coffee room is open to you for { $days } days from registering. The databank is open always and to everyone.

    If you would like to stay, fill in the form overleaf and send it to us, or join on the web: { $site }/join. The same account goes on and nothing is lost. If you do not want to join, you need not do anything. We remind you once at most.

    We are glad to answer if anything puzzles you.
membership-letter-closing = With kind regards
membership-letter-signatories =
    Member service
    { $union }
membership-paper-title = Membership application
membership-paper-instructions = Fill in the form with a ballpoint pen and sign it. Fold the sheet so that the address beside this is seen in the window of the envelope. You can also join on the web: { $site }/join.
membership-paper-code = Code
membership-paper-person = Who you are
membership-paper-family-name = Family name
membership-paper-given-names = Given names
membership-paper-birth-date = Date of birth (day, month, year)
membership-paper-phone = Phone
membership-paper-email = E-mail
membership-paper-street = Street address
membership-paper-postal-code = Postal code
membership-paper-city = Town
membership-paper-language = Language of service
membership-paper-work = Your job
membership-paper-employer = My employer is
membership-paper-household = a household (the assisted person)
membership-paper-county = a wellbeing services county
membership-paper-company = a company or association
membership-paper-job-started = Job started
membership-paper-chapter = Chapter wished for, if you know
membership-paper-membership = Membership
membership-paper-student = I am a student
membership-paper-fund = I join the unemployment fund too
membership-paper-yes = yes
membership-paper-no = no
membership-paper-consent = I apply for membership of the union and agree that the union stores my details in the member roll and uses them to look after my membership. I can take back my consent at any time. Privacy: { $site }/privacy.
membership-paper-place = Place and date
membership-paper-signature = Signature

## Settings
setting-membership-trial-days = Length of the trial, in days
setting-membership-reminder-day = Day of the reminder, counted from registration
setting-membership-second-fact = What a member is recognised by beside the number
setting-membership-second-fact-birth-date = Date of birth
setting-membership-second-fact-postal-code = Postal code
setting-membership-return-address = Return address of letters, its lines separated by commas
setting-membership-letter-place = Town in the date of letters
setting-membership-house-rules = House rules
setting-membership-join-costs = Joining page: what membership costs
setting-membership-sign-in-mail-subject = Temporary password: subject
setting-membership-sign-in-mail-body = Temporary password: text
setting-membership-known-mail-subject = Address has an account already: subject
setting-membership-known-mail-body = Address has an account already: text
setting-membership-kit-mail-subject = Join kit: subject
setting-membership-kit-mail-body = Join kit: text
setting-membership-link-mail-body = Join kit without a form, while there is no return address: text
setting-membership-reminder-mail-subject = Reminder: subject
setting-membership-reminder-mail-body = Reminder: text
setting-membership-lock-mail-subject = End of the trial: subject
setting-membership-lock-mail-body = End of the trial: text
setting-membership-welcome-mail-subject = Welcome to a new member: subject
setting-membership-welcome-mail-body = Welcome to a new member: text
setting-membership-answer-mail-subject = An application was answered: subject
setting-membership-answer-mail-body = An application was answered: text
setting-membership-recognised-mail-subject = Member number has an account already: subject
setting-membership-recognised-mail-body = Member number has an account already: text
setting-membership-made-mail-subject = Account made by member number: subject
setting-membership-made-mail-body = Account made by member number: text
setting-membership-guessed-mail-subject = A member number was guessed at: subject of the registrar's mail
setting-membership-guessed-mail-body = A member number was guessed at: text of the registrar's mail
setting-membership-connect-mail-subject = Tying a membership to an account: subject
setting-membership-connect-mail-body = Tying a membership to an account: text
setting-membership-correction-asked-mail-body = Correction of an e-mail address: the present one is told of the request
setting-membership-correction-agreed-mail-body = Correction of an e-mail address: the present one is told of the answer
setting-membership-correction-link-mail-body = Correction of an e-mail address: link to the new one
setting-membership-letter-heading = Letter on paper: heading
setting-membership-letter-body = Letter on paper: text
setting-membership-letter-closing = Letter on paper: closing
setting-membership-letter-signatories = Letter on paper: who signs, one a line
setting-membership-paper-consent = Form: what the applicant agrees to
setting-membership-register-consent = Registration: consent to the letter and the reminder
setting-membership-application-consent = Application: what the applicant agrees to
setting-membership-letter-nobody = Letter on paper: the word of greeting when there is no name
setting-membership-paper-instructions = Form: how to fill it in
setting-membership-paper-title = Form: “Membership application”
setting-membership-paper-person = Form: “Who you are”
setting-membership-paper-family-name = Form: “Family name”
setting-membership-paper-given-names = Form: “Given names”
setting-membership-paper-birth-date = Form: “Date of birth (day, month, year)”
setting-membership-paper-phone = Form: “Phone”
setting-membership-paper-email = Form: “E-mail”
setting-membership-paper-street = Form: “Street address”
setting-membership-paper-postal-code = Form: “Postal code”
setting-membership-paper-city = Form: “Town”
setting-membership-paper-language = Form: “Language of service”
setting-membership-paper-work = Form: “Your job”
setting-membership-paper-employer = Form: “My employer is”
setting-membership-paper-household = Form: “a household (the assisted person)”
setting-membership-paper-county = Form: “a wellbeing services county”
setting-membership-paper-company = Form: “a company or association”
setting-membership-paper-job-started = Form: “Job started”
setting-membership-paper-chapter = Form: “Chapter wished for, if you know”
setting-membership-paper-membership = Form: “Membership”
setting-membership-paper-student = Form: “I am a student”
setting-membership-paper-fund = Form: “I join the unemployment fund too”
setting-membership-paper-yes = Form: “yes”
setting-membership-paper-no = Form: “no”
setting-membership-paper-place = Form: “Place and date”
setting-membership-paper-signature = Form: “Signature”
setting-membership-paper-code = Form: “Code”
