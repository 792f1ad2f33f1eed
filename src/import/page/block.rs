//! A page as blocks of text, each with what its place in the page says about it.

use crate::import::line::{Kind, Line};
use ego_tree::iter::Edge;
use scraper::{Html, Node, node::Element};

/// A block of a page.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its text and words.
    pub line: Line,
    /// The share of its characters that are links.
    pub links: f64,
    /// What the elements around it say it is, such as `navigation`, `caption`, `related`, each with the
    /// number of the element that says so.
    pub around: Vec<(&'static str, usize)>,
    /// The number of the table row that it stands in.
    pub row: Option<usize>,
    /// Whether a picture stands right before it.
    pub pictured: bool,
    /// The element of its own text, such as `p`.
    pub tag: String,
    /// A number that blocks in one parent element share.
    pub parent: usize,
}

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "caption",
    "amp-ad",
    "noscript",
    "video",
    "audio",
    "button",
    "label",
    "legend",
    "time",
];
const SKIPPED: &[&str] = &[
    "script", "style", "template", "svg", "iframe", "object", "head", "title", "select",
    "textarea", "input", "canvas", "noscript", "button", "video", "audio",
];

struct Walk {
    blocks: Vec<Block>,
    text: String,
    linked: usize,
    link: usize,
    breaks: usize,
    pictured: bool,
}

/// The blocks of a page, in order.
pub fn blocks(html: &Html) -> Vec<Block> {
    let mut walk = Walk {
        blocks: Vec::new(),
        text: String::new(),
        linked: 0,
        link: 0,
        breaks: 0,
        pictured: false,
    };
    let mut path: Vec<Place> = Vec::new();
    let mut skip = 0;
    for (number, edge) in html.tree.root().traverse().enumerate() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) if skip > 0 || is_skipped(element) => {
                    walk.pictured |= element.name() == "iframe" || element.name() == "video";
                    skip += 1;
                }
                Node::Element(element) => walk.open(element, &mut path, number),
                Node::Text(text) if skip == 0 => walk.text(text),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    if skip > 0 {
                        skip -= 1;
                    } else {
                        walk.close(element, &mut path);
                    }
                }
            }
        }
    }
    rows(walk.blocks)
}

/// The most words of a table's cell that is part of a row, not a place for a page's text.
const CELL: usize = 8;
/// The most cells that are joined to one row.
const CELLS: usize = 40;

/// The short cells of a table's row as one block.
fn rows(blocks: Vec<Block>) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut cells: Vec<Block> = Vec::new();
    for block in blocks {
        let cell = block.row.is_some() && block.line.words.len() <= CELL;
        let same = cells.last().is_some_and(|c| c.row == block.row);
        if !cell || !same || cells.len() == CELLS {
            found.extend(row(std::mem::take(&mut cells)));
        }
        match cell {
            true => cells.push(block),
            false => found.push(block),
        }
    }
    found.extend(row(cells));
    found
}

fn row(mut cells: Vec<Block>) -> Option<Block> {
    if cells.len() > 1 {
        let texts: Vec<&str> = cells.iter().map(|c| c.line.text.as_str()).collect();
        let line = Line::of(&texts.join(" | "), Kind::Paragraph);
        let links = cells.iter().map(|c| c.links).fold(1.0, f64::min);
        cells.truncate(1);
        cells[0].line = line;
        cells[0].links = links;
    }
    cells.pop()
}

struct Place {
    tag: String,
    roles: Vec<&'static str>,
    block: bool,
    number: usize,
    item: Option<u32>,
    items: u32,
}

impl Walk {
    fn open(&mut self, element: &Element, path: &mut Vec<Place>, number: usize) {
        let tag = element.name();
        let block = BLOCKS.contains(&tag);
        if block {
            self.flush(path);
        }
        if tag == "br" {
            self.breaks += 1;
            if self.breaks == 2 {
                self.flush(path);
            } else {
                self.text.push(' ');
            }
        }
        self.link += usize::from(tag == "a");
        self.pictured |= matches!(tag, "img" | "picture" | "amp-img");
        let item = (tag == "li").then(|| numbered(path)).flatten();
        path.push(Place {
            tag: tag.to_owned(),
            roles: super::place::roles(element),
            block,
            number,
            item,
            items: 0,
        });
    }

    fn close(&mut self, element: &Element, path: &mut Vec<Place>) {
        if BLOCKS.contains(&element.name()) {
            self.flush(path);
        }
        self.link -= usize::from(element.name() == "a" && self.link > 0);
        path.pop();
    }

    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.breaks = 0;
        }
        for c in text.chars() {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c == ' ' && (self.text.is_empty() || self.text.ends_with(' ')) {
                continue;
            }
            self.linked += usize::from(self.link > 0 && c != ' ');
            self.text.push(c);
        }
    }

    /// Ends a block.
    fn flush(&mut self, path: &[Place]) {
        self.breaks = 0;
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let letters = text.chars().filter(|c| *c != ' ').count();
        let own = path.iter().rposition(|p| p.block);
        let (Some(own), true) = (own, letters > 0) else {
            return;
        };
        let line = Line::of(&text, kind(path));
        if line.text.is_empty() {
            return;
        }
        self.blocks.push(Block {
            line,
            links: crate::import::line::ratio(linked, letters),
            around: path
                .iter()
                .flat_map(|p| p.roles.iter().map(|r| (*r, p.number)))
                .collect(),
            row: path.iter().rfind(|p| p.tag == "tr").map(|p| p.number),
            pictured: std::mem::take(&mut self.pictured),
            tag: path[own].tag.clone(),
            parent: path[..own]
                .iter()
                .rev()
                .find(|p| p.block)
                .map_or(0, |p| p.number),
        });
    }
}

/// The number of a list item, where its list has numbers.
fn numbered(path: &mut [Place]) -> Option<u32> {
    let list = path
        .iter_mut()
        .rev()
        .find(|p| matches!(p.tag.as_str(), "ol" | "ul"))?;
    list.items += 1;
    (list.tag == "ol").then_some(list.items)
}

fn kind(path: &[Place]) -> Kind {
    for place in path.iter().rev() {
        match place.tag.as_str() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                return Kind::Heading(place.tag.as_bytes()[1] - b'0');
            }
            "li" => return Kind::Item(place.item),
            "blockquote" => return Kind::Quote,
            _ => {}
        }
    }
    Kind::Paragraph
}

fn is_skipped(element: &Element) -> bool {
    let hidden = element
        .attr("style")
        .is_some_and(|s| s.replace(' ', "").to_lowercase().contains("display:none"));
    SKIPPED.contains(&element.name()) || hidden || element.attr("hidden").is_some()
}
