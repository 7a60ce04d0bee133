//! What of a Markdown text is shown, and as what.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::{Attachment, DOCUMENT, PICTURE, Place, Shape, attachment_id};
use crate::web::view::escape;

/// Deepest nesting of quotes and lists that is kept; deeper text stays, its
/// nesting goes. Screens of phones are narrow, and browsers' stacks finite.
pub(super) const DEEPEST: usize = 8;
/// Deepest nesting of marks within a line.
const DEEPEST_MARKS: usize = 12;

/// Makes of a text's events those that we show.
pub(super) struct Softener<'t> {
    place: Place,
    attachments: &'t [Attachment],
    pub(super) events: Vec<Event<'t>>,
    /// Quotes and lists that are open, and whether each is kept.
    blocks: Vec<bool>,
    /// Marks within a line that are open, and whether each is kept.
    marks: Vec<bool>,
    /// Links that are open.
    links: usize,
    /// The picture whose description is being read.
    picture: Option<Shown<'t>>,
    /// The document whose title is being read, and how many events came
    /// before it.
    document: Option<(&'t Attachment, usize)>,
}

struct Shown<'t> {
    picture: &'t Attachment,
    description: String,
    /// Pictures within its description.
    inner: usize,
}

impl<'t> Softener<'t> {
    pub(super) fn new(place: Place, attachments: &'t [Attachment]) -> Self {
        Self {
            place,
            attachments,
            events: Vec::new(),
            blocks: Vec::new(),
            marks: Vec::new(),
            links: 0,
            picture: None,
            document: None,
        }
    }

    /// The attachment that begins here, if the text may show it.
    fn find(&self, tag: &Tag<'t>) -> Option<&'t Attachment> {
        let id = attachment_id(tag)?;
        let is_picture = matches!(tag, Tag::Image { .. });
        self.attachments
            .iter()
            .find(|one| one.id == id && is_picture == matches!(one.shape, Shape::Picture { .. }))
    }

    pub(super) fn take(&mut self, event: Event<'t>) {
        if self.picture.is_some() {
            return self.describe(event);
        }
        match event {
            Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item) => {
                let keep = self.blocks.len() < DEEPEST * 2;
                self.blocks.push(keep);
                if keep {
                    self.events.push(event);
                }
            }
            Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item) => {
                if self.blocks.pop().unwrap_or(false) {
                    self.events.push(event);
                }
            }
            Event::Start(tag @ Tag::Image { .. }) => self.open_picture(tag),
            Event::Start(ref tag @ Tag::Link { ref dest_url, .. })
                if dest_url.starts_with(DOCUMENT) =>
            {
                match self.find(tag) {
                    Some(document) => self.open_document(document),
                    // One that is not theirs to show: its title stays.
                    None => self.marks.push(false),
                }
            }
            Event::Start(Tag::Link { .. } | Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {
                self.open(event);
            }
            Event::End(TagEnd::Image) => self.close(Event::End(TagEnd::Link)),
            Event::End(
                TagEnd::Link | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough,
            ) => self.close(event),
            event => self.events.extend(soften(event, self.place)),
        }
    }

    fn open_picture(&mut self, tag: Tag<'t>) {
        if let Some(picture) = self.find(&tag) {
            self.picture = Some(Shown { picture, description: String::new(), inner: 0 });
            return;
        }
        match tag {
            // A foreign one is not loaded.
            Tag::Image { link_type, dest_url, title, id }
                if ![PICTURE, DOCUMENT].iter().any(|ours| dest_url.starts_with(ours)) =>
            {
                self.open(Event::Start(Tag::Link { link_type, dest_url, title, id }));
            }
            // One that is not theirs to show: its description stays.
            _ => self.marks.push(false),
        }
    }

    fn open_document(&mut self, document: &'t Attachment) {
        let Shape::Document { address, .. } = &document.shape else { return };
        let before = self.events.len();
        self.open(Event::Start(Tag::Link {
            link_type: LinkType::Inline,
            dest_url: address.as_str().into(),
            title: "".into(),
            id: "".into(),
        }));
        if self.events.len() > before {
            self.document = Some((document, self.events.len()));
        }
    }

    /// The end of the title of a document: what it is, and how large.
    fn close_document(&mut self, end: Event<'t>) {
        let Some((document, before)) = self.document.take() else {
            return self.events.push(end);
        };
        if self.events.len() == before {
            self.events.push(Event::Text(document.description.as_str().into()));
        }
        self.events.push(end);
        if let Shape::Document { kind, bytes, .. } = &document.shape {
            let size = (bytes / 1000).max(1);
            self.events.push(Event::Text(format!(" ({kind}, {size} kB)").into()));
        }
    }

    /// A mark within a line begins. Links don't stand within links: browsers
    /// would take them apart.
    fn open(&mut self, event: Event<'t>) {
        let is_link = matches!(event, Event::Start(Tag::Link { .. }));
        let keep = self.marks.len() < DEEPEST_MARKS && !(is_link && self.links > 0);
        self.marks.push(keep);
        if keep {
            self.links += usize::from(is_link);
            self.events.push(event);
        }
    }

    fn close(&mut self, event: Event<'t>) {
        if !self.marks.pop().unwrap_or(false) {
            return;
        }
        if matches!(event, Event::End(TagEnd::Link)) {
            self.links -= 1;
            self.close_document(event);
        } else {
            self.events.push(event);
        }
    }

    /// Reads on in the description of a picture, to its end.
    fn describe(&mut self, event: Event<'t>) {
        let Some(shown) = &mut self.picture else { return };
        match event {
            Event::Start(Tag::Image { .. }) => shown.inner += 1,
            Event::End(TagEnd::Image) if shown.inner > 0 => shown.inner -= 1,
            Event::End(TagEnd::Image) => {
                let html = shown.html(self.links == 0);
                self.events.push(Event::InlineHtml(html.into()));
                self.picture = None;
            }
            Event::Text(words)
            | Event::Code(words)
            | Event::Html(words)
            | Event::InlineHtml(words) => shown.description.push_str(&words),
            Event::SoftBreak | Event::HardBreak => shown.description.push(' '),
            _ => {}
        }
    }
}

impl Shown<'_> {
    fn html(&self, may_be_link: bool) -> String {
        let Attachment { shape, description, .. } = self.picture;
        let Shape::Picture { small, large, width, height } = shape else { return String::new() };
        let said = self.description.trim();
        let alt = escape(if said.is_empty() { description } else { said });
        let picture = format!(
            "<img src=\"{}\" alt=\"{alt}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" decoding=\"async\">",
            escape(small)
        );
        if may_be_link { format!("<a href=\"{}\">{picture}</a>", escape(large)) } else { picture }
    }
}

fn soften(event: Event<'_>, place: Place) -> Option<Event<'_>> {
    Some(match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::SoftBreak if place == Place::Post => Event::HardBreak,
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: lower(level, place), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level, place))),
        Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => return None,
        event => event,
    })
}

fn lower(level: pulldown_cmark::HeadingLevel, place: Place) -> pulldown_cmark::HeadingLevel {
    use pulldown_cmark::HeadingLevel::{H2, H3, H4, H5, H6};
    let highest = match place {
        Place::Article => 2,
        Place::Post => 3,
    };
    match (level as usize).max(highest) {
        2 => H2,
        3 => H3,
        4 => H4,
        5 => H5,
        _ => H6,
    }
}
