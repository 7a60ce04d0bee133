//! The frame of every page: title, language, menus, texts.

use std::sync::Arc;

use crate::clock::Millis;
use crate::feature::Menu;
use crate::notices::UNSEEN_SHOWN;
use crate::people::{PersonId, region};
use crate::policy::{ACCOUNT, Denied};
use crate::site::Site;
use crate::texts::{self, Lang};
use crate::web::back;
use crate::web::ctx::Ctx;
use crate::web::form::Form;
use crate::web::token;
use crate::web::view::{self, FormView, Html};

/// The cookie of a device whose user wants no letters to do anything.
pub(crate) const KEYS: &str = "keys";
pub(crate) const KEYS_OFF: &str = "off";

/// An entry of a menu as a page shows it.
pub struct Entry {
    /// Address.
    pub path: &'static str,
    /// Text key.
    pub text: &'static str,
    /// The page shown stands at or below it.
    pub is_current: bool,
}

/// What every template holds under the name `page`.
pub struct Page {
    /// Language of the page.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// Its address, without what stands behind the question mark.
    pub path: String,
    /// Its address for those who come back from choosing a language.
    pub back: String,
    /// Text key of a message left by the page before.
    pub flash: Option<String>,
    /// Pseudonym of the signed-in person.
    pub who: Option<String>,
    /// The signed-in person.
    pub person: Option<PersonId>,
    /// Notices that they have not seen.
    pub unseen: i64,
    /// Text key of where they stand.
    pub standing: &'static str,
    /// When the page was asked for.
    pub now: Millis,
    ctx: Ctx,
}

impl Page {
    pub(crate) fn new(ctx: &Ctx, title: String) -> Self {
        Self {
            lang: ctx.lang,
            title,
            path: ctx.uri.path().to_owned(),
            back: back::here(&ctx.method, &ctx.uri),
            flash: ctx.flash.clone(),
            who: ctx.actor.person.map(|_| ctx.actor.pseudonym.clone()),
            person: ctx.actor.person,
            unseen: ctx.unseen,
            standing: ctx.actor.standing.text(),
            now: ctx.now,
            ctx: ctx.clone(),
        }
    }

    pub(crate) fn site(&self) -> &Arc<Site> {
        &self.ctx.site
    }

    /// The union's name.
    #[must_use]
    pub fn union(&self) -> String {
        self.site().settings().line("union-name").to_owned()
    }

    /// What a region is called in the language of the page.
    #[must_use]
    pub fn region<'r>(&self, region: &'r str) -> &'r str {
        region::name(region, self.lang)
    }

    /// Single letters do nothing on this device.
    #[must_use]
    pub fn are_keys_off(&self) -> bool {
        self.ctx.cookie(KEYS) == Some(KEYS_OFF)
    }

    /// The demonstration panel is there.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.site().is_demo
    }

    /// Entries of the main menu. A door that opens by registering or joining
    /// is shown to those who stand before it; it explains itself.
    #[must_use]
    pub fn main_menu(&self) -> Vec<Entry> {
        self.menu(Menu::Main, |denied| !matches!(denied, Denied::NotYours))
    }

    /// Entries of one's own menu.
    #[must_use]
    pub fn account_menu(&self) -> Vec<Entry> {
        self.menu(Menu::Account, |_| false)
    }

    /// Entries of the page of who looked.
    #[must_use]
    pub fn log_menu(&self) -> Vec<Entry> {
        self.menu(Menu::Log, |_| false)
    }

    /// Entries of the menu of those with a role.
    #[must_use]
    pub fn work_menu(&self) -> Vec<Entry> {
        self.menu(Menu::Work, |_| false)
    }

    fn menu(&self, menu: Menu, shown_when: fn(&Denied) -> bool) -> Vec<Entry> {
        let items = self.site().features.iter().flat_map(|feature| feature.menu);
        items
            .filter(|item| item.menu == menu)
            .filter(|item| match item.permission.decide(&self.ctx.actor) {
                Ok(()) => true,
                Err(denied) => shown_when(&denied),
            })
            .map(|item| Entry {
                path: item.path,
                text: item.text,
                is_current: self.path == item.path
                    || self.path.strip_prefix(item.path).is_some_and(|rest| rest.starts_with('/')),
            })
            .collect()
    }

    /// A text without arguments.
    #[must_use]
    pub fn t<'t>(&'t self, key: &'t str) -> &'t str {
        self.ctx.site.texts.plain(self.lang, key)
    }

    /// A text with arguments.
    #[must_use]
    pub fn ta(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.ctx.site.texts.format(self.lang, key, args)
    }

    /// A text about a count.
    #[must_use]
    pub fn count(&self, key: &str, count: &i64) -> String {
        self.ta(key, &[("count", &count.to_string())])
    }

    /// How many notices they have not seen, which are not counted to the end.
    #[must_use]
    pub fn unseen_shown(&self) -> String {
        if self.unseen > UNSEEN_SHOWN {
            format!("{UNSEEN_SHOWN}+")
        } else {
            self.unseen.to_string()
        }
    }

    /// Whether there is a bell: where its page and its line are theirs, so not
    /// for who must choose a password first.
    #[must_use]
    pub fn has_bell(&self) -> bool {
        ACCOUNT.decide(&self.ctx.actor).is_ok()
    }

    /// What the bell says of new notices; the script puts their number in.
    #[must_use]
    pub fn bell(&self) -> String {
        self.ta("notices-bell-new", &[("count", "#")])
    }

    /// All languages, for the footer.
    #[must_use]
    pub fn langs(&self) -> &'static [Lang] {
        Lang::ALL
    }

    /// Whether there is such a text.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.ctx.site.texts.has(self.lang, key)
    }

    /// An instant as a `<time>` element.
    #[must_use]
    pub fn time(&self, at: &Millis) -> Html {
        let mut out = String::with_capacity(96);
        out.push_str("<time datetime=\"");
        texts::push_iso(&mut out, *at);
        out.push_str("\">");
        texts::push_instant(&mut out, self.lang, *at, &self.site().zone);
        out.push_str("</time>");
        Html(out)
    }

    /// The day of an instant as a `<time>` element.
    #[must_use]
    pub fn day(&self, at: &Millis) -> Html {
        let day = crate::clock::date_of(*at, &self.site().zone);
        Html(format!("<time datetime=\"{day}\">{}</time>", texts::civil(self.lang, day)))
    }

    /// A day written in ISO 8601, or a part of one, as the language writes it.
    #[must_use]
    pub fn date(&self, iso: &str) -> Html {
        let (machine, shown) = (view::escape(iso), view::escape(&texts::date(self.lang, iso)));
        Html(format!("<time datetime=\"{machine}\">{shown}</time>"))
    }

    /// Address of a style, script or picture.
    #[must_use]
    pub fn asset(&self, name: &str) -> &str {
        self.ctx.site.assets.address(name)
    }

    /// A small symbol beside a text; it says nothing by itself.
    #[must_use]
    pub fn icon(&self, name: &str) -> Html {
        self.picture("i", name)
    }

    /// A symbol in a class of its own size.
    #[must_use]
    pub fn picture(&self, class: &str, name: &str) -> Html {
        let address = self.asset("symbols.svg");
        let mut out = String::with_capacity(64 + class.len() + address.len() + name.len());
        for part in [
            "<svg class=\"",
            class,
            "\" aria-hidden=\"true\"><use href=\"",
            address,
            "#",
            name,
            "\"/></svg>",
        ] {
            out.push_str(part);
        }
        Html(out)
    }

    /// The cup beside a pseudonym: its first letter and one of eight glazes.
    #[must_use]
    pub fn mug(&self, pseudonym: &str) -> Html {
        let sum = pseudonym
            .bytes()
            .fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
        let glaze = u8::try_from(sum % 8).unwrap_or(0);
        let mut out = String::with_capacity(64);
        out.push_str("<span class=\"mug\" data-mug=\"");
        out.push(char::from(b'0' + glaze));
        out.push_str("\" aria-hidden=\"true\">");
        let letter: String = pseudonym.chars().take(1).flat_map(char::to_uppercase).collect();
        view::push_escaped(&mut out, &letter);
        out.push_str("</span>");
        Html(out)
    }

    /// A new form token in a hidden field. Every form has its own.
    #[must_use]
    pub fn token(&self) -> Html {
        // Without randomness the form is shown and refused when sent.
        let ctx = &self.ctx;
        let token = token::give(&ctx.site, ctx.session.as_ref(), &ctx.nonces).unwrap_or_default();
        view::token_field(&token)
    }

    /// A form on this page; `prefix` begins the keys of its labels.
    #[must_use]
    pub fn form<'p>(&'p self, form: &'p Form, prefix: &'static str) -> FormView<'p> {
        FormView::new(self, form, prefix)
    }

    /// The site's time, for the demonstration panel.
    #[must_use]
    pub fn clock(&self) -> String {
        texts::instant(self.lang, self.now, &self.site().zone)
    }
}
