#![doc = include_str!("../README.md")]

mod actions;
mod demo;
mod fill;
mod markers;
mod model;
mod pages;
mod polls;
mod posts_shown;
mod quotes;
mod rules;
mod scene;
mod search;
mod store;
mod told;

use kafferum_platform::feature::{Feature, Holds, Menu, MenuItem, Table};
use kafferum_platform::settings::{Kind, Setting};

const SETTINGS: &[Setting] = &[
    Setting {
        key: "coffee-room-posts-per-minute",
        kind: Kind::Number { least: 1, most: 1_000_000 },
        default: "6",
    },
    Setting {
        key: "coffee-room-unread-days",
        kind: Kind::Number { least: 1, most: 3650 },
        default: "30",
    },
];

const MENU: &[MenuItem] = &[
    MenuItem {
        menu: Menu::Main,
        path: "/coffee-room",
        text: "coffee-room-title",
        permission: rules::COFFEE_ROOM,
    },
    MenuItem {
        menu: Menu::Work,
        path: "/moderation",
        text: "coffee-room-queue",
        permission: rules::MODERATE,
    },
];

const TABLES: &[Table] = &[
    Table { name: "room", holds: Holds::Nothing },
    Table { name: "thread", holds: Holds::Personal },
    Table { name: "post", holds: Holds::Personal },
    Table { name: "post_version", holds: Holds::Personal },
    Table { name: "read_marker", holds: Holds::Personal },
    Table { name: "report", holds: Holds::Personal },
    Table { name: "moderation_log", holds: Holds::Personal },
    Table { name: "reaction", holds: Holds::Personal },
    Table { name: "quote", holds: Holds::Nothing },
    Table { name: "poll_voter", holds: Holds::Personal },
];

/// The coffee room as a capability of the program.
#[must_use]
pub fn feature() -> Feature {
    Feature {
        name: "coffee_room",
        routes: pages::routes(),
        migrations: &[
            kafferum_platform::migration!("coffee_room", "0001_coffee_room"),
            kafferum_platform::migration!("coffee_room", "0009_posts"),
        ],
        texts: kafferum_platform::texts!(),
        settings: SETTINGS,
        menu: MENU,
        jobs: &[],
        timers: &[],
        attachments: &[],
        search: &[search::SOURCE],
        notices: &[told::POST],
        tables: TABLES,
        export: store::person::export,
        erase: store::person::erase,
        trial_end: None,
        demo: Some(demo::fill),
        fill: Some(fill::fill),
    }
}
