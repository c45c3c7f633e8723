//! The matching problem against the plain way of making it.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod common;

use common::Desk;
use mutasi::desk::staffing::{Node, Staffing};
use mutasi::scoring::Valuer;
use mutasi::store::session::{Access, Session};
use mutasi::store::workspace::Workspace;

/// Every arc that judging and valuing pair by pair gives, and no other: kinds of posts lose nothing.
fn arcs_are_those_of_every_single_pair(root: &std::path::Path) -> usize {
    let session = Session::open(Workspace::open(root).unwrap(), "utama", Access::Read).unwrap();
    let desk = &session.desk;
    let (grounds, judge) = (desk.grounds(), desk.judge());
    let staffing = Staffing::of(&desk.base, &desk.plan, &desk.overrides).unwrap();
    let mut arcs = 0;
    for (at, who) in staffing.employees.iter().enumerate() {
        let own: Vec<(usize, i64)> = staffing.row(at).into_iter().map(|(node, value)| (node as usize, value)).collect();
        let valuer = Valuer::new(grounds, *who);
        let mut expected: Vec<(usize, i64)> = Vec::new();
        for (node, stands_for) in staffing.nodes.iter().enumerate() {
            let Node::Post(post) = *stands_for else { continue };
            if grounds.present(*who) == Some(post) {
                expected.push((node, valuer.present()));
            } else if grounds.projection.is_open(&grounds.facts, post) && judge.personal_obstacle(*who).is_none() {
                expected.extend(judge.automatic_price(*who, post).map(|price| (node, valuer.at(post) - price)));
            }
        }
        let on_posts: Vec<(usize, i64)> =
            own.into_iter().filter(|(node, _)| matches!(staffing.nodes[*node], Node::Post(_))).collect();
        // A part-timer's own post is a side node.
        if on_posts.len() + 1 == expected.len() {
            continue;
        }
        assert_eq!(on_posts, expected, "{}", grounds.facts.employees[who.at()].nip);
        arcs += on_posts.len();
    }
    assert_eq!(staffing.pairs, (0..staffing.employees.len()).map(|at| staffing.row(at).len()).sum::<usize>());
    arcs
}

#[test]
fn the_samples_arcs_are_those_of_every_single_pair() {
    assert!(arcs_are_those_of_every_single_pair(&Desk::sample().root) > 1_000);
}

#[test]
fn a_synthetic_offices_arcs_are_those_of_every_single_pair() {
    let desk = Desk::new(&["--employees", "400", "--seed", "7"]);
    assert!(arcs_are_those_of_every_single_pair(&desk.root) > 1_000);
}

/// Rules of a local pack that tell units apart: posts of one kind elsewhere are then of two.
#[test]
fn local_rules_take_and_price_arcs_unit_by_unit() {
    let local = r#"(local: [
        (id: "L01", fact: tenure_months, min: 40, target_units: ["3374-BMK-TJM", "3374-BMK-SEK"], severity: O, citation: "c",
         name: (id: "a", en: "a"), sentence: (id: "a", en: "a")),
        (id: "L02", fact: education, min: "S-1", origin_units: ["3374-BMK"], targets: [pelaksana, pengawas], severity: W,
         automatic: price(123), citation: "c", name: (id: "a", en: "a"), sentence: (id: "a", en: "a")),
    ])"#;
    let desk = Desk::sample();
    let without = arcs_are_those_of_every_single_pair(&desk.root);
    std::fs::create_dir(desk.root.join("rules")).unwrap();
    std::fs::write(desk.root.join("rules/kota.ron"), local).unwrap();
    desk.set("  pool: [", "  rules: [\"2026-07\", \"kota\"],\n  pool: [");
    let with = arcs_are_those_of_every_single_pair(&desk.root);
    assert!(with < without && with > 500, "{with} of {without}");
}
