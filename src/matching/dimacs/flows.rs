//! A solution in the numbers of the file it came from.

use std::io::{self, Write};

use super::Network;
use crate::matching::problem::{NO_UNIT, Problem, Segment};
use crate::matching::solution::{Prices, Solution};

/// The charges of positions and units by node, ascending.
pub fn charges(network: &Network, prices: &Prices) -> Vec<(u32, i64)> {
    let posts = network.posts.iter().zip(&prices.post);
    let units = network.units.iter().zip(&prices.unit);
    let mut all: Vec<(u32, i64)> = posts.chain(units).map(|(&node, &charge)| (node, charge)).collect();
    all.sort_unstable();
    all
}

/// Writes a line `f SOURCE HEAD FLOW` for every arc that carries some. Parallel arcs have a line each, the
/// cheapest first, since that is how a least cost fills them.
///
/// # Errors
/// Of the writer.
pub fn write_flows(problem: &Problem, network: &Network, solution: &Solution, out: &mut dyn Write) -> io::Result<()> {
    let mut in_post = vec![0u64; problem.posts()];
    let mut in_unit = vec![0u64; problem.units()];
    for (&node, &arc) in network.employees.iter().zip(&solution.choice) {
        let post = problem.post_of(arc as usize);
        in_post[post] += 1;
        writeln!(out, "f {node} {} 1", network.posts[post])?;
    }
    for (post, &people) in in_post.iter().enumerate() {
        let unit = problem.unit_of(post);
        let head = if unit == NO_UNIT { network.sink } else { network.units[unit as usize] };
        if let Some(sum) = in_unit.get_mut(unit as usize) {
            *sum += people;
        }
        fill(network.posts[post], head, problem.post_segments(post), people, out)?;
    }
    for (unit, &people) in in_unit.iter().enumerate() {
        fill(network.units[unit], network.sink, problem.unit_segments(unit), people, out)?;
    }
    Ok(())
}

fn fill(from: u32, to: u32, segments: &[Segment], mut people: u64, out: &mut dyn Write) -> io::Result<()> {
    for segment in segments {
        let flow = people.min(u64::from(segment.width));
        if flow > 0 {
            writeln!(out, "f {from} {to} {flow}")?;
        }
        people -= flow;
    }
    Ok(())
}
