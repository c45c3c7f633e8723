//! Relatives in the core's plan (R22), against every plan there is; and the order of the facts, which must not matter.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod common;

use common::world::World;
use common::{Desk, assignments, random, without_timings};
use mutasi::desk::Foundation;
use mutasi::desk::composition::{ComposeError, Composition};
use mutasi::desk::staffing::Staffing;
use mutasi::matching::{Control, Problem, certificate};
use mutasi::model::plan::Plan;
use mutasi::model::records::Relation;
use mutasi::model::{Nip, Placement, PositionId};
use mutasi::rules::plan::{Overrides, PlanCase, verdicts};
use mutasi::rules::{RuleId, Severity};
use std::collections::BTreeMap;

/// Makes some pairs of people relatives.
fn relate(world: &mut World, dice: &mut fastrand::Rng) {
    let nips: Vec<Nip> = world.rosters.employees.iter().map(|employee| employee.nip).collect();
    for (at, nip_a) in nips.iter().enumerate() {
        for nip_b in &nips[at + 1..] {
            if dice.u32(..3) > 0 {
                world.rosters.relations.push(Relation { nip_a: *nip_a, nip_b: *nip_b, relation: "saudara".into() });
            }
        }
    }
}

/// Every plan of a small problem.
fn all_plans(problem: &Problem) -> Vec<Vec<u32>> {
    let mut plans = vec![Vec::new()];
    for row in 0..problem.employees() {
        let longer = |plan: Vec<u32>| problem.row(row).map(move |arc| [plan.clone(), vec![arc as u32]].concat());
        plans = plans.into_iter().flat_map(longer).collect();
    }
    plans
}

/// Whether the rule itself finds nothing that the plan is to blame for.
fn is_lawful(base: &Foundation, overrides: &Overrides, staffing: &Staffing, choice: &[u32]) -> bool {
    let mut placement = Placement::status_quo(&base.grounds.projection);
    for (row, arc) in choice.iter().enumerate().filter(|(row, arc)| staffing.stay().unwrap()[*row] != **arc) {
        if let Some(post) = staffing.post_at(staffing.problem().unwrap().post_of(*arc as usize) as u32) {
            placement.put(&base.grounds.projection, staffing.employees[row], post);
        }
    }
    let plan = Plan::default();
    let case = PlanCase { grounds: &base.grounds, placement: &placement, plan: &plan };
    let is_broken = |rule: RuleId, blocks: bool, severity: Severity| rule == RuleId::R22 && blocks && severity != Severity::W;
    !verdicts(&case, &base.pack, overrides).iter().any(|(_, _, it)| is_broken(it.rule, it.blocks(), it.severity))
}

#[test]
fn a_plan_alone_tells_whether_it_holds_a_conflict() {
    let (mut clean, mut broken) = (0, 0);
    for seed in 0..160 {
        let mut world = random::world(seed, 5, 6);
        relate(&mut world, &mut fastrand::Rng::with_seed(seed));
        let built = world.build();
        let staffing = Staffing::of(&built.base, &Plan::default(), &built.overrides).unwrap();
        let problem = staffing.problem().unwrap();
        for plan in all_plans(problem) {
            let arc = |arc: &u32| (problem.post_of(*arc as usize) as u32, problem.value_of(*arc as usize));
            let choice: Vec<(u32, i64)> = plan.iter().map(arc).collect();
            let is_clean = staffing.conflicts().broken(&|row: u32| choice[row as usize].0).is_empty();
            assert_eq!(staffing.is_clean(&choice), is_clean, "seed {seed}: {choice:?}");
            *(if is_clean { &mut clean } else { &mut broken }) += 1;
        }
    }
    assert!(clean > 500 && broken > 500, "{clean} clean, {broken} broken");
}

#[test]
fn the_best_plan_without_relatives_in_a_line_is_found() {
    let (mut bitten, mut checked) = (0, 0);
    for seed in 0..160 {
        let mut world = random::world(seed, 5, 6);
        relate(&mut world, &mut fastrand::Rng::with_seed(seed));
        let built = world.build();
        let (base, overrides, plan) = (&built.base, &built.overrides, Plan::default());
        let staffing = Staffing::of(base, &plan, overrides).unwrap();
        let lawful =
            all_plans(staffing.problem().unwrap()).into_iter().filter(|choice| is_lawful(base, overrides, &staffing, choice));
        let best = lawful.filter_map(|choice| certificate::objective(staffing.problem().unwrap(), &choice).ok()).max();
        match Composition::of(base, &plan, overrides, None, &Control::unattended()) {
            Ok(found) => {
                assert_eq!(Some(found.objective), best, "seed {seed}");
                assert_eq!((found.bound, found.gap()), (found.objective, 0), "seed {seed}");
                assert!(found.objective <= found.relaxed);
                bitten += usize::from(found.proof.is_some());
                checked += 1;
            }
            Err(ComposeError::Infeasible { .. }) => assert_eq!(best, None, "seed {seed}"),
            Err(error) => panic!("seed {seed}: {error:?}"),
        }
    }
    assert!(bitten > 10 && checked > 100, "{bitten} of {checked}");
}

/// The recorded plan by identity.
fn recorded(world: &World, max_moves: Option<usize>) -> Option<(i64, i64, BTreeMap<Nip, PositionId>)> {
    let built = world.clone().build();
    let facts = &built.base.grounds.facts;
    let found = Composition::of(&built.base, &Plan::default(), &built.overrides, max_moves, &Control::unattended()).ok()?;
    let named = found.moves.iter().map(|it| (facts.employees[it.who.at()].nip, facts.positions[it.to.at()].id()));
    Some((found.objective, found.bound, named.collect()))
}

#[test]
fn the_recorded_plan_does_not_depend_on_the_order_of_the_facts() {
    for seed in 0..60 {
        let mut dice = fastrand::Rng::with_seed(seed);
        let mut world = random::world(seed, 14, 9);
        if seed % 2 == 0 {
            relate(&mut world, &mut dice);
        }
        let mut other = world.clone();
        dice.shuffle(&mut other.rosters.employees);
        dice.shuffle(&mut other.rosters.positions);
        dice.shuffle(&mut other.rosters.units);
        dice.shuffle(&mut other.rosters.relations);
        for max_moves in [None, Some(1), Some(2), Some(4)] {
            assert_eq!(recorded(&world, max_moves), recorded(&other, max_moves), "seed {seed}, {max_moves:?} moves");
        }
    }
}

/// The sample with two of its movers made relatives, who would come into one line of command.
fn sample_that_bites() -> (Desk, i64) {
    let desk = Desk::sample();
    let plain = desk.run("plan", &["--json"]).expect(0).json();
    let moves = assignments(&plain);
    let unit = |id: &str| id.split('/').next().unwrap().to_owned();
    let check = |lines: &str| {
        let path = desk.root.with_file_name("relasi.csv");
        std::fs::write(&path, format!("NIP 1;NIP 2;HUBUNGAN\n{lines}")).unwrap();
        desk.run("import", &[path.to_str().unwrap()]).expect(0);
        desk.run("check", &["--json"]).json()
    };
    let mut pairs = Vec::new();
    for (a, to_a) in &moves {
        for (b, to_b) in moves.iter().filter(|(b, _)| b > a) {
            if unit(to_a) == unit(to_b) {
                pairs.push(format!("{a};{b};SUAMI/ISTRI\n"));
            }
        }
    }
    let found = check(&pairs.concat());
    let broken = found["verdicts"].as_array().unwrap().iter().filter(|it| it["rule"] == "R22" && it["outcome"] == "fail");
    assert!(broken.count() > 0, "no two movers of the sample come into one line: choose another pair");
    (desk, plain["relaxed"].as_i64().unwrap())
}

#[test]
fn a_plan_minds_relatives_and_proves_it() {
    let (desk, relaxed) = sample_that_bites();
    for limit in [&["--json"][..], &["--json", "--max-moves", "8"]] {
        let plan = desk.run("plan", limit).expect(0).json();
        let number = |key: &str| plan[key].as_i64().unwrap();
        assert_eq!(number("relaxed"), relaxed);
        assert!(number("objective") <= number("bound") && number("bound") < relaxed);
        assert_eq!(number("gap"), number("bound") - number("objective"));
        assert_eq!(plan["status"] == "optimal", number("gap") == 0);
        let again = desk.run("plan", limit).expect(0).json();
        assert_eq!(without_timings(plan), without_timings(again));
        let check = desk.run("check", &["--json"]).json();
        let broken = |it: &&serde_json::Value| it["rule"] == "R22" && it["outcome"] == "fail" && it["severity"] != "W";
        assert_eq!(check["verdicts"].as_array().unwrap().iter().filter(broken).count(), 0);
        assert_eq!(desk.run("verify", &["--json"]).expect(0).json()["holds"], true);
    }
}

#[test]
fn leaves_that_were_changed_are_found_out() {
    let (desk, _) = sample_that_bites();
    desk.run("plan", &[]).expect(0);
    let folder = desk.root.join("plans/utama/certificates");
    let with_leaves = |path: &std::path::PathBuf| std::fs::read_to_string(path).unwrap().contains("leaves");
    let path = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).find(with_leaves).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replacen("true", "false", 1)).unwrap();
    desk.run("verify", &[]).expect(1);
}
