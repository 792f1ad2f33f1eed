//! Which of many stretches of text say the same: by the words that they share, the rare ones first.
//!
//! Two ways. [`Rare`] is for whole collections: each stretch is tried only against those with which it
//! shares two of its rarest words, so that the cost grows with the number of stretches, not of pairs.
//! [`Alike`] is for the answers to one question, a few hundred at most: all are tried against all, and
//! what two answers have in common with third ones counts too.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Features of a stretch with their weights, sorted by feature.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vector {
    parts: Vec<(u64, f32)>,
    norm: f32,
}

impl Vector {
    /// A vector of features; of a feature named twice the larger weight counts.
    pub fn of(mut parts: Vec<(u64, f32)>) -> Self {
        parts.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        parts.dedup_by_key(|p| p.0);
        let norm = parts.iter().map(|p| p.1 * p.1).sum::<f32>().sqrt();
        Self { parts, norm }
    }

    /// The cosine of the angle between both, 0 to 1.
    pub fn cosine(&self, other: &Self) -> f32 {
        let product = self.norm * other.norm;
        if product > 0.0 {
            self.dot(other) / product
        } else {
            0.0
        }
    }

    fn dot(&self, other: &Self) -> f32 {
        let (mut a, mut b, mut sum) = (0, 0, 0.0);
        while let (Some(x), Some(y)) = (self.parts.get(a), other.parts.get(b)) {
            match x.0.cmp(&y.0) {
                std::cmp::Ordering::Less => a += 1,
                std::cmp::Ordering::Greater => b += 1,
                std::cmp::Ordering::Equal => {
                    sum += x.1 * y.1;
                    a += 1;
                    b += 1;
                }
            }
        }
        sum
    }
}

/// How many stretches hold each feature.
#[derive(Clone, Debug, Default)]
pub struct Frequencies {
    counts: FxHashMap<u64, u32>,
    stretches: u32,
}

impl Frequencies {
    /// Counts features; each list holds a feature once.
    pub fn of<'a>(stretches: impl Iterator<Item = &'a [u64]>) -> Self {
        let mut own = Self::default();
        for features in stretches {
            own.stretches += 1;
            for &feature in features {
                *own.counts.entry(feature).or_default() += 1;
            }
        }
        own
    }

    /// In how many stretches a feature stands.
    pub fn count(&self, feature: u64) -> u32 {
        self.counts.get(&feature).copied().unwrap_or(0)
    }

    /// How much a feature tells: the logarithm of how rare it is (inverse document frequency).
    pub fn weight(&self, feature: u64) -> f32 {
        let (all, own) = (
            f64::from(self.stretches),
            f64::from(self.count(feature).max(1)),
        );
        // The logarithm of a count fits a f32 well.
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a weight needs no more digits"
        )]
        let weight = (1.0 + all / own).ln() as f32;
        weight
    }
}

/// Stretches by their rare features.
#[derive(Debug)]
pub struct Rare<'a> {
    stretches: &'a [Vec<u64>],
    frequencies: &'a Frequencies,
    postings: FxHashMap<u64, Vec<u32>>,
}

/// A feature that stands in more stretches leads to none of them. With [`RAREST`], this bounds the
/// pairs tried: at most `RAREST * POSTING` for each stretch, however many there are.
const POSTING: u32 = 40;
/// As many of a stretch's rarest features lead to others.
const RAREST: usize = 6;
/// So many of them must lead to the same stretch.
const SHARED: usize = 2;

impl<'a> Rare<'a> {
    /// Indexes stretches by the features that few of them hold.
    pub fn of(stretches: &'a [Vec<u64>], frequencies: &'a Frequencies) -> Self {
        let mut postings: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
        for (n, features) in stretches.iter().enumerate() {
            for &feature in features {
                if (2..=POSTING).contains(&frequencies.count(feature)) {
                    postings
                        .entry(feature)
                        .or_default()
                        .push(u32::try_from(n).unwrap_or(u32::MAX));
                }
            }
        }
        Self {
            stretches,
            frequencies,
            postings,
        }
    }

    /// Pairs that share rare features, in order, the smaller first.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let mut found: Vec<(usize, usize)> = (0..self.stretches.len())
            .into_par_iter()
            .flat_map_iter(|n| {
                self.partners(n)
                    .into_iter()
                    .map(move |m| (n.min(m), n.max(m)))
            })
            .collect();
        found.extend(self.repeated());
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Each stretch with the one before it that has just its features: what hundreds repeat has no rare
    /// words, and is found all the same.
    fn repeated(&self) -> Vec<(usize, usize)> {
        let mut last: FxHashMap<&[u64], usize> = FxHashMap::default();
        let mut found = Vec::new();
        for (n, features) in self.stretches.iter().enumerate() {
            found.extend(last.insert(features, n).map(|before| (before, n)));
        }
        found
    }

    fn partners(&self, n: usize) -> Vec<usize> {
        let mut own: Vec<(u32, u64)> = self.stretches[n]
            .iter()
            .map(|&f| (self.frequencies.count(f), f))
            .filter(|(count, _)| (2..=POSTING).contains(count))
            .collect();
        own.sort_unstable();
        own.truncate(RAREST);
        let mut met: Vec<u32> = own
            .iter()
            .filter_map(|(_, f)| self.postings.get(f))
            .flatten()
            .copied()
            .collect();
        met.sort_unstable();
        met.chunk_by(|a, b| a == b)
            .filter(|run| run.len() >= SHARED)
            .map(|run| run[0] as usize)
            .filter(|&m| m != n)
            .collect()
    }
}

/// How alike the answers to one question are, each to each.
#[derive(Clone, Debug)]
pub struct Alike {
    size: usize,
    direct: Vec<f32>,
    spread: Vec<f32>,
}

/// What answers share with third ones counts half.
const SPREAD: f32 = 0.5;
/// Answers are the same when they are more alike than most pairs of the same question: by this many
/// standard deviations above the mean.
const ABOVE: f32 = 0.5;
/// And never when they are less alike than this.
const FLOOR: f32 = 0.10;
/// With fewer answers the mean says little: then this decides.
const FEW: usize = 6;
/// See [`FEW`].
const FEW_FLOOR: f32 = 0.25;

impl Alike {
    /// Compares all with all: the cost grows with the third power, so that the caller bounds them.
    pub fn of(vectors: &[Vector]) -> Self {
        let size = vectors.len();
        let mut direct = vec![0.0; size * size];
        for a in 0..size {
            for b in a + 1..size {
                let alike = vectors[a].cosine(&vectors[b]);
                direct[a * size + b] = alike;
                direct[b * size + a] = alike;
            }
        }
        let spread = spread(&direct, size);
        Self {
            size,
            direct,
            spread,
        }
    }

    /// How alike two are, 0 to 1.
    pub fn between(&self, a: usize, b: usize) -> f32 {
        self.spread[a * self.size + b]
    }

    /// From where on two are the same.
    pub fn threshold(&self) -> f32 {
        if self.size < FEW {
            return FEW_FLOOR;
        }
        let pairs: Vec<f32> = (0..self.size)
            .flat_map(|a| (a + 1..self.size).map(move |b| (a, b)))
            .map(|(a, b)| self.between(a, b))
            .collect();
        let (mean, deviation) = spread_of(&pairs);
        (mean + ABOVE * deviation).max(FLOOR)
    }

    /// Whether two are the same, and share words of their own.
    pub fn same(&self, a: usize, b: usize, threshold: f32) -> bool {
        self.between(a, b) >= threshold && self.direct[a * self.size + b] > 0.0
    }
}

#[expect(clippy::cast_precision_loss, reason = "a count of pairs")]
fn spread_of(values: &[f32]) -> (f32, f32) {
    let count = values.len().max(1) as f32;
    let mean = values.iter().sum::<f32>() / count;
    let variance = values.iter().map(|v| (v - mean).powi(2)).sum::<f32>() / count;
    (mean, variance.sqrt())
}

/// Two are alike, too, when both are like a third.
fn spread(direct: &[f32], size: usize) -> Vec<f32> {
    let row = |a: usize| &direct[a * size..(a + 1) * size];
    let sums: Vec<f32> = (0..size).map(|a| row(a).iter().sum()).collect();
    let mut found = vec![0.0; size * size];
    for a in 0..size {
        for b in a + 1..size {
            // The diagonal is 0, so that neither counts as its own third.
            let third: f32 = row(a).iter().zip(row(b)).map(|(x, y)| x * y).sum();
            let both = (sums[a] * sums[b]).sqrt();
            let through = if both > 0.0 { third / both } else { 0.0 };
            let alike = (1.0 - SPREAD) * row(a)[b] + SPREAD * through;
            found[a * size + b] = alike;
            found[b * size + a] = alike;
        }
    }
    found
}
