//! What the gain of a plan over "nobody moves" is made of: the people who move, the posts and the units they leave and take.
use super::Desk;
use crate::metrics::{Count, UnitFill};
use crate::model::{EmployeeIx, PositionIx, UnitIx};
use crate::rules::plan::Overrides;

/// Whose share it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharer {
    /// Somebody who moves: value there less value here, less the price of the move.
    Person(EmployeeIx),
    /// A post: reward of being held.
    Post(PositionIx),
    /// A unit: reward of its places.
    Unit(UnitIx),
}

impl Desk {
    /// Each share in the gain, hundredths of a point, but those of nothing. Together they are the objective less that of "nobody
    /// moves".
    pub fn shares(&self) -> Vec<(Sharer, i64)> {
        let (grounds, (still, before)) = (self.grounds(), &self.base.status_quo);
        let count = |placement, judge| Count { judge, ledger: &self.base.ledger, placement };
        let nothing = Overrides::new();
        let then = count(&self.placement, self.judge());
        let now = count(still, crate::rules::Judge { overrides: &nothing, ..self.judge() });
        let moves: Vec<EmployeeIx> = self.placement.moves().map(|(who, _)| who).collect();
        let posts = self.touched(&moves);
        let mut units: Vec<UnitIx> = posts.iter().filter_map(|post| grounds.projection.group[post.at()]).collect();
        units.sort_unstable();
        units.dedup();
        let person = |who: EmployeeIx| then.person(who, [].iter()).objective - self.base.ledger.stay(who);
        let post = |post: PositionIx| then.post(post).objective - now.post(post).objective;
        let places = |fill: Option<&UnitFill>| fill.map_or(0, |fill| fill.parts(grounds).objective);
        let unit = |unit: UnitIx| places(self.tally.fill(unit)) - places(before.fill(unit));
        let people = moves.into_iter().map(|who| (Sharer::Person(who), person(who)));
        let posts = posts.iter().map(|at| (Sharer::Post(*at), post(*at)));
        let units = units.into_iter().map(|at| (Sharer::Unit(at), unit(at)));
        people.chain(posts).chain(units).filter(|(_, points)| *points != 0).collect()
    }

    /// The posts that people leave and take, each once.
    fn touched(&self, moves: &[EmployeeIx]) -> Vec<PositionIx> {
        let projection = &self.grounds().projection;
        let of = |who: &EmployeeIx| [self.placement.target(*who), projection.held[who.at()], projection.present(*who)];
        let mut posts: Vec<PositionIx> = moves.iter().flat_map(of).flatten().collect();
        posts.sort_unstable();
        posts.dedup();
        posts
    }
}
