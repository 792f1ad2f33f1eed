//! What is kept of a session for the next one on the same collection.

use super::layout;
use super::reload;
use super::shelf::Order;
use super::view::View;
use super::{Reader, commands};
use crate::page::sheet::Place;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Where the reader was and how the screen was laid out. Articles are named by their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    topic: String,
    view: String,
    order: String,
    arranged: Vec<String>,
    hidden: Vec<String>,
    focused: String,
    unlinked: bool,
    selected: Option<(String, usize, usize)>,
    places: Vec<(String, usize)>,
}

impl Remembered {
    /// What is worth keeping of a session.
    pub fn of(reader: &Reader) -> Self {
        let id = |a: &usize| reader.library.articles[*a].id.clone();
        let topic = reader.library.comparison.topics.get(reader.topic);
        let passage = reader.selected.and_then(|s| topic?.passages.get(s));
        let all = reader.shelf.all();
        Self {
            topic: topic.map_or_else(String::new, |t| t.name.clone()),
            view: reader.view.name().to_owned(),
            order: reader.shelf.order.name().to_owned(),
            arranged: if reader.shelf.order == Order::Hand {
                all.iter().map(id).collect()
            } else {
                Vec::new()
            },
            hidden: all
                .iter()
                .filter(|a| reader.shelf.is_hidden(**a))
                .map(id)
                .collect(),
            focused: reader.shelf.focused().map_or_else(String::new, |a| id(&a)),
            unlinked: reader.settings.unlinked,
            selected: passage.map(|p| (id(&p.article), p.span.start, p.span.end)),
            places: all
                .iter()
                .filter_map(|a| Some((id(a), byte(reader.places[*a])?)))
                .collect(),
        }
    }

    /// Brings a session to where the last one was, as far as the articles are still there.
    pub fn restore(&self, reader: &mut Reader) {
        let articles = &reader.library.articles;
        let find = |id: &String| articles.iter().position(|a| a.id == *id);
        let topics = &reader.library.comparison.topics;
        reader.topic = topics
            .iter()
            .position(|t| t.name == self.topic)
            .unwrap_or(reader.topic);
        let order = [Order::Date, Order::Name, Order::Hand]
            .into_iter()
            .find(|o| o.name() == self.order);
        reader.shelf.sort(articles, order.unwrap_or_default());
        if order == Some(Order::Hand) {
            let wanted: Vec<usize> = self.arranged.iter().filter_map(find).collect();
            reader.shelf.arrange(&wanted);
        }
        for article in self.hidden.iter().filter_map(find) {
            reader.shelf.toggle(article);
        }
        for (id, byte) in &self.places {
            if let Some(article) = find(id) {
                reader.places[article] = Place::Body((*byte).min(articles[article].body.len()));
            }
        }
        if let Some(article) = find(&self.focused) {
            reader.shelf.focus_on(article);
        }
        reader.settings.unlinked = self.unlinked;
        reader.view = View::ALL
            .into_iter()
            .find(|v| v.name() == self.view)
            .unwrap_or_default();
        reader.selected = self
            .selected
            .as_ref()
            .and_then(|(id, start, end)| reload::passage_at(reader, id, Span::new(*start, *end)));
        layout::refresh(reader);
        commands::passages::follow(reader);
        layout::refresh(reader);
    }
}

const fn byte(place: Place) -> Option<usize> {
    match place {
        Place::Body(byte) => Some(byte),
        Place::Head(_) => None,
    }
}
