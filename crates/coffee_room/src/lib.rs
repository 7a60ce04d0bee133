#![doc = include_str!("../README.md")]

mod actions;
mod answer;
mod attachments;
mod calling;
mod demo;
mod demo_attachments;
mod doors;
mod drafts;
mod fill;
mod importing;
mod keeping;
mod live;
mod markers;
mod mentions;
mod model;
mod pages;
mod parties;
mod polls;
mod posts_shown;
mod quotes;
mod relocating;
mod rules;
mod scene;
mod search;
mod store;
mod telling;
mod told;
mod watch;

pub use importing::{Counts, Import, Outcome, Plan, PlannedRoom, Target, Trouble, import, plan};

use std::sync::Arc;

use kafferum_platform::feature::{Feature, Holds, Menu, MenuItem, Table};
use kafferum_platform::policy::ADMINISTER;
use kafferum_platform::settings::{Kind, Setting};

use crate::watch::Watch;

const SETTINGS: &[Setting] = &[
    Setting {
        key: "coffee-room-posts-per-minute",
        kind: Kind::Number { least: 1, most: 1_000_000 },
        default: "6",
    },
    Setting {
        key: "coffee-room-pictures-per-post",
        kind: Kind::Number { least: 0, most: 50 },
        default: "6",
    },
    Setting {
        key: "coffee-room-pictures-per-day",
        kind: Kind::Number { least: 0, most: 1000 },
        default: "30",
    },
    Setting {
        key: "coffee-room-documents-per-post",
        kind: Kind::Number { least: 0, most: 50 },
        default: "3",
    },
    Setting {
        key: "coffee-room-documents-per-day",
        kind: Kind::Number { least: 0, most: 1000 },
        default: "10",
    },
    Setting {
        key: "coffee-room-newcomer-posts",
        kind: Kind::Number { least: 0, most: 100 },
        default: "0",
    },
    Setting {
        key: "coffee-room-known-posts",
        kind: Kind::Number { least: 0, most: 1000 },
        default: "5",
    },
    Setting {
        key: "coffee-room-known-days",
        kind: Kind::Number { least: 0, most: 3650 },
        default: "7",
    },
    Setting {
        key: "coffee-room-trusted-posts",
        kind: Kind::Number { least: 0, most: 10_000 },
        default: "30",
    },
    Setting {
        key: "coffee-room-trusted-days",
        kind: Kind::Number { least: 0, most: 3650 },
        default: "60",
    },
    Setting {
        key: "coffee-room-unread-days",
        kind: Kind::Number { least: 1, most: 3650 },
        default: "30",
    },
    Setting {
        key: "coffee-room-draft-days",
        kind: Kind::Number { least: 1, most: 365 },
        default: "30",
    },
    Setting {
        key: "coffee-room-question-hours",
        kind: Kind::Number { least: 1, most: 720 },
        default: "24",
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
        path: "/keeping",
        text: "coffee-room-keeping",
        permission: rules::KEEP_ROOMS,
    },
    MenuItem {
        menu: Menu::Work,
        path: "/moderation",
        text: "coffee-room-queue",
        permission: rules::WATCH,
    },
    MenuItem {
        menu: Menu::Work,
        path: "/moderation/undecided",
        text: "coffee-room-undecided",
        permission: ADMINISTER,
    },
];

const TABLES: &[Table] = &[
    Table { name: "room", holds: Holds::Nothing },
    Table { name: "thread", holds: Holds::Personal },
    Table { name: "post", holds: Holds::Personal },
    Table { name: "post_version", holds: Holds::Personal },
    Table { name: "attachment", holds: Holds::Personal },
    Table { name: "read_marker", holds: Holds::Personal },
    Table { name: "follow_thread", holds: Holds::Personal },
    Table { name: "follow_room", holds: Holds::Personal },
    Table { name: "follow_word", holds: Holds::Personal },
    Table { name: "follow_asked_only", holds: Holds::Personal },
    // Gone within seconds, or when the post's author is forgotten.
    Table { name: "untold", holds: Holds::Personal },
    Table { name: "report", holds: Holds::Personal },
    Table { name: "held_post", holds: Holds::Personal },
    Table { name: "moderation_log", holds: Holds::Personal },
    Table { name: "reaction", holds: Holds::Personal },
    Table { name: "quote", holds: Holds::Nothing },
    Table { name: "mention", holds: Holds::Personal },
    Table { name: "poll_voter", holds: Holds::Personal },
    Table { name: "tag", holds: Holds::Nothing },
    Table { name: "thread_tag", holds: Holds::Nothing },
    Table { name: "post_moved", holds: Holds::Nothing },
    Table { name: "measure", holds: Holds::Personal },
    Table { name: "appeal", holds: Holds::Personal },
    Table { name: "claim", holds: Holds::Personal },
    Table { name: "practice", holds: Holds::Personal },
    Table { name: "opinion", holds: Holds::Personal },
    Table { name: "kept_apart", holds: Holds::Personal },
    Table { name: "bookmark", holds: Holds::Personal },
    Table { name: "draft", holds: Holds::Personal },
    // Numbers and addresses of another forum, and where that stands here.
    Table { name: "import_item", holds: Holds::Nothing },
];

/// The coffee room as a capability of the program.
#[must_use]
pub fn feature() -> Feature {
    let watch = Arc::new(Watch::default());
    Feature {
        name: "coffee_room",
        routes: pages::routes(&watch),
        migrations: &[
            kafferum_platform::migration!("coffee_room", "0001_coffee_room"),
            kafferum_platform::migration!("coffee_room", "0002_moderation"),
            kafferum_platform::migration!("coffee_room", "0003_safety"),
            kafferum_platform::migration!("coffee_room", "0005_told"),
            kafferum_platform::migration!("coffee_room", "0008_threads"),
            kafferum_platform::migration!("coffee_room", "0007_pictures"),
            kafferum_platform::migration!("coffee_room", "0009_posts"),
            kafferum_platform::migration!("coffee_room", "0010_import"),
            kafferum_platform::migration!("coffee_room", "0011_attachments"),
            kafferum_platform::migration!("coffee_room", "0012_author"),
            kafferum_platform::migration!("coffee_room", "0013_drafts"),
            kafferum_platform::migration!("coffee_room", "0014_measure_after"),
            kafferum_platform::migration!("coffee_room", "0015_kept_no_longer"),
            kafferum_platform::migration!("coffee_room", "0016_told_of_changes"),
            kafferum_platform::migration!("coffee_room", "0017_drafts_of_changes"),
            kafferum_platform::migration!("coffee_room", "0018_questions"),
            kafferum_platform::migration!("coffee_room", "0019_versions_forgotten"),
            kafferum_platform::migration!("coffee_room", "0020_polls"),
        ],
        texts: kafferum_platform::texts!(),
        settings: SETTINGS,
        menu: MENU,
        jobs: &[relocating::INDEX],
        timers: &[telling::TELL, attachments::SWEEP, drafts::TIMER],
        attachments: &[],
        search: &[search::SOURCE],
        notices: &[
            told::DECISION,
            told::PROPOSAL,
            told::WAITING,
            told::MENTION,
            told::QUOTE,
            told::POST,
            told::THREAD,
            told::WORD,
        ],
        answers: vec![answer::by_mail(&watch)],
        tables: TABLES,
        export: store::person::export,
        erase: store::person::erase,
        trial_end: None,
        demo: Some(demo::fill),
        fill: Some(fill::fill),
    }
}
