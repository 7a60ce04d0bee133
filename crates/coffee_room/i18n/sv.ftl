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
coffee-room-unread-threads = { $count ->
    [one] tråd med något nytt
   *[other] trådar med något nytt
}
coffee-room-crumbs = Länkstig
coffee-room-pages = Sidor
coffee-room-page-newest = Nyaste
coffee-room-page-older = Äldre
coffee-room-page-previous = Föregående
coffee-room-page-next = Nästa
coffee-room-empty = Här är det tyst än så länge. Kaffet är varmt och första ordet är ditt.
coffee-room-closed-room = Det här rummet är stängt. Trådarna går att läsa, men inget nytt kan skrivas.

## Vad man får veta
coffee-room-kind-threads = Nya trådar i rum som jag följer
coffee-room-mailed-threads =
    { $count ->
        [one] En ny tråd i ett rum som du följer
       *[other] { $count } nya trådar i rum som du följer
    }
coffee-room-told-thread = En ny tråd i rummet { $room }: ”{ $title }”
coffee-room-told-thread-untitled = En ny tråd i rummet { $room }
coffee-room-kind-words = Inlägg med ett ord som jag följer
coffee-room-mailed-words =
    { $count ->
        [one] Ett inlägg med ett ord som du följer
       *[other] { $count } inlägg med ett ord som du följer
    }
coffee-room-told-words =
    { $count ->
        [one] Ett ord som du följer nämndes i tråden ”{ $title }”
       *[other] Ett ord som du följer nämndes i { $count } inlägg i tråden ”{ $title }”
    }
coffee-room-told-words-untitled = Ett ord som du följer nämndes i rummet { $room }
coffee-room-follow = Följ
coffee-room-followed = Du följer den här tråden.
coffee-room-leave = Sluta följa
coffee-room-mute = Tysta
coffee-room-muted = Tystad: du får inte veta något om den här tråden.
coffee-room-unmute = Ta bort tystningen
coffee-room-room-follow = Följ rummet
coffee-room-room-followed = Du får veta när nya trådar öppnas.
coffee-room-follows = Det jag följer
coffee-room-follows-lead = De här får du veta om. Andra ser inte vad du följer.
coffee-room-follows-words = Ord
coffee-room-follows-no-words = Du följer inga ord ännu.
coffee-room-follows-word = Ord
coffee-room-follows-word-hint = Vilken form som helst går bra: följer du lön hittas också lönen.
coffee-room-follows-add = Följ ordet
coffee-room-follows-rooms = Rum
coffee-room-follows-no-rooms = Du följer inget rum. På rummets sida finns en knapp för det.
coffee-room-follows-threads = Trådar
coffee-room-follows-no-threads = Du följer ingen tråd.
coffee-room-follows-own-on = Du börjar följa en tråd när du startar den eller svarar i den.
coffee-room-follows-own-off = Du följer bara de trådar där du trycker på Följ.
coffee-room-follows-own-stop = Följ inte av sig självt
coffee-room-follows-own-start = Följ trådar som jag skriver i
coffee-room-follow-one-word = Skriv ett ord. Du kan lägga till flera, ett i taget.
coffee-room-follow-too-many = Du kan följa högst { $most } ord. Ta bort något först.
flash-coffee-room-following = Du får veta.
flash-coffee-room-left = Du får inte längre veta om det.
flash-coffee-room-muted = Tystad. Du kan ta bort tystningen när du vill.
coffee-room-kind-mentions = Omnämnanden
coffee-room-mailed-mentions =
    { $count ->
        [one] Du nämndes i ett inlägg
       *[other] Du nämndes i { $count } inlägg
    }
coffee-room-told-mention = Du nämndes i tråden ”{ $title }”
coffee-room-told-mention-untitled = Du nämndes i rummet { $room }
coffee-room-kind-quotes = Citat av mina inlägg
coffee-room-mailed-quotes =
    { $count ->
        [one] Ett inlägg av dig citerades
       *[other] Dina inlägg citerades { $count } gånger
    }
coffee-room-told-quote = Ditt inlägg citerades i tråden ”{ $title }”
coffee-room-told-quote-untitled = Ditt inlägg citerades i rummet { $room }
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
## Skötseln av rummen
coffee-room-topics = Rum efter ämne
coffee-room-chapters = Fackavdelningarnas rum
coffee-room-for-roles = Rum för dem som har ett uppdrag
coffee-room-open-to = Hit kommer:
coffee-room-seen-in-room = Det här ser de som har tillträde till rummet och rummets moderatorer
coffee-room-keeping = Rummen
coffee-room-keeping-lead = Här lägger du till rum i kafferummet, ger dem namn och beskrivning, ordnar och stänger dem och väljer vem som har tillträde.
coffee-room-room = Ändra rummet
coffee-room-room-new = Lägg till ett rum
coffee-room-room-name-fi = Namn på finska
coffee-room-room-name-sv = Namn på svenska
coffee-room-room-name-en = Namn på engelska
coffee-room-room-about-fi = Vad rummet är till för, på finska
coffee-room-room-about-sv = Vad rummet är till för, på svenska
coffee-room-room-about-en = Vad rummet är till för, på engelska
coffee-room-room-kind = Vilket slags rum är det?
coffee-room-room-kind-topic = Ett rum för ett ämne
coffee-room-room-kind-region = En regions rum
coffee-room-room-kind-chapter = En fackavdelnings rum
coffee-room-room-open-to = Vem har tillträde till rummet?
coffee-room-room-open-to-hint = Om du väljer ett uppdrag syns rummet inte för andra, och de hittar det inte. Rummets moderatorer har alltid tillträde.
coffee-room-room-open-to-everybody = Medlemmar, och gäster i de trådar som har öppnats för dem
coffee-room-room-open-to-members = Bara medlemmar
coffee-room-room-state = Får man skriva i rummet?
coffee-room-room-state-open = Ja, rummet är öppet
coffee-room-room-state-closed = Nej, rummet är stängt; trådarna går fortfarande att läsa
coffee-room-room-save = Spara rummet
coffee-room-room-stale = Någon annan ändrade rummet efter att du hade öppnat det. Se vad som sparades och spara ditt, om det fortfarande stämmer.
coffee-room-room-meanwhile = Sparat under tiden
coffee-room-room-up = Flytta upp: { $room }
coffee-room-room-down = Flytta ner: { $room }
flash-coffee-room-room-added = Rummet lades till.
flash-coffee-room-room-changed = Rummet sparades.
flash-coffee-room-room-moved = Ordningen ändrades.
audit-room-added = Ett rum lades till
audit-room-changed = Ett rum ändrades
audit-room-moved = Ett rum flyttades

## Etiketter
coffee-room-tags = Etiketter
coffee-room-tags-lead = Ord som en tråd kan hittas med. Den som öppnar en tråd väljer högst tre av dem.
coffee-room-tags-none = Det finns inga etiketter ännu.
coffee-room-tags-link = Ändra etiketterna
coffee-room-tags-save = Spara etiketterna
coffee-room-tags-seen = Det här ser alla som får läsa tråden
coffee-room-thread-tags = Trådens etiketter
coffee-room-thread-tags-tags = Vilka ord passar?
coffee-room-thread-tags-tags-hint = Högst tre.
coffee-room-thread-new-tags = Etiketter (valfritt)
coffee-room-thread-new-tags-hint = Högst tre. Med dem hittar andra tråden.
coffee-room-too-many-tags = Välj högst { $most } etiketter.
coffee-room-tag-gone = En av etiketterna finns inte längre. Välj på nytt.
coffee-room-tag-lead = Trådar med den här etiketten, den nyaste först.
coffee-room-tag-empty = Ingen tråd har den här etiketten ännu.
coffee-room-tag = Ändra etiketten
coffee-room-tag-new = Lägg till en etikett
coffee-room-tag-name-fi = På finska
coffee-room-tag-name-sv = På svenska
coffee-room-tag-name-en = På engelska
coffee-room-tag-room = För vilket rum?
coffee-room-tag-every-room = För alla rum
coffee-room-tag-no-room = Välj ett rum i listan.
coffee-room-tag-taken = Det finns redan en sådan etikett.
coffee-room-tag-stale = Någon annan ändrade etiketten efter att du hade öppnat den. Se vad som sparades och spara ditt, om det fortfarande stämmer.
coffee-room-tag-save = Spara etiketten
coffee-room-tag-uses = { $count ->
    [0] Ingen tråd har den här etiketten.
    [one] { $count } tråd har den här etiketten.
   *[other] { $count } trådar har den här etiketten.
}
coffee-room-tag-remove = Ta bort etiketten
coffee-room-tag-remove-link = Ta bort
coffee-room-tag-remove-lead = Det går inte att ångra.
coffee-room-tag-remove-into = Vilken etikett får trådarna i stället?
coffee-room-tag-remove-into-none = Ingen
coffee-room-tag-remove-do = Ta bort etiketten
coffee-room-deed-tag = En tråds etiketter ändrades
flash-coffee-room-tagged = Etiketterna sparades.
flash-coffee-room-tag-added = Etiketten lades till.
flash-coffee-room-tag-changed = Etiketten sparades.
flash-coffee-room-tag-removed = Etiketten togs bort.
audit-tag-added = En etikett lades till
audit-tag-changed = En etikett ändrades
audit-tag-removed = En etikett togs bort

## Flytta, slå ihop, dela
coffee-room-post-moved = En moderator flyttade det här inlägget till en annan tråd.
coffee-room-post-moved-to = Gå till inlägget
coffee-room-thread-joined = En moderator slog ihop en annan tråd med den här:
coffee-room-moved = Den här tråden har slagits ihop med en annan
coffee-room-moved-lead = Ingenting har försvunnit: varje inlägg finns i tråden nedan, och gamla adresser leder dit.
coffee-room-moved-post = Inlägg { $count }
coffee-room-move = Flytta till ett annat rum
coffee-room-move-lead = Tråden behåller sin adress och alla inlägg. Du kan när som helst flytta den tillbaka.
coffee-room-move-guests = Den här tråden är öppen för gäster. I ett rum för bara medlemmar ser gäster den inte.
coffee-room-move-nowhere = Du modererar inget annat rum som den kunde flyttas till.
coffee-room-move-room = Till vilket rum?
coffee-room-move-words = Varför?
coffee-room-move-do = Flytta tråden
coffee-room-move-same = Tråden finns redan i det rummet.
coffee-room-join = Slå ihop med en annan tråd
coffee-room-join-lead = Alla inlägg i den här tråden flyttas till slutet av en annan. Välj först den andra.
coffee-room-join-into = Den andra trådens nummer eller adress
coffee-room-join-into-hint = Adressen som den står i webbläsaren, till exempel /coffee-room/threads/12
coffee-room-join-find = Fortsätt
coffee-room-join-alike = Trådar med liknande rubrik
coffee-room-join-unknown = Det finns ingen sådan tråd som du modererar. Kontrollera adressen.
coffee-room-join-itself = En tråd kan inte slås ihop med sig själv.
coffee-room-join-ask = Det går inte att ångra med en knapp. Inlägg kan delas av på nytt senare.
coffee-room-join-what = Slås ihop
coffee-room-join-behind = Efter det sista inlägget i
coffee-room-join-posts = { $count ->
    [one] { $count } inlägg
   *[other] { $count } inlägg
}
coffee-room-join-guests = Gäster ser inte de här inläggen längre, eftersom den andra tråden är bara för medlemmar.
coffee-room-join-words = Varför?
coffee-room-join-do = Slå ihop trådarna
coffee-room-split = Dela av inlägg
coffee-room-split-lead = De inlägg som du väljer blir en egen tråd i samma rum. Ett spår lämnas kvar, och gamla adresser leder till inläggen.
coffee-room-split-nothing = Det finns inget att dela av på den här sidan.
coffee-room-split-title = Den nya trådens rubrik
coffee-room-split-posts = Vilka inlägg?
coffee-room-split-rest = Också alla inlägg efter det sista valda
coffee-room-split-words = Varför?
coffee-room-split-do = Dela av
coffee-room-split-none = Välj minst ett inlägg.
coffee-room-split-gone = Ett av inläggen finns inte längre. Välj på nytt.
coffee-room-deed-move = En tråd flyttades till ett annat rum
coffee-room-deed-join = En tråd slogs ihop med en annan
coffee-room-deed-split = Inlägg delades av till en egen tråd
flash-coffee-room-moved = Tråden flyttades.
flash-coffee-room-joined = Trådarna slogs ihop.
flash-coffee-room-split = Inläggen är nu en egen tråd.

## Bokmärken, frågor, nytt
coffee-room-bookmark = Bokmärk inlägget
coffee-room-bookmark-link = Bokmärk
coffee-room-bookmark-note = En anteckning till dig själv (valfri)
coffee-room-bookmark-note-hint = Högst 300 tecken.
coffee-room-bookmark-do = Spara bokmärket
coffee-room-bookmark-remove = Ta bort bokmärket
coffee-room-bookmark-change = Ändra
coffee-room-bookmark-kept = Sparat
coffee-room-bookmark-seen = Det här ser bara du
coffee-room-bookmarks = Mina bokmärken
coffee-room-bookmarks-lead = Inlägg som du vill hitta igen. Ingen annan ser dem.
coffee-room-bookmarks-none = Du har inga bokmärken ännu. Under varje inlägg finns länken Bokmärk.
coffee-room-thread-new-asks = Det här är en fråga
coffee-room-thread-new-asks-hint = En fråga som blir utan svar lyfts fram för dem som svarar.
coffee-room-answer = Svaret
coffee-room-answer-lead = Svarar det här inlägget på frågan? Då finns en länk hit överst i tråden.
coffee-room-answer-link = Markera som svar
coffee-room-answer-do = Ja, det här är svaret
coffee-room-answer-clear = Det här är inte svaret
coffee-room-is-answer = svaret
coffee-room-deed-answer = En tråds svar ändrades
coffee-room-questions = Frågor som väntar på svar
coffee-room-questions-lead = Ingen har svarat på de här ännu. Kanske vet du, eller vet vem som vet.
coffee-room-questions-none = Just nu finns inga frågor på den här listan.
coffee-room-questions-waiting = { $count ->
    [one] En fråga väntar på svar. Kan du hjälpa till?
   *[other] { $count } frågor väntar på svar. Kan du hjälpa till?
}
coffee-room-news = Nytt sedan du var här
coffee-room-news-lead = Trådar där du har något oläst, det senaste först.
coffee-room-news-none = Du har läst allt. Dags för en kaffe.
coffee-room-news-read-all = Markera allt som läst
coffee-room-news-read-room = Markera som läst: { $room }
flash-coffee-room-read = Markerat som läst.
flash-coffee-room-bookmarked = Bokmärket är sparat.
flash-coffee-room-bookmark-removed = Bokmärket togs bort.
flash-coffee-room-answer-marked = Inlägget är markerat som svar.
flash-coffee-room-answer-cleared = Inlägget är inte längre markerat som svar.
setting-coffee-room-question-hours = Kafferummet: efter så många timmar lyfts en obesvarad fråga fram för dem som svarar

## Utkast
coffee-room-draft-save = Spara som utkast
coffee-room-draft-guarded = Det här sparades inte som utkast: någon kunde kännas igen. Du tillfrågas om det innan inlägget skickas.
coffee-room-draft-saved = Utkastet sparat
coffee-room-draft-from = Det här är ditt utkast från
coffee-room-draft-discard = Kasta utkastet
coffee-room-draft-nowhere = Ett ställe där du inte längre kan skriva
coffee-room-draft-too-often = Utkastet sparas för ofta. Vänta en minut; texten finns kvar i fältet.
coffee-room-drafts = Mina utkast
coffee-room-drafts-lead = Det du har börjat skriva. Ingen annan ser det här, inte heller moderatorerna.
coffee-room-drafts-none = Du har inga utkast.
flash-coffee-room-draft-saved = Utkastet är sparat.
flash-coffee-room-draft-discarded = Utkastet kastades.
setting-coffee-room-draft-days = Kafferummet: så många dagar sparas ett utkast

## Trådar
coffee-room-unread = Oläst
coffee-room-new-posts = { $count ->
    [one] nytt inlägg
   *[other] nya inlägg
}
coffee-room-replies = { $count ->
    [0] Inga svar ännu
    [one] { $count } svar
   *[other] { $count } svar
}
coffee-room-open-to-guests = även för gäster
coffee-room-members-only = bara för medlemmar
coffee-room-pinned = fäst
coffee-room-closed = stängd
coffee-room-question = fråga
coffee-room-to-answer = Gå till svaret
coffee-room-moved-here = flyttad hit
coffee-room-answered = besvarad
coffee-room-title-hidden = Rubriken är dold
coffee-room-to-unread = { $count ->
    [one] Gå till det nya inlägget
   *[other] Gå till de nya ({ $count })
}
coffee-room-news-offer = Nya inlägg: { $count }
coffee-room-news-look = Se om det finns nya inlägg
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
coffee-room-poll-changed = Inlägget har redigerats efter att de första svaren på enkäten kom.
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
coffee-room-poll-reworded = Enkäten har { $count } alternativ. Behåll lika många i samma ordning, vart och ett på sin rad, så att svaren blir kvar på sin plats.
coffee-room-poll-days = Enkäten kan vara öppen 1–{ $most } dagar.
coffee-room-poll-close = Avsluta enkäten nu
coffee-room-poll-close-hint = När du avslutar enkäten kan ingen svara längre, och resultatet visas.
coffee-room-thread-new-poll = Typ av enkät
coffee-room-thread-new-options = Alternativ
coffee-room-thread-new-options-hint = Ett alternativ per rad.
coffee-room-thread-new-days = Antal dagar öppen
coffee-room-reply-poll = Typ av enkät
coffee-room-reply-options = Alternativ
coffee-room-reply-options-hint = Ett alternativ per rad.
coffee-room-reply-days = Antal dagar öppen
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
coffee-room-item-link = Behandla
coffee-room-hidden-post = En moderator har dolt inlägget.
coffee-room-hidden-mine = En moderator har dolt ditt inlägg. Texten ser bara du och moderatorerna.
coffee-room-hidden-theirs = Dolt inlägg. Texten ser bara skribenten och moderatorerna.
coffee-room-taken-back = Skribenten har begränsat det här inlägget till medlemmar.
coffee-room-reason = Orsak
coffee-room-reason-recognisable = den som får assistans kan kännas igen
coffee-room-reason-personal-data = någons namn, adress eller andra personuppgifter syns
coffee-room-reason-rude = kränkande, hotfullt eller trakasserande
coffee-room-reason-advertising = reklam eller upprepat skräp
coffee-room-reason-name = någons namn, som skribenten lät stå kvar
coffee-room-reason-rate = ovanligt många inlägg på kort tid
coffee-room-reported-by-program = programmet märkte
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
coffee-room-preview-mentions = Du nämner: { $names }

# The guard
coffee-room-guard = Här kan någon bli igenkänd
coffee-room-guard-lead = Vi har märkt ut ställena i din text. Du bestämmer vad du gör med dem. Inget har skickats, och inget av det du tar bort bevaras.
coffee-room-guard-found = Inlägget skickades inte ännu, för det kan avslöja någon. Se de märkta ställena.
coffee-room-guard-identity-code = en personbeteckning hör till en enda människa.
coffee-room-guard-phone = med telefonnumret hittar man den som äger det.
coffee-room-guard-mail = av e-postadressen ser man ofta vems den är.
coffee-room-guard-iban = ett kontonummer hör till en enda människa.
coffee-room-guard-address = med gatuadressen hittar man någons hem.
coffee-room-guard-name = någon som läser kan känna den som heter så.
coffee-room-guard-combination = en liten ort, hälsan och arbetstiden berättar tillsammans vem det är.
coffee-room-guard-neutral = Så kan du säga samma sak utan att avslöja någon
coffee-room-guard-use = Använd den här texten
coffee-room-guard-used = Den nya texten står nu i fältet. Läs igenom den och skicka när den är bra.
coffee-room-guard-self = Jag ändrar själv
coffee-room-guard-waits = Skickat som det är väntar inlägget först på en moderator.
coffee-room-guard-read = Skickat som det är syns inlägget genast, och en moderator läser det också.
coffee-room-guard-as-is = Skicka som det är
coffee-room-guard-seen = Det skickade inlägget ses av dem som är valda i formuläret.

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
coffee-room-history-shortened = Tidigare versioner bevaras inte längre, för något som någon kunde ha blivit igenkänd av har tagits bort ur inlägget.
coffee-room-history-version = Version { $count }

## Bilder och dokument
coffee-room-attach = Lägg till en bild eller ett dokument
coffee-room-attach-file = Bild eller dokument
coffee-room-attach-file-hint = En bild (JPEG, PNG, WebP eller GIF) eller ett dokument (PDF, textfil, OpenDocument, Word, Excel eller PowerPoint), högst 10 MB. Vi tar bort uppgifter om plats och enhet ur bilder och namnen på dem som gjort dokumentet ur kontorsprogrammens dokument. Det som en PDF berättar om den som gjort den kan vi inte ta bort. Se till att den du assisterar, hens hem eller någon annan inte kan kännas igen.
coffee-room-attach-description = Vad är det?
coffee-room-attach-description-hint = Berätta om bilden för dem som inte ser den: vad som finns där och varför. Till exempel: ”Ett lyftbälte med ett spräckt spänne.” För ett dokument är det här rubriken; filens eget namn visar vi inte.
coffee-room-attach-do = Lägg till i inlägget
coffee-room-attached = Bilder och dokument i inlägget
coffee-room-attached-remove = Ta bort ur inlägget
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
coffee-room-file-missing = Välj en bild eller ett dokument först.
coffee-room-description-missing = Berätta vad som finns på bilden och välj filen på nytt. Utan ord är den ingenting för dem som lyssnar på sidan.
coffee-room-too-many-pictures = { $most ->
    [0] Bilder används inte här.
    [one] Ett inlägg kan ha en bild.
   *[other] Ett inlägg kan ha högst { $most } bilder.
}
coffee-room-pictures-today = Du har lagt till så många bilder som man kan på en dag. Fortsätt i morgon; din text är i säkert förvar här.
setting-coffee-room-pictures-per-post = Kafferummet: högst så många bilder i ett inlägg (0: inga bilder)
setting-coffee-room-pictures-per-day = Kafferummet: hur många bilder en person kan lägga till på en dag
coffee-room-too-many-documents = { $most ->
    [0] Dokument används inte här.
    [one] Ett inlägg kan ha ett dokument.
   *[other] Ett inlägg kan ha högst { $most } dokument.
}
coffee-room-documents-today = Du har lagt till så många dokument som man kan på en dag. Fortsätt i morgon; din text är i säkert förvar här.
coffee-room-attachment-gone = En av bilderna eller ett av dokumenten finns redan i ett annat inlägg eller är borta. Lägg till det i det här inlägget på nytt.
coffee-room-document-untitled = Dokument
setting-coffee-room-documents-per-post = Kafferummet: högst så många dokument i ett inlägg (0: inga dokument)
setting-coffee-room-documents-per-day = Kafferummet: hur många dokument en person kan lägga till på en dag

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
coffee-room-report-seen = Det här och din pseudonym ser: moderatorerna
coffee-room-back-to-post = Inlägget
coffee-room-not-reportable = Det här inlägget kan inte anmälas: det är ditt eget eller redan dolt.
coffee-room-reports = Mina anmälningar
coffee-room-reports-lead = Inlägg som du har berättat om för moderatorerna och vad som hände med dem.
coffee-room-reports-none = Du har inte anmält några inlägg.
coffee-room-report-sent = Skickad
coffee-room-report-open = Väntar på en moderator
coffee-room-report-hidden = Inlägget doldes
coffee-room-report-kept = Inlägget fick stå kvar
coffee-room-report-edited = En del av inlägget togs bort

## Inlägg som väntar
coffee-room-hold-guard = Någon kan kännas igen i texten
coffee-room-hold-newcomer = Ett av en ny skribents första inlägg
coffee-room-hold-rate = Ovanligt tätt, eller samma text på många ställen
coffee-room-held-waiting = Väntar på en moderator
coffee-room-held-approved = Släpptes in i rummet
coffee-room-held-declined = Släpptes inte in i rummet
coffee-room-held-withdrawn = Du tog tillbaka texten
coffee-room-waiting-here = { $count ->
    [one] Ditt inlägg i den här tråden väntar på en moderator.
   *[other] { $count } av dina inlägg i den här tråden väntar på en moderator.
}
coffee-room-own = Mina ärenden i kafferummet
coffee-room-own-lead = Vad som väntar, vad moderatorerna har beslutat och vad du kan göra. Det här ser bara du.
coffee-room-own-waiting = Inlägg som väntar eller har väntat
coffee-room-own-waiting-none = Inget av dina inlägg väntar på en moderator.
coffee-room-own-held = Ditt inlägg väntar
coffee-room-own-held-waits = En moderator läser inlägget före andra. Tills dess ser bara du och moderatorerna det.
coffee-room-own-held-withdraw = Ta tillbaka inlägget
coffee-room-own-held-typed = Texten så som du skrev den
coffee-room-own-held-post = Se inlägget i rummet
coffee-room-own-held-back = Texten finns i det här formuläret och ingen annanstans. Rätta den och se hur den ser ut, eller låt den vara.
coffee-room-own-held-back-do = Fortsätt skriva
coffee-room-own-held-back-leave = Låt den vara
coffee-room-own-held-until = Texten sparas för en omprövning till och med
coffee-room-held-forgotten = En text som inte finns kvar
coffee-room-held = Inlägg som väntar
coffee-room-held-look = Läs och besluta
coffee-room-held-reply = Svar i tråden
coffee-room-held-edit = Ändring av ett inlägg i tråden
coffee-room-held-stale = Inlägget har ändrats eller dolts sedan ändringen skickades. Släpp inte in den, så ser skribenten varför.
coffee-room-already-withdrawn = Skribenten tog tillbaka inlägget.
coffee-room-approve = Släpp in i rummet
coffee-room-decline = Släpp inte in i rummet
coffee-room-decline-lead = Skribenten ser orsaken och dina ord och får behålla texten.
coffee-room-decline-reason = Varför släpps texten inte in?
coffee-room-decline-words = Dina ord till skribenten (frivilligt)
coffee-room-decline-words-hint = Säg vänligt vad som borde vara annorlunda. Behövs om du valde annan orsak.
coffee-room-decline-do = Släpp inte in
coffee-room-deed-approve = Ett inlägg som väntade släpptes in i rummet
coffee-room-deed-decline = Ett inlägg som väntade släpptes inte in
flash-coffee-room-held = Ditt inlägg väntar på en moderator. Du får veta när det har lästs.
flash-coffee-room-approved = Inlägget finns nu i rummet.
flash-coffee-room-declined = Inlägget släpptes inte in. Skribenten ser orsaken.
flash-coffee-room-withdrawn = Du tog tillbaka inlägget. Texten finns bland dina utkast.
setting-coffee-room-newcomer-posts = Kafferummet: hur många av en ny skribents första inlägg som väntar på en moderator (0 = inga)

## Beslut, åtgärder, omprövningar, praktik
coffee-room-kind-decisions = Moderatorernas beslut som gäller mig
coffee-room-by-mail-guarded = Svaret som du skickade per e-post publicerades inte ännu, för det kan avslöja någon. Se de märkta ställena på webbplatsen och skicka svaret därifrån.
coffee-room-by-mail-mixed = Svaret som du skickade per e-post publicerades inte ännu, för aviseringen kan vara citerad i det med sina adresser. Ta bort citatet på webbplatsen och skicka svaret därifrån.
coffee-room-by-mail-waits = Svaret som du skickade per e-post väntar på en moderator. Du får veta när det har lästs.
coffee-room-by-mail-kept = Ditt svar är sparat som utkast.
coffee-room-mailed-decisions =
    { $count ->
        [one] Ett beslut av en moderator
       *[other] { $count } beslut av moderatorerna
    }
coffee-room-told-approved = Ditt inlägg släpptes in i rummet
coffee-room-told-appeal = Din begäran om omprövning är avgjord
coffee-room-told-lifted = En åtgärd som gäller dig avslutades i förtid
coffee-room-told-restored = Ditt inlägg syns igen
coffee-room-told-decision = En moderator har beslutat i en sak som gäller dig. Läs beslutet och orsaken.
coffee-room-queue-to-sign = Väntar på din underskrift
coffee-room-kind-proposals = Förslag av en praktikant som jag handleder
coffee-room-mailed-proposals =
    { $count ->
        [one] En praktikants förslag
       *[other] { $count } förslag av praktikanter
    }
coffee-room-told-proposal = Din praktikant har föreslagit ett beslut. Läs det och underteckna om du är av samma åsikt.
coffee-room-kind-waiting = Sådant som väntar på en moderator i rum som jag modererar
coffee-room-mailed-waiting =
    { $count ->
        [one] En sak väntar på dig på webbplatsen
       *[other] { $count } saker väntar på dig på webbplatsen
    }
coffee-room-told-waiting =
    { $count ->
        [one] En sak väntar på en moderator i dina rum
       *[other] { $count } saker väntar på en moderator i dina rum
    }
coffee-room-queue-kinds = Vad av kön som visas
coffee-room-queue-kind-reports = Anmälningar
coffee-room-queue-kind-held = Inlägg som väntar
coffee-room-queue-kind-appeals = Begäran om omprövning
coffee-room-keys = Tangenter
coffee-room-keys-text = j och k går till nästa och föregående. När en punkt är vald: Enter öppnar den, h döljer, l låter stå kvar, y släpper in ett inlägg som väntar, n släpper inte in det, t tar upp den, o öppnar tråden. Alla utom Enter och o fungerar också på punktens egen sida.
coffee-room-claim = Ta upp ärendet
coffee-room-claim-mine = Du behandlar det här
coffee-room-claim-theirs = { $name } behandlar det här
coffee-room-claim-ends = Det upphör av sig självt efter en kvart.
coffee-room-claim-ask = Fråga först, innan du tar över ärendet. Det upphör av sig självt efter en kvart.
coffee-room-claim-over = Ta över ärendet
coffee-room-claim-release = Lämna ifrån dig
coffee-room-claim-taken = { $name } hann ta upp det här.
coffee-room-item-post = Inlägget och vad som har sagts om det
coffee-room-around-before = Inlägg före det här
coffee-room-around-after = Inlägg efter det här
coffee-room-record = Skribenten i kafferummet
coffee-room-record-since = Första inlägget
coffee-room-record-posts = { $count ->
    [one] { $count } inlägg synligt
   *[other] { $count } inlägg synliga
}
coffee-room-record-hidden = { $count ->
    [0] Inga dolda inlägg
    [one] { $count } dolt inlägg
   *[other] { $count } dolda inlägg
}
coffee-room-record-no-measures = Inga tidigare åtgärder
coffee-room-decided = Vad som har beslutats om det här
coffee-room-guide = Innan du beslutar
coffee-room-guide-post = Kan någon känna igen den som får assistans, eller någon annan? Dölj då eller ta bort namnet genast. Är inlägget bara av annan åsikt, klumpigt eller argt? Då får det stå kvar. Tänk på vad du skulle säga till skribenten vid kaffebordet.
coffee-room-guide-hide = Dölj om någon kan kännas igen, om någon kränks eller om det är reklam. Att vara av annan åsikt räcker inte. Skribenten ser orsaken och dina ord och kan begära omprövning.
coffee-room-guide-keep = Inlägget får stå kvar även om man inte tycker om det. Säg kort varför det följer husets regler. Den som anmälde ser bara att inlägget står kvar.
coffee-room-guide-restore = Visa igen om det inte fanns skäl att dölja, eller om skälet har försvunnit. Läs först vad som har beslutats.
coffee-room-guide-held = Läs texten som andra skulle läsa den. Om ingen kan kännas igen och texten följer husets regler, släpp in den. Meningen är att skydda, inte att betygsätta åsikter.
coffee-room-guide-measure = Välj den mildaste åtgärd som räcker. Oftast räcker en varning. En paus är till för att lugna ner, att stänga ute är det sista. Berätta för skribenten vad du hoppas på framöver. Samma sak bestraffas inte två gånger.
coffee-room-guide-appeal = Se på saken med nya ögon. Stämde orsaken? Var åtgärden lagom? Om du tvekar, upphäv. Motivera så att båda förstår.
coffee-room-guide-redact = Ta bara bort det som gör att någon kan kännas igen, och låt tanken vara. Ändra inte åsikter och rätta inte språket. Den tidigare texten ser skribenten och moderatorerna.
coffee-room-guide-decline = Låt bli att släppa in bara om någon kan kännas igen, någon kränks eller det är reklam. Berätta vad som borde ändras, så att skribenten kan försöka igen. Hen behåller sin text och kan begära omprövning.
coffee-room-guide-lift = Avsluta en åtgärd när dess syfte är nått: skribenten har förstått, eller skälet är borta. Berätta vad du hoppas på från och med nu. Om åtgärden var fel från början, säg det också.
coffee-room-guide-steer = Stäng en tråd när saken är utredd eller samtalet har blivit ett gräl, och säg det först i själva tråden. En stängd tråd går fortfarande att läsa. Fäst högst upp bara det som alla i rummet behöver just nu, högst några stycken.
coffee-room-guide-move = Flytta en tråd när de som kunde svara finns i ett annat rum. En flytt är inget straff: berätta vänligt varför. Gamla adresser leder till den nya platsen.
coffee-room-guide-join = Slå ihop trådar bara om de frågar samma sak. Inläggen ställs i den ordning de skrevs, så se efter om de ännu går att följa. Isär får man dem sedan bara genom att dela av.
coffee-room-guide-split = Skilj ut det som har blivit ett eget samtal, så att båda hittas. Ta med alla inlägg som hör dit och välj en rubrik som skribenterna känner igen. Det är ingen förebråelse: vid varje kaffebord glider man från ämnet.
coffee-room-guide-opinion = Avgör som om beslutet trädde i kraft. Kan någon kännas igen? Kränks någon? Att vara av annan åsikt räcker inte. Motivera med en mening som du skulle säga till skribenten själv.
coffee-room-advice-recognisable = Berätta om ditt eget jobb: vad du själv gjorde och tänkte. Byt plats, tid och annat som gör att den som får assistans kan kännas igen.
coffee-room-advice-personal-data = Lämna bort namn, adresser och nummer, också andras än den assisterades.
coffee-room-advice-rude = Man får vara av annan åsikt. Tala om saken, inte om människan.
coffee-room-advice-advertising = Kafferummet är ingen anslagstavla. Berätta hellre om en erfarenhet än om en produkt.
coffee-room-advice-other = Läs moderatorns ord och husets regler.
coffee-room-redact = Ta bort ett ställe i inlägget
coffee-room-redact-lead = Inlägget märks som ändrat av en moderator. Skribenten får veta det och kan begära omprövning.
coffee-room-redact-title = Rubrik
coffee-room-redact-body = Inlägget efter ändringen
coffee-room-redact-options = Enkätens alternativ efter redigeringen
coffee-room-redact-options-hint = Ett alternativ per rad, i samma ordning. Svaren finns kvar.
coffee-room-redact-reason = Varför tas stället bort?
coffee-room-redact-words = Dina ord till skribenten (frivilligt)
coffee-room-redact-do = Spara ändrat
coffee-room-redact-seen = Inlägget ser samma som förut. Dina ord ser: skribenten och moderatorerna
coffee-room-redact-same = Inlägget är som förut. Ta bort något ur det.
coffee-room-edited-by-moderator = ändrat av en moderator
coffee-room-deed-redact = En moderator tog bort ett ställe i ett inlägg
coffee-room-deed-warn = En skribent varnades
coffee-room-deed-slow = En skribents takt sänktes
coffee-room-deed-pause = En skribent fick en paus
coffee-room-deed-remove = En skribent stängdes ute
coffee-room-deed-lift = En åtgärd avslutades i förtid
coffee-room-deed-uphold = Omprövning: beslutet står fast
coffee-room-deed-overturn = Omprövning: beslutet upphävdes
coffee-room-all-rooms = Alla rum
coffee-room-measure-warn = Varning
coffee-room-measure-slow = Långsammare takt
coffee-room-measure-pause = Paus från att skriva
coffee-room-measure-remove = Utestängd
coffee-room-measure-in-force = gäller
coffee-room-measure-from = Började
coffee-room-measure-until = Slutar
coffee-room-measure-lifted = Avslutades i förtid
coffee-room-until-lifted = Tills en moderator beslutar annat
coffee-room-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagar
}
coffee-room-per-hour = { $count ->
    [one] Ett inlägg i timmen
   *[other] { $count } inlägg i timmen
}
coffee-room-measure-own = Du kan inte besluta om dig själv. En annan moderator beslutar.
coffee-room-measure-length-missing = Välj hur länge det gäller.
coffee-room-measure-rate-missing = Välj hur många inlägg i timmen som får skrivas.
coffee-room-measure-over = Det här gäller inte längre.
coffee-room-measure-seen = Det här ser: skribenten och moderatorerna. I modereringsloggen ser alla medlemmar vad som gjordes och varför, men inte mot vem.
coffee-room-paused = Moderatorerna har gett dig en paus: du kan läsa men inte skriva. Orsaken och hur länge ser du bland dina ärenden.
coffee-room-slowed = { $count ->
    [one] Du kan nu skriva ett inlägg i timmen. Vänta en stund och skicka sedan på nytt. Din text finns kvar här.
   *[other] Du kan nu skriva { $count } inlägg i timmen. Vänta en stund och skicka sedan på nytt. Din text finns kvar här.
}
coffee-room-kept-out-room = Moderatorerna har stängt dig ute från det här rummet. Orsaken och hur länge ser du bland dina ärenden i kafferummet, och du kan begära omprövning.
coffee-room-author = Åtgärder mot skribenten
coffee-room-author-kind = Vad görs?
coffee-room-author-kind-hint = Under en paus får man läsa men inte skriva. Den som är utestängd ser inte rummet.
coffee-room-author-where = Var?
coffee-room-author-days = Hur länge?
coffee-room-author-days-hint = Gäller inte en varning. Bara en utestängning kan gälla tills den avslutas.
coffee-room-author-rate = Hur tätt får man skriva?
coffee-room-author-rate-hint = Gäller bara långsammare takt.
coffee-room-author-reason = Varför?
coffee-room-author-words = Dina ord till skribenten (frivilligt)
coffee-room-author-words-hint = Berätta vad du hoppas på framöver. Behövs om du valde annan orsak.
coffee-room-author-do = Besluta så
coffee-room-lift = Avsluta åtgärden i förtid
coffee-room-lift-words = Varför?
coffee-room-own-decisions = Beslut som gäller dig
coffee-room-own-decisions-none = Moderatorerna har inte beslutat något om dig.
coffee-room-decision = Moderatorns beslut
coffee-room-decision-words = Moderatorns ord
coffee-room-appeal = Begäran om omprövning
coffee-room-appeal-of = { $name } begär omprövning
coffee-room-appeal-ask = Är du av annan åsikt?
coffee-room-appeal-lead = Du kan en gång be en annan moderator se på saken på nytt. Beslutet gäller tills dess.
coffee-room-appeal-until = Begär omprövning senast
coffee-room-appeal-words = Varför borde beslutet ändras?
coffee-room-appeal-words-hint = Med egna ord, högst 1 000 tecken.
coffee-room-appeal-do = Begär omprövning
coffee-room-appeal-seen = Det här och din pseudonym ser: moderatorerna
coffee-room-appeal-nobody = Just nu finns ingen annan moderator som kan besluta. Din begäran väntar, och administratören ser det.
coffee-room-appeal-waiting = Väntar på en annan moderator
coffee-room-appeal-upheld = Beslutet står fast
coffee-room-appeal-overturned = Beslutet upphävdes
coffee-room-appeal-none = Det här beslutet kan inte omprövas.
coffee-room-appeal-once = Du har redan begärt omprövning av det här beslutet.
coffee-room-appeal-undone = Beslutet gäller inte längre.
coffee-room-appeal-late = Omprövning hade behövt begäras inom 90 dagar.
coffee-room-appeal-party = Det här avgör en annan moderator: du har själv beslutat, anmält eller skrivit.
coffee-room-verdict-verdict = Vad beslutar du?
coffee-room-verdict-uphold = Beslutet står fast
coffee-room-verdict-overturn = Beslutet upphävs
coffee-room-verdict-words = Motivering
coffee-room-verdict-words-hint = Skribenten och andra moderatorer ser den.
coffee-room-verdict-do = Besluta
coffee-room-undecided = Ärenden utan beslutsfattare
coffee-room-undecided-lead = Ingen av de nuvarande moderatorerna kan avgöra de här, eftersom de är parter. Ge uppdraget åt någon annan. Här visas inte vems ärendena är eller vad som står i dem.
coffee-room-undecided-none = Det finns en beslutsfattare för allt som väntar.
coffee-room-undecided-do = Ge uppdraget som moderator
coffee-room-trust = Förtroende
coffee-room-trust-new = Ny i kafferummet
coffee-room-trust-known = Känd i kafferummet
coffee-room-trust-trusted = Betrodd i kafferummet
coffee-room-trust-new-lifts = Ett inlägg med fler än tre länkar och mycket tätt skrivande väntar på en moderator. Du kan göra fem anmälningar om dagen.
coffee-room-trust-known-lifts = Dina inlägg väntar inte för att de kommer tätt. Du kan göra 20 anmälningar om dagen.
coffee-room-trust-trusted-lifts = Du kan skriva dubbelt så tätt som andra, länkar räknas inte, och du kan göra 50 anmälningar om dagen.
coffee-room-trust-how = Förtroendet växer när dina inlägg står kvar och andra tackar för dem, och sjunker efter ett halvår borta och av moderatorernas åtgärder. Efter ett uppehåll kommer det tillbaka när du har skrivit så mycket som begärs av nya. Ingen ger eller tar det.
coffee-room-too-many-reports = Du har redan gjort { $most } anmälningar i dag. Fortsätt i morgon, eller skriv till förbundets kansli om det är bråttom.
coffee-room-practice = Praktik
coffee-room-practice-lead = Under den första praktikperioden antecknas praktikantens beslut och jämförs. Under den andra verkställs de när handledaren undertecknar.
coffee-room-practice-own = Din egen praktik
coffee-room-practice-first = Första praktikperioden: besluten antecknas och jämförs
coffee-room-practice-second = Andra praktikperioden: besluten verkställs när handledaren undertecknar
coffee-room-practice-mentor = Handledare
coffee-room-practice-no-mentor = Du har ingen handledare ännu. Praktiken börjar när en moderator blir din handledare.
coffee-room-practice-free = Ingen handledare ännu
coffee-room-practice-stopped = { $name } modererar inte längre här. En annan moderator kan fortsätta som handledare.
coffee-room-practice-agreement = Av samma åsikt { $alike } / { $compared }
coffee-room-practice-trainees = Praktikanter
coffee-room-practice-none = Det finns inga praktikanter i dina rum.
coffee-room-practice-to-sign = Väntar på din underskrift
coffee-room-practice-opinions = Jämförda beslut
coffee-room-practice-take = Bli handledare
coffee-room-practice-go-on = Fortsätt som handledare
coffee-room-practice-begin-second = Börja den andra perioden
coffee-room-practice-end = Avsluta praktiken
coffee-room-practice-stale = Praktiken har ändrats under tiden. Öppna sidan på nytt.
coffee-room-opinion = Vad skulle du besluta?
coffee-room-opinion-lead = Ditt beslut antecknas. Det jämförs med moderatorns beslut, eller så undertecknar din handledare det.
coffee-room-opinion-deed = Ditt beslut
coffee-room-opinion-reason = Orsak
coffee-room-opinion-reason-hint = Behövs om du döljer, tar bort ett ställe eller inte släpper in.
coffee-room-opinion-words = Dina ord till skribenten, eller motivering
coffee-room-opinion-do = Anteckna
coffee-room-opinion-seen = Det här ser: din handledare och andra moderatorer
coffee-room-opinion-mine = Så här har du beslutat
coffee-room-opinion-proposal = Praktikantens förslag
coffee-room-opinion-sign = Underteckna och verkställ
coffee-room-opinion-redact = Öppna för ändring och underteckna
coffee-room-opinion-decided = Moderatorn beslutade
coffee-room-opinion-waits = väntar
coffee-room-opinion-alike = lika
coffee-room-opinion-unlike = olika
coffee-room-opinion-about = Öppna ärendet
coffee-room-log-trainee = på förslag av en praktikant
flash-coffee-room-claim-taken = En annan moderator hann ta upp det här.
flash-coffee-room-measured = Beslutat. Skribenten ser det bland sina ärenden.
flash-coffee-room-lifted = Åtgärden är avslutad.
flash-coffee-room-appealed = Din begäran väntar på en annan moderator.
flash-coffee-room-appeal-decided = Omprövningen är avgjord.
flash-coffee-room-redacted = Stället är borttaget och skribenten får veta det.
flash-coffee-room-opinion = Ditt beslut är antecknat.
flash-coffee-room-signed = Förslaget är verkställt i bådas namn.
flash-coffee-room-practice = Praktiken är uppdaterad.
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
coffee-room-person-seal-text = Du ser pseudonymer, aldrig namn. Om någon är i fara kan du be en registerförare eller en administratör att ta reda på det tillsammans med dig. Personen får veta det.
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
coffee-room-apart-mute-means = Tysta: inläggen är hopfällda i trådarna, och du öppnar dem du vill läsa. Du får inga aviseringar om vad personen skriver.
coffee-room-apart-block-means = Blockera: som att tysta, och dessutom kan personen inte nämna eller citera dig: ditt namn är ett vanligt ord i det hen skriver, och […] står i stället för dina ord. Hen kan ändå läsa och svara på det du skriver, eftersom alla i kafferummet läser samma trådar. Beslut av en moderator når dig i alla fall.
coffee-room-apart-seen = Det här ser bara du. Personen får inte veta det, men kan märka att ett citat saknas.
coffee-room-apart-self = Du kan inte tysta eller blockera dig själv.
coffee-room-folded = Hopfällt: ett inlägg av { $name }. Visa
flash-coffee-room-person-muted = Tystad. Inläggen är hopfällda från och med nu.
flash-coffee-room-blocked = Blockerad. Inläggen är hopfällda, och personen kan inte nämna eller citera dig.
flash-coffee-room-apart-ended = Du hör allt av personen igen.

## Moderering
coffee-room-queue = Modereringskön
coffee-room-queue-lead = Allt som väntar på en moderator, det äldsta först. Dina egna inlägg, och inlägg av dem som du har ett ärende med, behandlas av en annan moderator.
coffee-room-queue-waiting = Väntar
coffee-room-queue-empty = Kön är tom. Ta en kopp kaffe.
coffee-room-queue-reports = { $count ->
    [one] { $count } anmälan
   *[other] { $count } anmälningar
}
coffee-room-queue-open = Öppna tråden
coffee-room-own-post = Det här är ditt eget inlägg. En annan moderator behandlar det.
coffee-room-held-found = Ord som någon kunde kännas igen på
coffee-room-party = Det här är för en annan moderator. Ingen avgör något om den som man har ett ärende med: inte den som anmälde inlägget, inte den vars beslut skribenten har begärt omprövning av, och inte när den ena vill höra mindre av den andra.
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

# Feeds
coffee-room-feeds = Flöden
coffee-room-feeds-lead = Med ett flöde följer du diskussionerna i ett läsprogram, utan att logga in varje gång. Flödet visar bara det som du själv får läsa den dagen.
coffee-room-feeds-new = Nytt flöde
coffee-room-feeds-follows = Vad flödet följer
coffee-room-feeds-name = Ditt namn på flödet
coffee-room-feeds-name-hint = Till exempel enheten eller programmet du läser med: ”telefonen”.
coffee-room-feeds-make = Gör ett flöde
coffee-room-feeds-secret = Adressen är hemlig: alla som har den kan läsa flödet. Ge den inte till andra.
coffee-room-feeds-made = Flödet är klart
coffee-room-feeds-copy = Kopiera adressen till ditt läsprogram nu. Vi visar den inte en gång till.
coffee-room-feeds-yours = Dina flöden
coffee-room-feeds-gone = Det här kan du inte läsa längre
coffee-room-feeds-made-on = Gjort
coffee-room-feeds-used-on = senast läst
coffee-room-feeds-unused = ännu inte läst
coffee-room-feeds-end = Ta bort
coffee-room-feeds-unknown = Välj i listan vad flödet ska följa.
coffee-room-feeds-post = Inlägg { $number }, { $author }
coffee-room-feeds-of-thread = Följ som flöde
flash-coffee-room-feed-ended = Flödet är borttaget. Adressen fungerar inte längre.

setting-coffee-room-posts-per-minute = Kafferummet: hur många inlägg en person kan skriva på en minut
setting-coffee-room-known-posts = Kafferummet: hur många synliga inlägg innan skribenten är känd (ett tack räknas som ett inlägg)
setting-coffee-room-known-days = Kafferummet: hur många dagar efter det första inlägget innan skribenten är känd
setting-coffee-room-trusted-posts = Kafferummet: hur många synliga inlägg innan skribenten är betrodd (ett tack räknas som ett inlägg)
setting-coffee-room-trusted-days = Kafferummet: hur många dagar efter det första inlägget innan skribenten är betrodd
setting-coffee-room-unread-days = Kafferummet: hur många dagar ett nytt inlägg visas som oläst
coffee-room-hidden-tag = Dold
coffee-room-alike = Det här har redan diskuterats
coffee-room-search-start = Starta en tråd i kafferummet
coffee-room-search-choose = Välj ett rum och starta en tråd i kafferummet
