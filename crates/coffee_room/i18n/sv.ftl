### Kafferummets svenska texter: rum, trådar, inlägg, anmälningar, moderering.

## Rum
coffee-room-title = Kafferum
coffee-room-lead = Slå dig ner. Här finns andra som gör samma jobb.
coffee-room-guest-notice = Du har provperiod. Du ser trådar och inlägg som skribenten har öppnat för gäster. Som medlem ser du allt.
coffee-room-regions = Regionernas rum
coffee-room-newest = Senast skrivet
coffee-room-manners = Husets sed
coffee-room-manners-text = Den som får assistans är inte i rummet. Berätta ingenting som gör att hen kan kännas igen.
coffee-room-manners-link = Läs husets regler
coffee-room-threads = { $count ->
    [0] Inga trådar ännu
    [one] { $count } tråd
   *[other] { $count } trådar
}
coffee-room-last = senast
coffee-room-unread-threads = trådar med något nytt
coffee-room-crumbs = Länkstig
coffee-room-pages = Sidor
coffee-room-page-newest = Nyaste
coffee-room-page-older = Äldre
coffee-room-page-previous = Föregående
coffee-room-page-next = Nästa
coffee-room-empty = Här är det tyst än så länge. Kaffet är varmt och första ordet är ditt.
coffee-room-closed-room = Det här rummet är stängt. Trådarna går att läsa, men inget nytt kan skrivas.

## Trådar
coffee-room-unread = Oläst
coffee-room-new-posts = nya inlägg
coffee-room-replies = { $count ->
    [0] Inga svar ännu
    [one] { $count } svar
   *[other] { $count } svar
}
coffee-room-open-to-guests = även för gäster
coffee-room-members-only = bara för medlemmar
coffee-room-pinned = fäst
coffee-room-closed = stängd
coffee-room-title-hidden = Rubriken är dold
coffee-room-to-unread = { $count ->
    [one] Gå till det nya inlägget
   *[other] Gå till de nya ({ $count })
}
coffee-room-new-below = Nya inlägg
coffee-room-edited = redigerat
coffee-room-former-member = Tidigare medlem
coffee-room-closed-thread = Den här tråden är stängd. Den går att läsa, men det går inte längre att skriva i den.

## Inlägg
coffee-room-edit-link = Redigera
coffee-room-history-link = Tidigare versioner
coffee-room-report-link = Anmäl
coffee-room-hide-link = Dölj
coffee-room-restore-link = Visa igen
coffee-room-hidden-post = En moderator har dolt inlägget.
coffee-room-hidden-mine = En moderator har dolt ditt inlägg. Texten ser bara du och moderatorerna.
coffee-room-hidden-theirs = Dolt inlägg. Texten ser bara skribenten och moderatorerna.
coffee-room-taken-back = Skribenten har begränsat det här inlägget till medlemmar.
coffee-room-reason = Orsak
coffee-room-reason-recognisable = den som får assistans kan kännas igen
coffee-room-reason-personal-data = någons namn, adress eller andra personuppgifter syns
coffee-room-reason-rude = kränkande, hotfullt eller trakasserande
coffee-room-reason-advertising = reklam eller upprepat skräp
coffee-room-reason-other = annan orsak

## Vem ser
coffee-room-audience-members = Bara medlemmar
coffee-room-audience-guests = Även gäster (en gäst kan vara arbetsgivare åt en assistent)
coffee-room-seen-by-members = Det här ser: medlemmar och moderatorer
coffee-room-seen-by-guests = Det här ser: medlemmar, moderatorer och gäster. En gäst kan vara arbetsgivare åt en assistent.
coffee-room-seen-as-chosen = Det här ser: medlemmar och moderatorer, och gäster om du väljer det

## Att skriva
coffee-room-thread-new = Starta en tråd
coffee-room-thread-new-title = Rubrik
coffee-room-thread-new-title-hint = Säg kort vad du vill prata om. Högst 120 tecken.
coffee-room-thread-new-body = Ditt inlägg
coffee-room-thread-new-body-hint = Berätta om ditt eget jobb. Berätta ingenting som gör att den som får assistans kan kännas igen. Högst 20 000 tecken, Markdown går bra.
coffee-room-thread-new-audience = Vem får läsa?
coffee-room-thread-new-audience-hint = Om du öppnar tråden för gäster väljer var och en som svarar själv om gästerna ser svaret.
coffee-room-thread-new-send = Starta tråden
coffee-room-reply = Svara
coffee-room-reply-body = Ditt inlägg
coffee-room-reply-body-hint = Berätta om ditt eget jobb. Berätta ingenting som gör att den som får assistans kan kännas igen. Högst 20 000 tecken, Markdown går bra.
coffee-room-reply-audience = Vem får läsa?
coffee-room-reply-send = Skicka inlägget
coffee-room-to-reply = Svara i slutet av tråden
coffee-room-preview = Förhandsvisning
coffee-room-preview-do = Förhandsvisa
coffee-room-preview-nothing = Det finns ännu ingenting att visa i inlägget.
coffee-room-cancel = Avbryt
coffee-room-edit = Redigera inlägget
coffee-room-edit-title = Rubrik
coffee-room-edit-body = Ditt inlägg
coffee-room-edit-body-hint = Inlägget märks som redigerat. Den tidigare texten ser du och moderatorerna.
coffee-room-edit-audience = Vem får läsa?
coffee-room-edit-audience-hint = Du kan begränsa inlägget till medlemmar. Efter det kan det inte öppnas för gäster igen.
coffee-room-edit-send = Spara ändringarna
coffee-room-edit-mine = Din version
coffee-room-edit-theirs = Nuvarande version
coffee-room-history = Inläggets tidigare versioner
coffee-room-history-lead = Dem ser bara skribenten och moderatorerna. Tillagt är understruket, borttaget överstruket.
coffee-room-history-now = Nuvarande version
coffee-room-history-version = Version { $count }

## Att rätta
coffee-room-title-too-short = Skriv en rubrik med minst { $least } tecken.
coffee-room-body-empty = Det finns ingenting att läsa i inlägget. Skriv några ord.
coffee-room-too-fast = Nu kommer inläggen tätt. Hämta andan en stund och skicka sedan på nytt. Din text finns kvar här.
coffee-room-edit-stale = Inlägget har ändrats sedan du öppnade det. Jämför versionerna, rätta din text vid behov och spara på nytt.
coffee-room-not-editable = Det här inlägget kan inte längre redigeras: det är dolt eller tråden är stängd.
coffee-room-reason-missing = Välj en orsak.
coffee-room-words-missing = Berätta orsaken med egna ord.

## Anmälan
coffee-room-report = Anmäl inlägget
coffee-room-report-lead = En moderator läser din anmälan och avgör om inlägget döljs. Skribenten får inte veta vem som anmälde. Beslutet ser du på sidan Mina anmälningar.
coffee-room-report-reason = Varför anmäler du?
coffee-room-report-words = Med egna ord (frivilligt)
coffee-room-report-words-hint = Behövs bara om du valde annan orsak. Högst 1 000 tecken.
coffee-room-report-send = Skicka anmälan
coffee-room-report-seen = Det här ser: moderatorerna, även din pseudonym
coffee-room-back-to-post = Inlägget
coffee-room-not-reportable = Det här inlägget kan inte anmälas: det är ditt eget eller redan dolt.
coffee-room-reports = Mina anmälningar
coffee-room-reports-lead = Inlägg som du har berättat om för moderatorerna och vad som hände med dem.
coffee-room-reports-none = Du har inte anmält några inlägg.
coffee-room-report-sent = Skickad
coffee-room-report-open = Väntar på en moderator
coffee-room-report-hidden = Inlägget doldes
coffee-room-report-kept = Inlägget fick stå kvar

## Människor, och att hålla dem på avstånd
coffee-room-person-me = Det här är du, så som andra ser dig här.
coffee-room-person-since = Här sedan
coffee-room-person-posts = Inlägg som du får läsa
coffee-room-person-standing = Ställning
coffee-room-person-earlier = Tidigare pseudonymer
coffee-room-person-rename = Byt pseudonym
coffee-room-person-wrong = Är något på tok?
coffee-room-person-wrong-text = Om ett inlägg bryter mot husets regler, anmäl det med länken under inlägget. Om det gäller själva pseudonymen eller hur personen beter sig, anmäl det senaste inlägget och berätta med egna ord.
coffee-room-person-report = Anmäl det senaste inlägget
coffee-room-person-deeds = Vad moderatorerna har gjort
coffee-room-person-deeds-none = Moderatorerna har inte ingripit i den här personens inlägg.
coffee-room-person-seal = Måste det bli känt vem det här är?
coffee-room-person-seal-text = Du ser pseudonymer, aldrig namn. Om någon är i fara kan du be medlemsregistrets skötare eller en administratör att ta reda på det tillsammans med dig. Personen får veta det.
coffee-room-person-seal-ask = Be att få veta vem det är
coffee-room-people = Dem jag har tystat och blockerat
coffee-room-people-lead = Av de här människorna hör du mindre. Du kan ångra dig när som helst.
coffee-room-people-none = Du har inte tystat eller blockerat någon. Det kan du göra på personens egen sida, som öppnas från pseudonymen i en tråd.
coffee-room-apart = Vill du höra mindre av personen?
coffee-room-apart-mute = Tysta
coffee-room-apart-mute-only = Bara tysta
coffee-room-apart-block = Blockera
coffee-room-apart-end = Hör allt igen
coffee-room-apart-muted = Tystad
coffee-room-apart-blocked = Blockerad
coffee-room-apart-mute-means = Tysta: inläggen är hopfällda i trådarna, och du öppnar dem du vill läsa. Du får inga notiser om vad personen skriver.
coffee-room-apart-block-means = Blockera: som att tysta, och dessutom kan personen inte nämna dig. Hen kan ändå läsa och svara på det du skriver, eftersom alla i kafferummet läser samma trådar. Beslut av en moderator når dig i alla fall.
coffee-room-apart-seen = Det här ser bara du. Personen får inte veta det.
coffee-room-apart-self = Du kan inte tysta eller blockera dig själv.
coffee-room-folded = Hopfällt: ett inlägg av { $name }. Visa
flash-coffee-room-muted = Tystad. Inläggen är hopfällda från och med nu.
flash-coffee-room-blocked = Blockerad. Inläggen är hopfällda, och personen kan inte nämna dig.
flash-coffee-room-apart-ended = Du hör allt av personen igen.

## Moderering
coffee-room-queue = Modereringskön
coffee-room-queue-lead = Anmälda inlägg, det äldsta först. Dina egna inlägg behandlas av en annan moderator.
coffee-room-queue-waiting = Väntar
coffee-room-queue-empty = Kön är tom. Ta en kopp kaffe.
coffee-room-queue-reports = { $count ->
    [one] { $count } anmälan
   *[other] { $count } anmälningar
}
coffee-room-queue-open = Öppna tråden
coffee-room-own-post = Det här är ditt eget inlägg. En annan moderator behandlar det.
coffee-room-already-handled = En annan moderator hann redan behandla det här.
coffee-room-hide = Dölj inlägget
coffee-room-hide-reason = Varför döljs inlägget?
coffee-room-hide-reason-hint = Orsaken ser alla som fick läsa inlägget.
coffee-room-hide-words = Dina ord till skribenten (frivilligt)
coffee-room-hide-words-hint = Säg vänligt vad som borde ha varit annorlunda. Behövs om du valde annan orsak.
coffee-room-hide-do = Dölj
coffee-room-hide-seen = Dina ord ser: skribenten och moderatorerna
coffee-room-keep = Låt stå kvar
coffee-room-keep-words = Varför får inlägget stå kvar?
coffee-room-keep-words-hint = Den som anmälde får veta att inlägget står kvar.
coffee-room-keep-do = Låt stå kvar
coffee-room-restore = Visa inlägget igen
coffee-room-restore-words = Varför visas inlägget igen?
coffee-room-restore-do = Visa igen
coffee-room-words-seen-by-moderators = Dina ord ser: moderatorerna
coffee-room-steer = Stäng eller fäst
coffee-room-steer-door = Får man skriva i tråden?
coffee-room-steer-place = Plats i rummet
coffee-room-steer-words = Varför?
coffee-room-steer-do = Spara
coffee-room-steer-seen = Dina ord ser: medlemmar och moderatorer, i modereringsloggen
coffee-room-door-open = Ja, tråden är öppen
coffee-room-door-closed = Nej, tråden stängs
coffee-room-place-row = På sin egen plats
coffee-room-place-top = Fäst överst
coffee-room-log = Modereringslogg
coffee-room-log-lead = Vad moderatorerna har gjort, när och varför.
coffee-room-log-empty = Det finns ingenting i loggen ännu.
coffee-room-deed-hide = Ett inlägg doldes
coffee-room-deed-keep = Ett inlägg fick stå kvar
coffee-room-deed-restore = Ett inlägg visas igen
coffee-room-deed-close = En tråd stängdes
coffee-room-deed-reopen = En tråd öppnades igen
coffee-room-deed-pin = En tråd fästes
coffee-room-deed-unpin = En tråd är inte längre fäst

flash-coffee-room-reported = Tack för att du berättade. En moderator läser din anmälan.
flash-coffee-room-hidden = Inlägget är dolt.
flash-coffee-room-kept = Inlägget står kvar.
flash-coffee-room-restored = Inlägget visas igen.
flash-coffee-room-steered = Sparat.

setting-coffee-room-posts-per-minute = Kafferummet: hur många inlägg en person kan skriva på en minut
setting-coffee-room-unread-days = Kafferummet: hur många dagar ett nytt inlägg visas som oläst
coffee-room-hidden-tag = Dold
coffee-room-alike = Det här har redan diskuterats
