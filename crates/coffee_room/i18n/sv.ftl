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

## Vad man får veta
coffee-room-kind-posts = Nya inlägg i trådar som jag följer
coffee-room-mailed-posts =
    { $count ->
        [one] Ett nytt inlägg i en tråd som du följer
       *[other] { $count } nya inlägg i trådar som du följer
    }
coffee-room-told-posts =
    { $count ->
        [one] Ett nytt inlägg i tråden ”{ $title }”
       *[other] { $count } nya inlägg i tråden ”{ $title }”
    }
coffee-room-told-posts-untitled =
    { $count ->
        [one] Ett nytt inlägg i en tråd som du följer i rummet { $room }
       *[other] { $count } nya inlägg i en tråd som du följer i rummet { $room }
    }

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
# Polls
coffee-room-poll = Enkät
coffee-room-poll-add = Lägg till en enkät
coffee-room-poll-none = ingen enkät
coffee-room-poll-single = välj ett
coffee-room-poll-several = välj ett eller flera
coffee-room-poll-ranked = sätt i ordning
coffee-room-poll-voters = { $count ->
    [one] { $count } svar
   *[other] { $count } svar
}
coffee-room-poll-open-until = öppen till
coffee-room-poll-closed = Enkäten är avslutad.
coffee-room-poll-hidden = Resultatet visas när minst fem har svarat eller enkäten är avslutad, så att ingens svar kan listas ut.
coffee-room-poll-vote = Svara på enkäten
coffee-room-poll-voted = Du har svarat på den här enkäten. Svaret kan inte ändras, för ingen vet vilket som är ditt.
coffee-room-poll-send = Skicka svaret
coffee-room-poll-seen = ditt svar är anonymt för alla
coffee-room-poll-choice = Ditt svar
coffee-room-poll-rank = Ge varje alternativ en plats: 1 är bäst
coffee-room-poll-choose-one = Välj ett alternativ.
coffee-room-poll-choose-some = Välj minst ett alternativ.
coffee-room-poll-rank-all = Ge varje alternativ en egen plats.
coffee-room-poll-options = Skriv { $least }–{ $most } olika alternativ, vart och ett på sin rad.
coffee-room-poll-long = Ett alternativ får ha högst { $most } tecken.
coffee-room-poll-days = Enkäten kan vara öppen 1–{ $most } dagar.
coffee-room-poll-close = Avsluta enkäten nu
coffee-room-poll-close-hint = Därefter kan ingen svara längre, och resultatet visas.
coffee-room-thread-new-poll = Typ av enkät
coffee-room-thread-new-options = Alternativ
coffee-room-thread-new-options-hint = Ett alternativ per rad.
coffee-room-thread-new-days = Öppen i dagar
coffee-room-reply-poll = Typ av enkät
coffee-room-reply-options = Alternativ
coffee-room-reply-options-hint = Ett alternativ per rad.
coffee-room-reply-days = Öppen i dagar
flash-coffee-room-voted = Tack för ditt svar.
flash-coffee-room-poll-closed = Enkäten är avslutad.
# Signs and quotes
coffee-room-reactions = Tecken
coffee-room-reaction-thanks = tack
coffee-room-reaction-same = känner igen det
coffee-room-reaction-strength = kämpa på
coffee-room-reaction-smile = det gav ett leende
coffee-room-reaction-mine = Från dig: { $sign }
coffee-room-quote-link = Citera
coffee-room-quote = Citat
coffee-room-quote-members = Du citerar ett inlägg som bara medlemmar ser. Skicka svaret enbart till medlemmar eller ta bort citatet.
coffee-room-no-reaction = Det här inlägget kan inte få ditt tecken: det är ditt eget eller visas inte längre.
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
