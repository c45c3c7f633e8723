//! The value of moves: how much the best plan of at most B moves earns, for every B at once.
//!
//! As a function of the price λ of a move, the optimum L(λ) is convex and piecewise linear, and each of its
//! pieces is a plan: the corners of the least concave function above value(B). They are found by chords
//! (Eisner & Severance, *Mathematical techniques for efficient record segmentation in large shared databases*,
//! 1976): the slope of the line through two known plans is the price at which a plan above that line
//! shows, if there is one. The chord that leaves most room above it goes first, so that the curve is good everywhere
//! before it is exact, and the time is a matter of how many points are asked for.

use std::collections::BinaryHeap;

use super::lagrange::{Point, Priced};
use super::problem::Problem;
use super::solution::{Control, Solution, SolveError};

/// A plan on the curve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurvePoint {
    /// How many people it moves.
    pub moves: usize,
    /// What it earns; no plan of at most so many moves earns more.
    pub total: i64,
    /// A price per move at which it is optimal.
    pub price: i64,
}

/// Values by number of moves, from the fewest possible to the optimum without a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    points: Vec<CurvePoint>,
    is_whole: bool,
}

impl Curve {
    /// Of plans optimal at their prices.
    pub(super) fn of(known: &[Point], is_whole: bool) -> Self {
        Self { points: corners(known), is_whole }
    }

    /// The plans found, by rising moves.
    pub fn points(&self) -> &[CurvePoint] {
        &self.points
    }

    /// Whether every corner at whole prices was found.
    pub const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// No plan of at most so many moves earns more; none where every plan has more moves.
    pub fn bound(&self, moves: usize) -> Option<i64> {
        let first = self.points.first().filter(|first| first.moves <= moves)?;
        let line = |p: &CurvePoint| {
            let more = i128::from(p.price) * (moves as i128 - p.moves as i128);
            i64::try_from(i128::from(p.total) + more).unwrap_or(i64::MAX)
        };
        self.points.iter().map(line).min().or(Some(first.total))
    }

    /// What some known plan of at most so many moves earns; none where every plan has more moves.
    pub fn known(&self, moves: usize) -> Option<i64> {
        self.points.iter().take_while(|p| p.moves <= moves).map(|p| p.total).max()
    }

    /// The value on the line between the two known plans around, rounded down: what a plan of so many moves
    /// earns, but for the gap that one price per move may leave. Beyond the last plan its value.
    pub fn estimate(&self, moves: usize) -> Option<i64> {
        let above = self.points.partition_point(|p| p.moves <= moves);
        let low = self.points.get(above.checked_sub(1)?)?;
        let Some(high) = self.points.get(above) else { return Some(low.total) };
        let (gain, width) = (i128::from(high.total - low.total), (high.moves - low.moves) as i128);
        let part = gain * (moves - low.moves) as i128;
        i64::try_from(i128::from(low.total) + part.div_euclid(width.max(1))).ok()
    }

    /// What `more` moves after the first `moves` buy, by [`Self::estimate`].
    pub fn next(&self, moves: usize, more: usize) -> Option<i64> {
        Some(self.estimate(moves + more)? - self.estimate(moves)?)
    }
}

/// The curve of a problem from its optimum `free`, with about as many plans as `points`. `stay` is per
/// employee the arc of staying, or `u32::MAX`; such people are placed, not moved.
///
/// # Errors
/// [`SolveError::Cancelled`].
pub fn curve(
    problem: &Problem,
    stay: &[u32],
    free: &Solution,
    points: usize,
    control: &Control<'_>,
) -> Result<Curve, SolveError> {
    let mut stay = stay.to_vec();
    stay.resize(problem.employees(), u32::MAX);
    let priced = Priced { problem, stay: &stay, control };
    let (known, is_whole) = plans(&priced, priced.point(0, free.clone()), points)?;
    Ok(Curve::of(&known, is_whole))
}

/// About as many plans on the curve as `points`, from the one without a limit; and whether these are all corners.
pub(super) fn plans(priced: &Priced<'_>, free: Point, points: usize) -> Result<(Vec<Point>, bool), SolveError> {
    let control = priced.control;
    let mut known = vec![free];
    let mut step = (priced.problem.magnitude() / 32).max(1);
    while let Some(last) = known.last().filter(|last| last.moves > 0 && last.price < priced.last()) {
        let next = priced.near(last.price.saturating_add(step).min(priced.last()), last)?;
        step = step.saturating_mul(4);
        known.push(next);
        control.report(known.len() as u64, points.max(known.len()) as u64);
    }
    let mut open: BinaryHeap<Chord> = (1..known.len()).filter_map(|at| Chord::between(&known, at - 1, at)).collect();
    while known.len() < points
        && let Some(chord) = open.pop()
    {
        let (many, few) = (&known[chord.many], &known[chord.few]);
        let near = if chord.price - many.price < few.price - chord.price { many } else { few };
        let point = priced.near(chord.price, near)?;
        let at = known.len();
        let worth = |p: &Point| p.solution.objective - chord.price * p.moves as i64;
        let is_above = worth(&point) > worth(many).max(worth(few));
        known.push(point);
        if is_above {
            open.extend(Chord::between(&known, chord.many, at));
            open.extend(Chord::between(&known, at, chord.few));
        }
        control.report(at as u64, points as u64);
    }
    Ok((known, open.is_empty()))
}

/// Two known plans, and what may lie above the line between them.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Chord {
    /// Twice the area that the prices of the two leave above the line: the measure of what is unknown.
    unknown: i128,
    many: usize,
    few: usize,
    /// The slope of the line, rounded down.
    price: i64,
}

impl Chord {
    /// Between two of the known plans, the one of more moves first; none where no whole price lies between.
    fn between(known: &[Point], many: usize, few: usize) -> Option<Self> {
        let (a, b) = (&known[many], &known[few]);
        let width = a.moves.checked_sub(b.moves).filter(|&w| w > 0)? as i64;
        let price = (a.solution.objective - b.solution.objective).div_euclid(width);
        if price <= a.price || price >= b.price {
            return None;
        }
        let line = |p: &Point, x: i128| i128::from(p.solution.objective) + i128::from(p.price) * (x - p.moves as i128);
        let (left, right) = (line(a, 0), line(b, 0));
        let meet = (left - right).div_euclid(i128::from(b.price) - i128::from(a.price));
        let at = meet.clamp(b.moves as i128, a.moves as i128);
        let chord = i128::from(b.solution.objective) + i128::from(price) * (at - b.moves as i128);
        let unknown = (line(a, at).min(line(b, at)) - chord) * i128::from(width);
        Some(Self { unknown, many, few, price })
    }
}

/// The plans by rising moves, each earning more than those of fewer.
fn corners(known: &[Point]) -> Vec<CurvePoint> {
    let mut points: Vec<CurvePoint> =
        known.iter().map(|p| CurvePoint { moves: p.moves, total: p.solution.objective, price: p.price }).collect();
    points.sort_unstable_by_key(|p| (p.moves, std::cmp::Reverse(p.total), p.price));
    let mut most = i64::MIN;
    points.retain(|p| {
        let is_more = p.total > most;
        most = most.max(p.total);
        is_more
    });
    points
}
