### Svenska texter: vägen in i förbundet, brev, registret.

## Menyer
membership-menu-join = Bli medlem
membership-menu-road = Min väg
membership-menu-applications = Ansökningar
membership-menu-letters = Brev
membership-menu-people = Personer
membership-menu-roll = Medlemsregister
membership-menu-leavers = De som lämnat
membership-more = Fler
membership-to-the-room = Till kafferummet

## Registrering
membership-register-title = Kom med
membership-register-lead = Kafferummet står öppet för dig i { $days } dagar. Det kostar inget och binder dig inte till något.
membership-register-member = Är du redan medlem i förbundet?
membership-register-recognise = Kom in med ditt medlemsnummer.
membership-register-given-name = Förnamn
membership-register-family-name = Efternamn
membership-register-email = E-post
membership-register-email-hint = Hit skickar vi ett tillfälligt lösenord.
membership-register-relation = Hur är du med i assistansarbetet?
membership-register-relation-hint = Välj det som ligger närmast.
membership-relation-assistant = Jag arbetar som assistent
membership-relation-employer = Jag är arbetsgivare för en assistent
membership-relation-relative = Jag är anhörig eller närstående
membership-relation-other = Något annat
membership-register-pseudonym = Pseudonym
membership-register-pseudonym-hint = I kafferummet ser andra bara det här. Vi föreslog en, hitta gärna på en egen.
membership-register-region = Region
membership-register-lang = På vilket språk vill du ha våra meddelanden?
membership-register-phone = Telefon (frivilligt)
membership-register-street = Gatuadress (frivilligt)
membership-register-street-hint = Adressen behövs bara om du vill ha ett pappersbrev.
membership-register-postal-code = Postnummer (frivilligt)
membership-register-city = Postort (frivilligt)
membership-register-consent = Förbundet får skicka mig ett brev om medlemskap och påminna om det en gång.
membership-register-consent-hint = Du kan lämna det här tomt. Du kan också ta tillbaka ditt samtycke när som helst.
membership-register-letter = Jag vill ha brevet också med posten.
membership-register-letter-hint = För det behövs samtycket ovan och din adress.
membership-register-rules = Det som sägs här stannar här. Om den som får assistans berättar vi ingenting som gör att hen kan kännas igen. Råden är skribenternas egna, inte förbundets.
membership-register-rules-link = Läs husets regler i sin helhet
membership-register-house-rules = Jag godkänner husets regler.
membership-register-send = Kom till kafferummet
membership-register-audience = Dina uppgifter ser förbundets kansli. Andra ser bara din pseudonym.
membership-lang-unknown = Välj språk.
membership-relation-unknown = Välj hur du är med i assistansarbetet.
membership-address-needed = Fyll i hela adressen, så kommer brevet fram. Eller låt bli att be om brevet.
membership-letter-needs-consent = Brevet kräver ditt samtycke. Ge det här, eller låt bli att be om brevet.
membership-words-changed = Förbundet ändrade den här texten under tiden. Läs den på nytt och skicka sedan blanketten.
membership-register-done-title = Titta i din e-post
membership-register-done-lead = Vi skickade ett meddelande som du kommer in med. Det kommer oftast inom några minuter.
membership-register-done-wait = Syns inget meddelande? Titta också i skräpposten och kontrollera att adressen var rätt.

## Husets regler
membership-house-rules-title = Husets regler
membership-house-rules =
    I kafferummet träffar assistenter varandra. Med de här reglerna är det tryggt för alla.

    ## Den som får assistans är inte i rummet

    Du berättar ingenting om den du assisterar, hens hem eller närstående som gör att hen kan kännas igen. Din tystnadsplikt gäller här och även efter att arbetet är slut.

    ## Det som sägs här stannar här

    Du varken kopierar, fotograferar eller för vidare andras inlägg. Intill varje inlägg syns vilka som ser det. Också arbetsgivare kan vara gäster: inlägg som är öppna för gäster ser även de.

    ## Var som vid ett bord

    Fråga, lyssna och var vänlig också när ni tycker olika. Diskriminering, hot, reklam och att avslöja någon annans namn tillåter vi inte. En moderator kan dölja ett inlägg; orsaken ser du alltid själv.

    ## Råden är skribenternas

    Inläggen är skribenternas egna åsikter, inte förbundets råd. Förbundet ansvarar inte för att de stämmer. Kontrollera viktiga saker i kunskapsbanken eller med en rådgivare.

    ## Dina uppgifter

    Andra ser din pseudonym. Ditt namn och dina kontaktuppgifter ser förbundets kansli, och varje titt antecknas. Du kan ladda ner eller radera dina uppgifter när som helst.

## Medlemmen känns igen från registret
membership-recognise-title = Jag är redan medlem
membership-recognise-lead = Med medlemsnumret kommer du genast in i kafferummet.
membership-recognise-same-account = Vi kopplar medlemskapet till det här kontot. Din pseudonym och dina inlägg finns kvar.
membership-recognise-number = Medlemsnummer
membership-recognise-number-hint = Du hittar det på medlemskortet eller i ett brev från förbundet.
membership-recognise-birth-date = Födelsedatum
membership-recognise-birth-date-hint = Till exempel 14.3.1985
membership-recognise-postal-code = Postnummer
membership-recognise-postal-code-hint = Det som förbundets brev kommer till.
membership-recognise-send = Fortsätt
membership-recognise-audience = Vi jämför uppgifterna med medlemsregistret. Ingen annan ser dem.
membership-recognise-other = Är du inte medlem än?
membership-recognise-register = Kom och prova kafferummet.
membership-recognise-too-often = I dag har det gjorts för många försök med det här medlemsnumret eller från det här nätverket. Försök igen i morgon eller ring förbundets kansli.
membership-recognise-too-late = Det tog för lång tid. Fyll i det här igen. Det andra du skrev finns kvar, bara lösenordet skriver du på nytt.
membership-not-recognised = Vi hittade dig inte med de här uppgifterna. Kontrollera båda. Om du just har gått med kan det dröja innan registret är uppdaterat. Har du redan ett konto, logga in med det.
membership-recognise-account-title = Vi hittade dig
membership-recognised-lead = En sida till. Sedan är kaffet serverat.
membership-recognised-email = E-post
membership-recognised-email-hint = Med den loggar du in.
membership-recognised-password = Lösenord
membership-recognised-password-hint = Minst 12 tecken. Tre eller fyra ord i rad är bra.
membership-recognised-pseudonym = Pseudonym
membership-recognised-pseudonym-hint = I kafferummet ser andra bara det här.
membership-recognised-lang = Språk
membership-recognised-house-rules = Jag godkänner husets regler.
membership-recognised-token = Igenkänning
membership-recognised-send = Till kafferummet
membership-recognise-mail-title = Titta i din e-post
membership-recognise-mail-lead = Det finns redan ett konto med den adressen. Vi skickade dit en anvisning om hur du kopplar ditt medlemskap till det.

## Att bli medlem
membership-join-title = Gå med i förbundet
membership-join-lead = Du arbetar ensam, men du har arbetskamrater.
membership-join-answers = Du får råd när du undrar över lön, arbetstid eller avtal.
membership-join-company = Kafferummet står öppet för dig så länge du är medlem.
membership-join-safety = När saken är stor sköter du den inte ensam.
membership-join-register = Börja här
membership-join-sign-in = Jag har redan ett konto
membership-join-visitor = Först gör du ett konto, sedan fyller du i ansökan. Det tar ungefär fem minuter.
membership-join-apply = Fyll i ansökan
membership-join-same = Du fortsätter med samma konto. Din pseudonym och dina inlägg finns kvar.
membership-join-member = Du är redan medlem. Roligt att du är med.
membership-join-costs-title = Vad kostar det?
membership-join-costs = Medlemsavgiften beror på din lön och på om du också hör till arbetslöshetskassan. Aktuella uppgifter med källor och datum finns i [kunskapsbanken](/databank/joining-and-what-it-costs).
membership-application-title = Medlemsansökan
membership-application-lead = Kontrollera uppgifterna och fyll i det som saknas. Personbeteckning frågar vi inte efter.
membership-application-given-name = Förnamn
membership-application-family-name = Efternamn
membership-application-birth-date = Födelsedatum
membership-application-birth-date-hint = Till exempel 14.3.1985
membership-application-email = E-post
membership-application-phone = Telefon (frivilligt)
membership-application-street = Gatuadress
membership-application-postal-code = Postnummer
membership-application-city = Postort
membership-application-lang = Kontaktspråk
membership-application-employer = Vem är din arbetsgivare?
membership-application-employer-hint = Det avgör vilket kollektivavtal som gäller dig.
membership-employer-household = Ett hushåll, alltså den som får assistans
membership-employer-county = Ett välfärdsområde
membership-employer-company = Ett företag eller en förening
membership-employer-other = Något annat, eller jag har inget arbete nu
membership-application-job-started = Arbetet började (frivilligt)
membership-application-job-started-hint = Till exempel 1.8.2025
membership-application-chapter-wish = Önskad fackavdelning (frivilligt)
membership-application-chapter-wish-hint = Om du inte vet föreslår förbundet en som passar.
membership-application-student = Studerar du på heltid?
membership-application-unemployment-fund = Går du också med i arbetslöshetskassan?
membership-answer-yes = Ja
membership-answer-no = Nej
membership-application-member-number = Medlemsnummer, om du redan har ett
membership-application-consent = Jag ansöker om medlemskap i förbundet. Förbundet får spara mina uppgifter i medlemsregistret och använda dem för att sköta mitt medlemskap.
membership-application-send = Skicka ansökan
membership-application-audience = Ansökan ser den som sköter förbundets medlemsregister.
membership-birth-date-wrong = Skriv födelsedatum, till exempel 14.3.1985.
membership-date-wrong = Skriv datum, till exempel 1.8.2025, eller lämna tomt.
membership-number-wrong = Ett medlemsnummer har siffror och kanske bokstäver, inga mellanslag. Kontrollera det.
membership-employer-unknown = Välj vem som är din arbetsgivare.
membership-answer-unknown = Välj ja eller nej.
membership-application-waits = Din ansökan har redan kommit fram och väntar på att behandlas.
membership-state-title = Din ansökan
membership-state-waiting = Din ansökan väntar på att behandlas.
membership-state-sent = Skickad
membership-state-came-on-paper = Kom på papper och skrevs in
membership-state-wait = När förbundet har bekräftat den öppnas kafferummet genast för dig som medlem. Du får ett meddelande.
membership-state-withdraw = Ta tillbaka ansökan
membership-state-withdrawn = Du har tagit tillbaka din ansökan.
membership-state-declined = Förbundet kunde inte godkänna ansökan som den är.
membership-state-why = Läs varför
membership-state-again = Gör en ny ansökan
membership-state-member = Du är medlem.
membership-state-was = Din ansökan bekräftades i tiden.
membership-state-none = Du har ingen ansökan.
membership-state-name-waiting = väntar
membership-state-name-confirmed = bekräftad
membership-state-name-declined = avslagen
membership-state-name-withdrawn = återtagen

## Min väg
membership-road-title = Min väg
membership-road-lead = Allt som har skickats eller inte skickats till dig, och varför.
membership-road-empty = Här finns ingenting än.
membership-decline-title = Nej tack
membership-decline-text = Om du inte vill ha meddelanden från oss om medlemskap, säg det här. Det räcker.
membership-decline = Skriv inte till mig
membership-declined-since = Vi skriver inte till dig om medlemskap. Du sade det
membership-undecline = Ni får skriva igen
membership-step-day = dag { $day }
membership-step-registered = Registrering
membership-step-consent-house-rules = Husets regler godkända
membership-step-consent-join-letter = Samtycke till anslutningsbrevet
membership-step-consent-application = Samtycke till att ansökan behandlas
membership-step-sent-join-kit-mail = Anslutningspaketet skickat med e-post
membership-step-sent-join-kit-letter = Anslutningspaketet skickat som brev
membership-step-sent-reminder = Påminnelse skickad
membership-step-sent-trial-lock = Provperioden tog slut, meddelande skickat
membership-step-sent-welcome = Välkomsthälsning skickad
membership-step-refused = Kom inte fram: e-postservern tog inte emot meddelandet.
membership-step-intended-join-kit-mail = Anslutningspaketet på väg med e-post
membership-step-intended-reminder = Påminnelse på väg
membership-step-intended-trial-lock = Provperioden tog slut, meddelande på väg
membership-step-intended-welcome = Välkomsthälsning på väg
membership-step-not-handed = Meddelandet har inte gått i väg än. Det väntar på e-postservern.
membership-step-given-up-join-kit-mail = Anslutningspaketet gick inte i väg med e-post
membership-step-given-up-reminder = Påminnelsen gick inte i väg
membership-step-given-up-trial-lock = Provperioden tog slut, meddelandet gick inte i väg
membership-step-given-up-welcome = Välkomsthälsningen gick inte i väg
membership-step-gave-up = E-postservern tog inte emot meddelandet på tre dagar. En administratör kan försöka skicka det på nytt.
membership-step-withdrawn-join-kit-mail = E-posten med anslutningspaketet drogs tillbaka innan den gick i väg
membership-step-withdrawn-reminder = Påminnelsen drogs tillbaka innan den gick i väg
membership-step-withdrawn-trial-lock = Meddelandet om provperiodens slut drogs tillbaka innan det gick i väg
membership-step-skipped-join-kit-mail = Anslutningspaketet inte skickat med e-post
membership-step-skipped-join-kit-letter = Brevet inte skickat
membership-step-skipped-reminder = Påminnelsen inte skickad
membership-step-skipped-trial-lock = Meddelandet om provperiodens slut inte skickat
membership-step-skipped-welcome = Välkomsthälsningen inte skickad
membership-skip-erased = Orsak: uppgifterna är raderade.
membership-skip-joined = Orsak: är redan medlem.
membership-skip-applied = Orsak: medlemsansökan har redan kommit.
membership-skip-application-declined = Orsak: medlemsansökan har avslagits.
membership-skip-declined = Orsak: vill inte ha meddelanden.
membership-skip-letter-returned = Orsak: brevet kom tillbaka med posten.
membership-skip-no-consent = Orsak: samtycke saknas.
membership-skip-trial-over = Orsak: provperioden var redan slut.
membership-skip-no-email = Orsak: e-postadress saknas.
membership-skip-no-postal-address = Orsak: ingen postadress gavs.
membership-skip-letter-not-wanted = Orsak: inget brev önskades.
membership-step-letter-waiting = Brevet väntar på utskrift
membership-step-letter-returned = Brevet kom tillbaka med posten
membership-step-declined = Inga fler meddelanden om medlemskap
membership-step-applied = Ansökan om medlemskap skickad
membership-step-applied-on-paper = Ansökan om medlemskap kom på papper
membership-step-application-declined = Ansökan avslogs
membership-step-application-withdrawn = Ansökan togs tillbaka
membership-step-joined = Medlemskapet började
membership-step-left = Medlemskapet upphörde
membership-step-leaves = Medlemskapet upphör
membership-basis-roll = Enligt medlemsregistret.
membership-basis-registrar = Bekräftades av registerföraren.
membership-step-next-reminder = Framöver: en påminnelse, om det finns skäl
membership-step-next-trial-lock = Framöver: provperiodens slut

## Registerförarens sidor
membership-column-name = Namn
membership-column-city = Ort
membership-column-region = Region
membership-column-arrived = Kom in
membership-column-state = Läge
membership-column-since = Med sedan
membership-column-batch = Parti
membership-column-printed = Utskrivet
membership-column-letters = Brev
membership-column-returned = Tillbaka
membership-column-left = Lämnade
membership-column-contact = Kontakt
membership-column-reason = Orsak
membership-column-subject = Ämne
membership-column-intended = Tid
membership-column-employer = Arbetsgivare
membership-column-chapter = Önskad fackavdelning
membership-column-student = Studerar
membership-column-fund = Går med i arbetslöshetskassan
membership-looked = Att du har tittat är antecknat. Personen ser det bland sina uppgifter.
membership-applications-title = Ansökningar
membership-applications-waiting = Väntar
membership-applications-settled = Behandlade
membership-applications-none = Inga ansökningar.
membership-export-title = För över till registret
membership-export-text = { $count ->
    [0] Alla ansökningar har redan hämtats.
    [one] En ansökan har inte hämtats än. Den märks som hämtad.
   *[other] { $count } ansökningar har inte hämtats än. De märks som hämtade.
}
membership-export-do = För över nya till en fil
membership-taken-title = Hämtade
membership-taken-text = Filen kan laddas ner på nytt så många gånger som behövs. De som sedan dess har tagit tillbaka sin ansökan, fått avslag eller raderat sitt konto är inte med.
membership-taken-applications = { $count ->
    [0] Inga ansökningar längre
    [one] En ansökan
   *[other] { $count } ansökningar
}
membership-taken-do = Ladda ner CSV
membership-exported = Hämtad
membership-settled = Behandlad
membership-to-person = Till personens sida
membership-confirm-title = Bekräfta
membership-confirm-text = Samma konto blir genast en medlems konto.
membership-confirm-do = Bekräfta som medlem
membership-confirm-entry = I registret med nummer { $number }:
membership-confirm-differs = Uppgifterna är inte desamma som i ansökan. Kontrollera före bekräftelsen att det gäller samma person.
membership-number-look = Det finns en rad med detta nummer i registret. Se efter om det gäller samma person och bekräfta sedan på nytt.
membership-answering-member-number = Medlemsnummer, om det redan har getts
membership-answering-member-number-hint = Numret kopplar ansökan till raden i registret.
membership-decline-application = Avslå
membership-answering-reason = Orsak, till den sökande
membership-decline-do = Avslå ansökan
membership-decline-audience = Den sökande ser orsaken på sin sida.
membership-application-answered = Ansökan är redan behandlad.
membership-number-taken = Det finns redan ett konto med det medlemsnumret. Kontrollera numret.
membership-by-paper-came = En ansökan kom på papper
membership-by-paper-find = Skriv koden som står på blanketten. Om den saknas,
membership-by-paper-by-name = sök efter namnet.
membership-by-paper-code = Blankettens kod
membership-by-paper-code-hint = Till exempel K7QF-29MD
membership-by-paper-code-wrong = Koden är inte rätt. Kontrollera den på blanketten.
membership-by-paper-enter = Skriv in ansökan
membership-by-paper-title = Skriv in en ansökan på papper
membership-by-paper-lead = Skriv det som står på blanketten. Sedan väntar ansökan på att behandlas som de som görs på webbplatsen.
membership-by-paper-given-name = Förnamn
membership-by-paper-family-name = Efternamn
membership-by-paper-birth-date = Födelsedatum
membership-by-paper-birth-date-hint = Till exempel 14.3.1985
membership-by-paper-email = E-post
membership-by-paper-phone = Telefon (frivilligt)
membership-by-paper-street = Gatuadress
membership-by-paper-postal-code = Postnummer
membership-by-paper-city = Postort
membership-by-paper-lang = Kontaktspråk
membership-by-paper-employer = Arbetsgivare
membership-by-paper-job-started = Arbetet började (frivilligt)
membership-by-paper-job-started-hint = Till exempel 1.8.2025
membership-by-paper-chapter-wish = Önskad fackavdelning (frivilligt)
membership-by-paper-student = Studerar
membership-by-paper-unemployment-fund = Går med i arbetslöshetskassan
membership-by-paper-member-number = Medlemsnummer, om det redan finns ett
membership-by-paper-signed = Blanketten är underskriven.
membership-by-paper-do = Skriv in ansökan
membership-by-paper-member = Personen är redan medlem.
membership-by-paper-waits = En ansökan från personen väntar redan.
membership-by-paper-was = kom på papper
membership-letters-title = Brev
membership-letters-waiting = { $count ->
    [0] Inga brev väntar på utskrift.
    [one] Ett brev väntar på utskrift.
   *[other] { $count } brev väntar på utskrift.
}
membership-letters-no-address = Brev kan inte skrivas ut än: förbundets returadress saknas.
membership-letters-address-why = Den står som avsändare i varje brev, och medlemsansökan postas till den. Breven som väntar finns kvar.
membership-letters-address-who = Be en administratör lägga till den i inställningarna.
membership-print-title = Skriv ut
membership-print-text = Ett parti har högst 200 brev, de som väntat längst först. Skriv ut dubbelsidigt och posta i fönsterkuvert.
membership-print-do = Gör ett parti
membership-returned-title = Ett brev kom tillbaka
membership-returned-text = Skriv brevets kod. Efter det skrivs det inte till personen om medlemskap.
membership-returned-do = Märk som tillbakakommet
membership-letters-code = Brevets kod
membership-letters-code-hint = Till exempel K7QF-29MD
membership-letter-code-wrong = Koden är inte rätt. Kontrollera den på brevet.
membership-letter-not-out = Inget brev har gått till den personen, eller så är det redan märkt som tillbakakommet.
membership-batches = Utskrivna partier
membership-letters-odd = Titta på de här breven innan du postar dem.
membership-letters-odd-why = De har tecken som brevets typsnitt saknar. I stället står ett ersättningstecken.
membership-letters-odd-one = letters-{ $batch }.pdf, brev { $number }
membership-batches-none = Inga än.
membership-people-title = Personer
membership-people-q = Namn, e-post, medlemsnummer eller brevets kod
membership-people-find = Sök
membership-people-none = Ingen hittades. Försök med början av efternamnet.
membership-person-road = Vägen hit
membership-person-mails = E-post
membership-person-no-mails = Inga.
membership-person-contact = Kontaktuppgifter
membership-person-applied = En ansökan väntar.
membership-person-answer = Behandla
membership-person-left-link = Märk som utträdd
membership-person-left-title = Märka som utträdd?
membership-person-left-text = Medlemskapet upphör genast och kafferummet stängs. Personen läggs till i listan över dem som ska ringas upp. Om hen fortfarande är medlem i registret ger nästa import medlemskapet tillbaka.
membership-person-left-do = Märk som utträdd
membership-not-a-member = Personen är inte medlem.
membership-mail-state-intended = på väg
membership-mail-state-given-up = gick inte i väg
membership-mail-state-handed = skickad
membership-mail-state-refused = kom inte fram
membership-mail-state-withdrawn = återtagen
membership-leavers-title = De som lämnat
membership-leavers-lead = Ring och fråga varför. Svaret hjälper förbundet, och någon kan komma tillbaka när ni ringer.
membership-leavers-open = Att ringa
membership-leavers-done = Uppringda
membership-leavers-none = Ingen.
membership-called = Uppringd
membership-leave-reason-unknown = okänd
membership-leave-reason-resigned = gick ur förbundet
membership-leave-reason-transferred = gick över till ett annat förbund
membership-leave-reason-arrears = obetalda avgifter
membership-leave-reason-left-trade = lämnade branschen
membership-leave-reason-wrong = Välj orsaken i listan.

## Import av registret
membership-roll-title = Medlemsregister
membership-roll-step-file = Fil
membership-roll-step-dry-run = Provkörning
membership-roll-step-apply = Bekräftelse
membership-roll-entries = Rader i registret
membership-roll-members = Varav medlemmar
membership-roll-file = Registrets fil (CSV)
membership-roll-file-hint = Alla medlemmar i en fil: UTF-8 eller Windows-1252; semikolon, komma eller tabb. Högst 64 MB. Personbeteckningar läses inte.
membership-roll-upload = Gör en provkörning
membership-roll-audience = Filen ser registerförarna. Den raderas efter ett dygn.
membership-roll-no-file = Välj en fil.
membership-roll-files = De senaste filerna
membership-roll-file-name = Fil
membership-roll-state-dry-run = provkörning
membership-roll-state-applied = i kraft
membership-roll-state-dropped = slopad
membership-roll-import-title = Import av registret: provkörning
membership-roll-nothing-changed = Ingenting har ändrats än.
membership-roll-look-first = Kontrollera siffrorna. Importen görs först när du bekräftar den.
membership-roll-rows = Rader i filen
membership-roll-joins = Nya medlemmar
membership-roll-met = { $count ->
    [one] en ansökan bekräftas
   *[other] { $count } ansökningar bekräftas
}
membership-roll-confirms = Ansökningar som bekräftas
membership-roll-met-by-number-and-birth-date = Sökande { $name }. Samma medlemsnummer och födelsedatum.
membership-roll-met-by-number-and-name = Sökande { $name }. Samma medlemsnummer och namn. Registret saknar födelsedatum.
membership-roll-met-by-mail-and-birth-date = Sökande { $name }. Samma e-postadress och födelsedatum.
membership-roll-met-by-name-and-birth-date = Sökande { $name }. Samma namn och födelsedatum.
membership-roll-returns = Återkommer som medlemmar
membership-roll-changes = Uppgifter ändras
membership-roll-leaves = Medlemskapet upphör
membership-roll-stays = Oförändrade
membership-roll-troubles = Anmärkningar
membership-roll-unmapped = De här kolumnerna läses inte, eftersom namnet inte säger vad de innehåller:
membership-roll-to-columns = Säg vad kolumnerna innehåller
membership-roll-troubles-first = Kontrollera de här raderna först
membership-roll-line = Rad
membership-roll-column = Kolumn
membership-roll-report-what = Vad som händer
membership-roll-why = Orsak
membership-roll-bad = ska rättas
membership-roll-look = kontrollera
membership-roll-first-ones = visas
membership-roll-number = Medlemsnummer
membership-roll-name = Namn
membership-roll-born = Född
membership-roll-leaves-by-date = Slutdatum { $day }
membership-roll-leaves-by-absence = Finns inte i filen, upphör { $day }
membership-roll-report = Hämta hela provkörningen (CSV)
membership-roll-many = Så här många medlemskap brukar inte upphöra på en gång. Är filen säkert hela registret?
membership-roll-apply-sure = Jag är säker: filen är hela registret och de här medlemskapen upphör.
membership-roll-not-sure = Bekräfta att så här många medlemskap upphör.
membership-roll-as-it-was = Registret stämmer redan med filen. Det finns inget att bekräfta.
membership-roll-apply-do = Bekräfta importen
membership-roll-drop = Slopa filen
membership-roll-has-problems = Filen har rader som måste rättas. Rätta dem i registret, exportera filen på nytt och gör en ny provkörning. Ingenting ändrades.
membership-roll-changed = Registret eller dagen har bytts efter provkörningen. Ladda upp filen igen och kontrollera siffrorna. Ingenting ändrades.
membership-roll-gone = Filen har redan förts in eller raderats.
membership-roll-columns-title = Vad innehåller kolumnerna?
membership-roll-columns-lead = Säg det en gång, så minns vi det också nästa gång.
membership-roll-columns-more = Alla kolumner ryms inte på sidan. De okända står först. När du sparar dessa kommer de följande i deras ställe.
membership-roll-columns-do = Spara och läs filen på nytt
membership-roll-column-unsaid = inte sagt
membership-roll-column-ignore = behövs inte
membership-roll-field-member-number = medlemsnummer
membership-roll-field-family-name = efternamn
membership-roll-field-given-name = förnamn
membership-roll-field-name-family-first = hela namnet, efternamnet först
membership-roll-field-name-given-first = hela namnet, förnamnet först
membership-roll-field-birth-date = födelsedatum
membership-roll-field-email = e-post
membership-roll-field-phone = telefon
membership-roll-field-street = gatuadress
membership-roll-field-postal-code = postnummer
membership-roll-field-city = postort
membership-roll-field-language = språk
membership-roll-field-region = region
membership-roll-field-chapter = fackavdelning
membership-roll-field-kind = medlemstyp
membership-roll-field-joined = inträdesdatum
membership-roll-field-left = utträdesdatum
membership-roll-field-arrears-since = avgifter obetalda sedan
membership-roll-problem-empty-file = Filen är tom.
membership-roll-problem-only-header = Filen har bara en rubrikrad.
membership-roll-problem-file-too-large = Filen är för stor, högst { $max-megabytes } MB.
membership-roll-problem-too-many-rows = Filen har för många rader, högst { $max-rows }.
membership-roll-problem-number-column-missing = Filen saknar en kolumn för medlemsnummer. Säg i vilken kolumn det finns.
membership-roll-problem-column-twice = Kolumnen { $first } säger redan samma sak, så den här lästes inte.
membership-roll-problem-identity-code-column = Kolumnen innehåller personbeteckningar. Den lästes inte och sparades inte.
membership-roll-problem-identity-code = Cellen innehåller en personbeteckning. Den lästes inte.
membership-roll-problem-duplicate-number = Medlemsnumret { $number } finns också på rad { $first-line }, med andra uppgifter.
membership-roll-problem-repeated-row = Samma rad finns redan på rad { $first-line } (medlemsnummer { $number }). Den lästes en gång.
membership-roll-problem-missing-number = Medlemsnumret saknas.
membership-roll-problem-bad-number = { $value } är inte ett medlemsnummer.
membership-roll-problem-bad-date = { $value } är inte ett datum. Skriv 2026-01-31 eller 31.1.2026.
membership-roll-problem-impossible-date = Dagen { $value } finns inte.
membership-roll-problem-bad-email = { $value } är inte en e-postadress. Den gamla adressen gäller.
membership-roll-problem-unknown-kind = { $value } är inte en känd medlemstyp.
membership-roll-problem-unknown-language = { $value } är inte ett känt språk. Det gamla språket gäller.
membership-roll-problem-left-before-joined = Utträdesdatumet { $left } är före inträdesdatumet { $joined }.
membership-roll-problem-wrong-field-count = Raden har { $found } kolumner, rubriken { $expected }.
membership-roll-problem-broken-quotes = Citattecknen stämmer inte.
membership-roll-problem-nul-byte = Raden innehåller ett tecken som inte kan stå i text.
membership-roll-problem-too-long = Cellen är för lång, högst { $max-chars } tecken. Den lästes inte.
membership-roll-problem-utf-16 = Filen är sparad som UTF-16. Spara den som ”CSV UTF-8”.
membership-roll-problem-spreadsheet = Det här är en kalkylfil. Spara den som CSV.
membership-roll-problem-binary = Filen är inte text. Exportera registret som CSV.
membership-roll-problem-broken-utf-8 = På rad { $at-line } finns ett trasigt tecken. Spara filen på nytt som UTF-8.
membership-roll-problem-unknown-encoding = Filens teckenkodning är okänd. Spara den som UTF-8.

## Att rätta en felskriven adress
membership-corrections-title = Adresser att rätta
membership-corrections-lead = När någon inte kan logga in för att e-postadressen är felskriven, känner en registerförare igen personen och ber om den rätta adressen på personens sida. En administratör går med på det eller säger nej.
membership-corrections-none = Inga.
membership-correction-new-title = Rätta e-postadressen
membership-correction-new-lead = Bara för den som inte kan logga in: andra byter adressen själva bland sina uppgifter. Ta först reda på vem det är. En administratör svarar. Den nuvarande adressen får veta det genast och kan stoppa rättelsen; { $days } dagar efter svaret går en länk till den nya adressen.
membership-correction-now = Nu loggar personen in med
membership-correction-new-email = Rätt adress
membership-correction-new-email-hint = Be att få den bokstav för bokstav. Länken går dit.
membership-correction-new-reason = Hur kände du igen personen?
membership-correction-new-reason-hint = Till exempel: hen ringde, och jag ringde tillbaka till numret i registret. Minst 20 tecken.
membership-correction-new-do = Be
membership-correction-new-seen = Det här ser registerförarna, administratörerna och personen själv
membership-correction-self = Det här är ditt eget konto. Byt adressen bland dina uppgifter eller låt en annan registerförare be om det.
membership-correction-taken = Någon loggar redan in med den här adressen.
membership-correction-open = Den här adressen håller redan på att rättas.
membership-correction-not-open = Rättelsen är redan över, eller så är det inte du som ska besluta.
membership-correction-gone = Länken fungerar inte längre. Om du behöver en ny, ring förbundets kansli.
membership-correction-title = Rättelse av en e-postadress
membership-correction-whose = Vems adress
membership-correction-email = Ny adress
membership-correction-reason = Hur personen kändes igen
membership-correction-link-at = Länken går till den nya adressen
membership-correction-ends-at = Förfaller av sig själv
membership-correction-answer-lead = Med adressen följer kontot, och med det vem någon är i kafferummet. Fråga registerföraren hur hen försäkrade sig om vem det är, och se efter om adressen kan vara registerförarens egen. Om du går med på det kan den nuvarande adressen ännu i { $days } dagar stoppa rättelsen.
membership-correction-verdict = Vad beslutar du?
membership-correction-words = Varför?
membership-correction-words-hint = Registerföraren och personen själv läser det här.
membership-correction-answer-seen = Det här ser registerförarna och personen själv
membership-correction-agree = Adressen rättas
membership-correction-decline = Adressen förblir som den är
membership-correction-state-waiting = Väntar på svar
membership-correction-state-agreed = Godkänd, ännu inte tagen i bruk
membership-correction-state-declined = Nekad
membership-correction-state-withdrawn = Återtagen
membership-correction-state-stopped = Stoppad
membership-correction-state-expired = För lång tid gick
membership-correction-state-done = Rättad
membership-person-correction = E-postadressen håller på att rättas.
membership-own-corrections-title = När kansliet rättat din e-postadress
membership-own-corrections-lead = Om du inte kommer in på ditt konto kan två personer på kansliet tillsammans ge det en annan adress. Du får veta det innan något ändras, och kan stoppa det.
membership-own-corrections-none = Ingen har bett om en annan adress för ditt konto.
membership-own-corrections-stop-text = Om du inte bad om det här, stoppa det. Då ändras ingenting.
membership-correction-stop-title = Stoppa bytet av adress?
membership-correction-stop-lead = Någon bad att ett konto som använder din adress ska få en annan. Om kontot är ditt och du inte bad om det, stoppa bytet. Om du inte vet något om ett konto behöver du inte göra någonting.
membership-correction-stop-do = Stoppa
membership-correction-take-title = Ny adress och nytt lösenord
membership-correction-take-lead = Från och med nu loggar du in med den här adressen och lösenordet som du väljer här. Andra enheter loggas ut.
membership-correction-take-who = Vi försäkrar oss om att det är du.
membership-correction-take-do = Spara
membership-correction-not-recognised = Uppgifterna passar inte till kontot. Kontrollera båda.
membership-kind-correction = Kansliets rättelser av min e-postadress
membership-mailed-correction =
    { $count ->
        [one] Kansliet har något att berätta om din e-postadress.
       *[other] Kansliet har { $count } saker att berätta om din e-postadress.
    }
membership-told-correction = Någon har bett kansliet om en annan e-postadress för ditt konto. Om det inte var du, stoppa det.
membership-recognise-password = Nytt lösenord
membership-recognise-password-hint = Minst 12 tecken. Tre eller fyra ord i rad är bra.

## Meddelanden överst
flash-membership-made = Välkommen. Kafferummet är öppet. Vi skickade ett mejl till dig: om det inte kommer, kontrollera adressen bland dina uppgifter.
flash-membership-recognised = Välkommen. Kafferummet är öppet.
flash-membership-applied = Tack! Ansökan är framme.
flash-membership-withdrawn = Ansökan är återtagen.
flash-membership-declined = Uppfattat. Vi skriver inte till dig om medlemskap.
flash-membership-undeclined = Tack. Vi kan skriva till dig igen.
flash-membership-confirmed = Ansökan bekräftades. Hen är nu medlem.
flash-membership-application-declined = Ansökan avslogs och den sökande fick ett meddelande.
flash-membership-by-paper = Ansökan är inskriven. Den väntar på att behandlas.
flash-membership-by-paper-member = Personen är redan medlem, så ingen ansökan behövs.
flash-membership-printed = Partiet är klart. Hämta PDF-filen nedan.
flash-membership-taken = Ansökningarna är överförda. Ladda ner filen nedan.
flash-membership-nothing-to-take = Det fanns inga nya ansökningar.
flash-membership-nothing-to-print = Det finns inget att skriva ut.
flash-membership-returned = Brevet märktes som tillbakakommet.
flash-membership-left = Medlemskapet upphörde.
flash-membership-correction-asked = Begäran är gjord. Svaret ser du här.
flash-membership-correction-stopped = Stoppat. Ingenting ändras.
flash-membership-correction-taken = Du loggar nu in med den nya adressen och det nya lösenordet.
flash-membership-called = Antecknat. Tack för att du ringde.
flash-membership-roll-applied = Registret är uppdaterat.
flash-membership-roll-dropped = Filen slopades. Ingenting ändrades.
flash-membership-columns = Kolumnerna är ihågkomna. Filen lästes på nytt.

## Anteckningar i loggen
audit-applications-seen = Listan över ansökningar öppnades
audit-application-seen = Ansökan öppnades
audit-application-by-paper = En ansökan på papper skrevs in
audit-application-confirmed = Ansökan bekräftades
audit-application-declined = Ansökan avslogs
audit-application-exported = Ansökan hämtades till en fil
audit-applications-fetched = Filen med ansökningar laddades ner
audit-letters-printed = Brev skrevs ut
audit-letters-fetched = Ett parti brev hämtades
audit-letter-returned = Brevet märktes som tillbakakommet
audit-membership-ended = Medlemskapet märktes som avslutat
audit-roll-uploaded = En registerfil laddades upp för provkörning
audit-roll-seen = Provkörningen av en registerfil öppnades
audit-roll-applied = En registerfil fördes in
audit-leavers-seen = Listan över dem som lämnat öppnades
audit-leaver-called = En som lämnat ringdes upp
audit-people-searched = Personer söktes
audit-recognition-guessed = Någon försökte komma in med medlemsnumret och fel uppgifter
audit-person-listed = Personen syntes i en lista
audit-person-seen = Personens sida öppnades
audit-correction-asked = En rättelse av e-postadressen begärdes
audit-correction-agreed = Rättelsen av e-postadressen godkändes
audit-correction-declined = Rättelsen av e-postadressen nekades
audit-correction-withdrawn = Rättelsen av e-postadressen togs tillbaka
audit-correction-stopped = Rättelsen av e-postadressen stoppades
audit-correction-mailed = Länken till den rättade e-postadressen skickades
audit-correction-done = Den rättade e-postadressen togs i bruk

## E-post
membership-sign-in-mail-subject = Välkommen
membership-sign-in-mail-body =
    Hej { $name }

    Roligt att du kom. Med det här tillfälliga lösenordet kommer du in:

    { $password }

    Logga in här. Du får genast välja ett eget lösenord:
    { $link }

    Om du inte själv skapade kontot behöver du inte göra något.
membership-known-mail-subject = Ditt konto
membership-known-mail-body =
    Hej { $name }

    Någon, troligen du, registrerade sig med den här adressen. Du har redan ett konto, så inget nytt skapades. Ingenting ändrades.

    Logga in här:
    { $sign-in }

    Om lösenordet är borta kan du välja ett nytt här:
    { $forgot }
membership-kit-mail-subject = Här är brevet vi lovade
membership-kit-mail-body =
    Hej { $name }

    Kafferummet står öppet för dig i { $days } dagar. Se dig omkring i lugn och ro, fråga och berätta.

    Om du vill stanna kan du gå med här på ett par minuter:
    { $link }

    Som bilaga finns samma sak på papper: ett brev och en blankett som du kan fylla i med penna.

    Om du inte vill gå med behöver du inte göra något. Om du inte vill ha meddelanden om det här, säg till här:
    { $road }
membership-link-mail-body =
    Hej { $name }

    Kafferummet står öppet för dig i { $days } dagar. Se dig omkring i lugn och ro, fråga och berätta.

    Om du vill stanna kan du gå med här på ett par minuter:
    { $link }

    Om du inte vill gå med behöver du inte göra något. Om du inte vill ha meddelanden om det här, säg till här:
    { $road }
membership-reminder-mail-subject = Du hinner än
membership-reminder-mail-body =
    Hej { $name }

    För en tid sedan registrerade du dig hos oss. Vi hoppas att du har hittat både sällskap och svar.

    Om du vill stanna kan du gå med här:
    { $link }

    Det här är den enda påminnelsen. Om du inte vill gå med behöver du inte göra något. Kafferummet står öppet tills det har gått { $days } dagar från registreringen.

    Allt som har skickats till dig ser du här:
    { $road }
membership-lock-mail-subject = Tack för besöket
membership-lock-mail-body =
    Hej { $name }

    Din provperiod är slut, och kafferummets dörr stängdes för den här gången. Din pseudonym och dina inlägg finns kvar.

    Om du går med öppnas dörren genast och du fortsätter där du var:
    { $link }

    Kunskapsbanken är öppen för alla, alltid.

    Om du inte vill ha fler meddelanden från oss, säg till här. Det räcker:
    { $road }
membership-welcome-mail-subject = Välkommen till bords
membership-welcome-mail-body =
    Hej { $name }

    Nu är saken klar: platsen vid bordet är din. Du fortsätter med samma konto och samma pseudonym.

    Kafferummet finns här:
    { $link }
membership-answer-mail-subject = Ett svar till dig
membership-answer-mail-body =
    Hej { $name }

    Vi har svarat i ditt ärende. Du ser svaret när du loggar in:
    { $link }
membership-recognised-mail-subject = Ditt konto
membership-recognised-mail-body =
    Hej { $name }

    Någon, troligen du, försökte komma in med uppgifter som redan har ett konto. Ingenting ändrades.

    Logga in med ditt konto här:
    { $sign-in }

    Om lösenordet är borta kan du välja ett nytt här:
    { $forgot }

    Om det inte var du, berätta det för oss.
membership-made-mail-subject = Ditt konto
membership-made-mail-body =
    Hej

    Ditt konto är klart. Du loggar in med den här adressen och lösenordet som du valde:
    { $sign-in }

    Om du inte skapade kontot har någon troligen skrivit sin adress fel. Då behöver du inte göra någonting.
membership-guessed-mail-subject = Titta på det här i dag
membership-guessed-mail-body =
    Hej { $name }

    Under ett dygn har någon försökt komma in { $tries } gånger med ett och samma nummer och fel uppgifter. Numret fungerar inte förrän dygnet har gått.

    Om någon ringer och inte kommer in: ta först reda på vem som ringer och se sedan vad registret säger. Administratören ser numret i händelseloggen.
membership-correction-asked-mail-body =
    Hej

    Någon har bett kansliet att ett konto som man loggar in på med den här adressen ska få en annan. Ingenting har ändrats, och ingenting ändras förrän en annan person har gått med på det och { $days } dagar har gått.

    Om kontot är ditt och du inte bad om det här, stoppa det här:
    { $link }

    Om du inte vet något om ett konto har någon troligen skrivit sin adress fel. Då behöver du inte göra någonting.
membership-correction-agreed-mail-body =
    Hej

    Ett konto som man loggar in på med den här adressen får en annan. Det har godkänts, och om { $days } dagar går en länk till den nya adressen.

    Om kontot är ditt och du inte bad om det här, stoppa det här:
    { $link }

    Om du inte vet något om ett konto har någon troligen skrivit sin adress fel. Då behöver du inte göra någonting.
membership-correction-link-mail-body =
    Hej

    Någon, troligen du, bad att få logga in med den här adressen. Välj ett lösenord här:
    { $link }

    Länken fungerar i { $days } dagar och bara en gång. Innan dess ändras ingenting.

    Om du inte bad om det här behöver du inte göra någonting.
membership-connect-mail-subject = Ditt konto
membership-connect-mail-body =
    Hej { $name }

    Det finns redan ett konto med den här adressen. Logga in med det här och ge sedan ditt nummer på nytt, så kopplar vi ihop uppgifterna:
    { $link }

    Om du inte bad om det här behöver du inte göra något.

## Brevet och blanketten
membership-letter-nobody = du
membership-kit-file = brev.pdf
membership-letter-heading = Välkommen till kafferummet
membership-letter-body =
    Hej { $name },

    roligt att du hittade oss. En assistent arbetar ofta ensam, i någon annans hem, utan en arbetskamrat att fråga. Därför har vi ett kafferum. Där träffar du andra personliga assistenter, och du kan fråga och berätta.

    Kafferummet står öppet för dig i { $days } dagar från registreringen. Kunskapsbanken är alltid öppen för alla.

    Om du vill stanna, fyll i blanketten på baksidan och skicka den till oss, eller gå med på nätet: { $site }/join. Samma konto fortsätter och ingenting försvinner. Om du inte vill gå med behöver du inte göra något. Vi påminner högst en gång.

    Vi svarar gärna om du undrar över något.
membership-letter-closing = Med vänlig hälsning
membership-letter-signatories =
    Medlemsservice
    { $union }
membership-paper-title = Medlemsansökan
membership-paper-instructions = Fyll i blanketten med kulspetspenna och skriv under den. Vik arket så att adressen intill syns i kuvertets fönster. Du kan också gå med på nätet: { $site }/join.
membership-paper-code = Kod
membership-paper-person = Vem du är
membership-paper-family-name = Efternamn
membership-paper-given-names = Förnamn
membership-paper-birth-date = Födelsedatum (dag, månad, år)
membership-paper-phone = Telefon
membership-paper-email = E-post
membership-paper-street = Gatuadress
membership-paper-postal-code = Postnummer
membership-paper-city = Postort
membership-paper-language = Kontaktspråk
membership-paper-work = Ditt arbete
membership-paper-employer = Min arbetsgivare är
membership-paper-household = ett hushåll (den som får assistans)
membership-paper-county = ett välfärdsområde
membership-paper-company = ett företag eller en förening
membership-paper-job-started = Arbetet började
membership-paper-chapter = Önskad fackavdelning, om du vet
membership-paper-membership = Medlemskap
membership-paper-student = Jag är studerande
membership-paper-fund = Jag går också med i arbetslöshetskassan
membership-paper-yes = ja
membership-paper-no = nej
membership-paper-consent = Jag ansöker om medlemskap i förbundet och samtycker till att förbundet sparar mina uppgifter i medlemsregistret och använder dem för att sköta mitt medlemskap. Jag kan ta tillbaka mitt samtycke när som helst. Dataskydd: { $site }/privacy.
membership-paper-place = Ort och datum
membership-paper-signature = Underskrift

## Inställningar
setting-membership-trial-days = Provperiodens längd i dagar
setting-membership-reminder-day = Dag för påminnelsen, räknat från registreringen
setting-membership-second-fact = Vad en medlem känns igen på utöver medlemsnumret
setting-membership-second-fact-birth-date = Födelsedatum
setting-membership-second-fact-postal-code = Postnummer
setting-membership-return-address = Brevets returadress, raderna åtskilda med komma
setting-membership-letter-place = Ort i brevets datering
setting-membership-house-rules = Husets regler
setting-membership-join-costs = Anslutningssidan: vad medlemskapet kostar
setting-membership-sign-in-mail-subject = Tillfälligt lösenord: ämne
setting-membership-sign-in-mail-body = Tillfälligt lösenord: text
setting-membership-known-mail-subject = Adressen har redan ett konto: ämne
setting-membership-known-mail-body = Adressen har redan ett konto: text
setting-membership-kit-mail-subject = Anslutningspaketet: ämne
setting-membership-kit-mail-body = Anslutningspaketet: text
setting-membership-link-mail-body = Anslutningspaketet utan blankett, när det inte finns någon returadress: text
setting-membership-reminder-mail-subject = Påminnelsen: ämne
setting-membership-reminder-mail-body = Påminnelsen: text
setting-membership-lock-mail-subject = Provperiodens slut: ämne
setting-membership-lock-mail-body = Provperiodens slut: text
setting-membership-welcome-mail-subject = Välkommen som medlem: ämne
setting-membership-welcome-mail-body = Välkommen som medlem: text
setting-membership-answer-mail-subject = Ansökan har besvarats: ämne
setting-membership-answer-mail-body = Ansökan har besvarats: text
setting-membership-recognised-mail-subject = Medlemsnumret har redan ett konto: ämne
setting-membership-recognised-mail-body = Medlemsnumret har redan ett konto: text
setting-membership-made-mail-subject = Konto skapat med medlemsnummer: ämne
setting-membership-made-mail-body = Konto skapat med medlemsnummer: text
setting-membership-guessed-mail-subject = Någon gissar kring ett medlemsnummer: ämne i mejlet till registerföraren
setting-membership-guessed-mail-body = Någon gissar kring ett medlemsnummer: text i mejlet till registerföraren
setting-membership-connect-mail-subject = Medlemskapet kopplas till ett konto: ämne
setting-membership-connect-mail-body = Medlemskapet kopplas till ett konto: text
setting-membership-correction-asked-mail-body = Rättelse av en e-postadress: besked till den nuvarande om begäran
setting-membership-correction-agreed-mail-body = Rättelse av en e-postadress: besked till den nuvarande om svaret
setting-membership-correction-link-mail-body = Rättelse av en e-postadress: länk till den nya
setting-membership-letter-heading = Pappersbrevet: rubrik
setting-membership-letter-body = Pappersbrevet: text
setting-membership-letter-closing = Pappersbrevet: avslutning
setting-membership-letter-signatories = Pappersbrevet: undertecknare, en per rad
setting-membership-paper-consent = Blanketten: vad den sökande samtycker till
setting-membership-register-consent = Registrering: samtycke till brev och påminnelse
setting-membership-application-consent = Medlemsansökan: vad den sökande samtycker till
setting-membership-letter-nobody = Pappersbrevet: ordet i hälsningen när namnet saknas
setting-membership-paper-instructions = Blanketten: anvisning
setting-membership-paper-title = Blanketten: ”Medlemsansökan”
setting-membership-paper-person = Blanketten: ”Vem du är”
setting-membership-paper-family-name = Blanketten: ”Efternamn”
setting-membership-paper-given-names = Blanketten: ”Förnamn”
setting-membership-paper-birth-date = Blanketten: ”Födelsedatum (dag, månad, år)”
setting-membership-paper-phone = Blanketten: ”Telefon”
setting-membership-paper-email = Blanketten: ”E-post”
setting-membership-paper-street = Blanketten: ”Gatuadress”
setting-membership-paper-postal-code = Blanketten: ”Postnummer”
setting-membership-paper-city = Blanketten: ”Postort”
setting-membership-paper-language = Blanketten: ”Kontaktspråk”
setting-membership-paper-work = Blanketten: ”Ditt arbete”
setting-membership-paper-employer = Blanketten: ”Min arbetsgivare är”
setting-membership-paper-household = Blanketten: ”ett hushåll (den som får assistans)”
setting-membership-paper-county = Blanketten: ”ett välfärdsområde”
setting-membership-paper-company = Blanketten: ”ett företag eller en förening”
setting-membership-paper-job-started = Blanketten: ”Arbetet började”
setting-membership-paper-chapter = Blanketten: ”Önskad fackavdelning, om du vet”
setting-membership-paper-membership = Blanketten: ”Medlemskap”
setting-membership-paper-student = Blanketten: ”Jag är studerande”
setting-membership-paper-fund = Blanketten: ”Jag går också med i arbetslöshetskassan”
setting-membership-paper-yes = Blanketten: ”ja”
setting-membership-paper-no = Blanketten: ”nej”
setting-membership-paper-place = Blanketten: ”Ort och datum”
setting-membership-paper-signature = Blanketten: ”Underskrift”
setting-membership-paper-code = Blanketten: ”Kod”
