//! What two stretches that speak of the same thing say differently: another number, a denial, a
//! contrary word, another name in the same place.

use super::content::{self, Content, Feature, Quantity};
use super::{Basis, Kind};
use crate::analysis::thesaurus;
use crate::text::Span;

/// A difference, and where it stands in both.
#[derive(Clone, Debug, PartialEq)]
pub struct Opposition {
    /// What it rests on.
    pub basis: Basis,
    /// In the first.
    pub a: Span,
    /// In the second.
    pub b: Span,
    /// How they differ, in a few words.
    pub how: &'static str,
}

/// What a pair that speaks of the same thing is: an agreement, or what it differs in.
pub fn opposition(a: &Content, b: &Content) -> Option<Opposition> {
    numbers(a, b)
        .or_else(|| denial(a, b))
        .or_else(|| contrary(a, b))
}

/// The kind of a relation.
pub const fn kind(opposition: Option<&Opposition>) -> Kind {
    if opposition.is_some() {
        Kind::Conflict
    } else {
        Kind::Agree
    }
}

/// Different numbers of the same thing, where each gives only one.
fn numbers(a: &Content, b: &Content) -> Option<Opposition> {
    for x in &a.quantities {
        let Some(y) = only(b, x).filter(|_| only(a, x).is_some()) else {
            continue;
        };
        if differ(x, y) {
            let timely = content::is(content::List::Duration, x.counted);
            return Some(Opposition {
                basis: if timely { Basis::Time } else { Basis::Figure },
                a: x.span,
                b: y.span,
                how: "give another number",
            });
        }
    }
    None
}

/// The only quantity that counts what `like` counts.
fn only<'c>(content: &'c Content, like: &Quantity) -> Option<&'c Quantity> {
    let mut own = content
        .quantities
        .iter()
        .filter(|q| q.counted == like.counted);
    let first = own.next()?;
    own.next().is_none().then_some(first)
}

/// A loose number meets others within a tenth, and a number meets what it is rounded to.
fn differ(x: &Quantity, y: &Quantity) -> bool {
    let apart = (x.value - y.value).abs();
    let larger = x.value.abs().max(y.value.abs());
    let room = if x.loose || y.loose {
        0.1 * larger
    } else {
        0.0
    };
    let rounded = x.value.fract() == 0.0 && y.value.round() == x.value
        || y.value.fract() == 0.0 && x.value.round() == y.value;
    apart > room && !rounded
}

/// One denies a word that the other says of the same.
fn denial(a: &Content, b: &Content) -> Option<Opposition> {
    deeds(a, b)
        .find(|(x, y)| x.id == y.id && x.negated != y.negated && one_way(a, x) && one_way(b, y))
        .map(|(x, y)| found(x, y, "one denies what the other says"))
}

/// Whether a stretch says a word only as here: never both denied and not.
fn one_way(content: &Content, as_here: &Feature) -> bool {
    let mut own = content.features.iter().filter(|f| f.id == as_here.id);
    own.all(|f| f.negated == as_here.negated)
}

/// Each says the contrary of a word of the other, of the same, and neither says both.
fn contrary(a: &Content, b: &Content) -> Option<Opposition> {
    deeds(a, b)
        .find(|(x, y)| is_contrary(x, y) && !a.has(y.id) && !b.has(x.id))
        .map(|(x, y)| found(x, y, "say the contrary"))
}

fn is_contrary(x: &Feature, y: &Feature) -> bool {
    let (Some(one), Some(other)) = (x.group, y.group) else {
        return false;
    };
    !x.negated && !y.negated && thesaurus::antonyms(one).contains(&other)
}

/// Pairs of words that the thesaurus knows, of both, that stand beside the same word.
fn deeds<'c>(a: &'c Content, b: &'c Content) -> impl Iterator<Item = (&'c Feature, &'c Feature)> {
    let known = |c: &'c Content| {
        (c.features.iter().enumerate()).filter(|(_, f)| f.group.is_some() && !f.name)
    };
    known(a).flat_map(move |(i, x)| {
        known(b)
            .filter(move |(j, _)| share_neighbour(a, i, b, *j))
            .map(move |(_, y)| (x, y))
    })
}

/// How many words around a word are its neighbours.
const NEAR: usize = 2;

fn share_neighbour(a: &Content, i: usize, b: &Content, j: usize) -> bool {
    let near = |c: &Content, n: usize| -> Vec<u64> {
        let range = n.saturating_sub(NEAR)..(n + NEAR + 1).min(c.features.len());
        let own = c.features[n].id;
        c.features[range]
            .iter()
            .map(|f| f.id)
            .filter(|id| *id != own)
            .collect()
    };
    let other = near(b, j);
    near(a, i).iter().any(|id| other.contains(id))
}

const fn found(x: &Feature, y: &Feature, how: &'static str) -> Opposition {
    Opposition {
        basis: Basis::Claim,
        a: x.span,
        b: y.span,
        how,
    }
}

/// Another name in the same place of an otherwise equal stretch: "arrived in Ankara", "arrived in Doha".
pub fn role(a: &Content, b: &Content) -> Option<Opposition> {
    let own = |c: &Content, other: &Content| -> Vec<Feature> {
        c.features
            .iter()
            .filter(|f| f.name && !other.has(f.id))
            .copied()
            .collect()
    };
    let (x, y) = (own(a, b), own(b, a));
    let ([x], [y]) = (&x[..], &y[..]) else {
        return None;
    };
    let before = x.before.filter(|s| content::is(content::List::Role, *s))?;
    (y.before == Some(before)).then(|| Opposition {
        basis: if content::place(content::List::Role, before)
            == content::place(content::List::Role, crate::text::Stem::of("by"))
        {
            Basis::Person
        } else {
            Basis::Place
        },
        ..found(x, y, "name somebody or somewhere else")
    })
}
