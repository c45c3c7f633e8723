//! R32–R35: documents on a plan's way, and the clocks. The days are counted by hand on a calendar.
use super::*;
use jiff::civil::Date;
use mutasi::model::plan::{Action, Plan, ProcessDocument};
use mutasi::model::{Days, DocumentKind, ObjectionDays, Placement, Status, days_after};
use mutasi::rules::gate::{GateCase, gates};

/// What the gates say where Ana moves (or not), with those documents: `R32 fail G before Approved`.
fn gated(world: World, to: Option<&str>, documents: &[(DocumentKind, Date)]) -> Vec<String> {
    let built = world.build();
    let grounds = &built.base.grounds;
    let mut placement = Placement::status_quo(&grounds.projection);
    if let Some(to) = to {
        placement.put(&grounds.projection, ANA, built.post(to));
    }
    let mut plan = Plan::default();
    for (document, date) in documents {
        plan.apply(&Action::Record(ProcessDocument {
            document: *document,
            number: "1".into(),
            date: *date,
            official: String::new(),
        }));
    }
    let case = GateCase { grounds, placement: &placement, plan: &plan, pack: &built.base.pack, overrides: &built.overrides };
    let told = |gate: &mutasi::rules::gate::Gate| {
        let before = gate.before.map_or_else(String::new, |to| format!(" before {to:?}"));
        format!("{} {}{before}", gate.verdict.rule, word(&gate.verdict))
    };
    gates(&case).iter().map(told).collect()
}

#[test]
fn a_plan_without_moves_needs_no_document() {
    assert!(gated(World::usual(), None, &[]).is_empty());
}

#[test]
fn r32_and_r33_minutes_before_approval_and_pertek_before_the_decree() {
    let day = date(2026, 12, 1);
    let both = ["R32 fail G before Approved", "R33 fail G before Decreed"];
    assert_eq!(gated(World::usual(), Some("B/STAF"), &[]), both);
    let minutes = gated(World::usual(), Some("B/STAF"), &[(DocumentKind::Minutes, day)]);
    assert_eq!(minutes, ["R32 pass before Approved", both[1]]);
    let all = gated(World::usual(), Some("B/STAF"), &[(DocumentKind::Minutes, day), (DocumentKind::Pertek, day)]);
    assert_eq!(all, ["R32 pass before Approved", "R33 pass before Decreed"]);
}

#[test]
fn which_moves_need_a_document_stands_in_the_pack() {
    let text = include_str!("../../data/rules/2026-07.ron");
    let officials = text.replace("of: [jpt, administrator, pengawas, functional, staff]", "of: [pengawas]");
    assert_ne!(text, officials);
    let mut world = World::usual();
    world.pack = mutasi::rules::Pack::read("x", &officials).unwrap();
    assert!(gated(world.clone(), Some("B/STAF"), &[]).is_empty());
    assert_eq!(gated(world.clone(), Some("B/SEK"), &[]).len(), 2);
    // Whoever leaves such a post is meant too.
    world.seat("A/SEK");
    assert_eq!(gated(world, Some("B/STAF"), &[]).len(), 2);
}

#[test]
fn r34_the_clock_of_objections_runs_from_the_decree() {
    let told = |today: Date| {
        let mut world = World::usual();
        world.policy.today = today;
        let decree = [(DocumentKind::Decree, date(2026, 12, 1))];
        gated(world, Some("B/STAF"), &decree).into_iter().find(|line| line.starts_with("R34"))
    };
    assert_eq!(told(date(2026, 12, 15)).as_deref(), Some("R34 fail G"));
    assert_eq!(told(date(2026, 12, 16)).as_deref(), Some("R34 pass"));
    let days = ObjectionDays { to_object: 14, to_decide: 21, counted: Days::Calendar };
    let decreed = date(2026, 12, 1);
    let admissible = |received| days.is_admissible(decreed, received, &[]);
    assert!(admissible(decreed) && admissible(date(2026, 12, 15)));
    assert!(!admissible(date(2026, 12, 16)) && !admissible(date(2026, 11, 30)));
    assert_eq!(days.decide_by(date(2026, 12, 10), &[]), date(2026, 12, 31));
    // Counted in working days: 14 of them after Tuesday 1 December, with Christmas off, end on Monday the 21st.
    let working = ObjectionDays { counted: Days::Working, ..days };
    assert_eq!(working.last_day(decreed, &[date(2026, 12, 25)]), date(2026, 12, 21));
    assert_eq!(working.decide_by(date(2026, 12, 10), &[date(2026, 12, 25)]), date(2027, 1, 11));
}

#[test]
fn working_days_leave_out_weekends_and_holidays() {
    // Friday 11 December 2026.
    let friday = date(2026, 12, 11);
    let after = |days, holidays: &[Date]| days_after(friday, days, Days::Working, holidays);
    assert_eq!(after(0, &[]), friday);
    assert_eq!(after(1, &[]), date(2026, 12, 14));
    assert_eq!(after(5, &[]), date(2026, 12, 18));
    assert_eq!(after(6, &[]), date(2026, 12, 21));
    assert_eq!(after(1, &[date(2026, 12, 14)]), date(2026, 12, 15));
    // Against counting day by day, over a year.
    let holidays = [date(2026, 12, 25), date(2027, 1, 1), date(2027, 3, 9)];
    let mut day = friday;
    for _ in 0..365 {
        day = day.tomorrow().unwrap();
        let (mut counted, mut at) = (0, day);
        while counted < 7 {
            at = at.tomorrow().unwrap();
            let is_weekend = at.weekday().to_monday_zero_offset() >= 5;
            counted += i32::from(!is_weekend && !holidays.contains(&at));
        }
        assert_eq!(days_after(day, 7, Days::Working, &holidays), at, "{day}");
    }
    assert_eq!(days_after(friday, 14, Days::Calendar, &[date(2026, 12, 14)]), date(2026, 12, 25));
}

#[test]
fn r35_officials_replaced_with_approval_are_reported_in_seven_working_days() {
    let told = |documents: &[(DocumentKind, Date)]| {
        let mut world = World::usual();
        world.policy.head.inaugurated = Some(date(2026, 10, 1));
        world.permit("B/SEK", RuleId::R24);
        gated(world, Some("B/SEK"), documents).into_iter().find(|line| line.starts_with("R35"))
    };
    let (open, done) = (Some("R35 fail G before Implemented"), Some("R35 pass before Implemented"));
    let decree = (DocumentKind::Decree, date(2027, 1, 4));
    assert_eq!(told(&[]).as_deref(), open);
    assert_eq!(told(&[decree]).as_deref(), open);
    assert_eq!(told(&[decree, (DocumentKind::Report, date(2027, 1, 13))]).as_deref(), done);
    assert_eq!(told(&[decree, (DocumentKind::Report, date(2027, 1, 14))]).as_deref(), open, "late");
    assert_eq!(told(&[decree, (DocumentKind::Report, date(2027, 1, 3))]).as_deref(), open, "before the decree");
    // Without such an approval nobody need be told.
    assert!(gated(World::usual(), Some("B/SEK"), &[]).iter().all(|line| !line.starts_with("R35")));
}

#[test]
fn documents_leave_the_moves_and_their_proof_alone() {
    let mut plan = Plan::default();
    plan.solved = Some(mutasi::model::plan::SolveRecord { objective: 1, bound: 1, certificate: "x".into() });
    let date = date(2026, 12, 1);
    plan.apply(&Action::Record(ProcessDocument {
        document: DocumentKind::Minutes,
        number: "1".into(),
        date,
        official: "".into(),
    }));
    assert!(plan.solved.is_some());
    assert_eq!(Status::default(), plan.status);
}
