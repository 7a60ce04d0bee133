### Suomenkieliset tekstit: kehys, virheet, lomakkeet, kirjautuminen, omat tiedot, ylläpito.

## Kehys
skip-to-content = Siirry sisältöön
menu-main = Päävalikko
menu-work = Työt
menu-language = Kieli
menu-about = Tietoa palvelusta
menu-privacy = Tietosuoja
menu-house-rules = Talon säännöt
menu-accessibility = Saavutettavuus
menu-account = Omat tiedot
menu-admin = Ylläpito
foot-line = Kafferum – kahvihuone niille, jotka tekevät työtä yksin.
sign-in = Kirjaudu
sign-out = Kirjaudu ulos

standing-visitor = Vierailija
standing-guest = Kokeilija
standing-trial-over = Kokeilujakso päättynyt
standing-member = Jäsen
standing-leaver = Entinen jäsen
standing-staff = Liiton työntekijä

demo-bar = Esittely
demo-move-clock = Siirrä kelloa eteenpäin
demo-day-1 = +1 päivä
demo-day-14 = +14 päivää
demo-day-30 = +30 päivää
demo-panel = Esittelyn ohjaimet
demo-mail = Lähetetyt sähköpostit

## Virhesivut
error-not-found = Tätä sivua ei ole
error-not-found-lead = Osoite on ehkä muuttunut, tai sivu on vain niille, joille se on tarkoitettu.
error-refused = Tämä ei onnistunut
error-signed-out = Et ole enää kirjautunut
error-signed-out-lead = Kirjautumisesi ehti päättyä, joten mitään ei tallennettu. Kirjaudu uudelleen ja lähetä sitten.
error-door-closed = Ovi on nyt kiinni
error-door-closed-lead = Kahvihuone on avoinna jäsenille ja kokeilujakson ajan. Julkiset sivut ovat sinulle aina auki, ja jäsenenä pääset takaisin pöytään.
error-kept-out = Sinut on suljettu kahvihuoneesta toistaiseksi
error-kept-out-lead = Moderaattorit ovat päättäneet niin. Näet päätöksen, sen syyn ja keston omista asioistasi, ja voit pyytää toista moderaattoria arvioimaan sen uudelleen.
error-to-own-matters = Omat asiani kahvihuoneessa
error-not-yours = Tämä sivu on toisille
error-not-yours-lead = Sivu kuuluu tehtävään, jota sinulla ei ole. Jos sen pitäisi olla sinulla, kysy ylläpidosta.
error-fault = Meillä meni jokin vikaan
error-fault-lead = Vika on meidän, ei sinun. Yritä hetken kuluttua uudelleen. Jos vika toistuu, kerro meille viitenumero.
error-reference = Viitenumero
error-send-again = Lähetä uudelleen
error-typed = Kirjoittamasi teksti
error-typed-lead = Mitään ei tallennettu. Voit kopioida tekstisi tästä.
error-to-front = Etusivulle
error-to-sign-in = Kirjaudu
error-to-join = Liity liittoon
error-to-databank = Tietopankkiin

## Lähetetyt kuvat ja asiakirjat
picture-too-large = Tiedosto on liian suuri: enintään { $megabytes } Mt. Valitse kuvasta pienempi koko tai ota siitä kuvakaappaus; jaa asiakirja osiin.
picture-too-many-points = Kuva on liian suuri avattavaksi: enintään { $megapixels } megapikseliä. Valitse pienempi koko tai ota kuvasta kuvakaappaus.
picture-too-narrow = Kuva on niin pitkä ja kapea, ettei siitä näkisi mitään. Rajaa sitä ja yritä uudelleen.
picture-heic = Tämä on HEIC-kuva, jota moni laite ei osaa näyttää. Tallenna se JPEG-muodossa tai ota siitä kuvakaappaus. iPhonessa: Asetukset › Kamera › Muodot › Yhteensopivin.
picture-unknown-kind = Tämä ei ole tuntemamme kuva. Lähetä JPEG, PNG, WebP tai GIF.
picture-broken = Kuvaa ei voi avata: tiedosto on rikki tai katkennut. Tallenna se uudelleen tai valitse toinen.
picture-busy = Tiedostoja tulee juuri nyt paljon. Yritä hetken päästä uudelleen.
document-unknown-kind = Tämä ei ole tuntemamme kuva eikä asiakirja. Lähetä kuva (JPEG, PNG, WebP, GIF) tai asiakirja (PDF, tekstitiedosto, .odt, .ods, .odp, .docx, .xlsx, .pptx).
document-lies = Tiedosto on sisällöltään { $kind }, mutta sen nimi väittää muuta. Tallenna se uudelleen ohjelmalla, jolla se on tehty.
document-text = Tekstitiedostossa on merkkejä, joita emme osaa lukea. Tallenna se UTF-8-muodossa.
document-locked = Asiakirja on lukittu salasanalla tai tallennettu vanhassa muodossa (.doc, .xls, .ppt). Tallenna se ilman salasanaa nykyisessä muodossa tai PDF-tiedostona.
document-program = Asiakirjassa on ohjelma, esimerkiksi makro, tai siihen upotettu muu tiedosto. Tallenna se ilman niitä, vaikkapa PDF-tiedostona.
document-calls = Asiakirja hakisi avattaessa jotakin muualta, esimerkiksi kuvan tai mallipohjan, ja kertoisi lukijoistaan. Tallenna se PDF-tiedostona tai lisää kuva asiakirjaan itseensä.
document-bomb = Asiakirja purkautuu liian suureksi. Tallenna se pienempänä tai osissa.
document-broken = Asiakirjaa ei voi avata: tiedosto on rikki tai katkennut. Tallenna se uudelleen tai valitse toinen.

## Lomakkeet
form-error = Virhe
form-errors = { $count ->
    [one] Korjaa vielä yksi kohta
   *[other] Korjaa vielä { $count } kohtaa
}
form-required = Täytä tämä: { $label }
form-too-long = { $label }: enintään { $longest } merkkiä. Tässä on { $length }.
form-odd-characters = { $label }: poista erikoiset merkit, joita emme voi tallentaa.
form-too-large = Lähetys on liian suuri. Lyhennä tekstiä tai valitse pienempi tiedosto.
form-broken-off = Lähetys katkesi matkalla. Yritä uudelleen.
form-wrong-kind = Emme osaa lukea tällaista lähetystä. Avaa lomake uudelleen ja lähetä se sieltä.
form-broken-encoding = Lähetyksessä oli merkkejä, joita emme osaa lukea. Avaa lomake uudelleen ja lähetä teksti sieltä.
form-out-of-date = Lomake oli ollut auki liian kauan, tai kirjautumisesi oli ehtinyt vaihtua. Tarkista tiedot ja lähetä uudelleen.
form-unknown-field = Lähetyksessä oli kohta, jota lomakkeessa ei ole. Mitään ei tallennettu.
form-foreign = Lähetys ei tullut tämän sivuston lomakkeelta. Mitään ei tallennettu. Jos kirjoitit itse, palaa takaisin, kopioi tekstisi talteen ja avaa sivu uudelleen.
too-many-tries = Liian monta yritystä. Odota 15 minuuttia ja yritä sitten uudelleen.

password-too-short = Salasanassa pitää olla vähintään { $least } merkkiä. Kolme tai neljä sanaa peräkkäin on hyvä.
password-too-long = Salasana on liian pitkä. Lyhennä sitä.
password-too-usual = Tällaista salasanaa arvataan ensimmäisenä. Keksi toinen, esimerkiksi kolme sanaa, jotka eivät liity sinuun.

feeds-too-many = Sinulla on jo { $most } syötettä. Poista ensin jokin, jota et lue.
# Web push
push-tab = Ilmoitukset
push-title = Ilmoitukset laitteisiin
push-lead = Puhelin tai tietokone voi kertoa, että sinulle on jotain uutta, vaikka sivusto ei ole auki. Ilmoituksessa ei lue, mitä se koskee: siinä lukee vain, että jotain uutta on.
push-none = Mikään laite ei vielä kerro, kun sinulle on jotain uutta.
push-devices = Laitteet, jotka kertovat
push-since = Lisätty
push-remove = Poista
push-add-title = Tämä laite
push-add = Kerro tällä laitteella
push-audience = Ilmoituksen näkee jokainen, joka näkee laitteen näytön. Siinä lukee vain: ”Sinulle on jotain uutta”.
push-needs-script = Tämä selain ei osaa näyttää ilmoituksia, tai JavaScript on siinä pois päältä. iPhonessa sivusto on ensin lisättävä Koti-valikkoon.
push-refused = Selain ei antanut lupaa ilmoituksiin. Luvan voi antaa selaimen asetuksissa. Yritä sitten uudestaan.
push-sign-out = Kun kirjaudut laitteella ulos, se ei enää kerro, kun sinulle on jotain uutta.
push-not-possible = Selain antoi ilmoituksille osoitteen, jota emme voi käyttää. Yritä uudestaan tai käytä toista selainta.
push-something-new = Sinulle on jotain uutta
flash-push-added = Tämä laite kertoo nyt, kun sinulle on jotain uutta.
flash-push-removed = Laite ei enää kerro, kun sinulle on jotain uutta.

setting-not-a-number = Kirjoita kokonaisluku väliltä { $least }–{ $most }.
setting-not-below = Tämän pitää olla pienempi kuin { $number } ({ $other }).
setting-not-above = Tämän pitää olla suurempi kuin { $number } ({ $other }).
setting-not-a-line = Kirjoita yksi rivi, enintään 200 merkkiä.
setting-not-a-choice = Valitse jokin luettelon vaihtoehdoista.
setting-unknown-place = Tekstissä on paikka { $place }, jota emme osaa täyttää. Voit käyttää näitä: { $places }.

## Asetukset
setting-union-name = Liiton nimi
setting-sender-name = Sähköpostien lähettäjän nimi
setting-sender-address = Sähköpostien lähettäjän osoite
setting-default-language = Sivujen kieli, kun lukijan kieltä ei tiedetä
setting-union-contact = Liiton yhteystieto, joka näkyy sivuilla
setting-union-regions = Liiton alueet pilkuin erotettuina; tyhjä tarkoittaa maakuntia
setting-live-lines = Avoinna olevat sivut: montako niistä saa uuden sisällön heti, palvelinta kohti
setting-error-door-closed = Suljettu ovi: otsikko
setting-error-door-closed-lead = Suljettu ovi: teksti
setting-platform-reset-mail-subject = Uuden salasanan viesti: otsikko
setting-platform-reset-mail-body = Uuden salasanan viesti: teksti
setting-platform-email-mail-subject = Sähköpostiosoitteen vaihto: viestien otsikko
setting-platform-email-confirm-mail-body = Sähköpostiosoitteen vaihto: vahvistus uuteen osoitteeseen
setting-platform-email-asked-mail-body = Sähköpostiosoitteen vaihto: tieto vanhaan osoitteeseen pyynnöstä
setting-platform-email-taken-mail-body = Sähköpostiosoitteen vaihto: uudella osoitteella on jo tunnus
setting-platform-email-changed-mail-body = Sähköpostiosoitteen vaihto: tieto vanhaan osoitteeseen vaihdosta

platform-reset-mail-subject = Uusi salasana
platform-reset-mail-body =
    Hei { $name }

    Pyysit uutta salasanaa. Valitse se tästä:
    { $link }

    Linkki toimii { $hours } tunnin ja vain kerran.

    Jos et pyytänyt uutta salasanaa, sinun ei tarvitse tehdä mitään. Vanha salasanasi toimii edelleen.
platform-email-mail-subject = Sähköpostiosoitteesi
platform-email-confirm-mail-body =
    Hei

    Joku, luultavasti sinä, haluaa kirjautua tällä osoitteella. Vahvista osoite tästä:
    { $link }

    Linkki toimii { $hours } tunnin ja vain kerran. Sitä ennen mikään ei muutu.

    Jos et pyytänyt tätä, sinun ei tarvitse tehdä mitään.
platform-email-asked-mail-body =
    Hei

    Joku, luultavasti sinä, pyysi, että tunnuksellesi kirjauduttaisiin toisella osoitteella kuin tällä. Mikään ei muutu ennen kuin uusi osoite on vahvistettu sinne lähetetyllä linkillä.

    Jos et pyytänyt tätä, joku muu tietää salasanasi. Vaihda se heti, niin linkki lakkaa toimimasta:
    { $link }
platform-email-taken-mail-body =
    Hei

    Joku, luultavasti sinä, pyysi toiselle tunnukselle tätä osoitetta. Tällä osoitteella on jo tunnus, joten mikään ei muuttunut.

    Kirjaudu tässä:
    { $link }

    Jos et pyytänyt tätä, sinun ei tarvitse tehdä mitään.
platform-email-changed-mail-body =
    Hei

    Tällä osoitteella ei enää kirjauduta: sen tilalle on vaihdettu toinen osoite.

    Jos vaihto ei ollut tarkoituksesi, kerro siitä heti. Yhteystiedot ovat täällä:
    { $link }

## Yhteiset sanat
save = Tallenna
saved-meanwhile = Sillä välin tallennettu
cancel = Peru
crumbs = Murupolku
pages = Sivut
not-a-mail-address = Kirjoita sähköpostiosoite kokonaan, esimerkiksi nimi@esimerkki.fi.
phone-wrong = Kirjoita puhelinnumero numeroin, esimerkiksi 040 123 4567.
postal-code-wrong = Kirjoita postinumero, esimerkiksi 00530.
region-choose = Valitse alue
region-unknown = Valitse alue luettelosta.
language-unknown = Valitse jokin kielistä.
flash-saved = Tallennettu.
flash-signed-out = Olet kirjautunut ulos.
flash-password-changed = Uusi salasana on käytössä. Muut laitteet kirjattiin ulos.
flash-email-asked = Katso uuden osoitteesi posti. Osoite vaihtuu, kun avaat sinne lähetetyn linkin.
flash-email-changed = Kirjaudut nyt uudella osoitteella. Muut laitteet kirjattiin ulos.
flash-pseudonym-changed = Nimimerkki vaihtui.
flash-session-ended = Kirjautuminen päätettiin.
flash-set-up = Sivusto on valmis. Tervetuloa!
flash-role-given = Tehtävä annettiin.
flash-role-ended = Tehtävä päätettiin.
flash-job-revived = Työ yritetään uudelleen.

## Kirjautuminen
sign-in-title = Kirjaudu
sign-in-lead = Tervetuloa takaisin.
sign-in-email = Sähköposti
sign-in-password = Salasana
sign-in-forgot = Unohditko salasanan?
sign-in-first = Ensimmäistä kertaa täällä?
sign-in-recognise = Olen liiton jäsen
sign-in-recognise-text = Ota tunnus käyttöön jäsennumerolla.
sign-in-register = En ole vielä jäsen
sign-in-register-text = Kokeile kahvihuonetta maksutta.
sign-in-wrong = Sähköposti ja salasana eivät sovi yhteen. Tarkista molemmat.
sign-in-wait-title = Odota hetki
sign-in-wait = Liian monta yritystä.
sign-in-wait-until = Voit yrittää uudelleen
sign-in-wait-link = Ei tarvitse odottaa: pyydä sähköpostiisi linkki, jolla pääset heti sisään.
sign-in-mail-me = Lähetä minulle linkki

password-forgot-title = Uusi salasana
password-forgot-lead = Lähetämme sähköpostiisi linkin, jolla voit valita uuden salasanan.
password-forgot-email = Sähköposti
password-forgot-email-hint = Sama osoite, jolla kirjaudut.
password-forgot-send = Lähetä linkki
password-sent-title = Katso sähköpostisi
password-sent-lead = Jos osoite on meillä, lähetimme siihen linkin. Se toimii tunnin ja vain kerran.
password-sent-wait = Viesti tulee yleensä muutamassa minuutissa. Katso myös roskapostikansio.
password-sent-again = Lähetä uusi linkki
password-reset-title = Valitse uusi salasana
password-reset-lead = Sen jälkeen olet heti sisällä. Muut laitteet kirjataan ulos.
password-reset-whose = Salasana vaihtuu tunnukselle
password-reset-password = Uusi salasana
password-reset-password-hint = Vähintään 12 merkkiä. Kolme tai neljä sanaa peräkkäin on helppo muistaa.
password-save = Tallenna salasana
password-gone-title = Linkki ei enää toimi
password-gone-lead = Linkki toimii tunnin ja vain kerran. Uuden saat heti.
password-wrong = Salasana ei ole oikein.
password-same = Valitse toinen salasana kuin nykyinen.

## Nimimerkki
pseudonym-length = Nimimerkissä on { $least }–{ $most } merkkiä.
pseudonym-letters = Käytä kirjaimia, numeroita, välejä ja merkkejä - _ . ' ja aloita kirjaimella tai numerolla.
pseudonym-scripts = Käytä vain yhden kirjaimiston kirjaimia.
pseudonym-office = Nimimerkki näyttää luottamustehtävältä, ylläpidon tai moderaattorin nimeltä tai poistetulta tunnukselta. Valitse toinen.
pseudonym-own-name = Nimimerkissä on sukunimesi. Keksi sellainen, josta sinua ei tunnista.
pseudonym-taken = Nimimerkki tai aivan sen näköinen on jo jollakulla. Valitse toinen.

## Omat tiedot
account-title = Omat tiedot
account-lead = Kahvihuoneessa sinut tunnetaan nimimerkillä. Nimesi näkee liiton toimisto.
account-tab = Tiedot
account-change = Vaihda
account-pseudonym = Nimimerkki
account-standing = Asemasi
account-trial-until = Kokeilujakson viimeinen päivä on
account-roles = Tehtävät
account-language = Kieli
account-contact = Nimi ja yhteystiedot
account-contact-audience = Nämä näkee liiton toimisto, ei kukaan kahvihuoneessa.
account-name = Nimi
account-email = Sähköposti
account-phone = Puhelin
account-address = Postiosoite
account-region = Alue
account-leave = Lähde talosta
account-leave-text = Voit poistaa tunnuksesi milloin vain.
account-leave-link = Poista tunnus…

account-pseudonym-title = Vaihda nimimerkki
account-pseudonym-lead = Vanhatkin viestisi näkyvät uudella nimimerkillä. Nykyistä nimimerkkiäsi ei voi ottaa kukaan muu vuoteen, ja vain moderaattorit näkevät, että se oli sinun.
account-pseudonym-pseudonym = Nimimerkki
account-pseudonym-pseudonym-hint = 2–30 merkkiä. Älä käytä oikeaa nimeäsi.
account-pseudonym-audience = Nimimerkin näkevät kaikki kahvihuoneessa.
account-pseudonym-too-often = Nimimerkin voi vaihtaa { $most } kertaa { $days } päivässä. Odota vähän.

account-language-title = Vaihda kieli
account-language-language = Kieli
account-language-language-hint = Sivut, sähköpostit ja kirjeet tulevat tällä kielellä.

account-contact-title = Nimi ja yhteystiedot
account-contact-lead = Sähköpostiosoitteen vaihdat omalla sivullaan.
account-contact-given_name = Etunimi
account-contact-family_name = Sukunimi
account-contact-phone = Puhelin (ei pakollinen)
account-contact-street = Katuosoite (ei pakollinen)
account-contact-postal_code = Postinumero (ei pakollinen)
account-contact-city = Postitoimipaikka (ei pakollinen)
account-contact-region = Alue
account-contact-stale = Tietojasi muutettiin sen jälkeen, kun avasit tämän sivun, ehkä toisessa ikkunassa. Katso, mitä on tallennettu, ja tallenna omasi, jos ne ovat yhä oikein.

account-email-title = Vaihda sähköpostiosoite
account-email-lead = Lähetämme uuteen osoitteeseen linkin. Osoite vaihtuu vasta, kun avaat sen.
account-email-now = Nyt kirjaudut osoitteella
account-email-email = Uusi sähköpostiosoite
account-email-password = Salasana
account-email-password-hint = Varmistamme, että olet sinä.
account-email-send = Lähetä linkki
account-email-same = Tämä osoite on jo käytössäsi.
account-email-too-often = Pyysit vaihtoa monta kertaa. Odota tunti ja yritä sitten uudelleen.
email-confirm-title = Vahvista sähköpostiosoite
email-confirm-lead = Sen jälkeen kirjaudut tällä osoitteella. Muut laitteet kirjataan ulos.
email-confirm-address = Uusi osoite
email-confirm-do = Vahvista

account-password-tab = Salasana
account-password-title = Vaihda salasana
account-password-lead = Muut laitteet kirjataan ulos.
account-password-first-title = Valitse oma salasana
account-password-first-lead = Kirjauduit väliaikaisella salasanalla. Valitse nyt oma, niin pääset jatkamaan.
account-password-old_password = Nykyinen salasana
account-password-password = Uusi salasana
account-password-password-hint = Vähintään 12 merkkiä. Kolme tai neljä sanaa peräkkäin on helppo muistaa.

account-sessions-tab = Laitteet
account-sessions-title = Missä olet kirjautuneena
account-sessions-lead = Kirjautuminen päättyy itsestään, kun laitteella ei ole käyty 30 päivään.
account-sessions-unknown = Tuntematon laite
account-sessions-opened = Kirjauduttu
account-sessions-seen = käyty viimeksi
account-sessions-this = tämä laite
account-sessions-end = Kirjaa ulos
account-sessions-end-others = Kirjaa kaikki muut ulos
account-sessions-strange = Näetkö laitteen, jota et tunne? Kirjaa se ulos ja vaihda salasana:

account-log-tab = Katselut
account-log-title = Kuka on katsonut tietojani
account-log-lead = Jokainen, joka avaa tai muuttaa tietojasi, jättää tähän jäljen.
account-log-empty = Kukaan ei ole vielä avannut tietojasi.
account-log-caption = Katselut ja muutokset, uusin ensin
account-log-when = Milloin
account-log-who = Kuka
account-log-what = Mitä
account-log-you = Sinä
account-log-other = Toinen henkilö
account-log-site = Järjestelmä

account-data-tab = Tietoni talteen
account-data-title = Tietoni talteen
account-data-lead = Saat yhdessä tiedostossa kaiken, mitä sivusto sinusta tietää.
account-data-text = Tiedosto on JSON-muodossa: sen voi lukea tekstinä ja siirtää toiseen palveluun.
account-data-fetch = Lataa tietoni
account-data-care = Tiedostosta näkee, että olet yhteydessä liittoon. Säilytä sitä sen mukaan.

account-erase-title = Poista tunnus
account-erase-lead = Poistoa ei voi perua. Voit kuitenkin palata myöhemmin uudella tunnuksella.
account-erase-goes = Tämä poistuu heti
account-erase-goes-identity = nimesi, yhteystietosi ja nimimerkkisi
account-erase-goes-entry = salasanasi ja kirjautumisesi kaikilla laitteilla
account-erase-goes-roles = tehtäväsi ja odottavat viestit sinulle
account-erase-stays = Tämä jää
account-erase-stays-posts = Kirjoituksesi jäävät keskusteluihin ilman nimimerkkiä, jotta toisten vastaukset säilyvät ymmärrettävinä.
account-erase-stays-log = Tapahtumalokiin jää numero, josta sinua ei enää tunnista.
account-erase-stays-register = Liiton oma jäsenrekisteri ei muutu. Jos haluat erota liitosta, kerro siitä liitolle.
account-erase-take = Haluatko ensin tiedot itsellesi?
account-erase-password = Salasana
account-erase-password-hint = Varmistamme, että olet sinä.
account-erase-certain = Ymmärrän, että tunnusta ei saa takaisin
account-erase-do = Poista tunnukseni
goodbye-title = Tunnuksesi on poistettu
goodbye-lead = Kiitos, että kävit. Kahvi on lämpimänä, jos joskus palaat.

## Kuka nimimerkin takana on
seal-title = Kuka nimimerkin takana on
seal-lead = Moderaattorit näkevät nimimerkit, eivät koskaan nimiä. Kun muu ei auta, kaksi eri tehtävissä olevaa ihmistä voi katsoa yhdessä: moderaattori pyytää, ja jäsenrekisterin hoitaja tai ylläpitäjä suostuu tai kieltäytyy.
seal-none = Mitään ei ole pyydetty. Moderaattori pyytää ihmisen omalta sivulta, joka aukeaa nimimerkistä keskustelussa.
seal-asked = Pyydetty
seal-open-until = Sulkeutumisaika
seal-nobody = Entinen käyttäjä
seal-state-waiting = Odottaa vastausta
seal-state-opened = Avoinna
seal-state-closed = Oli avoinna, suljettu jälleen
seal-state-declined = Kieltäydytty
seal-state-withdrawn = Peruttu
seal-state-expired = Kukaan ei vastannut ajoissa
seal-new-title = Pyydä saada tietää, kuka tämä on
seal-new-lead = Pyydä vain, kun varoitus, viestien piilottaminen tai kahvihuoneen sulkeminen häneltä ei riitä: kun joku on vaarassa tai epäillään rikosta. Asian ratkaisee toinen ihminen, jolla on eri tehtävä. Jos hän suostuu, te kaksi näette nimen ja yhteystiedot 7 päivän ajan. Asianomaiselle kerrotaan siitä.
seal-new-reason = Miksi se on saatava tietää?
seal-new-reason-hint = Kerro, mitä on tapahtunut ja missä. Vähintään 20 merkkiä.
seal-new-hope = Mitä teet tiedolla?
seal-new-hope-hint = Esimerkiksi: soitan hänelle, tai annan tiedon poliisille.
seal-new-danger = Olisiko vaarallista kertoa hänelle? (ei pakollinen)
seal-new-danger-hint = Kerro, kuka olisi vaarassa ja miten. Jätä tyhjäksi, jos hänelle voi kertoa heti.
seal-new-danger_days = Milloin hänelle voi kertoa?
seal-new-do = Pyydä
seal-new-seen = Tämän näkevät: jäsenrekisterin hoitajat ja ylläpitäjät. Jos henkilöllisyys avataan, myös asianomainen, mutta nimimerkkisi tilalla on vain tehtäväsi.
seal-danger-none = Heti
seal-danger-for = { $days } päivän päästä
seal-reason-short = Kerro vähän tarkemmin: vähintään { $least } merkkiä.
seal-danger-days = Valitse, monenko päivän päästä hänelle voi kertoa.
seal-danger-why = Kerro, mikä vaara on, tai valitse, että hänelle kerrotaan heti.
seal-self = Tämä olet sinä.
seal-waiting-already = Olet jo pyytänyt tätä, ja pyyntö odottaa vastausta.
seal-not-waiting = Pyyntö ei enää odota vastausta, tai siihen vastaaminen ei kuulu sinulle.
seal-not-open = Tämä ei ole avoinna sinulle, tai ei enää.
seal-verdict-missing = Valitse, mitä päätät.
seal-request-title = Pyyntö saada tietää, kuka tämä on
seal-about = Kenestä
seal-asked-by = Pyytäjä
seal-danger = Vaara, jonka vuoksi ei kerrota heti
seal-danger-length = { $count ->
    [one] { $count } päivän ajan
   *[other] { $count } päivän ajan
}
seal-answered-by = Vastaaja
seal-answer = Vastaus
seal-looks = Katsottu tähän mennessä (kertaa)
seal-told-at = Asianomaiselle kerrotaan
seal-look-logged = Jokaisesta katsomisesta jää merkintä, ja asianomainen näkee, montako kertaa on katsottu.
seal-look = Katso, kuka tämä on
seal-waits = Pyyntöön on vastattava viimeistään
seal-withdraw = Peru pyyntö
seal-answer-title = Päätöksesi
seal-answer-lead = Päätät sen puolesta, joka ei voi tässä puhua. Voisiko asian hoitaa nimeä tietämättä? Jos suostut, näette molemmat nimen ja yhteystiedot 7 päivän ajan.
seal-answer-verdict = Mitä päätät?
seal-answer-words = Miksi?
seal-answer-words-hint = Pyytäjä lukee tämän. Jos suostut, myös asianomainen lukee sen.
seal-answer-do = Vahvista päätös
seal-answer-seen = Tämän näkevät: pyytäjä, ja asianomainen, jos henkilöllisyys avataan
seal-verdict-open = Avataan, ja asianomaiselle kerrotaan heti
seal-verdict-later = Avataan; minäkin näen vaaran, joten asianomaiselle kerrotaan { $days } päivän päästä
seal-verdict-decline = Ei avata, eikä kukaan näe, kuka tämä on
seal-person-title = Kuka tämä on
seal-person-lead = Käytä tietoa vain siihen, mihin sitä pyydettiin. Älä kirjoita sitä kahvihuoneeseen. Tästä katsomisesta jäi merkintä.
account-seal-title = Milloin on selvitetty, kuka olet
account-seal-lead = Kahvihuoneessa sinut tunnetaan vain nimimerkistäsi. Jos kahden eri tehtävissä olevan ihmisen on joskus pakko selvittää, kuka olet, luet siitä täältä.
account-seal-none = Kenenkään ei ole tarvinnut selvittää, kuka nimimerkkisi takana on.
account-seal-who = Ketkä
account-seal-reason = Miksi se piti saada tietää
account-seal-hope = Mihin tietoa tarvittiin
account-seal-answer = Miksi siihen suostuttiin
account-seal-what = Mitä he näkivät
account-seal-what-text = Nimesi, sähköpostiosoitteesi, puhelinnumerosi ja postiosoitteesi
account-seal-late = Miksi sinulle ei kerrottu heti
account-seal-complain = Jos tämä oli mielestäsi väärin, kirjoita osoitteeseen { $contact }. Voit kääntyä myös tietosuojavaltuutetun puoleen.
flash-seal-asked = Pyydetty. Näet vastauksen täältä.
flash-seal-answered = Päätös on kirjattu.
flash-seal-withdrawn = Pyyntö on peruttu.
seal-party-mail-body =
    Hei { $name },

    tehtävässäsi on sinulle luettavaa ja ehkä päätettävää. Kirjaudu sisään ja avaa tämä sivu:
    { $link }

    Kysyttävää? { $contact }

    { $union }
seal-mail-subject = Luettavaa tunnuksestasi
seal-mail-body =
    Hei { $name },

    sinulle on luettavaa siitä, miten tietojasi on käytetty. Kirjaudu sisään ja avaa tämä sivu:
    { $link }

    Kysyttävää? { $contact }

    { $union }

## Talon sivut
privacy-title = Tietosuoja
privacy-lead = Keräämme vähän, näytämme vielä vähemmän ja kirjaamme jokaisen katselun.
privacy-what = Mitä tallennamme
privacy-what-identity = Nimesi ja yhteystietosi. Ne näkee liiton toimisto.
privacy-what-membership = Kokeilujaksosi ja jäsenyytesi päivät ja tehtäväsi liitossa.
privacy-what-writings = Sen, mitä kirjoitat. Muut näkevät kirjoituksissa nimimerkkisi, eivät nimeäsi.
privacy-what-traces = Milloin ja millaisella laitteella kirjauduit, mitä sinulle on lähetetty ja kuka tietojasi on katsonut.
privacy-why = Miksi saamme tallentaa
privacy-why-text = Tiedoilla pidetään kahvihuonetta, vastataan kysymyksiin ja hoidetaan liittymistä. Muuhun niitä ei käytetä.
privacy-law = Yhteys ammattiliittoon on erityinen henkilötieto. Liitto saa käsitellä jäsentensä ja siihen säännöllisesti yhteydessä olevien tietoja (yleinen tietosuoja-asetus, 9 artiklan 2 kohdan d alakohta). Muilta kysymme suostumuksen, ja sen voi perua.
privacy-who = Kuka tietoja näkee
privacy-who-text = Toimisto näkee yhteystiedot, moderaattori nimimerkin. Jokaisesta katselusta jää merkintä, jonka näet omista tiedoistasi.
privacy-third = Tietoja ei myydä eikä luovuteta muille. Sivut eivät lataa mitään muualta, eikä kävijöitä seurata.
privacy-cookies = Evästeet
privacy-cookies-text = Käytämme vain evästeitä, joita ilman sivusto ei toimi:
privacy-cookies-session = session pitää sinut kirjautuneena, kunnes kirjaudut ulos
privacy-cookies-language = lang muistaa valitsemasi kielen vuoden
privacy-cookies-keys = keys muistaa vuoden, jos poistat pikanäppäimet käytöstä
privacy-cookies-device = device kertoo, että laitteella on kirjauduttu ennenkin, jottei kukaan ulkopuolinen voi lukita sinua ulos
privacy-cookies-flash = flash näyttää seuraavalla sivulla kuittauksen, kuten ”Tallennettu”, ja poistuu sitten
privacy-rights = Mitä voit tehdä itse
privacy-rights-export = Lataa kaikki tietosi
privacy-rights-log = Katso, kuka tietojasi on avannut
privacy-rights-change = Korjaa tietosi
privacy-rights-erase = Poista tunnuksesi
privacy-rights-ask = Kysy tiedoistasi ja oikeuksistasi:
privacy-complain = Jos et ole tyytyväinen vastaukseemme, voit valittaa tietosuojavaltuutetulle.

accessibility-title = Saavutettavuus
accessibility-lead = Talo on tehty niin, että kaikki pääsevät sisään.
accessibility-aim = Tavoite
accessibility-aim-text = Tavoitteena on WCAG 2.2 -ohjeiston taso AA. Sivut toimivat näppäimistöllä, ruudunlukijalla, suurella tekstillä, puhelimella ja ilman JavaScriptiä.
accessibility-checked = Miten se on tarkistettu
accessibility-checked-text = Sivut tarkistetaan axe-core-ohjelmalla oikeassa selaimessa suomeksi, ruotsiksi ja englanniksi aina, kun ohjelmaa muutetaan. Ohjelma löytää vain osan esteistä. Ulkopuolinen ei ole arvioinut sivustoa.
accessibility-lacks = Puutteet
accessibility-lacks-text = Toisten kirjoittamissa teksteissä ja liitteissä voi olla esteitä, joita emme tunne.
keys = Pikanäppäimet
keys-text = Kun mikään kenttä ei ole valittuna, / vie hakuun, j seuraavaan viestiin ja k edelliseen. Moderaattorien jonossa kirjaimet painavat painikkeita. Jos ne häiritsevät sanelua tai osut niihin vahingossa, voit poistaa ne käytöstä. Valinta koskee tätä laitetta.
keys-are-on = Käytössä
keys-are-off = Pois käytöstä
keys-turn-on = Ota pikanäppäimet käyttöön
keys-turn-off = Poista pikanäppäimet käytöstä
accessibility-feedback = Kerro esteestä
accessibility-feedback-text = Jos jokin ei toimi sinulle, kerro siitä. Korjaamme tai annamme tiedon toisella tavalla:

## Ensimmäinen käynnistys
set-up-title = Ota talo käyttöön
set-up-lead = Muutama tieto, niin ovet voi avata. Kaiken voi muuttaa myöhemmin.
set-up-of-union = Liitto
set-up-of-mail = Sähköpostit
set-up-of-you = Sinä, ensimmäinen ylläpitäjä
set-up-union = Liiton nimi
set-up-language = Sivujen kieli, kun lukijan kieltä ei tiedetä
set-up-contact = Liiton yhteystieto
set-up-contact-hint = Näkyy sivuilla. Esimerkiksi toimiston sähköposti tai puhelin.
set-up-sender_name = Lähettäjän nimi
set-up-sender_name-hint = Näkyy vastaanottajan postilaatikossa. Nimi, joka ei kerro liitosta, suojaa lukijaa.
set-up-sender_address = Lähettäjän osoite
set-up-sender_address-hint = Osoitteenkaan ei pitäisi kertoa liitosta: sen verkkotunnus näkyy postilaatikossa.
set-up-given_name = Etunimi
set-up-family_name = Sukunimi
set-up-email = Sähköposti
set-up-email-hint = Tällä kirjaudut.
set-up-pseudonym = Nimimerkki
set-up-pseudonym-hint = Tämän muut näkevät. 2–30 merkkiä.
set-up-password = Salasana
set-up-password-hint = Vähintään 12 merkkiä. Kolme tai neljä sanaa peräkkäin on helppo muistaa.
set-up-do = Ota käyttöön
set-up-email-taken = Tällä osoitteella on jo tunnus. Käytä toista osoitetta.
set-up-gone-title = Linkki ei enää toimi
set-up-gone-lead = Käyttöönoton linkki toimii kerran. Sivustolla on jo ylläpitäjä, tai linkki on vanhentunut.

## Ylläpito
admin-title = Ylläpito
admin-lead = Asetukset, tehtävät ja loki. Ihmisten asioita ei lueta täällä.
admin-asked = Liitto ei ole vielä kertonut näitä:
admin-dead = { $count ->
    [one] Yksi työ on jäänyt tekemättä.
   *[other] { $count } työtä on jäänyt tekemättä.
}
capability-platform = Sivusto
capability-membership = Jäsenyys
capability-coffee-room = Kahvihuone
capability-databank = Tietopankki

admin-settings-title = Asetukset
admin-settings-lead = Nimet, määräajat ja viestien tekstit.
admin-settings-own = muutettu
admin-setting-value = Arvo
admin-setting-fi = Suomeksi
admin-setting-sv = Ruotsiksi
admin-setting-en = Englanniksi
admin-setting-places = Nämä paikat täytetään lähetettäessä:
admin-setting-place-needed = Jätä tekstiin { $place }: ilman sitä viestillä ei tee mitään.
admin-setting-default = Oletus
admin-setting-clear = Palauta oletus
admin-setting-stale = Joku muu tallensi tämän asetuksen sen jälkeen, kun avasit sen. Katso, mitä hän tallensi, ja tallenna omasi, jos se on yhä oikein.

admin-roles-title = Tehtävät
admin-roles-lead = Kenellä on mikäkin tehtävä, mistä alkaen ja mihin asti.
admin-roles-whole = koko liitto,
admin-roles-from = alkaen
admin-roles-until = viimeinen päivä
admin-roles-ahead = alkaa myöhemmin
admin-roles-ended = Päättyneet tehtävät
admin-roles-never-began = peruttu ennen kuin alkoi
admin-roles-asleep = ei voimassa: jäsenyys on päättynyt
admin-roles-rests = päättyy jäsenyyteen
admin-roles-end = Päätä…
admin-roles-last-administrator = Tämä on viimeinen ylläpitäjä, jonka tehtävä jatkuu toistaiseksi. Anna tehtävä ensin toiselle.
admin-role-new-title = Anna tehtävä
admin-role-new-person = Kenelle
admin-role-new-person-hint = Nimimerkki; työntekijällä käy myös sähköpostiosoite. Jäsen kertoo nimimerkkinsä itse.
admin-role-new-role = Tehtävä
admin-role-new-choose = Valitse tehtävä
admin-role-new-scope = Mihin se rajoittuu (ei pakollinen)
admin-role-new-scope-hint = Moderaattorin ja moderaattoriharjoittelijan tehtävän voi rajata huoneeseen, esimerkiksi room:7. Luottamustehtävän voi antaa alueelle tai ammattiosastolle, esimerkiksi region:Uusimaa tai chapter:214. Tyhjä tarkoittaa koko liittoa.
admin-role-new-first-day = Ensimmäinen päivä (ei pakollinen)
admin-role-new-first-day-hint = Tyhjänä tehtävä alkaa heti.
admin-role-new-last-day = Viimeinen päivä (ei pakollinen)
admin-role-new-last-day-hint = Tyhjänä tehtävä jatkuu toistaiseksi. Luottamustehtävälle tämä on kauden viimeinen päivä.
admin-role-new-rests = Päättyykö tehtävä, kun jäsenyys päättyy?
admin-role-new-rests-usual = Niin kuin tehtävässä on tapana: luottamustehtävät päättyvät, muut eivät
admin-role-new-rests-yes = Päättyy
admin-role-new-rests-no = Ei pääty
admin-role-new-do = Anna tehtävä
admin-role-unknown = Valitse tehtävä luettelosta.
admin-role-nobody = Tällä nimimerkillä ei ole ketään, eikä tällä osoitteella ketään työntekijää. Tarkista kirjoitus; jäseneltä kysy nimimerkki.
admin-role-held = Hänellä on jo tämä tehtävä tuohon aikaan.
admin-role-scope-whole = Tämä tehtävä koskee aina koko liittoa. Jätä tämä tyhjäksi.
admin-role-scope-unknown = Kirjoita näin: region:Uusimaa tai chapter:214.
admin-role-scope-room = Tämän tehtävän voi rajata vain huoneeseen. Kirjoita näin: room:7.
admin-role-term-over = Viimeisen päivän pitää olla edessä eikä ensimmäistä päivää ennen.
admin-role-day-wrong = Kirjoita päivä, esimerkiksi 2027-12-31, tai jätä tyhjäksi.
admin-role-end-title = Päätä tehtävä
admin-role-end-person = Henkilö
admin-role-end-role = Tehtävä
admin-role-end-text = Tehtävän oikeudet päättyvät heti. Tehtävän voi antaa myöhemmin uudelleen.
admin-role-end-do = Päätä tehtävä

role-moderator = Moderaattori
role-moderator-trainee = Moderaattoriharjoittelija
role-support-person = Tukihenkilö
role-regional-contact = Alueen yhteyshenkilö
role-shop-steward = Luottamusmies
role-safety-delegate = Työsuojeluvaltuutettu
role-adviser = Neuvoja
role-editor = Toimittaja
role-organiser = Järjestäjä
role-registrar = Jäsenrekisterin hoitaja
role-administrator = Ylläpitäjä

admin-audit-title = Tapahtumaloki
admin-audit-lead = Kuka on katsonut tai muuttanut mitä. Se, ketä asia koskee, näkyy vain, kun tehtävä annettiin tai päätettiin: kukaan ei saa yksin tietää tästä, kuka nimimerkin takana on. Jokainen näkee omalta sivultaan, kuka hänen tietojaan on katsonut.
admin-audit-own = Henkilö itse
admin-audit-empty = Lokissa ei ole vielä mitään.
admin-audit-caption = Tapahtumat, uusin ensin
admin-audit-number = Nro
admin-audit-about = Ketä koskee
admin-audit-detail = Tarkemmin
admin-audit-newest = Uusimmat
admin-audit-older = Vanhemmat

admin-work-title = Työt ja viestit
admin-work-lead = Mitä odottaa, mikä on jäänyt tekemättä ja mitkä viestit palasivat.
admin-work-dead = Jäänyt tekemättä
admin-work-waiting = Odottaa
admin-work-intended = Viestejä lähdössä
admin-work-refused = Viestejä torjuttu
admin-work-troubles = Työt, joissa on ollut vaikeuksia
admin-work-empty = Kaikki sujuu.
admin-work-caption = Tekemättä jääneet ensin
admin-work-kind = Työ
admin-work-state = Tila
admin-work-attempts = Yrityksiä
admin-work-next = Yritetään
admin-work-error = Mikä meni vikaan
admin-work-act = Toiminto
admin-work-is-dead = jäänyt tekemättä
admin-work-is-waiting = odottaa
admin-work-revive = Yritä uudelleen
admin-work-revive-all = Yritä kaikkia uudelleen: { $kind }, { $count }

## Tapahtumat lokissa
audit-pseudonym-changed = Nimimerkki vaihdettiin
audit-contact-changed = Nimi tai yhteystiedot muutettiin
audit-email-changed = Sähköpostiosoite vaihdettiin
audit-password-changed = Salasana vaihdettiin
audit-password-reset = Salasana vaihdettiin sähköpostin linkillä
audit-session-ended = Kirjautuminen päätettiin toisella laitteella
audit-data-exported = Omat tiedot ladattiin
audit-account-erased = Tunnus poistettiin
audit-role-given = Tehtävä annettiin
audit-role-ended = Tehtävä päätettiin
audit-setting-changed = Asetus muutettiin
audit-setting-cleared = Asetus palautettiin oletukseen
audit-job-revived = Työ käynnistettiin uudelleen
audit-seal-asked = Pyydettiin saada tietää, kuka nimimerkin takana on
audit-seal-opened = Suostuttiin selvittämään, kuka nimimerkin takana on
audit-seal-declined = Kieltäydyttiin selvittämästä, kuka nimimerkin takana on
audit-seal-withdrawn = Pyyntö selvittää, kuka nimimerkin takana on, peruttiin
audit-seal-seen = Katsottiin, kuka nimimerkin takana on
audit-seal-told = Asianomaiselle kerrottiin siitä
audit-site-set-up = Sivusto otettiin käyttöön

search = Haku
search-label = Hae sanoilla
search-button = Hae
search-results = Hakutulokset
search-in = Mistä
search-everywhere = Kaikkialta
search-when = Milloin
search-when-any = Milloin vain
search-when-week = Viikon sisällä
search-when-month = Kuukauden sisällä
search-when-year = Vuoden sisällä
search-order = Järjestys
search-order-any = Osuvin ensin
search-order-newest = Uusin ensin
search-cut = Haku on pitkä, joten siitä luettiin ensimmäiset 200 merkkiä.
search-many-words = Haussa on monta sanaa, joten siitä luettiin kahdeksan ensimmäistä.
search-hint = Kirjoita omin sanoin. Taivutus ei haittaa: lomapalkasta löytää lomapalkan.
search-no-word = Haussa ei ole yhtään sanaa. Kirjoita kirjaimia tai numeroita.
search-left-out = Näillä sanoilla ei haettu, koska ne ovat lähes joka tekstissä: { $words }
search-nothing = Haulla ”{ $words }” ei löytynyt mitään.
search-nothing-lead = Kokeile toista sanaa tai vähemmän sanoja. Voit myös jatkaa tästä:
search-meant = Tarkoititko:
search-to-databank = Selaa tietopankkia
search-unlimited = Hae samaa kaikkialta ja kaikilta ajoilta
search-to-union = Kysy liitosta
search-signed-out = Täältä ei haettu, koska et ole kirjautunut:
search-closed = Täältä ei haettu:
search-sign-in = Kirjaudu ja hae uudelleen
search-too-much = Näillä sanoilla on niin paljon luettavaa, että haku jäi kesken. Lisää hakuun sana.
search-more-in-thread =
    { $count ->
        [one] ja { $count } muu viesti
       *[other] ja { $count } muuta viestiä
    }
search-more-in-thread-open = ja muita viestejä
search-endless = Osumia on enemmän kuin tässä näytetään. Rajaa hakua huoneella tai ajalla, tai lisää siihen sana.
search-beyond = Tällä sivulla ei ole enää osumia.
search-first-page = Siirry ensimmäiselle sivulle
search-titles-found = Ehdotuksia löytyi. Siirry niihin nuolella alas.
search-more-of = Lisää:
search-pages = Hakutulosten sivut
# Ilmoitukset
notices-title = Ilmoitukset
notices-bell-new =
    { $count ->
        [one] 1 uusi ilmoitus
       *[other] { $count } uutta ilmoitusta
    }
notices-new = Uusi
notices-mails-title = Ilmoitukset sähköpostiin
notices-mails-lead = Valitse, mistä sinulle kerrotaan sähköpostilla ja milloin. Sivustolta näet ilmoitukset aina. Sitä, minkä olet jo nähnyt, ei lähetetä.
notices-mails-mails = Sähköposti
notices-mails-on = Kertokaa minulle myös sähköpostilla
notices-mails-stopped = Älkää lähettäkö sähköpostia ilmoituksista
notices-mails-when = Mistä ja milloin
notices-mails-digest_hour = Kooste tulee kello
notices-mails-digest_hour-hint = Viikon kooste tulee maanantaisin samaan aikaan.
notices-mails-quiet_from = Hiljaisuus alkaa kello
notices-mails-quiet_from-hint = Hiljaisina tunteina mitään ei lähetetä heti. Se odottaa, kunnes tunnit päättyvät.
notices-mails-quiet_to = Hiljaisuus päättyy kello
notices-mails-quiet_to-hint = Valitse sama tunti kuin yllä, jos mikään tunti ei ole hiljainen.
notices-mails-titles = Mitä sähköpostissa lukee
notices-titles-words = Keskustelujen otsikot ja viestien alut
notices-titles-shown = Keskustelujen otsikot
notices-titles-kept = Vain, montako asiaa odottaa
notices-mails-titles-hint = Otsikosta voi arvata, mihin kuulut, jos joku muu näkee sähköpostisi.
notices-pace-at-once = Heti
notices-pace-daily = Kerran päivässä
notices-pace-weekly = Kerran viikossa
notices-pace-never = Vain sivustolla
notices-hour-unknown = Valitse kellonaika luettelosta.
notices-mail-subject = Uutta luettavaa
notices-mail-body =
    Hei!

    { $lines }

    Lue tästä: { $link }
    { $answer }

    Valitse, mistä sinulle kerrotaan: { $settings }
    Lopeta nämä viestit: { $stop }
notices-mail-answer = Voit myös vastata tähän viestiin. Vastauksesi tulee keskusteluun nimimerkilläsi. Poista siitä allekirjoituksesi ja muut tietosi.
notices-mail-no-answer = Tähän viestiin ei voi vastata sähköpostilla. Vastaa sivustolla.
mail-in-subject = Vastauksestasi
mail-in-body =
    Hei!

    { $why }

    Voit jatkaa sivustolla: { $link }
mail-in-too-large = Sähköpostilla lähettämäsi vastaus on liian suuri, joten sitä ei julkaistu.
mail-in-over = Vastausosoite oli jo vanhentunut, joten vastaustasi ei julkaistu.
mail-in-empty = Sähköpostissasi ei ollut uutta tekstiä, joten mitään ei julkaistu. Kirjoita vastauksesi lainatun tekstin yläpuolelle tai sivustolla.
mail-in-not-there = Sähköpostilla lähettämääsi vastausta ei julkaistu, koska et voi enää kirjoittaa sinne.
mail-in-no-attachments = Liitteitä ei oteta sähköpostista. Kuvia ja asiakirjoja voit lisätä sivustolla.
notices-stop-title = Lopetetaanko ilmoitukset sähköpostiin?
notices-stop-lead = Sivustolta näet ilmoitukset edelleen. Muut viestit, kuten salasanan vaihto, tulevat kuten ennenkin.
notices-stop-do = Lopeta viestit
notices-stopped-title = Ilmoituksia ei enää lähetetä sähköpostiisi
notices-stopped-lead = Jos muutat mielesi, voit ottaa viestit takaisin käyttöön kirjauduttuasi.
notices-see-all = Merkitse kaikki luetuiksi
notices-none = Ei ilmoituksia. Kun jotain sinulle tärkeää tapahtuu, siitä kerrotaan tässä.
notices-pages = Ilmoitusten sivut
notices-newest = Uusimmat
notices-older = Vanhemmat
flash-notices-seen = Ilmoitukset on merkitty luetuiksi.
flash-notice-gone = Asiaa ei enää ole, tai et enää näe sitä.
search-previous = Edelliset
search-next = Seuraavat
search-untitled = Ei otsikkoa
search-missed = Haut ilman tulosta
search-missed-lead = Sanat, joita on haettu ainakin kolmena päivänä ja joilla ei löytynyt mitään. Kuka haki, sitä ei merkitä muistiin.
search-missed-none = Mitään ei ole vielä haettu turhaan ainakin kolmena päivänä.
search-missed-word = Sana
search-missed-days = Päiviä
search-missed-last = Viimeksi
search-missed-act = Toiminto
search-missed-forget = Poista listalta
flash-missed-forgotten = Sana on poistettu listalta.
search-site = Hae sivustolta
search-loose = Haulla ”{ $words }” ei löytynyt mitään. Alla on tuloksia, joissa on osa sanasta.
search-partly = Joistakin tuloksista puuttuu jokin hakusi sana. Tuloksen alla lukee, mikä niistä puuttuu.
search-without = Puuttuu: { $words }
