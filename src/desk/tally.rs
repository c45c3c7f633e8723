//! What follows from a plan, kept up with every change: verdicts, fills and figures. A change concerns whoever
//! moves, who comes to or sits on the posts left and taken, who leaves the units of those posts, and the relatives of
//! those who move; nobody else is looked at again.
use super::Desk;
use crate::metrics::{Count, Ledger, Metrics, Parts, UnitFill, unit_fills};
use crate::model::plan::Plan;
use crate::model::{Chunks, EmployeeIx, Grounds, Placement, PositionIx, UnitIx};
use crate::rules::plan::{Overrides, PlanCase, verdicts_on};
use crate::rules::{Judge, Pack, Verdict};
use rayon::prelude::*;
use std::sync::Arc;

/// From this many people on all threads work.
const MANY: usize = 256;

/// Verdicts on someone, and on which post.
type Judged = Option<Arc<[(PositionIx, Verdict)]>>;

/// What follows from a plan.
#[derive(Clone, Debug)]
pub struct Tally {
    verdicts: Chunks<Judged>,
    fills: Chunks<Option<UnitFill>>,
    parts: Parts,
}

/// A change of a plan.
pub(super) struct Change<'a> {
    /// The plan with it.
    pub plan: &'a Plan,
    /// The pairs and rules overridden with it.
    pub overrides: &'a Overrides,
    /// Who moves where, or stays after all.
    pub moves: &'a [(EmployeeIx, Option<PositionIx>)],
    /// Whose permission or reason may be another.
    pub reworded: &'a [EmployeeIx],
}

impl Tally {
    /// Verdicts on one person, by post and rule.
    pub fn verdicts_on(&self, who: EmployeeIx) -> &[(PositionIx, Verdict)] {
        self.verdicts.get(who.at()).as_deref().unwrap_or(&[])
    }

    /// Every verdict, by person, post and rule.
    pub fn verdicts(&self) -> impl Iterator<Item = (EmployeeIx, PositionIx, Verdict)> + '_ {
        let judged = self.verdicts.written().filter_map(|(at, judged)| Some((EmployeeIx::of(at), judged.as_deref()?)));
        judged.flat_map(|(who, judged)| judged.iter().map(move |(post, verdict)| (who, *post, *verdict)))
    }

    /// Need and holders of a unit with posts in scope.
    pub fn fill(&self, unit: UnitIx) -> Option<&UnitFill> {
        self.fills.get(unit.at()).as_ref()
    }

    /// Every unit with posts in scope, in the order of the units.
    pub fn fills(&self) -> impl Iterator<Item = &UnitFill> {
        self.fills.written().filter_map(|(_, fill)| fill.as_ref())
    }

    /// Whether anything is planned at all: posts in scope.
    pub fn has_posts(&self) -> bool {
        self.fills().next().is_some()
    }

    /// The figures, beside those of "nobody moves".
    pub fn metrics(&self, status_quo: &Self) -> Metrics {
        let counted = self.fills().filter(|fill| fill.need >= 3).map(|fill| (fill.unit, fill.permille()));
        Metrics::of(&self.parts, &status_quo.parts, counted.min_by_key(|(_, permille)| *permille))
    }

    fn move_heads(&mut self, grounds: &Grounds, post: PositionIx, before: u32, after: u32) {
        let unit = grounds.projection.group[post.at()].filter(|_| grounds.projection.in_scope[post.at()]);
        let Some(fill) = unit.and_then(|unit| self.fills.get_mut(unit.at()).as_mut()) else { return };
        let need = grounds.projection.need[post.at()];
        self.parts -= fill.parts(grounds);
        fill.heads = fill.heads + after - before;
        fill.filled = fill.filled + after.min(need) - before.min(need);
        self.parts += fill.parts(grounds);
    }

    /// Nobody moves.
    pub(super) fn status_quo(grounds: &Grounds, pack: &Pack, ledger: &Ledger) -> (Placement, Self) {
        let (placement, plan, overrides) = (Placement::status_quo(&grounds.projection), Plan::default(), Overrides::new());
        let count = Count { judge: Judge { grounds, pack, overrides: &overrides }, ledger, placement: &placement };
        let mut tally = Self {
            verdicts: Chunks::of(None, grounds.facts.employees.len()),
            fills: Chunks::of(None, grounds.facts.units.len()),
            parts: Parts::default(),
        };
        for fill in unit_fills(grounds, &placement) {
            tally.parts += fill.parts(grounds);
            *tally.fills.get_mut(fill.unit.at()) = Some(fill);
        }
        for post in grounds.every_post() {
            tally.parts += count.post(post);
        }
        let everyone: Vec<EmployeeIx> = grounds.everyone().collect();
        for (who, verdicts, parts) in judged(&count, &plan, &everyone) {
            tally.parts += parts;
            // Most stand without a verdict: their chunks stay blank.
            if verdicts.is_some() {
                *tally.verdicts.get_mut(who.at()) = verdicts;
            }
        }
        (placement, tally)
    }

    /// With a change, from what held for `desk` before it; and who sits where then.
    pub(super) fn after(desk: &Desk, change: &Change<'_>) -> (Placement, Self) {
        let (base, grounds) = (&desk.base, desk.grounds());
        let mut placement = desk.placement.clone();
        let (moved, posts) = carry_out(grounds, &mut placement, change.moves);
        let people = concerned(grounds, &placement, moved, &posts, change.reworded);
        let count = |placement, judge| Count { judge, ledger: &base.ledger, placement };
        let judge = Judge { overrides: change.overrides, ..desk.judge() };
        let (before, after) = (count(&desk.placement, desk.judge()), count(&placement, judge));
        let mut tally = desk.tally.clone();
        for post in posts {
            tally.parts -= before.post(post);
            tally.parts += after.post(post);
            tally.move_heads(grounds, post, desk.placement.heads(post), placement.heads(post));
        }
        for who in &people {
            let known = desk.tally.verdicts_on(*who);
            tally.parts -= before.person(*who, known.iter().map(|(_, verdict)| verdict));
        }
        for (who, verdicts, parts) in judged(&after, change.plan, &people) {
            tally.parts += parts;
            if tally.verdicts.get(who.at()).is_some() || verdicts.is_some() {
                *tally.verdicts.get_mut(who.at()) = verdicts;
            }
        }
        (placement, tally)
    }
}

/// Makes the moves; tells who really moved, and the posts with other heads, newcomers or stayers, each once.
fn carry_out(
    grounds: &Grounds,
    placement: &mut Placement,
    moves: &[(EmployeeIx, Option<PositionIx>)],
) -> (Vec<EmployeeIx>, Vec<PositionIx>) {
    let projection = &grounds.projection;
    let (mut moved, mut posts) = (Vec::new(), Vec::new());
    for (who, to) in moves {
        let before = placement.target(*who);
        match to {
            Some(post) => placement.put(projection, *who, *post),
            None => placement.back(projection, *who),
        }
        let after = placement.target(*who);
        if after != before {
            moved.push(*who);
            posts.extend([before, after, projection.held[who.at()], projection.present(*who)].into_iter().flatten());
        }
    }
    posts.sort_unstable();
    posts.dedup();
    (moved, posts)
}

/// Everyone on whom a verdict or figure may change, each once.
fn concerned(
    grounds: &Grounds,
    placement: &Placement,
    mut people: Vec<EmployeeIx>,
    posts: &[PositionIx],
    reworded: &[EmployeeIx],
) -> Vec<EmployeeIx> {
    let relation = |at: &u32| &grounds.facts.relations[*at as usize];
    let relatives = |who: &EmployeeIx| grounds.index.relations_of(*who).iter().map(relation).flat_map(|(a, b, _)| [*a, *b]);
    let related: Vec<EmployeeIx> = people.iter().flat_map(relatives).collect();
    people.extend(related);
    people.extend(reworded);
    for post in posts {
        people.extend(placement.newcomers(*post));
        // On a structural post even those who stay are judged by who else sits there.
        if grounds.facts.positions[post.at()].is_structural() {
            people.extend(grounds.index.seated_on(*post));
        }
    }
    people.extend(leavers(grounds, placement, posts));
    people.sort_unstable();
    people.dedup();
    people
}

/// Who leaves a unit that is fuller or emptier than before: how full it is decides what is said of them (R21).
fn leavers(grounds: &Grounds, placement: &Placement, posts: &[PositionIx]) -> Vec<EmployeeIx> {
    let planned = |post: &PositionIx| grounds.projection.group[post.at()].filter(|_| grounds.projection.in_scope[post.at()]);
    let mut units: Vec<UnitIx> = posts.iter().filter_map(planned).collect();
    units.sort_unstable();
    units.dedup();
    let seated = units.iter().flat_map(|unit| grounds.index.sharing(*unit)).flat_map(|post| grounds.index.seated_on(*post));
    seated.copied().filter(|who| placement.target(*who).is_some()).collect()
}

/// Verdicts and parts of each.
fn judged(count: &Count<'_>, plan: &Plan, people: &[EmployeeIx]) -> Vec<(EmployeeIx, Judged, Parts)> {
    let of = |who: &EmployeeIx| {
        let verdicts = verdicts_of(count, plan, *who);
        let parts = count.person(*who, verdicts.iter().map(|(_, verdict)| verdict));
        (*who, (!verdicts.is_empty()).then(|| verdicts.into()), parts)
    };
    if people.len() < MANY { people.iter().map(of).collect() } else { people.par_iter().map(of).collect() }
}

fn verdicts_of(count: &Count<'_>, plan: &Plan, who: EmployeeIx) -> Vec<(PositionIx, Verdict)> {
    let Count { judge, placement, .. } = count;
    let mut found: Vec<(PositionIx, Verdict)> = Vec::new();
    if let Some(post) = placement.target(who) {
        found.extend(judge.verdicts(who, post).into_iter().map(|verdict| (post, verdict)));
    }
    let case = PlanCase { grounds: judge.grounds, placement, plan };
    found.extend(verdicts_on(&case, judge.pack, judge.overrides, who));
    found.sort_by_key(|(post, verdict)| (*post, verdict.rule));
    found
}
