//! Who may do what. Access is computed from facts at each request: an
//! [`Actor`] holds the facts, a [`Permission`] is one rule over them, and every
//! route names its permission. Rules about one thing (this post, this letter)
//! stand in the capability's `rules.rs`.

use crate::clock::Millis;
use crate::people::PersonId;
use crate::texts::Lang;

crate::words! {
    /// What a person may be beside a member. Each is a dated fact in `grant_fact`.
    Role {
        /// Keeps the coffee room safe; sees pseudonyms, never identities.
        Moderator = "moderator",
        /// Learns to be one: decides for practice, then with a mentor.
        ModeratorTrainee = "moderator-trainee",
        /// Helps members of a region or chapter.
        SupportPerson = "support-person",
        /// The union's contact in a region.
        RegionalContact = "regional-contact",
        /// Elected shop steward.
        ShopSteward = "shop-steward",
        /// Elected safety delegate.
        SafetyDelegate = "safety-delegate",
        /// Answers questions, handles cases.
        Adviser = "adviser",
        /// Databank and messages.
        Editor = "editor",
        /// Contacts, visits, campaigns.
        Organiser = "organiser",
        /// Member roll, applications, letters.
        Registrar = "registrar",
        /// Settings, roles, audit; not a reader of private matters.
        Administrator = "administrator",
    }
}

impl Role {
    /// Whether the role ends with the membership it rests on. The others are
    /// employees of the union; a moderator may be either, and is asked for
    /// membership only when the grant says so.
    #[must_use]
    pub const fn is_elected(self) -> bool {
        matches!(
            self,
            Self::SupportPerson | Self::RegionalContact | Self::ShopSteward | Self::SafetyDelegate
        )
    }
}

/// A role in force, with what it is limited to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// `None` for the whole union, else `room:7`, `region:Uusimaa`, …
    pub scope: Option<String>,
}

/// Where a person stands on the road, by the facts and the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not signed in.
    Visitor,
    /// Registered, in the trial, which ends at the instant.
    Guest {
        /// First instant after the trial, milliseconds UTC.
        until: Millis,
    },
    /// The trial is over and there is no membership.
    TrialOver,
    /// In the union's register.
    Member,
    /// Was a member.
    Leaver,
    /// Neither: an employee of the union, by grants alone.
    Staff,
}

impl Standing {
    /// Text key of the standing.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Visitor => "standing-visitor",
            Self::Guest { .. } => "standing-guest",
            Self::TrialOver => "standing-trial-over",
            Self::Member => "standing-member",
            Self::Leaver => "standing-leaver",
            Self::Staff => "standing-staff",
        }
    }
}

/// Who asks, as computed from facts for one request.
#[derive(Debug, Clone)]
pub struct Actor {
    /// `None` for a visitor.
    pub person: Option<PersonId>,
    /// Empty for a visitor.
    pub pseudonym: String,
    /// Where they stand.
    pub standing: Standing,
    /// Roles in force.
    pub grants: Vec<Grant>,
    /// What they are kept out of now, whatever else opens it: `coffee-room`,
    /// `room:7`.
    pub kept_out: Vec<String>,
    /// The person's own choice of language.
    pub lang: Option<Lang>,
    /// They signed in with a temporary password and must choose their own.
    pub must_change_password: bool,
}

impl Actor {
    /// Somebody not signed in.
    #[must_use]
    pub fn visitor() -> Self {
        Self {
            person: None,
            pseudonym: String::new(),
            standing: Standing::Visitor,
            grants: Vec::new(),
            kept_out: Vec::new(),
            lang: None,
            must_change_password: false,
        }
    }

    /// Whether a role is held for the whole union.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role && grant.scope.is_none())
    }

    /// Whether a role is held for the whole union or for this scope.
    #[must_use]
    pub fn is_for(&self, role: Role, scope: &str) -> bool {
        self.grants
            .iter()
            .any(|grant| grant.role == role && grant.scope.as_deref().is_none_or(|s| s == scope))
    }

    /// Whether a role is held anywhere.
    #[must_use]
    pub fn is_anywhere(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }

    /// Whether they are kept out of this scope now.
    #[must_use]
    pub fn is_kept_out(&self, scope: &str) -> bool {
        self.kept_out.iter().any(|known| known == scope)
    }

    /// Whether they are a member now.
    #[must_use]
    pub fn is_member(&self) -> bool {
        self.standing == Standing::Member
    }

    /// Whether they are in their trial now.
    #[must_use]
    pub fn is_guest(&self) -> bool {
        matches!(self.standing, Standing::Guest { .. })
    }

    /// The person, for actions that need one.
    ///
    /// # Errors
    /// [`Denied::SignIn`] for a visitor.
    pub fn person(&self) -> Result<PersonId, Denied> {
        self.person.ok_or(Denied::SignIn)
    }
}

/// Why the policy says no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denied {
    /// Nobody is signed in; signing in may help.
    SignIn,
    /// A temporary password must be changed first.
    ChangePassword,
    /// The trial is over, or the membership is: the door closes kindly.
    DoorClosed,
    /// Moderators keep them out for now.
    KeptOut,
    /// Signed in, and not theirs.
    NotYours,
}

/// One rule of who may use a route.
#[derive(Clone, Copy)]
pub struct Permission {
    /// `capability.what`, as it stands in the policy table.
    pub name: &'static str,
    /// The rule.
    pub rule: fn(&Actor) -> Result<(), Denied>,
}

impl Permission {
    /// Decides. A temporary password opens only what everybody may use.
    ///
    /// # Errors
    /// Why not.
    pub fn decide(&self, actor: &Actor) -> Result<(), Denied> {
        (self.rule)(actor)?;
        let open_to_all = (self.rule)(&Actor::visitor()).is_ok();
        if actor.must_change_password && !open_to_all && self.name != ACCOUNT_PASSWORD.name {
            return Err(Denied::ChangePassword);
        }
        Ok(())
    }
}

/// Anyone, signed in or not.
pub const PUBLIC: Permission = Permission { name: "public", rule: |_| Ok(()) };

/// Anyone with an account.
pub const ACCOUNT: Permission =
    Permission { name: "account", rule: |actor| actor.person().map(drop) };

/// Changing one's own password: the only thing a temporary one is good for.
pub const ACCOUNT_PASSWORD: Permission =
    Permission { name: "account.password", rule: |actor| actor.person().map(drop) };

/// Settings, roles and the audit log.
pub const ADMINISTER: Permission =
    Permission { name: "administer", rule: |actor| must_be(actor, Role::Administrator) };

/// A rule for permissions that one role opens.
///
/// # Errors
/// [`Denied`] for everybody else.
pub fn must_be(actor: &Actor, role: Role) -> Result<(), Denied> {
    actor.person()?;
    if actor.is_anywhere(role) { Ok(()) } else { Err(Denied::NotYours) }
}
