//! Data files of words: read once, and each proves itself by its examples.
//!
//! A data file is TOML: entries of a shape that its reader knows, and beside them `[[example]]` (a
//! text and what is found in it) and `[[counterexample]]` (a text in which nothing is found). The
//! tests read the examples of every file; the program reads the entries.

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A text and what a reader of the data file finds in it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The text.
    pub text: String,
    /// What is found in it, in the words of the file's test.
    #[serde(default)]
    pub finds: String,
}

#[derive(Deserialize)]
struct File<T> {
    #[serde(default = "Vec::new")]
    entry: Vec<T>,
    #[serde(default)]
    example: Vec<Example>,
    #[serde(default)]
    counterexample: Vec<Example>,
}

/// A data file, read.
#[derive(Clone, Debug)]
pub struct Lexicon<T> {
    /// The entries, in the order of the file.
    pub entries: Vec<T>,
    /// Texts in which something is found.
    pub examples: Vec<Example>,
    /// Texts in which nothing is found.
    pub counterexamples: Vec<Example>,
}

/// Reads a data file that is built into the program.
///
/// # Panics
///
/// When the file is not what its reader expects: a mistake of the programmer, which every test meets.
pub fn read<T: DeserializeOwned>(name: &str, text: &str) -> Lexicon<T> {
    match toml::from_str::<File<T>>(text) {
        Ok(file) => Lexicon {
            entries: file.entry,
            examples: file.example,
            counterexamples: file.counterexample,
        },
        Err(error) => panic!("{name}: {error}"),
    }
}
