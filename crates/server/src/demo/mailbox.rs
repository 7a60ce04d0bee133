//! The folder of mail as pages.

use std::path::PathBuf;

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::fault::Fault;
use kafferum_platform::mail::Mailer;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use mail_parser::{MessageParser, MimeHeaders};

struct Mail {
    name: String,
    to: String,
    from: String,
    /// Where an answer goes; empty when to the sender.
    reply_to: String,
    subject: String,
    at: i64,
    body: String,
    attachment: Option<String>,
}

fn folder(ctx: &Ctx) -> Result<PathBuf, Error> {
    match &ctx.site.mailer {
        Mailer::Folder(folder) => Ok(folder.clone()),
        Mailer::Smtp(_) => Err(Error::NotFound),
    }
}

fn parse(name: &str, bytes: &[u8]) -> Option<Mail> {
    let message = MessageParser::default().parse(bytes)?;
    let address = |address: Option<&mail_parser::Address<'_>>| {
        address
            .and_then(|all| all.first())
            .and_then(|one| one.address())
            .unwrap_or_default()
            .to_owned()
    };
    Some(Mail {
        name: name.to_owned(),
        to: address(message.to()),
        from: address(message.from()),
        reply_to: address(message.reply_to()),
        subject: message.subject().unwrap_or_default().to_owned(),
        at: message.date().map_or(0, |date| date.to_timestamp() * 1000),
        body: message.body_text(0).unwrap_or_default().into_owned(),
        attachment: message
            .attachments()
            .next()
            .and_then(|file| file.attachment_name())
            .map(ToOwned::to_owned),
    })
}

/// A name of a file in the folder: letters and digits alone, so that it can
/// lead nowhere else.
fn must_be_name(ctx: &Ctx) -> Result<String, Error> {
    let name: String = ctx.param("name")?;
    let fits = name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    if fits { Ok(name) } else { Err(Error::NotFound) }
}

async fn bytes(ctx: &Ctx, name: &str) -> Result<Vec<u8>, Error> {
    let path = folder(ctx)?.join(format!("{name}.eml"));
    tokio::fs::read(path).await.map_err(|_| Error::NotFound)
}

#[derive(Template)]
#[template(path = "demo_mail.html")]
struct MailList {
    page: Page,
    mails: Vec<Mail>,
}

/// Mails shown at once, newest first.
const SHOWN: usize = 200;

pub(crate) async fn list(ctx: Ctx) -> Reply {
    let folder = folder(&ctx)?;
    let read = tokio::task::spawn_blocking(move || all(&folder)).await.map_err(Fault::bug)?;
    ctx.html(&MailList { page: ctx.page(ctx.t("demo-mail")), mails: read })
}

fn all(folder: &std::path::Path) -> Vec<Mail> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut mails: Vec<Mail> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let path = entry.path();
            let name = path.file_stem()?.to_str()?.to_owned();
            let is_mail = path.extension().is_some_and(|ending| ending == "eml");
            is_mail.then(|| std::fs::read(&path).ok()).flatten().and_then(|raw| parse(&name, &raw))
        })
        .collect();
    mails.sort_by_key(|mail| std::cmp::Reverse(mail.at));
    mails.truncate(SHOWN);
    mails
}

#[derive(Template)]
#[template(path = "demo_mail_read.html")]
struct MailPage {
    page: Page,
    mail: Mail,
    /// The text in pieces: words, and addresses on this site to follow.
    pieces: Vec<Piece>,
}

struct Piece {
    text: String,
    link: Option<String>,
}

pub(crate) async fn read(ctx: Ctx) -> Reply {
    let name = must_be_name(&ctx)?;
    let mail = parse(&name, &bytes(&ctx, &name).await?).ok_or(Error::NotFound)?;
    let pieces = pieces(&mail.body, &ctx.site.public_url);
    ctx.html(&MailPage {
        page: ctx.page(format!("{} – {}", mail.subject, ctx.t("demo-mail"))),
        mail,
        pieces,
    })
}

fn pieces(body: &str, public_url: &str) -> Vec<Piece> {
    body.split_inclusive(char::is_whitespace)
        .map(|word| {
            let path = word.trim_end().strip_prefix(public_url);
            Piece {
                text: word.to_owned(),
                link: path.map(|path| format!("/{}", path.trim_start_matches('/'))),
            }
        })
        .collect()
}

pub(crate) async fn attachment(ctx: Ctx) -> Reply {
    let name = must_be_name(&ctx)?;
    let raw = bytes(&ctx, &name).await?;
    let message = MessageParser::default().parse(&raw).ok_or(Error::NotFound)?;
    let file = message.attachments().next().ok_or(Error::NotFound)?;
    ctx.file(
        "application/pdf",
        file.attachment_name().unwrap_or("letter.pdf"),
        file.contents().to_vec(),
    )
}
