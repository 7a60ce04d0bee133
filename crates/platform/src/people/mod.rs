//! People: who one is, how one signs in, and the facts an [`Actor`](crate::policy::Actor) is
//! computed from. What a membership means is the business of `membership`.

pub mod account;
pub mod contact;
pub mod email;
pub mod entry;
mod handle;
mod known_device;
mod likeness;
pub(crate) mod pages;
pub mod password;
pub mod pseudonym;
pub mod region;
pub mod seal;
pub mod session;
pub mod store;
pub mod throttle;

pub use store::{Identity, NewPerson};

crate::id! {
    /// A person's number; never given twice.
    PersonId
}

crate::words! {
    /// Where a password came from.
    PasswordKind {
        /// Sent by mail; must be changed at the first sign-in.
        Temporary = "temporary",
        /// Chosen by its owner.
        Own = "own",
    }
}

crate::words! {
    /// Kinds of membership.
    MembershipKind {
        /// Pays a fee.
        Full = "full",
        /// Studies; pays nothing.
        Student = "student",
    }
}

crate::words! {
    /// What a membership fact rests on.
    Basis {
        /// The union's register.
        Roll = "roll",
        /// A registrar confirmed an application before the register had it.
        Registrar = "registrar",
    }
}
