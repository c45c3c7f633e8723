//! What follows from a plan, worked out the simple way: by looking at everybody, and at every post.
use mutasi::desk::{Desk, Foundation};
use mutasi::metrics::{Metrics, UnitFill, permille, post_reward, rank_served, unit_fills};
use mutasi::model::plan::Plan;
use mutasi::model::{EmployeeIx, Facts, Grounds, JabatanKind, Placement, PositionIx, Seat, UnitIx};
use mutasi::rules::plan::Overrides;
use mutasi::rules::{Aspect, Finding, Judge, Outcome, Reason, RuleId, Scope, Severity, Verdict};
use mutasi::scoring::{Valuer, factors};
use std::cmp::Reverse;

type Found = (EmployeeIx, PositionIx, RuleId, Finding);

/// A plan looked at as a whole.
pub struct Simple<'a> {
    pub base: &'a Foundation,
    pub plan: &'a Plan,
    pub overrides: &'a Overrides,
    pub placement: Placement,
}

impl<'a> Simple<'a> {
    pub fn of(desk: &'a Desk) -> Self {
        let grounds = desk.grounds();
        let placement = Placement::of(&grounds.facts, &grounds.projection, &desk.plan);
        Self { base: &desk.base, plan: &desk.plan, overrides: &desk.overrides, placement }
    }

    fn grounds(&self) -> &'a Grounds {
        &self.base.grounds
    }

    fn judge(&self) -> Judge<'_> {
        Judge { grounds: self.grounds(), pack: &self.base.pack, overrides: self.overrides }
    }

    fn seat(&self, who: EmployeeIx) -> Option<Seat> {
        self.grounds().projection.standing[who.at()].seat()
    }

    pub fn verdicts(&self) -> Vec<(EmployeeIx, PositionIx, Verdict)> {
        let judge = self.judge();
        let on_pair = |(who, post)| judge.verdicts(who, post).into_iter().map(move |verdict| (who, post, verdict));
        let mut found: Vec<_> = self.placement.moves().flat_map(on_pair).collect();
        let of_moves = [self.left_empty(), self.thin_units(), self.two_jabatan(), self.reasons()];
        let plan = [self.incumbents(), self.headcount(), self.relatives()].into_iter().chain(of_moves).flatten();
        found.extend(plan.map(|it| (it.0, it.1, self.verdict(&it))));
        found.sort_by_key(|(who, post, verdict)| (*who, *post, verdict.rule));
        found
    }

    fn verdict(&self, (who, post, rule, finding): &Found) -> Verdict {
        let severity = self.base.pack.severity(*rule, finding.aspect);
        let permitted = severity == Severity::O && self.overrides.contains(&(*who, *post, *rule));
        let outcome = if finding.outcome == Outcome::Fail && permitted { Outcome::Overridden } else { finding.outcome };
        Verdict { rule: *rule, scope: self.base.pack.scope(*rule, finding.aspect), severity, outcome, reason: finding.reason }
    }

    fn newcomers(&self, post: PositionIx) -> Vec<EmployeeIx> {
        self.placement.moves().filter(|(_, target)| *target == post).map(|(who, _)| who).collect()
    }

    fn incumbents(&self) -> Vec<Found> {
        let (facts, mut found) = (&self.grounds().facts, Vec::new());
        for post in self.grounds().every_post().filter(|post| facts.positions[post.at()].is_structural()) {
            let after = self.placement.heads(post);
            let (new, reason) = (self.newcomers(post), Reason::Incumbents { after });
            if after < 2 {
                continue;
            }
            let stays = |who: &EmployeeIx| self.seat(*who) == Some(Seat::Post(post)) && self.placement.target(*who).is_none();
            let (whom, stand) =
                if new.is_empty() { (self.grounds().everyone().filter(stays).collect(), true) } else { (new, false) };
            found.extend(whom.into_iter().map(|who| (who, post, RuleId::R18, failing(reason, stand))));
        }
        found
    }

    fn headcount(&self) -> Vec<Found> {
        let projection = &self.grounds().projection;
        let over = |(who, post): (EmployeeIx, PositionIx)| {
            let (after, most) = (self.placement.heads(post), projection.need[post.at()].max(projection.holders[post.at()]));
            let is_over = after > most && !self.grounds().facts.positions[post.at()].is_structural();
            is_over.then(|| (who, post, RuleId::R20, failing(Reason::Headcount { after, most }, false)))
        };
        self.placement.moves().filter_map(over).collect()
    }

    fn relatives(&self) -> Vec<Found> {
        let (facts, projection) = (&self.grounds().facts, &self.grounds().projection);
        let post = |who: EmployeeIx| self.placement.post(projection, who).or(projection.held[who.at()]);
        let mut found = Vec::new();
        for (a, b, _) in &facts.relations {
            let (Some(at_a), Some(at_b)) = (post(*a), post(*b)) else { continue };
            if !commands(facts, at_a, at_b) && !commands(facts, at_b, at_a) {
                continue;
            }
            let moved = [*a, *b].map(|who| self.placement.target(who).is_some());
            let stand = moved == [false, false];
            let on = |who, at, other| (who, at, RuleId::R22, failing(Reason::Relative { other, stands_today: stand }, stand));
            if moved[0] || stand {
                found.push(on(*a, at_a, *b));
            }
            if moved[1] {
                found.push(on(*b, at_b, *a));
            }
        }
        found
    }

    /// Structural posts left empty with no acting holder on the day.
    fn left_empty(&self) -> Vec<Found> {
        let (facts, projection) = (&self.grounds().facts, &self.grounds().projection);
        let mut found = Vec::new();
        for (who, target) in self.placement.moves() {
            let Some(post) = projection.present(who) else { continue };
            let position = &facts.positions[post.at()];
            if !position.is_structural() || self.placement.heads(post) > 0 || projection.need[post.at()] == 0 {
                continue;
            }
            let day = projection.tmt;
            let acts = facts.acting.iter().any(|it| {
                (&it.unit, &it.jabatan) == (&position.unit, &position.jabatan)
                    && it.from.is_none_or(|from| from <= day)
                    && it.until.is_none_or(|until| until >= day)
            });
            let mut finding = Finding::holds(false, Reason::LeftEmpty { post });
            finding.aspect = Aspect::Structural;
            if self.plan.acknowledged.contains_key(&position.id()) {
                finding.outcome = Outcome::Overridden;
            }
            if !acts {
                found.push((who, target, RuleId::R21, finding));
            }
        }
        found
    }

    /// Units that somebody leaves and that are then too thin.
    fn thin_units(&self) -> Vec<Found> {
        let projection = &self.grounds().projection;
        let unit = |post: PositionIx| projection.group[post.at()].filter(|_| projection.in_scope[post.at()]);
        let before = unit_fills(self.grounds(), &Placement::status_quo(projection));
        let after = unit_fills(self.grounds(), &self.placement);
        let mut found = Vec::new();
        for (who, target) in self.placement.moves() {
            let Some(post) = projection.present(who) else { continue };
            let Some(left) = unit(post).filter(|left| unit(target) != Some(*left)) else { continue };
            if self.grounds().facts.positions[post.at()].is_structural() {
                continue;
            }
            let of = |fills: &[UnitFill]| fills.iter().find(|fill| fill.unit == left).map_or((0, 0), |it| (it.need, it.filled));
            let ((need, filled), (_, after)) = (of(&before), of(&after));
            let least = (need * 60).div_ceil(100).min(filled);
            if after < least {
                let reason = Reason::ThinUnit { unit: left, after, least, need };
                found.push((who, target, RuleId::R21, Finding::holds(false, reason)));
            }
        }
        found
    }

    /// Who is recorded as holding a JA and a JF.
    fn two_jabatan(&self) -> Vec<Found> {
        let facts = &self.grounds().facts;
        let functional = |post: PositionIx| facts.positions[post.at()].kind == JabatanKind::Functional;
        let mut found = Vec::new();
        for who in self.grounds().everyone().filter(|who| facts.employees[who.at()].holds_two) {
            let Some(here) = self.grounds().present(who) else { continue };
            found.push(match self.placement.target(who) {
                None => (who, here, RuleId::R28, failing(Reason::TwoJabatan { moves: false }, true)),
                Some(target) => {
                    let mut finding = Finding::holds(false, Reason::TwoJabatan { moves: true });
                    if functional(here) != functional(target) {
                        finding.outcome = Outcome::Unknown;
                    }
                    (who, target, RuleId::R28, finding)
                }
            });
        }
        found
    }

    fn reasons(&self) -> Vec<Found> {
        let stated = |who: EmployeeIx| {
            let nip = &self.grounds().facts.employees[who.at()].nip;
            self.plan.reasons.get(nip).is_some_and(|text| !text.trim().is_empty())
        };
        let finding = Finding::holds(false, Reason::NoReason);
        self.placement.moves().filter(|(who, _)| !stated(*who)).map(|(who, post)| (who, post, RuleId::R37, finding)).collect()
    }

    pub fn metrics(&self) -> Metrics {
        let fills = unit_fills(self.grounds(), &self.placement);
        let permille_of = |fill: &UnitFill| (fill.unit, fill.permille());
        let (filled, need) = fills.iter().fold((0, 0), |(filled, need), fill| (filled + fill.filled, need + fill.need));
        let mut metrics = Metrics {
            filled_permille: permille(filled, need),
            worst_unit: fills.iter().filter(|fill| fill.need >= 3).min_by_key(|fill| fill.permille()).map(permille_of),
            vacancies: need - filled,
            structural_vacant: 0,
            holes: 0,
            wishes_met: 0,
            wishes_partly: 0,
            wishes_open: 0,
            blocked: 0,
            overridden: 0,
            warnings: 0,
            unknown: 0,
            incomplete: self.incomplete(),
            moves: self.placement.moves().count() as u32,
            objective: self.objective(&self.placement),
            status_quo: self.objective(&Placement::status_quo(&self.grounds().projection)),
        };
        self.count_posts(&mut metrics);
        self.count_wishes(&mut metrics);
        for (.., verdict) in self.verdicts().iter().filter(|(.., verdict)| verdict.scope != Scope::Gate) {
            metrics.blocked += u32::from(verdict.blocks());
            metrics.overridden += u32::from(verdict.outcome == Outcome::Overridden);
            metrics.warnings += u32::from(verdict.warns());
            metrics.unknown += u32::from(verdict.outcome == Outcome::Unknown);
        }
        metrics
    }

    fn incomplete(&self) -> u32 {
        let seated = |who: &EmployeeIx| self.seat(*who).is_some();
        let post = |who| Some((who, self.placement.post(&self.grounds().projection, who)?));
        let people = self.grounds().everyone().filter(seated).filter_map(post);
        people.filter(|(who, post)| factors(self.grounds(), *who, *post).contains(&None)).count() as u32
    }

    fn count_posts(&self, metrics: &mut Metrics) {
        let grounds = self.grounds();
        for post in grounds.posts_in_scope() {
            let (before, need) = (grounds.projection.holders[post.at()], grounds.projection.need[post.at()]);
            let after = self.placement.heads(post);
            let is_structural = grounds.facts.positions[post.at()].is_structural();
            metrics.structural_vacant += u32::from(after == 0 && need > 0 && is_structural);
            metrics.holes += u32::from(after < need && before >= need || after == 0 && before > 0);
        }
    }

    fn count_wishes(&self, metrics: &mut Metrics) {
        for who in self.grounds().everyone().filter(|who| self.seat(*who).is_some()) {
            let person = &self.grounds().facts.people[who.at()];
            if person.asks_to_stay {
                let stays = self.placement.target(who).is_none();
                metrics.wishes_met += u32::from(stays);
                metrics.wishes_open += u32::from(!stays);
            } else if !person.wishes.is_empty() {
                match rank_served(self.grounds(), &self.placement, who) {
                    Some(1) => metrics.wishes_met += 1,
                    Some(_) => metrics.wishes_partly += 1,
                    None => metrics.wishes_open += 1,
                }
            }
        }
    }

    fn objective(&self, placement: &Placement) -> i64 {
        let grounds = self.grounds();
        let rewards = &grounds.policy.rewards;
        let value = |who: EmployeeIx| match placement.target(who) {
            Some(post) => Valuer::new(grounds, who).at(post) - self.judge().pair(who, post).price,
            None => Valuer::new(grounds, who).present(),
        };
        let people: i64 = grounds.everyone().map(value).sum();
        let posts: i64 = grounds.posts_in_scope().map(|post| post_reward(grounds, post, placement.heads(post))).sum();
        let places = |fill: &UnitFill| (1..=fill.heads.min(fill.need)).map(|j| rewards.for_unit_place(fill.need, j)).sum::<i64>();
        let units: i64 = unit_fills(grounds, placement).iter().map(places).sum();
        let outside = |who: EmployeeIx| match self.seat(who) {
            Some(Seat::Pool(post)) if placement.target(who).is_none() => post,
            _ => None,
        };
        let mut held: Vec<PositionIx> = grounds.everyone().filter_map(outside).collect();
        held.sort_unstable();
        held.dedup();
        people + posts + units + held.iter().map(|post| rewards.for_holder(&grounds.facts.positions[post.at()])).sum::<i64>()
    }
}

fn failing(reason: Reason, stands_today: bool) -> Finding {
    Finding::holds(false, reason).on(Aspect::StandsToday, stands_today)
}

/// Whether a post heads the unit of the other, or the unit directly above it.
fn commands(facts: &Facts, head: PositionIx, of: PositionIx) -> bool {
    let unit = |post: PositionIx| facts.position_unit[post.at()];
    let (Some(own), Some(unit)) = (unit(head), unit(of)) else { return false };
    (own == unit || facts.parent[unit.at()] == Some(own)) && head != of && heads_of(facts, own).contains(&head)
}

fn heads_of(facts: &Facts, unit: UnitIx) -> Vec<PositionIx> {
    let in_unit = (0..facts.positions.len()).filter(|at| facts.position_unit[*at] == Some(unit));
    let echelon = |at: usize| Some((facts.positions[at].echelon.filter(|_| facts.positions[at].is_structural())?, at));
    let structural: Vec<_> = in_unit.filter_map(echelon).collect();
    let highest = structural.iter().map(|(echelon, _)| *echelon).min();
    structural.iter().filter(|(echelon, _)| Some(*echelon) == highest).map(|(_, at)| PositionIx::of(*at)).collect()
}

/// Everyone who sits on a post after the plan.
pub fn holders(desk: &Desk, post: PositionIx) -> Vec<EmployeeIx> {
    let projection = &desk.grounds().projection;
    let sits =
        |who: &EmployeeIx| projection.standing[who.at()].seat().is_some() && desk.placement.post(projection, *who) == Some(post);
    desk.grounds().everyone().filter(sits).collect()
}

/// The lawful post of a unit with the highest score and a free place.
pub fn best_post_of(desk: &Desk, who: EmployeeIx, unit: UnitIx) -> Option<PositionIx> {
    let grounds = desk.grounds();
    let here = desk.placement.post(&grounds.projection, who);
    let posts =
        grounds.posts_in_scope().filter(|post| grounds.facts.position_unit[post.at()] == Some(unit) && Some(*post) != here);
    let lawful = posts.filter(|post| desk.may_drop(who, *post).is_ok());
    lawful.max_by_key(|post| (desk.score(who, *post).total, Reverse(*post)))
}

/// The lawful candidate for a post with the highest score.
pub fn successor(desk: &Desk, post: PositionIx, besides: EmployeeIx) -> Option<EmployeeIx> {
    let grounds = desk.grounds();
    let free = grounds.everyone().filter(|who| {
        *who != besides
            && grounds.projection.standing[who.at()].seat().is_some()
            && desk.placement.target(*who).is_none()
            && grounds.present(*who) != Some(post)
    });
    let lawful = free.filter(|who| desk.judge().automatic_price(*who, post).is_some());
    lawful.max_by_key(|who| (desk.score(*who, post).total, Reverse(*who)))
}
