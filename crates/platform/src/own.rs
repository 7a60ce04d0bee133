//! What this crate gives to the program as a capability of its own: accounts,
//! administration, the pages of the house.

use crate::db::Migration;
use crate::feature::{Feature, Holds, Menu, MenuItem, Table};
use crate::people::{account, pages};
use crate::policy::{ACCOUNT, ADMINISTER};
use crate::search;
use crate::settings::{Kind, Setting};
use crate::texts::TextFiles;
use crate::web::route::Route;
use crate::{admin, mail, notices};

/// What the union may set of the machine itself.
const SETTINGS: &[Setting] = &[
    Setting { key: "union-name", kind: Kind::Line, default: "Avustajien liitto" },
    Setting {
        key: "union-contact",
        kind: Kind::Line,
        default: "toimisto@avustajienliitto.example",
    },
    Setting { key: "sender-name", kind: Kind::Line, default: "Kafferum" },
    Setting {
        key: "sender-address",
        kind: Kind::Line,
        default: "kafferum@avustajienliitto.example",
    },
    Setting { key: "default-language", kind: Kind::Choice(&["fi", "sv", "en"]), default: "fi" },
    Setting { key: "platform-reset-mail-subject", kind: Kind::Text { places: &[] }, default: "" },
    Setting {
        key: "platform-reset-mail-body",
        kind: Kind::Text { places: &["name", "link", "hours"] },
        default: "",
    },
];

const MENU: &[MenuItem] = &[
    MenuItem { menu: Menu::Account, path: "/account", text: "menu-account", permission: ACCOUNT },
    MenuItem { menu: Menu::Account, path: "/notices", text: "notices-title", permission: ACCOUNT },
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
    impersonal("pseudonym_changes"),
    personal("identity"),
    personal("credential"),
    personal("session"),
    personal("membership"),
    personal("grant_fact"),
    personal("one_time_link"),
    // Keys are hashed and gone within the hour.
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
    personal("mail"),
    personal("notice"),
    personal("audit"),
];

fn routes() -> Vec<Route> {
    let mut routes = pages::routes();
    routes.extend(admin::routes());
    routes.extend(search::pages::routes());
    routes.extend(notices::pages::routes());
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
        jobs: &[mail::SEND, search::again::JOB],
        timers: &[],
        attachments: &[],
        search: &[],
        notices: &[],
        tables: TABLES,
        export: account::export,
        erase: account::erase,
        trial_end: None,
        demo: None,
        fill: None,
    }
}
