#![doc = include_str!("../README.md")]

pub mod command;
pub mod config;
mod demo;
mod feature;
mod http;
mod lmtp;
mod mail_folder;
pub mod moving_in;
mod pages;
mod run;

pub use demo::people as demo_people;
pub use feature::features;
pub use run::{demo, import_forum, serve};
