//! The commands: one table of names, each with the function that does it.

use super::{Effects, Reader};

pub mod hints;
pub mod level;
mod looks;
pub mod moving;
mod outside;
pub mod passages;
pub mod searching;
mod sources;
mod spots;
pub mod topics;
pub mod views;

/// A command: its name, what may stand after it, what it does.
pub struct Command {
    /// As it is typed after `:` and written in `[keys]`.
    pub name: &'static str,
    /// What stands after it, for the completion; empty when nothing does.
    pub argument: &'static str,
    run: fn(&mut Reader, &str) -> Effects,
}

const fn plain(name: &'static str, run: fn(&mut Reader, &str) -> Effects) -> Command {
    with(name, "", run)
}

const fn with(
    name: &'static str,
    argument: &'static str,
    run: fn(&mut Reader, &str) -> Effects,
) -> Command {
    Command {
        name,
        argument,
        run,
    }
}

/// All commands.
pub const COMMANDS: &[Command] = &[
    plain("down", moving::down),
    plain("up", moving::up),
    plain("half-page-down", moving::half_page_down),
    plain("half-page-up", moving::half_page_up),
    plain("page-down", moving::page_down),
    plain("page-up", moving::page_up),
    plain("top", moving::top),
    plain("end", moving::end),
    plain("center", passages::center),
    plain("next-conflict", passages::next_conflict),
    plain("previous-conflict", passages::previous_conflict),
    plain("next-agreement", passages::next_agreement),
    plain("previous-agreement", passages::previous_agreement),
    plain("next-passage", passages::next),
    plain("previous-passage", passages::previous),
    plain("counterpart", passages::counterpart),
    plain("back", spots::back),
    plain("forth", spots::forth),
    with("mark", "LETTER", spots::mark),
    with("to-mark", "LETTER", spots::to_mark),
    plain("next-topic", topics::next),
    plain("previous-topic", topics::previous),
    with("topic", "NUMBER or NAME", topics::choose),
    plain("topics", topics::pick),
    plain("next-source", sources::next),
    plain("previous-source", sources::previous),
    with("source", "NAME", sources::about),
    with("go-to-source", "NAME", sources::go_to),
    plain("sources", sources::pick),
    with("hide", "NAME", sources::hide),
    plain("show-all", sources::show_all),
    plain("zoom", sources::zoom),
    plain("linked", sources::linked),
    plain("base", sources::base),
    with("order", "date, name or hand", sources::order),
    plain("move-left", sources::move_left),
    plain("move-right", sources::move_right),
    plain("grow-pane", looks::grow_pane),
    plain("shrink-pane", looks::shrink_pane),
    plain("pane", looks::toggle_pane),
    plain("pane-down", looks::pane_down),
    plain("pane-up", looks::pane_up),
    plain("ascii", looks::ascii),
    with("theme", "NAME", looks::theme),
    with("view", "read, grid, findings or timeline", views::choose),
    plain("open", views::open),
    with(
        "filter",
        "conflict, agree, update, SOURCE, SPEAKER or words",
        views::filter,
    ),
    plain("findings", views::pick_finding),
    with("finding", "TOPIC NUMBER", views::finding),
    plain("search", searching::prompt),
    plain("search-here", searching::prompt_here),
    with("find", "WORDS", searching::find),
    plain("next-match", searching::next),
    plain("previous-match", searching::previous),
    plain("command", looks::prompt),
    plain("commands", looks::pick_command),
    plain("help", looks::help),
    plain("problems", looks::problems),
    plain("copy", outside::copy),
    plain("open-address", outside::open_address),
    plain("edit", outside::edit),
    with("print", "FILE", outside::print),
    plain("reload", outside::reload),
    plain("cancel", outside::cancel),
    plain("suspend", outside::suspend),
    plain("redraw", outside::redraw),
    plain("quit", outside::quit),
];

/// The command of a name.
pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|c| c.name == name)
}

/// What to say about a name that is no command.
pub fn unknown(name: &str) -> String {
    let near = COMMANDS
        .iter()
        .map(|c| (strsim::jaro_winkler(name, c.name), c.name))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|n| n.0 > 0.7);
    match near {
        Some((_, near)) => format!("there is no command \"{name}\"; did you mean \"{near}\"?"),
        None => format!("there is no command \"{name}\""),
    }
}

/// Runs a command as it is typed: its name, then what it takes.
pub fn run(reader: &mut Reader, line: &str) -> Effects {
    let line = line.trim();
    let (name, argument) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let name = short(name);
    #[cfg(debug_assertions)]
    assert!(
        name != "panic",
        "asked to, to see what becomes of the terminal"
    );
    let Some(command) = find(name) else {
        reader.complain(unknown(name));
        return Effects::new();
    };
    (command.run)(reader, argument.trim())
}

/// What vi habits type.
fn short(name: &str) -> &str {
    match name {
        "q" | "q!" | "qa" | "wq" | "x" => "quit",
        "h" => "help",
        "w" => "print",
        "e" => "reload",
        other => other,
    }
}
