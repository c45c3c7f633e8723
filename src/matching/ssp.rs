//! The oracle of the tests: textbook successive shortest paths by Bellman and Ford on the explicit
//! network, people as nodes, one unit at a time. Slow, and obviously right.

use super::problem::{NO_UNIT, Problem};

struct Edge {
    from: usize,
    to: usize,
    left: u64,
    cost: i64,
}

/// The optimal objective; none where not everyone can be placed.
pub(super) fn optimum(problem: &Problem) -> Option<i64> {
    let (n, m) = (problem.employees(), problem.posts());
    let sink = n + m + problem.units();
    let source = sink + 1;
    let mut edges: Vec<Edge> = Vec::new();
    let mut add = |from, to, left, cost: i64| {
        edges.push(Edge { from, to, left, cost });
        edges.push(Edge { from: to, to: from, left: 0, cost: -cost });
    };
    for i in 0..n {
        add(source, i, 1, 0);
        for arc in problem.row(i) {
            add(i, n + problem.post_of(arc), 1, -problem.value_of(arc));
        }
    }
    for p in 0..m {
        let unit = problem.unit_of(p);
        let head = if unit == NO_UNIT { sink } else { n + m + unit as usize };
        for s in problem.post_segments(p) {
            add(n + p, head, u64::from(s.width), -s.reward);
        }
    }
    for u in 0..problem.units() {
        for s in problem.unit_segments(u) {
            add(n + m + u, sink, u64::from(s.width), -s.reward);
        }
    }
    let mut cost = 0;
    for _ in 0..n {
        let mut dist = vec![i64::MAX; source + 1];
        let mut via = vec![usize::MAX; source + 1];
        dist[source] = 0;
        let mut changed = true;
        while changed {
            changed = false;
            for (at, e) in edges.iter().enumerate() {
                if e.left > 0 && dist[e.from] < i64::MAX && dist[e.from] + e.cost < dist[e.to] {
                    dist[e.to] = dist[e.from] + e.cost;
                    via[e.to] = at;
                    changed = true;
                }
            }
        }
        if dist[sink] == i64::MAX {
            return None;
        }
        cost += dist[sink];
        let mut node = sink;
        while node != source {
            let at = via[node];
            edges[at].left -= 1;
            edges[at ^ 1].left += 1;
            node = edges[at].from;
        }
    }
    Some(-cost)
}
