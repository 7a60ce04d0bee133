//! How a browser should be before it starts.

/// Says how the browser should be. Without a word it is a desktop window of
/// 1280 by 900 with JavaScript, in light colours, that asks for English.
#[derive(Debug, Clone)]
pub struct Start {
    pub(super) site: String,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) phone: bool,
    pub(super) javascript: bool,
    pub(super) dark: bool,
    pub(super) language: String,
}

impl Start {
    pub(super) fn new(site: &str) -> Self {
        Self {
            site: site.trim_end_matches('/').to_owned(),
            width: 1280,
            height: 900,
            phone: false,
            javascript: true,
            dark: false,
            language: "en".to_owned(),
        }
    }

    /// A cheap phone: 360 by 800, and the page's viewport setting counts.
    pub fn on_a_phone(mut self) -> Self {
        (self.width, self.height, self.phone) = (360, 800, true);
        self
    }

    /// A window of another size, in CSS pixels.
    pub fn sized(mut self, width: u32, height: u32) -> Self {
        (self.width, self.height) = (width, height);
        self
    }

    /// The page's scripts don't run.
    pub fn without_javascript(mut self) -> Self {
        self.javascript = false;
        self
    }

    /// The person prefers dark colours.
    pub fn in_the_dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// The browser asks for these languages: `fi`, or `sv,en`.
    pub fn speaking(mut self, languages: &str) -> Self {
        self.language = languages.to_owned();
        self
    }
}
