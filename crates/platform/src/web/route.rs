//! Routes. There is no way to make one without a permission.

use std::sync::Arc;

use axum::http::Method;
use axum::response::Response;

use crate::fault::Error;
use crate::feature::Boxed;
use crate::policy::Permission;
use crate::web::ctx::Ctx;

/// What a handler gives back.
pub type Reply = Result<Response, Error>;

/// A handler behind one type.
pub type Handler = Arc<dyn Fn(Ctx) -> Boxed<Reply> + Send + Sync>;

/// An address, who may use it, and what answers.
#[derive(Clone)]
pub struct Route {
    /// GET or POST.
    pub method: Method,
    /// Address with `{names}`.
    pub path: &'static str,
    /// Who may use it.
    pub permission: Permission,
    /// What answers.
    pub handler: Handler,
    /// Forms may come from anywhere: the address itself is the proof.
    pub is_from_anywhere: bool,
}

fn route<F, A>(method: Method, path: &'static str, permission: Permission, handler: F) -> Route
where
    F: Fn(Ctx) -> A + Send + Sync + 'static,
    A: Future<Output = Reply> + Send + 'static,
{
    Route {
        method,
        path,
        permission,
        handler: Arc::new(move |ctx| Box::pin(handler(ctx))),
        is_from_anywhere: false,
    }
}

/// A page that is read.
pub fn get<F, A>(path: &'static str, permission: Permission, handler: F) -> Route
where
    F: Fn(Ctx) -> A + Send + Sync + 'static,
    A: Future<Output = Reply> + Send + 'static,
{
    route(Method::GET, path, permission, handler)
}

/// A form that is sent. Origin and form token are checked before the handler
/// can read the form.
pub fn post<F, A>(path: &'static str, permission: Permission, handler: F) -> Route
where
    F: Fn(Ctx) -> A + Send + Sync + 'static,
    A: Future<Output = Reply> + Send + 'static,
{
    route(Method::POST, path, permission, handler)
}

/// A form that another program may send in a person's name, since whoever
/// knows the address may: a signed link. Its handler reads no form.
pub fn post_from_anywhere<F, A>(path: &'static str, permission: Permission, handler: F) -> Route
where
    F: Fn(Ctx) -> A + Send + Sync + 'static,
    A: Future<Output = Reply> + Send + 'static,
{
    Route { is_from_anywhere: true, ..route(Method::POST, path, permission, handler) }
}
