//! What this crate gives to the program as a capability of its own: accounts,
//! administration, the pages of the house.

use crate::db::Migration;
use crate::feature::{Feature, Holds, Menu, MenuItem, Table};
use crate::live;
use crate::people::{account, email, pages, region, seal};
use crate::policy::{ACCOUNT, ADMINISTER};
use crate::push;
use crate::search;
use crate::settings::{Kind, Setting};
use crate::texts::TextFiles;
use crate::web::route::Route;
use crate::{admin, files, mail, notices};

/// What the union may set of the machine itself.
const SETTINGS: &[Setting] = &[
    Setting { key: "union-name", kind: Kind::Line, default: "Avustajien liitto" },
    Setting {
        key: "union-contact",
        kind: Kind::Line,
        default: "toimisto@avustajienliitto.example",
    },
    Setting { key: region::SETTING, kind: Kind::Line, default: "" },
    Setting { key: "sender-name", kind: Kind::Line, default: "Kafferum" },
    Setting {
        key: "sender-address",
        kind: Kind::Line,
        // Whoever sees the reader's mailbox sees it: it names no union.
        default: "posti@kafferum.example",
    },
    Setting { key: "default-language", kind: Kind::Choice(&["fi", "sv", "en"]), default: "fi" },
    Setting { key: live::MOST, kind: Kind::Number { least: 0, most: 100_000 }, default: "10000" },
    Setting { key: "error-door-closed", kind: Kind::Text { places: &[] }, default: "" },
    Setting { key: "error-door-closed-lead", kind: Kind::Text { places: &[] }, default: "" },
    Setting { key: "platform-reset-mail-subject", kind: Kind::Text { places: &[] }, default: "" },
    Setting {
        key: "platform-reset-mail-body",
        kind: Kind::Text { places: &["name", "link", "hours"] },
        default: "",
    },
    Setting { key: email::SUBJECT, kind: Kind::Text { places: &[] }, default: "" },
    Setting { key: email::CONFIRM, kind: Kind::Text { places: &["link", "hours"] }, default: "" },
    Setting { key: email::ASKED, kind: Kind::Text { places: &["link"] }, default: "" },
    Setting { key: email::TAKEN, kind: Kind::Text { places: &["link"] }, default: "" },
    Setting { key: email::CHANGED, kind: Kind::Text { places: &["link"] }, default: "" },
];

const MENU: &[MenuItem] = &[
    MenuItem { menu: Menu::Account, path: "/account", text: "menu-account", permission: ACCOUNT },
    MenuItem { menu: Menu::Account, path: "/notices", text: "notices-title", permission: ACCOUNT },
    MenuItem {
        menu: Menu::Log,
        path: "/account/seal",
        text: "account-seal-title",
        permission: ACCOUNT,
    },
    MenuItem { menu: Menu::Work, path: "/seal", text: "seal-title", permission: seal::SEAL },
    MenuItem {
        menu: Menu::Work,
        path: "/editor/missed-searches",
        text: "search-missed",
        permission: search::pages::READ_MISSED,
    },
    MenuItem { menu: Menu::Work, path: "/admin", text: "menu-admin", permission: ADMINISTER },
];

const fn personal(name: &'static str) -> Table {
    Table { name, holds: Holds::Personal }
}

const fn impersonal(name: &'static str) -> Table {
    Table { name, holds: Holds::Nothing }
}

const TABLES: &[Table] = &[
    personal("person"),
    personal("pseudonym_likeness"),
    impersonal("pseudonym_changes"),
    personal("identity"),
    personal("credential"),
    personal("session"),
    personal("membership"),
    personal("grant_fact"),
    personal("kept_out"),
    personal("one_time_link"),
    personal("feed_key"),
    personal("push_device"),
    // Keys are hashed and gone within two days.
    impersonal("throttle"),
    // What may be found belongs to the things; words of misses to nobody.
    impersonal("search_doc"),
    impersonal("search_missed"),
    impersonal("search_version"),
    // Who changed a setting is a number, and an act of office.
    impersonal("setting"),
    impersonal("site_secret"),
    impersonal("form_receipt"),
    // Payloads are ids.
    impersonal("job"),
    // Whose they are is known to those that refer to them.
    impersonal("file"),
    impersonal("file_use"),
    personal("mail"),
    // Digests that lead back to nobody.
    impersonal("mail_in"),
    personal("notice"),
    personal("notice_wish"),
    personal("notice_pace"),
    personal("notice_due"),
    personal("audit"),
    personal("seal_request"),
    personal("seal_look"),
];

fn routes() -> Vec<Route> {
    let mut routes = pages::routes();
    routes.extend(seal::pages::routes());
    routes.extend(admin::routes());
    routes.extend(search::pages::routes());
    routes.extend(notices::pages::routes());
    routes.extend(push::pages::routes());
    routes
}

pub(crate) fn feature(migrations: &'static [Migration], texts: TextFiles) -> Feature {
    Feature {
        name: "platform",
        routes: routes(),
        migrations,
        texts,
        settings: SETTINGS,
        menu: MENU,
        jobs: &[mail::SEND, push::SEND, search::again::JOB, files::REMOVE],
        timers: &[notices::mails::MAIL, files::SWEEP, seal::TIMER],
        attachments: &[],
        search: &[],
        notices: &[],
        answers: Vec::new(),
        tables: TABLES,
        export: account::export,
        erase: account::erase,
        trial_end: None,
        demo: None,
        fill: None,
    }
}
