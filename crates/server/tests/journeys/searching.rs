//! Finding an answer in one's own words.

use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::union::{Scripts, Union, Window};

#[test]
fn an_answer_is_found_in_ones_own_words() {
    an_answer_is_found(Scripts::On);
}

#[test]
fn an_answer_is_found_in_ones_own_words_without_scripts() {
    an_answer_is_found(Scripts::Off);
}

fn an_answer_is_found(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("an answer is found", scripts);
    window.open("/");
    if scripts == Scripts::On {
        window.fill("Hae sanoilla", "irtisanottiin");
        window.press("Hae sivustolta");
    } else {
        // A phone has room for the lens alone.
        window.follow("Haku");
        window.fill("Hae sanoilla", "irtisanottiin");
        window.press("Hae");
    }
    window.see_within("h1", "Hakutulokset");
    window.see_within(".results", "Irtisanomisaika");
    let marked = "return document.querySelector('.results mark').textContent";
    assert_eq!(window.execute(marked, Vec::new()), "Irtisanomisaika");
    window.accessibility("the results");
    // A misspelt word, and what to do instead.
    window.open("/search?q=irtisanomisaikka");
    window.see("Tarkoititko:");
    window.accessibility("nothing found");
    window.follow("irtisanomisaika");
    window.see_within(".results", "Irtisanomisaika");
    // What members write is theirs to find.
    window.open("/search?q=kahvi&in=coffee-room");
    window.see("ei löytynyt mitään");
    window.sign_in_as("Kahvikuppi");
    window.open("/search?q=vuorolla");
    window.see_within("#found-coffee-room", "Kahvihuone");
    window.accessibility("results of both kinds");
    window.must_have_kept_quiet();
}

/// Waits until a script says yes: what is offered while one types comes from
/// the server.
fn wait_for(window: &Window, script: &str) {
    let patience = Instant::now() + Duration::from_secs(10);
    while window.execute(script, Vec::new()) != true {
        assert!(Instant::now() < patience, "{script}: {}", window.text());
        sleep(Duration::from_millis(50));
    }
}

#[test]
fn titles_are_offered_while_one_types() {
    let union = Union::open();
    let window = union.window("titles are offered", Scripts::On);
    window.open("/databank");
    let slash = "document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))";
    window.execute(&slash.replace("document.d", "document.body.d"), Vec::new());
    assert_eq!(window.execute("return document.activeElement.id", Vec::new()), "top-q");
    window.fill("Hae sanoilla", "irtisanomisai");
    wait_for(&window, "return !!document.querySelector('.titles a')");
    let status = "return document.querySelector('.top-find [role=status]').textContent";
    let heard = window.execute(status, Vec::new());
    assert!(heard.as_str().is_some_and(|heard| heard.contains("nuolella")), "{heard}");
    // Escape closes the list and leaves the text, wherever the focus is.
    let escape = "return document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
        { key: 'Escape', bubbles: true, cancelable: true }))";
    assert_eq!(window.execute(escape, Vec::new()), false, "the browser would empty the field");
    let left = "return [!document.querySelector('.titles a'), document.activeElement.value].join()";
    assert_eq!(window.execute(left, Vec::new()), "true,irtisanomisai");
    assert_eq!(
        window.execute(escape, Vec::new()),
        true,
        "it is the browser's with nothing to close"
    );
    window.fill("Hae sanoilla", "irtisanomisaik");
    wait_for(&window, "return !!document.querySelector('.titles a')");
    window.follow_within(".titles", "Irtisanomisaika");
    window.see_within("h1", "Irtisanomisaika");
    // The page of search waits for words, and the key leads back to them.
    window.open("/search");
    let at = "return document.activeElement.id";
    assert_eq!(window.execute(at, Vec::new()), "find-q");
    window.open("/search?q=irtisanominen");
    assert_ne!(window.execute(at, Vec::new()), "find-q", "results are read first");
    window.execute(&slash.replace("document.d", "document.body.d"), Vec::new());
    assert_eq!(window.execute(at, Vec::new()), "find-q");
}

#[test]
fn single_letters_leave_no_form_and_can_be_turned_off() {
    let union = Union::open();
    let phone = union.browser().on_a_phone().speaking("fi");
    let window = Window::start("single letters", phone);
    window.open("/sign-in");
    window.fill("Sähköposti", "aino@testi.example");
    let slash = "document.activeElement.blur();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
        return document.activeElement.className";
    assert_eq!(window.execute(slash, Vec::new()), "to-search");
    assert_eq!(window.path(), "/sign-in");
    window.open("/accessibility");
    window.press("Poista pikanäppäimet käytöstä");
    window.see("Pois käytöstä");
    window.accessibility("single letters are off");
    for path in ["/accessibility", "/sign-in"] {
        window.open(path);
        assert_eq!(window.execute(slash, Vec::new()), "", "{path}");
    }
    window.open("/accessibility");
    window.press("Ota pikanäppäimet käyttöön");
    assert_eq!(window.execute(slash, Vec::new()), "to-search");
    window.must_have_kept_quiet();
}

#[test]
fn an_answer_that_comes_too_late_is_not_shown() {
    let union = Union::open();
    let window = union.window("an answer that comes too late", Scripts::On);
    window.open("/search");
    // The first answer waits until it is let go.
    let hold = "const real = window.fetch; window.asked = 0;
        window.fetch = async (path) => {
            const isFirst = window.asked++ === 0;
            const answer = await real(path);
            if (isFirst) await new Promise((go) => (window.letGo = go));
            return answer;
        };";
    window.execute(hold, Vec::new());
    window.fill("Hae sanoilla", "irtisanomisai");
    wait_for(&window, "return !!window.letGo");
    window.fill("Hae sanoilla", "zeppeliini");
    wait_for(&window, "return window.asked === 2");
    let late = "window.letGo();
        return new Promise((go) => setTimeout(() => go(!document.querySelector('.titles a')), 500))";
    assert_eq!(window.execute(late, Vec::new()), true, "{}", window.text());
}

#[test]
fn threads_like_a_new_one_are_shown_before_it_is_opened() {
    let union = Union::open();
    for scripts in [Scripts::On, Scripts::Off] {
        let window = union.window("threads like a new one", scripts);
        window.sign_in_as("Kahvikuppi");
        window.open("/coffee-room/rooms/1");
        let first = "return document.querySelector('.thread-title a').textContent";
        let title = window.execute(first, Vec::new());
        let title = title.as_str().expect("a thread");
        window.open("/coffee-room/rooms/1/new");
        window.fill("Otsikko", title);
        if scripts == Scripts::On {
            wait_for(&window, "return !!document.querySelector('.alike a')");
            // What is typed stands in no address, for proxies log those.
            let asked = "return performance.getEntriesByType('resource').map((one) => one.name)
                .filter((name) => name.includes('alike')).every((name) => name.endsWith('/alike'))";
            assert_eq!(window.execute(asked, Vec::new()), true);
        } else {
            window.press("Esikatsele");
        }
        window.see_within(".alike", "Näistä on jo puhuttu");
        window.see_within(".alike", title);
    }
}
