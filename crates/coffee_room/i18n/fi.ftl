### Kahvihuoneen suomenkieliset tekstit: huoneet, keskustelut, viestit, ilmoitukset, moderointi.

## Huoneet
coffee-room-title = Kahvihuone
coffee-room-lead = Istu alas. Täällä ovat muut, jotka tekevät samaa työtä.
coffee-room-guest-notice = Olet kokeilujaksolla. Näet keskustelut ja viestit, jotka kirjoittaja on avannut kokeilijoille. Jäsenenä näet kaikki.
coffee-room-regions = Alueiden huoneet
coffee-room-newest = Viimeksi kirjoitettua
coffee-room-manners = Talon tapa
coffee-room-manners-text = Avustettava ei ole huoneessa. Älä kerro mitään, mistä hänet voi tunnistaa.
coffee-room-manners-link = Lue talon säännöt
coffee-room-threads = { $count ->
    [0] Ei vielä keskusteluja
    [one] { $count } keskustelu
   *[other] { $count } keskustelua
}
coffee-room-last = viimeksi
coffee-room-unread-threads = keskustelua, joissa on uutta
coffee-room-crumbs = Murupolku
coffee-room-pages = Sivut
coffee-room-page-newest = Uusimmat
coffee-room-page-older = Vanhemmat
coffee-room-page-previous = Edellinen
coffee-room-page-next = Seuraava
coffee-room-empty = Täällä on vielä hiljaista. Kahvi on kuumaa, ja ensimmäinen sana on sinun.
coffee-room-closed-room = Tämä huone on suljettu. Keskusteluja voi lukea, mutta uutta ei voi kirjoittaa.

## Mistä kerrotaan
coffee-room-kind-posts = Uudet viestit keskusteluissa, joita seuraan
coffee-room-mailed-posts =
    { $count ->
        [one] Uusi viesti keskustelussa, jota seuraat
       *[other] { $count } uutta viestiä keskusteluissa, joita seuraat
    }
coffee-room-told-posts =
    { $count ->
        [one] Uusi viesti keskustelussa ”{ $title }”
       *[other] { $count } uutta viestiä keskustelussa ”{ $title }”
    }
coffee-room-told-posts-untitled =
    { $count ->
        [one] Uusi viesti seuraamassasi keskustelussa huoneessa { $room }
       *[other] { $count } uutta viestiä seuraamassasi keskustelussa huoneessa { $room }
    }

## Keskustelut
coffee-room-unread = Lukematta
coffee-room-new-posts = uutta viestiä
coffee-room-replies = { $count ->
    [0] Ei vielä vastauksia
    [one] { $count } vastaus
   *[other] { $count } vastausta
}
coffee-room-open-to-guests = myös kokeilijoille
coffee-room-members-only = vain jäsenille
coffee-room-pinned = kiinnitetty
coffee-room-closed = suljettu
coffee-room-title-hidden = Otsikko piilotettu
coffee-room-to-unread = { $count ->
    [one] Siirry uuteen viestiin
   *[other] Siirry uusiin ({ $count })
}
coffee-room-new-below = Uudet viestit
coffee-room-edited = muokattu
coffee-room-former-member = Entinen jäsen
coffee-room-closed-thread = Tämä keskustelu on suljettu. Sitä voi lukea, mutta siihen ei voi enää kirjoittaa.

## Viestit
coffee-room-edit-link = Muokkaa
coffee-room-history-link = Aiemmat versiot
# Polls
coffee-room-poll = Kysely
coffee-room-poll-add = Lisää kysely
coffee-room-poll-none = ei kyselyä
coffee-room-poll-single = valitaan yksi
coffee-room-poll-several = valitaan yksi tai useampi
coffee-room-poll-ranked = pannaan järjestykseen
coffee-room-poll-voters = { $count ->
    [one] { $count } vastaaja
   *[other] { $count } vastaajaa
}
coffee-room-poll-open-until = auki:
coffee-room-poll-closed = Kysely on päättynyt.
coffee-room-poll-hidden = Tulokset näytetään, kun vastaajia on vähintään viisi tai kysely on päättynyt, jotta kenenkään vastausta ei voi päätellä.
coffee-room-poll-vote = Vastaa kyselyyn
coffee-room-poll-voted = Olet vastannut tähän kyselyyn. Vastausta ei voi muuttaa, koska kukaan ei tiedä, mikä niistä on sinun.
coffee-room-poll-send = Lähetä vastaus
coffee-room-poll-seen = vastauksesi jää nimettömäksi kaikille
coffee-room-poll-choice = Vastauksesi
coffee-room-poll-rank = Anna jokaiselle sija: 1 on paras
coffee-room-poll-choose-one = Valitse yksi vaihtoehto.
coffee-room-poll-choose-some = Valitse ainakin yksi vaihtoehto.
coffee-room-poll-rank-all = Anna jokaiselle vaihtoehdolle oma sija.
coffee-room-poll-options = Kirjoita { $least }–{ $most } erilaista vaihtoehtoa, kukin omalle rivilleen.
coffee-room-poll-long = Vaihtoehdossa saa olla enintään { $most } merkkiä.
coffee-room-poll-days = Kysely voi olla auki 1–{ $most } päivää.
coffee-room-poll-close = Päätä kysely nyt
coffee-room-poll-close-hint = Sen jälkeen kukaan ei voi enää vastata, ja tulokset näkyvät.
coffee-room-thread-new-poll = Kyselyn tapa
coffee-room-thread-new-options = Vaihtoehdot
coffee-room-thread-new-options-hint = Yksi vaihtoehto riville.
coffee-room-thread-new-days = Auki päivinä
coffee-room-reply-poll = Kyselyn tapa
coffee-room-reply-options = Vaihtoehdot
coffee-room-reply-options-hint = Yksi vaihtoehto riville.
coffee-room-reply-days = Auki päivinä
flash-coffee-room-voted = Kiitos vastauksesta.
flash-coffee-room-poll-closed = Kysely on päätetty.
# Signs and quotes
coffee-room-reactions = Merkit
coffee-room-reaction-thanks = kiitos
coffee-room-reaction-same = tuttua
coffee-room-reaction-strength = tsemppiä
coffee-room-reaction-smile = hyvälle tuulelle
coffee-room-reaction-mine = Sinulta: { $sign }
coffee-room-quote-link = Lainaa
coffee-room-quote = Lainaus
coffee-room-quote-members = Lainaat viestiä, jonka vain jäsenet näkevät. Lähetä vastaus vain jäsenille tai poista lainaus.
coffee-room-no-reaction = Tälle viestille ei voi antaa merkkiä: se on oma viestisi tai sitä ei enää näytetä.
coffee-room-report-link = Ilmoita
coffee-room-hide-link = Piilota
coffee-room-restore-link = Palauta näkyviin
coffee-room-hidden-post = Moderaattori piilotti viestin.
coffee-room-hidden-mine = Moderaattori piilotti viestisi. Tekstin näette vain sinä ja moderaattorit.
coffee-room-hidden-theirs = Piilotettu viesti. Tekstin näkevät vain kirjoittaja ja moderaattorit.
coffee-room-taken-back = Kirjoittaja rajasi tämän viestin jäsenille.
coffee-room-reason = Syy
coffee-room-reason-recognisable = avustettavan voi tunnistaa
coffee-room-reason-personal-data = jonkun nimi, osoite tai muu henkilötieto näkyy
coffee-room-reason-rude = loukkaava, uhkaava tai häiritsevä
coffee-room-reason-advertising = mainos tai toistuva roskaviesti
coffee-room-reason-other = muu syy

## Ketkä näkevät
coffee-room-audience-members = Vain jäsenet
coffee-room-audience-guests = Myös kokeilijat (kokeilija voi olla avustajan työnantaja)
coffee-room-seen-by-members = Tämän näkevät: jäsenet ja moderaattorit
coffee-room-seen-by-guests = Tämän näkevät: jäsenet, moderaattorit ja kokeilijat. Kokeilija voi olla avustajan työnantaja.
coffee-room-seen-as-chosen = Tämän näkevät: jäsenet ja moderaattorit, sekä kokeilijat, jos valitset niin

## Kirjoittaminen
coffee-room-thread-new = Aloita keskustelu
coffee-room-thread-new-title = Otsikko
coffee-room-thread-new-title-hint = Kerro lyhyesti, mistä haluat puhua. Enintään 120 merkkiä.
coffee-room-thread-new-body = Viestisi
coffee-room-thread-new-body-hint = Kerro omasta työstäsi. Älä kerro mitään, mistä avustettavan voi tunnistaa. Enintään 20 000 merkkiä, Markdown käy.
coffee-room-thread-new-audience = Ketkä saavat lukea?
coffee-room-thread-new-audience-hint = Jos avaat keskustelun kokeilijoille, jokainen vastaaja valitsee itse, näkevätkö kokeilijat hänen viestinsä.
coffee-room-thread-new-send = Aloita keskustelu
coffee-room-reply = Vastaa
coffee-room-reply-body = Viestisi
coffee-room-reply-body-hint = Kerro omasta työstäsi. Älä kerro mitään, mistä avustettavan voi tunnistaa. Enintään 20 000 merkkiä, Markdown käy.
coffee-room-reply-audience = Ketkä saavat lukea?
coffee-room-reply-send = Lähetä viesti
coffee-room-to-reply = Vastaa keskustelun lopussa
coffee-room-preview = Esikatselu
coffee-room-preview-do = Esikatsele
coffee-room-preview-nothing = Viestissä ei ole vielä mitään näytettävää.
coffee-room-cancel = Peru
coffee-room-edit = Muokkaa viestiä
coffee-room-edit-title = Otsikko
coffee-room-edit-body = Viestisi
coffee-room-edit-body-hint = Viestiin tulee merkintä, että sitä on muokattu. Aiemman tekstin näet sinä ja näkevät moderaattorit.
coffee-room-edit-audience = Ketkä saavat lukea?
coffee-room-edit-audience-hint = Voit rajata viestin jäsenille. Sen jälkeen sitä ei voi enää avata kokeilijoille.
coffee-room-edit-send = Tallenna muutokset
coffee-room-edit-mine = Sinun versiosi
coffee-room-edit-theirs = Nykyinen versio
coffee-room-history = Viestin aiemmat versiot
coffee-room-history-lead = Nämä näkevät vain kirjoittaja ja moderaattorit. Lisätty on alleviivattu, poistettu yliviivattu.
coffee-room-history-now = Nykyinen versio
coffee-room-history-version = Versio { $count }

## Mitä pitää korjata
coffee-room-title-too-short = Kirjoita otsikko, jossa on vähintään { $least } merkkiä.
coffee-room-body-empty = Viestissä ei ole mitään luettavaa. Kirjoita muutama sana.
coffee-room-too-fast = Viestejä tulee nyt tiheään. Hengähdä hetki ja lähetä sitten uudelleen. Tekstisi on tallessa tässä.
coffee-room-edit-stale = Viestiä on muokattu sen jälkeen, kun avasit sen. Vertaa versioita, korjaa tekstiäsi tarvittaessa ja tallenna uudelleen.
coffee-room-not-editable = Tätä viestiä ei voi enää muokata: se on piilotettu, tai keskustelu on suljettu.
coffee-room-reason-missing = Valitse syy.
coffee-room-words-missing = Kerro syy omin sanoin.

## Ilmoittaminen
coffee-room-report = Ilmoita viestistä
coffee-room-report-lead = Moderaattori lukee ilmoituksesi ja päättää, piilotetaanko viesti. Kirjoittaja ei saa tietää, kuka ilmoitti. Näet päätöksen sivulta Omat ilmoitukset.
coffee-room-report-reason = Miksi ilmoitat?
coffee-room-report-words = Omin sanoin (ei pakollinen)
coffee-room-report-words-hint = Pakollinen vain, jos valitsit muun syyn. Enintään 1 000 merkkiä.
coffee-room-report-send = Lähetä ilmoitus
coffee-room-report-seen = Tämän näkevät: moderaattorit, myös nimimerkkisi
coffee-room-back-to-post = Viesti
coffee-room-not-reportable = Tästä viestistä ei voi ilmoittaa: se on sinun omasi, tai se on jo piilotettu.
coffee-room-reports = Omat ilmoitukset
coffee-room-reports-lead = Viestit, joista olet kertonut moderaattoreille, ja mitä niille tapahtui.
coffee-room-reports-none = Et ole ilmoittanut viesteistä.
coffee-room-report-sent = Lähetetty
coffee-room-report-open = Odottaa moderaattoria
coffee-room-report-hidden = Viesti piilotettiin
coffee-room-report-kept = Viesti jätettiin näkyviin

## Moderointi
coffee-room-queue = Moderointijono
coffee-room-queue-lead = Ilmoitetut viestit, vanhin ensin. Omat viestisi käsittelee toinen moderaattori.
coffee-room-queue-waiting = Odottaa
coffee-room-queue-empty = Jono on tyhjä. Kaada kuppi kahvia.
coffee-room-queue-reports = { $count ->
    [one] { $count } ilmoitus
   *[other] { $count } ilmoitusta
}
coffee-room-queue-open = Avaa keskustelu
coffee-room-own-post = Tämä on oma viestisi. Sen käsittelee toinen moderaattori.
coffee-room-already-handled = Toinen moderaattori ehti jo käsitellä tämän.
coffee-room-hide = Piilota viesti
coffee-room-hide-reason = Miksi viesti piilotetaan?
coffee-room-hide-reason-hint = Syyn näkevät kaikki, jotka saivat lukea viestin.
coffee-room-hide-words = Sanasi kirjoittajalle (ei pakollinen)
coffee-room-hide-words-hint = Kerro ystävällisesti, mitä viestissä olisi pitänyt olla toisin. Pakollinen, jos valitsit muun syyn.
coffee-room-hide-do = Piilota
coffee-room-hide-seen = Sanasi näkevät: kirjoittaja ja moderaattorit
coffee-room-keep = Jätä näkyviin
coffee-room-keep-words = Miksi viesti saa jäädä?
coffee-room-keep-words-hint = Ilmoittaja saa tietää, että viesti jätettiin näkyviin.
coffee-room-keep-do = Jätä näkyviin
coffee-room-restore = Palauta viesti näkyviin
coffee-room-restore-words = Miksi viesti palautetaan?
coffee-room-restore-do = Palauta
coffee-room-words-seen-by-moderators = Sanasi näkevät: moderaattorit
coffee-room-steer = Sulje tai kiinnitä
coffee-room-steer-door = Saako keskusteluun kirjoittaa?
coffee-room-steer-place = Paikka huoneessa
coffee-room-steer-words = Miksi?
coffee-room-steer-do = Tallenna
coffee-room-steer-seen = Sanasi näkevät: jäsenet ja moderaattorit, moderointilokissa
coffee-room-door-open = Kyllä, keskustelu on auki
coffee-room-door-closed = Ei, keskustelu suljetaan
coffee-room-place-row = Omalla paikallaan
coffee-room-place-top = Kiinnitettynä ylimmäksi
coffee-room-log = Moderointiloki
coffee-room-log-lead = Mitä moderaattorit ovat tehneet, milloin ja miksi.
coffee-room-log-empty = Lokissa ei ole vielä mitään.
coffee-room-deed-hide = Viesti piilotettiin
coffee-room-deed-keep = Viesti jätettiin näkyviin
coffee-room-deed-restore = Viesti palautettiin näkyviin
coffee-room-deed-close = Keskustelu suljettiin
coffee-room-deed-reopen = Keskustelu avattiin uudelleen
coffee-room-deed-pin = Keskustelu kiinnitettiin
coffee-room-deed-unpin = Keskustelun kiinnitys poistettiin

flash-coffee-room-reported = Kiitos, että kerroit. Moderaattori lukee ilmoituksesi.
flash-coffee-room-hidden = Viesti on piilotettu.
flash-coffee-room-kept = Viesti jätettiin näkyviin.
flash-coffee-room-restored = Viesti on taas näkyvissä.
flash-coffee-room-steered = Tallennettu.

setting-coffee-room-posts-per-minute = Kahvihuone: montako viestiä yksi ihminen voi kirjoittaa minuutissa
setting-coffee-room-unread-days = Kahvihuone: montako päivää uusi viesti merkitään lukemattomaksi
coffee-room-hidden-tag = Piilotettu
coffee-room-alike = Näistä on jo puhuttu
