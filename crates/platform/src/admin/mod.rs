//! The administrator's pages: settings, roles, the audit log, work that got
//! stuck. No private matters are read here.

mod log;
pub(crate) mod roles;
mod settings;
mod store;
mod work;

use crate::policy::ADMINISTER;
use crate::web::route::{Route, get, post};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/admin", ADMINISTER, work::admin),
        get("/admin/settings", ADMINISTER, settings::admin_settings),
        get("/admin/settings/{key}", ADMINISTER, settings::admin_setting),
        post("/admin/settings/{key}", ADMINISTER, settings::admin_setting_change),
        post("/admin/settings/{key}/default", ADMINISTER, settings::admin_setting_clear),
        get("/admin/roles", ADMINISTER, roles::admin_roles),
        get("/admin/roles/new", ADMINISTER, roles::admin_role_new),
        post("/admin/roles/new", ADMINISTER, roles::admin_role_give),
        get("/admin/roles/{grant}/end", ADMINISTER, roles::admin_role_ask),
        post("/admin/roles/{grant}/end", ADMINISTER, roles::admin_role_end),
        get("/admin/audit", ADMINISTER, log::admin_audit),
        get("/admin/work", ADMINISTER, work::admin_work),
        post("/admin/work/revive", ADMINISTER, work::admin_work_revive_all),
        post("/admin/work/{job}/revive", ADMINISTER, work::admin_work_revive),
    ]
}
