# Tietopankki: artikkelit ja päivätyt tiedot.

databank-menu = Tietopankki
databank-menu-editor = Tietopankin toimitus
setting-databank-soon-days = Kuinka monta päivää etukäteen toimittajille kerrotaan tarkistuksista ja päättyvistä tiedoista

## Reading

databank-title = Tietopankki
databank-lead = Jokaisella tiedolla on lähde ja päiväys. Vanhentunut tieto näytetään vanhentuneena.
databank-topics = Aiheet
databank-all = Kaikki
databank-empty = Artikkeleita ei vielä ole.
databank-questions = Kysymyksiä ja vastauksia
databank-to-facts = Kaikki päivätyt tiedot
databank-to-feed = Uudet ja muuttuneet artikkelit syötteenä (Atom)
databank-checked = Tarkistettu
databank-review-late = tarkistus myöhässä
databank-only-fi = vain suomeksi
databank-only-sv = vain ruotsiksi
databank-only-en = vain englanniksi
databank-read-in-fi = Luet tätä suomeksi.
databank-read-in-sv = Tätä ei vielä ole suomeksi. Luet sitä ruotsiksi.
databank-read-in-en = Tätä ei vielä ole suomeksi. Luet sitä englanniksi.
databank-topic-agreement = Työehtosopimus
databank-topic-pay = Palkka
databank-topic-time-and-leave = Työaika ja vapaat
databank-topic-sickness-and-safety = Sairastuminen ja turvallisuus
databank-topic-ending = Kun työ päättyy
databank-topic-secrecy = Salassapito
databank-topic-joining = Liittyminen
databank-topic-trade = Ammatti
databank-review-by = Tarkistetaan viimeistään
databank-overdue = Tämä sivu olisi pitänyt jo tarkistaa uudelleen.
databank-overdue-lead = Suuri osa voi yhä pitää paikkansa, mutta varmista asia liitosta, ennen kuin luotat siihen.
databank-out-of-time = Tämän sivun tieto ei ole voimassa tänään. Katso, milloin se on voimassa.
databank-other-languages = Lue myös:
databank-edit = Muokkaa
databank-print = Tulosta
databank-versions = Aiemmat versiot
databank-versions-title = Versiot: { $title }
databank-versions-lead = Kaikki tekstit, jotka tässä ovat olleet, uusin ensin.
databank-version-in-force = voimassa
databank-version-first = Ensimmäinen versio
databank-current-version = Voimassa oleva versio
databank-past-version = Tämä on aiempi versio.
databank-past-version-saved = Se julkaistiin
databank-read-current = Lue voimassa oleva

## Sources and dated facts

databank-sources = Lähteet ja päiväykset
databank-source = Lähde:
databank-applies = Koskee:
databank-back-to-text = Takaisin tekstiin
databank-cite = Lähde { $number }
databank-cite-expired = Lähde { $number }, vanhentunut
databank-cite-superseded = Lähde { $number }, korvattu
databank-valid-between = Voimassa { $from }–{ $to }
databank-valid-from = Voimassa { $from } alkaen
databank-valid-to = Voimassa { $to } asti
databank-successor = Uusi tieto:
databank-successor-from = Uusi tieto { $date } alkaen:
databank-fact-current = voimassa
databank-fact-upcoming = ei vielä voimassa
databank-fact-expired = vanhentunut
databank-fact-superseded = korvattu
databank-fact-ending = päättyy pian
databank-fact-expired-on = vanhentunut { $date }
databank-fact-superseded-on = korvattu { $date }
databank-facts-title = Päivätyt tiedot
databank-facts-lead = Luvut ja säännöt, joihin artikkelimme nojaavat: mistä ne ovat, milloin ne on tarkistettu ja milloin ne ovat voimassa.
databank-facts-filter = Näytä
databank-facts-current = Voimassa
databank-facts-upcoming = Ei vielä voimassa
databank-facts-expired = Vanhentuneet
databank-facts-superseded = Korvatut
databank-facts-none = Ei yhtään.

## Editing

databank-editor-title = Tietopankin toimitus
databank-editor-articles = Artikkelit
databank-editor-facts = Päivätyt tiedot
databank-editor-reviews = Tarkistettavana
databank-editor-ageing = Vanhat ja päättyvät tiedot, joihin julkaistut artikkelit viittaavat
databank-editor-all = Kaikki artikkelit
databank-editor-none = Artikkeleita ei vielä ole. Kirjoita ensimmäinen.
databank-cited-in = Viitataan teksteissä:
databank-review-soon = tarkistettava pian
databank-state-missing = Puuttuu
databank-state-draft = Luonnos
databank-state-published = Julkaistu
databank-state-published-and-draft = Julkaistu, uudempi luonnos
databank-state-withdrawn = Poistettu julkisuudesta
databank-starting = Aloitusartikkelit
databank-starting-lead = Ohjelman mukana tulee artikkeleita henkilökohtaisen avustajan työstä lähteineen. Ota käyttöön ne, joita teillä ei ole. Se, minkä olette itse kirjoittaneet tai muuttaneet, pysyy ennallaan.
databank-starting-take-in = Ota aloitusartikkelit käyttöön
databank-audience-all = Tämän näkevät: kaikki, myös kirjautumattomat
databank-audience-editors = Tämän näkevät: toimittajat
databank-audience-text = Luonnoksen näkevät toimittajat, julkaistun tekstin kaikki

databank-article-new = Uusi artikkeli
databank-article-new-lead = Valitse ensin aihe. Sen jälkeen kirjoitat tekstin, yhden kielen kerrallaan.
databank-article-slug = Osoite
databank-article-slug-hint = Muutama englanninkielinen sana pienillä kirjaimilla ja väliviivoilla, esimerkiksi trial-period. Osoitetta ei voi muuttaa myöhemmin.
databank-article-kind = Lajityyppi
databank-article-topic = Aihe
databank-article-write = Jatka tekstiin
databank-article-settings = { $slug }: lajityyppi ja aihe
databank-kind-article = Artikkeli
databank-kind-question = Kysymys ja vastaus

databank-edit-title = Muokkaus: { $title }
databank-edit-languages = Tekstin kielet
databank-see-public = Katso sivua
databank-to-article-settings = Lajityyppi ja aihe
databank-text-title = Otsikko
databank-text-title-hint = Kysymyksessä: kysymys työntekijän omin sanoin.
databank-text-summary = Yhdellä virkkeellä
databank-text-summary-hint = Virke, joka vastaa lukijalle. Se näkyy myös luetteloissa.
databank-text-body = Teksti
databank-text-body-hint = Markdownia. Väliotsikot alkavat merkeillä ##. Viittaa väitteen jälkeen päivättyyn tietoon näin: [[fact:heta-notice]]. Avaimet löytyvät kohdasta Päivätyt tiedot.
databank-text-review-by = Tarkistettava viimeistään
databank-text-review-by-hint = Tämän päivän jälkeen lukijalle kerrotaan, että sivu odottaa tarkistusta.
databank-text-valid-from = Voimassa alkaen (ei pakollinen)
databank-text-valid-to = Voimassa asti (ei pakollinen)
databank-text-note = Mikä muuttui
databank-text-note-hint = Lukijat näkevät tämän versioiden luettelossa. Tarvitaan, kun muutat julkaistua tekstiä.
databank-save-draft = Tallenna luonnos
databank-preview = Esikatsele
databank-preview-unknown = Näitä tietoja ei ole:
databank-publish = Julkaise
databank-withdraw = Poista julkisuudesta…
databank-withdraw-title = Poistetaanko teksti julkisuudesta?
databank-withdraw-lead = Sivu ja sen aiemmat versiot katoavat heti yleisöltä tällä kielellä. Teksti jää toimittajille, ja sen voi julkaista uudelleen.
databank-withdraw-do = Poista julkisuudesta
databank-withdraw-seen = Versio, jonka näit
databank-withdraw-newer = Sillä välin julkaistu
databank-withdraw-stale = Joku muu julkaisi uudemman version sen jälkeen, kun avasit tämän sivun. Molemmat näkyvät alla. Poista teksti julkisuudesta vain, jos se on yhä oikein.
databank-compare-mine = Sinun versiosi
databank-compare-current = Sillä välin tallennettu

databank-fact-new = Uusi päivätty tieto
databank-fact-new-lead = Yksi virke, joka ymmärretään yksinään, sekä lähde ja päivä, jona tarkistit sen.
databank-fact-key = Avain
databank-fact-key-hint = Muutama englanninkielinen sana pienillä kirjaimilla ja väliviivoilla, esimerkiksi heta-notice. Artikkelit viittaavat tietoon avaimella, joten sitä ei voi muuttaa myöhemmin.
databank-fact-statement-fi = Virke suomeksi
databank-fact-statement-sv = Virke ruotsiksi
databank-fact-statement-en = Virke englanniksi
databank-fact-applies-fi = Ketä koskee, suomeksi (ei pakollinen)
databank-fact-applies-sv = Ketä koskee, ruotsiksi (ei pakollinen)
databank-fact-applies-en = Ketä koskee, englanniksi (ei pakollinen)
databank-fact-source = Lähde
databank-fact-source-hint = Lain, sopimuksen, tutkimuksen tai sivun nimi.
databank-fact-source-url = Lähteen osoite (ei pakollinen)
databank-fact-source-date = Lähteen päiväys (ei pakollinen)
databank-fact-source-date-hint = Päivä, kuukausi tai vuosi: 2025-10-06, 2025-10 tai 2025.
databank-fact-checked = Tarkistettu
databank-fact-checked-hint = Päivä, jona avasit lähteen ja näit, että siinä sanotaan näin.
databank-fact-valid-from = Voimassa alkaen (ei pakollinen)
databank-fact-valid-to = Voimassa asti (ei pakollinen)
databank-fact-edit-lead = Korjaa tässä se, mikä oli väärin tai puuttui. Kun asia itse muuttuu, tee sille seuraaja: silloin lukija näkee, mikä oli voimassa ennen.
databank-fact-history = Versiot
databank-citing = Julkaistut tekstit, jotka viittaavat tähän
databank-citing-none = Mikään julkaistu teksti ei viittaa siihen.
databank-supersede = Tee seuraaja
databank-supersede-title = Uusi tieto tulee tämän tilalle
databank-supersede-lead = Kirjoita uusi tieto. Vanha päättyy edellisenä päivänä, ja se näkyy yliviivattuna uuden rinnalla teksteissä, jotka viittaavat siihen.
databank-supersede-do = Tallenna seuraaja

## What to mend

databank-not-a-slug = { $label }: käytä pieniä kirjaimia a–z, numeroita ja yksittäisiä väliviivoja ja aloita kirjaimella.
databank-slug-reserved = ”{ $slug }” on sivuston oma osoite. Valitse toinen.
databank-slug-taken = Tässä osoitteessa on jo artikkeli. Valitse toinen.
databank-key-taken = Tällä avaimella on jo tieto. Valitse toinen.
databank-not-a-day = { $label }: anna päivä, joka on olemassa, esimerkiksi 2025-10-06.
databank-not-a-source-date = { $label }: anna päivä, kuukausi tai vuosi, esimerkiksi 2025-10-06, 2025-10 tai 2025.
databank-day-ahead = { $label }: tämä päivä ei ole vielä tullut.
databank-days-in-disorder = Viimeinen päivä on ennen ensimmäistä.
databank-not-a-link = Anna osoite, jonka alussa on https:// tai http://, tai jätä se pois.
databank-note-missing = Kerro muutamalla sanalla, mikä muuttui. Lukijat näkevät sen versioiden luettelossa.
databank-fact-says-nothing = Kirjoita virke ainakin yhdellä kielellä.
databank-successor-too-early = Uuden tiedon on alettava myöhempänä päivänä kuin vanha alkoi.
databank-superseded-already = Toinen tieto on sillä välin tullut tämän tilalle. Avaa se, ennen kuin jatkat.
databank-unknown-fact = Näitä tietoja ei ole: { $keys }. Korjaa avain tai lisää tieto ensin.
databank-stale = Joku muu tallensi tämän sillä välin. Molemmat versiot näkyvät alla. Lisää omaasi se, minkä haluat toisesta säilyttää, ja lähetä uudelleen.

## Messages

flash-databank-saved = Tallennettu.
flash-databank-draft-saved = Luonnos on tallennettu.
flash-databank-published = Teksti on julkaistu.
flash-databank-withdrawn = Teksti on poistettu julkisuudesta.
flash-databank-superseded = Seuraaja on tallennettu, ja vanhalla tiedolla on viimeinen päivänsä.
flash-databank-taken-in = Aloitusartikkelit ovat tietopankissa.
databank-search-expired = Vanhentunut
databank-search-upcoming = Ei vielä voimassa
databank-search-superseded = Korvattu uudemmalla
