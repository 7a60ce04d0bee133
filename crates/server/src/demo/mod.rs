//! The demonstration union: people of every role, a panel to be any of them,
//! a clock to move, and the mail they get. None of it is there in `serve`.

pub(crate) mod fill;
mod fixed;
pub(crate) mod mailbox;
pub(crate) mod panel;
pub mod people;
mod seal;
mod store;

use kafferum_platform::policy::PUBLIC;
use kafferum_platform::web::route::{Route, get, post};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/demo", PUBLIC, panel::show),
        post("/demo/sign-in", PUBLIC, panel::sign_in),
        post("/demo/clock", PUBLIC, panel::move_clock),
        get("/demo/fixed/{bytes}", PUBLIC, fixed::fixed),
        get("/demo/mail", PUBLIC, mailbox::list),
        get("/demo/mail/{name}", PUBLIC, mailbox::read),
        get("/demo/mail/{name}/attachment", PUBLIC, mailbox::attachment),
    ]
}
