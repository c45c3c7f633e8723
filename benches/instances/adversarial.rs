//! Shapes that are hard for one method or another: price wars, plateaus, long searches, values that grow
//! with the size. Every shape has a line that says what it is hard for.

use super::{Rng, built, single_posts};
use mutasi::matching::{NO_UNIT, Problem, ProblemBuilder, Segment};

/// A shape with its sizes fixed.
#[derive(Clone, Copy)]
pub struct Shape {
    /// What benches call it.
    pub name: &'static str,
    /// Makes it.
    pub make: fn(&mut Rng) -> Problem,
}

const fn shape(name: &'static str, make: fn(&mut Rng) -> Problem) -> Shape {
    Shape { name, make }
}

/// All shapes.
pub const SHAPES: [Shape; 22] = [
    // Prices say nothing where every score is equal.
    shape("equal", |rng| sparse(rng, 15_000, 1_500, 100, 10, &|_, _, _| 5_000)),
    shape("equal-single", |rng| sparse(rng, 3_000, 3_000, 100, 1, &|_, _, _| 5_000)),
    shape("equal-layered", |rng| layered(rng, 15_000, 1_500, 100)),
    shape("three-values", |rng| sparse(rng, 15_000, 1_500, 100, 10, &|_, _, draw| draw % 3 * 1_000)),
    // Everyone wants the same.
    shape("popular", popular),
    shape("popular-fifty", |rng| sparse(rng, 15_000, 1_500, 100, 11, &|_, post, _| if post < 50 { 10_000 } else { 5_000 })),
    shape("ordered", |rng| sparse(rng, 15_000, 1_500, 100, 10, &|_, post, _| 5 * post)),
    shape("one-takes-all", |rng| {
        sparse(rng, 15_000, 20, 20, 15_000, &|_, post, draw| if post == 3 { 9_000 } else { draw % 100 })
    }),
    // One path through all posts, or shortages that only a long path mends.
    shape("chain", |_| chain(20_000)),
    shape("chain-back", |_| chain_back(20_000)),
    shape("ring-shift", |_| ring(5_000)),
    // Nested intervals: person i may hold the posts up to i.
    shape("nested", |_| nested(1_500)),
    shape("intervals", |rng| intervals(rng, 15_000, 1_500)),
    // One place each, no room to spare.
    shape("single", |rng| sparse(rng, 15_000, 15_000, 60, 1, &|_, _, draw| draw % 10_000)),
    shape("tight", |rng| sparse(rng, 14_990, 1_500, 100, 10, &|_, _, draw| draw % 10_000)),
    shape("bottleneck", bottleneck),
    // Dense rows; products make the prices spread quadratically.
    shape("dense", |rng| dense(rng, 1_500, 1_500, &|_, _, draw| draw % 10_000)),
    shape("dense-wide", |rng| dense(rng, 500, 3_000, &|_, _, draw| draw % 10_000)),
    shape("product", |rng| dense(rng, 1_500, 1_500, &|i, p, _| i * p)),
    shape("product-against", |rng| dense(rng, 1_500, 1_500, &|i, p, _| i * (1_500 - p))),
    shape("metric", |rng| dense(rng, 1_500, 1_500, &|i, p, _| -(i * 7_919 % 1_500 - p).abs() * 10)),
    shape("huge", |rng| sparse(rng, 3_000, 3_000, 100, 1, &|_, _, draw| draw % 10_000_000_000)),
];

/// What a pair is worth: of the person, the post, and a draw of at least 0.
type Value<'a> = &'a dyn Fn(i64, i64, i64) -> i64;

fn draw(rng: &mut Rng) -> i64 {
    (rng.next() >> 1) as i64
}

/// Posts with that many places that earn nothing; people who may hold a present post of their own
/// each and others drawn by chance.
fn sparse(rng: &mut Rng, employees: i64, posts: i64, pairs: i64, places: u32, value: Value<'_>) -> Problem {
    let mut builder = ProblemBuilder::new();
    for _ in 0..posts {
        builder.add_post(NO_UNIT, &[Segment { width: places, reward: 0 }]);
    }
    rows(&mut builder, rng, (employees, posts, pairs), value);
    built(builder)
}

fn rows(builder: &mut ProblemBuilder, rng: &mut Rng, (employees, posts, pairs): (i64, i64, i64), value: Value<'_>) {
    let mut row = Vec::new();
    for employee in 0..employees {
        row.clear();
        row.push(employee * posts / employees);
        row.extend((1..pairs).map(|_| rng.below(posts)));
        row.sort_unstable();
        row.dedup();
        builder.extend_employee(row.iter().map(|&post| (post as u32, value(employee, post, draw(rng)))));
    }
}

/// Post 0 is in every row and worth far more than any other.
fn popular(rng: &mut Rng) -> Problem {
    let mut builder = ProblemBuilder::new();
    for _ in 0..1_500 {
        builder.add_post(NO_UNIT, &[Segment { width: 11, reward: 0 }]);
    }
    for _ in 0..15_000 {
        let mut row = vec![(0, 100_000 + rng.below(50))];
        row.extend((1..100).map(|_| (1 + rng.below(1_499) as u32, rng.below(50))));
        builder.add_employee(&row);
    }
    built(builder)
}

fn dense(rng: &mut Rng, employees: i64, posts: i64, value: Value<'_>) -> Problem {
    let mut builder = ProblemBuilder::new();
    single_posts(&mut builder, posts as u32);
    for employee in 0..employees {
        builder.extend_employee((0..posts).map(|post| (post as u32, value(employee, post, draw(rng)))));
    }
    built(builder)
}

/// Equal scores under concave rewards of posts and units that tie as well.
fn layered(rng: &mut Rng, employees: i64, posts: i64, pairs: i64) -> Problem {
    let mut builder = ProblemBuilder::new();
    for _ in 0..posts / 10 {
        let segments: Vec<Segment> = (0..11).map(|k| Segment { width: 10, reward: 3_000 - 300 * k }).collect();
        builder.add_unit(&segments);
    }
    for post in 0..posts {
        let reward = |k: i64| Segment { width: 5, reward: 6_000 - 2_000 * k - post % 7 * 100 };
        builder.add_post((post / 10) as u32, &[reward(0), reward(1), reward(2)]);
    }
    rows(&mut builder, rng, (employees, posts, pairs), &|_, _, _| 5_000);
    built(builder)
}

/// Everyone would gain by moving on by one; only the last post is free.
fn chain(length: u32) -> Problem {
    let mut builder = ProblemBuilder::new();
    single_posts(&mut builder, length + 1);
    for at in 0..length {
        builder.add_employee(&[(at, 0), (at + 1, 1_000)]);
    }
    built(builder)
}

/// Everyone loses by moving on; one newcomer at the first post gains more than all of them lose.
fn chain_back(length: u32) -> Problem {
    let mut builder = ProblemBuilder::new();
    single_posts(&mut builder, length + 2);
    for at in 0..length {
        builder.add_employee(&[(at, 1_000), (at + 1, 999)]);
    }
    builder.add_employee(&[(0, i64::from(length) * 10), (length + 1, 0)]);
    built(builder)
}

/// Everyone may hold the next two posts of a ring, the farther one is worth a little more to every other.
fn ring(length: u32) -> Problem {
    let mut builder = ProblemBuilder::new();
    single_posts(&mut builder, length);
    for at in 0..length {
        let far = if at % 2 == 0 { 3 } else { 2 };
        builder.add_employee(&[(at, 0), ((at + 1) % length, 2), ((at + 2) % length, far)]);
    }
    built(builder)
}

fn nested(length: u32) -> Problem {
    let mut builder = ProblemBuilder::new();
    single_posts(&mut builder, length);
    for last in 0..length {
        builder.extend_employee((0..=last).map(|post| (post, 5_000 - i64::from(post))));
    }
    built(builder)
}

/// Intervals of posts around drawn middles, worth more the farther to the left; barely room enough.
fn intervals(rng: &mut Rng, employees: i64, posts: i64) -> Problem {
    let mut builder = ProblemBuilder::new();
    for _ in 0..posts {
        builder.add_post(NO_UNIT, &[Segment { width: 10, reward: 0 }, Segment { width: 1, reward: -500 }]);
    }
    for employee in 0..employees {
        let home = employee * posts / employees;
        let (first, last) = (home - rng.below(60), home + rng.below(60));
        let row = first.max(0)..=last.min(posts - 1);
        builder.extend_employee(row.map(|post| (post as u32, (posts - post) * 3)));
    }
    built(builder)
}

/// A thousand people share 999 good posts, and one of them must take a bad one: a price war over the whole
/// range of values.
fn bottleneck(rng: &mut Rng) -> Problem {
    let mut builder = ProblemBuilder::new();
    single_posts(&mut builder, 2_000);
    for _ in 0..1_000 {
        let good = (0..999).map(|post| (post, 1_000_000 + rng.below(3)));
        let mut row: Vec<(u32, i64)> = good.collect();
        row.push((999 + rng.below(1_001) as u32, rng.below(100)));
        builder.add_employee(&row);
    }
    built(builder)
}
