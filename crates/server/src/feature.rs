//! The list of capabilities, and the few pages of the house itself.

use kafferum_platform::Fault;
use kafferum_platform::feature::Feature;
use serde_json::Value;

use crate::{demo, pages};

/// Every capability of the program, in the order of their menu entries.
#[must_use]
pub fn features() -> Vec<Feature> {
    vec![
        kafferum_platform::feature(),
        house(),
        kafferum_databank::feature(),
        kafferum_coffee_room::feature(),
        kafferum_membership::feature(),
    ]
}

/// The same with the demonstration panel.
#[must_use]
pub(crate) fn features_of_demo() -> Vec<Feature> {
    let mut all = features();
    for feature in all.iter_mut().filter(|feature| feature.name == "server") {
        feature.routes.extend(demo::routes());
    }
    all
}

fn house() -> Feature {
    Feature {
        name: "server",
        routes: pages::routes(),
        migrations: &[],
        texts: kafferum_platform::texts!(),
        settings: &[],
        menu: &[],
        jobs: &[],
        timers: &[],
        attachments: &[],
        search: &[],
        notices: &[],
        answers: Vec::new(),
        tables: &[],
        export: |_, _| Ok::<Value, Fault>(Value::Null),
        erase: |_, _, _| Ok(()),
        trial_end: None,
        demo: None,
        fill: Some(demo::fill::people),
    }
}
