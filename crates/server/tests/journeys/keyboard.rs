//! The keyboard alone: the skip link, the menus, the list of mistakes.

use crate::union::{Scripts, Union};

#[test]
fn the_skip_link_comes_first_and_leads_to_the_content() {
    let union = Union::open();
    let window = union.window("the skip link", Scripts::On);
    for path in ["/", "/databank", "/sign-in"] {
        window.open(path);
        window.press_tab();
        assert_eq!(window.focused(), "Siirry sisältöön", "{path}");
        window.press_enter();
        let id = window.execute("return document.activeElement.id", Vec::new());
        assert_eq!(id, "main", "{path}");
    }
}

#[test]
fn the_menus_open_and_close_by_keyboard() {
    let union = Union::open();
    let window = union.window("the menus", Scripts::On);
    window.sign_in_as("Kahvikuppi");
    window.open("/databank");
    window.execute("document.querySelector('.account > summary').focus()", Vec::new());
    window.press_enter();
    window.press_tab();
    let is_inside = "return !!document.activeElement.closest('.account .menu-list')";
    assert_eq!(window.execute(is_inside, Vec::new()), true, "{}", window.focused());
    window.press_enter();
    window.see_within("h1", "Omat tiedot");
}

#[test]
fn the_list_of_mistakes_is_announced_and_leads_to_the_field() {
    let union = Union::open();
    for scripts in [Scripts::On, Scripts::Off] {
        let window = union.window("the list of mistakes", scripts);
        window.open("/sign-in");
        window.press("Kirjaudu");
        window.see_within(".errors[role=alert]", "Täytä tämä: Sähköposti");
        if scripts == Scripts::On {
            let focus = "return document.activeElement.className";
            assert_eq!(window.execute(focus, Vec::new()), "errors");
        }
        window.follow_within(".errors", "Täytä tämä: Sähköposti");
        let field = "return document.activeElement.id || location.hash";
        let at = window.execute(field, Vec::new());
        assert!(at == "email" || at == "#email", "{at}");
    }
}
