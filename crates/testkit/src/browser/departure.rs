//! Waits for the page that a click leads to.
//!
//! Chromedriver says that a click is done before the browser has begun to
//! send the form, so the old page would often answer the next question. So
//! each click is prepared: the old page gets a mark, and notes whether it is
//! about to be left. The new page is there when the mark is gone.

use std::sync::atomic::{AtomicU64, Ordering};

use fantoccini::elements::Element;
use serde_json::{Value, json};

use super::Browser;
use crate::runtime::wait_for;

static NUMBER: AtomicU64 = AtomicU64::new(1);

/// Marks the page and foretells whether the click leaves it. Where the page's
/// scripts run, the click's events tell better: htmx and our own scripts
/// prevent the browser's own way, and then the page stays.
const PREPARE: &str = r"
const [element, mark] = arguments;
const url = address => address.split('#')[0];
const is_sent = control => {
    const form = control && control.form;
    if (!form || form.method === 'dialog') return false;
    return form.noValidate || control.formNoValidate || form.checkValidity();
};
const leaves = () => {
    const link = element.closest('a[href]');
    if (link) {
        const stays = link.target === '_blank' || link.hasAttribute('download')
            || !link.protocol.startsWith('http')
            || (link.href.includes('#') && url(link.href) === url(location.href));
        return !stays;
    }
    const button = element.closest('button, input');
    if (button && button.type === 'submit') return is_sent(button);
    if (button && button.matches('input:not([type=button], [type=reset])')) {
        return is_sent(button.form && button.form.querySelector('[type=submit], button:not([type])'));
    }
    return false;
};
window.testkit = { mark, leaves: leaves() };
window.addEventListener('click', event => {
    if (event.defaultPrevented) window.testkit.leaves = false;
}, { once: true });
window.addEventListener('submit', event => {
    window.testkit.leaves = !event.defaultPrevented;
}, { once: true });
";

const LOOK: &str = "
const testkit = window.testkit || {};
return [testkit.mark || 0, testkit.leaves || false, document.readyState];
";

/// A click that may lead away from the page.
pub(super) struct Departure {
    mark: u64,
}

impl Departure {
    /// To be called just before the click on this element.
    #[track_caller]
    pub(super) fn prepare(browser: &Browser, element: &Element) -> Self {
        let mark = NUMBER.fetch_add(1, Ordering::Relaxed);
        browser.execute(PREPARE, vec![json!(element), json!(mark)]);
        Self { mark }
    }

    /// Waits until the page that the click leads to is loaded, or it is plain
    /// that the page stays. A page that does not go in time stays as well:
    /// the link may have been a download.
    pub(super) fn settle(self, browser: &Browser) {
        browser.patiently(|| {
            // Between two pages the question itself may fail: not there yet.
            let answer =
                wait_for(browser.client().execute(LOOK, Vec::new())).unwrap_or(Value::Null);
            let is_old = answer[0] == json!(self.mark);
            let leaves = is_old && answer[1] == json!(true);
            answer[2] == json!("complete") && !leaves
        });
    }
}
