//! Plain text as scraped from a page: which lines are the article, and what the others tell of it.
//!
//! Every line gets a [`Role`]: by what it says ([`super::furniture`]), by its shape ([`super::line`])
//! and by where it stands. The article reaches from its first paragraph to its last; inside it only
//! what is surely furniture goes, outside it only what is surely text stays.

use super::draft::Draft;
use super::furniture::{self, Purpose};
use super::line::{Kind, Line, words};
use super::{byline, date, title};
use rustc_hash::FxHashMap;

/// What a line is in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A paragraph of the article, a subheading or an item of a list in it.
    Article,
    /// The headline, wherever it stands.
    Title,
    /// Who wrote it.
    Byline,
    /// When it was published.
    Date,
    /// A label whose place decides: a subheading inside the article, furniture outside.
    Label,
    /// Furniture, for this.
    Furniture(Purpose),
}

/// The lines of a text with their roles.
#[derive(Clone, Debug)]
pub struct Sorted {
    /// The lines, in order.
    pub lines: Vec<Line>,
    /// What each is.
    pub roles: Vec<Role>,
    /// The headline, where one was found; without the outlet's name.
    pub title: Option<String>,
    /// The outlet, where the headline's line names it.
    pub titled_outlet: Option<String>,
}

/// Reads a scraped text.
pub fn read(text: &str, origin: &str) -> Draft {
    let sorted = sort(lines(text), None);
    let mut draft = super::tell::draft(&sorted);
    origin.clone_into(&mut draft.origin);
    draft
}

/// The lines of a plain text. A paragraph broken over several lines is one line again.
pub fn lines(text: &str) -> Vec<Line> {
    let text = text
        .trim_start_matches('\u{feff}')
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    let blocks = text.split("\n\n").map(|b| {
        b.lines()
            .filter(|l| !l.trim().is_empty())
            .collect::<Vec<_>>()
    });
    let blocks: Vec<Vec<&str>> = blocks.collect();
    let width = wrapped_at(&blocks);
    let mut found = Vec::new();
    for block in blocks {
        match width {
            Some(width) => found.extend(joined(&block, width)),
            None => found.extend(block.iter().map(|l| Line::new(l))),
        }
    }
    found.retain(|l| !l.text.is_empty());
    found
}

/// The width at which a text's paragraphs were broken, in characters, where they were.
fn wrapped_at(blocks: &[Vec<&str>]) -> Option<usize> {
    let inner: Vec<usize> = blocks
        .iter()
        .flat_map(|b| b.split_last().map_or(&[][..], |(_, rest)| rest))
        .map(|l| l.chars().count())
        .collect();
    let widest = blocks.iter().flatten().map(|l| l.chars().count()).max()?;
    let full = inner.iter().filter(|n| **n * 10 >= widest * 7).count();
    (inner.len() >= 4 && (40..=110).contains(&widest) && full * 10 >= inner.len() * 7)
        .then_some(widest)
}

fn joined(block: &[&str], width: usize) -> Vec<Line> {
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for line in block {
        match found.last_mut() {
            Some(last) if open => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => found.push(line.trim().to_owned()),
        }
        open = line.chars().count() * 10 >= width * 6;
    }
    found.iter().map(|l| Line::new(l)).collect()
}

/// Gives every line its role. A `title` that is known beforehand is not looked for.
pub fn sort(lines: Vec<Line>, title: Option<&str>) -> Sorted {
    let found: Vec<Option<furniture::Found>> = lines.iter().map(furniture::purpose).collect();
    let (first, foot) = bounds(&lines, &found);
    let mut sorted = Sorted {
        roles: vec![Role::Label; lines.len()],
        lines,
        title: None,
        titled_outlet: None,
    };
    for (n, own) in found.iter().enumerate() {
        sorted.roles[n] = by_itself(&sorted.lines[n], *own, (first..foot).contains(&n));
    }
    sorted.repeated();
    title::find(&mut sorted, first, title);
    let last = sorted.last_paragraph(first, foot);
    sorted.related_lists(first, last);
    sorted.inside(first, last);
    sorted.captions(first);
    sorted.outside(first, last);
    sorted.author_box(last);
    sorted.without_paragraphs();
    sorted
}

/// Gives the blocks of a page their roles. Their page has said already which of them are text, so that
/// only what is surely furniture goes.
pub fn sort_page(lines: Vec<Line>, title: Option<&str>) -> Sorted {
    let found: Vec<Option<furniture::Found>> = lines.iter().map(furniture::purpose).collect();
    let end = lines.len();
    let prose = (0..end).filter(|n| found[*n].is_none() && lines[*n].is_prose());
    let (first, last) = prose.fold((end, 0), |(first, _), n| (first.min(n), n));
    let roles = (0..end).map(|n| by_itself(&lines[n], found[n], (first..=last).contains(&n)));
    let mut sorted = Sorted {
        roles: roles.collect(),
        lines,
        title: None,
        titled_outlet: None,
    };
    title::find(&mut sorted, first, title);
    sorted.related_lists(0, end);
    sorted.inside(0, end);
    sorted.captions(usize::MAX - 1);
    sorted.author_box(end);
    sorted
}

/// What a line is by its words and shape, given whether it stands among the paragraphs.
fn by_itself(line: &Line, found: Option<furniture::Found>, inside: bool) -> Role {
    if let Some(found) = found.filter(|f| !(f.edge && inside)) {
        return Role::Furniture(found.purpose);
    }
    if date::is_date_line(&line.text) {
        return Role::Date;
    }
    if line.is_number() {
        return Role::Furniture(Purpose::Navigation);
    }
    if line.is_prose() && !byline::is_only(line) {
        return Role::Article;
    }
    if byline::of_line(line).is_some() {
        return Role::Byline;
    }
    Role::Label
}

/// Where the article's paragraphs begin, and the line where the foot of the page begins.
fn bounds(lines: &[Line], found: &[Option<furniture::Found>]) -> (usize, usize) {
    let prose: Vec<usize> = (0..lines.len())
        .map(|n| {
            if found[n].is_none() && lines[n].is_prose() {
                lines[n].words.len()
            } else {
                0
            }
        })
        .collect();
    let first = prose.iter().position(|w| *w > 0).unwrap_or(0);
    let all: usize = prose.iter().sum();
    let mut before = 0;
    let mut gap = Gap::default();
    for (n, own) in found.iter().enumerate().skip(first) {
        if prose[n] == 0 {
            gap.add(*own);
            if gap.comments && before * 3 >= all && before >= MUCH {
                return (first, n + 1 - gap.lines);
            }
            continue;
        }
        let after = all - before;
        if gap.closes() && after * 6 < before {
            return (first, n - gap.lines);
        }
        gap = Gap::default();
        before += prose[n];
    }
    (first, lines.len() - gap.lines)
}

/// Words of article text after which a comment form ends the article.
const MUCH: usize = 60;

/// What stands between two paragraphs.
#[derive(Default)]
struct Gap {
    lines: usize,
    furniture: usize,
    comments: bool,
}

impl Gap {
    fn add(&mut self, found: Option<furniture::Found>) {
        self.lines += 1;
        self.furniture += usize::from(
            found.is_some_and(|f| !matches!(f.purpose, Purpose::Embed | Purpose::Caption)),
        );
        self.comments |= found.is_some_and(|f| f.purpose == Purpose::Comment);
    }

    /// Whether so much furniture stands here that little text behind it is furniture too.
    fn closes(&self) -> bool {
        self.furniture >= 2 && self.lines >= 4
    }
}

impl Sorted {
    /// Short lines that stand several times are the page's, unless one is the headline.
    fn repeated(&mut self) {
        let mut seen: FxHashMap<&[String], usize> = FxHashMap::default();
        for (line, role) in self.lines.iter().zip(&self.roles) {
            if *role == Role::Label {
                *seen.entry(&line.words).or_default() += 1;
            }
        }
        let often: Vec<bool> = self
            .lines
            .iter()
            .map(|l| l.words.len() <= 4 && seen.get(l.words.as_slice()).is_some_and(|n| *n > 1))
            .collect();
        for (role, often) in self.roles.iter_mut().zip(often) {
            if often && *role == Role::Label {
                *role = Role::Furniture(Purpose::Navigation);
            }
        }
    }

    /// One past the article's last line: its last paragraph, and what belongs to it.
    fn last_paragraph(&self, first: usize, foot: usize) -> usize {
        let last = (first..foot)
            .rev()
            .find(|n| self.roles[*n] == Role::Article && self.lines[*n].is_prose());
        let mut end = last.map_or(first, |n| n + 1);
        let list = last.is_some_and(|n| self.lines[n].text.ends_with(':'));
        while end < self.lines.len() && self.belongs(end, list) {
            end += 1;
        }
        end
    }

    /// Whether a short line behind the last paragraph is the article's.
    fn belongs(&self, n: usize, list: bool) -> bool {
        let line = &self.lines[n];
        let sentence = line.ends_sentence() && line.words.len() >= 2 && !line.text.ends_with(':');
        matches!(self.roles[n], Role::Label | Role::Article)
            && (sentence || list || matches!(line.kind, Kind::Item(_)))
    }

    /// The list behind "See also": short lines that are no sentences.
    fn related_lists(&mut self, first: usize, last: usize) {
        let mut open = false;
        for n in first..last {
            match self.roles[n] {
                Role::Furniture(Purpose::Related) => open = self.lines[n].words.len() <= 5,
                Role::Label | Role::Date | Role::Byline | Role::Article
                    if open && (!self.lines[n].ends_sentence() || listed(&self.lines[n])) =>
                {
                    self.roles[n] = Role::Furniture(Purpose::Related);
                }
                Role::Furniture(_) => {}
                _ => open = false,
            }
        }
    }

    /// Labels among the paragraphs are subheadings, and stay.
    fn inside(&mut self, first: usize, last: usize) {
        for role in &mut self.roles[first..last] {
            if *role == Role::Label {
                *role = Role::Article;
            }
        }
    }

    /// The caption of the picture at the head, and pictures' lines with an agency in brackets.
    fn captions(&mut self, first: usize) {
        let followed = self
            .roles
            .get(first + 1)
            .is_some_and(|r| *r == Role::Article);
        for n in 0..self.lines.len() {
            let line = &self.lines[n];
            let near_head = followed && n <= first && super::caption::is_scene(line);
            if self.roles[n] == Role::Article && (super::caption::is_credited(line) || near_head) {
                self.roles[n] = Role::Furniture(Purpose::Caption);
            }
        }
    }

    /// Before the first paragraph only a lead stays, behind the last nothing.
    fn outside(&mut self, first: usize, last: usize) {
        let title = self.roles.iter().position(|r| *r == Role::Title);
        for n in (0..first).chain(last..self.lines.len()) {
            let lead = n < first && title.is_some_and(|t| t < n) && is_lead(&self.lines[n]);
            match self.roles[n] {
                Role::Label if lead => self.roles[n] = Role::Article,
                Role::Label => self.roles[n] = Role::Furniture(Purpose::Navigation),
                Role::Article => self.roles[n] = Role::Furniture(Purpose::About),
                _ => {}
            }
        }
    }

    /// A text without any long paragraph: its short sentences are the article.
    fn without_paragraphs(&mut self) {
        if self.roles.contains(&Role::Article) {
            return;
        }
        for (line, role) in self.lines.iter().zip(&mut self.roles) {
            if *role == Role::Furniture(Purpose::Navigation) && line.ends_sentence() {
                *role = Role::Article;
            }
        }
    }

    /// A name alone on its line behind the article, with what it says of itself.
    fn author_box(&mut self, last: usize) {
        let tail = last.saturating_sub(3)..self.lines.len().min(last + 1);
        let Some(name) = tail
            .rev()
            .find(|n| self.roles[*n] != Role::Title && self.lines[*n].is_name())
        else {
            return;
        };
        let about: Vec<&Line> = self.lines[name + 1..].iter().take(2).collect();
        if !about.iter().any(|l| is_biography(l)) {
            return;
        }
        self.roles[name] = Role::Byline;
        for role in &mut self.roles[name + 1..last.max(name + 1)] {
            *role = Role::Furniture(Purpose::Author);
        }
    }
}

/// Whether a line is an item of a list, where the page says so.
fn listed(line: &Line) -> bool {
    matches!(line.kind, Kind::Item(_))
}

/// A lead without a full stop: long enough, and written like a sentence rather than a headline.
fn is_lead(line: &Line) -> bool {
    line.words.len() >= PROSE_LEAD && line.capitals() < 0.5
}

const PROSE_LEAD: usize = 9;

/// What people say they are in a line about themselves.
const CALLINGS: &[&str] = &[
    "writer",
    "author",
    "journalist",
    "reporter",
    "editor",
    "correspondent",
    "blogger",
    "columnist",
    "specialist",
    "enthusiast",
    "expert",
    "advocate",
    "fanatic",
    "junkie",
    "ninja",
    "evangelist",
    "aficionado",
    "geek",
    "nerd",
    "guru",
    "maven",
    "scholar",
    "practitioner",
    "explorer",
    "creator",
    "analyst",
    "freelancer",
    "graduate",
    "lover",
    "fan",
    "thinker",
    "introvert",
    "organizer",
    "communicator",
    "troublemaker",
    "student",
    "gamer",
    "trailblazer",
    "problem",
];

/// Whether a line says what somebody is, without telling any news: callings, and sentences without verbs.
fn is_biography(line: &Line) -> bool {
    let callings = line
        .words
        .iter()
        .filter(|w| CALLINGS.contains(&w.as_str()))
        .count();
    let pieces = line
        .text
        .split(['.', '"', '”'])
        .filter(|p| !p.trim().is_empty());
    let short = pieces.filter(|p| words(p).len() <= 5).count();
    callings >= 1
        && (short >= 3 || furniture::purpose(line).is_some_and(|f| f.purpose == Purpose::Author))
}
