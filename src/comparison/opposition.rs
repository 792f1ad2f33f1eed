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
            let timely = content::is("duration", x.counted);
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

/// A loose number meets others within a tenth.
fn differ(x: &Quantity, y: &Quantity) -> bool {
    let apart = (x.value - y.value).abs();
    let room = if x.loose || y.loose {
        0.1 * x.value.abs().max(y.value.abs())
    } else {
        0.0
    };
    apart > room
}

/// One denies a word that the other says.
fn denial(a: &Content, b: &Content) -> Option<Opposition> {
    let one = |c: &Content| c.features.iter().filter(|f| f.negated).count();
    if (one(a) == 0) == (one(b) == 0) {
        return None;
    }
    let (denying, other) = if one(a) > 0 { (a, b) } else { (b, a) };
    let denied = denying.features.iter().find(|f| f.negated && is_deed(f))?;
    let said = other.features.iter().find(|f| f.id == denied.id)?;
    let (x, y) = if one(a) > 0 {
        (denied, said)
    } else {
        (said, denied)
    };
    Some(found(x, y, "one denies what the other says"))
}

/// Only what the thesaurus knows as a deed can be denied for certain.
const fn is_deed(feature: &Feature) -> bool {
    feature.group.is_some() && !feature.name
}

/// Each says the contrary of a word of the other, and neither says both.
fn contrary(a: &Content, b: &Content) -> Option<Opposition> {
    for x in &a.features {
        let Some(group) = x.group else { continue };
        for y in &b.features {
            let Some(other) = y.group else { continue };
            let opposite = thesaurus::antonyms(group).contains(&other);
            if opposite && !x.negated && !y.negated && !a.has(y.id) && !b.has(x.id) {
                return Some(found(x, y, "say the contrary"));
            }
        }
    }
    None
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
    let before = x.before.filter(|s| content::is("role", *s))?;
    (y.before == Some(before)).then(|| Opposition {
        basis: if content::place("role", before)
            == content::place("role", crate::text::Stem::of("by"))
        {
            Basis::Person
        } else {
            Basis::Place
        },
        ..found(x, y, "name somebody or somewhere else")
    })
}
