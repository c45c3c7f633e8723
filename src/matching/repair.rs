//! From any prices to an optimal flow: one shortest augmenting path per unit of excess.

use super::flow::Flow;
use super::net::{Cost, Net};
use super::search::{Search, Via};
use super::solution::{Control, SolveError};

/// Restores conservation. At the end `flow` is an optimal flow and its prices prove it; the sink's
/// price may differ from zero.
pub(super) fn repair<C: Cost>(net: &Net<'_, C>, flow: &mut Flow<C>, control: &Control<'_>) -> Result<u64, SolveError> {
    let total: u64 = flow.excess.iter().map(|&e| e.max(0) as u64).sum();
    let stride = (total / 1000).max(1);
    let mut search = Search::new(net.sink + 1);
    let mut done = 0;
    for source in 0..=net.sink {
        while flow.excess[source] > 0 {
            control.check()?;
            let Some(found) = search.run(net, flow, source) else {
                return Err(witness(net, flow, search.reached()));
            };
            search.reprice(flow, found.distance);
            augment(net, flow, &search.via, source, found.node);
            done += 1;
            if done % stride == 0 {
                control.report(done, total);
            }
        }
    }
    Ok(search.scanned)
}

/// Sends one unit along the tight path that the search left behind, from its end backwards.
fn augment<C: Cost>(net: &Net<'_, C>, flow: &mut Flow<C>, via: &[Via], source: usize, target: usize) {
    flow.excess[source] -= 1;
    flow.excess[target] += 1;
    let mut node = target;
    loop {
        match via[node] {
            Via::Source => return,
            Via::Holder { employee } => {
                let from = flow.post_of(net, employee);
                flow.reassign(net, employee, node);
                node = from;
            }
            Via::Filled { child } => {
                node = child as usize;
                flow.outlets[node].push(net, node);
            }
            Via::Emptied => {
                let head = net.head[node] as usize;
                flow.outlets[node].pull(net, node);
                node = head;
            }
        }
    }
}

/// Whoever holds a post that the failed search reached can only move to posts it reached too, and
/// all ways out of them are full: by Hall's theorem these people and posts are the obstacle.
fn witness<C: Cost>(net: &Net<'_, C>, flow: &Flow<C>, reached: &[u32]) -> SolveError {
    let posts = || reached.iter().map(|&n| n as usize).filter(|&n| n < net.posts);
    let mut employees: Vec<u32> = posts().flat_map(|p| flow.holders[p].iter().map(|h| h.employee)).collect();
    employees.sort_unstable();
    // Only posts that someone of them may hold: a full unit also leads back to posts nobody shares.
    let mut posts: Vec<u32> = employees.iter().flat_map(|&e| &net.arc_post[net.row(e as usize)]).copied().collect();
    posts.sort_unstable();
    posts.dedup();
    SolveError::Infeasible { employees, posts }
}
