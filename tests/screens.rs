//! Keys in, picture out: the session and what is painted of it, without a terminal.

mod support;

mod hostile;
mod keys;
mod looks;
mod manners;
mod read;
mod views;
