//! The columns and the pane below them.

use super::Canvas;
use crate::page::columns::STRIP;
use crate::page::line::{Line, Role};
use crate::page::text_row::TextPage;
use crate::reader::Reader;
use crate::reader::layout::Column;
use crate::reader::nothing;

pub(super) fn paint(reader: &Reader, canvas: &mut Canvas<'_>) {
    if reader.layout.columns.is_empty() {
        for (i, words) in nothing::about_articles(reader).iter().enumerate() {
            let room = reader.layout.width.saturating_sub(4);
            let rows = crate::page::line::flow(&Line::of(words, Role::Notice), room, 0);
            for (j, row) in rows.iter().enumerate() {
                canvas.line(2, 2 + i * 3 + j, row);
            }
        }
        return;
    }
    let counterparts = counterparts(reader);
    for (i, column) in reader.layout.columns.iter().enumerate() {
        head(reader, canvas, column, i);
        text(reader, canvas, column, &counterparts);
    }
    pane(reader, canvas);
}

fn counterparts(reader: &Reader) -> Vec<usize> {
    let links = reader
        .pages
        .marks
        .get(reader.topic)
        .zip(reader.selected)
        .and_then(|(m, s)| m.links.get(s));
    let mut others: Vec<usize> =
        links.map_or_else(Vec::new, |l| l.iter().map(|l| l.other).collect());
    others.sort_unstable();
    others.dedup();
    others
}

fn head(reader: &Reader, canvas: &mut Canvas<'_>, column: &Column, i: usize) {
    let o = reader.ornaments();
    let (x, width) = (column.slot.x, column.slot.width);
    let last = i + 1 == reader.layout.columns.len();
    for row in 0..reader.layout.head_rows {
        if let Some(line) = column.head.get(row) {
            canvas.line_in(x, 1 + row, width - STRIP, line.clone(), Role::Plain);
        }
        if !last {
            let divider = Line::of(&o.divider.to_string(), Role::Rule);
            canvas.line(x + width - STRIP, 1 + row, &divider);
        }
    }
    if !reader.layout.has_head_rule() {
        return;
    }
    let mut rule = o.rule.to_string().repeat(width - STRIP);
    rule.push(if last { o.rule } else { o.crossing });
    canvas.line(x, 1 + reader.layout.head_rows, &Line::of(&rule, Role::Rule));
}

fn text(reader: &Reader, canvas: &mut Canvas<'_>, column: &Column, counterparts: &[usize]) {
    let Some(sheet) = reader.pages.sheet(column.article) else {
        return;
    };
    let page = TextPage {
        article: &reader.library.articles[column.article],
        sheet,
        marks: reader
            .pages
            .marks
            .get(reader.topic)
            .and_then(|m| m.articles.get(column.article)),
        topic: reader.library.comparison.topics.get(reader.topic),
        selected: reader.selected,
        counterparts,
        found: reader.search.found(column.article),
        ornaments: reader.ornaments(),
        focused: reader.shelf.focused() == Some(column.article),
    };
    let strip = reader.pages.strip(column.article);
    let y = reader.layout.text_y();
    for row in 0..reader.layout.text_rows {
        canvas.line(column.slot.x, y + row, &page.row(column.top + row));
        if let Some(strip) = strip {
            let (sign, role) = strip.cell(row, column.top, page.ornaments);
            let cell = Line::of(&sign.to_string(), role);
            canvas.line(column.slot.x + column.slot.width - STRIP, y + row, &cell);
        }
    }
}

fn pane(reader: &Reader, canvas: &mut Canvas<'_>) {
    let pane = &reader.layout.pane;
    if pane.rows == 0 {
        return;
    }
    let y = reader.layout.pane_y();
    let (left, right) = crate::reader::commands::hints::pane_rule(reader);
    canvas.line(0, y, &ruled(reader, &left, &right));
    for (i, line) in pane
        .lines
        .iter()
        .skip(pane.from)
        .take(pane.rows)
        .enumerate()
    {
        canvas.line(1, y + 1 + i, line);
    }
}

/// A rule across the screen with words in it.
fn ruled(reader: &Reader, left: &str, right: &str) -> Line {
    let rule = reader.ornaments().rule.to_string();
    let mut line = Line::of(&rule, Role::Rule);
    line.push(&format!(" {left} "), Role::Quiet);
    let end = match right {
        "" => rule.clone(),
        right => format!(" {right} "),
    };
    let used = line.width() + crate::page::glyph::width(&end) + 2;
    line.push(
        &rule.repeat(reader.layout.width.saturating_sub(used)),
        Role::Rule,
    );
    line.push(&end, Role::Quiet);
    line.push(&rule.repeat(2), Role::Rule);
    line.fitted(reader.layout.width)
}
