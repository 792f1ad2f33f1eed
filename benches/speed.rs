//! How fast parallax is: `cargo bench`.

use criterion::{criterion_group, criterion_main};

mod throughput;

criterion_group!(
    benches,
    throughput::compare,
    throughput::hostile,
    throughput::read,
    throughput::write
);
criterion_main!(benches);
