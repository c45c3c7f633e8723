//! Judging pairs: all verdicts with their numbers, or quickly what the core needs to know.
use super::pair::{PairRule, RULES};
use super::plan::Overrides;
use super::{Automatic, Case, Finding, Outcome, Pack, RuleId, Severity, Verdict};
use crate::model::{EmployeeIx, Grade, Grounds, PositionIx, Profession, Seat};

/// Why the core does not move someone, or not there, beside the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exclusion {
    /// JPT as origin or target.
    Jpt,
    /// A demotion, even by own request.
    Demotion,
    /// Guru.
    Teacher,
    /// Tenaga kesehatan.
    HealthWorker,
    /// PPPK paruh waktu.
    PartTime,
    /// Key staff until their date.
    KeyStaff,
    /// Holds a JA and a JF together (R28).
    TwoJabatan,
    /// Unit or post unknown to the import.
    Unmapped,
}

/// What the core needs to know of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairJudgement {
    /// Whether the planner may propose it.
    pub is_eligible: bool,
    /// Whether the core may.
    pub is_automatic: bool,
    /// All prices of the move, hundredths of a point.
    pub price: i64,
    /// The first rule that keeps it from being eligible; else the first that keeps it from being automatic.
    pub first_rule: Option<RuleId>,
    /// The condition beside the rules that keeps it from being automatic.
    pub exclusion: Option<Exclusion>,
}

/// Judges pairs under a pack and the plan's overrides.
#[derive(Clone, Copy)]
pub struct Judge<'a> {
    /// The grounds.
    pub grounds: &'a Grounds,
    /// The pack.
    pub pack: &'a Pack,
    /// Pairs and rules overridden.
    pub overrides: &'a Overrides,
}

impl<'a> Judge<'a> {
    /// Every verdict of scope pair; none for the present post.
    pub fn verdicts(&self, who: EmployeeIx, post: PositionIx) -> Vec<Verdict> {
        let case = Case { grounds: self.grounds, who, post };
        let catalogue = self.rules_for(who, post).filter_map(|rule| Some((rule.id, (rule.judge)(&case)?)));
        let all = catalogue.chain(self.local_findings(&case));
        all.map(|(rule, finding)| self.verdict(rule, who, post, finding)).collect()
    }

    /// Whether the planner may propose the pair: as [`Judge::pair`], but stops at the first obstacle.
    pub fn is_eligible(&self, who: EmployeeIx, post: PositionIx) -> bool {
        let case = Case { grounds: self.grounds, who, post };
        let blocks = |(rule, finding): (RuleId, Finding)| {
            finding.outcome == Outcome::Fail && self.verdict(rule, who, post, finding).blocks()
        };
        let mut catalogue = self.rules_for(who, post).filter_map(|rule| Some((rule.id, (rule.judge)(&case)?)));
        !catalogue.any(blocks) && !self.local_findings(&case).any(blocks)
    }

    /// What the core needs to know.
    pub fn pair(&self, who: EmployeeIx, post: PositionIx) -> PairJudgement {
        let mut judged = PairJudgement { is_eligible: true, is_automatic: true, price: 0, first_rule: None, exclusion: None };
        if self.grounds.present(who) == Some(post) {
            return judged;
        }
        let case = Case { grounds: self.grounds, who, post };
        for rule in self.rules_for(who, post) {
            if let Some(finding) = (rule.judge)(&case) {
                self.weigh(&mut judged, &case, rule.id, finding);
            }
        }
        for (rule, finding) in self.local_findings(&case) {
            self.weigh(&mut judged, &case, rule, finding);
        }
        judged.exclusion = self.exclusion(&case);
        judged.is_automatic &= judged.exclusion.is_none();
        judged.price += self.move_price(&case);
        judged
    }

    /// Whether the core may propose the pair: as [`Judge::pair`], but stops at the first obstacle.
    pub fn automatic_price(&self, who: EmployeeIx, post: PositionIx) -> Option<i64> {
        let case = Case { grounds: self.grounds, who, post };
        if self.exclusion(&case).is_some() {
            return None;
        }
        let mut judged = PairJudgement { is_eligible: true, is_automatic: true, price: 0, first_rule: None, exclusion: None };
        // Rules on the person alone come last: whom they stop everywhere is seldom asked about.
        let (personal, of_post) = (|rule: &&PairRule| rule.is_personal, |rule: &&PairRule| !rule.is_personal);
        for rule in self.rules_for(who, post).filter(of_post).chain(self.rules_for(who, post).filter(personal)) {
            if let Some(finding) = (rule.judge)(&case) {
                self.weigh(&mut judged, &case, rule.id, finding);
                if !judged.is_automatic {
                    return None;
                }
            }
        }
        for (rule, finding) in self.local_findings(&case) {
            self.weigh(&mut judged, &case, rule, finding);
        }
        if !judged.is_automatic {
            return None;
        }
        Some(judged.price + self.move_price(&case))
    }

    /// The rule or condition that alone keeps the core from moving someone anywhere.
    pub fn personal_obstacle(&self, who: EmployeeIx) -> Option<Result<RuleId, Exclusion>> {
        if let Some(exclusion) = self.personal_exclusion(who) {
            return Some(Err(exclusion));
        }
        // Any post will do: these rules look at the person alone.
        let post = self.grounds.posts_in_scope().find(|post| self.grounds.present(who) != Some(*post))?;
        let case = Case { grounds: self.grounds, who, post };
        let obstacle = |rule: &PairRule| {
            let finding = (rule.judge)(&case)?;
            let mut judged = PairJudgement { is_eligible: true, is_automatic: true, price: 0, first_rule: None, exclusion: None };
            // On no particular side of the rule: what stops a rotation stops every move.
            self.weigh(&mut judged, &case, rule.id, Finding { aspect: super::Aspect::General, ..finding });
            (!judged.is_automatic).then_some(rule.id)
        };
        self.rules_for(who, post).filter(|rule| rule.is_personal).find_map(obstacle).map(Ok)
    }

    /// Every rule that alone keeps the core from proposing a pair.
    pub fn obstacles(&self, who: EmployeeIx, post: PositionIx) -> Vec<RuleId> {
        let case = Case { grounds: self.grounds, who, post };
        let stops = |(rule, finding): &(RuleId, Finding)| {
            let mut judged = PairJudgement { is_eligible: true, is_automatic: true, price: 0, first_rule: None, exclusion: None };
            self.weigh(&mut judged, &case, *rule, *finding);
            !judged.is_automatic
        };
        let catalogue = self.rules_for(who, post).filter_map(|rule| Some((rule.id, (rule.judge)(&case)?)));
        catalogue.chain(self.local_findings(&case)).filter(stops).map(|(rule, _)| rule).collect()
    }

    /// What the local rules of the pack find; nothing for the present post.
    fn local_findings(&self, case: &Case<'a>) -> impl Iterator<Item = (RuleId, Finding)> + use<'a> {
        let (case, moves) = (*case, self.grounds.present(case.who) != Some(case.post));
        let rules = self.pack.local().iter().filter(move |_| moves);
        rules.filter_map(move |rule| rule.judge(&case).map(|finding| (rule.id, finding)))
    }

    fn rules_for(&self, who: EmployeeIx, post: PositionIx) -> impl Iterator<Item = &'static PairRule> + use<> {
        let moves = self.grounds.present(who) != Some(post);
        let pppk = self.grounds.people[who.at()].kind.is_pppk();
        RULES.iter().filter(move |rule| moves && if pppk { rule.for_pppk } else { rule.for_pns })
    }

    fn verdict(&self, rule: RuleId, who: EmployeeIx, post: PositionIx, finding: Finding) -> Verdict {
        let severity = self.pack.severity(rule, finding.aspect);
        let overridden =
            finding.outcome == Outcome::Fail && severity == Severity::O && self.overrides.contains(&(who, post, rule));
        let outcome = if overridden { Outcome::Overridden } else { finding.outcome };
        Verdict { rule, scope: self.pack.scope(rule, finding.aspect), severity, outcome, reason: finding.reason }
    }

    fn weigh(&self, judged: &mut PairJudgement, case: &Case<'_>, rule: RuleId, finding: Finding) {
        if finding.outcome == Outcome::Pass {
            return;
        }
        let verdict = self.verdict(rule, case.who, case.post, finding);
        if verdict.blocks() {
            if judged.is_eligible {
                judged.first_rule = Some(rule);
            }
            judged.is_eligible = false;
            judged.is_automatic = false;
            return;
        }
        let automatic = match verdict.outcome {
            Outcome::Unknown => Automatic::No,
            Outcome::Overridden if rule == RuleId::R05 => Automatic::Price(self.grounds.policy.prices.under_minimum_tenure),
            Outcome::Overridden => Automatic::Free,
            _ => self.pack.entry(rule).automatic,
        };
        match automatic {
            Automatic::No => {
                judged.is_automatic = false;
                judged.first_rule = judged.first_rule.or(Some(rule));
            }
            Automatic::Price(price) => judged.price += price,
            Automatic::Free => {}
        }
    }

    fn exclusion(&self, case: &Case<'_>) -> Option<Exclusion> {
        let personal = self.personal_exclusion(case.who);
        let target_jpt = case.grounds.posts[case.post.at()].grade.is_some_and(Grade::is_jpt);
        let demotion = case.is_demotion() == Some(true);
        personal.or(target_jpt.then_some(Exclusion::Jpt)).or(demotion.then_some(Exclusion::Demotion))
    }

    fn personal_exclusion(&self, who: EmployeeIx) -> Option<Exclusion> {
        let person = &self.grounds.people[who.at()];
        match self.grounds.projection.standing[who.at()].seat() {
            Some(Seat::Unmapped) => return Some(Exclusion::Unmapped),
            Some(Seat::PartTime(_)) => return Some(Exclusion::PartTime),
            _ => {}
        }
        match person.profession {
            Some(Profession::Teacher) => return Some(Exclusion::Teacher),
            Some(Profession::HealthWorker) => return Some(Exclusion::HealthWorker),
            None => {}
        }
        if person.kind == crate::model::EmploymentKind::PppkPartTime {
            return Some(Exclusion::PartTime);
        }
        if self.grounds.facts.employees[who.at()].holds_two {
            return Some(Exclusion::TwoJabatan);
        }
        let jpt = person.grade.is_some_and(Grade::is_jpt).then_some(Exclusion::Jpt);
        jpt.or(person.is_key.then_some(Exclusion::KeyStaff))
    }

    /// The prices beside the rules': each move (but for the tray), a falling class, less the discount
    /// after more than five years in the post.
    fn move_price(&self, case: &Case<'_>) -> i64 {
        let prices = &self.grounds.policy.prices;
        let standing = self.grounds.projection.standing[case.who.at()].seat();
        let each = if matches!(standing, Some(Seat::Tray | Seat::Unmapped)) { 0 } else { prices.each };
        let classes = self.grounds.people[case.who.at()].class.zip(self.grounds.facts.positions[case.post.at()].class);
        let falls = if classes.is_some_and(|(from, to)| to < from) { prices.class_falls } else { 0 };
        let discount = if case.is_over_long_tenure() { prices.long_tenure_discount } else { 0 };
        each + falls - discount
    }
}
