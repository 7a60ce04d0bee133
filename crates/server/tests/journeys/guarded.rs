//! The guard's step before a post is sent.

use crate::union::{Scripts, Union, Window};

const TITLE: &str = "Miten vuorot sovitaan?";
const BODY: &str = "Sain Matilta viestin, ja nyt olen ymmällä.";

#[test]
fn a_name_is_shown_before_it_is_sent_and_the_writer_decides() {
    the_writer_decides(Scripts::On);
}

#[test]
fn a_name_is_shown_before_it_is_sent_and_the_writer_decides_without_scripts() {
    the_writer_decides(Scripts::Off);
}

fn the_writer_decides(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("the writer decides", scripts);
    window.sign_in_as("Kahvikuppi");

    write(&window, BODY);
    window.press("Esikatsele");
    window.see_within("#preview mark", "Matilta");
    window.press("Aloita keskustelu");
    window.see_within(".errors", "Viestiä ei vielä lähetetty");
    window.see_within("#guarded-t", "Tästä jonkun voi tunnistaa");
    window.see_within(".guarded ins", "häneltä");
    window.accessibility("the guard's step");
    window.press("Ota tämä muoto");
    window.see("Uusi muoto on nyt kentässä.");
    window.press("Aloita keskustelu");
    window.see_within("h1", TITLE);
    window.see_within("#p1", "Sain häneltä viestin");
    window.do_not_see("Matilta");

    // Sent as it is; a text that was changed after that is looked at anew.
    write(&window, BODY);
    window.press("Aloita keskustelu");
    window.fill("Viestisi", "Sain Liisalta viestin, ja nyt olen ymmällä.");
    window.press("Lähetä sellaisenaan");
    window.see_within(".guarded mark", "Liisalta");
    window.press("Lähetä sellaisenaan");
    window.see_within("#p1", "Sain Liisalta viestin");
    window.must_have_kept_quiet();
}

fn write(window: &Window, body: &str) {
    window.open("/coffee-room/rooms/1/new");
    window.fill("Otsikko", TITLE);
    window.fill("Viestisi", body);
}
