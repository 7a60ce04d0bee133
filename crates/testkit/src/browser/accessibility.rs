//! The accessibility check: axe-core, carried in this crate's `vendor` folder.

use serde_json::Value;

use super::Browser;
use crate::runtime::wait_for;

/// axe-core 4.14.1.
const AXE: &str = include_str!("../../vendor/axe-core/axe.min.js");

const RUN: &str = r"
const done = arguments[arguments.length - 1];
axe.run(document, {
    runOnly: {
        type: 'tag',
        values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    },
    resultTypes: ['violations'],
}).then(
    results => done({
        rules: results.passes.length + results.violations.length,
        violations: results.violations.map(violation => ({
            id: violation.id,
            help: violation.help,
            places: violation.nodes.map(node => ({
                selector: node.target.join(' '),
                html: node.html,
                why: node.failureSummary,
            })),
        })),
    }),
    error => done({ error: String(error) })
);
";

/// The list of violations as text, if there are any.
#[track_caller]
pub(super) fn check(browser: &Browser) -> Result<(), String> {
    // axe-core needs timers, which stand still where scripts are off. The
    // page's own scripts were passed over when it was read, and stay so.
    browser.driver.let_pages_run_scripts(true);
    browser.must(wait_for(browser.client().execute(AXE, Vec::new())));
    let answer = browser.must(wait_for(browser.client().execute_async(RUN, Vec::new())));
    browser.driver.let_pages_run_scripts(browser.driver.javascript());
    if let Some(error) = answer["error"].as_str() {
        return Err(format!("axe-core itself failed: {error}"));
    }
    if answer["rules"].as_u64().unwrap_or(0) == 0 {
        return Err("axe-core applied no rule, so this says nothing.".to_owned());
    }
    let violations = answer["violations"].as_array().cloned().unwrap_or_default();
    if violations.is_empty() {
        return Ok(());
    }
    Err(violations.iter().map(described).collect())
}

fn described(violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut description = format!("- {}: {}\n", text(&violation["id"]), text(&violation["help"]));
    for place in violation["places"].as_array().into_iter().flatten() {
        let why = text(&place["why"]).replace('\n', "\n        ");
        description.push_str(&format!(
            "    at {}\n        {}\n        {why}\n",
            text(&place["selector"]),
            text(&place["html"])
        ));
    }
    description
}
