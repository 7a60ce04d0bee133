//! Form controls as pages show them: label, hint, error, control, tied
//! together for screen readers. Labels follow the convention `PREFIX-FIELD`,
//! hints `PREFIX-FIELD-hint`.

use std::fmt::{self, Write};

use crate::fault::Refusal;
use crate::web::form::{Form, TOKEN};
use crate::web::page::Page;

/// A piece of finished HTML.
pub struct Html(pub String);

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::FastWritable for Html {
    fn write_into(&self, dest: &mut dyn Write, _: &dyn askama::Values) -> askama::Result<()> {
        Ok(dest.write_str(&self.0)?)
    }
}

impl askama::filters::HtmlSafe for Html {}

/// Text made safe to stand in HTML, also inside attributes.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    push_escaped(&mut out, text);
    out
}

/// Adds text, made safe. Nearly all of it is: what stands between two letters
/// that are not is copied in one go.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| safe(byte).is_some())
        && let Some((before, after)) = rest.split_at_checked(at)
        && let (Some(byte), Some(next)) = (after.bytes().next(), after.get(1..))
    {
        out.push_str(before);
        out.push_str(safe(byte).unwrap_or_default());
        rest = next;
    }
    out.push_str(rest);
}

const fn safe(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#39;"),
        _ => None,
    }
}

/// A choice of a radio group, a select or a group of checkboxes: value and
/// label, translated already.
pub type Choice = (String, String);

/// A form on its page.
pub struct FormView<'p> {
    page: &'p Page,
    form: &'p Form,
    prefix: &'static str,
    /// Labels that are not the program's.
    own: Vec<(&'static str, String)>,
}

impl<'p> FormView<'p> {
    /// Ties a form to a page; `prefix` begins the keys of its labels.
    #[must_use]
    pub fn new(page: &'p Page, form: &'p Form, prefix: &'static str) -> Self {
        Self { page, form, prefix, own: Vec::new() }
    }

    /// Gives a field a label of the union's in place of the program's.
    #[must_use]
    pub fn saying(mut self, name: &'static str, label: &str) -> Self {
        self.own.push((name, label.to_owned()));
        self
    }

    fn words(&self, name: &str) -> String {
        match self.own.iter().find(|(known, _)| *known == name) {
            Some((_, label)) => label.clone(),
            None => self.page.t(&format!("{}-{name}", self.prefix)).to_owned(),
        }
    }

    fn label(&self, name: &str) -> String {
        escape(&self.words(name))
    }

    fn hint_text(&self, name: &str) -> Option<String> {
        let key = format!("{}-{name}-hint", self.prefix);
        self.page.has(&key).then(|| escape(self.page.t(&key)))
    }

    fn sentence(&self, refusal: &Refusal) -> String {
        let label = refusal.field.map(|field| self.words(field)).unwrap_or_default();
        let mut args: Vec<(&str, &str)> =
            refusal.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        args.push(("label", &label));
        escape(&self.page.ta(refusal.key, &args))
    }

    fn error(&self, name: &str) -> Option<String> {
        let refusal = self.form.refusals().iter().find(|refusal| refusal.field == Some(name))?;
        Some(self.sentence(refusal))
    }

    /// The list of what to mend, with links to the fields.
    #[must_use]
    pub fn errors(&self) -> Html {
        let refusals = self.form.refusals();
        if refusals.is_empty() {
            return Html(String::new());
        }
        let count = refusals.len().to_string();
        let title = escape(&self.page.ta("form-errors", &[("count", &count)]));
        let mut out = format!(
            "<div class=\"errors\" role=\"alert\" tabindex=\"-1\" aria-labelledby=\"errors-t\"><h2 id=\"errors-t\">{title}</h2><ul>"
        );
        for refusal in refusals {
            let sentence = self.sentence(refusal);
            let item = match refusal.field {
                Some(field) => format!("<li><a href=\"#{field}\">{sentence}</a></li>"),
                None => format!("<li>{sentence}</li>"),
            };
            out.push_str(&item);
        }
        out.push_str("</ul></div>");
        Html(out)
    }

    /// The beginning of the form, with its token. End it with `</form>`.
    #[must_use]
    pub fn start(&self, action: &str) -> Html {
        self.begin(action, "")
    }

    /// The same for a form that carries a file.
    #[must_use]
    pub fn start_upload(&self, action: &str) -> Html {
        self.begin(action, " enctype=\"multipart/form-data\"")
    }

    fn begin(&self, action: &str, more: &str) -> Html {
        let (action, token) = (escape(action), self.page.token());
        Html(format!(
            "<form class=\"form\" method=\"post\" action=\"{action}\" data-keep novalidate{more}>{token}"
        ))
    }

    /// A hidden field that holds what the form holds.
    #[must_use]
    pub fn hidden(&self, name: &str) -> Html {
        Html(format!(
            "<input type=\"hidden\" name=\"{name}\" value=\"{}\">",
            escape(self.form.get(name))
        ))
    }

    /// `aria-describedby` and `aria-invalid` of a control.
    fn ties(&self, name: &str) -> String {
        let has_hint = self.page.has(&format!("{}-{name}-hint", self.prefix));
        match (has_hint, self.is_wrong(name)) {
            (false, false) => String::new(),
            (true, false) => format!(" aria-describedby=\"{name}-h\""),
            (false, true) => format!(" aria-describedby=\"{name}-e\" aria-invalid=\"true\""),
            (true, true) => {
                format!(" aria-describedby=\"{name}-h {name}-e\" aria-invalid=\"true\"")
            }
        }
    }

    fn around(&self, name: &str) -> String {
        let mut out = String::new();
        if let Some(hint) = self.hint_text(name) {
            let _ = write!(out, "<p class=\"hint\" id=\"{name}-h\">{hint}</p>");
        }
        if let Some(error) = self.error(name) {
            let _ = write!(
                out,
                "<p class=\"error\" id=\"{name}-e\"><span class=\"vh\">{}:</span> {error}</p>",
                escape(self.page.t("form-error"))
            );
        }
        out
    }

    fn is_wrong(&self, name: &str) -> bool {
        self.form.refusals().iter().any(|refusal| refusal.field == Some(name))
    }

    fn class(&self, name: &str) -> &'static str {
        if self.is_wrong(name) { "field wrong" } else { "field" }
    }

    fn wrap(&self, name: &str, control: &str) -> Html {
        Html(format!(
            "<div class=\"{}\"><label for=\"{name}\">{}</label>{}{control}</div>",
            self.class(name),
            self.label(name),
            self.around(name),
        ))
    }

    /// A field of one line. `kind` is the input type; `class` a width (`w4`,
    /// `w8`, `w16`) or empty; `autocomplete` a token of the HTML standard or
    /// `off`.
    #[must_use]
    pub fn input(&self, name: &str, kind: &str, autocomplete: &str, class: &str) -> Html {
        let value = if kind == "password" { String::new() } else { escape(self.form.get(name)) };
        let control = format!(
            "<input id=\"{name}\" name=\"{name}\" type=\"{kind}\" value=\"{value}\" autocomplete=\"{autocomplete}\" class=\"{class}\"{}>",
            self.ties(name)
        );
        self.wrap(name, &control)
    }

    /// A field of many lines.
    #[must_use]
    pub fn area(&self, name: &str, rows: u8) -> Html {
        let control = format!(
            "<textarea id=\"{name}\" name=\"{name}\" rows=\"{rows}\"{}>\n{}</textarea>",
            self.ties(name),
            escape(self.form.get(name))
        );
        self.wrap(name, &control)
    }

    /// A file.
    #[must_use]
    pub fn file(&self, name: &str) -> Html {
        self.file_of(name, "")
    }

    /// A file of some kinds: media types or endings, with commas between.
    #[must_use]
    pub fn file_of(&self, name: &str, kinds: &str) -> Html {
        let accept = if kinds.is_empty() { String::new() } else { format!(" accept=\"{kinds}\"") };
        let control = format!(
            "<input id=\"{name}\" name=\"{name}\" type=\"file\"{accept}{}>",
            self.ties(name)
        );
        self.wrap(name, &control)
    }

    /// A list to choose one from.
    #[must_use]
    pub fn select(&self, name: &str, choices: &[Choice]) -> Html {
        let mut control = format!("<select id=\"{name}\" name=\"{name}\"{}>", self.ties(name));
        for (value, label) in choices {
            let selected = if self.form.get(name) == value { " selected" } else { "" };
            let _ = write!(
                control,
                "<option value=\"{}\"{selected}>{}</option>",
                escape(value),
                escape(label)
            );
        }
        control.push_str("</select>");
        self.wrap(name, &control)
    }

    /// A group to choose one from.
    #[must_use]
    pub fn radios(&self, name: &str, choices: &[Choice]) -> Html {
        self.group(name, "radio", choices)
    }

    /// A group to choose any from.
    #[must_use]
    pub fn checkboxes(&self, name: &str, choices: &[Choice]) -> Html {
        self.group(name, "checkbox", choices)
    }

    fn group(&self, name: &str, kind: &str, choices: &[Choice]) -> Html {
        let chosen = self.form.all(name);
        let mut out = format!(
            "<fieldset class=\"{} choices\"{}><legend>{}</legend>{}",
            self.class(name),
            self.ties(name).replace(" aria-invalid=\"true\"", ""),
            self.label(name),
            self.around(name)
        );
        for (index, (value, label)) in choices.iter().enumerate() {
            // The first one bears the field's own id, so that the list of
            // errors can lead to it.
            let id = if index == 0 { name.to_owned() } else { format!("{name}-{index}") };
            let checked = if chosen.contains(&value.as_str()) { " checked" } else { "" };
            let _ = write!(
                out,
                "<label class=\"choice\"><input type=\"{kind}\" id=\"{id}\" name=\"{name}\" value=\"{}\"{checked}> <span>{}</span></label>",
                escape(value),
                escape(label)
            );
        }
        out.push_str("</fieldset>");
        Html(out)
    }

    /// A lone checkbox.
    #[must_use]
    pub fn checkbox(&self, name: &str) -> Html {
        let checked = if self.form.is_checked(name) { " checked" } else { "" };
        Html(format!(
            "<div class=\"{}\">{}<label class=\"choice\"><input type=\"checkbox\" id=\"{name}\" name=\"{name}\" value=\"yes\"{checked}{}> <span>{}</span></label></div>",
            self.class(name),
            self.around(name),
            self.ties(name),
            self.label(name),
        ))
    }
}

/// The hidden field with a form token.
pub(crate) fn token_field(token: &str) -> Html {
    Html(format!("<input type=\"hidden\" name=\"{TOKEN}\" value=\"{token}\">"))
}
