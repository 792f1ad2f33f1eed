//! `parallax import`: makes article files out of pages, feeds, text and addresses.

use crate::article::Published;
use crate::import::store::{Kept, Store};
use crate::import::{Draft, date, scraped};
use anyhow::Context;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct ImportArgs {
    /// Files, folders, addresses, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<String>,
    /// Folder for the article files
    #[arg(long, value_name = "DIR", default_value = "articles")]
    into: PathBuf,
    /// The outlet, whatever the text says
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// The day of publication, such as 2021-09-06, whatever the text says
    #[arg(long, value_name = "DATE", value_parser = published)]
    published: Option<Published>,
}

fn published(text: &str) -> Result<Published, String> {
    let mut found = date::dates(text).into_iter();
    match (found.next(), found.next()) {
        (Some(date), None) if date.month_first.is_none() => Ok(date.date),
        _ => Err(
            "write a day as 2021-09-06, or with its time as 2021-09-06T12:33:00+02:00".to_owned(),
        ),
    }
}

pub(super) fn run(args: &ImportArgs) -> anyhow::Result<ExitCode> {
    let mut store =
        Store::open(&args.into).with_context(|| format!("cannot read {}", args.into.display()))?;
    let mut failed = 0;
    for input in &args.inputs {
        if let Err(error) = import(args, input, &mut store) {
            failed += 1;
            eprintln!("{input}: failed: {error:#}");
        }
    }
    Ok(if failed > 0 {
        ExitCode::from(2)
    } else {
        ExitCode::SUCCESS
    })
}

fn import(args: &ImportArgs, input: &str, store: &mut Store) -> anyhow::Result<()> {
    let bytes = std::fs::read(input)?;
    let text = String::from_utf8_lossy(&bytes);
    let origin = Path::new(input)
        .file_name()
        .map_or(input.into(), |n| n.to_string_lossy());
    let mut draft = if input.ends_with(".html") {
        crate::import::page::read(&text, None, &origin)
    } else {
        scraped::read(&text, &origin)
    };
    anyhow::ensure!(!draft.body.trim().is_empty(), "no article text found in it");
    if args.source.is_some() {
        draft.source.clone_from(&args.source);
    }
    if args.published.is_some() {
        draft.published.clone_from(&args.published);
        draft.notes.clear();
    }
    let kept = store.keep(&draft)?;
    println!("{input}: {}", told(&kept, &draft));
    Ok(())
}

fn told(kept: &Kept, draft: &Draft) -> String {
    let mut told = match kept {
        Kept::Written(path) => format!("wrote {}", path.display()),
        Kept::AlreadyThere(path) => format!("already there as {}", path.display()),
        Kept::SameText(path) => format!("same text as {}, left alone", path.display()),
    };
    let missing = draft.missing();
    if !missing.is_empty() {
        told.push_str(&format!("; not found: {}", missing.join(", ")));
    }
    for note in &draft.notes {
        told.push_str("; ");
        told.push_str(note);
    }
    told
}
