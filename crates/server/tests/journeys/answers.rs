//! The coffee room: quoting a post, giving a sign, voting in a poll.

use crate::union::{Scripts, Union};

const NEW: &str = "/coffee-room/rooms/4/new";

#[test]
fn a_post_is_quoted_thanked_and_its_poll_voted_in() {
    posts_are_answered(Scripts::On);
}

#[test]
fn a_post_is_quoted_thanked_and_its_poll_voted_in_without_scripts() {
    posts_are_answered(Scripts::Off);
}

fn posts_are_answered(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("posts are answered", scripts);

    window.sign_in_as("Kahvikuppi");
    window.open(NEW);
    window.fill("Otsikko", "Milloin tavataan kahvilla?");
    window.fill("Viestisi", "Istutaan **yhdessä** saman pöydän ääreen.");
    window.press("Lisää kysely");
    window.fill("Kyselyn tapa", "pannaan järjestykseen");
    window.fill("Vaihtoehdot", "lauantaina");
    window.press("Aloita keskustelu");
    window.see_within(".errors", "Kirjoita 2–10 erilaista vaihtoehtoa");
    window.fill("Vaihtoehdot", "lauantaina\nsunnuntaina");
    window.press("Aloita keskustelu");
    window.see_within(".poll", "sunnuntaina");
    let thread = window.path();

    window.sign_in_as("Havu");
    window.open_and_see(&thread, "yhdessä");
    window.press_within("#p1", "tsemppiä");
    window.see_within("#p1", "Sinulta: tsemppiä");
    window.press_within("#p1", "tsemppiä");
    window.do_not_see("Sinulta:");
    window.follow_within("#p1", "Vastaa kyselyyn");
    window.accessibility("voting");
    window.fill("sunnuntaina", "1");
    window.press("Lähetä vastaus");
    window.see_within(".errors", "Anna jokaiselle vaihtoehdolle oma sija.");
    window.fill("sunnuntaina", "1");
    window.fill("lauantaina", "2");
    window.press("Lähetä vastaus");
    window.see("Kiitos vastauksesta.");
    window.see_within(".poll", "1 vastaaja");
    window.follow_within("#p1", "Vastaa kyselyyn");
    window.see("Vastausta ei voi muuttaa");

    window.open(&thread);
    window.follow_within("#p1", "Lainaa");
    window.press("Lähetä viesti");
    window.see_within("#p2 blockquote", "yhdessä");
    window.follow_within("#p2 blockquote", "Lainaus");
    assert_eq!(window.path(), format!("{thread}#p1"));
    window.accessibility("a thread with a poll, a quote and signs");

    window.sign_in_as("Kahvikuppi");
    window.open(&format!("{thread}/posts/1/poll"));
    window.press("Päätä kysely nyt");
    window.see("Kysely on päätetty.");
    window.see_within(".poll", "Kysely on päättynyt.");
    window.must_have_kept_quiet();
}
