#![doc = include_str!("../README.md")]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)
)]

mod actions;
mod applications_csv;
mod correction;
mod demo;
mod fill;
mod jobs;
mod kit;
mod letter;
mod mails;
mod model;
mod pages;
mod pseudonyms;
mod reference;
mod roll_diff;
mod roll_file;
mod roll_match;
mod roll_plan;
mod rules;
mod settings;
mod store;
mod told;
mod typed;
mod words;

use kafferum_platform as platform;
use kafferum_platform::feature::{Attachment, Feature, Holds, Menu, MenuItem, Table};
use kafferum_platform::policy::ACCOUNT;

const fn personal(name: &'static str) -> Table {
    Table { name, holds: Holds::Personal }
}

const fn impersonal(name: &'static str) -> Table {
    Table { name, holds: Holds::Nothing }
}

const TABLES: &[Table] = &[
    personal("road"),
    personal("road_ahead"),
    personal("dispatch"),
    personal("consent"),
    impersonal("consent_text"),
    personal("decline"),
    impersonal("letter_batch"),
    personal("letter"),
    personal("application"),
    personal("roll_entry"),
    // Its bytes are a copy of the register; they go within a day.
    personal("roll_import"),
    impersonal("roll_column"),
    personal("leaver_task"),
    personal("address_correction"),
    // A member number, for half an hour.
    personal("recognition"),
];

const MENU: &[MenuItem] = &[
    MenuItem {
        menu: Menu::Main,
        path: "/join",
        text: "membership-menu-join",
        permission: pages::JOIN,
    },
    MenuItem {
        menu: Menu::Account,
        path: "/account/road",
        text: "membership-menu-road",
        permission: ACCOUNT,
    },
    MenuItem {
        menu: Menu::Log,
        path: "/account/corrections",
        text: "membership-own-corrections-title",
        permission: ACCOUNT,
    },
    MenuItem {
        menu: Menu::Work,
        path: "/registrar/applications",
        text: "membership-menu-applications",
        permission: pages::REGISTRAR,
    },
    MenuItem {
        menu: Menu::Work,
        path: "/registrar/letters",
        text: "membership-menu-letters",
        permission: pages::REGISTRAR,
    },
    MenuItem {
        menu: Menu::Work,
        path: "/registrar/people",
        text: "membership-menu-people",
        permission: pages::REGISTRAR,
    },
    MenuItem {
        menu: Menu::Work,
        path: "/registrar/roll",
        text: "membership-menu-roll",
        permission: pages::REGISTRAR,
    },
    MenuItem {
        menu: Menu::Work,
        path: "/registrar/leavers",
        text: "membership-menu-leavers",
        permission: pages::REGISTRAR,
    },
    MenuItem {
        menu: Menu::Work,
        path: "/corrections",
        text: "membership-corrections-title",
        permission: pages::CORRECTIONS,
    },
];

/// The road into the union as a capability of the program.
#[must_use]
pub fn feature() -> Feature {
    Feature {
        name: "membership",
        routes: pages::routes(),
        migrations: &[
            platform::migration!("membership", "0001_road"),
            platform::migration!("membership", "0002_roll"),
            platform::migration!("membership", "0003_taken"),
            platform::migration!("membership", "0004_withdrawn"),
            platform::migration!("membership", "0005_correction"),
            platform::migration!("membership", "0006_paper"),
        ],
        texts: platform::texts!(),
        settings: settings::SETTINGS,
        menu: MENU,
        jobs: &[],
        timers: jobs::TIMERS,
        attachments: &[Attachment { name: kit::ATTACHMENT, make: kit::attachment }],
        search: &[],
        notices: &[told::CORRECTION],
        answers: Vec::new(),
        tables: TABLES,
        export: store::personal::export,
        erase: store::personal::erase,
        trial_end: Some(settings::trial_end),
        demo: Some(|site| Box::pin(demo::fill(site))),
        fill: Some(|site, volume| Box::pin(fill::fill(site, volume))),
    }
}
