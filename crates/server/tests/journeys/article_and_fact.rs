//! The databank: an article edited, a fact superseded.

use crate::union::{Scripts, Union};

const ARTICLE: &str = "/databank/is-the-agreement-generally-binding";
const TEXT: &str = "/editor/articles/is-the-agreement-generally-binding/fi";
const OLD: &str =
    "Heta-TES on yleissitova: päätös tehtiin 6.10.2025, ja se koskee aikaa 1.5.2025 alkaen.";
const NEW: &str = "Heta-TES on yleissitova myös 1.11.2026 alkaen.";

#[test]
fn an_article_is_edited_and_published_and_a_stale_edit_shows_both_versions() {
    an_article_is_edited(Scripts::On);
}

#[test]
fn an_article_is_edited_and_published_and_a_stale_edit_shows_both_versions_without_scripts() {
    an_article_is_edited(Scripts::Off);
}

fn an_article_is_edited(scripts: Scripts) {
    let union = Union::open();
    let editor = union.window("an article is edited", scripts);
    let other = union.window("an article is edited, another editor", scripts);
    other.sign_in_as("Toimittaja Timo");
    other.open(TEXT);

    editor.sign_in_as("Toimittaja Timo");
    editor.open(ARTICLE);
    editor.follow("Muokkaa");
    editor.fill(
        "Yhdellä virkkeellä",
        "Kyllä, jos työnantajasi on kotitalous. Kysy, jos et ole varma.",
    );
    editor.press("Esikatsele");
    editor.see_within("#preview", "Kysy, jos et ole varma.");
    editor.see_within("#preview .sources", OLD);
    editor.press("Julkaise");
    editor.see_within(".errors", "Kerro muutamalla sanalla, mikä muuttui.");
    editor.fill("Mikä muuttui", "Neuvo lisätty.");
    editor.see_within(".actions", "Luonnoksen näkevät toimittajat, julkaistun tekstin kaikki");
    editor.press("Julkaise");
    editor.see("Teksti on julkaistu.");
    editor.open(ARTICLE);
    editor.see_within(".lead", "Kysy, jos et ole varma.");
    editor.follow("Aiemmat versiot");
    editor.see("Neuvo lisätty.");

    other.fill("Yhdellä virkkeellä", "Kyllä, jos kotitalous maksaa palkkasi.");
    other.fill("Mikä muuttui", "Virke lyhennetty.");
    other.press("Julkaise");
    other.see_within(".errors", "Joku muu tallensi tämän sillä välin.");
    other.see_within(".compare", "Sinun versiosi");
    other.see_within(".compare", "Kyllä, jos kotitalous maksaa palkkasi.");
    other.see_within(".compare", "Sillä välin tallennettu");
    other.see_within(".compare", "Kysy, jos et ole varma.");
    other.press("Tallenna luonnos");
    other.see("Luonnos on tallennettu.");
    editor.open(ARTICLE);
    editor.see_within(".lead", "Kysy, jos et ole varma.");
    editor.must_have_kept_quiet();
    other.must_have_kept_quiet();
}

#[test]
fn a_fact_is_superseded_and_readers_see_the_new_one_beside_the_old_one_struck() {
    a_fact_is_superseded(Scripts::On);
}

#[test]
fn a_fact_is_superseded_and_readers_see_the_new_one_beside_the_old_one_struck_without_scripts() {
    a_fact_is_superseded(Scripts::Off);
}

fn a_fact_is_superseded(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("a fact is superseded", scripts);
    window.open(ARTICLE);
    window.see_within(".source .fact", OLD);

    window.sign_in_as("Toimittaja Timo");
    window.open("/editor/facts");
    window.follow("heta-tes-generally-binding");
    window.follow("Tee seuraaja");
    window.fill("Avain", "heta-tes-generally-binding");
    window.fill("Virke suomeksi", NEW);
    window.fill("Lähde", "esimerkki.example/paatos");
    window.fill("Voimassa alkaen", "2026-11-01");
    window.press("Tallenna seuraaja");
    window.see_within(".errors", "Tällä avaimella on jo tieto.");
    window.fill("Avain", "heta-tes-generally-binding-2026");
    window.see_within(".actions", "Tämän näkevät: kaikki, myös kirjautumattomat");
    window.press("Tallenna seuraaja");
    window.see("Seuraaja on tallennettu");

    let reader = union.window("a fact is superseded, a reader", scripts);
    reader.open(ARTICLE);
    reader.see_within(".source .fact del", OLD);
    reader.see_within(".source .tag", "korvattu 1.11.2026");
    reader.see_within(".source .successor", NEW);
    reader.open("/databank/facts?state=superseded");
    reader.see_within(".source .successor", NEW);
    reader.must_have_kept_quiet();
    window.must_have_kept_quiet();
}
