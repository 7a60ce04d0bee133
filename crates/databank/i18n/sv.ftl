# Kunskapsbanken: artiklar och daterade fakta.

databank-menu = Kunskapsbank
databank-menu-editor = Redigera kunskapsbanken
setting-databank-soon-days = Hur många dagar på förhand redaktörerna får veta om granskningar och fakta som upphör

## Reading

databank-title = Kunskapsbank
databank-lead = Varje uppgift har en källa och ett datum. Det som är föråldrat visas som föråldrat.
databank-topics = Ämnen
databank-all = Alla
databank-empty = Det finns inga artiklar ännu.
databank-questions = Frågor och svar
databank-to-facts = Alla daterade fakta
databank-to-feed = Nya och ändrade artiklar som flöde (Atom)
databank-checked = Kontrollerad
databank-review-late = granskningen är försenad
databank-only-fi = bara på finska
databank-only-sv = bara på svenska
databank-only-en = bara på engelska
databank-read-in-fi = Det här finns inte på svenska ännu. Du läser det på finska.
databank-read-in-sv = Du läser det här på svenska.
databank-read-in-en = Det här finns inte på svenska ännu. Du läser det på engelska.
databank-topic-agreement = Kollektivavtal
databank-topic-pay = Lön
databank-topic-time-and-leave = Arbetstid och ledigheter
databank-topic-sickness-and-safety = Sjukdom och säkerhet
databank-topic-ending = När arbetet upphör
databank-topic-secrecy = Tystnadsplikt
databank-topic-joining = Att bli medlem
databank-topic-trade = Yrket
databank-review-by = Granskas senast
databank-overdue = Den här sidan borde redan ha granskats på nytt.
databank-overdue-lead = Det mesta kan fortfarande stämma, men kolla med facket innan du litar på det.
databank-out-of-time = Det som står på den här sidan gäller inte i dag. Se vilka dagar det gäller.
databank-other-languages = Läs också på:
databank-edit = Redigera
databank-print = Skriv ut
databank-versions = Tidigare versioner
databank-versions-title = Versioner: { $title }
databank-versions-lead = Alla texter som har stått här, den nyaste först.
databank-version-in-force = gäller nu
databank-version-first = Första versionen
databank-current-version = Den version som gäller nu
databank-past-version = Det här är en tidigare version.
databank-past-version-saved = Den publicerades
databank-read-current = Läs den som gäller nu

## Sources and dated facts

databank-sources = Källor och datum
databank-source = Källa:
databank-applies = Gäller:
databank-back-to-text = Tillbaka till texten
databank-cite = Källa { $number }
databank-cite-expired = Källa { $number }, föråldrad
databank-cite-superseded = Källa { $number }, ersatt
databank-valid-between = I kraft { $from }–{ $to }
databank-valid-from = I kraft från { $from }
databank-valid-to = I kraft till { $to }
databank-successor = Ny uppgift:
databank-successor-from = Ny uppgift från { $date }:
databank-fact-current = i kraft
databank-fact-upcoming = ännu inte i kraft
databank-fact-expired = föråldrat
databank-fact-superseded = ersatt
databank-fact-ending = upphör snart
databank-fact-expired-on = föråldrat { $date }
databank-fact-superseded-on = ersatt { $date }
databank-facts-title = Daterade fakta
databank-facts-lead = Siffror och regler som våra artiklar bygger på: var de kommer ifrån, när de har kontrollerats och när de gäller.
databank-facts-filter = Visa
databank-facts-current = I kraft
databank-facts-upcoming = Ännu inte i kraft
databank-facts-expired = Föråldrade
databank-facts-superseded = Ersatta
databank-facts-none = Det finns inga.

## Editing

databank-editor-title = Redigera kunskapsbanken
databank-editor-articles = Artiklar
databank-editor-facts = Daterade fakta
databank-editor-reviews = Att granska
databank-editor-ageing = Gamla fakta och fakta som snart upphör, som publicerade artiklar hänvisar till
databank-editor-all = Alla artiklar
databank-editor-none = Det finns inga artiklar ännu. Skriv den första.
databank-cited-in = Hänvisning i:
databank-review-soon = ska granskas snart
databank-state-missing = Saknas
databank-state-draft = Utkast
databank-state-published = Publicerad
databank-state-published-and-draft = Publicerad, nyare utkast
databank-state-withdrawn = Tillbakadragen
databank-starting = Startartiklar
databank-starting-lead = Med programmet följer artiklar om arbetet som personlig assistent, med källor. Ta in dem som ni inte har. Det som ni själva har skrivit eller ändrat förblir som det är.
databank-starting-take-in = Ta in startartiklarna
databank-audience-all = Detta ser: alla, också de som inte har loggat in
databank-audience-editors = Detta ser: redaktörerna
databank-audience-text = Ett utkast ser redaktörerna, en publicerad text ser alla

databank-article-new = Ny artikel
databank-article-new-lead = Välj först vad den handlar om. Sedan skriver du texten, ett språk åt gången.
databank-article-slug = Adress
databank-article-slug-hint = Några engelska ord med små bokstäver och bindestreck, till exempel trial-period. Adressen kan inte ändras senare.
databank-article-kind = Typ
databank-article-topic = Ämne
databank-article-write = Fortsätt till texten
databank-article-settings = { $slug }: typ och ämne
databank-kind-article = Artikel
databank-kind-question = Fråga och svar

databank-edit-title = Redigering: { $title }
databank-edit-languages = Textens språk
databank-see-public = Se sidan
databank-to-article-settings = Typ och ämne
databank-text-title = Rubrik
databank-text-title-hint = I en fråga: frågan med arbetstagarens egna ord.
databank-text-summary = I en mening
databank-text-summary-hint = Meningen som svarar läsaren. Den syns också i listor.
databank-text-body = Text
databank-text-body-hint = Markdown. Mellanrubriker börjar med ##. Hänvisa efter ett påstående till ett daterat faktum så här: [[fact:heta-notice]]. Nycklarna hittar du under Daterade fakta.
databank-text-review-by = Granskas senast
databank-text-review-by-hint = Efter den här dagen får läsaren veta att sidan väntar på granskning.
databank-text-valid-from = Gäller från (frivilligt)
databank-text-valid-to = Gäller till (frivilligt)
databank-text-note = Vad som ändrades
databank-text-note-hint = Läsarna ser det här bland versionerna. Det behövs när du ändrar en publicerad text.
databank-save-draft = Spara utkast
databank-preview = Förhandsgranska
databank-preview-unknown = Dessa fakta finns inte:
databank-publish = Publicera
databank-withdraw = Dra tillbaka…
databank-withdraw-title = Ska texten dras tillbaka?
databank-withdraw-lead = Sidan och dess tidigare versioner försvinner genast för allmänheten på det här språket. Texten finns kvar hos redaktörerna och kan publiceras på nytt.
databank-withdraw-do = Dra tillbaka
databank-withdraw-seen = Versionen du såg
databank-withdraw-newer = Publicerad under tiden
databank-withdraw-stale = Någon annan publicerade en nyare version efter att du öppnade den här sidan. Båda visas nedan. Dra tillbaka texten bara om det fortfarande är rätt.
databank-compare-mine = Din version
databank-compare-current = Sparad under tiden

databank-fact-new = Nytt daterat faktum
databank-fact-new-lead = En mening som kan stå för sig själv, med källa och den dag då du kontrollerade den.
databank-fact-key = Nyckel
databank-fact-key-hint = Några engelska ord med små bokstäver och bindestreck, till exempel heta-notice. Artiklarna hänvisar med nyckeln, så den kan inte ändras senare.
databank-fact-statement-fi = Mening på finska
databank-fact-statement-sv = Mening på svenska
databank-fact-statement-en = Mening på engelska
databank-fact-applies-fi = Vem det gäller, på finska (frivilligt)
databank-fact-applies-sv = Vem det gäller, på svenska (frivilligt)
databank-fact-applies-en = Vem det gäller, på engelska (frivilligt)
databank-fact-source = Källa
databank-fact-source-hint = Namnet på lagen, avtalet, undersökningen eller sidan.
databank-fact-source-url = Källans adress (frivilligt)
databank-fact-source-date = Källans datum (frivilligt)
databank-fact-source-date-hint = En dag, en månad eller ett år: 2025-10-06, 2025-10 eller 2025.
databank-fact-checked = Kontrollerad
databank-fact-checked-hint = Den dag då du öppnade källan och såg att den säger så.
databank-fact-valid-from = Gäller från (frivilligt)
databank-fact-valid-to = Gäller till (frivilligt)
databank-fact-edit-lead = Rätta här det som var fel eller saknades. När själva saken ändras ska du göra en efterföljare i stället: då ser läsaren vad som gällde förut.
databank-fact-history = Versioner
databank-citing = Publicerade texter som hänvisar hit
databank-citing-none = Ingen publicerad text hänvisar hit.
databank-supersede = Gör en efterföljare
databank-supersede-title = Ett nytt faktum ersätter det här
databank-supersede-lead = Skriv det nya faktumet. Det gamla upphör dagen innan det nya börjar gälla och visas överstruket tillsammans med det nya i texterna som hänvisar till det.
databank-supersede-do = Spara efterföljaren

## What to mend

databank-not-a-slug = { $label }: använd små bokstäver a–z, siffror och enkla bindestreck, och börja med en bokstav.
databank-slug-reserved = ”{ $slug }” är en av webbplatsens egna adresser. Välj en annan.
databank-slug-taken = Det finns redan en artikel på den här adressen. Välj en annan.
databank-key-taken = Det finns redan ett faktum med den här nyckeln. Välj en annan.
databank-not-a-day = { $label }: ange en dag som finns, till exempel 2025-10-06.
databank-not-a-source-date = { $label }: ange en dag, en månad eller ett år, till exempel 2025-10-06, 2025-10 eller 2025.
databank-day-ahead = { $label }: den dagen har inte kommit ännu.
databank-days-in-disorder = Den sista dagen är före den första.
databank-not-a-link = Ange en adress som börjar med https:// eller http://, eller lämna bort den.
databank-note-missing = Berätta med några ord vad som ändrades. Läsarna ser det bland versionerna.
databank-fact-says-nothing = Skriv meningen på åtminstone ett språk.
databank-successor-too-early = Det nya faktumet måste börja gälla en senare dag än det gamla började.
databank-superseded-already = Ett annat faktum har under tiden ersatt det här. Öppna det innan du fortsätter.
databank-unknown-fact = Dessa fakta finns inte: { $keys }. Rätta nyckeln eller lägg först till faktumet.
databank-stale = Någon annan har sparat under tiden. Båda versionerna visas nedan. Lägg in i din det som du vill behålla av den andra och skicka på nytt.

## Messages

flash-databank-saved = Sparat.
flash-databank-draft-saved = Utkastet är sparat.
flash-databank-published = Texten är publicerad.
flash-databank-withdrawn = Texten är tillbakadragen.
flash-databank-superseded = Efterföljaren är sparad, och det gamla faktumet har fått sin sista dag.
flash-databank-taken-in = Startartiklarna finns i kunskapsbanken.
databank-search-expired = Gäller inte längre
databank-search-upcoming = Gäller inte ännu
databank-search-superseded = Ersatt av nyare
