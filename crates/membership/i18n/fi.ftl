### Suomenkieliset tekstit: tie liittoon, kirjeet, rekisteri.

## Valikot
membership-menu-join = Liity
membership-menu-road = Oma tieni
membership-menu-applications = Hakemukset
membership-menu-letters = Kirjeet
membership-menu-people = Henkilöt
membership-menu-roll = Jäsenrekisteri
membership-menu-leavers = Lähteneet
membership-more = Lisää
membership-to-the-room = Kahvihuoneeseen

## Rekisteröityminen
membership-register-title = Tule mukaan
membership-register-lead = Kahvihuone on sinulle auki { $days } päivää. Se ei maksa mitään eikä sido mihinkään.
membership-register-member = Oletko jo liiton jäsen?
membership-register-recognise = Tule sisään jäsennumerolla.
membership-register-given-name = Etunimi
membership-register-family-name = Sukunimi
membership-register-email = Sähköposti
membership-register-email-hint = Lähetämme tähän väliaikaisen salasanan.
membership-register-relation = Miten olet mukana avustajatyössä?
membership-register-relation-hint = Valitse lähin.
membership-relation-assistant = Työskentelen avustajana
membership-relation-employer = Olen avustajan työnantaja
membership-relation-relative = Olen omainen tai läheinen
membership-relation-other = Jokin muu
membership-register-pseudonym = Nimimerkki
membership-register-pseudonym-hint = Muut näkevät kahvihuoneessa vain tämän. Ehdotimme yhtä, keksi vapaasti oma.
membership-register-region = Alue
membership-register-lang = Millä kielellä haluat viestimme?
membership-register-phone = Puhelin (ei pakollinen)
membership-register-street = Katuosoite (ei pakollinen)
membership-register-street-hint = Tarvitsemme osoitteen vain, jos haluat paperikirjeen.
membership-register-postal-code = Postinumero (ei pakollinen)
membership-register-city = Postitoimipaikka (ei pakollinen)
membership-register-consent = Liitto saa lähettää minulle kirjeen liittymisestä ja muistuttaa siitä kerran.
membership-register-consent-hint = Voit jättää tämän tyhjäksi. Voit myös perua luvan koska tahansa.
membership-register-letter = Haluan kirjeen myös postissa.
membership-register-letter-hint = Siihen tarvitaan yllä oleva lupa ja osoitteesi.
membership-register-rules = Mitä täällä puhutaan, jää tänne. Avustettavasta ei kerrota mitään, mistä hänet voi tunnistaa. Neuvot ovat kirjoittajiensa omia, eivät liiton.
membership-register-rules-link = Lue talon säännöt kokonaan
membership-register-house-rules = Hyväksyn talon säännöt.
membership-register-send = Tule kahvihuoneeseen
membership-register-audience = Tietosi näkee liiton toimisto. Muut näkevät vain nimimerkkisi.
membership-lang-unknown = Valitse kieli.
membership-relation-unknown = Valitse, miten olet mukana avustajatyössä.
membership-address-needed = Täytä osoite kokonaan, niin kirje tulee perille. Tai jätä kirje pyytämättä.
membership-letter-needs-consent = Kirje vaatii luvan. Anna lupa tästä, tai jätä kirje pyytämättä.
membership-words-changed = Liitto muutti tätä tekstiä sillä välin. Lue se uudelleen ja lähetä lomake sitten.
membership-register-done-title = Katso sähköpostiasi
membership-register-done-lead = Lähetimme sinulle viestin, jolla pääset sisään. Se tulee yleensä muutamassa minuutissa.
membership-register-done-wait = Eikö viestiä näy? Katso myös roskapostista ja tarkista, että osoite oli oikein.

## Talon säännöt
membership-house-rules-title = Talon säännöt
membership-house-rules =
    Kahvihuone on paikka, jossa avustajat tapaavat toisensa. Näillä säännöillä siellä on kaikilla turvallista olla.

    ## Avustettava ei ole huoneessa

    Et kerro avustettavasta, hänen kodistaan tai läheisistään mitään, mistä hänet voi tunnistaa. Salassapitosi jatkuu täällä ja myös työn päätyttyä.

    ## Mitä täällä puhutaan, jää tänne

    Et kopioi, kuvaa etkä kerro eteenpäin toisten viestejä. Jokaisen viestin vieressä näkyy, ketkä sen näkevät. Myös työnantaja voi olla kokeilija: kokeilijoille avatun viestin näkee hänkin.

    ## Ole kuin pöydän ääressä

    Kysy, kuuntele ja ole eri mieltä ystävällisesti. Syrjintää, uhkailua, mainoksia ja toisen nimen paljastamista emme salli. Moderaattori voi piilottaa viestin; syyn näet aina itse.

    ## Neuvot ovat kirjoittajiensa

    Viestit ovat kirjoittajiensa omia mielipiteitä, eivät liiton neuvoja. Liitto ei vastaa niiden oikeellisuudesta. Tarkista tärkeä asia tietopankista tai neuvojalta.

    ## Tietosi

    Muut näkevät nimimerkkisi. Nimesi ja yhteystietosi näkee liiton toimisto, ja jokainen katselu kirjataan. Voit ladata tai poistaa omat tietosi koska tahansa.

## Jäsenen tunnistaminen rekisteristä
membership-recognise-title = Olen jo jäsen
membership-recognise-lead = Jäsennumerolla pääset heti kahvihuoneeseen.
membership-recognise-same-account = Yhdistämme jäsenyyden tähän tunnukseen. Nimimerkkisi ja viestisi säilyvät.
membership-recognise-number = Jäsennumero
membership-recognise-number-hint = Löydät sen jäsenkortista tai liiton kirjeestä.
membership-recognise-birth-date = Syntymäaika
membership-recognise-birth-date-hint = Esimerkiksi 14.3.1985
membership-recognise-postal-code = Postinumero
membership-recognise-postal-code-hint = Se, johon liiton kirjeet tulevat.
membership-recognise-send = Jatka
membership-recognise-audience = Vertaamme tietoja jäsenrekisteriin. Kukaan muu ei näe niitä.
membership-recognise-other = Etkö ole vielä jäsen?
membership-recognise-register = Tule kokeilemaan kahvihuonetta.
membership-recognise-too-often = Tällä jäsennumerolla tai tästä verkosta on yritetty tänään liian monta kertaa. Yritä huomenna uudelleen tai soita liiton toimistoon.
membership-recognise-too-late = Aikaa ehti kulua liikaa. Anna nämä uudelleen. Muut tietosi säilyvät, vain salasanan kirjoitat uudelleen.
membership-not-recognised = Emme löytäneet sinua näillä tiedoilla. Tarkista molemmat. Jos olet liittynyt aivan äsken, rekisteri voi olla vielä päivittämättä. Jos sinulla on jo tunnus, kirjaudu sillä.
membership-recognise-account-title = Löysimme sinut
membership-recognised-lead = Enää yksi sivu. Sitten kahvi on kaadettu.
membership-recognised-email = Sähköposti
membership-recognised-email-hint = Tällä kirjaudut.
membership-recognised-password = Salasana
membership-recognised-password-hint = Vähintään 12 merkkiä. Kolme tai neljä sanaa peräkkäin on hyvä.
membership-recognised-pseudonym = Nimimerkki
membership-recognised-pseudonym-hint = Muut näkevät kahvihuoneessa vain tämän.
membership-recognised-lang = Kieli
membership-recognised-house-rules = Hyväksyn talon säännöt.
membership-recognised-token = Tunnistus
membership-recognised-send = Kahvihuoneeseen
membership-recognise-mail-title = Katso sähköpostiasi
membership-recognise-mail-lead = Tällä osoitteella on jo tunnus. Lähetimme sinne ohjeen, jolla yhdistät jäsenyytesi siihen.

## Liittyminen
membership-join-title = Liity liittoon
membership-join-lead = Teet työtä yksin, mutta sinulla on työkavereita.
membership-join-answers = Saat neuvon, kun palkka, työaika tai sopimus mietityttää.
membership-join-company = Kahvihuone on sinulle auki niin kauan kuin olet jäsen.
membership-join-safety = Kun asia on iso, et hoida sitä yksin.
membership-join-register = Aloita tästä
membership-join-sign-in = Minulla on jo tunnus
membership-join-visitor = Ensin teet tunnuksen, sitten täytät hakemuksen. Aikaa menee noin viisi minuuttia.
membership-join-apply = Täytä hakemus
membership-join-same = Jatkat samalla tunnuksella. Nimimerkkisi ja viestisi säilyvät.
membership-join-member = Olet jo jäsen. Mukava, että olet mukana.
membership-join-costs-title = Mitä se maksaa?
membership-join-costs = Jäsenmaksu riippuu palkastasi ja siitä, kuulutko myös työttömyyskassaan. Ajantasaiset tiedot lähteineen ja päiväyksineen ovat [tietopankissa](/databank/joining-and-what-it-costs).
membership-application-title = Jäsenhakemus
membership-application-lead = Tarkista tiedot ja täytä puuttuvat. Henkilötunnusta emme kysy.
membership-application-given-name = Etunimet
membership-application-family-name = Sukunimi
membership-application-birth-date = Syntymäaika
membership-application-birth-date-hint = Esimerkiksi 14.3.1985
membership-application-email = Sähköposti
membership-application-phone = Puhelin (ei pakollinen)
membership-application-street = Katuosoite
membership-application-postal-code = Postinumero
membership-application-city = Postitoimipaikka
membership-application-lang = Asiointikieli
membership-application-employer = Kuka on työnantajasi?
membership-application-employer-hint = Se kertoo, mikä työehtosopimus koskee sinua.
membership-employer-household = Kotitalous, eli avustettava itse
membership-employer-county = Hyvinvointialue
membership-employer-company = Yritys tai yhdistys
membership-employer-other = Jokin muu, tai en ole nyt töissä
membership-application-job-started = Työ alkoi (ei pakollinen)
membership-application-job-started-hint = Esimerkiksi 1.8.2025
membership-application-chapter-wish = Toivottu ammattiosasto (ei pakollinen)
membership-application-chapter-wish-hint = Jos et tiedä, liitto ehdottaa sinulle sopivaa.
membership-application-student = Opiskeletko päätoimisesti?
membership-application-unemployment-fund = Liitytkö myös työttömyyskassaan?
membership-answer-yes = Kyllä
membership-answer-no = Ei
membership-application-member-number = Jäsennumero, jos sinulla on jo sellainen
membership-application-consent = Haen liiton jäseneksi. Liitto saa tallentaa tietoni jäsenrekisteriin ja käyttää niitä jäsenyyteni hoitamiseen.
membership-application-send = Lähetä hakemus
membership-application-audience = Hakemuksen näkee liiton jäsenrekisterin hoitaja.
membership-birth-date-wrong = Kirjoita syntymäaika, esimerkiksi 14.3.1985.
membership-date-wrong = Kirjoita päivä, esimerkiksi 1.8.2025, tai jätä tyhjäksi.
membership-number-wrong = Jäsennumerossa on numeroita ja ehkä kirjaimia, ei välilyöntejä. Tarkista se.
membership-employer-unknown = Valitse, kuka on työnantajasi.
membership-answer-unknown = Valitse kyllä tai ei.
membership-application-waits = Hakemuksesi on jo tullut perille ja odottaa käsittelyä.
membership-state-title = Hakemuksesi
membership-state-waiting = Hakemuksesi odottaa käsittelyä.
membership-state-sent = Lähetetty
membership-state-came-on-paper = Tuli paperilla ja kirjattiin
membership-state-wait = Kun liitto on vahvistanut sen, kahvihuone aukeaa jäsenelle heti. Saat siitä viestin.
membership-state-withdraw = Peru hakemus
membership-state-withdrawn = Olet perunut hakemuksesi.
membership-state-declined = Liitto ei voinut hyväksyä hakemusta tällaisenaan.
membership-state-why = Lue syy
membership-state-again = Tee uusi hakemus
membership-state-member = Olet jäsen.
membership-state-was = Hakemuksesi on aikanaan vahvistettu.
membership-state-none = Sinulla ei ole hakemusta.
membership-state-name-waiting = odottaa
membership-state-name-confirmed = vahvistettu
membership-state-name-declined = hylätty
membership-state-name-withdrawn = peruttu

## Oma tie
membership-road-title = Oma tieni
membership-road-lead = Kaikki, mitä sinulle on lähetetty tai jätetty lähettämättä, ja miksi.
membership-road-empty = Täällä ei ole vielä mitään.
membership-decline-title = Ei kiitos
membership-decline-text = Jos et halua meiltä viestejä liittymisestä, kerro se tässä. Se riittää.
membership-decline = Älkää kirjoittako minulle
membership-declined-since = Emme kirjoita sinulle liittymisestä. Kerroit tämän
membership-undecline = Saatte taas kirjoittaa
membership-step-day = päivä { $day }
membership-step-registered = Rekisteröityminen
membership-step-consent-house-rules = Talon säännöt hyväksytty
membership-step-consent-join-letter = Lupa liittymiskirjeeseen annettu
membership-step-consent-application = Lupa hakemuksen käsittelyyn annettu
membership-step-sent-join-kit-mail = Liittymispaketti lähetetty sähköpostilla
membership-step-sent-join-kit-letter = Liittymispaketti lähetetty kirjeenä
membership-step-sent-reminder = Muistutus lähetetty
membership-step-sent-trial-lock = Kokeilujakso päättyi, viesti lähetetty
membership-step-sent-welcome = Tervetulotoivotus lähetetty
membership-step-refused = Ei mennyt perille: sähköpostipalvelin ei ottanut viestiä vastaan.
membership-step-intended-join-kit-mail = Liittymispaketti lähdössä sähköpostilla
membership-step-intended-reminder = Muistutus lähdössä
membership-step-intended-trial-lock = Kokeilujakso päättyi, viesti lähdössä
membership-step-intended-welcome = Tervetulotoivotus lähdössä
membership-step-not-handed = Viesti ei ole vielä lähtenyt. Se odottaa sähköpostipalvelinta.
membership-step-given-up-join-kit-mail = Liittymispaketti ei lähtenyt sähköpostilla
membership-step-given-up-reminder = Muistutus ei lähtenyt
membership-step-given-up-trial-lock = Kokeilujakso päättyi, viesti ei lähtenyt
membership-step-given-up-welcome = Tervetulotoivotus ei lähtenyt
membership-step-gave-up = Sähköpostipalvelin ei ottanut viestiä vastaan kolmeen päivään. Ylläpitäjä voi yrittää lähettämistä uudelleen.
membership-step-withdrawn-join-kit-mail = Liittymispaketin sähköposti peruttiin ennen lähtöä
membership-step-withdrawn-reminder = Muistutus peruttiin ennen lähtöä
membership-step-withdrawn-trial-lock = Viesti kokeilujakson lopusta peruttiin ennen lähtöä
membership-step-skipped-join-kit-mail = Liittymispaketti jätetty lähettämättä sähköpostilla
membership-step-skipped-join-kit-letter = Kirje jätetty lähettämättä
membership-step-skipped-reminder = Muistutus jätetty lähettämättä
membership-step-skipped-trial-lock = Viesti kokeilujakson lopusta jätetty lähettämättä
membership-step-skipped-welcome = Tervetulotoivotus jätetty lähettämättä
membership-skip-erased = Syy: tiedot on poistettu.
membership-skip-joined = Syy: on jo jäsen.
membership-skip-applied = Syy: jäsenhakemus on jo saapunut.
membership-skip-application-declined = Syy: jäsenhakemus on hylätty.
membership-skip-declined = Syy: ei halua viestejä.
membership-skip-letter-returned = Syy: kirje palasi postista.
membership-skip-no-consent = Syy: lupaa ei annettu.
membership-skip-trial-over = Syy: kokeilujakso oli jo päättynyt.
membership-skip-no-email = Syy: sähköpostiosoitetta ei ole.
membership-skip-no-postal-address = Syy: postiosoitetta ei annettu.
membership-skip-letter-not-wanted = Syy: kirjettä ei pyydetty.
membership-step-letter-waiting = Kirje odottaa tulostusta
membership-step-letter-returned = Kirje palasi postista
membership-step-declined = Ei enää viestejä liittymisestä
membership-step-applied = Jäsenhakemus lähetetty
membership-step-applied-on-paper = Jäsenhakemus tuli paperilla
membership-step-application-declined = Hakemus hylättiin
membership-step-application-withdrawn = Hakemus peruttiin
membership-step-joined = Jäsenyys alkoi
membership-step-left = Jäsenyys päättyi
membership-step-leaves = Jäsenyys päättyy
membership-basis-roll = Perustuu jäsenrekisteriin.
membership-basis-registrar = Jäsenrekisterin hoitaja vahvisti.
membership-step-next-reminder = Edessä: muistutus, jos sille on syytä
membership-step-next-trial-lock = Edessä: kokeilujakson loppu

## Jäsenrekisterin hoitajan sivut
membership-column-name = Nimi
membership-column-city = Paikkakunta
membership-column-region = Alue
membership-column-arrived = Saapunut
membership-column-state = Tila
membership-column-since = Mukana alkaen
membership-column-batch = Erä
membership-column-printed = Tulostettu
membership-column-letters = Kirjeitä
membership-column-returned = Palannut
membership-column-left = Lähti
membership-column-contact = Yhteys
membership-column-reason = Syy
membership-column-subject = Otsikko
membership-column-intended = Aika
membership-column-employer = Työnantaja
membership-column-chapter = Toivottu ammattiosasto
membership-column-student = Opiskelee
membership-column-fund = Liittyy työttömyyskassaan
membership-looked = Tämä katselu on kirjattu. Henkilö näkee sen omista tiedoistaan.
membership-applications-title = Hakemukset
membership-applications-waiting = Odottaa
membership-applications-settled = Käsitelty
membership-applications-none = Ei hakemuksia.
membership-export-title = Vie rekisteriin
membership-export-text = { $count ->
    [0] Kaikki hakemukset on jo viety tiedostoon.
    [one] Yksi hakemus on vielä viemättä tiedostoon. Se merkitään viedyksi.
   *[other] { $count } hakemusta on vielä viemättä tiedostoon. Ne merkitään viedyiksi.
}
membership-export-do = Vie uudet tiedostoon
membership-taken-title = Tiedostoon viedyt
membership-taken-text = Tiedoston voi ladata uudelleen niin monta kertaa kuin on tarpeen. Siitä puuttuvat ne, jotka ovat sittemmin peruneet hakemuksensa, saaneet kielteisen vastauksen tai poistaneet tunnuksensa.
membership-taken-applications = { $count ->
    [0] Ei enää yhtään hakemusta
    [one] Yksi hakemus
   *[other] { $count } hakemusta
}
membership-taken-do = Lataa CSV
membership-exported = Viety tiedostoon
membership-settled = Käsitelty
membership-to-person = Henkilön sivulle
membership-confirm-title = Vahvista
membership-confirm-text = Samasta tunnuksesta tulee heti jäsenen tunnus.
membership-confirm-do = Vahvista jäseneksi
membership-confirm-entry = Rekisterissä numerolla { $number }:
membership-confirm-differs = Tiedot eivät ole samat kuin hakemuksessa. Tarkista ennen vahvistamista, onko kyse samasta ihmisestä.
membership-number-look = Rekisterissä on rivi tällä numerolla. Katso, onko kyse samasta ihmisestä, ja vahvista sitten uudelleen.
membership-answering-member-number = Jäsennumero, jos se on jo annettu
membership-answering-member-number-hint = Numerolla hakemus yhdistyy rekisterin riviin.
membership-decline-application = Hylkää
membership-answering-reason = Syy hakijalle
membership-decline-do = Hylkää hakemus
membership-decline-audience = Hakija näkee syyn sivultaan.
membership-application-answered = Hakemus on jo käsitelty.
membership-number-taken = Tällä jäsennumerolla on jo tunnus. Tarkista numero.
membership-by-paper-came = Paperinen hakemus tuli
membership-by-paper-find = Kirjoita lomakkeen koodi. Jos sitä ei ole,
membership-by-paper-by-name = etsi hakija nimellä.
membership-by-paper-code = Lomakkeen koodi
membership-by-paper-code-hint = Esimerkiksi K7QF-29MD
membership-by-paper-code-wrong = Koodi ei ole oikein. Tarkista se lomakkeesta.
membership-by-paper-enter = Kirjaa hakemus
membership-by-paper-title = Kirjaa paperinen hakemus
membership-by-paper-lead = Kirjoita se, mitä lomakkeessa on. Sen jälkeen hakemus odottaa käsittelyä kuten sivustolla tehdyt.
membership-by-paper-given-name = Etunimet
membership-by-paper-family-name = Sukunimi
membership-by-paper-birth-date = Syntymäaika
membership-by-paper-birth-date-hint = Esimerkiksi 14.3.1985
membership-by-paper-email = Sähköposti
membership-by-paper-phone = Puhelin (ei pakollinen)
membership-by-paper-street = Katuosoite
membership-by-paper-postal-code = Postinumero
membership-by-paper-city = Postitoimipaikka
membership-by-paper-lang = Asiointikieli
membership-by-paper-employer = Työnantaja
membership-by-paper-job-started = Työ alkoi (ei pakollinen)
membership-by-paper-job-started-hint = Esimerkiksi 1.8.2025
membership-by-paper-chapter-wish = Toivottu ammattiosasto (ei pakollinen)
membership-by-paper-student = Opiskelee
membership-by-paper-unemployment-fund = Liittyy työttömyyskassaan
membership-by-paper-member-number = Jäsennumero, jos sellainen jo on
membership-by-paper-signed = Lomake on allekirjoitettu.
membership-by-paper-do = Kirjaa hakemus
membership-by-paper-member = Henkilö on jo jäsen.
membership-by-paper-waits = Henkilöltä odottaa jo hakemus.
membership-by-paper-was = tuli paperilla
membership-letters-title = Kirjeet
membership-letters-waiting = { $count ->
    [0] Yhtään kirjettä ei odota tulostusta.
    [one] Yksi kirje odottaa tulostusta.
   *[other] { $count } kirjettä odottaa tulostusta.
}
membership-letters-no-address = Kirjeitä ei voi vielä tulostaa: liiton palautusosoite puuttuu.
membership-letters-address-why = Se on jokaisessa kirjeessä lähettäjänä, ja jäsenhakemus postitetaan siihen. Odottavat kirjeet säilyvät.
membership-letters-address-who = Pyydä ylläpitäjää lisäämään se asetuksiin.
membership-print-title = Tulosta
membership-print-text = Erään otetaan enintään 200 kirjettä, pisimpään odottaneet ensin. Tulosta kaksipuolisena, postita ikkunakuoressa.
membership-print-do = Tee erä
membership-returned-title = Kirje palasi
membership-returned-text = Kirjoita kirjeen koodi. Henkilölle ei sen jälkeen kirjoiteta liittymisestä.
membership-returned-do = Merkitse palanneeksi
membership-letters-code = Kirjeen koodi
membership-letters-code-hint = Esimerkiksi K7QF-29MD
membership-letter-code-wrong = Koodi ei ole oikein. Tarkista se kirjeestä.
membership-letter-not-out = Tälle henkilölle ei ole lähtenyt kirjettä, tai se on jo merkitty palanneeksi.
membership-batches = Tulostetut erät
membership-letters-odd = Katso nämä kirjeet ennen kuin postitat ne.
membership-letters-odd-why = Niissä on merkkejä, joita kirjeen kirjaintyyppi ei tunne. Niiden paikalla on korvausmerkki.
membership-letters-odd-one = letters-{ $batch }.pdf, kirje { $number }
membership-batches-none = Ei vielä yhtään.
membership-people-title = Henkilöt
membership-people-q = Nimi, sähköposti, jäsennumero tai kirjeen koodi
membership-people-find = Hae
membership-people-none = Ketään ei löytynyt. Kokeile sukunimen alkua.
membership-person-road = Tie tähän asti
membership-person-mails = Sähköpostit
membership-person-no-mails = Ei yhtään.
membership-person-contact = Yhteystiedot
membership-person-applied = Hakemus odottaa.
membership-person-answer = Käsittele
membership-person-left-link = Merkitse lähteneeksi
membership-person-left-title = Merkitäänkö lähteneeksi?
membership-person-left-text = Jäsenyys päättyy heti ja kahvihuone sulkeutuu. Henkilö lisätään Lähteneet-luetteloon soitettavaksi. Jos hän on rekisterissä yhä jäsen, seuraava tuonti palauttaa jäsenyyden.
membership-person-left-do = Merkitse lähteneeksi
membership-not-a-member = Henkilö ei ole jäsen.
membership-mail-state-intended = lähdössä
membership-mail-state-given-up = ei lähtenyt
membership-mail-state-handed = lähetetty
membership-mail-state-refused = ei mennyt perille
membership-mail-state-withdrawn = peruttu
membership-leavers-title = Lähteneet
membership-leavers-lead = Soita ja kysy, miksi. Vastaus auttaa liittoa, ja joku voi palata, kun hänelle soitetaan.
membership-leavers-open = Soitettavat
membership-leavers-done = Soitetut
membership-leavers-none = Ei ketään.
membership-called = Soitettu
membership-leave-reason-unknown = ei tiedossa
membership-leave-reason-resigned = erosi
membership-leave-reason-transferred = siirtyi toiseen liittoon
membership-leave-reason-arrears = maksut jäivät rästiin
membership-leave-reason-left-trade = jätti alan
membership-leave-reason-wrong = Valitse syy luettelosta.

## Rekisterin tuonti
membership-roll-title = Jäsenrekisteri
membership-roll-step-file = Tiedosto
membership-roll-step-dry-run = Koeajo
membership-roll-step-apply = Vahvistus
membership-roll-entries = Rivejä rekisterissä
membership-roll-members = Heistä jäseniä
membership-roll-file = Rekisterin tiedosto (CSV)
membership-roll-file-hint = Kaikki jäsenet yhdessä tiedostossa: UTF-8 tai Windows-1252; puolipiste, pilkku tai sarkain. Enintään 64 Mt. Henkilötunnuksia ei lueta.
membership-roll-upload = Tee koeajo
membership-roll-audience = Tiedoston näkevät jäsenrekisterin hoitajat. Se poistetaan vuorokauden kuluttua.
membership-roll-no-file = Valitse tiedosto.
membership-roll-files = Viimeisimmät tiedostot
membership-roll-file-name = Tiedosto
membership-roll-state-dry-run = koeajo
membership-roll-state-applied = voimassa
membership-roll-state-dropped = hylätty
membership-roll-import-title = Rekisterin tuonti: koeajo
membership-roll-nothing-changed = Mitään ei ole vielä muutettu.
membership-roll-look-first = Tarkista luvut. Tuonti tehdään vasta, kun vahvistat sen.
membership-roll-rows = Rivejä tiedostossa
membership-roll-joins = Uusia jäseniä
membership-roll-met = { $count ->
    [one] yksi hakemus vahvistuu
   *[other] { $count } hakemusta vahvistuu
}
membership-roll-confirms = Vahvistuvat hakemukset
membership-roll-met-by-number-and-birth-date = Hakija { $name }. Sama jäsennumero ja syntymäaika.
membership-roll-met-by-number-and-name = Hakija { $name }. Sama jäsennumero ja nimi. Rekisterissä ei ole syntymäaikaa.
membership-roll-met-by-mail-and-birth-date = Hakija { $name }. Sama sähköposti ja syntymäaika.
membership-roll-met-by-name-and-birth-date = Hakija { $name }. Sama nimi ja syntymäaika.
membership-roll-returns = Palaa jäseneksi
membership-roll-changes = Tiedot muuttuvat
membership-roll-leaves = Jäsenyys päättyy
membership-roll-stays = Ennallaan
membership-roll-troubles = Huomautuksia
membership-roll-unmapped = Näitä sarakkeita ei lueta, koska niiden nimi ei kerro, mitä niissä on:
membership-roll-to-columns = Kerro, mitä sarakkeissa on
membership-roll-troubles-first = Tarkista nämä rivit ensin
membership-roll-line = Rivi
membership-roll-column = Sarake
membership-roll-report-what = Mitä tapahtuu
membership-roll-why = Syy
membership-roll-bad = korjattava
membership-roll-look = tarkista
membership-roll-first-ones = näytetään
membership-roll-number = Jäsennumero
membership-roll-name = Nimi
membership-roll-born = Syntynyt
membership-roll-leaves-by-date = Päättymispäivä { $day }
membership-roll-leaves-by-absence = Ei ole tiedostossa, päättyy { $day }
membership-roll-report = Lataa koko koeajo (CSV)
membership-roll-many = Näin moni jäsenyys ei yleensä pääty kerralla. Onko tiedosto varmasti koko rekisteri?
membership-roll-apply-sure = Olen varma: tiedosto on koko rekisteri ja nämä jäsenyydet päättyvät.
membership-roll-not-sure = Vahvista, että näin moni jäsenyys päättyy.
membership-roll-as-it-was = Rekisteri on jo tämän tiedoston mukainen. Vahvistettavaa ei ole.
membership-roll-apply-do = Vahvista tuonti
membership-roll-drop = Hylkää tiedosto
membership-roll-has-problems = Tiedostossa on rivejä, jotka pitää korjata. Korjaa ne rekisterissä, vie tiedosto uudelleen ja tee uusi koeajo. Mitään ei muutettu.
membership-roll-changed = Rekisteri tai päivä on vaihtunut koeajon jälkeen. Lataa tiedosto uudelleen ja tarkista luvut. Mitään ei muutettu.
membership-roll-gone = Tiedosto on jo otettu käyttöön tai poistettu.
membership-roll-columns-title = Mitä sarakkeissa on?
membership-roll-columns-lead = Kerro kerran, niin muistamme sen seuraavallakin kerralla.
membership-roll-columns-more = Kaikki sarakkeet eivät mahdu tälle sivulle. Tuntemattomat ovat ensin. Kun tallennat nämä, seuraavat tulevat tilalle.
membership-roll-columns-do = Tallenna ja lue tiedosto uudelleen
membership-roll-column-unsaid = ei sanottu
membership-roll-column-ignore = ei tarvita
membership-roll-field-member-number = jäsennumero
membership-roll-field-family-name = sukunimi
membership-roll-field-given-name = etunimi
membership-roll-field-name-family-first = koko nimi, sukunimi ensin
membership-roll-field-name-given-first = koko nimi, etunimi ensin
membership-roll-field-birth-date = syntymäaika
membership-roll-field-email = sähköposti
membership-roll-field-phone = puhelin
membership-roll-field-street = katuosoite
membership-roll-field-postal-code = postinumero
membership-roll-field-city = postitoimipaikka
membership-roll-field-language = kieli
membership-roll-field-region = alue
membership-roll-field-chapter = ammattiosasto
membership-roll-field-kind = jäsenlaji
membership-roll-field-joined = liittymispäivä
membership-roll-field-left = eropäivä
membership-roll-field-arrears-since = rästissä alkaen
membership-roll-problem-empty-file = Tiedosto on tyhjä.
membership-roll-problem-only-header = Tiedostossa on vain otsikkorivi.
membership-roll-problem-file-too-large = Tiedosto on liian suuri, enintään { $max-megabytes } Mt.
membership-roll-problem-too-many-rows = Tiedostossa on liikaa rivejä, enintään { $max-rows }.
membership-roll-problem-number-column-missing = Tiedostosta ei löydy jäsennumeron saraketta. Kerro, missä sarakkeessa se on.
membership-roll-problem-column-twice = Sarake { $first } kertoo jo saman, joten tätä ei luettu.
membership-roll-problem-identity-code-column = Sarakkeessa on henkilötunnuksia. Sitä ei luettu eikä tallennettu.
membership-roll-problem-identity-code = Solussa on henkilötunnus. Sitä ei luettu.
membership-roll-problem-duplicate-number = Jäsennumero { $number } on myös rivillä { $first-line }, eri tiedoin.
membership-roll-problem-repeated-row = Sama rivi on jo rivillä { $first-line } (jäsennumero { $number }). Se luettiin kerran.
membership-roll-problem-missing-number = Jäsennumero puuttuu.
membership-roll-problem-bad-number = { $value } ei ole jäsennumero.
membership-roll-problem-bad-date = { $value } ei ole päivä. Kirjoita 2026-01-31 tai 31.1.2026.
membership-roll-problem-impossible-date = Päivää { $value } ei ole.
membership-roll-problem-bad-email = { $value } ei ole sähköpostiosoite. Vanha osoite jää voimaan.
membership-roll-problem-unknown-kind = { $value } ei ole tunnettu jäsenlaji.
membership-roll-problem-unknown-language = { $value } ei ole tunnettu kieli. Vanha kieli jää voimaan.
membership-roll-problem-left-before-joined = Eropäivä { $left } on ennen liittymispäivää { $joined }.
membership-roll-problem-wrong-field-count = Rivillä on { $found } saraketta, otsikossa { $expected }.
membership-roll-problem-broken-quotes = Lainausmerkit eivät täsmää.
membership-roll-problem-nul-byte = Rivillä on merkki, jota tekstissä ei voi olla.
membership-roll-problem-too-long = Solu on liian pitkä, enintään { $max-chars } merkkiä. Sitä ei luettu.
membership-roll-problem-utf-16 = Tiedosto on tallennettu muodossa UTF-16. Tallenna se muodossa ”CSV UTF-8”.
membership-roll-problem-spreadsheet = Tämä on taulukko-ohjelman tiedosto. Tallenna se muodossa CSV.
membership-roll-problem-binary = Tiedosto ei ole tekstiä. Vie rekisteri muodossa CSV.
membership-roll-problem-broken-utf-8 = Rivillä { $at-line } on rikkinäinen merkki. Tallenna tiedosto uudelleen muodossa UTF-8.
membership-roll-problem-unknown-encoding = Tiedoston merkistöä ei tunneta. Tallenna se muodossa UTF-8.

## Väärin kirjoitetun osoitteen korjaaminen
membership-corrections-title = Korjattavat osoitteet
membership-corrections-lead = Kun joku ei pääse kirjautumaan, koska sähköpostiosoite on kirjoitettu väärin, jäsenrekisterin hoitaja tunnistaa hänet ja pyytää oikeaa osoitetta hänen sivultaan. Ylläpitäjä suostuu tai kieltäytyy.
membership-corrections-none = Ei yhtään.
membership-correction-new-title = Korjaa sähköpostiosoite
membership-correction-new-lead = Vain sille, joka ei pääse kirjautumaan: muut vaihtavat osoitteen itse omista tiedoistaan. Varmista ensin, kuka hän on. Ylläpitäjä vastaa. Nykyinen osoite saa tiedon heti ja voi pysäyttää korjauksen; { $days } päivän päästä vastauksesta uuteen osoitteeseen lähtee linkki.
membership-correction-now = Nyt kirjaudutaan osoitteella
membership-correction-new-email = Oikea osoite
membership-correction-new-email-hint = Pyydä tavaamaan se kirjain kirjaimelta. Linkki lähtee siihen.
membership-correction-new-reason = Mistä tunnistit hänet?
membership-correction-new-reason-hint = Esimerkiksi: hän soitti, ja soitin takaisin rekisterissä olevaan numeroon. Vähintään 20 merkkiä.
membership-correction-new-do = Pyydä
membership-correction-new-seen = Tämän näkevät: jäsenrekisterin hoitajat, ylläpitäjät ja henkilö itse
membership-correction-self = Tämä on oma tunnuksesi. Vaihda osoite omista tiedoistasi tai anna toisen jäsenrekisterin hoitajan pyytää.
membership-correction-taken = Joku kirjautuu jo tällä osoitteella.
membership-correction-open = Tätä osoitetta ollaan jo korjaamassa.
membership-correction-not-open = Korjaus on jo ohi, tai siitä päättäminen ei kuulu sinulle.
membership-correction-gone = Linkki ei enää toimi. Jos tarvitset uuden, soita liiton toimistoon.
membership-correction-title = Sähköpostiosoitteen korjaus
membership-correction-whose = Kenen osoite
membership-correction-email = Uusi osoite
membership-correction-reason = Mistä hänet tunnistettiin
membership-correction-link-at = Linkki lähtee uuteen osoitteeseen
membership-correction-ends-at = Raukeaa itsestään
membership-correction-answer-lead = Osoitteen mukana siirtyy tunnus, ja sen mukana se, kuka joku on kahvihuoneessa. Kysy jäsenrekisterin hoitajalta, miten hän varmistui henkilöllisyydestä, ja katso, voisiko osoite olla hoitajan oma. Jos suostut, nykyinen osoite voi vielä { $days } päivän ajan pysäyttää korjauksen.
membership-correction-verdict = Mitä päätät?
membership-correction-words = Miksi?
membership-correction-words-hint = Jäsenrekisterin hoitaja ja henkilö itse lukevat tämän.
membership-correction-answer-seen = Tämän näkevät: jäsenrekisterin hoitajat ja henkilö itse
membership-correction-agree = Osoite korjataan
membership-correction-decline = Osoite pysyy ennallaan
membership-correction-state-waiting = Odottaa vastausta
membership-correction-state-agreed = Hyväksytty, ei vielä otettu käyttöön
membership-correction-state-declined = Kieltäydytty
membership-correction-state-withdrawn = Peruttu
membership-correction-state-stopped = Pysäytetty
membership-correction-state-expired = Aikaa kului liikaa
membership-correction-state-done = Korjattu
membership-person-correction = Sähköpostiosoitetta ollaan korjaamassa.
membership-own-corrections-title = Milloin toimisto on korjannut sähköpostiosoitteesi
membership-own-corrections-lead = Jos et pääse tunnukseesi, kaksi toimiston ihmistä voi yhdessä antaa sille toisen osoitteen. Saat siitä tiedon ennen kuin mikään muuttuu, ja voit pysäyttää sen.
membership-own-corrections-none = Tunnuksellesi ei ole pyydetty toista osoitetta.
membership-own-corrections-stop-text = Jos et pyytänyt tätä, pysäytä se. Silloin mikään ei muutu.
membership-correction-stop-title = Pysäytetäänkö osoitteen vaihto?
membership-correction-stop-lead = Joku pyysi, että tunnukselle, jolla on sinun osoitteesi, vaihdetaan toinen osoite. Jos tunnus on sinun etkä pyytänyt tätä, pysäytä vaihto. Jos et tiedä tunnuksesta mitään, sinun ei tarvitse tehdä mitään.
membership-correction-stop-do = Pysäytä
membership-correction-take-title = Uusi osoite ja salasana
membership-correction-take-lead = Tästä lähtien kirjaudut tällä osoitteella ja salasanalla, jonka valitset tässä. Muut laitteet kirjataan ulos.
membership-correction-take-who = Varmistamme, että olet sinä.
membership-correction-take-do = Tallenna
membership-correction-not-recognised = Tiedot eivät sovi tunnukseen. Tarkista molemmat.
membership-kind-correction = Toimiston korjaukset sähköpostiosoitteeseeni
membership-mailed-correction =
    { $count ->
        [one] Toimistolla on kerrottavaa sähköpostiosoitteestasi.
       *[other] Toimistolla on { $count } asiaa kerrottavana sähköpostiosoitteestasi.
    }
membership-told-correction = Toimistolta on pyydetty tunnuksellesi toista sähköpostiosoitetta. Jos et pyytänyt sitä itse, pysäytä se.
membership-recognise-password = Uusi salasana
membership-recognise-password-hint = Vähintään 12 merkkiä. Kolme tai neljä sanaa peräkkäin on hyvä.

## Viestit yläreunassa
flash-membership-made = Tervetuloa. Kahvihuone on auki. Lähetimme sinulle sähköpostin: jos sitä ei kuulu, tarkista osoitteesi omista tiedoistasi.
flash-membership-recognised = Tervetuloa. Kahvihuone on auki.
flash-membership-applied = Kiitos! Hakemus on perillä.
flash-membership-withdrawn = Hakemus on peruttu.
flash-membership-declined = Selvä. Emme kirjoita sinulle liittymisestä.
flash-membership-undeclined = Kiitos. Voimme taas kirjoittaa sinulle.
flash-membership-confirmed = Hakemus vahvistettiin. Hän on nyt jäsen.
flash-membership-application-declined = Hakemus hylättiin ja hakijalle kirjoitettiin.
flash-membership-by-paper = Hakemus on kirjattu. Se odottaa käsittelyä.
flash-membership-by-paper-member = Henkilö on jo jäsen, joten hakemusta ei tarvita.
flash-membership-printed = Erä on valmis. Lataa PDF alta.
flash-membership-taken = Hakemukset on viety. Lataa tiedosto alta.
flash-membership-nothing-to-take = Uusia hakemuksia ei ollut.
flash-membership-nothing-to-print = Tulostettavaa ei ole.
flash-membership-returned = Kirje merkittiin palanneeksi.
flash-membership-left = Jäsenyys päättyi.
flash-membership-correction-asked = Pyydetty. Näet vastauksen täältä.
flash-membership-correction-stopped = Pysäytetty. Mikään ei muutu.
flash-membership-correction-taken = Kirjaudut nyt uudella osoitteella ja uudella salasanalla.
flash-membership-called = Kirjattu. Kiitos, että soitit.
flash-membership-roll-applied = Rekisteri on ajan tasalla.
flash-membership-roll-dropped = Tiedosto hylättiin. Mitään ei muutettu.
flash-membership-columns = Sarakkeet muistetaan. Tiedosto luettiin uudelleen.

## Lokin merkinnät
audit-applications-seen = Hakemusten luettelo avattiin
audit-application-seen = Hakemus avattiin
audit-application-by-paper = Paperinen hakemus kirjattiin
audit-application-confirmed = Hakemus vahvistettiin
audit-application-declined = Hakemus hylättiin
audit-application-exported = Hakemus vietiin tiedostoon
audit-applications-fetched = Hakemusten tiedosto ladattiin
audit-letters-printed = Kirjeitä tulostettiin
audit-letters-fetched = Kirje-erä ladattiin
audit-letter-returned = Kirje merkittiin palanneeksi
audit-membership-ended = Jäsenyys merkittiin päättyneeksi
audit-roll-uploaded = Rekisterin tiedosto ladattiin koeajoon
audit-roll-seen = Rekisterin tiedoston koeajo avattiin
audit-roll-applied = Rekisterin tiedosto otettiin käyttöön
audit-leavers-seen = Lähteneiden luettelo avattiin
audit-leaver-called = Lähteneelle soitettiin
audit-people-searched = Henkilöitä haettiin
audit-recognition-guessed = Jäsennumerolla yritettiin sisään väärillä tiedoilla
audit-person-listed = Henkilö näkyi luettelossa
audit-person-seen = Henkilön sivu avattiin
audit-correction-asked = Pyydettiin sähköpostiosoitteen korjausta
audit-correction-agreed = Sähköpostiosoitteen korjaukseen suostuttiin
audit-correction-declined = Sähköpostiosoitteen korjauksesta kieltäydyttiin
audit-correction-withdrawn = Sähköpostiosoitteen korjaus peruttiin
audit-correction-stopped = Sähköpostiosoitteen korjaus pysäytettiin
audit-correction-mailed = Korjattuun sähköpostiosoitteeseen lähti linkki
audit-correction-done = Korjattu sähköpostiosoite otettiin käyttöön

## Sähköpostit
membership-sign-in-mail-subject = Tervetuloa
membership-sign-in-mail-body =
    Hei { $name }

    Mukava, että tulit. Tällä väliaikaisella salasanalla pääset sisään:

    { $password }

    Kirjaudu tässä. Saat heti valita oman salasanan:
    { $link }

    Jos et itse tehnyt tunnusta, sinun ei tarvitse tehdä mitään.
membership-known-mail-subject = Tunnuksesi
membership-known-mail-body =
    Hei { $name }

    Joku, luultavasti sinä, rekisteröityi tällä osoitteella. Sinulla on jo tunnus, joten uutta ei tehty. Mikään ei muuttunut.

    Kirjaudu tässä:
    { $sign-in }

    Jos salasana on hukassa, valitse uusi tässä:
    { $forgot }
membership-kit-mail-subject = Tässä lupaamamme kirje
membership-kit-mail-body =
    Hei { $name }

    Kahvihuone on sinulle auki { $days } päivää. Tutustu rauhassa, kysy ja kerro.

    Jos haluat jäädä, voit liittyä täällä parissa minuutissa:
    { $link }

    Liitteenä on sama paperilla: kirje ja lomake, jonka voit täyttää kynällä.

    Jos et halua liittyä, sinun ei tarvitse tehdä mitään. Jos et halua meiltä viestejä tästä, kerro se täällä:
    { $road }
membership-link-mail-body =
    Hei { $name }

    Kahvihuone on sinulle auki { $days } päivää. Tutustu rauhassa, kysy ja kerro.

    Jos haluat jäädä, voit liittyä täällä parissa minuutissa:
    { $link }

    Jos et halua liittyä, sinun ei tarvitse tehdä mitään. Jos et halua meiltä viestejä tästä, kerro se täällä:
    { $road }
membership-reminder-mail-subject = Vielä ehdit
membership-reminder-mail-body =
    Hei { $name }

    Rekisteröidyit meille jokin aika sitten. Toivottavasti olet löytänyt seuraa ja vastauksia.

    Jos haluat jäädä, voit liittyä täällä:
    { $link }

    Tämä on ainoa muistutus. Jos et halua liittyä, sinun ei tarvitse tehdä mitään. Kahvihuone on auki, kunnes rekisteröitymisestä on { $days } päivää.

    Kaikki, mitä sinulle on lähetetty, näet täältä:
    { $road }
membership-lock-mail-subject = Kiitos, että kävit
membership-lock-mail-body =
    Hei { $name }

    Kokeilujaksosi on päättynyt, ja kahvihuoneen ovi sulkeutui tältä erää. Nimimerkkisi ja viestisi ovat tallessa.

    Jos liityt, ovi aukeaa heti ja jatkat samasta kohdasta:
    { $link }

    Tietopankki on auki kaikille, aina.

    Jos et halua meiltä enää viestejä, kerro se täällä. Se riittää:
    { $road }
membership-welcome-mail-subject = Tervetuloa pöytään
membership-welcome-mail-body =
    Hei { $name }

    Asia on nyt kunnossa: paikkasi pöydässä on sinun. Jatkat samalla tunnuksella ja samalla nimimerkillä.

    Kahvihuone on täällä:
    { $link }
membership-answer-mail-subject = Vastaus sinulle
membership-answer-mail-body =
    Hei { $name }

    Olemme vastanneet asiaasi. Näet vastauksen, kun kirjaudut:
    { $link }
membership-recognised-mail-subject = Tunnuksesi
membership-recognised-mail-body =
    Hei { $name }

    Joku, luultavasti sinä, yritti tulla sisään tiedoilla, joilla on jo tunnus. Mikään ei muuttunut.

    Kirjaudu tunnuksellasi tässä:
    { $sign-in }

    Jos salasana on hukassa, valitse uusi tässä:
    { $forgot }

    Jos se et ollut sinä, kerro siitä meille.
membership-made-mail-subject = Tunnuksesi
membership-made-mail-body =
    Hei

    Tunnuksesi on valmis. Kirjaudut tällä osoitteella ja salasanalla, jonka valitsit:
    { $sign-in }

    Jos et tehnyt tunnusta, joku on luultavasti kirjoittanut osoitteensa väärin. Silloin sinun ei tarvitse tehdä mitään.
membership-guessed-mail-subject = Katso tämä tänään
membership-guessed-mail-body =
    Hei { $name }

    Yhdellä numerolla on vuorokauden aikana yritetty sisään { $tries } kertaa väärillä tiedoilla. Numerolla ei pääse sisään ennen kuin vuorokausi on kulunut.

    Jos joku soittaa, ettei pääse sisään, varmista ensin, kuka soittaa, ja katso sitten, mitä hänestä on rekisterissä. Ylläpitäjä näkee numeron tapahtumalokista.
membership-correction-asked-mail-body =
    Hei

    Toimistolta on pyydetty, että tunnukselle, jolle kirjaudutaan tällä osoitteella, vaihdettaisiin toinen osoite. Mikään ei ole muuttunut, eikä mikään muutu ennen kuin toinen ihminen on suostunut ja { $days } päivää on kulunut.

    Jos tunnus on sinun etkä pyytänyt tätä, pysäytä vaihto tässä:
    { $link }

    Jos et tiedä tunnuksesta mitään, joku on luultavasti kirjoittanut osoitteensa väärin. Silloin sinun ei tarvitse tehdä mitään.
membership-correction-agreed-mail-body =
    Hei

    Tunnukselle, jolle kirjaudutaan tällä osoitteella, vaihdetaan toinen osoite. Siihen on suostuttu, ja { $days } päivän päästä uuteen osoitteeseen lähtee linkki.

    Jos tunnus on sinun etkä pyytänyt tätä, pysäytä vaihto tässä:
    { $link }

    Jos et tiedä tunnuksesta mitään, joku on luultavasti kirjoittanut osoitteensa väärin. Silloin sinun ei tarvitse tehdä mitään.
membership-correction-link-mail-body =
    Hei

    Joku, luultavasti sinä, pyysi saada kirjautua tällä osoitteella. Valitse salasana tässä:
    { $link }

    Linkki toimii { $days } päivää ja vain kerran. Siihen asti mikään ei muutu.

    Jos et pyytänyt tätä, sinun ei tarvitse tehdä mitään.
membership-connect-mail-subject = Tunnuksesi
membership-connect-mail-body =
    Hei { $name }

    Tällä osoitteella on jo tunnus. Kirjaudu sillä tässä ja anna sitten numerosi uudelleen, niin yhdistämme tiedot:
    { $link }

    Jos et pyytänyt tätä, sinun ei tarvitse tehdä mitään.

## Kirje ja lomake
membership-letter-nobody = sinä
membership-kit-file = kirje.pdf
membership-letter-heading = Tervetuloa kahvihuoneeseen
membership-letter-body =
    Hei { $name },

    mukava, että löysit meidät. Avustajan työtä tehdään usein yksin, toisen kotona, ilman työkaveria, jolta kysyä. Siksi meillä on kahvihuone. Siellä tapaat muita henkilökohtaisia avustajia, ja voit kysyä ja kertoa.

    Kahvihuone on sinulle auki { $days } päivää rekisteröitymisestä. Tietopankki on auki aina ja kaikille.

    Jos haluat jäädä, täytä kääntöpuolen lomake ja lähetä se meille, tai liity verkossa: { $site }/join. Sama tunnus jatkuu, eikä mitään häviä. Jos et halua liittyä, sinun ei tarvitse tehdä mitään. Muistutamme korkeintaan kerran.

    Vastaamme mielellämme, jos jokin mietityttää.
membership-letter-closing = Terveisin
membership-letter-signatories =
    Jäsenpalvelu
    { $union }
membership-paper-title = Jäsenhakemus
membership-paper-instructions = Täytä lomake kuulakärkikynällä ja allekirjoita se. Taita arkki niin, että viereinen osoite näkyy kuoren ikkunasta. Voit liittyä myös verkossa: { $site }/join.
membership-paper-code = Koodi
membership-paper-person = Kuka olet
membership-paper-family-name = Sukunimi
membership-paper-given-names = Etunimet
membership-paper-birth-date = Syntymäaika (päivä, kuukausi, vuosi)
membership-paper-phone = Puhelin
membership-paper-email = Sähköposti
membership-paper-street = Katuosoite
membership-paper-postal-code = Postinumero
membership-paper-city = Postitoimipaikka
membership-paper-language = Asiointikieli
membership-paper-work = Työsi
membership-paper-employer = Työnantajani on
membership-paper-household = kotitalous (avustettava itse)
membership-paper-county = hyvinvointialue
membership-paper-company = yritys tai yhdistys
membership-paper-job-started = Työ alkoi
membership-paper-chapter = Toivomani ammattiosasto, jos tiedät
membership-paper-membership = Jäsenyys
membership-paper-student = Olen opiskelija
membership-paper-fund = Liityn myös työttömyyskassaan
membership-paper-yes = kyllä
membership-paper-no = en
membership-paper-consent = Haen liiton jäseneksi ja suostun siihen, että liitto tallentaa tietoni jäsenrekisteriin ja käyttää niitä jäsenyyteni hoitamiseen. Voin perua suostumukseni milloin tahansa. Tietosuoja: { $site }/privacy.
membership-paper-place = Paikka ja päivä
membership-paper-signature = Allekirjoitus

## Asetukset
setting-membership-trial-days = Kokeilujakson pituus päivinä
setting-membership-reminder-day = Muistutuksen päivä rekisteröitymisestä laskien
setting-membership-second-fact = Millä jäsen tunnistetaan jäsennumeron lisäksi
setting-membership-second-fact-birth-date = Syntymäaika
setting-membership-second-fact-postal-code = Postinumero
setting-membership-return-address = Kirjeen palautusosoite, rivit pilkuin erotettuina
setting-membership-letter-place = Kirjeen paikkakunta päiväyksessä
setting-membership-house-rules = Talon säännöt
setting-membership-join-costs = Liittymissivu: mitä jäsenyys maksaa
setting-membership-sign-in-mail-subject = Väliaikainen salasana: viestin otsikko
setting-membership-sign-in-mail-body = Väliaikainen salasana: viestin teksti
setting-membership-known-mail-subject = Osoitteella on jo tunnus: viestin otsikko
setting-membership-known-mail-body = Osoitteella on jo tunnus: viestin teksti
setting-membership-kit-mail-subject = Liittymispaketti: viestin otsikko
setting-membership-kit-mail-body = Liittymispaketti: viestin teksti
setting-membership-link-mail-body = Liittymispaketti ilman lomaketta, kun palautusosoitetta ei ole: viestin teksti
setting-membership-reminder-mail-subject = Muistutus: viestin otsikko
setting-membership-reminder-mail-body = Muistutus: viestin teksti
setting-membership-lock-mail-subject = Kokeilujakson loppu: viestin otsikko
setting-membership-lock-mail-body = Kokeilujakson loppu: viestin teksti
setting-membership-welcome-mail-subject = Tervetuloa jäseneksi: viestin otsikko
setting-membership-welcome-mail-body = Tervetuloa jäseneksi: viestin teksti
setting-membership-answer-mail-subject = Hakemukseen on vastattu: viestin otsikko
setting-membership-answer-mail-body = Hakemukseen on vastattu: viestin teksti
setting-membership-recognised-mail-subject = Jäsennumerolla on jo tunnus: viestin otsikko
setting-membership-recognised-mail-body = Jäsennumerolla on jo tunnus: viestin teksti
setting-membership-made-mail-subject = Jäsennumerolla tehty tunnus: viestin otsikko
setting-membership-made-mail-body = Jäsennumerolla tehty tunnus: viestin teksti
setting-membership-guessed-mail-subject = Jäsennumeroa on arvailtu: rekisterinhoitajan viestin otsikko
setting-membership-guessed-mail-body = Jäsennumeroa on arvailtu: rekisterinhoitajan viestin teksti
setting-membership-connect-mail-subject = Jäsenyyden yhdistäminen tunnukseen: viestin otsikko
setting-membership-connect-mail-body = Jäsenyyden yhdistäminen tunnukseen: viestin teksti
setting-membership-correction-asked-mail-body = Sähköpostiosoitteen korjaus: tieto nykyiseen osoitteeseen pyynnöstä
setting-membership-correction-agreed-mail-body = Sähköpostiosoitteen korjaus: tieto nykyiseen osoitteeseen vastauksesta
setting-membership-correction-link-mail-body = Sähköpostiosoitteen korjaus: linkki uuteen osoitteeseen
setting-membership-letter-heading = Paperikirje: otsikko
setting-membership-letter-body = Paperikirje: teksti
setting-membership-letter-closing = Paperikirje: lopputervehdys
setting-membership-letter-signatories = Paperikirje: allekirjoittajat, kukin omalla rivillään
setting-membership-paper-consent = Lomake: mihin hakija suostuu
setting-membership-register-consent = Rekisteröityminen: lupa kirjeeseen ja muistutukseen
setting-membership-application-consent = Jäsenhakemus: mihin hakija suostuu
setting-membership-letter-nobody = Paperikirje: millä sanalla tervehditään, kun nimeä ei ole
setting-membership-paper-instructions = Lomake: täyttöohje
setting-membership-paper-title = Lomake: ”Jäsenhakemus”
setting-membership-paper-person = Lomake: ”Kuka olet”
setting-membership-paper-family-name = Lomake: ”Sukunimi”
setting-membership-paper-given-names = Lomake: ”Etunimet”
setting-membership-paper-birth-date = Lomake: ”Syntymäaika (päivä, kuukausi, vuosi)”
setting-membership-paper-phone = Lomake: ”Puhelin”
setting-membership-paper-email = Lomake: ”Sähköposti”
setting-membership-paper-street = Lomake: ”Katuosoite”
setting-membership-paper-postal-code = Lomake: ”Postinumero”
setting-membership-paper-city = Lomake: ”Postitoimipaikka”
setting-membership-paper-language = Lomake: ”Asiointikieli”
setting-membership-paper-work = Lomake: ”Työsi”
setting-membership-paper-employer = Lomake: ”Työnantajani on”
setting-membership-paper-household = Lomake: ”kotitalous (avustettava itse)”
setting-membership-paper-county = Lomake: ”hyvinvointialue”
setting-membership-paper-company = Lomake: ”yritys tai yhdistys”
setting-membership-paper-job-started = Lomake: ”Työ alkoi”
setting-membership-paper-chapter = Lomake: ”Toivomani ammattiosasto, jos tiedät”
setting-membership-paper-membership = Lomake: ”Jäsenyys”
setting-membership-paper-student = Lomake: ”Olen opiskelija”
setting-membership-paper-fund = Lomake: ”Liityn myös työttömyyskassaan”
setting-membership-paper-yes = Lomake: ”kyllä”
setting-membership-paper-no = Lomake: ”en”
setting-membership-paper-place = Lomake: ”Paikka ja päivä”
setting-membership-paper-signature = Lomake: ”Allekirjoitus”
setting-membership-paper-code = Lomake: ”Koodi”
