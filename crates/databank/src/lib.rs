#![doc = include_str!("../README.md")]

mod actions;
mod citation;
mod difference;
mod model;
mod pages;
mod rules;
mod search;
mod starting;
mod store;

use std::sync::Arc;

use kafferum_platform::feature::{Boxed, Feature, Holds, Menu, MenuItem, Table};
use kafferum_platform::policy::{PUBLIC, Permission, Role, must_be};
use kafferum_platform::settings::{Kind, Setting};
use kafferum_platform::site::Site;
use kafferum_platform::{Error, migration, texts};

/// Writing articles and facts.
const EDIT: Permission =
    Permission { name: "databank.edit", rule: |actor| must_be(actor, Role::Editor) };

/// How many days ahead an editor is told of reviews and expiring facts.
const SOON_DAYS: &str = "databank-soon-days";

const TABLES: &[Table] = &[
    Table { name: "article", holds: Holds::Nothing },
    Table { name: "article_text", holds: Holds::Nothing },
    Table { name: "article_version", holds: Holds::Personal },
    Table { name: "fact", holds: Holds::Nothing },
    Table { name: "fact_version", holds: Holds::Personal },
    Table { name: "fact_text", holds: Holds::Nothing },
    Table { name: "citation", holds: Holds::Nothing },
];

/// The databank, its pages and its starting content.
#[must_use]
pub fn feature() -> Feature {
    Feature {
        name: "databank",
        routes: pages::routes(),
        migrations: &[migration!("databank", "0001_databank")],
        texts: texts!(),
        settings: &[Setting {
            key: SOON_DAYS,
            kind: Kind::Number { least: 1, most: 365 },
            default: "30",
        }],
        menu: &[
            MenuItem {
                menu: Menu::Main,
                path: "/databank",
                text: "databank-menu",
                permission: PUBLIC,
            },
            MenuItem {
                menu: Menu::Work,
                path: "/editor",
                text: "databank-menu-editor",
                permission: EDIT,
            },
        ],
        jobs: &[],
        timers: &[],
        attachments: &[],
        search: &[search::SOURCE],
        notices: &[],
        answers: Vec::new(),
        tables: TABLES,
        export: store::export,
        erase: |tx, person, _| store::erase(tx, person),
        trial_end: None,
        demo: Some(demo),
        fill: None,
    }
}

fn demo(site: Arc<Site>) -> Boxed<Result<(), Error>> {
    Box::pin(async move {
        let content = starting::content()?;
        let (now, analyser) = (site.now(), Arc::clone(&site.analyser));
        site.db.write(move |tx| starting::take_in(tx, &content, &analyser, now)).await
    })
}
