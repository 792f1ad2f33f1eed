//! New text or settings come in; the place, the topic and the selection stay where they can.

use super::commands::topics;
use super::keymap::Keymap;
use super::library::Library;
use super::settings::Settings;
use super::shelf::Shelf;
use super::{Effects, Reader, layout};
use crate::page::sheet::Place;
use crate::problem::Problem;
use crate::text::Span;
use std::collections::BTreeMap;

/// Uses other settings. What is wrong in `[keys]` is told.
pub(super) fn adopt(reader: &mut Reader, settings: Settings) -> Effects {
    let (keys, wrong) = Keymap::with(&settings.keys);
    reader.keys = keys;
    reader.settings = settings;
    reader.layout.forget_pane();
    if let Some(first) = wrong.first() {
        reader.complain(first.clone());
    }
    Effects::new()
}

/// What is remembered of the old library.
struct Kept {
    places: BTreeMap<String, Place>,
    focused: Option<String>,
    hidden: Vec<String>,
    order: Vec<String>,
    topic: Option<String>,
    selected: Option<(String, Span)>,
    top: usize,
    problems: Vec<Problem>,
}

/// Takes another library.
pub(super) fn take(reader: &mut Reader, library: Library) -> Effects {
    let is_first = reader.library.articles.is_empty();
    let kept = keep(reader);
    reader.library = library;
    reader.pages.read(&reader.library);
    reader.layout.forget_pane();
    reader
        .search
        .run(&reader.search.words.clone(), &reader.library.articles);
    reshelve(reader, &kept);
    reader.topic = kept
        .topic_in(reader)
        .min(reader.library.comparison.topics.len().saturating_sub(1));
    layout::refresh(reader);
    reader.selected = kept.selection_in(reader);
    if is_first || reader.library.problems != kept.problems {
        say_what_is_wrong(reader);
    }
    if reader.selected.is_none() && (is_first || reader.shelf.is_level || kept.had_no_marks()) {
        first_selection(reader);
    }
    layout::refresh(reader);
    Effects::new()
}

fn keep(reader: &Reader) -> Kept {
    let id = |a: usize| reader.library.articles[a].id.clone();
    let articles = 0..reader.library.articles.len();
    let topic = reader.library.comparison.topics.get(reader.topic);
    let selected = reader.selected.and_then(|s| topic?.passages.get(s));
    Kept {
        places: articles
            .clone()
            .map(|a| (id(a), reader.places[a]))
            .collect(),
        focused: reader.shelf.focused().map(id),
        hidden: articles
            .filter(|a| reader.shelf.is_hidden(*a))
            .map(id)
            .collect(),
        order: reader.shelf.all().iter().map(|a| id(*a)).collect(),
        topic: topic.map(|t| t.name.clone()),
        selected: selected.map(|p| (id(p.article), p.span)),
        top: reader.topic,
        problems: reader.library.problems.clone(),
    }
}

fn reshelve(reader: &mut Reader, kept: &Kept) {
    let order = match kept.places.is_empty() {
        true => reader.settings.order,
        false => reader.shelf.order,
    };
    let articles = &reader.library.articles;
    let find = |id: &String| articles.iter().position(|a| a.id == *id);
    let mut shelf = Shelf::new(articles);
    shelf.sort(articles, order);
    if order == super::shelf::Order::Hand {
        let wanted: Vec<usize> = kept.order.iter().filter_map(find).collect();
        shelf.arrange(&wanted);
    }
    shelf.focus_at_start();
    for article in kept.hidden.iter().filter_map(find) {
        shelf.toggle(article);
    }
    if let Some(article) = kept.focused.as_ref().and_then(find) {
        shelf.focus_on(article);
    }
    shelf.is_zoomed = reader.shelf.is_zoomed;
    shelf.is_level = reader.shelf.is_level;
    reader.shelf = shelf;
    reader.places = articles
        .iter()
        .map(|a| kept.places.get(&a.id).copied().unwrap_or_default())
        .collect();
}

impl Kept {
    const fn had_no_marks(&self) -> bool {
        self.selected.is_none()
    }

    fn topic_in(&self, reader: &Reader) -> usize {
        let topics = &reader.library.comparison.topics;
        let name = self.topic.as_ref();
        name.and_then(|n| topics.iter().position(|t| t.name == *n))
            .unwrap_or(self.top)
    }

    /// The passage that shares most with the one that was selected.
    fn selection_in(&self, reader: &Reader) -> Option<usize> {
        let (id, span) = self.selected.as_ref()?;
        passage_at(reader, id, *span)
    }
}

/// The passage of the topic that shares most with a span of an article.
pub(super) fn passage_at(reader: &Reader, id: &str, span: Span) -> Option<usize> {
    let article = reader.library.articles.iter().position(|a| a.id == id)?;
    let marks = reader
        .pages
        .marks
        .get(reader.topic)?
        .articles
        .get(article)?;
    let touching = marks.touching(span);
    touching
        .max_by_key(|m| m.span.overlap(span))
        .map(|m| m.passage)
}

/// At first: the first marked passage of the focused column, else of any shown one.
fn first_selection(reader: &mut Reader) {
    topics::settle(reader);
    if reader.selected.is_some() {
        return;
    }
    let first = super::commands::passages::in_order(reader, |_| true)
        .first()
        .map(|m| m.1.passage);
    if let Some(passage) = first {
        super::commands::passages::select(reader, passage);
    }
}

fn say_what_is_wrong(reader: &mut Reader) {
    let count = reader.library.problems.len();
    if count == 0 || reader.notice.is_some() {
        return;
    }
    let key = reader.keys.key_for("problems");
    let first = &reader.library.problems[0];
    let text = match count {
        1 => format!("{}: {} ({key} shows it)", first.file, first.message),
        n => format!("{n} problems in the files; {key} shows them"),
    };
    reader.complain(text);
}
