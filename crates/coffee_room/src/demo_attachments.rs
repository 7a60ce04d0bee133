//! Pictures and a document for the demonstration union's talk.

use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::files::{self, FileHash};
use kafferum_platform::markdown::{self, Asked, Place};
use kafferum_platform::people::PersonId;
use kafferum_platform::site::Site;
use kafferum_platform::{Error, Fault};

use crate::model::{AttachmentKind, Draft};
use crate::store;

/// How the talk names them, what is said of them, and the files.
const PICTURES: [(&str, &str, &[u8]); 2] = [
    (
        "picture:kahvi-ja-pulla",
        "Höyryävä kahvikuppi ja sokeripulla",
        include_bytes!("../demo/kahvi-ja-pulla.jpg"),
    ),
    (
        "picture:seinakalenteri",
        "Kahden viikon vuorolista seinällä",
        include_bytes!("../demo/seinakalenteri.png"),
    ),
];
const DOCUMENT: (&str, &str, &[u8]) =
    ("document:vuorolista", "Tyhjä vuorolista", include_bytes!("../demo/vuorolista.txt"));

/// A picture or document that is kept already.
pub(crate) struct DemoAttachment {
    pub mark: &'static str,
    words: &'static str,
    kind: AttachmentKind,
    file: FileHash,
    small: FileHash,
}

/// Keeps all of them.
pub(crate) async fn keep(site: &Site) -> Result<Vec<DemoAttachment>, Error> {
    let mut kept = Vec::new();
    for (mark, words, bytes) in PICTURES {
        let painted = site.studio.paint(bytes.into()).await?;
        kept.push(DemoAttachment {
            mark,
            words,
            kind: AttachmentKind::Picture,
            file: files::keep(site, &painted.large).await?,
            small: files::keep(site, &painted.small).await?,
        });
    }
    let (mark, words, bytes) = DOCUMENT;
    let document = site.studio.look_through(bytes.into(), "vuorolista.txt").await?;
    let file = files::keep(site, &document.file).await?;
    let (kind, small) = (AttachmentKind::Document, file.clone());
    kept.push(DemoAttachment { mark, words, kind, file, small });
    Ok(kept)
}

impl DemoAttachment {
    /// Enters it as its author's, where their text names it.
    pub(crate) fn put_into(
        &self,
        tx: &mut Tx<'_>,
        author: PersonId,
        draft: &mut Draft,
        at: Millis,
    ) -> Result<(), Fault> {
        let files = (&self.file, &self.small);
        let id = store::attachments::insert(tx, author, self.kind, files, at)?;
        let is_picture = self.kind == AttachmentKind::Picture;
        let mark = format!("{}:{id}", self.kind.word());
        draft.markdown = draft.markdown.replace(self.mark, &mark);
        let asked = Asked { id: id.0, is_picture, words: self.words.to_owned() };
        draft.attachments.extend(store::attachments::showable(tx, author, None, &[asked])?);
        draft.html = markdown::render_with(&draft.markdown, Place::Post, &draft.attachments);
        Ok(())
    }
}
