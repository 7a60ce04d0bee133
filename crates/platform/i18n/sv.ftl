### Svenska texter: ram, fel, formulär, inloggning, egna uppgifter, administration.

## Ram
skip-to-content = Hoppa till innehållet
menu-main = Huvudmeny
menu-work = Arbete
menu-language = Språk
menu-about = Om tjänsten
menu-privacy = Dataskydd
menu-house-rules = Husets regler
menu-accessibility = Tillgänglighet
menu-account = Mina uppgifter
menu-admin = Administration
foot-line = Kafferum – för dig som arbetar ensam.
sign-in = Logga in
sign-out = Logga ut

standing-visitor = Besökare
standing-guest = Gäst
standing-trial-over = Provperioden är slut
standing-member = Medlem
standing-leaver = Tidigare medlem
standing-staff = Förbundets anställd

demo-bar = Demonstration
demo-move-clock = Flytta klockan framåt
demo-day-1 = +1 dag
demo-day-14 = +14 dagar
demo-day-30 = +30 dagar
demo-panel = Demonstrationens reglage
demo-mail = Skickade mejl

## Felsidor
error-not-found = Sidan finns inte
error-not-found-lead = Adressen har kanske ändrats, eller så är sidan bara för dem den är avsedd för.
error-refused = Det här lyckades inte
error-signed-out = Du är inte längre inloggad
error-signed-out-lead = Inloggningen hann ta slut, så ingenting sparades. Logga in på nytt och skicka sedan.
error-door-closed = Dörren är stängd nu
error-door-closed-lead = Kafferummet är öppet för medlemmar och under provperioden. De offentliga sidorna är alltid öppna för dig, och som medlem får du din plats vid bordet igen.
error-kept-out = Du hålls utanför kafferummet tills vidare
error-kept-out-lead = Moderatorerna har beslutat så. Beslutet, orsaken och hur länge det gäller ser du bland dina ärenden, och du kan be en annan moderator pröva det på nytt.
error-to-own-matters = Mina ärenden i kafferummet
error-not-yours = Den här sidan är för andra
error-not-yours-lead = Sidan hör till ett uppdrag som du inte har. Om du borde ha det, fråga administratören.
error-fault = Något gick fel hos oss
error-fault-lead = Felet är vårt, inte ditt. Försök igen om en stund. Om felet upprepas, berätta referensnumret för oss.
error-reference = Referensnummer
error-send-again = Skicka på nytt
error-typed = Det du skrev
error-typed-lead = Ingenting sparades. Du kan kopiera din text här.
error-to-front = Till startsidan
error-to-sign-in = Logga in
error-to-join = Bli medlem
error-to-databank = Till kunskapsbanken

## Bilder som skickas
picture-too-large = Filen är för stor: högst { $megabytes } MB. Välj en mindre storlek på bilden eller ta en skärmbild av den; dela upp dokumentet.
picture-too-many-points = Bilden är för stor för att öppnas: högst { $megapixels } megapixel. Välj en mindre storlek eller ta en skärmbild av bilden.
picture-too-narrow = Bilden är så lång och smal att ingenting skulle synas. Beskär den och försök igen.
picture-heic = Det här är en HEIC-bild, som många enheter inte kan visa. Spara den som JPEG eller ta en skärmbild av den. På en iPhone: Inställningar › Kamera › Format › Mest kompatibla.
picture-unknown-kind = Det här är ingen bild som vi känner igen. Skicka en JPEG, PNG, WebP eller GIF.
picture-broken = Bilden går inte att öppna: filen är trasig eller avbruten. Spara den på nytt eller välj en annan.
picture-busy = Många filer skickas just nu. Försök igen om en stund.
document-unknown-kind = Det här är varken en bild eller ett dokument som vi känner till. Skicka en bild (JPEG, PNG, WebP, GIF) eller ett dokument (PDF, textfil, .odt, .ods, .odp, .docx, .xlsx, .pptx).
document-lies = Filen är till sitt innehåll { $kind }, men namnet säger något annat. Spara den på nytt med programmet som den är gjord med.
document-text = I textfilen finns tecken som vi inte kan läsa. Spara den som UTF-8.
document-locked = Dokumentet är låst med ett lösenord eller sparat i ett gammalt format (.doc, .xls, .ppt). Spara det utan lösenord i ett nutida format eller som PDF.
document-program = I dokumentet finns ett program, till exempel ett makro, eller en annan fil som är inbäddad. Spara det utan sådana, till exempel som PDF.
document-calls = Dokumentet skulle hämta något från annat håll när det öppnas, till exempel en bild eller en mall, och avslöja sina läsare. Spara det som PDF eller lägg in bilden i själva dokumentet.
document-bomb = Dokumentet blir för stort när det packas upp. Spara det mindre eller i delar.
document-broken = Dokumentet kan inte öppnas: filen är trasig eller avbruten. Spara den på nytt eller välj en annan.

## Formulär
form-error = Fel
form-errors = { $count ->
    [one] Rätta ännu en punkt
   *[other] Rätta ännu { $count } punkter
}
form-required = Fyll i det här: { $label }
form-too-long = { $label }: högst { $longest } tecken. Nu är det { $length }.
form-odd-characters = { $label }: ta bort de ovanliga tecken som vi inte kan spara.
form-too-large = Det du skickade är för stort. Korta texten eller välj en mindre fil.
form-broken-off = Sändningen avbröts på vägen. Försök igen.
form-wrong-kind = Vi kan inte läsa en sådan sändning. Öppna formuläret på nytt och skicka det därifrån.
form-broken-encoding = Sändningen innehöll tecken som vi inte kan läsa. Öppna formuläret på nytt och skicka texten därifrån.
form-out-of-date = Formuläret hade varit öppet för länge, eller så hade din inloggning hunnit bytas. Kontrollera uppgifterna och skicka på nytt.
form-unknown-field = Sändningen innehöll en punkt som inte finns i formuläret. Ingenting sparades.
form-foreign = Sändningen kom inte från den här webbplatsens formulär. Ingenting sparades. Om det var du som skrev: gå tillbaka, kopiera din text och öppna sidan på nytt.
too-many-tries = För många försök. Vänta 15 minuter och försök sedan igen.

password-too-short = Lösenordet måste ha minst { $least } tecken. Tre eller fyra ord i rad är bra.
password-too-long = Lösenordet är för långt. Gör det kortare.
password-too-usual = Ett sådant lösenord gissar man först. Hitta på ett annat, till exempel tre ord som inte har med dig att göra.

feeds-too-many = Du har redan { $most } flöden. Ta först bort något som du inte läser.
# Web push
push-tab = Aviseringar
push-title = Aviseringar på dina enheter
push-lead = Telefonen eller datorn kan säga till när det finns något nytt för dig, också när webbplatsen inte är öppen. I aviseringen står inte vad det gäller, bara att det finns något nytt.
push-none = Ingen enhet säger ännu till när det finns något nytt.
push-devices = Enheter som säger till
push-since = Tillagd
push-remove = Ta bort
push-add-title = Den här enheten
push-add = Säg till på den här enheten
push-audience = Aviseringen syns för alla som ser enhetens skärm. Där står bara: ”Det finns något nytt för dig”.
push-needs-script = Den här webbläsaren kan inte visa aviseringar, eller så är JavaScript avstängt i den. På iPhone måste webbplatsen först läggas till på hemskärmen.
push-refused = Webbläsaren tillät inte aviseringar. Du kan tillåta dem i webbläsarens inställningar. Försök sedan igen.
push-sign-out = När du loggar ut på enheten säger den inte längre till.
push-not-possible = Webbläsaren gav en adress för aviseringar som vi inte kan använda. Försök igen eller använd en annan webbläsare.
push-something-new = Det finns något nytt för dig
flash-push-added = Den här enheten säger nu till när det finns något nytt för dig.
flash-push-removed = Enheten säger inte längre till.

setting-not-a-number = Skriv ett heltal mellan { $least } och { $most }.
setting-not-below = Det här ska vara mindre än { $number } ({ $other }).
setting-not-above = Det här ska vara större än { $number } ({ $other }).
setting-not-a-line = Skriv en rad, högst 200 tecken.
setting-not-a-choice = Välj ett av alternativen i listan.
setting-unknown-place = I texten finns platsen { $place }, som vi inte kan fylla i. Du kan använda de här: { $places }.

## Inställningar
setting-union-name = Förbundets namn
setting-sender-name = Avsändarens namn i mejl
setting-sender-address = Avsändarens adress i mejl
setting-default-language = Sidornas språk när läsarens språk är okänt
setting-union-contact = Förbundets kontaktuppgift som visas på sidorna
setting-union-regions = Förbundets regioner åtskilda med kommatecken; tomt betyder landskapen
setting-live-lines = Öppna sidor: hur många som får nyheter genast, per server
setting-error-door-closed = Stängd dörr: rubrik
setting-error-door-closed-lead = Stängd dörr: text
setting-platform-reset-mail-subject = Mejl om nytt lösenord: rubrik
setting-platform-reset-mail-body = Mejl om nytt lösenord: text
setting-platform-email-mail-subject = Byte av e-postadress: mejlens rubrik
setting-platform-email-confirm-mail-body = Byte av e-postadress: bekräftelse till den nya adressen
setting-platform-email-asked-mail-body = Byte av e-postadress: besked till den gamla adressen om begäran
setting-platform-email-taken-mail-body = Byte av e-postadress: den nya adressen har redan ett konto
setting-platform-email-changed-mail-body = Byte av e-postadress: besked till den gamla adressen om bytet

platform-reset-mail-subject = Nytt lösenord
platform-reset-mail-body =
    Hej { $name }

    Du bad om ett nytt lösenord. Välj det här:
    { $link }

    Länken fungerar i { $hours } timme och bara en gång.

    Om du inte bad om ett nytt lösenord behöver du inte göra någonting. Ditt gamla lösenord fungerar fortfarande.
platform-email-mail-subject = Din e-postadress
platform-email-confirm-mail-body =
    Hej

    Någon, troligen du, vill logga in med den här adressen. Bekräfta adressen här:
    { $link }

    Länken fungerar i { $hours } timme och bara en gång. Innan dess ändras ingenting.

    Om du inte bad om det här behöver du inte göra någonting.
platform-email-asked-mail-body =
    Hej

    Någon, troligen du, bad att få logga in på ditt konto med en annan adress än den här. Ingenting ändras förrän den nya adressen har bekräftats med länken som skickades dit.

    Om du inte bad om det här känner någon annan till ditt lösenord. Byt det genast, så slutar länken fungera:
    { $link }
platform-email-taken-mail-body =
    Hej

    Någon, troligen du, ville använda den här adressen för ett annat konto. Adressen har redan ett konto, så ingenting ändrades.

    Logga in här:
    { $link }

    Om du inte bad om det här behöver du inte göra någonting.
platform-email-changed-mail-body =
    Hej

    Man loggar inte längre in med den här adressen: den har bytts mot en annan.

    Om du inte ville det, berätta det genast. Kontaktuppgifterna finns här:
    { $link }

## Gemensamma ord
save = Spara
saved-meanwhile = Sparat under tiden
cancel = Avbryt
crumbs = Sökväg
pages = Sidor
not-a-mail-address = Skriv hela e-postadressen, till exempel namn@exempel.fi.
phone-wrong = Skriv telefonnumret med siffror, till exempel 040 123 4567.
postal-code-wrong = Skriv postnumret, till exempel 00530.
region-choose = Välj region
region-unknown = Välj en region i listan.
language-unknown = Välj ett av språken.
flash-saved = Sparat.
flash-signed-out = Du är utloggad.
flash-password-changed = Det nya lösenordet gäller. De andra enheterna loggades ut.
flash-email-asked = Läs posten på din nya adress. Adressen byts när du öppnar länken som vi skickade dit.
flash-email-changed = Du loggar nu in med den nya adressen. De andra enheterna loggades ut.
flash-pseudonym-changed = Pseudonymen är bytt.
flash-session-ended = Inloggningen avslutades.
flash-set-up = Webbplatsen är klar. Välkommen!
flash-role-given = Uppdraget gavs.
flash-role-ended = Uppdraget avslutades.
flash-job-revived = Ett nytt försök görs med arbetet.

## Inloggning
sign-in-title = Logga in
sign-in-lead = Välkommen tillbaka.
sign-in-email = E-post
sign-in-password = Lösenord
sign-in-forgot = Har du glömt lösenordet?
sign-in-first = Första gången här?
sign-in-recognise = Jag är medlem i förbundet
sign-in-recognise-text = Ta i bruk ditt konto med medlemsnumret.
sign-in-register = Jag är inte medlem än
sign-in-register-text = Prova kafferummet gratis.
sign-in-wrong = E-postadressen och lösenordet hör inte ihop. Kontrollera båda.
sign-in-wait-title = Vänta en stund
sign-in-wait = För många försök.
sign-in-wait-until = Du kan försöka igen
sign-in-wait-link = Du behöver inte vänta: be om en länk till din e-post, så kommer du in genast.
sign-in-mail-me = Skicka mig en länk

password-forgot-title = Nytt lösenord
password-forgot-lead = Vi skickar en länk till din e-post. Med den kan du välja ett nytt lösenord.
password-forgot-email = E-post
password-forgot-email-hint = Samma adress som du loggar in med.
password-forgot-send = Skicka länken
password-sent-title = Läs din e-post
password-sent-lead = Om vi har adressen har vi skickat en länk dit. Den fungerar i en timme och bara en gång.
password-sent-wait = Mejlet kommer oftast inom några minuter. Titta också i skräpposten.
password-sent-again = Skicka en ny länk
password-reset-title = Välj ett nytt lösenord
password-reset-lead = Sedan är du genast inne. Dina andra enheter loggas ut.
password-reset-whose = Lösenordet byts för kontot
password-reset-password = Nytt lösenord
password-reset-password-hint = Minst 12 tecken. Tre eller fyra ord i rad är lätta att minnas.
password-save = Spara lösenordet
password-gone-title = Länken fungerar inte längre
password-gone-lead = Länken fungerar i en timme och bara en gång. Du får genast en ny.
password-wrong = Lösenordet är inte rätt.
password-same = Välj ett annat lösenord än det du har.

## Pseudonym
pseudonym-length = En pseudonym har { $least }–{ $most } tecken.
pseudonym-letters = Använd bokstäver, siffror, mellanslag och tecknen - _ . ' och börja med en bokstav eller siffra.
pseudonym-scripts = Använd bokstäver ur bara ett alfabet.
pseudonym-office = Pseudonymen ser ut att höra till ett uppdrag, en administratör eller moderator, eller ett raderat konto. Välj en annan.
pseudonym-own-name = Pseudonymen innehåller ditt efternamn. Hitta på en som du inte känns igen på.
pseudonym-taken = Någon har redan den pseudonymen eller en som ser likadan ut. Välj en annan.

## Mina uppgifter
account-title = Mina uppgifter
account-lead = I kafferummet är du känd under din pseudonym. Ditt namn ser förbundets kansli.
account-tab = Uppgifter
account-change = Ändra
account-pseudonym = Pseudonym
account-standing = Din ställning
account-trial-until = Provperiodens sista dag är
account-roles = Uppdrag
account-language = Språk
account-contact = Namn och kontaktuppgifter
account-contact-audience = De här ser förbundets kansli, ingen i kafferummet.
account-name = Namn
account-email = E-post
account-phone = Telefon
account-address = Postadress
account-region = Region
account-leave = Lämna huset
account-leave-text = Du kan radera ditt konto när som helst.
account-leave-link = Radera kontot…

account-pseudonym-title = Byt pseudonym
account-pseudonym-lead = Också dina gamla inlägg visas med den nya pseudonymen. Ingen annan kan ta den nuvarande på ett år, och bara moderatorerna ser att den var din.
account-pseudonym-pseudonym = Pseudonym
account-pseudonym-pseudonym-hint = 2–30 tecken. Använd inte ditt riktiga namn.
account-pseudonym-audience = Pseudonymen ser alla i kafferummet.
account-pseudonym-too-often = Pseudonymen kan bytas { $most } gånger på { $days } dagar. Vänta lite.

account-language-title = Byt språk
account-language-language = Språk
account-language-language-hint = Sidor, mejl och brev kommer på det här språket.

account-contact-title = Namn och kontaktuppgifter
account-contact-lead = E-postadressen byter du på en egen sida.
account-contact-given_name = Förnamn
account-contact-family_name = Efternamn
account-contact-phone = Telefon (frivilligt)
account-contact-street = Gatuadress (frivilligt)
account-contact-postal_code = Postnummer (frivilligt)
account-contact-city = Postort (frivilligt)
account-contact-region = Region
account-contact-stale = Dina uppgifter ändrades efter att du öppnade den här sidan, kanske i ett annat fönster. Se vad som sparades, och spara ditt om det fortfarande stämmer.

account-email-title = Byt e-postadress
account-email-lead = Vi skickar en länk till den nya adressen. Adressen byts först när du öppnar den.
account-email-now = Nu loggar du in med
account-email-email = Ny e-postadress
account-email-password = Lösenord
account-email-password-hint = Vi försäkrar oss om att det är du.
account-email-send = Skicka länken
account-email-same = Du har redan den här adressen.
account-email-too-often = Du har bett om byte många gånger. Vänta en timme och försök sedan igen.
email-confirm-title = Bekräfta e-postadressen
email-confirm-lead = Sedan loggar du in med den här adressen. Dina andra enheter loggas ut.
email-confirm-address = Ny adress
email-confirm-do = Bekräfta

account-password-tab = Lösenord
account-password-title = Byt lösenord
account-password-lead = Dina andra enheter loggas ut.
account-password-first-title = Välj ett eget lösenord
account-password-first-lead = Du loggade in med ett tillfälligt lösenord. Välj nu ett eget, så kommer du vidare.
account-password-old_password = Nuvarande lösenord
account-password-password = Nytt lösenord
account-password-password-hint = Minst 12 tecken. Tre eller fyra ord i rad är lätta att minnas.

account-sessions-tab = Enheter
account-sessions-title = Var du är inloggad
account-sessions-lead = En inloggning tar slut av sig själv när enheten inte har använts på 30 dagar.
account-sessions-unknown = Okänd enhet
account-sessions-opened = Inloggad
account-sessions-seen = senast använd
account-sessions-this = den här enheten
account-sessions-end = Logga ut
account-sessions-end-others = Logga ut alla andra
account-sessions-strange = Ser du en enhet som du inte känner igen? Logga ut den och byt lösenord:

account-log-tab = Visningar
account-log-title = Vem har sett mina uppgifter
account-log-lead = Var och en som öppnar eller ändrar dina uppgifter lämnar ett spår här.
account-log-empty = Ingen har öppnat dina uppgifter ännu.
account-log-caption = Visningar och ändringar, de nyaste först
account-log-when = När
account-log-who = Vem
account-log-what = Vad
account-log-you = Du
account-log-other = En annan person
account-log-site = Systemet

account-data-tab = Hämta mina uppgifter
account-data-title = Hämta mina uppgifter
account-data-lead = Du får allt som webbplatsen vet om dig i en fil.
account-data-text = Filen är i formatet JSON: den kan läsas som text och flyttas till en annan tjänst.
account-data-fetch = Hämta mina uppgifter
account-data-care = Av filen ser man att du har kontakt med förbundet. Förvara den därefter.

account-erase-title = Radera kontot
account-erase-lead = Raderingen kan inte ångras. Du kan ändå komma tillbaka senare med ett nytt konto.
account-erase-goes = Det här försvinner genast
account-erase-goes-identity = ditt namn, dina kontaktuppgifter och din pseudonym
account-erase-goes-entry = ditt lösenord och dina inloggningar på alla enheter
account-erase-goes-roles = dina uppdrag och de mejl till dig som väntar
account-erase-stays = Det här blir kvar
account-erase-stays-posts = Dina inlägg blir kvar i diskussionerna utan pseudonym, så att andras svar går att förstå.
account-erase-stays-log = I händelseloggen finns ett nummer som inte längre pekar på dig.
account-erase-stays-register = Förbundets eget medlemsregister ändras inte. Om du vill lämna förbundet, meddela förbundet.
account-erase-take = Vill du först ha uppgifterna själv?
account-erase-password = Lösenord
account-erase-password-hint = Vi försäkrar oss om att det är du.
account-erase-certain = Jag förstår att kontot inte går att få tillbaka
account-erase-do = Radera mitt konto
goodbye-title = Ditt konto är raderat
goodbye-lead = Tack för besöket. Kaffet är varmt om du någon gång kommer tillbaka.

## Vem finns bakom en pseudonym
seal-title = Vem finns bakom en pseudonym
seal-lead = Moderatorerna ser pseudonymer, aldrig namn. När inget annat hjälper får två personer med olika uppdrag titta tillsammans: en moderator ber, en registerförare eller en administratör går med på det eller säger nej.
seal-none = Ingen har bett om något. En moderator ber på personens egen sida, som öppnas från pseudonymen i en tråd.
seal-asked = Begärd
seal-open-until = Öppen till
seal-nobody = Tidigare användare
seal-state-waiting = Väntar på svar
seal-state-opened = Öppen
seal-state-closed = Var öppen, stängd igen
seal-state-declined = Nekad
seal-state-withdrawn = Återtagen
seal-state-expired = Ingen svarade i tid
seal-new-title = Be att få veta vem det är
seal-new-lead = Be bara när en varning, dolda inlägg eller ett stängt kafferum inte räcker: när någon är i fara eller ett brott misstänks. En annan person med ett annat uppdrag avgör. Om hen går med på det ser ni två namn och kontaktuppgifter i 7 dagar. Personen får veta det.
seal-new-reason = Varför måste det bli känt?
seal-new-reason-hint = Berätta vad som har hänt och var. Minst 20 tecken.
seal-new-hope = Vad gör du med uppgiften?
seal-new-hope-hint = Till exempel: jag ringer personen, eller ger uppgiften till polisen.
seal-new-danger = Vore det farligt att berätta för personen? (frivilligt)
seal-new-danger-hint = Berätta vem som vore i fara och hur. Lämna tomt om personen kan få veta det genast.
seal-new-danger_days = När får personen veta det?
seal-new-do = Be
seal-new-seen = Det här ser registerförarna och administratörerna. Om det öppnas ser personen det också, med ditt uppdrag men inte din pseudonym.
seal-danger-none = Genast
seal-danger-for = Efter { $days } dagar
seal-reason-short = Berätta lite mer: minst { $least } tecken.
seal-danger-days = Välj efter hur många dagar personen får veta det.
seal-danger-why = Berätta vilken faran är, eller välj att personen får veta det genast.
seal-self = Det här är du.
seal-waiting-already = Du har redan bett om det här, och begäran väntar på svar.
seal-not-waiting = Begäran väntar inte längre på svar, eller så är det inte du som ska svara.
seal-not-open = Det här är inte öppet för dig, eller inte längre.
seal-verdict-missing = Välj vad du beslutar.
seal-request-title = Begäran att få veta vem det är
seal-about = Om vem
seal-asked-by = Begärd av
seal-danger = Fara, så att personen inte får veta det genast
seal-danger-length = { $count ->
    [one] i { $count } dag
   *[other] i { $count } dagar
}
seal-answered-by = Besvarad av
seal-answer = Svaret
seal-looks = Antal gånger någon tittat
seal-told-at = Personen får veta det
seal-look-logged = Varje titt antecknas, och personen ser hur många de var.
seal-look = Se vem det är
seal-waits = Väntar på svar till
seal-withdraw = Ta tillbaka begäran
seal-answer-title = Ditt beslut
seal-answer-lead = Du beslutar för den som inte kan tala här. Kunde saken skötas utan att namnet blir känt? Om du går med på det ser ni båda namn och kontaktuppgifter i 7 dagar.
seal-answer-verdict = Vad beslutar du?
seal-answer-words = Varför?
seal-answer-words-hint = Den som bad läser det här. Om du går med på det läser också personen det.
seal-answer-do = Bekräfta beslutet
seal-answer-seen = Det här ser den som bad, och personen själv om det öppnas
seal-verdict-open = Det öppnas, och personen får veta det genast
seal-verdict-later = Det öppnas; också jag ser faran, så personen får veta det efter { $days } dagar
seal-verdict-decline = Det öppnas inte, och ingen ser vem det är
seal-person-title = Vem det är
seal-person-lead = Använd uppgiften bara till det som den begärdes för. Skriv den inte i kafferummet. Den här titten antecknades.
account-seal-title = När någon tagit reda på vem du är
account-seal-lead = I kafferummet är du känd bara under din pseudonym. Om två personer med olika uppdrag någon gång måste ta reda på vem du är läser du om det här.
account-seal-none = Ingen har behövt ta reda på vem som finns bakom din pseudonym.
account-seal-who = Vilka
account-seal-reason = Varför det måste bli känt
account-seal-hope = Vad uppgiften behövdes till
account-seal-answer = Varför det godkändes
account-seal-what = Vad de såg
account-seal-what-text = Ditt namn, din e-postadress, ditt telefonnummer och din postadress
account-seal-late = Varför du inte fick veta det genast
account-seal-complain = Om du tycker att det här var fel, skriv till { $contact }. Du kan också vända dig till dataombudsmannen.
flash-seal-asked = Begäran är gjord. Svaret ser du här.
flash-seal-answered = Beslutet är antecknat.
flash-seal-withdrawn = Begäran är återtagen.
seal-party-mail-body =
    Hej { $name },

    i ditt uppdrag finns något för dig att läsa och kanske att besluta om. Logga in och öppna den här sidan:
    { $link }

    Frågor: { $contact }

    { $union }
seal-mail-subject = Något att läsa om ditt konto
seal-mail-body =
    Hej { $name },

    det finns något för dig att läsa om hur dina uppgifter har använts. Logga in och öppna den här sidan:
    { $link }

    Frågor: { $contact }

    { $union }

## Husets sidor
privacy-title = Dataskydd
privacy-lead = Vi samlar in lite, visar ännu mindre och antecknar varje visning.
privacy-what = Vad vi sparar
privacy-what-identity = Ditt namn och dina kontaktuppgifter. Dem ser förbundets kansli.
privacy-what-membership = Datumen för din provperiod och ditt medlemskap samt dina uppdrag i förbundet.
privacy-what-writings = Det du skriver. Andra ser din pseudonym i inläggen, inte ditt namn.
privacy-what-traces = När och med hurdan enhet du loggat in, vad som har skickats till dig och vem som har sett dina uppgifter.
privacy-why = Varför vi får spara
privacy-why-text = Med uppgifterna håller vi kafferummet öppet, svarar på frågor och sköter anslutningen. De används inte till annat.
privacy-law = Kontakt med ett fackförbund är en särskild kategori av personuppgifter. Förbundet får behandla uppgifter om sina medlemmar och om personer som har regelbunden kontakt med det (allmänna dataskyddsförordningen, artikel 9.2 d). Andra ber vi om samtycke, och det kan återtas.
privacy-who = Vem som ser uppgifterna
privacy-who-text = Kansliet ser kontaktuppgifter, en moderator ser pseudonymer. Varje visning lämnar en anteckning som du ser bland dina egna uppgifter.
privacy-third = Uppgifterna säljs inte och lämnas inte ut till andra. Sidorna laddar ingenting från andra ställen, och besökare spåras inte.
privacy-cookies = Kakor
privacy-cookies-text = Vi använder bara kakor som webbplatsen inte fungerar utan:
privacy-cookies-session = session håller dig inloggad tills du loggar ut
privacy-cookies-language = lang minns ditt val av språk i ett år
privacy-cookies-keys = keys minns i ett år om du stänger av kortkommandona
privacy-cookies-device = device berättar att någon har loggat in på enheten förut, så att ingen utomstående kan låsa dig ute
privacy-cookies-flash = flash visar en kvittering på nästa sida, till exempel ”Sparat”, och försvinner sedan
privacy-rights = Vad du själv kan göra
privacy-rights-export = Hämta alla dina uppgifter
privacy-rights-log = Se vem som har öppnat dina uppgifter
privacy-rights-change = Rätta dina uppgifter
privacy-rights-erase = Radera ditt konto
privacy-rights-ask = Fråga om dina uppgifter och rättigheter:
privacy-complain = Om du inte är nöjd med vårt svar kan du klaga hos dataombudsmannen.

accessibility-title = Tillgänglighet
accessibility-lead = Huset är byggt så att alla kommer in.
accessibility-aim = Mål
accessibility-aim-text = Målet är nivå AA i riktlinjerna WCAG 2.2. Sidorna fungerar med tangentbord, skärmläsare, stor text, telefon och utan JavaScript.
accessibility-checked = Hur det har kontrollerats
accessibility-checked-text = Sidorna kontrolleras med programmet axe-core i en riktig webbläsare på finska, svenska och engelska varje gång programmet ändras. Ett program hittar bara en del av hindren. Ingen utomstående har bedömt webbplatsen.
accessibility-lacks = Brister
accessibility-lacks-text = Det kan finnas hinder som vi inte känner till i texter och bilagor som andra har skrivit.
keys = Kortkommandon
keys-text = När inget fält är valt leder / till sökningen, j till nästa inlägg och k till föregående. I moderatorernas kö trycker bokstäver på knappar. Om de stör diktering eller om du råkar träffa dem kan du stänga av dem. Valet gäller den här enheten.
keys-are-on = På
keys-are-off = Av
keys-turn-on = Slå på kortkommandona
keys-turn-off = Stäng av kortkommandona
accessibility-feedback = Berätta om ett hinder
accessibility-feedback-text = Om något inte fungerar för dig, berätta det. Vi rättar det eller ger dig informationen på ett annat sätt:

## Första starten
set-up-title = Ta huset i bruk
set-up-lead = Några uppgifter, sedan kan dörrarna öppnas. Allt kan ändras senare.
set-up-of-union = Förbundet
set-up-of-mail = E-post
set-up-of-you = Du, den första administratören
set-up-union = Förbundets namn
set-up-language = Sidornas språk när läsarens språk är okänt
set-up-contact = Förbundets kontaktuppgift
set-up-contact-hint = Visas på sidorna. Till exempel kansliets e-post eller telefon.
set-up-sender_name = Avsändarens namn
set-up-sender_name-hint = Syns i mottagarens inkorg. Ett namn som inte nämner förbundet skyddar läsaren.
set-up-sender_address = Avsändarens adress
set-up-sender_address-hint = Inte heller adressen borde berätta om förbundet: domänen syns i inkorgen.
set-up-given_name = Förnamn
set-up-family_name = Efternamn
set-up-email = E-post
set-up-email-hint = Med den här loggar du in.
set-up-pseudonym = Pseudonym
set-up-pseudonym-hint = Det här ser andra. 2–30 tecken.
set-up-password = Lösenord
set-up-password-hint = Minst 12 tecken. Tre eller fyra ord i rad är lätta att minnas.
set-up-do = Ta i bruk
set-up-email-taken = Det finns redan ett konto med den adressen. Använd en annan adress.
set-up-gone-title = Länken fungerar inte längre
set-up-gone-lead = Länken för ibruktagning fungerar en gång. Webbplatsen har redan en administratör, eller så är länken för gammal.

## Administration
admin-title = Administration
admin-lead = Inställningar, uppdrag och logg. Människors ärenden läses inte här.
admin-asked = Det här har förbundet ännu inte berättat:
admin-dead = { $count ->
    [one] Ett arbete har blivit ogjort.
   *[other] { $count } arbeten har blivit ogjorda.
}
capability-platform = Webbplatsen
capability-membership = Medlemskap
capability-coffee-room = Kafferum
capability-databank = Kunskapsbank

admin-settings-title = Inställningar
admin-settings-lead = Namn, tidsgränser och texterna i mejl.
admin-settings-own = ändrad
admin-setting-value = Värde
admin-setting-fi = På finska
admin-setting-sv = På svenska
admin-setting-en = På engelska
admin-setting-places = De här platserna fylls i när mejlet skickas:
admin-setting-place-needed = Behåll { $place } i texten: utan den är mejlet till ingen nytta.
admin-setting-default = Standard
admin-setting-clear = Återställ till standard
admin-setting-stale = Någon annan sparade den här inställningen efter att du öppnade den. Se vad som sparades, och spara ditt om det fortfarande stämmer.

admin-roles-title = Uppdrag
admin-roles-lead = Vem som har vilket uppdrag, från när och till när.
admin-roles-whole = hela förbundet,
admin-roles-from = från och med
admin-roles-until = sista dagen
admin-roles-ahead = börjar senare
admin-roles-ended = Avslutade uppdrag
admin-roles-never-began = återtaget innan det började
admin-roles-asleep = gäller inte: medlemskapet har upphört
admin-roles-rests = upphör med medlemskapet
admin-roles-end = Avsluta…
admin-roles-last-administrator = Det här är den sista administratören vars uppdrag gäller tills vidare. Ge först uppdraget till någon annan.
admin-role-new-title = Ge ett uppdrag
admin-role-new-person = Åt vem
admin-role-new-person-hint = Pseudonym; för anställda också e-postadress. En medlem berättar själv sin pseudonym.
admin-role-new-role = Uppdrag
admin-role-new-choose = Välj ett uppdrag
admin-role-new-scope = Vad det begränsas till (frivilligt)
admin-role-new-scope-hint = Moderatorns och moderatorpraktikantens uppdrag kan begränsas till ett rum, till exempel room:7. Ett förtroendeuppdrag kan gälla en region eller en fackavdelning, till exempel region:Nyland eller chapter:214. Tomt betyder hela förbundet.
admin-role-new-first-day = Första dagen (frivilligt)
admin-role-new-first-day-hint = Tomt betyder att uppdraget börjar genast.
admin-role-new-last-day = Sista dagen (frivilligt)
admin-role-new-last-day-hint = Tomt betyder att uppdraget gäller tills vidare. För ett förtroendeuppdrag är det här mandatperiodens sista dag.
admin-role-new-rests = Upphör uppdraget när medlemskapet upphör?
admin-role-new-rests-usual = Som uppdraget brukar: förtroendeuppdrag upphör, andra inte
admin-role-new-rests-yes = Upphör
admin-role-new-rests-no = Upphör inte
admin-role-new-do = Ge uppdraget
admin-role-unknown = Välj ett uppdrag i listan.
admin-role-nobody = Det finns ingen med den pseudonymen, och ingen anställd med den adressen. Kontrollera stavningen; be en medlem om pseudonymen.
admin-role-held = Personen har redan det uppdraget då.
admin-role-scope-whole = Det här uppdraget gäller alltid hela förbundet. Lämna det här tomt.
admin-role-scope-unknown = Skriv så här: region:Nyland eller chapter:214.
admin-role-scope-room = Det här uppdraget kan bara begränsas till ett rum. Skriv så här: room:7.
admin-role-term-over = Den sista dagen ska ligga framåt i tiden och inte före den första dagen.
admin-role-day-wrong = Skriv dagen till exempel så här: 2027-12-31, eller lämna tomt.
admin-role-end-title = Avsluta uppdraget
admin-role-end-person = Person
admin-role-end-role = Uppdrag
admin-role-end-text = Uppdragets rättigheter upphör genast. Uppdraget kan ges på nytt senare.
admin-role-end-do = Avsluta uppdraget

role-moderator = Moderator
role-moderator-trainee = Moderatorpraktikant
role-support-person = Stödperson
role-regional-contact = Regional kontaktperson
role-shop-steward = Förtroendeman
role-safety-delegate = Arbetarskyddsfullmäktig
role-adviser = Rådgivare
role-editor = Redaktör
role-organiser = Organisatör
role-registrar = Registerförare
role-administrator = Administratör

admin-audit-title = Händelselogg
admin-audit-lead = Vem som har sett eller ändrat vad. Den som det gäller visas bara när ett uppdrag gavs eller avslutades: ingen ska ensam få veta här vem som finns bakom en pseudonym. Var och en ser på sin egen sida vem som har tittat på uppgifterna.
admin-audit-own = Personen själv
admin-audit-empty = Det finns ingenting i loggen ännu.
admin-audit-caption = Händelser, de nyaste först
admin-audit-number = Nr
admin-audit-about = Vem det gäller
admin-audit-detail = Närmare
admin-audit-newest = Nyaste
admin-audit-older = Äldre

admin-work-title = Arbeten och mejl
admin-work-lead = Vad som väntar, vad som blivit ogjort och vilka mejl som avvisats.
admin-work-dead = Blivit ogjorda
admin-work-waiting = Väntar
admin-work-intended = Mejl på väg
admin-work-refused = Avvisade mejl
admin-work-troubles = Arbeten som har haft problem
admin-work-empty = Allt löper.
admin-work-caption = De som blivit ogjorda först
admin-work-kind = Arbete
admin-work-state = Läge
admin-work-attempts = Försök
admin-work-next = Nästa försök
admin-work-error = Vad som gick fel
admin-work-act = Åtgärd
admin-work-is-dead = blivit ogjort
admin-work-is-waiting = väntar
admin-work-revive = Försök igen
admin-work-revive-all = Försök med alla igen: { $kind }, { $count }

## Händelser i loggen
audit-pseudonym-changed = Pseudonymen byttes
audit-contact-changed = Namn eller kontaktuppgifter ändrades
audit-email-changed = E-postadressen byttes
audit-password-changed = Lösenordet byttes
audit-password-reset = Lösenordet byttes med en mejlad länk
audit-session-ended = En inloggning på en annan enhet avslutades
audit-data-exported = De egna uppgifterna hämtades
audit-account-erased = Kontot raderades
audit-role-given = Ett uppdrag gavs
audit-role-ended = Ett uppdrag avslutades
audit-setting-changed = En inställning ändrades
audit-setting-cleared = En inställning återställdes
audit-job-revived = Ett arbete startades på nytt
audit-seal-asked = Någon bad att få veta vem som finns bakom en pseudonym
audit-seal-opened = Det godkändes att ta reda på vem som finns bakom pseudonymen
audit-seal-declined = Begäran att få veta vem som finns bakom en pseudonym avslogs
audit-seal-withdrawn = En begäran att få veta vem som finns bakom en pseudonym togs tillbaka
audit-seal-seen = Någon tittade på vem som finns bakom pseudonymen
audit-seal-told = Personen fick veta det
audit-site-set-up = Webbplatsen togs i bruk

search = Sök
search-label = Sök med ord
search-button = Sök
search-results = Sökresultat
search-in = Var
search-everywhere = Överallt
search-when = När
search-when-any = När som helst
search-when-week = Senaste veckan
search-when-month = Senaste månaden
search-when-year = Senaste året
search-order = Ordning
search-order-any = Bäst först
search-order-newest = Nyast först
search-cut = Sökningen är lång, så de första 200 tecknen lästes.
search-many-words = Sökningen har många ord, så de åtta första lästes.
search-hint = Skriv med egna ord. Böjningen gör inget: semesterlönen hittar semesterlön.
search-no-word = Det finns inget ord i sökningen. Skriv bokstäver eller siffror.
search-left-out = De här orden söktes inte, eftersom de finns i nästan alla texter: { $words }
search-nothing = Sökningen ”{ $words }” gav inget resultat.
search-nothing-lead = Pröva ett annat ord eller färre ord. Du kan också gå vidare här:
search-meant = Menade du:
search-to-databank = Bläddra i kunskapsbanken
search-unlimited = Sök samma sak överallt och från alla tider
search-to-union = Fråga förbundet
search-signed-out = Här söktes inte, eftersom du inte är inloggad:
search-closed = Här söktes inte:
search-sign-in = Logga in och sök igen
search-too-much = Det finns så mycket att läsa med de här orden att sökningen avbröts. Lägg till ett ord.
search-more-in-thread =
    { $count ->
        [one] och { $count } inlägg till
       *[other] och { $count } inlägg till
    }
search-more-in-thread-open = och andra inlägg
search-endless = Det finns fler träffar än vad som visas här. Begränsa sökningen med ett rum eller en tid, eller lägg till ett ord.
search-beyond = Det finns inga fler träffar på den här sidan.
search-first-page = Gå till första sidan
search-titles-found = Det finns förslag. Gå till dem med nedåtpilen.
search-more-of = Mer:
search-pages = Sidor med sökresultat
# Aviseringar
notices-title = Aviseringar
notices-bell-new =
    { $count ->
        [one] 1 ny avisering
       *[other] { $count } nya aviseringar
    }
notices-new = Ny
notices-mails-title = Aviseringar per e-post
notices-mails-lead = Välj vad du får veta per e-post och när. På webbplatsen ser du alltid dina aviseringar. Det du redan har sett skickas inte.
notices-mails-mails = E-post
notices-mails-on = Berätta också per e-post
notices-mails-stopped = Skicka inga aviseringar per e-post
notices-mails-when = Vad och när
notices-mails-digest_hour = Sammandraget kommer klockan
notices-mails-digest_hour-hint = Veckans sammandrag kommer på måndagar vid samma tid.
notices-mails-quiet_from = Tyst från klockan
notices-mails-quiet_from-hint = Under tysta timmar skickas inget genast. Det väntar tills timmarna är slut.
notices-mails-quiet_to = Tyst till klockan
notices-mails-quiet_to-hint = Välj samma timme som ovan om ingen timme är tyst.
notices-mails-titles = Vad det står i e-posten
notices-titles-words = Trådarnas rubriker och början av inläggen
notices-titles-shown = Trådarnas rubriker
notices-titles-kept = Bara hur mycket som väntar
notices-mails-titles-hint = En rubrik kan avslöja vad du hör till, om någon annan ser din e-post.
notices-pace-at-once = Genast
notices-pace-daily = En gång om dagen
notices-pace-weekly = En gång i veckan
notices-pace-never = Bara på webbplatsen
notices-hour-unknown = Välj ett klockslag i listan.
notices-mail-subject = Nytt att läsa
notices-mail-body =
    Hej!

    { $lines }

    Läs här: { $link }
    { $answer }

    Välj vad du får veta: { $settings }
    Avsluta de här meddelandena: { $stop }
notices-mail-answer = Du kan också svara på det här meddelandet. Svaret kommer i tråden under din pseudonym. Ta bort din signatur och andra uppgifter om dig.
notices-mail-no-answer = Det här meddelandet kan inte besvaras per e-post. Svara på webbplatsen.
mail-in-subject = Om ditt svar
mail-in-body =
    Hej!

    { $why }

    Du kan fortsätta på webbplatsen: { $link }
mail-in-too-large = Svaret som du skickade per e-post är för stort och publicerades inte.
mail-in-over = Svarsadressen hade redan gått ut, så ditt svar publicerades inte.
mail-in-empty = Det fanns ingen ny text i ditt meddelande, så inget publicerades. Skriv ditt svar ovanför den citerade texten eller på webbplatsen.
mail-in-not-there = Svaret som du skickade per e-post publicerades inte, eftersom du inte längre kan skriva där.
mail-in-no-attachments = Bilagor tas inte emot per e-post. Bilder och dokument kan du lägga till på webbplatsen.
notices-stop-title = Ska aviseringarna per e-post sluta?
notices-stop-lead = På webbplatsen ser du dem fortfarande. Andra meddelanden, som byte av lösenord, kommer som förut.
notices-stop-do = Avsluta
notices-stopped-title = Du får inga fler aviseringar per e-post
notices-stopped-lead = Om du ändrar dig kan du sätta på dem igen när du har loggat in.
notices-see-all = Markera alla som lästa
notices-none = Inga aviseringar. När något som gäller dig händer ser du det här.
notices-pages = Sidor med aviseringar
notices-newest = Nyaste
notices-older = Äldre
flash-notices-seen = Aviseringarna är markerade som lästa.
flash-notice-gone = Det finns inte kvar, eller så ser du det inte längre.
search-previous = Föregående
search-next = Nästa
search-untitled = Utan rubrik
search-missed = Sökningar utan resultat
search-missed-lead = Ord som har sökts minst tre dagar utan att ge något resultat. Vem som sökte sparas inte.
search-missed-none = Ännu har inget sökts förgäves minst tre dagar.
search-missed-word = Ord
search-missed-days = Dagar
search-missed-last = Senast
search-missed-act = Åtgärd
search-missed-forget = Ta bort från listan
flash-missed-forgotten = Ordet har tagits bort från listan.
search-site = Sök på webbplatsen
search-loose = Sökningen ”{ $words }” gav inget resultat. Nedan finns träffar på en del av ordet.
search-partly = Några träffar saknar ett av dina sökord. Vid träffen står vilket som saknas.
search-without = Saknas: { $words }
