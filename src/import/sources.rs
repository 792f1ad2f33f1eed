//! `[[sources]]` of a configuration: outlets that the reader has named.

use super::draft::Draft;
use super::line::words;
use super::page::host;
use crate::config::SourceRule;

/// The name that the reader has given to the outlet of an article, by its address, by the outlet's name
/// as it was found, or by words that stand around the text.
pub fn name<'r>(rules: &'r [SourceRule], draft: &Draft) -> Option<&'r str> {
    let address = draft.url.as_deref().unwrap_or(&draft.origin);
    let by_address = |r: &&SourceRule| r.matches.iter().any(|m| is_of(address, m));
    let named = |r: &&SourceRule| {
        draft.source.as_deref().is_some_and(|s| {
            std::iter::once(&r.name)
                .chain(&r.matches)
                .any(|m| words(m) == words(s))
        })
    };
    let around = words(&draft.around);
    let by_words = |r: &&SourceRule| r.matches.iter().any(|m| stands_in(&words(m), &around));
    let rule = rules
        .iter()
        .find(by_address)
        .or_else(|| rules.iter().find(named))
        .or_else(|| rules.iter().find(by_words));
    rule.map(|r| r.name.as_str())
}

/// Whether an address lies on a site such as `rferl.org`, or below `rferl.org/afghanistan`.
fn is_of(address: &str, site: &str) -> bool {
    let site = site
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_start_matches("www.")
        .trim_end_matches('/')
        .to_lowercase();
    let (wanted, path) = site
        .split_once('/')
        .map_or((site.as_str(), ""), |(h, p)| (h, p));
    let Some(host) = host(address)
        .map(|h| h.to_lowercase())
        .filter(|_| wanted.contains('.'))
    else {
        return false;
    };
    let same = host == wanted || host.strip_suffix(wanted).is_some_and(|h| h.ends_with('.'));
    same && (path.is_empty() || address.to_lowercase().contains(&site))
}

fn stands_in(wanted: &[String], words: &[String]) -> bool {
    !wanted.is_empty() && words.windows(wanted.len()).any(|w| w == wanted)
}
