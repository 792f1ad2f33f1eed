//! What the lines of a text tell of the article: outlet, writer, date, agencies, and the body.

use super::draft::Draft;
use super::furniture::Purpose;
use super::line::{Kind, Line};
use super::scraped::{Role, Sorted};
use super::{byline, date, outlet};

/// The article of a text whose lines are sorted.
pub fn draft(sorted: &Sorted) -> Draft {
    let mut draft = Draft {
        title: sorted.title.clone(),
        byline: writer(sorted),
        credit: credit(sorted),
        body: body(sorted),
        around: with(sorted, |r| r != Role::Article)
            .map(|l| l.text.as_str())
            .collect::<Vec<_>>()
            .join("\n"),
        ..Draft::default()
    };
    draft.source = source(sorted, draft.byline.as_deref());
    publication(sorted, &mut draft);
    draft
}

fn with<'s>(
    sorted: &'s Sorted,
    wanted: impl Fn(Role) -> bool + 's,
) -> impl Iterator<Item = &'s Line> + 's {
    let lines = sorted.lines.iter().zip(&sorted.roles);
    lines.filter(move |(_, r)| wanted(**r)).map(|(l, _)| l)
}

/// The article's paragraphs as the article file has them.
pub fn body(sorted: &Sorted) -> String {
    let mut out = String::new();
    let mut item = false;
    for line in with(sorted, |r| r == Role::Article) {
        let list = matches!(line.kind, Kind::Item(_));
        if !out.is_empty() {
            out.push_str(if list && item { "\n" } else { "\n\n" });
        }
        item = list;
        match line.kind {
            Kind::Item(Some(n)) => out.push_str(&format!("{n}. ")),
            Kind::Item(None) => out.push_str("- "),
            Kind::Heading(_) | Kind::Quote | Kind::Paragraph => {}
        }
        out.push_str(&line.text);
    }
    out
}

fn writer(sorted: &Sorted) -> Option<String> {
    with(sorted, |r| r == Role::Byline)
        .find_map(|l| byline::of_line(l).or_else(|| l.is_name().then(|| byline::tidy(&l.text))))
}

/// Agencies named in lines of credit, and in a dateline of another outlet.
fn credit(sorted: &Sorted) -> Vec<String> {
    let mut found = Vec::new();
    for line in with(sorted, |r| r == Role::Furniture(Purpose::Credit)) {
        for agency in byline::agencies(&line.text) {
            if !found.contains(&agency) {
                found.push(agency);
            }
        }
    }
    found
}

/// The outlet, by the surest sign there is.
fn source(sorted: &Sorted, writer: Option<&str>) -> Option<String> {
    let last = sorted
        .roles
        .iter()
        .rposition(|r| *r == Role::Article)
        .unwrap_or(0);
    let edges = || {
        sorted
            .lines
            .iter()
            .zip(&sorted.roles)
            .filter(|(_, r)| matches!(r, Role::Furniture(_)))
    };
    let whole = |l: &Line| outlet::known(&l.text).map(|o| o.name.clone());
    let behind = sorted.lines[last.min(sorted.lines.len())..]
        .iter()
        .skip(1)
        .find_map(whole);
    behind
        .or_else(|| sorted.titled_outlet.clone())
        .or_else(|| {
            edges()
                .find_map(|(l, _)| outlet::in_furniture(l))
                .filter(|name| Some(name.as_str()) != writer)
        })
        .or_else(|| {
            with(sorted, |r| r == Role::Article)
                .take(4)
                .find_map(|l| outlet::in_dateline(&l.text))
        })
        .or_else(|| edges().find_map(|(l, _)| whole(l)))
}

/// The date of publication, or a note that it is open.
fn publication(sorted: &Sorted, draft: &mut Draft) {
    let all: Vec<date::Found> = sorted
        .lines
        .iter()
        .flat_map(|l| date::dates(&l.text))
        .collect();
    let first = sorted
        .roles
        .iter()
        .position(|r| *r == Role::Article)
        .unwrap_or(sorted.lines.len());
    let head = &sorted.lines[..first];
    let dated = |l: &&Line| {
        (date::is_date_line(&l.text) || byline::of_line(l).is_some()) && !date::is_update(&l.text)
    };
    let labelled = sorted.lines[first..].iter().filter(|l| is_labelled(l));
    let Some(found) = head
        .iter()
        .filter(dated)
        .chain(labelled)
        .find_map(|l| date::dates(&l.text).into_iter().next())
    else {
        return;
    };
    draft.published = date::settled(&found, &all);
    if let Some(other) = found.month_first {
        draft.notes.push(match &draft.published {
            Some(date) => format!(
                "the page's date may be {} or {other}: its other dates speak for {}",
                found.date.date, date.date
            ),
            None => format!(
                "the page's date may be {} or {other}: say which with --published",
                found.date.date
            ),
        });
    }
}

/// "Published on 3 May 2019": a date that says what it is, wherever it stands.
fn is_labelled(line: &Line) -> bool {
    let begins = line
        .words
        .first()
        .is_some_and(|w| matches!(w.as_str(), "published" | "posted" | "date"));
    begins && date::is_date_line(&line.text)
}
