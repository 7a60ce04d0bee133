//! What everybody reads.

use atom_syndication::Feed;
use kafferum_platform::clock::HOUR;
use kafferum_testkit::on_both;

use super::{FACT, TEXT, but, done, editor, editor_with_articles, enter, publish, says, says_not};

on_both! {
    fn everybody_reads_an_article_in_their_language_with_its_sources(site) {
        editor_with_articles(&site);
        let page = site.visitor().get("/databank/notice-period");
        assert_eq!(page.status, 200);
        says(&page, "<h1>Irtisanomisaika</h1>");
        says(&page, "yksi kuukausi<a class=\"cite\" href=\"#source-1\" id=\"cite-1\" aria-label=\"Lähde 1\">1</a>");
        says(&page, "<li class=\"source\" id=\"source-1\"><p class=\"fact\">Heta-TESin irtisanomisaika on yksi kuukausi");
        says(&page, "<a href=\"https://heta-liitto.fi/tietopankki/irtisanomisaika\" rel=\"noopener noreferrer external\">");
        says(&page, "Tarkistettu <time datetime=\"2026-11-22\">22.11.2026</time>");
        says(&page, "<a href=\"/language/sv?back=/databank/notice-period\" lang=\"sv\" hreflang=\"sv\">Svenska</a>");
        says_not(&page, "/editor/");

        let page = site.visitor().with_header("accept-language", "sv").get("/databank/notice-period");
        says(&page, "<h1>Uppsägningstid</h1>");
        let page = site.visitor().with_header("accept-language", "en").get("/databank/notice-period");
        says(&page, "<h1>Notice</h1>");
        assert_eq!(site.visitor().get("/databank/nothing-here").status, 404);
    }

    fn a_claim_of_former_days_is_struck_and_its_successor_shown(site) {
        editor_with_articles(&site);
        let page = site.visitor().get("/databank/is-the-agreement-generally-binding");
        says(&page, "<del>Heta-TES sitoi vain Hetan jäseniä.</del> <span class=\"tag old\" lang=\"fi\">korvattu 1.5.2025</span>");
        says(&page, "Uusi tieto: <span>Heta-TES on yleissitova");
        says(&page, "aria-label=\"Lähde 3, korvattu\"");
    }

    fn the_list_shows_topics_questions_and_late_reviews(site) {
        let empty = site.visitor().get("/databank");
        says(&empty, "Artikkeleita ei vielä ole.");
        editor_with_articles(&site);
        let all = site.visitor().get("/databank");
        says(&all, "<h2>Kysymyksiä ja vastauksia</h2>");
        says(&all, "Irtisanomisaika</a>");
        says_not(&all, "tarkistus myöhässä");
        let pay = site.visitor().get("/databank?topic=pay");
        says(&pay, "<a href=\"/databank?topic=pay\" aria-current=\"page\">Palkka</a>");
        says_not(&pay, "Irtisanomisaika</a>");
        assert_eq!(site.visitor().get("/databank?topic=nonsense").status, 200);
        site.pass_days(365);
        says(&site.visitor().get("/databank"), "tarkistus myöhässä");
        says(&site.visitor().get("/databank/notice-period"), "Tämä sivu olisi pitänyt jo tarkistaa uudelleen.");
    }

    fn an_article_in_another_language_only_is_shown_with_a_note(site) {
        publish(&mut editor(&site), "breaks", TEXT);
        let mut swede = site.visitor().with_header("accept-language", "sv");
        let list = swede.get("/databank");
        says(&list, "<a href=\"/databank/breaks\" lang=\"fi\" hreflang=\"fi\">Tauot</a>");
        says(&list, "bara på finska");
        let page = swede.get("/databank/breaks");
        says(&page, "Det här finns inte på svenska ännu. Du läser det på finska.");
        says(&page, "<h1 lang=\"fi\">Tauot</h1>");
    }

    fn a_fact_that_expires_is_marked_as_soon_as_its_last_day_is_over(site) {
        let mut editor = editor(&site);
        enter(&mut editor, &but(FACT, &[("valid-to", "2026-12-01")]));
        publish(&mut editor, "breaks", &but(TEXT, &[("body", "Tauko on 12 minuuttia [[fact:break-length]].")]));
        site.pass_days(9);
        let page = site.visitor().get("/databank/breaks");
        says(&page, "Voimassa 1.1.2026–1.12.2026");
        says(&page, "<time datetime=\"2026-07\">7/2026</time>");
        says(&page, "Koskee: <span>Kaikki avustajat</span>");
        says_not(&page, "vanhentunut");
        site.pass_days(1);
        let page = site.visitor().get("/databank/breaks");
        says(&page, "<li class=\"source expired\" id=\"source-1\">");
        says(&page, "vanhentunut 1.12.2026");
        says(&page, "class=\"cite old\"");
    }

    fn dated_facts_are_listed_by_where_they_stand(site) {
        editor_with_articles(&site);
        let mut visitor = site.visitor();
        let all = visitor.get("/databank/facts");
        says(&all, "Heta-TES sitoi vain Hetan jäseniä.");
        says(&all, "Heta-TESin irtisanomisaika");
        let superseded = visitor.get("/databank/facts?state=superseded");
        says(&superseded, "Heta-TES sitoi vain Hetan jäseniä.");
        says_not(&superseded, "vähennyskelpoinen");
        let expired = visitor.get("/databank/facts?state=expired");
        says(&expired, "1,1 prosenttia");
        says(&visitor.get("/databank/facts?state=upcoming"), "Ei yhtään.");
        says_not(&visitor.get("/databank/facts?state=current"), "<del>");
    }

    fn past_versions_stay_readable_and_drafts_are_never_shown(site) {
        let mut editor = editor(&site);
        publish(&mut editor, "breaks", TEXT);
        editor.get("/editor/articles/breaks/fi");
        let second = but(TEXT, &[("version", "1"), ("title", "Tauot työssä"), ("note", "Otsikko tarkentui")]);
        done(&editor.post("/editor/articles/breaks/fi/publish", &second));
        editor.get("/editor/articles/breaks/fi");
        let draft = but(TEXT, &[("version", "2"), ("title", "Salainen luonnos")]);
        done(&editor.post("/editor/articles/breaks/fi", &draft));

        let mut visitor = site.visitor();
        says(&visitor.get("/databank/breaks"), "<h1>Tauot työssä</h1>");
        let versions = visitor.get("/databank/breaks/versions");
        says(&versions, "Otsikko tarkentui");
        says(&versions, "Ensimmäinen versio");
        says_not(&versions, "versions/fi/3");
        let past = visitor.get("/databank/breaks/versions/fi/1");
        says(&past, "Tämä on aiempi versio.");
        says(&past, "<h1>Tauot</h1>");
        says_not(&visitor.get("/databank/breaks/versions/fi/2"), "Tämä on aiempi versio.");
        for nowhere in ["fi/3", "fi/4", "sv/1", "xx/1", "fi/x"] {
            assert_eq!(visitor.get(&format!("/databank/breaks/versions/{nowhere}")).status, 404, "{nowhere}");
        }
    }

    fn a_text_out_of_its_time_says_so(site) {
        let mut editor = editor(&site);
        publish(&mut editor, "breaks", &but(TEXT, &[("valid-from", "2026-01-01"), ("valid-to", "2026-12-31")]));
        says(&site.visitor().get("/databank/breaks"), "Voimassa 1.1.2026–31.12.2026");
        says_not(&site.visitor().get("/databank/breaks"), "ei ole voimassa tänään");
        site.pass_days(60);
        says(&site.visitor().get("/databank/breaks"), "ei ole voimassa tänään");
    }
    fn a_feed_tells_everybody_of_new_and_changed_articles(site) {
        let mut editor = editor(&site);
        publish(&mut editor, "breaks", TEXT);
        site.pass(HOUR);
        publish(&mut editor, "lifting", &but(TEXT, &[("title", "Nostot & siirrot")]));
        let read = || {
            let response = site.visitor().get("/databank/feed/fi");
            assert_eq!(response.header("cache-control"), Some("public, max-age=300"));
            Feed::read_from(response.body.as_slice()).unwrap()
        };
        let titles = |feed: &Feed| -> Vec<String> {
            feed.entries().iter().map(|entry| entry.title().to_string()).collect()
        };
        assert_eq!(titles(&read()), ["Nostot & siirrot", "Tauot"]);
        site.pass(HOUR);
        editor.get("/editor/articles/breaks/fi");
        let second = but(TEXT, &[("version", "1"), ("note", "Pituus tarkentui.")]);
        done(&editor.post("/editor/articles/breaks/fi/publish", &second));
        let feed = read();
        assert_eq!(titles(&feed), ["Tauot", "Nostot & siirrot"]);
        let changed = &feed.entries()[0];
        assert_eq!(changed.id(), "http://kafferum.test/databank/breaks");
        assert_eq!(changed.summary().unwrap().as_str(), "Tauko kuuluu sinullekin. Pituus tarkentui.");
        // Drafts and what is withdrawn are not told of; each language has its own.
        editor.get("/editor/articles/breaks/fi/withdraw");
        done(&editor.post("/editor/articles/breaks/fi/withdraw", &[("version", "2")]));
        assert_eq!(titles(&read()), ["Nostot & siirrot"]);
        let swedish = site.visitor().get("/databank/feed/sv");
        assert!(Feed::read_from(swedish.body.as_slice()).unwrap().entries().is_empty());
        assert_eq!(site.visitor().get("/databank/feed/xx").status, 404);
        says(&site.visitor().get("/databank"), "type=\"application/atom+xml\"");
    }
}
