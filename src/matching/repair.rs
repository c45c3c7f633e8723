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
                if search.reached().contains(&(net.sink as u32)) {
                    return Err(short(net, flow));
                }
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

/// Where the failed search reached the sink, capacity is not what is missing: some minimum cannot be
/// met. The nodes from which a deficit could be filled take in all they can and give away no more than
/// they must (the cut of A. J. Hoffman's circulation theorem, 1960): they are the obstacle.
fn short<C: Cost>(net: &Net<'_, C>, flow: &Flow<C>) -> SolveError {
    let mut is_in: Vec<bool> = (0..net.sink).map(|node| flow.excess[node] < 0).collect();
    let mut has_grown = true;
    while has_grown {
        has_grown = false;
        let mut add = |node: usize, is_in: &mut Vec<bool>| {
            has_grown |= !is_in[node];
            is_in[node] = true;
        };
        for (employee, &arc) in flow.choice.iter().enumerate() {
            let at = net.arc_post[arc as usize] as usize;
            if !is_in[at] && net.arc_post[net.row(employee)].iter().any(|&post| is_in[post as usize]) {
                add(at, &mut is_in);
            }
        }
        for node in 0..net.sink {
            let head = net.head[node] as usize;
            if head < net.sink && is_in[head] && !is_in[node] && flow.outlets[node].next.is_some() {
                add(node, &mut is_in);
            }
            if head < net.sink && is_in[node] && !is_in[head] && flow.outlets[node].last.is_some() {
                add(head, &mut is_in);
            }
        }
    }
    let may_come = |employee: &usize| net.arc_post[net.row(*employee)].iter().any(|&post| is_in[post as usize]);
    SolveError::Short {
        employees: (0..net.employees()).filter(may_come).map(|employee| employee as u32).collect(),
        posts: (0..net.posts).filter(|&node| is_in[node]).map(|node| node as u32).collect(),
        units: (net.posts..net.sink).filter(|&node| is_in[node]).map(|node| (node - net.posts) as u32).collect(),
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
