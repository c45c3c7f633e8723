//! Instances of the matching problem, made from a seed: [`staffing`] makes what a civil service looks like,
//! [`adversarial`] what is hard for one method or another. Used by the benches, by tests, and by
//! `cargo run --release --example instance`, which writes any of them as DIMACS for other solvers.
#![allow(dead_code)] // each target that includes this uses its own part

pub mod adversarial;
mod rng;
pub mod staffing;

use mutasi::matching::{NO_UNIT, Problem, ProblemBuilder, Segment};

pub use rng::Rng;

/// What may be asked of an instance besides its name.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Another seed is another draw.
    pub seed: u64,
    /// Scores are rounded to multiples of this, so that many tie; 1 leaves them.
    pub bands: i64,
    /// Whether units earn a reward of their own (the layered shape).
    pub units: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { seed: 1, bands: 1, units: false }
    }
}

/// All names that [`named`] knows.
pub fn names() -> impl Iterator<Item = &'static str> {
    staffing::SIZES.iter().map(|size| size.name).chain(adversarial::SHAPES.iter().map(|shape| shape.name))
}

/// The instance of a name, none where nothing has that name. Adversarial shapes are fixed: they have
/// no options but the seed.
pub fn named(name: &str, options: Options) -> Option<Problem> {
    if let Some(size) = staffing::SIZES.iter().find(|size| size.name == name) {
        return Some(staffing::make(size, options).problem);
    }
    adversarial::SHAPES.iter().find(|shape| shape.name == name).map(|shape| (shape.make)(&mut Rng::new(options.seed)))
}

/// Posts of one place each that earn nothing, without units.
fn single_posts(builder: &mut ProblemBuilder, count: u32) {
    for _ in 0..count {
        builder.add_post(NO_UNIT, &[Segment { width: 1, reward: 0 }]);
    }
}

/// A generator's own mistake is its author's: there is nobody to report it to.
#[allow(clippy::expect_used)]
fn built(builder: ProblemBuilder) -> Problem {
    builder.build().expect("a generated problem is well formed")
}
