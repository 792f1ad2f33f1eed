//! What leaves the reader: the clipboard, the browser, the editor, files, and leaving itself.

use crate::page::why::quote;
use crate::page::words::{long_date, who};
use crate::reader::commands::level::selected_place;
use crate::reader::library::Stage;
use crate::reader::{Effect, Effects, Reader};

pub(super) fn quit(_: &mut Reader, _: &str) -> Effects {
    vec![Effect::Quit]
}

pub(super) fn suspend(_: &mut Reader, _: &str) -> Effects {
    vec![Effect::Suspend]
}

pub(super) fn redraw(_: &mut Reader, _: &str) -> Effects {
    vec![Effect::Redraw]
}

pub(super) fn reload(_: &mut Reader, _: &str) -> Effects {
    vec![Effect::Reload]
}

pub(super) fn cancel(reader: &mut Reader, _: &str) -> Effects {
    if reader.library.stage == Stage::Done {
        reader.say("Nothing is being read or compared.");
        return Effects::new();
    }
    reader.library.stage = Stage::Done;
    vec![Effect::Cancel]
}

pub(super) fn print(reader: &mut Reader, file: &str) -> Effects {
    if file.is_empty() {
        reader.complain("Say where to: `:print FILE`.");
        return Effects::new();
    }
    vec![Effect::Print(file.into())]
}

/// Copies the selected passage with where it stands.
pub(super) fn copy(reader: &mut Reader, _: &str) -> Effects {
    match citation(reader) {
        Some(text) => vec![Effect::Copy(text)],
        None => {
            reader.say("No passage is selected.");
            Effects::new()
        }
    }
}

fn citation(reader: &Reader) -> Option<String> {
    let topic = reader.library.comparison.topics.get(reader.topic)?;
    let passage = topic.passages.get(reader.selected?)?;
    let article = reader.library.articles.get(passage.article)?;
    let mut parts = vec![format!("“{}”", quote(passage, article))];
    if passage.speaker.is_some() {
        parts.push(who(passage, &article.source));
    }
    parts.push(format!("{}, “{}”", article.source, article.title));
    if let Some(published) = &article.published {
        parts.push(long_date(published.date));
    }
    parts.extend(article.url.clone());
    Some(parts.join(". "))
}

pub(super) fn open_address(reader: &mut Reader, _: &str) -> Effects {
    let article = reader.shelf.focused().map(|a| &reader.library.articles[a]);
    match article.and_then(|a| a.url.clone()) {
        Some(url) if url.starts_with("http://") || url.starts_with("https://") => {
            vec![Effect::Open(url)]
        }
        Some(_) => {
            reader.complain("Only http and https addresses are opened.");
            Effects::new()
        }
        None => {
            reader.say("This article has no address.");
            Effects::new()
        }
    }
}

/// Opens the focused article in the editor, at the selected passage when it stands there.
pub(super) fn edit(reader: &mut Reader, _: &str) -> Effects {
    let Some(focused) = reader.shelf.focused() else {
        return Effects::new();
    };
    let article = &reader.library.articles[focused];
    let byte = selected_place(reader)
        .filter(|p| p.0 == focused)
        .map_or(0, |p| p.1);
    let before = article.body.get(..byte).unwrap_or("");
    let line = article.body_line + before.matches('\n').count();
    vec![Effect::Edit(article.file.clone(), line)]
}
