//! Edits: what a planner asks for becomes an action, or is refused with what stands in the way.
use super::Desk;
use super::acting::NoActing;
use crate::model::plan::{Action, Change, Override, Plan, ProcessDocument, Source, Status};
use crate::model::{EmployeeIx, LeavingReason, Lock, Nip, Placement, PositionId, PositionIx, Seat, Standing};
use crate::rules::plan::{PlanCase, drop_verdicts};
use crate::rules::{RuleId, Severity, Verdict};
use jiff::civil::Date;

/// What a planner asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Propose a move.
    Propose(Nip, PositionId),
    /// Take the proposal back.
    Withdraw(Nip),
    /// Let two people take each other's posts.
    Swap(Nip, Nip),
    /// Fix on a post, or where the plan has the person now.
    Pin(Nip, Option<PositionId>),
    /// Take the pin away.
    Unpin(Nip),
    /// Fix everyone of a level or unit where the plan has them.
    Lock(Lock),
    /// Free them again.
    Unlock(Lock),
    /// Never this pair.
    Ban(Nip, PositionId),
    /// Take someone's bans away.
    Unban(Nip),
    /// Take one ban away.
    UnbanPair(Nip, PositionId),
    /// An official's permission.
    Override(Override),
    /// State a reason.
    Reason(Nip, String),
    /// Leave a remark.
    Comment(Nip, String),
    /// Record a document of the process.
    Record(ProcessDocument),
    /// Take note that a structural post stays empty.
    Acknowledge(PositionId, String),
    /// Some of the core's proposals.
    Adopt(Vec<Change>),
    /// Several proposals of the planner's hand, as one decision.
    Together(Vec<Change>),
    /// Another effective date (TMT) of the plan.
    EffectiveDate(Date),
}

/// Why an edit is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No employee has that NIP.
    UnknownEmployee(Nip),
    /// No position has that id.
    UnknownPosition(PositionId),
    /// The person leaves before TMT.
    Leaves(EmployeeIx, LeavingReason),
    /// The person is neither in scope nor in the pool.
    OutOfScope(EmployeeIx),
    /// The post is not planned here.
    PostOutOfScope(PositionIx),
    /// The person sits there already.
    AlreadyThere(EmployeeIx, PositionIx),
    /// Rules stand in the way; the first decides.
    Rules(EmployeeIx, PositionIx, Vec<Verdict>),
    /// The person is pinned elsewhere.
    Pinned(EmployeeIx, PositionIx),
    /// The pair is banned.
    Banned(EmployeeIx, PositionIx),
    /// There is no proposal to take back.
    NoProposal(EmployeeIx),
    /// There is no pin.
    NoPin(EmployeeIx),
    /// Nobody of that level or unit could be pinned who is not.
    NobodyToLock(Lock),
    /// That level or unit is not locked.
    NotLocked(Lock),
    /// There is no ban.
    NoBan(EmployeeIx),
    /// The rule is not one an official may override here.
    NotOverridable(RuleId),
    /// The rule does not stand in the way of this pair.
    RuleHolds(RuleId),
    /// There is no such rule.
    UnknownRule(String),
    /// A text is missing.
    EmptyText,
    /// No structural post stays empty there.
    NotLeftEmpty(PositionIx),
    /// Nobody is put out of every post here.
    NotPostless(EmployeeIx),
    /// The two cannot swap: one of them holds no post in the plan.
    NoSwap,
    /// Several people cannot swap with one.
    ManyForOne(EmployeeIx),
    /// Of several people these have no place; what stands in the way of the first, where that is more than that all
    /// places are taken.
    Unplaced(Vec<EmployeeIx>, Option<Box<Refusal>>),
    /// Nobody is appointed to act so.
    Acting(NoActing),
    /// The plan's status closes it.
    Closed(Status),
    /// There is nothing to undo in this status.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// The effective date is before today.
    DatePast(Date),
    /// It is the effective date already.
    SameDate(Date),
}

impl Refusal {
    /// How much stands in the way: verdicts, or one thing that no rule says.
    pub fn obstacles(&self) -> usize {
        if let Self::Rules(_, _, verdicts) = self { verdicts.len() } else { 1 }
    }

    /// Whom it is about, where it is about one person.
    pub const fn who(&self) -> Option<EmployeeIx> {
        match self {
            Self::Pinned(who, _) | Self::Rules(who, ..) | Self::Leaves(who, _) | Self::NoProposal(who) => Some(*who),
            _ => None,
        }
    }

    /// The rule that decided, where one did.
    pub fn rule(&self) -> Option<RuleId> {
        match self {
            Self::Unplaced(_, why) => why.as_ref()?.rule(),
            Self::Rules(_, _, verdicts) => verdicts.first().map(|verdict| verdict.rule),
            Self::NotOverridable(rule) | Self::RuleHolds(rule) => Some(*rule),
            Self::Leaves(_, LeavingReason::Retired(_)) => Some(RuleId::R09a),
            Self::Leaves(_, LeavingReason::Status(_)) => Some(RuleId::R04),
            _ => None,
        }
    }
}

impl Desk {
    /// Decides an edit.
    ///
    /// # Errors
    /// [`Refusal`], a value for people to read: nothing is changed.
    pub fn decide(&self, edit: Edit) -> Result<Action, Refusal> {
        // Documents come until the end: decree and report after the approval.
        if self.plan.status >= Status::Approved && !matches!(edit, Edit::Comment(..) | Edit::Record(_)) {
            return Err(Refusal::Closed(self.plan.status));
        }
        match edit {
            Edit::Propose(nip, position) => self.propose(nip, position),
            Edit::Withdraw(nip) => self.withdraw(nip),
            Edit::Swap(a, b) => self.swap(a, b),
            Edit::Pin(nip, position) => self.pin(nip, position),
            Edit::Unpin(nip) => {
                let who = self.planned(&nip)?;
                if self.plan.pins.contains_key(&nip) { Ok(Action::Unpin { employee: nip }) } else { Err(Refusal::NoPin(who)) }
            }
            Edit::Lock(lock) => self.lock(lock),
            Edit::Unlock(lock) => self.unlock(lock),
            Edit::Ban(nip, position) => self.ban(nip, position),
            Edit::Unban(nip) => {
                let has_ban = self.plan.bans.iter().any(|(whose, _)| *whose == nip);
                self.unban(nip, None, has_ban)
            }
            Edit::UnbanPair(nip, position) => {
                self.known(&position)?;
                let has_ban = self.plan.bans.contains(&(nip, position.clone()));
                self.unban(nip, Some(position), has_ban)
            }
            Edit::Override(it) => self.permit(it),
            Edit::Reason(nip, text) => {
                self.planned(&nip).and_then(|_| written(&text)).map(|text| Action::Reason { employee: nip, text })
            }
            Edit::Comment(nip, text) => {
                self.planned(&nip).and_then(|_| written(&text)).map(|text| Action::Comment { employee: nip, text })
            }
            Edit::Record(it) => written(&it.number).map(|number| Action::Record(ProcessDocument { number, ..it })),
            Edit::Acknowledge(position, text) => self.acknowledge(position, &text),
            Edit::Adopt(changes) => self.at_once(Source::Solver, changes),
            Edit::Together(changes) => self.together(changes),
            Edit::EffectiveDate(tmt) => self.effective_date(tmt),
        }
    }

    /// Everything that keeps a person from being dropped on a post, or warns of it: pair rules first.
    pub fn drop_verdicts(&self, who: EmployeeIx, post: PositionIx) -> Vec<Verdict> {
        self.drop_verdicts_in(&self.placement, who, post)
    }

    /// Whether someone may be dropped on a post.
    ///
    /// # Errors
    /// [`Refusal`] with what stands in the way.
    pub fn may_drop(&self, who: EmployeeIx, post: PositionIx) -> Result<(), Refusal> {
        self.may_drop_in(&self.placement, who, post)
    }

    /// Whether someone may be dropped on a post: as [`Desk::may_drop`], but stops at the first obstacle.
    pub fn accepts(&self, who: EmployeeIx, post: PositionIx) -> bool {
        self.is_open_to(who, post).is_ok()
            && self.judge().is_eligible(who, post)
            && !self.plan_verdicts(&self.placement, who, post).iter().any(Verdict::blocks)
    }

    /// Whether a post is planned here and no pin or ban of the person stands in the way.
    pub(super) fn is_open_to(&self, who: EmployeeIx, post: PositionIx) -> Result<(), Refusal> {
        let nip = self.grounds().facts.employees[who.at()].nip;
        let id = || self.grounds().facts.positions[post.at()].id();
        if !self.grounds().projection.in_scope[post.at()] && self.grounds().present(who) != Some(post) {
            return Err(Refusal::PostOutOfScope(post));
        }
        if self.plan.pins.get(&nip).is_some_and(|pinned| *pinned != id()) {
            return Err(Refusal::Pinned(who, post));
        }
        if !self.plan.bans.is_empty() && self.plan.bans.contains(&(nip, id())) {
            return Err(Refusal::Banned(who, post));
        }
        Ok(())
    }

    fn may_drop_in(&self, placement: &Placement, who: EmployeeIx, post: PositionIx) -> Result<(), Refusal> {
        self.is_open_to(who, post)?;
        let blocking: Vec<Verdict> = self.drop_verdicts_in(placement, who, post).into_iter().filter(Verdict::blocks).collect();
        if blocking.is_empty() { Ok(()) } else { Err(Refusal::Rules(who, post, blocking)) }
    }

    fn drop_verdicts_in(&self, placement: &Placement, who: EmployeeIx, post: PositionIx) -> Vec<Verdict> {
        let mut verdicts = self.judge().verdicts(who, post);
        verdicts.extend(self.plan_verdicts(placement, who, post));
        verdicts
    }

    fn plan_verdicts(&self, placement: &Placement, who: EmployeeIx, post: PositionIx) -> Vec<Verdict> {
        let case = PlanCase { grounds: self.grounds(), placement, plan: &self.plan };
        drop_verdicts(&case, &self.base.pack, &self.overrides, who, post)
    }

    fn effective_date(&self, tmt: Date) -> Result<Action, Refusal> {
        let policy = &self.grounds().policy;
        if tmt < policy.today {
            return Err(Refusal::DatePast(tmt));
        }
        if tmt == policy.tmt {
            return Err(Refusal::SameDate(tmt));
        }
        Ok(Action::Set { key: Plan::EFFECTIVE_DATE.to_owned(), value: tmt.to_string() })
    }

    fn propose(&self, nip: Nip, position: PositionId) -> Result<Action, Refusal> {
        let (who, post) = (self.planned(&nip)?, self.known(&position)?);
        if self.placement.post(&self.grounds().projection, who) == Some(post) {
            return Err(Refusal::AlreadyThere(who, post));
        }
        if self.grounds().present(who) == Some(post) {
            // Proposing the present post is putting back.
            return self.withdraw(nip);
        }
        self.may_drop(who, post)?;
        Ok(Action::Propose { employee: nip, position })
    }

    fn withdraw(&self, nip: Nip) -> Result<Action, Refusal> {
        let who = self.planned(&nip)?;
        let target = self.placement.target(who).ok_or(Refusal::NoProposal(who))?;
        if self.plan.pins.contains_key(&nip) {
            return Err(Refusal::Pinned(who, target));
        }
        // Somebody may have been put on the post left: going back must be lawful too.
        if let Some(present) = self.grounds().present(who) {
            self.may_drop(who, present)?;
        }
        Ok(Action::Withdraw { employee: nip })
    }

    fn swap(&self, a: Nip, b: Nip) -> Result<Action, Refusal> {
        let (who_a, who_b) = (self.planned(&a)?, self.planned(&b)?);
        let post = |who| self.placement.post(&self.grounds().projection, who).ok_or(Refusal::NoSwap);
        let (post_a, post_b) = (post(who_a)?, post(who_b)?);
        let projection = &self.grounds().projection;
        let mut after = self.placement.clone();
        // Each takes the other's post: judged with both gone from where they were.
        for who in [who_a, who_b] {
            after.back(projection, who);
        }
        after.put(projection, who_b, post_a);
        self.may_drop_in(&after, who_a, post_b)?;
        after.put(projection, who_a, post_b);
        self.may_drop_in(&after, who_b, post_a)?;
        let change = |who: EmployeeIx, nip, to: PositionIx| {
            let back = self.grounds().present(who) == Some(to);
            Change { employee: nip, position: (!back).then(|| self.grounds().facts.positions[to.at()].id()) }
        };
        Ok(Action::Adopt { source: Source::Hand, changes: vec![change(who_a, a, post_b), change(who_b, b, post_a)] })
    }

    fn pin(&self, nip: Nip, position: Option<PositionId>) -> Result<Action, Refusal> {
        let who = self.planned(&nip)?;
        let here = self.placement.post(&self.grounds().projection, who);
        let post = match &position {
            Some(position) => self.known(position)?,
            None => here.ok_or(Refusal::NoSwap)?,
        };
        let id = self.grounds().facts.positions[post.at()].id();
        if here != Some(post) && self.grounds().present(who) != Some(post) {
            if !self.grounds().projection.in_scope[post.at()] {
                return Err(Refusal::PostOutOfScope(post));
            }
            if self.plan.bans.contains(&(nip, id.clone())) {
                return Err(Refusal::Banned(who, post));
            }
            // A pin is a wish for the core to work around: only what the pair itself breaks stops it. A
            // post that is full today may be emptied by the core; pins that cannot hold together are
            // infeasible, and named.
            let blocking: Vec<Verdict> = self.judge().verdicts(who, post).into_iter().filter(Verdict::blocks).collect();
            if !blocking.is_empty() {
                return Err(Refusal::Rules(who, post, blocking));
            }
        }
        Ok(Action::Pin { employee: nip, position: id })
    }

    fn ban(&self, nip: Nip, position: PositionId) -> Result<Action, Refusal> {
        let (who, post) = (self.planned(&nip)?, self.known(&position)?);
        if self.grounds().present(who) == Some(post) {
            return Err(Refusal::AlreadyThere(who, post));
        }
        if self.plan.pins.get(&nip) == Some(&position) {
            return Err(Refusal::Pinned(who, post));
        }
        // The proposal that it takes back must be one that may be taken back.
        if self.placement.target(who) == Some(post) {
            self.withdraw(nip)?;
        }
        Ok(Action::Ban { employee: nip, position })
    }

    fn unban(&self, nip: Nip, position: Option<PositionId>, has_ban: bool) -> Result<Action, Refusal> {
        let who = self.planned(&nip)?;
        if has_ban { Ok(Action::Unban { employee: nip, position }) } else { Err(Refusal::NoBan(who)) }
    }

    fn permit(&self, it: Override) -> Result<Action, Refusal> {
        let (who, post) = (self.planned(&it.employee)?, self.known(&it.position)?);
        let rule = RuleId::parse(&it.rule)
            .filter(|rule| self.base.pack.has(*rule))
            .ok_or_else(|| Refusal::UnknownRule(it.rule.clone()))?;
        for text in [&it.document, &it.official, &it.reason] {
            written(text)?;
        }
        let verdict = self.drop_verdicts(who, post).into_iter().find(|verdict| verdict.rule == rule);
        match verdict {
            Some(verdict) if verdict.severity == Severity::O && !matches!(verdict.outcome, crate::rules::Outcome::Pass) => {
                Ok(Action::Override(Override { rule: rule.to_string(), ..it }))
            }
            Some(verdict) if verdict.severity == Severity::B => Err(Refusal::NotOverridable(rule)),
            _ if self.base.pack.entry(rule).severity != Severity::O => Err(Refusal::NotOverridable(rule)),
            _ => Err(Refusal::RuleHolds(rule)),
        }
    }

    fn acknowledge(&self, position: PositionId, text: &str) -> Result<Action, Refusal> {
        let post = self.known(&position)?;
        let is_left_empty = self.grounds().facts.positions[post.at()].is_structural() && self.placement.heads(post) == 0;
        if !is_left_empty {
            return Err(Refusal::NotLeftEmpty(post));
        }
        written(text).map(|text| Action::Acknowledge { position, text })
    }

    /// The employee of that NIP, if the plan places people like that.
    pub(super) fn planned(&self, nip: &Nip) -> Result<EmployeeIx, Refusal> {
        let who = self.grounds().facts.employee(nip).ok_or(Refusal::UnknownEmployee(*nip))?;
        match self.grounds().projection.standing[who.at()] {
            Standing::InPlan(Seat::Post(_) | Seat::PartTime(_) | Seat::Tray | Seat::Unmapped | Seat::Pool(_)) => Ok(who),
            Standing::Leaves(reason) => Err(Refusal::Leaves(who, reason)),
            Standing::OutOfScope => Err(Refusal::OutOfScope(who)),
        }
    }

    pub(super) fn known(&self, position: &PositionId) -> Result<PositionIx, Refusal> {
        self.grounds().facts.position(position).ok_or_else(|| Refusal::UnknownPosition(position.clone()))
    }
}

fn written(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() { Err(Refusal::EmptyText) } else { Ok(text.to_owned()) }
}
