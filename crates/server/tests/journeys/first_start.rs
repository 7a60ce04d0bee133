//! A real site starts for the first time, and its first administrator sets it
//! up by the link that the program prints.

use kafferum_testkit::browser::Browser;
use kafferum_testkit::process::{Program, free_address};

use crate::union::Window;

#[test]
fn the_first_administrator_sets_the_site_up_by_the_link_that_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let address = free_address();
    let program = Program::kafferum()
        .arg("serve")
        .arg("--data")
        .arg(folder.path())
        .args(["--listen", &address])
        .start(&address);
    let output = program.output();
    let link = output.lines().find_map(|line| line.trim().split_once("/set-up/")).expect("a link");
    let path = format!("/set-up/{}", link.1);

    let window =
        Window::start("the first start", Browser::at(&program.url()).on_a_phone().speaking("fi"));
    for (lang, heading) in
        [("en", "Open the house"), ("sv", "Ta huset i bruk"), ("fi", "Ota talo käyttöön")]
    {
        window.open(&format!("/language/{lang}?back={path}"));
        window.see_within("h1", heading);
        window.press_within("main .actions", "");
        window.see_within(".errors", "");
        window.accessibility(&format!("the first start in {lang}"));
        assert!(!window.is_too_wide());
    }
    window.fill("Liiton nimi", "Avustajien liitto");
    window.choose("Suomi");
    window.fill("Liiton yhteystieto", "toimisto@esimerkki.example");
    window.fill("Lähettäjän nimi", "Kahvihuone");
    window.fill("Lähettäjän osoite", "posti@esimerkki.example");
    window.fill("Etunimi", "Antti");
    window.fill("Sukunimi", "Pesonen");
    window.fill("Sähköposti", "antti@esimerkki.example");
    window.fill("Nimimerkki", "Antti P");
    window.fill("Salasana", "kolme kuppia kahvia");
    window.press("Ota käyttöön");
    window.see("Sivusto on valmis. Tervetuloa!");
    window.see_within(".notice.warn", "Kirjeen palautusosoite");
    window.open(&path);
    window.see_within("h1", "Linkki ei enää toimi");
    window.must_have_kept_quiet();
}
