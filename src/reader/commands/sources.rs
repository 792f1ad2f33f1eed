//! The sources: going from one to the next, ordering, hiding, zooming.

use super::{level, passages};
use crate::page::line::{Line, Role, flow};
use crate::page::words::{long_date, silence};
use crate::reader::layout;
use crate::reader::overlay::{self, Item};
use crate::reader::shelf::Order;
use crate::reader::view::View;
use crate::reader::{Effects, Reader};

pub(super) fn next(reader: &mut Reader, _: &str) -> Effects {
    step(reader, 1)
}

pub(super) fn previous(reader: &mut Reader, _: &str) -> Effects {
    step(reader, -1)
}

fn step(reader: &mut Reader, by: isize) -> Effects {
    if reader.view == View::Read {
        reader.shelf.step(by);
        enter(reader);
    } else {
        super::views::step(reader, 0, by);
    }
    Effects::new()
}

/// After the focus moved: the counterpart of what was selected is selected, or what is on the screen.
pub fn enter(reader: &mut Reader) {
    layout::refresh(reader);
    let Some(article) = reader.shelf.focused() else {
        return;
    };
    let counterpart = level::strongest_in(reader, article);
    let was_level = reader.shelf.is_level;
    let on_screen = passages::visible_bytes(reader, article)
        .and_then(|(first, last)| passages::first_between(reader, article, first, last));
    reader.selected = match counterpart {
        Some(passage) if was_level => Some(passage),
        _ => on_screen.or(counterpart),
    };
    if was_level && counterpart.is_some() {
        layout::refresh(reader);
        level::align(reader, None);
    }
}

fn named(reader: &Reader, name: &str) -> Option<usize> {
    let articles = &reader.library.articles;
    let wanted = name.to_lowercase();
    let by_id = articles.iter().position(|a| a.id == name);
    by_id.or_else(|| {
        articles
            .iter()
            .position(|a| a.source.to_lowercase().starts_with(&wanted))
    })
}

fn wanted(reader: &mut Reader, name: &str) -> Option<usize> {
    if name.is_empty() {
        return reader.shelf.focused();
    }
    let found = named(reader, name);
    if found.is_none() {
        reader.complain(format!("There is no source {name}."));
    }
    found
}

/// Shows all that is known about a source.
pub(super) fn about(reader: &mut Reader, name: &str) -> Effects {
    if let Some(article) = wanted(reader, name) {
        let lines = known(reader, article);
        overlay::show(reader, "Source", lines);
    }
    Effects::new()
}

fn known(reader: &Reader, article: usize) -> Vec<Line> {
    let columns = reader.layout.width.saturating_sub(8).clamp(20, 100);
    let a = &reader.library.articles[article];
    let date = a.published.as_ref().map(|p| match p.time {
        Some(_) => format!("{} ({p})", long_date(p.date)),
        None => long_date(p.date),
    });
    let credit = (!a.credit.is_empty()).then(|| a.credit.join(", "));
    let facts = [
        ("Outlet", Some(a.source.clone())),
        ("Title", Some(a.title.clone())),
        ("By", a.byline.clone()),
        ("Published", date),
        ("Credits", credit),
        ("Address", a.url.clone()),
        ("From", a.origin.clone()),
        ("File", Some(a.file.clone())),
        (
            "Your note",
            reader.library.note(&a.source).map(str::to_owned),
        ),
    ];
    let mut lines: Vec<Line> = facts
        .into_iter()
        .filter_map(|(what, text)| Some((what, text?)))
        .flat_map(|(what, text)| {
            let line = Line::of(&format!("{what:11}"), Role::Quiet).with(&text, Role::Plain);
            flow(&line, columns, 11)
        })
        .collect();
    lines.push(Line::new());
    lines.extend(stands(reader, article, columns));
    lines
}

fn stands(reader: &Reader, article: usize, columns: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for topic in &reader.library.comparison.topics {
        lines.push(Line::of(&topic.name, Role::Heading));
        let Some(source) = topic.sources.get(article) else {
            continue;
        };
        for stand in &source.stands {
            let who = stand.speaker.as_deref().unwrap_or("own words");
            let line = Line::of("  ", Role::Plain)
                .with(&stand.position, Role::Stand)
                .with(&format!(" · {who}"), Role::Speaker);
            lines.extend(flow(&line, columns, 4));
        }
        if source.stands.is_empty() {
            let words = source.silence.map_or("no position", silence);
            lines.push(Line::of(&format!("  {words}"), Role::Quiet));
        }
    }
    lines
}

pub(super) fn go_to(reader: &mut Reader, name: &str) -> Effects {
    if let Some(article) = wanted(reader, name) {
        if reader.shelf.is_hidden(article) {
            reader.shelf.toggle(article);
        }
        super::spots::remember(reader);
        reader.view = View::Read;
        reader.shelf.focus_on(article);
        enter(reader);
    }
    Effects::new()
}

pub(super) fn pick(reader: &mut Reader, _: &str) -> Effects {
    let items = reader
        .shelf
        .all()
        .iter()
        .map(|&a| {
            let article = &reader.library.articles[a];
            Item {
                label: article.source.clone(),
                detail: crate::page::words::published(article),
                checked: Some(!reader.shelf.is_hidden(a)),
                command: format!("go-to-source {}", article.id),
                toggles: Some(format!("hide {}", article.id)),
                ..Item::default()
            }
        })
        .collect();
    overlay::pick(reader, "Sources", items);
    Effects::new()
}

/// Hides a source, or shows it again.
pub(super) fn hide(reader: &mut Reader, name: &str) -> Effects {
    let Some(article) = wanted(reader, name) else {
        return Effects::new();
    };
    let was_focused = reader.shelf.focused() == Some(article);
    if !reader.shelf.is_hidden(article) && reader.shelf.shown().len() == 1 {
        reader.say("The last source stays.");
        return Effects::new();
    }
    reader.shelf.toggle(article);
    let outlet = reader.library.articles[article].source.clone();
    let sources = reader.keys.key_for("sources");
    if reader.shelf.is_hidden(article) {
        reader.say(format!("{outlet} is hidden; {sources} brings it back."));
    } else {
        reader.say(format!("{outlet} is shown."));
    }
    if was_focused {
        enter(reader);
    }
    Effects::new()
}

pub(super) fn show_all(reader: &mut Reader, _: &str) -> Effects {
    reader.shelf.show_all();
    Effects::new()
}

pub(super) fn zoom(reader: &mut Reader, _: &str) -> Effects {
    reader.shelf.is_zoomed = !reader.shelf.is_zoomed;
    layout::refresh(reader);
    level::align(reader, None);
    Effects::new()
}

pub(super) fn linked(reader: &mut Reader, _: &str) -> Effects {
    reader.settings.unlinked = !reader.settings.unlinked;
    reader.say(if reader.settings.unlinked {
        "Each column scrolls for itself."
    } else {
        "The columns scroll together."
    });
    Effects::new()
}

/// Makes the focused source the first one, to which the others are compared.
pub(super) fn base(reader: &mut Reader, _: &str) -> Effects {
    let place = reader.shelf.focus().cast_signed();
    for _ in 0..place {
        reader.shelf.carry(-1);
    }
    if let Some(article) = reader.shelf.focused() {
        let outlet = reader.library.articles[article].source.clone();
        reader.say(format!("{outlet} is the base: it stands first."));
    }
    level::align(reader, None);
    Effects::new()
}

pub(super) fn order(reader: &mut Reader, wanted: &str) -> Effects {
    let order = match (wanted, reader.shelf.order) {
        ("date", _) | ("", Order::Name | Order::Hand) => Order::Date,
        ("name", _) | ("", Order::Date) => Order::Name,
        ("hand", _) => Order::Hand,
        _ => {
            reader.complain("Order by date, name or hand.");
            return Effects::new();
        }
    };
    reader.shelf.sort(&reader.library.articles, order);
    reader.say(format!("The sources are ordered by {}.", order.name()));
    Effects::new()
}

pub(super) fn move_left(reader: &mut Reader, _: &str) -> Effects {
    reader.shelf.carry(-1);
    Effects::new()
}

pub(super) fn move_right(reader: &mut Reader, _: &str) -> Effects {
    reader.shelf.carry(1);
    Effects::new()
}
