//! A member of the roll comes in for the first time.

use crate::union::{Scripts, Union};

const NOT_FOUND: &str = "Emme löytäneet sinua näillä tiedoilla. Tarkista molemmat.";

#[test]
fn a_member_of_the_roll_is_recognised_and_in_the_coffee_room_at_once() {
    a_member_is_recognised(Scripts::On);
}

#[test]
fn a_member_of_the_roll_is_recognised_and_in_the_coffee_room_at_once_without_scripts() {
    a_member_is_recognised(Scripts::Off);
}

fn a_member_is_recognised(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("a member is recognised", scripts);
    window.open("/");
    window.follow("Ota tunnus käyttöön jäsennumerolla");

    // A wrong number and a wrong date of birth are told apart by nothing.
    let refusals = [("100001", "15.3.1985"), ("999999", "14.3.1985")].map(|(number, born)| {
        window.fill("Jäsennumero", number);
        window.fill("Syntymäaika", born);
        window.press("Jatka");
        window.see_within(".errors", NOT_FOUND);
        window.text().replace(number, "")
    });
    assert_eq!(refusals[0], refusals[1]);
    window.accessibility("a member who is not recognised");

    window.fill("Jäsennumero", "100001");
    window.fill("Syntymäaika", "1985-03-14");
    window.press("Jatka");
    window.see_within("h1", "Löysimme sinut");
    window.accessibility("a member who is recognised");
    window.fill("Sähköposti", "anna.ahola@esimerkki.example");
    window.fill("Salasana", "kolme kuppia kahvia");
    window.fill("Nimimerkki", "Tuulen viemä");
    window.press("Kahvihuoneeseen");
    window.see_within(".errors", "Hyväksyn talon säännöt.");
    window.fill("Salasana", "kolme kuppia kahvia");
    window.choose("Hyväksyn talon säännöt.");
    window.press("Kahvihuoneeseen");
    window.see("Tervetuloa. Kahvihuone on auki.");
    window.see_within("h1", "Kahvihuone");
    window.see("Työvuorolista tulee aina edellisenä iltana");
    window.must_have_kept_quiet();
}
