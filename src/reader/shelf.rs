//! Which sources stand side by side, in which order, and which one the reader is in.

use crate::article::Article;

/// How the sources are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By date of publication, the earliest first; those without a date last.
    #[default]
    Date,
    /// By the outlet's name.
    Name,
    /// As the reader moved them.
    Hand,
}

impl Order {
    /// Its name, as settings and messages write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Name => "name",
            Self::Hand => "hand",
        }
    }
}

/// The sources on the screen. Articles are named by their place in the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// How they are ordered.
    pub order: Order,
    /// All articles in that order.
    all: Vec<usize>,
    /// Sorted.
    hidden: Vec<usize>,
    /// The shown ones in order.
    shown: Vec<usize>,
    /// Place of the focused one in `shown`.
    focus: usize,
    /// Place of the first one on the screen in `shown`.
    pub first: usize,
    /// The columns stand level with the selected passage; scrolling by hand ends that.
    pub is_level: bool,
    /// One column fills the screen.
    pub is_zoomed: bool,
}

impl Shelf {
    /// All articles, by date.
    pub fn new(articles: &[Article]) -> Self {
        let mut shelf = Self {
            all: (0..articles.len()).collect(),
            ..Self::default()
        };
        shelf.sort(articles, Order::Date);
        shelf.focus = 0;
        shelf
    }

    /// The shown articles, in order.
    pub fn shown(&self) -> &[usize] {
        &self.shown
    }

    /// All articles, in order.
    pub fn all(&self) -> &[usize] {
        &self.all
    }

    /// The article that the reader is in.
    pub fn focused(&self) -> Option<usize> {
        self.shown.get(self.focus).copied()
    }

    /// Moves the focus to the first source.
    pub const fn focus_at_start(&mut self) {
        self.focus = 0;
        self.first = 0;
    }

    /// Its place among the shown ones.
    pub const fn focus(&self) -> usize {
        self.focus
    }

    /// The place of an article among the shown ones.
    pub fn place_of(&self, article: usize) -> Option<usize> {
        self.shown.iter().position(|&a| a == article)
    }

    /// Moves the focus to an article; does nothing when it is hidden.
    pub fn focus_on(&mut self, article: usize) {
        if let Some(place) = self.place_of(article) {
            self.focus = place;
        }
    }

    /// Moves the focus by so many sources, around the ends.
    pub fn step(&mut self, by: isize) {
        let count = self.shown.len().cast_signed();
        if count > 0 {
            self.focus = (self.focus.cast_signed() + by)
                .rem_euclid(count)
                .cast_unsigned();
        }
    }

    /// Whether an article is hidden.
    pub fn is_hidden(&self, article: usize) -> bool {
        self.hidden.binary_search(&article).is_ok()
    }

    /// Hides or shows an article. The last one stays.
    pub fn toggle(&mut self, article: usize) {
        match self.hidden.binary_search(&article) {
            Ok(place) => {
                self.hidden.remove(place);
            }
            Err(place) if self.shown.len() > 1 => self.hidden.insert(place, article),
            Err(_) => {}
        }
        self.settle();
    }

    /// Shows all.
    pub fn show_all(&mut self) {
        self.hidden.clear();
        self.settle();
    }

    /// Orders the sources.
    pub fn sort(&mut self, articles: &[Article], order: Order) {
        self.order = order;
        match order {
            Order::Date => self.all.sort_by_key(|&a| {
                let article = &articles[a];
                (article.published.is_none(), article.published.clone(), a)
            }),
            Order::Name => self
                .all
                .sort_by_key(|&a| (articles[a].source.to_lowercase(), a)),
            Order::Hand => {}
        }
        self.settle();
    }

    /// Moves the focused source by so many places; the order is then the reader's own.
    pub fn carry(&mut self, by: isize) {
        let Some(article) = self.focused() else {
            return;
        };
        let to = self.focus.saturating_add_signed(by);
        let Some(&other) = self.shown.get(to).filter(|_| to != self.focus) else {
            return;
        };
        let place = |a| self.all.iter().position(|&x| x == a);
        if let (Some(a), Some(b)) = (place(article), place(other)) {
            self.all.swap(a, b);
        }
        self.order = Order::Hand;
        self.settle();
    }

    /// Puts the articles in the order of a list; those that it does not name follow.
    pub fn arrange(&mut self, wanted: &[usize]) {
        let rank = |a: &usize| wanted.iter().position(|w| w == a).unwrap_or(usize::MAX);
        self.all.sort_by_key(|a| (rank(a), *a));
        self.settle();
    }

    fn settle(&mut self) {
        let focused = self.focused();
        let hidden = &self.hidden;
        self.shown = self
            .all
            .iter()
            .copied()
            .filter(|a| hidden.binary_search(a).is_err())
            .collect();
        let place = focused.and_then(|a| self.place_of(a));
        self.focus = place
            .unwrap_or(self.focus)
            .min(self.shown.len().saturating_sub(1));
    }
}
