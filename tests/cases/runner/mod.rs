//! Reads a file of cases, compares its articles and holds the findings against what the file says.

mod check;
mod file;
mod line;
mod show;

use check::Evidence;
use file::{Case, CaseFile, Expectation};
use std::path::Path;

/// What came of one file.
#[derive(Default)]
pub struct Outcome {
    /// How many cases it holds.
    pub cases: usize,
    /// How many lines hold that should.
    pub held: usize,
    /// Lines that are known not to hold, with what stands instead.
    pub pending: Vec<String>,
    /// What is wrong, ready to print.
    pub wrong: Vec<String>,
}

/// Runs all cases of a file.
pub fn run(path: &Path) -> Outcome {
    let text = std::fs::read_to_string(path).unwrap();
    let file = CaseFile::read(path, &text);
    let mut outcome = Outcome {
        cases: file.cases.len(),
        ..Outcome::default()
    };
    let mut moves = Vec::new();
    for case in &file.cases {
        run_case(&file, case, &mut outcome, &mut moves);
    }
    if !moves.is_empty() && std::env::var_os("PARALLAX_ACCEPT").is_some() {
        std::fs::write(path, file.with_moved(&moves)).unwrap();
        outcome.wrong.clear();
    }
    outcome
}

fn run_case(file: &CaseFile, case: &Case, outcome: &mut Outcome, moves: &mut Vec<usize>) {
    let place = |line: usize| format!("{}:{line}: {} · {}", file.name, file.group, case.name);
    let evidence = match Evidence::gather(case) {
        Ok(evidence) => evidence,
        Err(problem) => {
            return outcome
                .wrong
                .push(format!("{}\n  {problem}", place(case.line)));
        }
    };
    for expectation in &case.expected {
        let Expectation {
            line,
            text,
            pending,
        } = expectation;
        match (evidence.check(text, case), pending) {
            (Ok(()), false) => outcome.held += 1,
            (Err(stands), true) => {
                let diff = show::diff(text, &stands);
                outcome.pending.push(format!("{}\n{diff}", place(*line)));
            }
            (Ok(()), true) => {
                moves.push(*line);
                outcome
                    .wrong
                    .push(format!("{}\n  holds by now: {text}", place(*line)));
            }
            (Err(stands), false) => {
                moves.push(*line);
                outcome
                    .wrong
                    .push(format!("{}\n{}", place(*line), show::diff(text, &stands)));
            }
        }
    }
}
