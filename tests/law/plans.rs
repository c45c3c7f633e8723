//! R18, R20, R21, R22, R28, R37: rules on a whole plan. Ana is 0, the others follow in the order they are added.
use super::*;
use mutasi::model::plan::Plan;
use mutasi::model::records::Relation;
use mutasi::model::{EmployeeIx, Placement};
use mutasi::rules::plan::{PlanCase, drop_verdicts, verdicts};

/// A sentence, what is changed, who moves where, and what the rule says.
pub type PlanRow<'a> = (&'a str, fn(&mut World), &'a [(u32, &'a str)], &'a str);

/// Carries moves out and tells what one rule says: `#1 B/SEK fail B`, one a line.
pub fn broken(rule: RuleId, change: fn(&mut World), moves: &[(u32, &str)]) -> String {
    let mut world = World::usual();
    change(&mut world);
    let built = world.build();
    let grounds = &built.base.grounds;
    let mut placement = Placement::status_quo(&grounds.projection);
    let plan = Plan::default();
    for (at, (who, post)) in moves.iter().enumerate() {
        let (who, post) = (EmployeeIx(*who), built.post(post));
        if at + 1 == moves.len() {
            a_drop_is_judged_like_the_plan_it_makes(&built, &placement, &plan, who, post);
        }
        placement.put(&grounds.projection, who, post);
    }
    let case = PlanCase { grounds, placement: &placement, plan: &plan };
    let found = verdicts(&case, &built.base.pack, &built.overrides);
    let line = |(who, post, verdict): &(EmployeeIx, mutasi::model::PositionIx, Verdict)| {
        format!("#{} {} {}", who.0, grounds.facts.positions[post.at()].id(), word(verdict))
    };
    found.iter().filter(|(_, _, verdict)| verdict.rule == rule).map(line).collect::<Vec<_>>().join("; ")
}

fn a_drop_is_judged_like_the_plan_it_makes(
    built: &Built,
    before: &Placement,
    plan: &Plan,
    who: EmployeeIx,
    post: mutasi::model::PositionIx,
) {
    let grounds = &built.base.grounds;
    let case = PlanCase { grounds, placement: before, plan };
    let drop = drop_verdicts(&case, &built.base.pack, &built.overrides, who, post);
    let mut after = before.clone();
    after.put(&grounds.projection, who, post);
    let was = verdicts(&case, &built.base.pack, &built.overrides);
    let whole = verdicts(&PlanCase { placement: &after, ..case }, &built.base.pack, &built.overrides);
    // Of who goes home it is also told what breaks with those who came there.
    let by_going_home = |it: &(EmployeeIx, _, Verdict)| after.target(who).is_none() && !was.contains(it);
    let mine: Vec<Verdict> = whole
        .into_iter()
        .filter(|it| (it.0 == who || by_going_home(it)) && it.1 == post && it.2.scope != mutasi::rules::Scope::Gate)
        .map(|(_, _, verdict)| verdict)
        .collect();
    assert_eq!(drop, mine);
}

pub fn add(world: &mut World, posts: &[&str]) {
    for post in posts {
        world.person(post);
    }
}

#[test]
fn r18_one_holder_of_a_structural_post() {
    let cases: &[PlanRow] = &[
        ("an empty post", nothing, &[(0, "B/SEK")], ""),
        ("a held one", |w| add(w, &["B/SEK"]), &[(0, "B/SEK")], "#0 B/SEK fail B"),
        ("its holder leaves too", |w| add(w, &["B/SEK"]), &[(1, "A/SEK"), (0, "B/SEK")], ""),
        (
            "its holder comes home to somebody",
            |w| add(w, &["B/SEK"]),
            &[(1, "A/SEK"), (0, "B/SEK"), (1, "B/SEK")],
            "#0 B/SEK fail B",
        ),
        ("two newcomers", |w| add(w, &["A/STAF"]), &[(0, "B/SEK"), (1, "B/SEK")], "#0 B/SEK fail B; #1 B/SEK fail B"),
        ("two today, nobody moves", |w| add(w, &["B/SEK", "B/SEK"]), &[], "#1 B/SEK fail W; #2 B/SEK fail W"),
        ("two today, one leaves", |w| add(w, &["B/SEK", "B/SEK"]), &[(1, "A/SEK")], ""),
        ("two today, a third comes", |w| add(w, &["B/SEK", "B/SEK"]), &[(0, "B/SEK")], "#0 B/SEK fail B"),
        ("two on a staff post are no matter", |w| add(w, &["B/STAF", "B/STAF"]), &[(0, "B/STAF")], ""),
    ];
    for (sentence, change, moves, expected) in cases {
        assert_eq!(broken(RuleId::R18, *change, moves), *expected, "{sentence}");
    }
}

#[test]
fn r20_headcount_within_need() {
    let full: fn(&mut World) = |w| add(w, &["B/STAF", "B/STAF", "B/STAF"]);
    let cases: &[PlanRow] = &[
        ("the last place", |w| add(w, &["B/STAF", "B/STAF"]), &[(0, "B/STAF")], ""),
        ("one beyond need", full, &[(0, "B/STAF")], "#0 B/STAF fail O"),
        ("one comes, one goes", full, &[(1, "A/ARSIP"), (0, "B/STAF")], ""),
        (
            "an official permitted it",
            |w| {
                add(w, &["B/STAF", "B/STAF", "B/STAF"]);
                w.permit("B/STAF", RuleId::R20);
            },
            &[(0, "B/STAF")],
            "#0 B/STAF overridden O",
        ),
        (
            "a surplus of today may be kept up",
            |w| {
                add(w, &["B/STAF", "B/STAF", "B/STAF", "B/STAF"]);
            },
            &[(1, "A/ARSIP"), (0, "B/STAF")],
            "",
        ),
        ("a surplus alone breaks nothing", |w| add(w, &["B/STAF", "B/STAF", "B/STAF", "B/STAF"]), &[], ""),
        (
            "1,250 hours of work are one place more",
            |w| {
                add(w, &["B/STAF", "B/STAF", "B/STAF"]);
                w.workload("B/STAF", 1250, TMT);
            },
            &[(0, "B/STAF")],
            "",
        ),
        (
            "work that begins after TMT is none",
            |w| {
                add(w, &["B/STAF", "B/STAF", "B/STAF"]);
                w.workload("B/STAF", 1250, date(2027, 1, 2));
            },
            &[(0, "B/STAF")],
            "#0 B/STAF fail O",
        ),
        (
            "a PPPK paruh waktu takes no place",
            |w| {
                add(w, &["B/STAF", "B/STAF", "B/STAF"]);
                w.rosters.employees[3].kind = EmploymentKind::PppkPartTime;
            },
            &[(0, "B/STAF")],
            "",
        ),
    ];
    for (sentence, change, moves, expected) in cases {
        assert_eq!(broken(RuleId::R20, *change, moves), *expected, "{sentence}");
    }
}

/// Ana and the first other are a couple.
fn couple(world: &mut World, other: &str) {
    add(world, &[other]);
    let (nip_a, nip_b) = (world.rosters.employees[0].nip, world.rosters.employees[1].nip);
    world.rosters.relations.push(Relation { nip_a, nip_b, relation: "suami-istri".into() });
}

#[test]
fn r22_no_relatives_in_a_line_of_command() {
    let cases: &[PlanRow] = &[
        ("under a lurah who is her husband", |w| couple(w, "B/LURAH"), &[(0, "B/STAF")], "#0 B/STAF fail O"),
        ("he comes to head her unit", |w| couple(w, "B/LURAH"), &[(1, "A/LURAH")], "#1 A/LURAH fail O"),
        (
            "both move into one line",
            |w| couple(w, "B/SEK"),
            &[(1, "B/LURAH"), (0, "B/STAF")],
            "#0 B/STAF fail O; #1 B/LURAH fail O",
        ),
        ("he leaves as she comes", |w| couple(w, "B/LURAH"), &[(1, "A/LURAH"), (0, "B/STAF")], ""),
        ("beside a sekretaris under a lurah's post", |w| couple(w, "B/SEK"), &[(0, "B/STAF")], ""),
        ("colleagues", |w| couple(w, "B/STAF"), &[(0, "B/STAF")], ""),
        ("the camat heads the unit above", |w| couple(w, "KEC/CAMAT"), &[(0, "B/STAF")], "#0 B/STAF fail O"),
        ("a line that stands today warns", |w| couple(w, "KEC/CAMAT"), &[], "#0 A/STAF fail W"),
        (
            "two units above is no line",
            |w| {
                couple(w, "KEC/CAMAT");
                w.rosters.units.push(mutasi::model::Unit {
                    id: mutasi::model::UnitId("B1".into()),
                    name: "B1".into(),
                    parent: Some(mutasi::model::UnitId("B".into())),
                });
                w.post("B1/STAF", "Pengolah Data");
            },
            &[(0, "B1/STAF")],
            "",
        ),
        (
            "an official permitted it",
            |w| {
                couple(w, "B/LURAH");
                w.permit("B/STAF", RuleId::R22);
            },
            &[(0, "B/STAF")],
            "#0 B/STAF overridden O",
        ),
    ];
    for (sentence, change, moves, expected) in cases {
        assert_eq!(broken(RuleId::R22, *change, moves), *expected, "{sentence}");
    }
}

#[test]
fn r37_every_move_has_a_stated_reason() {
    for (text, expected) in [(None, 1), (Some(""), 1), (Some("  "), 1), (Some("Menutup kekosongan"), 0)] {
        let built = World::usual().build();
        let grounds = &built.base.grounds;
        let mut plan = Plan::default();
        if let Some(text) = text {
            plan.reasons.insert(grounds.facts.employees[ANA.at()].nip, text.to_owned());
        }
        let mut placement = Placement::status_quo(&grounds.projection);
        placement.put(&grounds.projection, ANA, built.post("B/STAF"));
        let case = PlanCase { grounds, placement: &placement, plan: &plan };
        let found = verdicts(&case, &built.base.pack, &built.overrides);
        let gates = found.iter().filter(|(_, _, verdict)| verdict.rule == RuleId::R37 && verdict.blocks());
        assert_eq!(gates.count(), expected, "{text:?}");
        let scopes = found.iter().filter(|it| it.2.rule == RuleId::R37).map(|it| it.2.scope);
        assert!(scopes.into_iter().all(|scope| scope == mutasi::rules::Scope::Gate));
    }
}
