//! A Markdown file of cases: headings, prose and fenced blocks.

use std::path::Path;

/// A line that says what must be found.
#[derive(Clone)]
pub struct Expectation {
    /// Its line in the file, from 1.
    pub line: usize,
    /// The line.
    pub text: String,
    /// It does not hold yet.
    pub pending: bool,
}

/// An article of a case.
#[derive(Clone)]
pub struct ArticleBlock {
    /// The outlet.
    pub outlet: String,
    /// The day, as written.
    pub date: Option<String>,
    /// Front matter and body, as written.
    pub text: String,
}

/// A configuration, articles and what must be found in them.
#[derive(Clone, Default)]
pub struct Case {
    /// The heading.
    pub name: String,
    /// The heading's line in the file, from 1.
    pub line: usize,
    /// The configuration.
    pub config: String,
    /// The articles.
    pub articles: Vec<ArticleBlock>,
    /// What must be found.
    pub expected: Vec<Expectation>,
}

/// A file of cases.
pub struct CaseFile {
    /// Its path below the package.
    pub name: String,
    /// Its first heading.
    pub group: String,
    /// Its cases.
    pub cases: Vec<Case>,
    lines: Vec<String>,
}

struct Block {
    info: String,
    line: usize,
    content: Vec<String>,
}

impl CaseFile {
    /// Reads a file of cases.
    pub fn read(path: &Path, text: &str) -> Self {
        let name = path
            .strip_prefix(env!("CARGO_MANIFEST_DIR"))
            .unwrap_or(path);
        let mut file = Self {
            name: name.display().to_string(),
            group: String::new(),
            cases: Vec::new(),
            lines: text.lines().map(str::to_owned).collect(),
        };
        let mut shared = Case {
            name: "whole file".into(),
            line: 1,
            ..Case::default()
        };
        let mut open: Option<Block> = None;
        for (number, line) in (1..).zip(text.lines()) {
            match &mut open {
                Some(block) if line.starts_with("```") => {
                    let block = std::mem::replace(
                        block,
                        Block {
                            info: String::new(),
                            line: 0,
                            content: Vec::new(),
                        },
                    );
                    file.cases.last_mut().unwrap_or(&mut shared).take(block);
                    open = None;
                }
                Some(block) => block.content.push(line.to_owned()),
                None => open = file.heading_or_fence(&shared, number, line),
            }
        }
        assert!(open.is_none(), "{}: a block is not closed", file.name);
        if file.cases.is_empty() {
            file.cases.push(shared);
        }
        file
    }

    fn heading_or_fence(&mut self, shared: &Case, number: usize, line: &str) -> Option<Block> {
        if let Some(name) = line.strip_prefix("## ") {
            let name = name.to_owned();
            self.cases.push(Case {
                name,
                line: number,
                ..shared.clone()
            });
        } else if let Some(group) = line.strip_prefix("# ") {
            self.group = group.to_owned();
        }
        let info = line.strip_prefix("```")?.trim().to_owned();
        Some(Block {
            info,
            line: number,
            content: Vec::new(),
        })
    }

    /// The file with these lines moved from `findings` to `findings pending` of their case, or back.
    pub fn with_moved(&self, moves: &[usize]) -> String {
        let mut out: Vec<String> = Vec::new();
        let mut case: Vec<(usize, &str)> = Vec::new();
        for (number, line) in (1..).zip(self.lines.iter().map(String::as_str)) {
            if line.starts_with("## ") {
                flush(&mut out, &case, moves);
                case.clear();
            }
            case.push((number, line));
        }
        flush(&mut out, &case, moves);
        out.join("\n") + "\n"
    }
}

/// Writes one case's lines with its blocks of findings put together anew, where a line of it moves.
fn flush(out: &mut Vec<String>, case: &[(usize, &str)], moves: &[usize]) {
    if !case.iter().any(|(n, _)| moves.contains(n)) {
        out.extend(case.iter().map(|(_, l)| (*l).to_owned()));
        return;
    }
    let (mut kept, mut now, mut later) = (Vec::new(), Vec::new(), Vec::new());
    let mut open: Option<bool> = None;
    for (number, line) in case {
        match open {
            Some(_) if line.starts_with("```") => open = None,
            Some(pending) if pending != moves.contains(number) => later.push((*line).to_owned()),
            Some(_) => now.push((*line).to_owned()),
            None if line.starts_with("```findings") => open = Some(line.contains("pending")),
            None => kept.push((*line).to_owned()),
        }
    }
    while kept.last().is_some_and(String::is_empty) {
        kept.pop();
    }
    out.append(&mut kept);
    for (fence, lines) in [("```findings", now), ("```findings pending", later)] {
        if !lines.is_empty() {
            out.extend([String::new(), fence.to_owned()]);
            out.extend(lines);
            out.push("```".to_owned());
        }
    }
    out.push(String::new());
}

impl Case {
    fn take(&mut self, block: Block) {
        let text = block.content.join("\n");
        match block.info.split_once(' ').unwrap_or((&block.info, "")) {
            ("toml", "config") => self.config = text,
            ("article", head) => self.articles.push(article(head, text)),
            ("findings", state) => {
                let lines = (block.line + 1..).zip(block.content);
                let lines = lines.filter(|(_, text)| !text.trim().is_empty());
                self.expected.extend(lines.map(|(line, text)| Expectation {
                    line,
                    text,
                    pending: state == "pending",
                }));
            }
            _ => {}
        }
    }
}

fn article(head: &str, text: String) -> ArticleBlock {
    let dated = head
        .rsplit_once(' ')
        .filter(|(_, date)| date.starts_with("20") && date.contains('-'));
    ArticleBlock {
        outlet: dated.map_or(head, |(outlet, _)| outlet).to_owned(),
        date: dated.map(|(_, date)| date.to_owned()),
        text,
    }
}
