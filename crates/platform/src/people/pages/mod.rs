//! Pages of accounts: signing in and out, a forgotten password, one's own
//! data, the first administrator, the house's own pages.

mod account;
mod data;
mod email;
mod erase;
mod house;
mod own_password;
mod password;
mod pseudonym;
mod reset;
mod sessions;
mod set_up;
mod sign_in;

use axum::http::StatusCode;

use crate::policy::{ACCOUNT, ACCOUNT_PASSWORD, PUBLIC};
use crate::web::form::Form;
use crate::web::route::{Route, get, post};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/sign-in", PUBLIC, sign_in::sign_in),
        post("/sign-in", PUBLIC, sign_in::sign_in_try),
        post("/sign-out", PUBLIC, sign_in::sign_out),
        get("/password/forgot", PUBLIC, reset::password_forgot),
        post("/password/forgot", PUBLIC, reset::password_forgot_send),
        get("/password/sent", PUBLIC, reset::password_sent),
        get("/password/reset/{token}", PUBLIC, reset::password_reset),
        post("/password/reset/{token}", PUBLIC, reset::password_reset_set),
        get("/set-up/{token}", PUBLIC, set_up::set_up),
        post("/set-up/{token}", PUBLIC, set_up::set_up_do),
        get("/account", ACCOUNT, account::account),
        get("/account/pseudonym", ACCOUNT, pseudonym::account_pseudonym),
        post("/account/pseudonym", ACCOUNT, pseudonym::account_pseudonym_change),
        get("/account/language", ACCOUNT, account::account_language),
        post("/account/language", ACCOUNT, account::account_language_change),
        get("/account/contact", ACCOUNT, account::account_contact),
        post("/account/contact", ACCOUNT, account::account_contact_change),
        get("/account/email", ACCOUNT, email::account_email),
        post("/account/email", ACCOUNT, email::account_email_ask),
        get("/email/{token}", PUBLIC, email::email_confirm),
        post("/email/{token}", PUBLIC, email::email_confirm_do),
        get("/account/password", ACCOUNT_PASSWORD, password::account_password),
        post("/account/password", ACCOUNT_PASSWORD, password::account_password_change),
        get("/account/sessions", ACCOUNT, sessions::account_sessions),
        post("/account/sessions/end", ACCOUNT, sessions::account_session_end),
        post("/account/sessions/end-others", ACCOUNT, sessions::account_sessions_end),
        get("/account/log", ACCOUNT, data::account_log),
        get("/account/data", ACCOUNT, data::account_data),
        post("/account/data", ACCOUNT, data::account_data_file),
        get("/account/erase", ACCOUNT, erase::account_erase),
        post("/account/erase", ACCOUNT, erase::account_erase_do),
        get("/goodbye", PUBLIC, erase::goodbye),
        get("/language/{lang}", PUBLIC, house::language),
        get("/privacy", PUBLIC, house::privacy),
        get("/accessibility", PUBLIC, house::accessibility),
        post("/accessibility/keys", PUBLIC, house::keys),
    ]
}

/// The status of a page that shows a form.
fn status(form: &Form) -> StatusCode {
    if form.is_clean() {
        return StatusCode::OK;
    }
    match form.refusals().iter().any(|refusal| refusal.key == "too-many-tries") {
        true => StatusCode::TOO_MANY_REQUESTS,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
