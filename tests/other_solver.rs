//! The exported problem, solved by another program: as a linear programme by microlp (simplex), which
//! shares nothing with the core. A transportation problem has an integer optimum, so the figures meet.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod common;
use common::Desk;
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use std::collections::HashMap;

/// The least cost of a DIMACS minimum-cost flow.
fn least_cost(text: &str) -> f64 {
    let mut lp = Problem::new(OptimizationDirection::Minimize);
    let mut balance: HashMap<u32, Vec<(Variable, f64)>> = HashMap::new();
    let mut supply: HashMap<u32, f64> = HashMap::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["n", node, flow] => drop(supply.insert(node.parse().unwrap(), flow.parse().unwrap())),
            ["a", from, to, low, most, cost] => {
                let arc = lp.add_var(cost.parse().unwrap(), (low.parse().unwrap(), most.parse().unwrap()));
                balance.entry(from.parse().unwrap()).or_default().push((arc, 1.0));
                balance.entry(to.parse().unwrap()).or_default().push((arc, -1.0));
            }
            _ => {}
        }
    }
    for (node, arcs) in balance {
        lp.add_constraint(arcs, ComparisonOp::Eq, supply.get(&node).copied().unwrap_or(0.0));
    }
    lp.solve().unwrap().into_solution().unwrap().objective()
}

fn compare(desk: &Desk) {
    let cost = least_cost(&desk.run("problem", &[]).expect(0).stdout);
    let plan = desk.run("plan", &["--json"]).expect(0).json();
    let objective = plan["relaxed"].as_i64().unwrap() as f64;
    assert!((objective + cost).abs() < 0.5, "ours {objective}, the other solver's {}", -cost);
}

#[test]
fn another_solver_finds_the_same_optimum_on_synthetic_workspaces() {
    for seed in ["1", "2", "3"] {
        compare(&Desk::new(&["--employees", "90", "--seed", seed, "--today", "2026-11-01", "--tmt", "2027-01-01"]));
    }
}

#[test]
fn another_solver_finds_the_same_optimum_on_the_sample() {
    compare(&Desk::sample());
}
