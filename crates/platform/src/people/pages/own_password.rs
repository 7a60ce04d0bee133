//! Asking for one's own password before what can't be undone.

use crate::fault::{Error, Refusal};
use crate::people::{account, throttle};
use crate::web::ctx::Ctx;

/// Whether it is the person's own password. Counted by person, so that an
/// open session on a lost phone is no place to guess from.
///
/// # Errors
/// A refusal after too many tries.
pub(super) async fn is_own(ctx: &Ctx, password: &str) -> Result<bool, Error> {
    let (person, now) = (ctx.person()?, ctx.now);
    let key = throttle::key("own password", &person.to_string());
    let credential = ctx
        .write(move |tx| {
            if !throttle::may_try(tx, &key, throttle::PER_ACCOUNT, now)? {
                return Err(Refusal::new("too-many-tries").into());
            }
            throttle::count(tx, &key, now)?;
            Ok(account::credential_of(tx, person)?)
        })
        .await?;
    let hash = credential.map(|credential| credential.password_hash);
    let is_right = ctx.site.passwords.verify(password.to_owned(), hash).await?;
    if is_right {
        ctx.write(move |tx| Ok(throttle::forgive(tx, &key)?)).await?;
    }
    Ok(is_right)
}
