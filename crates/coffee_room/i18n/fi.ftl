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
coffee-room-unread-threads = { $count ->
    [one] keskustelu, jossa on uutta
   *[other] keskustelua, joissa on uutta
}
coffee-room-crumbs = Murupolku
coffee-room-pages = Sivut
coffee-room-page-newest = Uusimmat
coffee-room-page-older = Vanhemmat
coffee-room-page-previous = Edellinen
coffee-room-page-next = Seuraava
coffee-room-empty = Täällä on vielä hiljaista. Kahvi on kuumaa, ja ensimmäinen sana on sinun.
coffee-room-closed-room = Tämä huone on suljettu. Keskusteluja voi lukea, mutta uutta ei voi kirjoittaa.

## Mistä kerrotaan
coffee-room-kind-threads = Uudet keskustelut huoneissa, joita seuraan
coffee-room-mailed-threads =
    { $count ->
        [one] Uusi keskustelu huoneessa, jota seuraat
       *[other] { $count } uutta keskustelua huoneissa, joita seuraat
    }
coffee-room-told-thread = Uusi keskustelu huoneessa { $room }: ”{ $title }”
coffee-room-told-thread-untitled = Uusi keskustelu huoneessa { $room }
coffee-room-kind-words = Viestit, joissa on sana, jota seuraan
coffee-room-mailed-words =
    { $count ->
        [one] Viesti, jossa on sana, jota seuraat
       *[other] { $count } viestiä, joissa on sana, jota seuraat
    }
coffee-room-told-words =
    { $count ->
        [one] Seuraamasi sana mainittiin keskustelussa ”{ $title }”
       *[other] Seuraamasi sana mainittiin { $count } viestissä keskustelussa ”{ $title }”
    }
coffee-room-told-words-untitled = Seuraamasi sana mainittiin huoneessa { $room }
coffee-room-follow = Seuraa
coffee-room-followed = Seuraat tätä keskustelua.
coffee-room-leave = Lopeta seuraaminen
coffee-room-mute = Mykistä
coffee-room-muted = Mykistetty: tästä keskustelusta ei kerrota sinulle.
coffee-room-unmute = Poista mykistys
coffee-room-room-follow = Seuraa huonetta
coffee-room-room-followed = Uusista keskusteluista kerrotaan sinulle.
coffee-room-follows = Mitä seuraan
coffee-room-follows-lead = Näistä kerrotaan sinulle. Muut eivät näe, mitä seuraat.
coffee-room-follows-words = Sanat
coffee-room-follows-no-words = Et seuraa vielä yhtään sanaa.
coffee-room-follows-word = Sana
coffee-room-follows-word-hint = Mikä tahansa muoto käy: kun seuraat sanaa palkka, löytyy myös palkan.
coffee-room-follows-add = Seuraa sanaa
coffee-room-follows-rooms = Huoneet
coffee-room-follows-no-rooms = Et seuraa yhtään huonetta. Huoneen sivulla on siihen painike.
coffee-room-follows-threads = Keskustelut
coffee-room-follows-no-threads = Et seuraa yhtään keskustelua.
coffee-room-follows-own-on = Alat seurata keskustelua, kun aloitat sen tai vastaat siinä.
coffee-room-follows-own-off = Seuraat vain niitä keskusteluja, joissa painat Seuraa.
coffee-room-follows-own-stop = Älä seuraa itsestään
coffee-room-follows-own-start = Seuraa keskusteluja, joihin kirjoitan
coffee-room-follow-one-word = Kirjoita yksi sana. Voit lisätä niitä useita, yhden kerrallaan.
coffee-room-follow-too-many = Voit seurata enintään { $most } sanaa. Poista ensin jokin.
flash-coffee-room-following = Kerromme sinulle.
flash-coffee-room-left = Siitä ei enää kerrota sinulle.
flash-coffee-room-muted = Mykistetty. Voit poistaa mykistyksen milloin vain.
coffee-room-kind-mentions = Maininnat
coffee-room-mailed-mentions =
    { $count ->
        [one] Sinut mainittiin viestissä
       *[other] Sinut mainittiin { $count } viestissä
    }
coffee-room-told-mention = Sinut mainittiin keskustelussa ”{ $title }”
coffee-room-told-mention-untitled = Sinut mainittiin huoneessa { $room }
coffee-room-kind-quotes = Lainaukset viesteistäni
coffee-room-mailed-quotes =
    { $count ->
        [one] Viestiäsi lainattiin
       *[other] Viestejäsi lainattiin { $count } kertaa
    }
coffee-room-told-quote = Viestiäsi lainattiin keskustelussa ”{ $title }”
coffee-room-told-quote-untitled = Viestiäsi lainattiin huoneessa { $room }
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
## Huoneiden pito
coffee-room-topics = Aiheiden huoneet
coffee-room-chapters = Ammattiosastojen huoneet
coffee-room-for-roles = Huoneet tehtävän mukaan
coffee-room-open-to = Huoneeseen pääsevät:
coffee-room-seen-in-room = Tämän näkevät ne, jotka pääsevät tähän huoneeseen, ja huoneen moderaattorit
coffee-room-keeping = Huoneet
coffee-room-keeping-lead = Täällä lisäät kahvihuoneeseen huoneita, annat niille nimen ja kuvauksen, järjestät ja suljet niitä ja valitset, ketkä pääsevät sisään.
coffee-room-room = Muuta huonetta
coffee-room-room-new = Lisää huone
coffee-room-room-name-fi = Nimi suomeksi
coffee-room-room-name-sv = Nimi ruotsiksi
coffee-room-room-name-en = Nimi englanniksi
coffee-room-room-about-fi = Mitä varten huone on, suomeksi
coffee-room-room-about-sv = Mitä varten huone on, ruotsiksi
coffee-room-room-about-en = Mitä varten huone on, englanniksi
coffee-room-room-kind = Millainen huone on?
coffee-room-room-kind-topic = Aiheen huone
coffee-room-room-kind-region = Alueen huone
coffee-room-room-kind-chapter = Ammattiosaston huone
coffee-room-room-open-to = Ketkä pääsevät huoneeseen?
coffee-room-room-open-to-hint = Jos valitset tehtävän, huone ei näy muille eivätkä he löydä sitä. Huoneen moderaattorit pääsevät aina sisään.
coffee-room-room-open-to-everybody = Jäsenet, ja kokeilijat niihin keskusteluihin, jotka on avattu heille
coffee-room-room-open-to-members = Vain jäsenet
coffee-room-room-state = Saako huoneeseen kirjoittaa?
coffee-room-room-state-open = Kyllä, huone on auki
coffee-room-room-state-closed = Ei, huone on suljettu; keskusteluja voi yhä lukea
coffee-room-room-save = Tallenna huone
coffee-room-room-stale = Joku muu muutti huonetta sen jälkeen, kun avasit sen. Katso, mitä hän tallensi, ja tallenna omasi, jos se on yhä oikein.
coffee-room-room-meanwhile = Tallennettu sillä välin
coffee-room-room-up = Siirrä ylöspäin: { $room }
coffee-room-room-down = Siirrä alaspäin: { $room }
flash-coffee-room-room-added = Huone lisättiin.
flash-coffee-room-room-changed = Huone tallennettiin.
flash-coffee-room-room-moved = Järjestys muutettiin.
audit-room-added = Huone lisättiin
audit-room-changed = Huonetta muutettiin
audit-room-moved = Huone siirrettiin

## Tunnisteet
coffee-room-tags = Tunnisteet
coffee-room-tags-lead = Sanoja, joilla keskustelu löytyy. Keskustelun avaaja valitsee niistä enintään kolme.
coffee-room-tags-none = Tunnisteita ei vielä ole.
coffee-room-tags-link = Muuta tunnisteita
coffee-room-tags-save = Tallenna tunnisteet
coffee-room-tags-seen = Tämän näkevät kaikki, jotka saavat lukea keskustelun
coffee-room-thread-tags = Keskustelun tunnisteet
coffee-room-thread-tags-tags = Mitkä sanat sopivat?
coffee-room-thread-tags-tags-hint = Enintään kolme.
coffee-room-thread-new-tags = Tunnisteet (valinnainen)
coffee-room-thread-new-tags-hint = Enintään kolme. Niillä muut löytävät keskustelun.
coffee-room-too-many-tags = Valitse enintään { $most } tunnistetta.
coffee-room-tag-gone = Jotakin tunnistetta ei enää ole. Valitse uudelleen.
coffee-room-tag-lead = Keskustelut, joilla on tämä tunniste, uusin ensin.
coffee-room-tag-empty = Millään keskustelulla ei vielä ole tätä tunnistetta.
coffee-room-tag = Muuta tunnistetta
coffee-room-tag-new = Lisää tunniste
coffee-room-tag-name-fi = Suomeksi
coffee-room-tag-name-sv = Ruotsiksi
coffee-room-tag-name-en = Englanniksi
coffee-room-tag-room = Mihin huoneeseen?
coffee-room-tag-every-room = Kaikkiin huoneisiin
coffee-room-tag-no-room = Valitse huone luettelosta.
coffee-room-tag-taken = Tällainen tunniste on jo olemassa.
coffee-room-tag-stale = Joku muu muutti tunnistetta sen jälkeen, kun avasit sen. Katso, mitä hän tallensi, ja tallenna omasi, jos se on yhä oikein.
coffee-room-tag-save = Tallenna tunniste
coffee-room-tag-uses = { $count ->
    [0] Tätä tunnistetta ei ole millään keskustelulla.
    [one] Tämä tunniste on { $count } keskustelulla.
   *[other] Tämä tunniste on { $count } keskustelulla.
}
coffee-room-tag-remove = Poista tunniste
coffee-room-tag-remove-link = Poista
coffee-room-tag-remove-lead = Poistoa ei voi perua.
coffee-room-tag-remove-into = Minkä tunnisteen keskustelut saavat sen tilalle?
coffee-room-tag-remove-into-none = Ei mitään
coffee-room-tag-remove-do = Poista tunniste
coffee-room-deed-tag = Keskustelun tunnisteita muutettiin
flash-coffee-room-tagged = Tunnisteet tallennettiin.
flash-coffee-room-tag-added = Tunniste lisättiin.
flash-coffee-room-tag-changed = Tunniste tallennettiin.
flash-coffee-room-tag-removed = Tunniste poistettiin.
audit-tag-added = Tunniste lisättiin
audit-tag-changed = Tunnistetta muutettiin
audit-tag-removed = Tunniste poistettiin

## Siirtäminen, yhdistäminen, erottaminen
coffee-room-post-moved = Moderaattori siirsi tämän viestin toiseen keskusteluun.
coffee-room-post-moved-to = Siirry viestiin
coffee-room-thread-joined = Moderaattori yhdisti tähän toisen keskustelun:
coffee-room-moved = Tämä keskustelu yhdistettiin toiseen
coffee-room-moved-lead = Mitään ei kadonnut: jokainen viesti on alla olevassa keskustelussa, ja vanhat osoitteet johtavat sinne.
coffee-room-moved-post = Viesti { $count }
coffee-room-move = Siirrä toiseen huoneeseen
coffee-room-move-lead = Keskustelun osoite ja viestit säilyvät. Voit siirtää sen takaisin milloin vain.
coffee-room-move-guests = Tämä keskustelu on avoin kokeilijoille. Jos huone on vain jäsenille, kokeilijat eivät enää näe sitä.
coffee-room-move-nowhere = Et moderoi muita huoneita, joihin sen voisi siirtää.
coffee-room-move-room = Mihin huoneeseen?
coffee-room-move-words = Miksi?
coffee-room-move-do = Siirrä keskustelu
coffee-room-move-same = Keskustelu on jo siinä huoneessa.
coffee-room-join = Yhdistä toiseen keskusteluun
coffee-room-join-lead = Kaikki tämän keskustelun viestit siirtyvät toisen loppuun. Valitse ensin se toinen.
coffee-room-join-into = Toisen keskustelun numero tai osoite
coffee-room-join-into-hint = Osoite sellaisena kuin se on selaimessa, esimerkiksi /coffee-room/threads/12
coffee-room-join-find = Jatka
coffee-room-join-alike = Keskusteluja, joilla on samantapainen otsikko
coffee-room-join-unknown = Tällaista keskustelua ei ole, tai et moderoi sitä. Tarkista osoite.
coffee-room-join-itself = Keskustelua ei voi yhdistää itseensä.
coffee-room-join-ask = Tätä ei voi perua napilla. Viestejä voi myöhemmin erottaa uudelleen.
coffee-room-join-what = Yhdistetään
coffee-room-join-behind = Tämän viimeisen viestin perään
coffee-room-join-posts = { $count ->
    [one] { $count } viesti
   *[other] { $count } viestiä
}
coffee-room-join-guests = Kokeilijat eivät enää näe näitä viestejä, koska toinen keskustelu on vain jäsenille.
coffee-room-join-words = Miksi?
coffee-room-join-do = Yhdistä keskustelut
coffee-room-split = Erota viestejä
coffee-room-split-lead = Valitsemasi viestit muuttuvat omaksi keskustelukseen samaan huoneeseen. Niiden paikalle jää jälki, ja vanhat osoitteet johtavat niihin.
coffee-room-split-nothing = Tällä sivulla ei ole erotettavaa.
coffee-room-split-title = Uuden keskustelun otsikko
coffee-room-split-posts = Mitkä viestit?
coffee-room-split-rest = Myös kaikki viimeisen valitun jälkeiset viestit
coffee-room-split-words = Miksi?
coffee-room-split-do = Erota
coffee-room-split-none = Valitse ainakin yksi viesti.
coffee-room-split-gone = Jotakin viestiä ei enää ole. Valitse uudelleen.
coffee-room-deed-move = Keskustelu siirrettiin toiseen huoneeseen
coffee-room-deed-join = Keskustelu yhdistettiin toiseen
coffee-room-deed-split = Viestejä erotettiin omaksi keskustelukseen
flash-coffee-room-moved = Keskustelu siirrettiin.
flash-coffee-room-joined = Keskustelut yhdistettiin.
flash-coffee-room-split = Viestit ovat nyt oma keskustelunsa.

## Kirjanmerkit, kysymykset, uudet
coffee-room-bookmark = Lisää viesti kirjanmerkkeihin
coffee-room-bookmark-link = Kirjanmerkki
coffee-room-bookmark-note = Muistiinpano itsellesi (valinnainen)
coffee-room-bookmark-note-hint = Enintään 300 merkkiä.
coffee-room-bookmark-do = Tallenna kirjanmerkki
coffee-room-bookmark-remove = Poista kirjanmerkki
coffee-room-bookmark-change = Muuta
coffee-room-bookmark-kept = Tallennettu
coffee-room-bookmark-seen = Tämän näet vain sinä
coffee-room-bookmarks = Kirjanmerkkini
coffee-room-bookmarks-lead = Viestejä, jotka haluat löytää uudelleen. Kukaan muu ei näe näitä.
coffee-room-bookmarks-none = Sinulla ei ole vielä kirjanmerkkejä. Jokaisen viestin alla on linkki Kirjanmerkki.
coffee-room-thread-new-asks = Tämä on kysymys
coffee-room-thread-new-asks-hint = Jos kysymys jää ilman vastausta, se nostetaan vastaajien nähtäville.
coffee-room-answer = Vastaus
coffee-room-answer-lead = Vastaako tämä viesti keskustelun kysymykseen? Keskustelun alussa on silloin linkki tänne.
coffee-room-answer-link = Merkitse vastaukseksi
coffee-room-answer-do = Kyllä, tämä on vastaus
coffee-room-answer-clear = Tämä ei olekaan vastaus
coffee-room-is-answer = vastaus
coffee-room-deed-answer = Keskustelun vastaus muutettiin
coffee-room-questions = Vastausta odottavat kysymykset
coffee-room-questions-lead = Näihin ei ole vielä vastannut kukaan. Ehkä sinä tiedät, tai tiedät, kuka tietää.
coffee-room-questions-none = Tässä luettelossa ei juuri nyt ole kysymyksiä.
coffee-room-questions-waiting = { $count ->
    [one] Yksi kysymys odottaa vastausta. Voisitko auttaa?
   *[other] { $count } kysymystä odottaa vastausta. Voisitko auttaa?
}
coffee-room-news = Uutta käyntisi jälkeen
coffee-room-news-lead = Keskustelut, joissa sinulla on lukematonta, viimeisin ensin.
coffee-room-news-none = Olet lukenut kaiken. Kahvin paikka.
coffee-room-news-read-all = Merkitse kaikki luetuiksi
coffee-room-news-read-room = Merkitse luetuksi: { $room }
flash-coffee-room-read = Merkitty luetuksi.
flash-coffee-room-bookmarked = Kirjanmerkki on tallennettu.
flash-coffee-room-bookmark-removed = Kirjanmerkki poistettiin.
flash-coffee-room-answer-marked = Viesti on merkitty vastaukseksi.
flash-coffee-room-answer-cleared = Viesti ei ole enää merkitty vastaukseksi.
setting-coffee-room-question-hours = Kahvihuone: kuinka monen tunnin jälkeen vastaamaton kysymys nostetaan vastaajien nähtäville

## Luonnokset
coffee-room-draft-save = Tallenna luonnoksena
coffee-room-draft-guarded = Tätä ei tallennettu luonnokseksi: tekstistä voisi tunnistaa jonkun. Siitä kysytään ennen lähettämistä.
coffee-room-draft-saved = Luonnos tallennettu
coffee-room-draft-from = Tämä on luonnoksesi ajalta
coffee-room-draft-discard = Hylkää luonnos
coffee-room-draft-nowhere = Paikka, johon et enää voi kirjoittaa
coffee-room-draft-too-often = Luonnosta tallennetaan liian tiheään. Odota minuutti; tekstisi on yhä kentässä.
coffee-room-drafts = Luonnokseni
coffee-room-drafts-lead = Mitä olet alkanut kirjoittaa. Kukaan muu ei näe näitä, eivät moderaattoritkaan.
coffee-room-drafts-none = Sinulla ei ole luonnoksia.
flash-coffee-room-draft-saved = Luonnos on tallennettu.
flash-coffee-room-draft-discarded = Luonnos hylättiin.
setting-coffee-room-draft-days = Kahvihuone: kuinka monta päivää luonnos säilytetään

## Keskustelut
coffee-room-unread = Lukematta
coffee-room-new-posts = { $count ->
    [one] uusi viesti
   *[other] uutta viestiä
}
coffee-room-replies = { $count ->
    [0] Ei vielä vastauksia
    [one] { $count } vastaus
   *[other] { $count } vastausta
}
coffee-room-open-to-guests = myös kokeilijoille
coffee-room-members-only = vain jäsenille
coffee-room-pinned = kiinnitetty
coffee-room-closed = suljettu
coffee-room-question = kysymys
coffee-room-to-answer = Siirry vastaukseen
coffee-room-moved-here = siirretty tänne
coffee-room-answered = vastattu
coffee-room-title-hidden = Otsikko piilotettu
coffee-room-to-unread = { $count ->
    [one] Siirry uuteen viestiin
   *[other] Siirry uusiin ({ $count })
}
coffee-room-news-offer = Uusia viestejä: { $count }
coffee-room-news-look = Katso, onko uusia viestejä
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
coffee-room-poll-changed = Viestiä on muokattu sen jälkeen, kun kyselyyn alettiin vastata.
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
coffee-room-poll-reworded = Kyselyssä on { $count } vaihtoehtoa. Pidä niitä yhtä monta ja samassa järjestyksessä, kukin omalla rivillään, jotta vastaukset pysyvät paikoillaan.
coffee-room-poll-days = Kysely voi olla auki 1–{ $most } päivää.
coffee-room-poll-close = Päätä kysely nyt
coffee-room-poll-close-hint = Kun päätät kyselyn, kukaan ei voi enää vastata ja tulokset näkyvät.
coffee-room-thread-new-poll = Kyselyn tapa
coffee-room-thread-new-options = Vaihtoehdot
coffee-room-thread-new-options-hint = Yksi vaihtoehto riville.
coffee-room-thread-new-days = Montako päivää auki
coffee-room-reply-poll = Kyselyn tapa
coffee-room-reply-options = Vaihtoehdot
coffee-room-reply-options-hint = Yksi vaihtoehto riville.
coffee-room-reply-days = Montako päivää auki
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
coffee-room-item-link = Käsittele
coffee-room-hidden-post = Moderaattori piilotti viestin.
coffee-room-hidden-mine = Moderaattori piilotti viestisi. Tekstin näette vain sinä ja moderaattorit.
coffee-room-hidden-theirs = Piilotettu viesti. Tekstin näkevät vain kirjoittaja ja moderaattorit.
coffee-room-taken-back = Kirjoittaja rajasi tämän viestin jäsenille.
coffee-room-reason = Syy
coffee-room-reason-recognisable = avustettavan voi tunnistaa
coffee-room-reason-personal-data = jonkun nimi, osoite tai muu henkilötieto näkyy
coffee-room-reason-rude = loukkaava, uhkaava tai häiritsevä
coffee-room-reason-advertising = mainos tai toistuva roskaviesti
coffee-room-reason-name = jonkun nimi, jonka kirjoittaja jätti viestiin
coffee-room-reason-rate = poikkeavan monta viestiä lyhyessä ajassa
coffee-room-reported-by-program = ohjelma huomasi
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
coffee-room-preview-mentions = Mainitset: { $names }

# The guard
coffee-room-guard = Tästä jonkun voi tunnistaa
coffee-room-guard-lead = Merkitsimme kohdat tekstiisi. Sinä päätät, mitä niille teet. Mitään ei ole lähetetty, eikä mitään poistamaasi säilytetä.
coffee-room-guard-found = Viestiä ei vielä lähetetty, koska siitä voi tunnistaa jonkun. Katso merkityt kohdat.
coffee-room-guard-identity-code = henkilötunnus kuuluu vain yhdelle ihmiselle.
coffee-room-guard-phone = puhelinnumerosta löytää sen omistajan.
coffee-room-guard-mail = sähköpostiosoitteesta näkee usein, kenen se on.
coffee-room-guard-iban = tilinumero kuuluu yhdelle ihmiselle.
coffee-room-guard-address = katuosoitteesta löytää jonkun kodin.
coffee-room-guard-name = joku lukijoista voi tuntea tämän nimisen ihmisen.
coffee-room-guard-combination = pieni paikkakunta, terveys ja työaika kertovat yhdessä, kenestä on kyse.
coffee-room-guard-neutral = Näin saman voi sanoa ketään paljastamatta
coffee-room-guard-use = Ota tämä muoto
coffee-room-guard-used = Uusi muoto on nyt kentässä. Lue se vielä läpi ja lähetä, kun se on hyvä.
coffee-room-guard-self = Muokkaan itse
coffee-room-guard-waits = Sellaisenaan viesti odottaa ensin moderaattoria.
coffee-room-guard-read = Sellaisenaan viesti näkyy heti, ja myös moderaattori lukee sen.
coffee-room-guard-as-is = Lähetä sellaisenaan
coffee-room-guard-seen = Lähetetyn viestin näkevät ne, jotka lomakkeella on valittu.

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
coffee-room-history-shortened = Aiempia versioita ei enää säilytetä, koska viestistä poistettiin jotain, mistä jonkun olisi voinut tunnistaa.
coffee-room-history-version = Versio { $count }

## Kuvat ja asiakirjat
coffee-room-attach = Lisää kuva tai asiakirja
coffee-room-attach-file = Kuva tai asiakirja
coffee-room-attach-file-hint = Kuva (JPEG, PNG, WebP tai GIF) tai asiakirja (PDF, tekstitiedosto, OpenDocument, Word, Excel tai PowerPoint), enintään 10 Mt. Poistamme kuvasta tiedot paikasta ja laitteesta ja toimisto-ohjelman asiakirjasta tekijöiden nimet. PDF-tiedostosta emme saa pois sitä, mitä se kertoo tekijästään. Katso, ettei tiedostosta voi tunnistaa avustettavaasi, hänen kotiaan tai ketään muuta.
coffee-room-attach-description = Mitä siinä on?
coffee-room-attach-description-hint = Kerro kuvasta niille, jotka eivät näe sitä: mitä siinä on ja miksi. Esimerkiksi: ”Nostovyö, jonka solki on haljennut.” Asiakirjalle tämä on otsikko; tiedoston omaa nimeä emme näytä.
coffee-room-attach-do = Lisää viestiin
coffee-room-attached = Viestin kuvat ja asiakirjat
coffee-room-attached-remove = Poista viestistä
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
coffee-room-file-missing = Valitse ensin kuva tai asiakirja.
coffee-room-description-missing = Kerro, mitä kuvassa on, ja valitse tiedosto uudelleen. Ilman sanoja kuva ei ole mitään niille, jotka kuuntelevat sivua.
coffee-room-too-many-pictures = { $most ->
    [0] Kuvat eivät ole täällä käytössä.
    [one] Viestissä voi olla yksi kuva.
   *[other] Viestissä voi olla enintään { $most } kuvaa.
}
coffee-room-pictures-today = Olet lisännyt niin monta kuvaa kuin päivässä voi. Jatka huomenna; tekstisi on tallessa tässä.
setting-coffee-room-pictures-per-post = Kahvihuone: montako kuvaa yhdessä viestissä voi olla (0: ei kuvia)
setting-coffee-room-pictures-per-day = Kahvihuone: montako kuvaa yksi ihminen voi lisätä päivässä
coffee-room-too-many-documents = { $most ->
    [0] Asiakirjat eivät ole täällä käytössä.
    [one] Viestissä voi olla yksi asiakirja.
   *[other] Viestissä voi olla enintään { $most } asiakirjaa.
}
coffee-room-documents-today = Olet lisännyt niin monta asiakirjaa kuin päivässä voi. Jatka huomenna; tekstisi on tallessa tässä.
coffee-room-attachment-gone = Jokin kuvista tai asiakirjoista on jo toisessa viestissä tai poistunut. Lisää se tähän viestiin uudelleen.
coffee-room-document-untitled = Asiakirja
setting-coffee-room-documents-per-post = Kahvihuone: montako asiakirjaa yhdessä viestissä voi olla (0: ei asiakirjoja)
setting-coffee-room-documents-per-day = Kahvihuone: montako asiakirjaa yksi ihminen voi lisätä päivässä

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
coffee-room-report-seen = Tämän ja nimimerkkisi näkevät: moderaattorit
coffee-room-back-to-post = Viesti
coffee-room-not-reportable = Tästä viestistä ei voi ilmoittaa: se on sinun omasi, tai se on jo piilotettu.
coffee-room-reports = Omat ilmoitukset
coffee-room-reports-lead = Viestit, joista olet kertonut moderaattoreille, ja mitä niille tapahtui.
coffee-room-reports-none = Et ole ilmoittanut viesteistä.
coffee-room-report-sent = Lähetetty
coffee-room-report-open = Odottaa moderaattoria
coffee-room-report-hidden = Viesti piilotettiin
coffee-room-report-kept = Viesti jätettiin näkyviin
coffee-room-report-edited = Viestistä poistettiin osa

## Viestit, jotka odottavat
coffee-room-hold-guard = Tekstistä voi tunnistaa jonkun
coffee-room-hold-newcomer = Uuden kirjoittajan ensimmäisiä viestejä
coffee-room-hold-rate = Poikkeavan tiheästi tai sama teksti monessa paikassa
coffee-room-held-waiting = Odottaa moderaattoria
coffee-room-held-approved = Päästettiin huoneeseen
coffee-room-held-declined = Ei päästetty huoneeseen
coffee-room-held-withdrawn = Vedit tekstin takaisin
coffee-room-waiting-here = { $count ->
    [one] Viestisi tähän keskusteluun odottaa moderaattoria.
   *[other] { $count } viestiäsi tähän keskusteluun odottaa moderaattoria.
}
coffee-room-own = Omat asiani kahvihuoneessa
coffee-room-own-lead = Mitä odottaa, mitä moderaattorit ovat päättäneet ja mitä voit tehdä. Tämän näet vain sinä.
coffee-room-own-waiting = Viestit, jotka odottavat tai odottivat
coffee-room-own-waiting-none = Mikään viestisi ei odota moderaattoria.
coffee-room-own-held = Viestisi odottaa
coffee-room-own-held-waits = Moderaattori lukee viestin ennen muita. Siihen asti sitä eivät näe muut kuin sinä ja moderaattorit.
coffee-room-own-held-withdraw = Vedä viesti takaisin
coffee-room-own-held-typed = Teksti sellaisena kuin kirjoitit sen
coffee-room-own-held-post = Katso viesti huoneessa
coffee-room-own-held-back = Teksti on tässä lomakkeessa eikä enää missään muualla. Korjaa se ja katso, miltä se näyttää, tai jätä se sikseen.
coffee-room-own-held-back-do = Jatka kirjoittamista
coffee-room-own-held-back-leave = Jätä sikseen
coffee-room-own-held-until = Teksti on tallessa oikaisupyyntöä varten. Viimeinen päivä:
coffee-room-held-forgotten = Teksti, jota ei enää ole tallessa
coffee-room-held = Odottava viesti
coffee-room-held-look = Lue ja päätä
coffee-room-held-reply = Vastaus keskusteluun
coffee-room-held-edit = Muutos viestiin keskustelussa
coffee-room-held-stale = Viestiä on muutettu tai se on piilotettu sen jälkeen, kun tämä muutos lähetettiin. Jätä muutos pois, niin kirjoittaja näkee, miksi.
coffee-room-already-withdrawn = Kirjoittaja veti viestin takaisin.
coffee-room-approve = Päästä huoneeseen
coffee-room-decline = Älä päästä huoneeseen
coffee-room-decline-lead = Kirjoittaja näkee syyn ja sanasi, ja teksti jää hänelle.
coffee-room-decline-reason = Miksi tekstiä ei päästetä?
coffee-room-decline-words = Sanasi kirjoittajalle (ei pakollinen)
coffee-room-decline-words-hint = Kerro ystävällisesti, mitä tekstissä pitäisi olla toisin. Pakollinen, jos valitsit muun syyn.
coffee-room-decline-do = Älä päästä
coffee-room-deed-approve = Odottava viesti päästettiin huoneeseen
coffee-room-deed-decline = Odottavaa viestiä ei päästetty huoneeseen
flash-coffee-room-held = Viestisi odottaa moderaattoria. Saat tietää, kun se on luettu.
flash-coffee-room-approved = Viesti on nyt huoneessa.
flash-coffee-room-declined = Viestiä ei päästetty. Kirjoittaja näkee syyn.
flash-coffee-room-withdrawn = Vedit viestin takaisin. Teksti on luonnoksissasi.
setting-coffee-room-newcomer-posts = Kahvihuone: montako uuden kirjoittajan ensimmäistä viestiä odottaa moderaattoria (0 = ei yhtään)

## Päätökset, toimet, oikaisupyynnöt, harjoittelu
coffee-room-kind-decisions = Moderaattorien päätökset, jotka koskevat minua
coffee-room-by-mail-guarded = Sähköpostilla lähettämääsi vastausta ei vielä julkaistu, koska siitä voi tunnistaa jonkun. Katso sivustolla merkityt kohdat ja lähetä se sieltä.
coffee-room-by-mail-mixed = Sähköpostilla lähettämääsi vastausta ei vielä julkaistu, koska siinä voi olla mukana lainattu ilmoitus osoitteineen. Poista lainaus sivustolla ja lähetä vastaus sieltä.
coffee-room-by-mail-waits = Sähköpostilla lähettämäsi vastaus odottaa moderaattoria. Saat tietää, kun se on luettu.
coffee-room-by-mail-kept = Vastauksesi on tallessa luonnoksena.
coffee-room-mailed-decisions =
    { $count ->
        [one] Moderaattorin päätös
       *[other] { $count } päätöstä moderaattoreilta
    }
coffee-room-told-approved = Viestisi päästettiin huoneeseen
coffee-room-told-appeal = Oikaisupyyntösi on ratkaistu
coffee-room-told-lifted = Sinua koskeva toimi päättyi ennen aikojaan
coffee-room-told-restored = Viestisi on taas näkyvissä
coffee-room-told-decision = Moderaattori on päättänyt sinua koskevasta asiasta. Lue päätös ja sen syy.
coffee-room-queue-to-sign = Odottaa allekirjoitustasi
coffee-room-kind-proposals = Ehdotukset moderaattoriharjoittelijalta, jota ohjaan
coffee-room-mailed-proposals =
    { $count ->
        [one] Harjoittelijan ehdotus
       *[other] { $count } harjoittelijan ehdotusta
    }
coffee-room-told-proposal = Harjoittelijasi on ehdottanut päätöstä. Lue ja allekirjoita, jos olet samaa mieltä.
coffee-room-kind-waiting = Moderaattoria odottavat asiat huoneissa, joita moderoin
coffee-room-mailed-waiting =
    { $count ->
        [one] Sivustolla odottaa sinua yksi asia
       *[other] Sivustolla odottaa sinua { $count } asiaa
    }
coffee-room-told-waiting =
    { $count ->
        [one] Huoneissasi odottaa yksi asia moderaattoria
       *[other] Huoneissasi odottaa { $count } asiaa moderaattoria
    }
coffee-room-queue-kinds = Mitä jonosta näytetään
coffee-room-queue-kind-reports = Ilmoitukset
coffee-room-queue-kind-held = Odottavat viestit
coffee-room-queue-kind-appeals = Oikaisupyynnöt
coffee-room-keys = Näppäimet
coffee-room-keys-text = j ja k siirtävät seuraavaan ja edelliseen. Kun kohta on valittuna: Enter avaa sen, h piilottaa, l jättää näkyviin, y päästää odottavan viestin huoneeseen, n ei päästä, t ottaa käsittelyyn, o avaa keskustelun. Muut kuin Enter ja o toimivat myös kohdan omalla sivulla.
coffee-room-claim = Ota käsittelyyn
coffee-room-claim-mine = Sinä käsittelet tätä
coffee-room-claim-theirs = { $name } käsittelee tätä
coffee-room-claim-ends = Varaus päättyy itsestään vartin kuluttua.
coffee-room-claim-ask = Kysy ensin, ennen kuin otat asian itsellesi. Varaus päättyy itsestään vartin kuluttua.
coffee-room-claim-over = Ota asia itsellesi
coffee-room-claim-release = Luovu
coffee-room-claim-taken = { $name } ehti ottaa tämän käsittelyyn.
coffee-room-item-post = Viesti ja mitä siitä on sanottu
coffee-room-around-before = Viestit ennen tätä
coffee-room-around-after = Viestit tämän jälkeen
coffee-room-record = Kirjoittaja kahvihuoneessa
coffee-room-record-since = Ensimmäinen viesti
coffee-room-record-posts = { $count ->
    [one] { $count } viesti näkyvissä
   *[other] { $count } viestiä näkyvissä
}
coffee-room-record-hidden = { $count ->
    [0] Ei piilotettuja viestejä
    [one] { $count } piilotettu viesti
   *[other] { $count } piilotettua viestiä
}
coffee-room-record-no-measures = Ei aiempia toimia
coffee-room-decided = Mitä tästä on päätetty
coffee-room-guide = Ennen kuin päätät
coffee-room-guide-post = Voiko joku tunnistaa avustettavan tai muun ihmisen? Silloin piilota tai poista nimi heti. Onko viesti vain eri mieltä, kömpelö tai vihainen? Sen saa jättää. Mieti, mitä sanoisit kirjoittajalle kahvipöydässä.
coffee-room-guide-hide = Piilota, jos joku voidaan tunnistaa, jotakuta loukataan tai viesti on mainos. Pelkkä eri mieltä oleminen ei riitä. Kirjoittaja näkee syyn ja sanasi ja voi pyytää oikaisua.
coffee-room-guide-keep = Viesti saa jäädä, vaikka siitä ei pitäisi. Sano lyhyesti, miksi se on talon sääntöjen mukainen. Ilmoittaja näkee vain, että viesti jäi.
coffee-room-guide-restore = Palauta, jos piilottamiseen ei ollut syytä tai syy on poistunut. Lue ensin, mitä siitä on päätetty.
coffee-room-guide-held = Lue teksti niin kuin muut sen lukisivat. Jos kukaan ei ole tunnistettavissa ja teksti on talon sääntöjen mukainen, päästä se. Tarkoitus on suojella, ei arvostella mielipiteitä.
coffee-room-guide-measure = Valitse lievin keino, joka riittää. Varoitus riittää useimmiten. Tauko on rauhoittumista varten, huoneesta sulkeminen viimeinen keino. Kerro kirjoittajalle, mitä toivot jatkossa. Samasta asiasta ei rangaista kahdesti.
coffee-room-guide-appeal = Katso asia uusin silmin. Pitikö syy paikkansa? Oliko keino oikean kokoinen? Jos epäilet, kumoa. Perustele niin, että molemmat ymmärtävät.
coffee-room-guide-redact = Poista vain se, mistä joku tunnistetaan, ja jätä ajatus ennalleen. Älä muuta mielipiteitä äläkä korjaa kieltä. Aiemman tekstin näkevät kirjoittaja ja moderaattorit.
coffee-room-guide-decline = Jätä päästämättä vain, jos jonkun voi tunnistaa, jotakuta loukataan tai kyse on mainoksesta. Kerro, minkä pitäisi muuttua, niin kirjoittaja voi yrittää uudestaan. Hän saa pitää tekstinsä ja voi pyytää oikaisua.
coffee-room-guide-lift = Päätä toimi, kun sen tarkoitus on täytetty: kirjoittaja on ymmärtänyt, tai syy on poissa. Kerro, mitä toivot tästä eteenpäin. Jos toimi oli alun alkaen väärä, sano sekin.
coffee-room-guide-steer = Sulje keskustelu, kun asia on käsitelty tai puhe on muuttunut riidaksi, ja sano se ensin itse keskustelussa. Suljettuakin voi lukea. Kiinnitä ylös vain se, mitä kaikki huoneessa juuri nyt tarvitsevat, enintään muutama.
coffee-room-guide-move = Siirrä keskustelu, kun ne, jotka osaisivat vastata, ovat toisessa huoneessa. Siirto ei ole rangaistus: kerro ystävällisesti, miksi. Vanhat osoitteet johtavat uuteen paikkaan.
coffee-room-guide-join = Yhdistä keskustelut vain, jos niissä kysytään samaa. Viestit asettuvat kirjoitusjärjestykseen, joten katso, voiko niitä vielä seurata. Erilleen niitä ei enää saa muuten kuin erottamalla.
coffee-room-guide-split = Erota omakseen se, mistä on tullut oma keskustelunsa, niin molemmat löytyvät. Ota mukaan kaikki siihen kuuluvat viestit ja valitse otsikko, jonka kirjoittajat tunnistavat. Moite se ei ole: jokaisessa kahvipöydässä eksytään aiheesta.
coffee-room-guide-opinion = Päätä niin kuin päätös tulisi voimaan. Voiko jonkun tunnistaa? Loukataanko jotakuta? Eri mieltä oleminen ei riitä. Perustele lauseella, jonka sanoisit kirjoittajalle itselleen.
coffee-room-advice-recognisable = Kerro omasta työstäsi: mitä itse teit ja ajattelit. Vaihda paikka, aika ja muu, mistä avustettavan voisi tunnistaa.
coffee-room-advice-personal-data = Jätä nimet, osoitteet ja numerot pois, myös muiden kuin avustettavan.
coffee-room-advice-rude = Eri mieltä saa olla. Puhu asiasta, älä ihmisestä.
coffee-room-advice-advertising = Kahvihuone ei ole ilmoitustaulu. Kerro mieluummin kokemuksesta kuin tuotteesta.
coffee-room-advice-other = Lue moderaattorin sanat ja talon säännöt.
coffee-room-redact = Poista viestistä kohta
coffee-room-redact-lead = Viestiin tulee merkintä, että moderaattori on muokannut sitä. Kirjoittaja saa tietää ja voi pyytää oikaisua.
coffee-room-redact-title = Otsikko
coffee-room-redact-body = Viesti muokattuna
coffee-room-redact-options = Kyselyn vaihtoehdot muokattuina
coffee-room-redact-options-hint = Yksi vaihtoehto riville, samassa järjestyksessä. Vastaukset säilyvät.
coffee-room-redact-reason = Miksi kohta poistetaan?
coffee-room-redact-words = Sanasi kirjoittajalle (ei pakollinen)
coffee-room-redact-do = Tallenna muokattuna
coffee-room-redact-seen = Viestin näkevät samat kuin ennenkin. Sanasi näkevät: kirjoittaja ja moderaattorit
coffee-room-redact-same = Viesti on ennallaan. Poista siitä jotakin.
coffee-room-edited-by-moderator = moderaattori muokannut
coffee-room-deed-redact = Moderaattori poisti viestistä kohdan
coffee-room-deed-warn = Kirjoittajaa varoitettiin
coffee-room-deed-slow = Kirjoittajan tahtia hidastettiin
coffee-room-deed-pause = Kirjoittaja pantiin tauolle
coffee-room-deed-remove = Kirjoittaja suljettiin ulos
coffee-room-deed-lift = Toimi päätettiin ennen aikojaan
coffee-room-deed-uphold = Oikaisupyyntö: päätös pysyi
coffee-room-deed-overturn = Oikaisupyyntö: päätös kumottiin
coffee-room-all-rooms = Kaikki huoneet
coffee-room-measure-warn = Varoitus
coffee-room-measure-slow = Hitaampi tahti
coffee-room-measure-pause = Tauko kirjoittamisesta
coffee-room-measure-remove = Suljettu ulos
coffee-room-measure-in-force = voimassa
coffee-room-measure-from = Alkoi
coffee-room-measure-until = Päättyy
coffee-room-measure-lifted = Päätettiin ennen aikojaan
coffee-room-until-lifted = Kunnes moderaattori päättää toisin
coffee-room-days = { $count ->
    [one] { $count } päivä
   *[other] { $count } päivää
}
coffee-room-per-hour = { $count ->
    [one] Yksi viesti tunnissa
   *[other] { $count } viestiä tunnissa
}
coffee-room-measure-own = Et voi päättää itsestäsi. Toinen moderaattori päättää.
coffee-room-measure-length-missing = Valitse, kuinka kauan se kestää.
coffee-room-measure-rate-missing = Valitse, montako viestiä tunnissa saa kirjoittaa.
coffee-room-measure-over = Tämä ei ole enää voimassa.
coffee-room-measure-seen = Tämän näkevät: kirjoittaja ja moderaattorit. Moderointilokissa kaikki jäsenet näkevät, mitä tehtiin ja miksi, mutta eivät kenelle.
coffee-room-paused = Moderaattorit ovat panneet sinut tauolle: voit lukea, mutta et kirjoittaa. Syyn ja keston näet omista asioistasi.
coffee-room-slowed = { $count ->
    [one] Voit nyt kirjoittaa yhden viestin tunnissa. Odota hetki ja lähetä sitten uudelleen. Tekstisi on tallessa tässä.
   *[other] Voit nyt kirjoittaa { $count } viestiä tunnissa. Odota hetki ja lähetä sitten uudelleen. Tekstisi on tallessa tässä.
}
coffee-room-kept-out-room = Moderaattorit ovat sulkeneet sinut tästä huoneesta. Syyn ja keston näet omista asioistasi kahvihuoneessa, ja voit pyytää oikaisua.
coffee-room-author = Toimet kirjoittajaa kohtaan
coffee-room-author-kind = Mitä tehdään?
coffee-room-author-kind-hint = Tauolla saa lukea mutta ei kirjoittaa. Ulos suljettu ei näe huonetta.
coffee-room-author-where = Missä?
coffee-room-author-days = Kuinka kauan?
coffee-room-author-days-hint = Ei koske varoitusta. Vain ulos sulkeminen voi jatkua, kunnes se päätetään.
coffee-room-author-rate = Kuinka tiheään saa kirjoittaa?
coffee-room-author-rate-hint = Koskee vain hitaampaa tahtia.
coffee-room-author-reason = Miksi?
coffee-room-author-words = Sanasi kirjoittajalle (ei pakollinen)
coffee-room-author-words-hint = Kerro, mitä toivot jatkossa. Pakollinen, jos valitsit muun syyn.
coffee-room-author-do = Päätä näin
coffee-room-lift = Päätä toimi ennen aikojaan
coffee-room-lift-words = Miksi?
coffee-room-own-decisions = Päätökset, jotka koskevat sinua
coffee-room-own-decisions-none = Moderaattorit eivät ole päättäneet sinusta mitään.
coffee-room-decision = Moderaattorin päätös
coffee-room-decision-words = Moderaattorin sanat
coffee-room-appeal = Oikaisupyyntö
coffee-room-appeal-of = { $name } pyytää oikaisua
coffee-room-appeal-ask = Oletko eri mieltä?
coffee-room-appeal-lead = Voit pyytää kerran, että toinen moderaattori katsoo asian uudelleen. Päätös on voimassa siihen asti.
coffee-room-appeal-until = Pyydä oikaisua viimeistään
coffee-room-appeal-words = Miksi päätös pitäisi muuttaa?
coffee-room-appeal-words-hint = Omin sanoin, enintään 1 000 merkkiä.
coffee-room-appeal-do = Pyydä oikaisua
coffee-room-appeal-seen = Tämän ja nimimerkkisi näkevät: moderaattorit
coffee-room-appeal-nobody = Juuri nyt ei ole toista moderaattoria, joka voisi päättää asiasta. Pyyntö odottaa, ja ylläpito näkee sen.
coffee-room-appeal-waiting = Odottaa toista moderaattoria
coffee-room-appeal-upheld = Päätös pysyi
coffee-room-appeal-overturned = Päätös kumottiin
coffee-room-appeal-none = Tästä päätöksestä ei voi pyytää oikaisua.
coffee-room-appeal-once = Olet jo pyytänyt oikaisua tähän päätökseen.
coffee-room-appeal-undone = Päätös ei ole enää voimassa.
coffee-room-appeal-late = Oikaisua olisi pitänyt pyytää 90 päivän kuluessa.
coffee-room-appeal-party = Tästä päättää toinen moderaattori: olet itse päättänyt, ilmoittanut tai kirjoittanut.
coffee-room-verdict-verdict = Mitä päätät?
coffee-room-verdict-uphold = Päätös pysyy
coffee-room-verdict-overturn = Päätös kumotaan
coffee-room-verdict-words = Perustelu
coffee-room-verdict-words-hint = Kirjoittaja ja muut moderaattorit näkevät sen.
coffee-room-verdict-do = Päätä
coffee-room-undecided = Asiat ilman päättäjää
coffee-room-undecided-lead = Näistä ei voi päättää kukaan nykyisistä moderaattoreista, koska he ovat asianosaisia. Anna tehtävä jollekulle toiselle. Tässä ei näytetä, kenen asioita nämä ovat tai mitä niissä lukee.
coffee-room-undecided-none = Kaikelle, mikä odottaa, on päättäjä.
coffee-room-undecided-do = Anna moderaattorin tehtävä
coffee-room-trust = Luottamus
coffee-room-trust-new = Uusi kahvihuoneessa
coffee-room-trust-known = Tuttu kahvihuoneessa
coffee-room-trust-trusted = Luotettu kahvihuoneessa
coffee-room-trust-new-lifts = Viesti, jossa on yli kolme linkkiä, ja hyvin tiheä kirjoittaminen odottavat moderaattoria. Voit tehdä viisi ilmoitusta päivässä.
coffee-room-trust-known-lifts = Viestisi eivät odota tiheyden takia. Voit tehdä 20 ilmoitusta päivässä.
coffee-room-trust-trusted-lifts = Voit kirjoittaa kaksi kertaa niin tiheään kuin muut, linkkejä ei lasketa, ja voit tehdä 50 ilmoitusta päivässä.
coffee-room-trust-how = Luottamus kasvaa, kun viestisi pysyvät näkyvissä ja niistä kiitetään, ja laskee puolen vuoden poissaolosta sekä moderaattorien toimista. Tauon jälkeen se palaa, kun olet kirjoittanut niin kuin uudelta pyydetään. Kukaan ei anna eikä ota sitä.
coffee-room-too-many-reports = Olet tehnyt tänään jo { $most } ilmoitusta. Jatka huomenna, tai kirjoita liiton toimistoon, jos asia on kiireinen.
coffee-room-practice = Harjoittelu
coffee-room-practice-lead = Ensimmäisellä harjoittelujaksolla harjoittelijan päätökset kirjataan ja niitä verrataan. Toisella ne toteutetaan, kun ohjaaja allekirjoittaa.
coffee-room-practice-own = Oma harjoittelusi
coffee-room-practice-first = Ensimmäinen harjoittelujakso: päätöksesi kirjataan ja niitä verrataan
coffee-room-practice-second = Toinen harjoittelujakso: päätökset toteutetaan, kun ohjaaja allekirjoittaa
coffee-room-practice-mentor = Ohjaaja
coffee-room-practice-no-mentor = Sinulla ei ole vielä ohjaajaa. Harjoittelu alkaa, kun moderaattori ottaa sinut ohjattavakseen.
coffee-room-practice-free = Ei vielä ohjaajaa
coffee-room-practice-stopped = { $name } ei enää moderoi täällä. Toinen moderaattori voi jatkaa ohjaajana.
coffee-room-practice-agreement = Samaa mieltä { $alike } / { $compared }
coffee-room-practice-trainees = Harjoittelijat
coffee-room-practice-none = Huoneissasi ei ole harjoittelijoita.
coffee-room-practice-to-sign = Odottaa allekirjoitustasi
coffee-room-practice-opinions = Verratut päätökset
coffee-room-practice-take = Ota ohjattavaksi
coffee-room-practice-go-on = Jatka ohjaajana
coffee-room-practice-begin-second = Aloita toinen jakso
coffee-room-practice-end = Päätä harjoittelu
coffee-room-practice-stale = Harjoittelu on muuttunut tällä välin. Avaa sivu uudelleen.
coffee-room-opinion = Mitä päättäisit?
coffee-room-opinion-lead = Päätöksesi kirjataan. Sitä verrataan moderaattorin päätökseen, tai ohjaajasi allekirjoittaa sen.
coffee-room-opinion-deed = Päätöksesi
coffee-room-opinion-reason = Syy
coffee-room-opinion-reason-hint = Tarvitaan, jos piilotat, poistat kohdan tai et päästä.
coffee-room-opinion-words = Sanasi kirjoittajalle tai perustelu
coffee-room-opinion-do = Kirjaa
coffee-room-opinion-seen = Tämän näkevät: ohjaajasi ja muut moderaattorit
coffee-room-opinion-mine = Näin olet päättänyt
coffee-room-opinion-proposal = Harjoittelijan ehdotus
coffee-room-opinion-sign = Allekirjoita ja toteuta
coffee-room-opinion-redact = Avaa muokattavaksi ja allekirjoita
coffee-room-opinion-decided = Moderaattori päätti
coffee-room-opinion-waits = odottaa
coffee-room-opinion-alike = sama
coffee-room-opinion-unlike = eri
coffee-room-opinion-about = Avaa asia
coffee-room-log-trainee = harjoittelijan ehdotuksesta
flash-coffee-room-claim-taken = Toinen moderaattori ehti ottaa tämän käsittelyyn.
flash-coffee-room-measured = Päätetty. Kirjoittaja näkee sen omista asioistaan.
flash-coffee-room-lifted = Toimi on päättynyt.
flash-coffee-room-appealed = Oikaisupyyntösi odottaa toista moderaattoria.
flash-coffee-room-appeal-decided = Oikaisupyyntö on ratkaistu.
flash-coffee-room-redacted = Kohta on poistettu ja kirjoittaja saa tietää.
flash-coffee-room-opinion = Päätöksesi on kirjattu.
flash-coffee-room-signed = Ehdotus on toteutettu molempien nimissä.
flash-coffee-room-practice = Harjoittelu on päivitetty.
## Ihmiset ja heidän pitämisensä loitolla
coffee-room-person-me = Tämä olet sinä sellaisena kuin muut sinut täällä näkevät.
coffee-room-person-since = Täällä alkaen
coffee-room-person-posts = Viestejä, jotka saat lukea
coffee-room-person-standing = Asema
coffee-room-person-earlier = Aiemmat nimimerkit
coffee-room-person-rename = Vaihda nimimerkkiä
coffee-room-person-wrong = Onko jotain vialla?
coffee-room-person-wrong-text = Jos jokin viesti rikkoo talon tapoja, ilmoita siitä viestin alla olevasta linkistä. Jos vika on itse nimimerkissä tai käytöksessä, ilmoita uusimmasta viestistä ja kerro asia omin sanoin.
coffee-room-person-report = Ilmoita uusimmasta viestistä
coffee-room-person-deeds = Mitä moderaattorit ovat tehneet
coffee-room-person-deeds-none = Moderaattorit eivät ole puuttuneet tämän ihmisen viesteihin.
coffee-room-person-seal = Onko saatava tietää, kuka tämä on?
coffee-room-person-seal-text = Näet nimimerkit, et koskaan nimiä. Jos joku on vaarassa, voit pyytää jäsenrekisterin hoitajaa tai ylläpitäjää selvittämään asian kanssasi. Asianomaiselle kerrotaan siitä.
coffee-room-person-seal-ask = Pyydä saada tietää, kuka tämä on
coffee-room-people = Hiljentämäni ja estämäni
coffee-room-people-lead = Näistä ihmisistä kuulet vähemmän. Voit perua sen milloin vain.
coffee-room-people-none = Et ole hiljentänyt tai estänyt ketään. Sen voi tehdä ihmisen omalla sivulla, joka aukeaa nimimerkistä keskustelussa.
coffee-room-apart = Haluatko kuulla hänestä vähemmän?
coffee-room-apart-mute = Hiljennä
coffee-room-apart-mute-only = Vain hiljennä
coffee-room-apart-block = Estä
coffee-room-apart-end = Kuule taas kaikki
coffee-room-apart-muted = Hiljennetty
coffee-room-apart-blocked = Estetty
coffee-room-apart-mute-means = Hiljentäminen: hänen viestinsä ovat keskusteluissa taitettuina, ja avaat niistä ne, jotka haluat. Et saa ilmoituksia siitä, mitä hän kirjoittaa.
coffee-room-apart-block-means = Estäminen: kuten hiljentäminen, ja lisäksi hän ei voi mainita eikä lainata sinua: nimesi on hänen teksteissään tavallinen sana, ja sanojesi paikalla on […]. Hän voi silti lukea viestisi ja vastata niihin, koska kaikki kahvihuoneessa lukevat samoja keskusteluja. Moderaattorin päätökset tulevat sinulle silti.
coffee-room-apart-seen = Tämän näet vain sinä. Hänelle siitä ei kerrota, mutta lainauksen puuttumisen hän voi huomata.
coffee-room-apart-self = Et voi hiljentää tai estää itseäsi.
coffee-room-folded = Taitettu: kirjoittajana { $name }. Näytä
flash-coffee-room-person-muted = Hiljennetty. Hänen viestinsä ovat tästä lähtien taitettuina.
flash-coffee-room-blocked = Estetty. Hänen viestinsä ovat taitettuina, eikä hän voi mainita eikä lainata sinua.
flash-coffee-room-apart-ended = Kuulet hänestä taas kaiken.

## Moderointi
coffee-room-queue = Moderointijono
coffee-room-queue-lead = Kaikki, mikä odottaa moderaattoria, vanhin ensin. Omat viestisi ja niiden ihmisten viestit, joiden kanssa sinulla on asia kesken, käsittelee toinen moderaattori.
coffee-room-queue-waiting = Odottaa
coffee-room-queue-empty = Jono on tyhjä. Kaada kuppi kahvia.
coffee-room-queue-reports = { $count ->
    [one] { $count } ilmoitus
   *[other] { $count } ilmoitusta
}
coffee-room-queue-open = Avaa keskustelu
coffee-room-own-post = Tämä on oma viestisi. Sen käsittelee toinen moderaattori.
coffee-room-held-found = Sanat, joista jonkun voisi tunnistaa
coffee-room-party = Tämä kuuluu toiselle moderaattorille. Kukaan ei päätä sellaisen asiasta, jonka kanssa asia on kesken: ei se, joka ilmoitti viestistä, ei se, jonka päätökseen kirjoittaja on pyytänyt oikaisua, eikä silloin, kun toinen haluaa kuulla toisesta vähemmän.
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

# Feeds
coffee-room-feeds = Syötteet
coffee-room-feeds-lead = Syötteen avulla seuraat keskusteluja lukuohjelmalla, ilman että kirjaudut joka kerta. Syöte näyttää vain sen, minkä itse saat lukea sinä päivänä.
coffee-room-feeds-new = Uusi syöte
coffee-room-feeds-follows = Mitä syöte seuraa
coffee-room-feeds-name = Syötteen nimi sinulle
coffee-room-feeds-name-hint = Esimerkiksi laite tai ohjelma, jolla luet: ”puhelin”.
coffee-room-feeds-make = Tee syöte
coffee-room-feeds-secret = Osoite on salainen: jokainen, jolla se on, voi lukea syötteen. Älä anna sitä muille.
coffee-room-feeds-made = Syöte on valmis
coffee-room-feeds-copy = Kopioi osoite lukuohjelmaasi nyt. Emme näytä sitä toista kertaa.
coffee-room-feeds-yours = Omat syötteesi
coffee-room-feeds-gone = Tätä et voi enää lukea
coffee-room-feeds-made-on = Tehty
coffee-room-feeds-used-on = luettu viimeksi
coffee-room-feeds-unused = ei vielä luettu
coffee-room-feeds-end = Poista
coffee-room-feeds-unknown = Valitse luettelosta, mitä syöte seuraa.
coffee-room-feeds-post = { $number }. viesti, { $author }
coffee-room-feeds-of-thread = Seuraa syötteenä
flash-coffee-room-feed-ended = Syöte on poistettu. Sen osoite ei enää toimi.

setting-coffee-room-posts-per-minute = Kahvihuone: montako viestiä yksi ihminen voi kirjoittaa minuutissa
setting-coffee-room-known-posts = Kahvihuone: montako näkyvää viestiä ennen kuin kirjoittaja on tuttu (kiitos lasketaan viestiksi)
setting-coffee-room-known-days = Kahvihuone: montako päivää ensimmäisestä viestistä ennen kuin kirjoittaja on tuttu
setting-coffee-room-trusted-posts = Kahvihuone: montako näkyvää viestiä ennen kuin kirjoittajaan luotetaan (kiitos lasketaan viestiksi)
setting-coffee-room-trusted-days = Kahvihuone: montako päivää ensimmäisestä viestistä ennen kuin kirjoittajaan luotetaan
setting-coffee-room-unread-days = Kahvihuone: montako päivää uusi viesti merkitään lukemattomaksi
coffee-room-hidden-tag = Piilotettu
coffee-room-alike = Näistä on jo puhuttu
coffee-room-search-start = Aloita keskustelu kahvihuoneessa
coffee-room-search-choose = Valitse huone ja aloita keskustelu kahvihuoneessa
