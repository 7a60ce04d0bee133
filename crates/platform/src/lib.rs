#![doc = include_str!("../README.md")]

mod admin;
pub mod audit;
pub mod clock;
pub mod db;
pub mod document;
pub mod fault;
pub mod feature;
pub mod feeds;
pub mod files;
pub mod jobs;
pub mod live;
pub mod mail;
pub mod mail_in;
pub mod markdown;
pub mod notices;
mod own;
pub mod people;
pub mod picture;
pub mod policy;
pub mod push;
pub mod search;
pub mod settings;
pub mod signed;
pub mod site;
pub mod texts;
pub mod volume;
pub mod web;

pub use fault::{Error, Fault, Refusal};

/// A migration of the calling crate, by its file name without ending.
#[macro_export]
macro_rules! migration {
    ($capability:literal, $file:literal) => {
        $crate::db::Migration {
            name: concat!($capability, "/", $file),
            sql: include_str!(concat!("../migrations/", $file, ".sql")),
        }
    };
}

/// The texts of the calling crate.
#[macro_export]
macro_rules! texts {
    () => {
        $crate::texts::TextFiles {
            sources: [
                include_str!("../i18n/fi.ftl"),
                include_str!("../i18n/sv.ftl"),
                include_str!("../i18n/en.ftl"),
            ],
        }
    };
}

use crate::feature::Feature;

/// The machine as a capability of its own: accounts, administration, and the
/// pages of the house.
#[must_use]
pub fn feature() -> Feature {
    own::feature(
        &[
            migration!("platform", "0001_people"),
            migration!("platform", "0002_machine"),
            migration!("platform", "0003_search"),
            migration!("platform", "0004_notices"),
            migration!("platform", "0005_live"),
            migration!("platform", "0006_files"),
            migration!("platform", "0008_seal"),
            migration!("platform", "0009_mail_in"),
            migration!("platform", "0012_search_pending"),
            migration!("platform", "0013_email"),
            migration!("platform", "0014_words_in_mails"),
        ],
        texts!(),
    )
}
