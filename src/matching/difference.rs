//! The difference of two plans, taken apart into cycles (flow decomposition, Ahuja, Magnanti & Orlin
//! 1993, section 3.5). People who change post are arcs between posts; where a post or unit gains or
//! loses people, arcs through its head close the circle. Any subset of the cycles leads from the one plan to a plan:
//! every count stays between those of the two.

use super::problem::{NO_UNIT, Problem};

/// Who changes along one cycle, and to which arc.
pub(super) type Cycle = Vec<(u32, u32)>;

const NOBODY: u32 = u32::MAX;

/// Arcs not yet on a cycle, per node: where it leads, and who moves along.
struct Graph {
    out: Vec<Vec<(u32, u32)>>,
}

impl Graph {
    fn between(problem: &Problem, from: &[u32], to: &[u32]) -> Self {
        let (posts, units) = (problem.posts(), problem.units());
        let mut graph = Graph { out: vec![Vec::new(); posts + units + 1] };
        let mut gain = vec![0i64; posts + units];
        for (employee, (&a, &b)) in from.iter().zip(to).enumerate() {
            if a != b {
                let (p, q) = (problem.post_of(a as usize), problem.post_of(b as usize));
                graph.out[p].push((q as u32, employee as u32));
                gain[p] -= 1;
                gain[q] += 1;
            }
        }
        for node in 0..posts + units {
            let head = match problem.post_unit.get(node) {
                Some(&unit) if unit != NO_UNIT => posts + unit as usize,
                _ => posts + units,
            };
            let count = gain[node];
            if let Some(sum) = gain.get_mut(head) {
                *sum += count;
            }
            let (tail, tip) = if count > 0 { (node, head) } else { (head, node) };
            for _ in 0..count.unsigned_abs() {
                graph.out[tail].push((tip as u32, NOBODY));
            }
        }
        graph
    }
}

/// The cycles that lead from one plan to another.
pub(super) fn cycles(problem: &Problem, from: &[u32], to: &[u32]) -> Vec<Cycle> {
    let mut graph = Graph::between(problem, from, to);
    let mut found = Vec::new();
    let mut place = vec![usize::MAX; graph.out.len()];
    for start in 0..graph.out.len() {
        // The path walked, with who moves on the arc out of each node. As much comes in as goes
        // out everywhere, so a walk only ends where it closes a circle.
        let (mut path, mut movers) = (vec![start], Vec::new());
        place[start] = 0;
        while let Some(&node) = path.last() {
            let Some((next, mover)) = graph.out[node].pop() else {
                path.pop();
                place[node] = usize::MAX;
                continue;
            };
            movers.push(mover);
            let next = next as usize;
            if place[next] == usize::MAX {
                place[next] = path.len();
                path.push(next);
                continue;
            }
            let at = place[next];
            for left in path.drain(at + 1..) {
                place[left] = usize::MAX;
            }
            let people = movers.drain(at..).filter(|&m| m != NOBODY);
            found.push(people.map(|m| (m, to[m as usize])).collect());
        }
    }
    found
}

/// Picks items whose weights sum to as much as fits (subset sum by dynamic programming; weights
/// below one are left out).
pub(super) fn fill(weights: &[i64], room: usize) -> Vec<usize> {
    // First item that reached a sum; since items come in order, those before it are smaller.
    let mut by = vec![usize::MAX; room + 1];
    let mut top = 0;
    for (item, &weight) in weights.iter().enumerate() {
        let Some(weight) = usize::try_from(weight).ok().filter(|&w| w > 0 && w <= room) else {
            continue;
        };
        top = (top + weight).min(room);
        for sum in (weight..=top).rev() {
            let reachable = sum == weight || by[sum - weight] < item;
            if by[sum] == usize::MAX && reachable {
                by[sum] = item;
            }
        }
        if by[room] != usize::MAX {
            break;
        }
    }
    let mut sum = (1..=room).rev().find(|&s| by[s] != usize::MAX).unwrap_or(0);
    let mut picked = Vec::new();
    while sum > 0 {
        let item = by[sum];
        picked.push(item);
        sum -= weights[item] as usize;
    }
    picked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fullest_subset_is_found() {
        let sum = |w: &[i64], room| fill(w, room).iter().map(|&i| w[i]).sum::<i64>();
        assert_eq!(sum(&[3, 2, 2], 4), 4);
        assert_eq!(sum(&[3, 2, 2], 6), 5);
        assert_eq!(sum(&[0, -1, 5], 4), 0);
        assert_eq!(sum(&[1; 50], 20), 20);
        assert_eq!(sum(&[], 3), 0);
        assert_eq!(sum(&[2], 0), 0);
    }
}
