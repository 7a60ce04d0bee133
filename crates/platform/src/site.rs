//! One running site: everything a request or a job may need.

use std::sync::Arc;

use arc_swap::ArcSwap;
use hmac::{Hmac, KeyInit};
use jiff::tz::TimeZone;
use sha2::Sha256;

use crate::clock::{Clock, Counter, Millis, Random};
use crate::db::{Database, Migration, Place};
use crate::fault::{Error, Fault};
use crate::feature::{Feature, Moment};
use crate::files::Files;
use crate::live::Live;
use crate::mail::Mailer;
use crate::mail_in::Addresses;
use crate::notices::NoticeKind;
use crate::people::password::Passwords;
use crate::picture::Studio;
use crate::push::Carrier;
use crate::search::{self, SharedAnalyser};
use crate::settings::{self, Setting, Settings};
use crate::signed::Signer;
use crate::texts::Texts;
use crate::web::assets::Assets;

/// What a site is made of.
pub struct Parts {
    /// Every capability, platform's own first.
    pub features: Vec<Feature>,
    /// Where the data is.
    pub place: Place,
    /// Closures in one SQLite commit; [`crate::db::GROUP`] but in benchmarks.
    pub group: usize,
    /// The clock.
    pub clock: Clock,
    /// Where tokens come from.
    pub random: Random,
    /// Where mail goes.
    pub mailer: Mailer,
    /// The domain whose mail is brought here as answers, if mail comes in.
    pub answer_domain: Option<String>,
    /// The way to push services.
    pub carrier: Carrier,
    /// Where files are.
    pub files: Files,
    /// How passwords are hashed.
    pub passwords: Passwords,
    /// What turns words into search terms.
    pub analyser: SharedAnalyser,
    /// Which version of it: another one than before indexes everything anew.
    pub index_version: String,
    /// Address of the site without a slash at its end.
    pub public_url: String,
    /// The union's time zone.
    pub zone: TimeZone,
    /// The demonstration panel is there.
    pub is_demo: bool,
}

/// One running site.
pub struct Site {
    /// The database.
    pub db: Database,
    /// The clock.
    pub clock: Clock,
    /// Where tokens come from.
    pub random: Random,
    /// Where mail goes.
    pub mailer: Mailer,
    /// The way to push services.
    pub carrier: Carrier,
    /// Where files are.
    pub files: Files,
    /// Where pictures are painted anew.
    pub studio: Studio,
    /// How passwords are hashed.
    pub passwords: Passwords,
    /// What turns words into search terms.
    pub analyser: SharedAnalyser,
    /// All texts.
    pub texts: Arc<Texts>,
    /// Address of the site without a slash at its end.
    pub public_url: Arc<str>,
    /// The union's time zone.
    pub zone: TimeZone,
    /// The demonstration panel is there.
    pub is_demo: bool,
    /// Every capability.
    pub features: Vec<Feature>,
    /// What people are told of, by all capabilities.
    pub notices: Arc<[&'static NoticeKind]>,
    /// Where mail is answered, if mail comes in.
    pub addresses: Option<Addresses>,
    /// Styles, script and pictures.
    pub assets: Assets,
    /// Numbers of faults shown to people.
    pub faults: Counter,
    /// Pages that are told of what is new while they are open.
    pub live: Live,
    /// Wakes the worker when there is something to do.
    pub wake: tokio::sync::Notify,
    secret: [u8; 32],
    /// Keyed with the secret once: half of what a short code costs.
    mac: Hmac<Sha256>,
    settings: ArcSwap<Settings>,
}

impl Site {
    /// Opens a site: database, schema, texts, settings.
    ///
    /// # Errors
    /// A fault that says what could not be opened.
    pub async fn open(parts: Parts) -> Result<Arc<Self>, Error> {
        let migrations: Vec<Migration> =
            parts.features.iter().flat_map(|feature| feature.migrations.iter().copied()).collect();
        let texts: Vec<_> = parts.features.iter().map(|feature| feature.texts).collect();
        let db = Database::open(&parts.place, &migrations, parts.group)?;
        let fresh: [u8; 32] = parts.random.bytes()?;
        let secret = db.write(move |tx| Ok(secret(tx, &fresh)?)).await?;
        let secret: [u8; 32] =
            secret.try_into().map_err(|_| Fault::bug("the site's secret has a wrong length"))?;
        let things: Arc<[&str]> = parts
            .features
            .iter()
            .flat_map(|feature| &feature.answers)
            .map(|kind| kind.thing)
            .collect();
        let site = Self {
            db,
            clock: parts.clock,
            random: parts.random,
            mailer: parts.mailer,
            carrier: parts.carrier,
            files: parts.files,
            studio: Studio::default(),
            passwords: parts.passwords,
            analyser: parts.analyser,
            texts: Arc::new(Texts::load(&texts)?),
            public_url: parts.public_url.into(),
            zone: parts.zone,
            is_demo: parts.is_demo,
            notices: parts.features.iter().flat_map(|feature| feature.notices).collect(),
            addresses: parts
                .answer_domain
                .map(|domain| Addresses::new(&domain, things, Signer::new(secret))),
            features: parts.features,
            assets: Assets::new()?,
            faults: Counter::default(),
            live: Live::default(),
            wake: tokio::sync::Notify::new(),
            mac: Hmac::new_from_slice(&secret).map_err(Fault::bug)?,
            secret,
            settings: ArcSwap::default(),
        };
        let sources: Vec<_> =
            site.features.iter().flat_map(|feature| feature.search).copied().collect();
        let (version, now) = (parts.index_version, site.now());
        site.db
            .write(move |tx| Ok(search::again::ask_if_old(tx, &sources, &version, now)?))
            .await?;
        site.reload_settings().await?;
        Ok(Arc::new(site))
    }

    /// Now, milliseconds UTC.
    #[must_use]
    pub fn now(&self) -> Millis {
        self.clock.now()
    }

    /// The settings as they are now.
    #[must_use]
    pub fn settings(&self) -> Arc<Settings> {
        self.settings.load_full()
    }

    /// Reads the settings anew, after a change here or on another node.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn reload_settings(&self) -> Result<(), Error> {
        let values = self.db.read(|tx| Ok(settings::read(tx)?)).await?;
        self.settings.store(Arc::new(Settings::new(&self.known_settings(), values)));
        Ok(())
    }

    /// Every setting of every capability.
    #[must_use]
    pub fn known_settings(&self) -> Vec<Setting> {
        self.features.iter().flat_map(|feature| feature.settings.iter().copied()).collect()
    }

    /// What timers and store functions may know of now.
    #[must_use]
    pub fn moment(&self) -> Moment {
        Moment {
            now: self.now(),
            settings: self.settings(),
            texts: Arc::clone(&self.texts),
            zone: self.zone.clone(),
            public_url: Arc::clone(&self.public_url),
            notices: Arc::clone(&self.notices),
            addresses: self.addresses.clone(),
            signer: self.signer(),
            trial_rule: self.features.iter().find_map(|feature| feature.trial_end),
        }
    }

    /// Signs what this site shall know again.
    #[must_use]
    pub fn signer(&self) -> Signer {
        Signer::new(self.secret)
    }

    /// The rule of when a trial ends, as of now.
    pub fn trial_end(&self) -> impl Fn(Millis) -> Millis + Send + 'static {
        let rule = self.features.iter().find_map(|feature| feature.trial_end);
        let settings = self.settings();
        let zone = self.zone.clone();
        move |start| rule.map_or(start, |rule| rule(start, &settings, &zone))
    }

    /// Whether its database can be read and written.
    ///
    /// # Errors
    /// What it lacks.
    pub async fn must_be_ready(&self) -> Result<(), Error> {
        self.db
            .write(|tx| {
                tx.execute("UPDATE site_secret SET name = name WHERE name = 'forms'", &[])?;
                Ok(())
            })
            .await
    }

    pub(crate) fn secret(&self) -> &[u8; 32] {
        &self.secret
    }

    /// Begins a code that only this site can make.
    pub(crate) fn mac(&self) -> Hmac<Sha256> {
        self.mac.clone()
    }

    /// Whether cookies are bound to https. Browsers take such cookies over
    /// plain http on this computer alone, and not all of them do.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

fn secret(tx: &mut crate::db::Tx<'_>, fresh: &[u8; 32]) -> Result<Vec<u8>, Fault> {
    tx.execute(
        "INSERT INTO site_secret (name, value) VALUES ('forms', ?1) ON CONFLICT DO NOTHING",
        &[fresh],
    )?;
    tx.one("SELECT value FROM site_secret WHERE name = 'forms'", &[], |row| row.get(0))
}
