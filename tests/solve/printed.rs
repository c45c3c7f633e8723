//! A printed solution, counted from nothing but the file and the print.
use super::HashMap;

struct Arc {
    from: usize,
    to: usize,
    capacity: i64,
    cost: i64,
}

fn numbers(line: &str, mark: &str) -> Option<Vec<i64>> {
    line.strip_prefix(mark)?.split_whitespace().map(|word| word.parse().ok()).collect()
}

/// The cost that the flow lines make, after asserting that they are a flow of the file, that `s` names that
/// cost, and that the printed prices prove that none is less (the bound of contract.md).
pub fn proved(file: &str, print: &str) -> i64 {
    let supply: HashMap<usize, i64> =
        file.lines().filter_map(|line| numbers(line, "n ")).map(|it| (it[0] as usize, it[1])).collect();
    let arcs: Vec<Arc> = file
        .lines()
        .filter_map(|line| numbers(line, "a "))
        .map(|it| Arc { from: it[0] as usize, to: it[1] as usize, capacity: it[3], cost: it[4] })
        .collect();
    let price: HashMap<usize, i64> =
        print.lines().filter_map(|line| numbers(line, "c price ")).map(|it| (it[0] as usize, it[1])).collect();
    let cost = print.lines().find_map(|line| numbers(line, "s ")).unwrap()[0];
    assert_eq!(cost_of(&arcs, &supply, print), cost);
    assert_eq!(bound(&arcs, &supply, &price), -cost);
    cost
}

/// Parallel arcs are filled cheapest first.
fn cost_of(arcs: &[Arc], supply: &HashMap<usize, i64>, print: &str) -> i64 {
    let mut flow: HashMap<(usize, usize), i64> = HashMap::new();
    let mut balance: HashMap<usize, i64> = HashMap::new();
    for it in print.lines().filter_map(|line| numbers(line, "f ")) {
        let (from, to) = (it[0] as usize, it[1] as usize);
        *flow.entry((from, to)).or_default() += it[2];
        *balance.entry(from).or_default() += it[2];
        *balance.entry(to).or_default() -= it[2];
    }
    for (node, sum) in balance {
        assert_eq!(sum, supply.get(&node).copied().unwrap_or(0), "node {node}");
    }
    let mut sorted: Vec<&Arc> = arcs.iter().collect();
    sorted.sort_by_key(|arc| arc.cost);
    let mut total = 0;
    for arc in sorted {
        if let Some(left) = flow.get_mut(&(arc.from, arc.to)) {
            let used = arc.capacity.min(*left);
            total += used * arc.cost;
            *left -= used;
        }
    }
    assert!(flow.values().all(|&left| left == 0), "more flow than arcs carry");
    total
}

fn bound(arcs: &[Arc], supply: &HashMap<usize, i64>, price: &HashMap<usize, i64>) -> i64 {
    let charge = |node: usize| price.get(&node).copied().unwrap_or(0);
    let mut best: HashMap<usize, i64> = HashMap::new();
    let mut total = 0;
    for arc in arcs {
        let gain = -arc.cost - charge(arc.to);
        if supply.get(&arc.from) == Some(&1) {
            best.entry(arc.from).and_modify(|most| *most = gain.max(*most)).or_insert(gain);
        } else {
            total += arc.capacity * (gain + charge(arc.from)).max(0);
        }
    }
    total + best.values().sum::<i64>()
}
