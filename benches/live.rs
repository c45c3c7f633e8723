//! A live plan: `cargo bench --bench live`. Edits come in replays of a thousand, of which a thousandth is the
//! mean edit; targets are those of one person after another.
#![allow(missing_docs, clippy::expect_used)]
mod instances;

use divan::{Bencher, black_box};
use instances::{Options, Rng, named};
use mutasi::matching::live::{Edit, Live};
use mutasi::matching::{self, Control, Problem, Solution};

fn main() {
    divan::main();
}

const PLAIN: Options = Options { seed: 1, bands: 1, units: false };
const TIES: Options = Options { bands: 500, ..PLAIN };
const LAYERED: Options = Options { units: true, ..PLAIN };

fn solved(name: &str, options: Options) -> (Problem, Solution) {
    let problem = named(name, options).expect("a size");
    let solution = matching::solve(&problem, &Control::unattended()).expect("everyone may stay");
    (problem, solution)
}

fn live(name: &str, options: Options) -> Live {
    let (problem, solution) = solved(name, options);
    Live::new(problem, &solution).expect("solved just now")
}

/// One edit that bites more often than not: people are pinned anywhere, banned from where they are, judged
/// anew, and posts get more or fewer places.
fn draw(live: &Live, problem: &Problem, rng: &mut Rng) -> Edit {
    let employee = rng.below(problem.employees() as i64) as u32;
    let row = problem.row(employee as usize);
    let any = problem.post_of(row.start + rng.below(row.len() as i64) as usize) as u32;
    match rng.below(10) {
        0 | 1 => Edit::Pin { employee, post: any },
        2 => Edit::Unpin { employee },
        3 | 4 => Edit::Ban { employee, post: live.post_of(employee) },
        5 => Edit::Unban { employee, post: any },
        6 | 7 => {
            let mut judged = |arc| (problem.post_of(arc) as u32, problem.value_of(arc) + rng.below(2001) - 1000);
            Edit::Row { employee, pairs: row.map(&mut judged).collect() }
        }
        _ => {
            let post = rng.below(problem.posts() as i64) as u32;
            let mut segments = live.post_segments(post).to_vec();
            if let Some(last) = segments.last_mut() {
                last.width = (last.width + rng.below(5) as u32).saturating_sub(2);
            }
            Edit::Post { post, segments }
        }
    }
}

/// A thousand edits, none of them refused.
fn edits(live: &Live, problem: &Problem) -> Vec<Edit> {
    let (mut live, mut rng, mut kept) = (live.clone(), Rng::new(1), Vec::new());
    while kept.len() < 1000 {
        let edit = draw(&live, problem, &mut rng);
        if live.apply(std::slice::from_ref(&edit), &Control::unattended()).is_ok() {
            kept.push(edit);
        }
    }
    kept
}

fn replay(bencher: Bencher<'_, '_>, name: &str, options: Options) {
    let problem = named(name, options).expect("a size");
    let live = live(name, options);
    let edits = edits(&live, &problem);
    bencher.with_inputs(|| live.clone()).bench_local_refs(|live| {
        for edit in &edits {
            black_box(live.apply(std::slice::from_ref(edit), &Control::unattended()).expect("kept as it was not refused"));
        }
    });
}

#[divan::bench(args = ["S", "M", "L", "XL"], sample_count = 5, sample_size = 1)]
fn a_thousand_edits(bencher: Bencher<'_, '_>, name: &str) {
    replay(bencher, name, PLAIN);
}

#[divan::bench(args = ["M", "L"], sample_count = 5, sample_size = 1)]
fn a_thousand_edits_ties(bencher: Bencher<'_, '_>, name: &str) {
    replay(bencher, name, TIES);
}

#[divan::bench(args = ["M", "L"], sample_count = 5, sample_size = 1)]
fn a_thousand_edits_layered(bencher: Bencher<'_, '_>, name: &str) {
    replay(bencher, name, LAYERED);
}

#[divan::bench(args = ["S", "M", "L", "XL"], sample_count = 40, sample_size = 1)]
fn targets(bencher: Bencher<'_, '_>, name: &str) {
    let mut live = live(name, PLAIN);
    let (mut rng, people) = (Rng::new(7), live.employees() as i64);
    bencher.bench_local(|| live.targets(rng.below(people) as u32, &Control::unattended()).expect("nobody cancels"));
}

#[divan::bench(args = ["M", "L", "XL"], sample_count = 5, sample_size = 1)]
fn opening(bencher: Bencher<'_, '_>, name: &str) {
    let (problem, solution) = solved(name, PLAIN);
    bencher.with_inputs(|| problem.clone()).bench_local_values(|problem| Live::new(problem, &solution).expect("solved just now"));
}
