//! One method a rail. What staff stays experienced is [`super::experience`]'s business.
use super::{GuardRail, Limits};
use crate::metrics::unit_fills;
use crate::model::{EmployeeIx, Grounds, Placement, PositionIx, Seat, UnitIx};
use crate::scoring::Valuer;
use std::collections::BTreeMap;

/// Someone's move.
pub(super) struct Moved {
    who: EmployeeIx,
    from: Option<PositionIx>,
    to: PositionIx,
}

/// From one placement to another.
pub(super) struct Step<'a> {
    pub(super) grounds: &'a Grounds,
    pub(super) before: &'a Placement,
    pub(super) after: &'a Placement,
    pub(super) limits: &'a Limits,
}

impl Step<'_> {
    /// Everyone who sits elsewhere after.
    pub(super) fn moves(&self) -> Vec<Moved> {
        let moved = |who| {
            let (from, to) = (self.seat(self.before, who), self.seat(self.after, who));
            to.filter(|to| from != Some(*to)).map(|to| Moved { who, from, to })
        };
        self.grounds.everyone().filter(|who| self.standing(*who).is_some()).filter_map(moved).collect()
    }

    pub(super) fn standing(&self, who: EmployeeIx) -> Option<Seat> {
        self.grounds.projection.standing[who.at()].seat()
    }

    pub(super) fn seat(&self, placement: &Placement, who: EmployeeIx) -> Option<PositionIx> {
        placement.post(&self.grounds.projection, who)
    }

    /// The unit that shares a post's shortage, of posts in scope.
    pub(super) fn unit(&self, post: PositionIx) -> Option<UnitIx> {
        self.grounds.projection.group[post.at()].filter(|_| self.grounds.projection.in_scope[post.at()])
    }

    pub(super) fn many_move(&self, moves: &[Moved]) -> Option<GuardRail> {
        let in_scope = |who: EmployeeIx| !matches!(self.standing(who), None | Some(Seat::Pool(_)));
        let people = self.grounds.everyone().filter(|who| in_scope(*who)).count() as u32;
        let moving = moves.iter().filter(|it| in_scope(it.who)).count() as u32;
        let most = people * self.limits.moving_pct / 100;
        (moving > most).then_some(GuardRail::ManyMove { moving, people, most })
    }

    pub(super) fn many_leave(&self, moves: &[Moved]) -> Vec<GuardRail> {
        let mut leaving: BTreeMap<UnitIx, u32> = BTreeMap::new();
        for it in moves {
            let unit = it.from.and_then(|post| self.unit(post));
            if let Some(unit) = unit.filter(|unit| self.unit(it.to) != Some(*unit)) {
                *leaving.entry(unit).or_default() += 1;
            }
        }
        let heads: BTreeMap<UnitIx, u32> =
            unit_fills(self.grounds, self.before).iter().map(|fill| (fill.unit, fill.heads)).collect();
        let rail = |(unit, leaving): (UnitIx, u32)| {
            let people = heads.get(&unit).copied().unwrap_or(0);
            let most = (people * self.limits.leaving_pct / 100).max(1);
            (leaving > most).then_some(GuardRail::ManyLeave { unit, leaving, people, most })
        };
        leaving.into_iter().filter_map(rail).collect()
    }

    pub(super) fn thin_units(&self) -> Vec<GuardRail> {
        let (before, after) = (unit_fills(self.grounds, self.before), unit_fills(self.grounds, self.after));
        let rail = |(before, after): (&crate::metrics::UnitFill, &crate::metrics::UnitFill)| {
            let least = (before.need * self.limits.kept_pct).div_ceil(100).min(before.filled);
            let (unit, need) = (before.unit, before.need);
            let thin = GuardRail::ThinUnit { unit, before: before.filled, after: after.filled, least, need };
            (after.filled < least).then_some(thin)
        };
        before.iter().zip(&after).filter_map(rail).collect()
    }

    /// Moves that fill no hole themselves nor through those who make room for them: a post leads to a
    /// hole if it has one, or if someone leaves it for a post that leads to one.
    pub(super) fn little_gain(&self, moves: &[Moved]) -> Vec<GuardRail> {
        let need = &self.grounds.projection.need;
        let mut leads: Vec<bool> = self.grounds.every_post().map(|post| self.before.heads(post) < need[post.at()]).collect();
        loop {
            let more = moves.iter().find_map(|it| it.from.filter(|from| leads[it.to.at()] && !leads[from.at()]));
            match more {
                Some(from) => leads[from.at()] = true,
                None => break,
            }
        }
        let rail = |it: &Moved| {
            // Without a present post there is nothing to gain on.
            let from = self.grounds.present(it.who)?;
            let valuer = Valuer::new(self.grounds, it.who);
            let gain = valuer.at(it.to) - valuer.at(it.from.unwrap_or(from));
            let least = self.limits.least_gain;
            let is_idle = !leads[it.to.at()] && gain < least;
            is_idle.then_some(GuardRail::LittleGain { who: it.who, post: it.to, gain, least })
        };
        moves.iter().filter_map(rail).collect()
    }

    pub(super) fn both_heads(&self) -> Vec<GuardRail> {
        // Per kelurahan: a lurah who leaves, a sekretaris who leaves.
        let mut leaving: BTreeMap<UnitIx, [Option<EmployeeIx>; 2]> = BTreeMap::new();
        for who in self.grounds.everyone() {
            let Some(post) = self.seat(self.before, who).filter(|_| self.standing(who).is_some()) else { continue };
            let position = &self.grounds.facts.positions[post.at()];
            let role = ["lurah", "sekretaris"].iter().position(|word| position.is_called(word));
            let unit = self.grounds.facts.position_unit[post.at()].filter(|_| position.is_structural());
            if let (Some(role), Some(unit)) = (role, unit)
                && self.seat(self.after, who) != Some(post)
            {
                leaving.entry(unit).or_default()[role] = Some(who);
            }
        }
        let rail = |(unit, roles): (UnitIx, [Option<EmployeeIx>; 2])| match roles {
            [Some(lurah), Some(secretary)] => Some(GuardRail::BothHeads { unit, lurah, secretary }),
            _ => None,
        };
        leaving.into_iter().filter_map(rail).collect()
    }
}
