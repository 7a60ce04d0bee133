//! Pages: from a request to an actor, a permission, a handler and a page.

pub mod assets;
pub mod back;
pub mod ctx;
pub mod form;
pub mod page;
pub mod receipt;
pub mod route;
pub mod serve;
pub mod stored;
pub mod token;
pub mod view;
