//! Cold solves: `cargo bench --bench solve` for all, `cargo bench --bench solve -- staffing` for some. A
//! problem is in memory when the clock starts; reading a file is timed apart.
#![allow(missing_docs, clippy::expect_used)]
mod instances;

use divan::{Bencher, black_box};
use instances::{Options, adversarial, named, staffing};
use mutasi::matching::dimacs::{self, Unnamed};
use mutasi::matching::{self, Control, Problem};

fn main() {
    divan::main();
}

/// The plain shape, with the scores in bands, and the layered one.
const PLAIN: Options = Options { seed: 1, bands: 1, units: false };
const TIES: Options = Options { bands: 500, ..PLAIN };
const LAYERED: Options = Options { units: true, ..PLAIN };

/// A million people take minutes for all samples: ask for them, `MUTASI_BENCH_XXL=1`.
fn sizes() -> Vec<&'static str> {
    let all = std::env::var_os("MUTASI_BENCH_XXL").is_some();
    staffing::SIZES.iter().map(|size| size.name).filter(|&name| all || name != "XXL").collect()
}

fn solve(bencher: Bencher<'_, '_>, problem: &Problem) {
    bencher.bench_local(|| matching::solve(black_box(problem), &Control::unattended()).expect("everyone may stay"));
}

fn staffed(bencher: Bencher<'_, '_>, name: &str, options: Options) {
    solve(bencher, &named(name, options).expect("a size"));
}

#[divan::bench(args = sizes(), sample_count = 5, sample_size = 1)]
fn staffing_plain(bencher: Bencher<'_, '_>, name: &str) {
    staffed(bencher, name, PLAIN);
}

#[divan::bench(args = ["M", "L"], sample_count = 5, sample_size = 1)]
fn staffing_ties(bencher: Bencher<'_, '_>, name: &str) {
    staffed(bencher, name, TIES);
}

#[divan::bench(args = ["S", "M", "L"], sample_count = 5, sample_size = 1)]
fn staffing_layered(bencher: Bencher<'_, '_>, name: &str) {
    staffed(bencher, name, LAYERED);
}

#[divan::bench(args = adversarial::SHAPES.map(|shape| shape.name), sample_count = 5, sample_size = 1)]
fn shapes(bencher: Bencher<'_, '_>, name: &str) {
    solve(bencher, &named(name, PLAIN).expect("a shape"));
}

/// From bytes to arcs, and on to a problem.
#[divan::bench(args = ["L", "XL"], sample_count = 5, sample_size = 1)]
fn read_dimacs(bencher: Bencher<'_, '_>, name: &str) {
    let mut text = Vec::new();
    dimacs::write(&named(name, PLAIN).expect("a size"), &Unnamed, 0, &mut text).expect("memory takes it");
    bencher.bench_local(|| dimacs::read(black_box(text.as_slice())).expect("a file of ours"));
}
