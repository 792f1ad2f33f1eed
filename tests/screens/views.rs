//! Grid, findings, timeline.
