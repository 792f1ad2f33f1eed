//! Bringing the selected passage onto the screen, with its counterparts on the same row.

use crate::reader::Reader;

/// Rows above the selected passage that stay visible where possible.
const ABOVE: usize = 2;

/// Puts the selected passage on the screen and its counterparts level with it. `wanted` is the row of
/// the screen that it should stand on; without one it stays where it is, if it is on the screen.
pub fn align(reader: &mut Reader, wanted: Option<usize>) {
    let Some((article, byte)) = selected_place(reader) else {
        return;
    };
    reader.shelf.is_level = true;
    let Some(sheet) = reader.pages.sheet(article) else {
        return;
    };
    let own = sheet.row_of(byte);
    let others = counterpart_rows(reader, article);
    let level = level(reader, article, own, wanted, &others);
    put(reader, article, own, level);
    for (other, row) in others {
        put(reader, other, row, level);
    }
}

/// The article and first byte of the selected passage.
pub fn selected_place(reader: &Reader) -> Option<(usize, usize)> {
    let topic = reader.library.comparison.topics.get(reader.topic)?;
    let passage = topic.passages.get(reader.selected?)?;
    Some((passage.article, passage.span.start))
}

/// The row of the screen: where the passage stands, moved down to `ABOVE` or up so far that each
/// counterpart can reach it.
fn level(
    reader: &Reader,
    article: usize,
    own: usize,
    wanted: Option<usize>,
    others: &[(usize, usize)],
) -> usize {
    let rows = reader.layout.text_rows;
    let top = reader.top(article);
    let on_screen = (top..top + rows.saturating_sub(1)).contains(&own);
    let level = match wanted {
        Some(row) => row,
        None if on_screen => own - top,
        None => rows / 3,
    };
    let reach = others.iter().map(|o| o.1).chain([own]).min().unwrap_or(own);
    let least = ABOVE.min(rows.saturating_sub(1));
    level.max(least).min(reach).min(rows.saturating_sub(1))
}

/// For each other column on the screen, the row of the strongest counterpart in it.
fn counterpart_rows(reader: &Reader, article: usize) -> Vec<(usize, usize)> {
    let columns = reader.layout.columns.iter().map(|c| c.article);
    columns
        .filter(|&c| c != article)
        .filter_map(|c| {
            let passage = strongest_in(reader, c)?;
            let topic = reader.library.comparison.topics.get(reader.topic)?;
            let start = topic.passages.get(passage)?.span.start;
            Some((c, reader.pages.sheet(c)?.row_of(start)))
        })
        .collect()
}

/// The selected passage's first counterpart in an article: conflicts come before agreements.
pub fn strongest_in(reader: &Reader, article: usize) -> Option<usize> {
    let topic = reader.library.comparison.topics.get(reader.topic)?;
    let links = reader
        .pages
        .marks
        .get(reader.topic)?
        .links
        .get(reader.selected?)?;
    let mut others = links.iter().map(|l| l.other);
    others.find(|&o| topic.passages.get(o).is_some_and(|p| p.article == article))
}

fn put(reader: &mut Reader, article: usize, row: usize, level: usize) {
    let top = row.saturating_sub(level);
    if let Some(sheet) = reader.pages.sheet(article) {
        reader.places[article] = sheet.place_of(top);
    }
}
