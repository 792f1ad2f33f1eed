//! The terminal taken and given back: on leaving, on an error, on a panic, on a signal, on Ctrl-Z.

use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
    KeyboardEnhancementFlags, PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal is ours now: giving it back twice would disturb what came after.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Collects what is written until a whole frame is there. Clones collect in the same place.
#[derive(Clone, Debug, Default)]
pub(super) struct Held(Rc<RefCell<Vec<u8>>>);

impl Write for Held {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The terminal while it is ours.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<Held>>,
    held: Held,
    mouse: bool,
}

impl Screen {
    /// Takes the terminal.
    pub(super) fn take(mouse: bool) -> io::Result<Self> {
        give_back_on_panic();
        enter(mouse)?;
        let held = Held::default();
        let terminal = Terminal::new(CrosstermBackend::new(held.clone()));
        if terminal.is_err() {
            give_back();
        }
        Ok(Self {
            terminal: terminal?,
            held,
            mouse,
        })
    }

    /// Paints a frame and sends it in one piece.
    pub(super) fn paint(&mut self, draw: impl FnOnce(&mut ratatui::Frame<'_>)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(draw)?;
        queue!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        self.send()
    }

    /// Sends what was written.
    fn send(&mut self) -> io::Result<()> {
        let held = std::mem::take(&mut *self.held.0.borrow_mut());
        let mut out = io::stdout().lock();
        out.write_all(&held)?;
        out.flush()
    }

    /// The next frame is painted whole.
    ///
    /// A new terminal is made for it: `Terminal::clear` asks the terminal where the cursor is, and not
    /// every terminal answers.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        let mut backend = CrosstermBackend::new(self.held.clone());
        queue!(backend, Clear(ClearType::All))?;
        self.terminal = Terminal::new(backend)?;
        Ok(())
    }

    /// The words on the screen, a line a row.
    pub(super) fn words(
        &mut self,
        draw: impl FnOnce(&mut ratatui::Frame<'_>),
    ) -> io::Result<String> {
        let frame = self.terminal.draw(draw)?;
        let text = words(frame.buffer);
        self.send()?;
        Ok(text)
    }

    /// Gives the terminal to something else and takes it back afterwards.
    pub(super) fn lend<T>(&mut self, to: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let result = to();
        enter(self.mouse)?;
        self.forget()?;
        Ok(result)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// The words of a buffer, a line a row, without blanks at the ends.
pub(super) fn words(buffer: &ratatui::buffer::Buffer) -> String {
    let mut text = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let mut row = String::new();
        let mut covered = 0;
        for x in buffer.area.left()..buffer.area.right() {
            if covered > 0 {
                covered -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            covered = crate::page::glyph::width(symbol).saturating_sub(1);
            row.push_str(symbol);
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}

fn enter(mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let mut out = io::stdout();
    execute!(
        out,
        EnterAlternateScreen,
        EnableBracketedPaste,
        cursor::Hide
    )?;
    let flags = KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES;
    execute!(out, PushKeyboardEnhancementFlags(flags))?;
    if mouse {
        execute!(out, EnableMouseCapture)?;
    }
    Ok(())
}

/// Whether the terminal is ours now.
pub(super) fn is_taken() -> bool {
    TAKEN.load(Ordering::SeqCst)
}

/// Gives the terminal back as it was. Does nothing when it is not ours; never fails, for there is
/// nobody left to tell.
pub(super) fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        PopKeyboardEnhancementFlags,
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
}

/// A panic gives the terminal back before it is told.
fn give_back_on_panic() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let tell = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            tell(panic);
        }));
    });
}
