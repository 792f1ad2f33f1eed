//! How many columns stand side by side, and where.

/// A column is at least so wide.
pub const LEAST: usize = 36;
/// Below this width one column is shown at a time.
pub const SEVERAL_FROM: usize = 80;
/// Rows of text are no longer than this, however wide the column: longer ones are hard to read.
pub const LONGEST_ROW: usize = 92;
/// Columns before the text: the focus bar, two signs, the selection.
pub const GUTTER: usize = 4;
/// Columns behind the text: the density strip.
pub const STRIP: usize = 1;

/// A column's place on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// First column of the screen.
    pub x: usize,
    /// Columns, gutter and strip included.
    pub width: usize,
}

impl Slot {
    /// Columns for the text itself.
    pub fn text_columns(self) -> usize {
        self.width
            .saturating_sub(GUTTER + STRIP)
            .clamp(1, LONGEST_ROW)
    }
}

/// How many of `shown` columns fit in a width.
pub fn fit(width: usize, shown: usize) -> usize {
    if width < SEVERAL_FROM {
        return shown.min(1);
    }
    (width / LEAST).clamp(1, shown.max(1)).min(shown)
}

/// The places of `count` columns in a width. What does not divide goes to the first ones.
pub fn slots(width: usize, count: usize) -> Vec<Slot> {
    let mut x = 0;
    (0..count)
        .map(|i| {
            let own = width / count + usize::from(i < width % count);
            let slot = Slot { x, width: own };
            x += own;
            slot
        })
        .collect()
}

/// The first shown column when `focus` must be among `count` of them and `first` was first before.
pub fn first_with(focus: usize, first: usize, count: usize, shown: usize) -> usize {
    let last_first = shown.saturating_sub(count);
    let first = first.min(last_first);
    if count == 0 {
        0
    } else if focus < first {
        focus
    } else if focus >= first + count {
        (focus + 1).saturating_sub(count)
    } else {
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_at_least_36_wide_and_below_80_there_is_one() {
        assert_eq!(fit(79, 5), 1);
        assert_eq!(fit(80, 5), 2);
        assert_eq!(fit(120, 5), 3);
        assert_eq!(fit(200, 5), 5);
        assert_eq!(fit(400, 0), 0);
        assert!(slots(120, 3).iter().all(|s| s.width >= LEAST));
        assert_eq!(slots(121, 3).iter().map(|s| s.width).sum::<usize>(), 121);
    }

    #[test]
    fn the_focused_column_is_always_among_the_shown() {
        assert_eq!(first_with(4, 0, 3, 5), 2);
        assert_eq!(first_with(1, 2, 3, 5), 1);
        assert_eq!(first_with(2, 1, 3, 5), 1);
        assert_eq!(first_with(0, 9, 3, 5), 0);
        assert_eq!(first_with(0, 0, 0, 0), 0);
    }
}
