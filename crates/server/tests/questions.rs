//! Whole questions, as people ask them: what answers one is among the first
//! that are shown.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

/// Of these the right one must be one.
const FIRST: usize = 3;

fn take_in_articles(site: &TestSite) {
    let editor = site.staff("Toimittaja", Role::Editor);
    let mut browser = site.as_person(editor);
    browser.get("/editor");
    assert_eq!(browser.post("/editor/starting-articles", &[]).status, 303);
}

/// Writes a thread; its address.
fn open(site: &TestSite, by: PersonId, title: &str, body: &str) -> String {
    let new = "/coffee-room/rooms/1/new";
    let mut browser = site.as_person(by);
    browser.get(new);
    let fields = [("title", title), ("body", body), ("audience", "members")];
    let answer = browser.post(new, &fields);
    assert_eq!(answer.status, 303, "{title}: {}", answer.text());
    answer.header("location").expect("an address").to_owned()
}

fn reply(site: &TestSite, by: PersonId, thread: i64, body: &str) {
    let mut browser = site.as_person(by);
    browser.get(&format!("/coffee-room/threads/{thread}"));
    let path = format!("/coffee-room/threads/{thread}/reply");
    let answer = browser.post(&path, &[("body", body), ("audience", "members")]);
    assert_eq!(answer.status, 303, "{body}: {}", answer.text());
}

fn page(by: &mut Visitor<'_>, question: &str, rest: &str) -> String {
    let page = by.get(&format!("/search?q={}{rest}", question.replace(' ', "+")));
    assert_eq!(page.status, 200, "{question}: {}", page.text());
    page.text()
}

/// Addresses of the results of a kind, in their order.
fn found(page: &str, kind: &str) -> Vec<String> {
    let section = page.split(&format!("id=\"found-{kind}\"")).nth(1).unwrap_or_default();
    let section = section.split("</section>").next().unwrap_or_default();
    let links = section.split("<h3><a href=\"").skip(1);
    links.filter_map(|rest| rest.split('"').next()).map(ToOwned::to_owned).collect()
}

/// Asks each question in a language, and in a visitor's whose pages are in
/// another; says what was found in place of the right article.
fn assert_answered(site: &TestSite, lang: &str, questions: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for reader_lang in [lang, "fi"] {
        let mut reader = site.visitor();
        reader.set_cookie("lang", reader_lang);
        for (question, slug) in questions {
            let found = found(&page(&mut reader, question, ""), "databank");
            let right = format!("/databank/{slug}");
            let is_right = |path: &String| path.split('?').next() == Some(right.as_str());
            if !found.iter().take(FIRST).any(is_right) {
                wrong.push(format!("{reader_lang}: {question} ({slug}): {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

const FINNISH: &[(&str, &str)] = &[
    ("kuinka pitkä irtisanomisaika on", "notice-period"),
    ("mikä irtisanomisaika minulla on", "notice-period"),
    ("Kuinka kauan irtisanomisaika kestää, jos olen ollut töissä kuusi vuotta?", "notice-period"),
    ("voidaanko minut irtisanoa koeajalla", "trial-period"),
    ("milloin palkka pitää maksaa", "when-pay-is-paid"),
    ("mitä teen jos palkka ei tule ajoissa", "when-pay-is-paid"),
    ("Paljonko jäsenmaksu on?", "joining-and-what-it-costs"),
    ("miten voin liittyä liittoon", "joining-and-what-it-costs"),
    ("saako jäsenmaksun vähentää verotuksessa", "tax-deduction"),
    ("kenelle minun pitää kertoa kun olen kipeä", "falling-ill"),
    ("Tarvitsenko todistuksen, jos sairaus kestää kolme päivää?", "falling-ill"),
    ("kuka saa päättää mun työvuoroista", "who-plans-my-shifts"),
    ("mikä työehtosopimus minua koskee", "which-agreement-applies"),
    ("paljonko palkka nousee ensi vuonna", "pay-rise"),
    ("mihin palkkaryhmään minä kuulun", "pay-groups"),
    ("kuuluuko minulle työterveyshuolto", "occupational-health"),
    ("saanko kertoa avustettavan asioista muille", "talking-about-work"),
    ("paljonko lisää saan lauantaivuorosta", "supplements-on-a-saturday"),
    ("mistä saan tukihenkilön", "support-persons"),
    ("Sitooko sopimus työnantajaa, joka ei kuulu Hetaan?", "is-the-agreement-generally-binding"),
    ("Voidaanko toisen kotona tehdä työsuojelun tarkastus?", "working-in-anothers-home"),
    ("kuinka monta avustajaa suomessa on", "trade-in-numbers"),
];

const SWEDISH: &[(&str, &str)] = &[
    ("hur lång uppsägningstid har jag", "notice-period"),
    ("Vilken är min uppsägningstid?", "notice-period"),
    ("kan jag bli uppsagd under prövotiden", "trial-period"),
    ("när ska lönen betalas ut", "when-pay-is-paid"),
    ("Hur mycket kostar medlemskapet?", "joining-and-what-it-costs"),
    ("hur blir jag medlem i förbundet", "joining-and-what-it-costs"),
    ("får jag dra av medlemsavgiften i skatten", "tax-deduction"),
    ("vad ska jag göra när jag är sjuk", "falling-ill"),
    ("Behöver jag intyg om jag är sjuk i tre dagar?", "falling-ill"),
    ("vem bestämmer om mina turer", "who-plans-my-shifts"),
    ("vilket avtal gäller för mig", "which-agreement-applies"),
    ("hur mycket stiger lönen nästa år", "pay-rise"),
    ("vilken lönegrupp hör jag till", "pay-groups"),
    ("har jag rätt till företagshälsovård", "occupational-health"),
    ("får jag berätta om min arbetsgivare för andra", "talking-about-work"),
    ("vilka tillägg får jag på en lördag", "supplements-on-a-saturday"),
    ("var hittar jag en stödperson", "support-persons"),
    (
        "Gäller avtalet om min arbetsgivare inte är med i Heta?",
        "is-the-agreement-generally-binding",
    ),
];

const ENGLISH: &[(&str, &str)] = &[
    ("how long is my notice period", "notice-period"),
    ("What notice do I have to get?", "notice-period"),
    ("can I be fired during the trial period", "trial-period"),
    ("when should my pay be paid", "when-pay-is-paid"),
    ("How much does the membership cost?", "joining-and-what-it-costs"),
    ("how do I join the union", "joining-and-what-it-costs"),
    ("can I deduct the fee in my taxes", "tax-deduction"),
    ("what should I do when I am ill", "falling-ill"),
    ("Do I need a certificate if I'm ill for three days?", "falling-ill"),
    ("who decides about my shifts", "who-plans-my-shifts"),
    ("which collective agreement applies to me", "which-agreement-applies"),
    ("how much will pay rise next year", "pay-rise"),
    ("which pay group do I belong to", "pay-groups"),
    ("do I have occupational health care", "occupational-health"),
    ("may I talk about my employer", "talking-about-work"),
    ("which supplements do I get for a Saturday shift", "supplements-on-a-saturday"),
    ("where can I find a support person", "support-persons"),
    (
        "Does the agreement cover me if my employer isn't in Heta?",
        "is-the-agreement-generally-binding",
    ),
];

on_both! {
    fn a_question_in_finnish_finds_its_article(site) {
        take_in_articles(&site);
        assert_answered(&site, "fi", FINNISH);
    }

    fn a_question_in_swedish_finds_its_article(site) {
        take_in_articles(&site);
        assert_answered(&site, "sv", SWEDISH);
    }

    fn a_question_in_english_finds_its_article(site) {
        take_in_articles(&site);
        assert_answered(&site, "en", ENGLISH);
    }

    fn a_question_finds_the_thread_that_has_most_of_its_words(site) {
        site.set("coffee-room-posts-per-minute", "1000");
        let aino = site.member("Aino");
        for (title, body) in [
            ("Lomapalkka puuttuu", "Kesäkuun tilissä ei ollut lomapalkkaa."),
            ("Työnantaja peruu vuoroja", "Vuoro perutaan usein samana aamuna."),
            ("Nostolaite rikki", "Nostan käsin, ja selkä on kipeä."),
            ("Yöllä yksin", "Yövuorossa pelottaa, kun ketään ei ole lähellä."),
            ("Arbetsgivaren avbokar", "Turen ställdes in samma morgon."),
            ("My back hurts", "The lift is broken again."),
        ] {
            open(&site, aino, title, body);
        }
        for number in 0..12 {
            open(&site, aino, &format!("Työnantaja ja kahvi {number}"), "Kahvi maistuu töissä.");
        }
        let mut reader = site.as_person(aino);
        for (question, thread) in [
            ("mitä voin tehdä kun lomapalkkaa ei ole maksettu", 1),
            ("saako työnantaja perua vuoron viime hetkellä", 2),
            ("kuka korjaa rikkinäisen nostolaitteen", 3),
            ("pelottaako muita yövuorossa yksin", 4),
            ("får arbetsgivaren avboka min tur samma dag", 5),
            ("what can I do when my back hurts after lifting", 6),
        ] {
            let found = found(&page(&mut reader, question, "&in=coffee-room"), "coffee-room");
            let right = format!("/coffee-room/threads/{thread}#");
            assert!(found.iter().take(FIRST).any(|path| path.starts_with(&right)), "{question}: {found:?}");
        }
    }

    fn what_lacks_a_word_says_which(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Villasukat", "Kertomus villasukista.");
        let mut reader = site.as_person(aino);
        for (lang, says, without) in [
            ("fi", "Joistakin tuloksista puuttuu", "Puuttuu: lentokone"),
            ("sv", "Några träffar saknar", "Saknas: lentokone"),
            ("en", "Some results lack a word", "Without: lentokone"),
        ] {
            reader.set_cookie("lang", lang);
            let page = page(&mut reader, "villasukka lentokone", "");
            assert!(page.contains(says) && page.contains(without) && page.contains("threads/1#p1"), "{page}");
            assert!(!page.contains("class=\"empty\""), "something was found: {page}");
        }
        reader.set_cookie("lang", "fi");
        for whole in ["villasukka kertomus", "villasukka"] {
            let page = page(&mut reader, whole, "");
            assert!(!page.contains("Puuttuu:") && !page.contains("puuttuu jokin"), "{page}");
        }
        // A misspelt word among others is asked about.
        let page = page(&mut reader, "missä kertomus villasukkkista", "");
        assert!(page.contains("Tarkoititko:") && page.contains("threads/1#p1"), "{page}");
    }

    fn a_word_of_the_title_and_one_of_a_reply_are_found_together(site) {
        site.set("coffee-room-posts-per-minute", "1000");
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        open(&site, aino, "Nostolaite", "Kertomus.");
        reply(&site, eino, 1, "Akku oli tyhjä.");
        reply(&site, eino, 1, "Selvä juttu.");
        open(&site, aino, "Akku", "Puhelimen tietysti.");
        let page = page(&mut site.as_person(aino), "nostolaitteen akku", "");
        let found = found(&page, "coffee-room");
        assert_eq!(found.first().map(String::as_str), Some("/coffee-room/threads/1#p2"), "{page}");
        // The thread has both, and the other lacks one.
        assert_eq!(page.matches("Puuttuu:").count(), found.len() - 1, "{page}");
    }

    fn a_frequent_word_is_found_beside_a_rare_one_however_old(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Kerros", "Ikivanha sukka.");
        open(&site, aino, "Muuta", "Ikivanha juttu.");
        let analyser = site.site().analyser.clone();
        site.write(move |tx| {
            use kafferum_platform::search::{self, Circle, Entry, Prepared};
            use kafferum_platform::texts::Lang;
            let words = Prepared::new(&analyser, Lang::Fi, "", "Uusi sukka.");
            for position in 2..=1_100_i64 {
                tx.execute(
                    "INSERT INTO post (thread, position, author, created_at, version, audience, state, html, markdown)
                     SELECT 2, CAST(?1 AS BIGINT), author, created_at, 1, 'members', 'shown', '', 'Uusi sukka.'
                     FROM post WHERE thread = 2 AND position = 1",
                    &[&position],
                )?;
                let (part, circles) = (position.to_string(), &[Circle::Members]);
                search::put(tx, &Entry { kind: "post", thing: 2, part: &part, place: 1, at: 0, circles, words: &words })?;
            }
            Ok(())
        });
        let page = page(&mut site.as_person(aino), "ikivanha sukka lentokone", "");
        let found = found(&page, "coffee-room");
        assert_eq!(found.first().map(String::as_str), Some("/coffee-room/threads/1#p1"), "{page}");
    }

    fn what_has_two_frequent_words_lacks_none_of_them_and_stands_there_once(site) {
        let aino = site.member("Aino");
        for (title, body) in [
            ("Ensimmäinen", "Ikivanha sukka ja myssy."),
            ("Toinen", "Pelkkä myssy."),
            ("Kolmas", "Vanha sukka ja myssy."),
            ("Neljäs", "Pelkkä sukka."),
        ] {
            open(&site, aino, title, body);
        }
        let analyser = site.site().analyser.clone();
        site.write(move |tx| {
            use kafferum_platform::search::{self, Circle, Entry, Prepared};
            use kafferum_platform::texts::Lang;
            let put = |tx: &mut kafferum_platform::db::Tx<'_>, thing: i64, position: i64, text: &str| {
                tx.execute(
                    "INSERT INTO post (thread, position, author, created_at, version, audience, state, html, markdown)
                     SELECT thread, CAST(?2 AS BIGINT), author, created_at, 1, 'members', 'shown', '', CAST(?3 AS TEXT)
                     FROM post WHERE thread = ?1 AND position = 1",
                    &[&thing, &position, &text],
                )?;
                let words = Prepared::new(&analyser, Lang::Fi, "", text);
                let (part, circles) = (position.to_string(), &[Circle::Members]);
                search::put(tx, &Entry { kind: "post", thing, part: &part, place: 1, at: 0, circles, words: &words })
            };
            // The third thread is among the newest thousand with a hat and not
            // among those with a sock, the first among neither.
            for position in 2..=1_050_i64 {
                put(tx, 2, position, "Pelkkä myssy.")?;
                if position == 600 {
                    search::remove(tx, "post", 3, "1")?;
                    let words = Prepared::new(&analyser, Lang::Fi, "Kolmas", "Vanha sukka ja myssy.");
                    search::put(tx, &Entry { kind: "post", thing: 3, part: "1", place: 1, at: 0, circles: &[Circle::Members], words: &words })?;
                }
            }
            for position in 2..=1_050_i64 {
                put(tx, 4, position, "Pelkkä sukka.")?;
            }
            put(tx, 1, 2, "Uusi sukka.")?;
            Ok(())
        });
        let page = page(&mut site.as_person(aino), "sukka myssy", "&in=coffee-room");
        let found = found(&page, "coffee-room");
        let threads: Vec<&str> = found.iter().filter_map(|path| path.split(['#', '?']).next()).collect();
        assert_eq!(threads.iter().filter(|path| path.ends_with("/1")).count(), 1, "{found:?}");
        assert_eq!(threads.iter().filter(|path| path.ends_with("/3")).count(), 1, "{found:?}");
        let whole = page.split("Puuttuu:").next().expect("what lacks nothing");
        assert!(whole.contains("threads/1#p1") && whole.contains("threads/3#p1"), "{page}");
    }

    fn a_frequent_word_alone_answers_nothing(site) {
        site.set("coffee-room-posts-per-minute", "1000");
        let aino = site.member("Aino");
        for number in 0..8 {
            open(&site, aino, &format!("Ilta {number}"), "Olipa pitkä vuoro.");
        }
        open(&site, aino, "Yövuoro", "Villasukka on pitkä.");
        let page = page(&mut site.as_person(aino), "kuinka pitkä jouluvillasukka on", "");
        let found = found(&page, "coffee-room");
        assert_eq!(found, ["/coffee-room/threads/9#p1"], "the greater part of a word counts half: {page}");
    }

    fn nobody_learns_by_a_question_of_what_they_may_not_read(site) {
        let (aino, guest) = (site.member("Aino"), site.guest("Uusi"));
        open(&site, aino, "Villasukat", "Hiljainen kertomus villasukista.");
        for mut reader in [site.as_person(guest), site.visitor()] {
            let page = page(&mut reader, "missä villasukkani ovat nyt lentokoneessa", "");
            assert!(found(&page, "coffee-room").is_empty() && !page.contains("Hiljainen"), "{page}");
        }
    }
}
