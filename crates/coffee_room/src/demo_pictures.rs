//! Pictures for the demonstration union's talk.

use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::files::{self, FileHash};
use kafferum_platform::markdown::{self, Asked, Place};
use kafferum_platform::people::PersonId;
use kafferum_platform::site::Site;
use kafferum_platform::{Error, Fault};

use crate::model::{AttachmentKind, Draft};
use crate::store;

/// How the talk names them, what is to be seen, and the files.
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

/// A picture that is kept already.
pub(crate) struct DemoPicture {
    pub mark: &'static str,
    description: &'static str,
    large: FileHash,
    small: FileHash,
}

/// Keeps all of them.
pub(crate) async fn keep(site: &Site) -> Result<Vec<DemoPicture>, Error> {
    let mut kept = Vec::new();
    for (mark, description, bytes) in PICTURES {
        let painted = site.studio.paint(bytes.into()).await?;
        kept.push(DemoPicture {
            mark,
            description,
            large: files::keep(site, &painted.large).await?,
            small: files::keep(site, &painted.small).await?,
        });
    }
    Ok(kept)
}

impl DemoPicture {
    /// Enters the picture as its author's, where their text names it.
    pub(crate) fn put_into(
        &self,
        tx: &mut Tx<'_>,
        author: PersonId,
        draft: &mut Draft,
        at: Millis,
    ) -> Result<(), Fault> {
        let files = (&self.large, &self.small);
        let kind = AttachmentKind::Picture;
        let id = store::attachments::insert(tx, author, kind, files, at)?;
        draft.markdown = draft.markdown.replace(self.mark, &format!("picture:{id}"));
        let words = self.description.to_owned();
        let asked = Asked { id: id.0, is_picture: true, words };
        draft.attachments.extend(store::attachments::showable(tx, author, None, &[asked])?);
        draft.html = markdown::render_with(&draft.markdown, Place::Post, &draft.attachments);
        Ok(())
    }
}
