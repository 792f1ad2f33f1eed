//! Lines of a scraped text or blocks of a page: what their shape alone says about them.

/// What a block was where it came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A paragraph, or a line of a plain text.
    #[default]
    Paragraph,
    /// A heading of a level from 1 to 6.
    Heading(u8),
    /// An item of a list; `Some` with its number where the list is numbered.
    Item(Option<u32>),
    /// A paragraph of a quotation set apart.
    Quote,
}

/// A line of a text, with its words.
#[derive(Clone, Debug)]
pub struct Line {
    /// The line as it stands, without white space at its ends.
    pub text: String,
    /// Its words: lower case, without punctuation and apostrophes.
    pub words: Vec<String>,
    /// What it was.
    pub kind: Kind,
}

/// Words from which a line that ends like a sentence counts as article text rather than as a label.
const PROSE: usize = 8;
/// Words from which a line counts as article text however it ends.
const LONG: usize = 30;

impl Line {
    /// A line of a plain text.
    pub fn new(text: &str) -> Self {
        Self::of(text, Kind::Paragraph)
    }

    /// A block of a page.
    pub fn of(text: &str, kind: Kind) -> Self {
        let text = text.trim().to_owned();
        let words = words(&text);
        Self { text, words, kind }
    }

    /// Whether it ends as a sentence does.
    pub fn ends_sentence(&self) -> bool {
        let end = self.text.trim_end_matches(|c: char| {
            matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | ']' | '*')
        });
        end.ends_with([
            '.', '!', '?', '…', ':', ';', '。', '！', '？', '؟', '۔', '।',
        ]) || (end.len() < self.text.len() && end.ends_with(','))
    }

    /// Whether it is surely running text: long, and ending like a sentence.
    pub fn is_prose(&self) -> bool {
        !matches!(self.kind, Kind::Heading(_))
            && (self.words.len() >= LONG || (self.words.len() >= PROSE && self.ends_sentence()))
    }

    /// Whether it holds no letters: counters, page numbers, rules.
    pub fn is_number(&self) -> bool {
        !self.text.chars().any(char::is_alphabetic)
            || (self.words.len() == 1 && is_count(&self.words[0]))
    }

    /// Whether the same words stand in both.
    pub fn same_words(&self, other: &Self) -> bool {
        self.words == other.words
    }

    /// The share of its longer words that begin with a capital: high in names and in headlines of
    /// the older style.
    pub fn capitals(&self) -> f64 {
        let long: Vec<&str> = self
            .text
            .split_whitespace()
            .filter(|w| w.chars().filter(|c| c.is_alphabetic()).count() > 3)
            .collect();
        let upper = long.iter().filter(|w| starts_upper(w)).count();
        if long.is_empty() {
            1.0
        } else {
            ratio(upper, long.len())
        }
    }

    /// Whether it could be the name of a person: two to four capitalised words, nothing else.
    pub fn is_name(&self) -> bool {
        is_name(&self.text)
    }
}

/// Whether a text could be the name of a person.
pub fn is_name(text: &str) -> bool {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let particle = |w: &str| {
        matches!(
            w,
            "de" | "da"
                | "di"
                | "van"
                | "von"
                | "der"
                | "den"
                | "la"
                | "le"
                | "al"
                | "bin"
                | "el"
                | "ter"
                | "du"
        )
    };
    (2..=5).contains(&parts.len())
        && parts
            .iter()
            .all(|w| (starts_upper(w) && is_name_word(w)) || particle(w))
        && parts.iter().filter(|w| starts_upper(w)).count() >= 2
}

fn is_name_word(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    word.chars()
        .all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.'))
        && (letters <= 3 || !word.ends_with('.'))
}

/// Whether a word begins with a capital letter, marks before it aside.
pub fn starts_upper(word: &str) -> bool {
    word.chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(char::is_uppercase)
}

/// The words of a text: lower case, apostrophes left out, everything else a border.
pub fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’' | '‘' | '\u{ad}' | '\u{200b}') && !word.is_empty() {
            found.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        found.push(word);
    }
    found
}

/// Whether a word is a count as buttons show it: `12`, `1460`, `2k`.
pub fn is_count(word: &str) -> bool {
    let digits = word.trim_end_matches(['k', 'm']);
    !digits.is_empty()
        && word.len() - digits.len() <= 1
        && digits.bytes().all(|b| b.is_ascii_digit())
}

/// `part` of `whole` as a share; 0 of nothing.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of words and lines are small"
)]
pub fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}
