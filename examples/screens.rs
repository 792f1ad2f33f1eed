//! Paints the four views of the bundled collection as SVG, from the very buffer that a terminal would get.
//!
//! `cargo run --release --example screens [FOLDER]` writes `read.svg`, `grid.svg`, `findings.svg` and
//! `timeline.svg` there; without a folder into `docs/screens`.

use parallax::article::collection;
use parallax::comparison::compare;
use parallax::reader::library::Library;
use parallax::reader::settings::Settings;
use parallax::reader::{Reader, commands};
use parallax::tui::{Theme, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Columns and rows of a picture.
const SIZE: (u16, u16) = (120, 40);
/// Units of a cell.
const CELL: (f64, f64) = (8.4, 18.0);
const BACKGROUND: &str = "#14161b";
const FOREGROUND: &str = "#d8dbe2";

fn main() -> anyhow::Result<()> {
    let folder = std::env::args()
        .nth(1)
        .map_or_else(|| PathBuf::from("docs/screens"), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    let found = collection::load(&[PathBuf::from(env!("CARGO_MANIFEST_DIR"))])?;
    let comparison = compare(&found.articles, &found.config);
    let library = Library {
        title: found.title,
        articles: found.articles,
        comparison,
        sources: found.config.sources,
        ..Library::default()
    };
    let size = (SIZE.0.into(), SIZE.1.into());
    let mut reader = Reader::new(library, Settings::default(), size);
    let theme = Theme::built_in("dark").ok_or_else(|| anyhow::anyhow!("there is no dark theme"))?;
    for view in ["read", "grid", "findings", "timeline"] {
        commands::run(&mut reader, &format!("view {view}"));
        parallax::reader::layout::refresh(&mut reader);
        let mut screen = Terminal::new(TestBackend::new(SIZE.0, SIZE.1))?;
        screen.draw(|frame| draw(&reader, &theme, frame))?;
        let path: &Path = &folder.join(format!("{view}.svg"));
        std::fs::write(path, svg(screen.backend().buffer()))?;
        println!("{}", path.display());
    }
    Ok(())
}

fn svg(buffer: &Buffer) -> String {
    let (width, height) = (f64::from(SIZE.0) * CELL.0, f64::from(SIZE.1) * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         font-family=\"DejaVu Sans Mono,Menlo,Consolas,monospace\" font-size=\"14\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{BACKGROUND}\"/>\n"
    );
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let end = run_end(buffer, x, y);
            run(&mut svg, buffer, (x, end), y);
            x = end;
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// Where the cells that look like the one at `x` end.
fn run_end(buffer: &Buffer, x: u16, y: u16) -> u16 {
    let look = |x: u16| {
        let cell = &buffer[(x, y)];
        (cell.fg, cell.bg, cell.modifier)
    };
    (x..buffer.area.width)
        .find(|&n| look(n) != look(x))
        .unwrap_or(buffer.area.width)
}

fn run(svg: &mut String, buffer: &Buffer, (from, to): (u16, u16), y: u16) {
    let cell = &buffer[(from, y)];
    let (fg, bg) = colours(cell);
    let (left, top) = (f64::from(from) * CELL.0, f64::from(y) * CELL.1);
    let width = f64::from(to - from) * CELL.0;
    if bg != BACKGROUND {
        let _ = writeln!(
            svg,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{:.1}\" fill=\"{bg}\"/>",
            CELL.1
        );
    }
    let text: String = (from..to).map(|x| buffer[(x, y)].symbol()).collect();
    if text.trim().is_empty() {
        return;
    }
    let mut style = String::new();
    for (modifier, words) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ] {
        if cell.modifier.contains(modifier) {
            style.push_str(words);
        }
    }
    let _ = writeln!(
        svg,
        "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{width:.1}\" fill=\"{fg}\" xml:space=\"preserve\"{style}>{}</text>",
        top + 13.5,
        escaped(&text)
    );
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn colours(cell: &Cell) -> (String, String) {
    let fg = hex(cell.fg).unwrap_or_else(|| FOREGROUND.to_owned());
    let bg = hex(cell.bg).unwrap_or_else(|| BACKGROUND.to_owned());
    if cell.modifier.contains(Modifier::REVERSED) {
        (bg, fg)
    } else {
        (fg, bg)
    }
}

fn hex(colour: Color) -> Option<String> {
    match colour {
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        _ => None,
    }
}
