//! The density strip beside a column: where in the article agreement and conflict lie.

use super::line::{Role, Signs};
use super::marks::ArticleMarks;
use super::sheet::Sheet;
use super::words::Ornaments;

/// What lies in each cell of a strip of some height.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    cells: Vec<Option<Signs>>,
    rows: usize,
}

impl Strip {
    /// The strip of a sheet. Costs time in proportion to the marks: keep the result.
    pub fn new(sheet: &Sheet, marks: &ArticleMarks, height: usize) -> Self {
        let mut strip = Self {
            cells: vec![None; height],
            rows: sheet.len().max(height),
        };
        for mark in &marks.marks {
            let cell = strip.cell_of(sheet.row_of(mark.span.start));
            if let Some(cell) = strip.cells.get_mut(cell) {
                *cell = Some(cell.unwrap_or_default().union(mark.signs));
            }
        }
        strip
    }

    fn cell_of(&self, row: usize) -> usize {
        row * self.cells.len() / self.rows.max(1)
    }

    /// The sign and role of a cell when `top` is the first row on the screen.
    pub fn cell(&self, cell: usize, top: usize, ornaments: &Ornaments) -> (char, Role) {
        let height = self.cells.len();
        let here = self.cell_of(top) <= cell
            && cell
                <= self
                    .cell_of((top + height).saturating_sub(1))
                    .max(self.cell_of(top));
        let signs = self.cells.get(cell).copied().flatten();
        let sign = match signs {
            Some(s) if s.conflict => ornaments.strip_conflict,
            Some(s) if s.agree => ornaments.strip_agree,
            Some(_) => ornaments.strip_alone,
            None if here => ornaments.strip_here,
            None => ornaments.strip_off,
        };
        (sign, Role::Strip(signs, here))
    }
}
