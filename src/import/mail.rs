//! Mails, and pages saved as mails (MHTML).

use super::draft::Draft;
use super::error::ImportError;
use super::{page, scraped};
use crate::article::Published;
use jiff::civil::{Date, Time};
use mail_parser::{DateTime, Message, MessageParser};

/// Reads a mail.
///
/// # Errors
///
/// When it is none, or holds no text.
pub fn read(bytes: &[u8], origin: &str) -> Result<Draft, ImportError> {
    let mail = MessageParser::default()
        .parse(bytes)
        .ok_or(ImportError::Broken {
            what: "mail",
            why: "it has no header".to_owned(),
        })?;
    let address = saved_from(&mail);
    let mut draft = match (mail.html_part(0), mail.body_html(0), mail.body_text(0)) {
        (Some(part), Some(html), _) if part.is_text_html() => {
            page::read(&html, address.as_deref(), origin)?
        }
        (_, _, Some(text)) => scraped::read(&text, origin),
        (_, Some(html), None) => page::read(&html, address.as_deref(), origin)?,
        _ => return Err(ImportError::Empty),
    };
    if address.is_none() {
        headers(&mail, &mut draft);
    }
    Ok(draft)
}

/// The address from which a browser saved a page.
fn saved_from(mail: &Message<'_>) -> Option<String> {
    let names = ["Snapshot-Content-Location", "Content-Location"];
    let found = names
        .iter()
        .find_map(|n| mail.header_raw(*n))
        .map(|v| v.trim().to_owned());
    found.filter(|a| a.starts_with("http"))
}

/// What the mail's own header says, where the text says nothing.
fn headers(mail: &Message<'_>, draft: &mut Draft) {
    if let Some(subject) = mail.subject() {
        draft.title = Some(subject.trim().to_owned());
    }
    if draft.published.is_none() {
        draft.published = mail.date().and_then(published);
    }
    if draft.source.is_none() {
        let sender = mail.from().and_then(|f| f.first()).and_then(|a| a.name());
        draft.source = sender.map(super::outlet::proper);
    }
}

fn published(date: &DateTime) -> Option<Published> {
    let small = |n: u8| i8::try_from(n).ok();
    let day = Date::new(
        i16::try_from(date.year).ok()?,
        small(date.month)?,
        small(date.day)?,
    )
    .ok()?;
    let time = Time::new(
        small(date.hour)?,
        small(date.minute)?,
        small(date.second)?,
        0,
    )
    .ok()?;
    let minutes = i32::from(date.tz_hour) * 60 + i32::from(date.tz_minute);
    let offset = if date.tz_before_gmt {
        -minutes
    } else {
        minutes
    };
    Some(Published {
        date: day,
        time: Some(time),
        offset: Some(offset),
    })
}
