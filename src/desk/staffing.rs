//! From facts to the matching problem (plan-model, "In the flow"), and from node numbers back to people.
//!
//! Employees are sources. Positions in scope flow through the unit that shares their shortage; apart
//! from them, straight to the sink, stand the outside posts of pool members, one node for PPPK paruh
//! waktu and one for the tray.
use super::Foundation;
use super::composition::LeftOut;
use crate::matching::branching::Conflicts;
use crate::matching::{NO_UNIT, Problem, ProblemBuilder, ProblemError, Segment};
use crate::metrics::Ledger;
use crate::model::plan::Plan;
use crate::model::{EmployeeIx, Grounds, PositionIx, Seat, UnitIx};
use crate::rules::plan::Overrides;
use crate::rules::{Judge, RuleId};
use crate::scoring::{Valuer, factors_at, personal_factors};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

/// What a position node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    /// A post in scope.
    Post(PositionIx),
    /// The present post of pool members, out of scope; `None` where it is not known.
    Outside(Option<PositionIx>),
    /// PPPK paruh waktu, who stay.
    PartTime,
    /// The tray.
    Tray,
}

/// The matching problem with what its nodes stand for.
#[derive(Debug)]
pub struct Staffing {
    /// The problem.
    pub problem: Problem,
    /// Its employees.
    pub employees: Vec<EmployeeIx>,
    /// Its positions.
    pub nodes: Vec<Node>,
    /// Its units.
    pub units: Vec<UnitIx>,
    /// Per employee the arc of staying; `u32::MAX` where the only arc is a pin elsewhere.
    pub stay: Vec<u32>,
    /// Per employee, how the rows were cut down.
    pub left_out: Vec<Option<LeftOut>>,
    /// What is no flow: pairs that relatives must not hold together (R22).
    pub conflicts: Conflicts,
}

/// What building needs.
struct Builder<'a> {
    grounds: &'a Grounds,
    ledger: &'a Ledger,
    judge: Judge<'a>,
    nodes: Vec<Node>,
    node_of_post: Vec<Option<u32>>,
    outside: HashMap<Option<PositionIx>, u32>,
    part_time: u32,
    tray: u32,
    /// Posts open to newcomers.
    open: Vec<PositionIx>,
    pins: HashMap<EmployeeIx, PositionIx>,
    bans: HashSet<(EmployeeIx, PositionIx)>,
    has_bans: bool,
}

/// How a kind of post stands to one person.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Unseen,
    Closed,
    /// Open at all these prices, with the factors that depend on the kind alone.
    Open(i64, [Option<u16>; 4]),
}

/// One employee's arcs.
struct Row {
    arcs: Vec<(u32, i64)>,
    stay: Option<usize>,
    left_out: Option<LeftOut>,
}

impl Staffing {
    /// Builds the problem from facts, policy, pins, bans and overrides. Unpinned proposals change nothing.
    ///
    /// # Errors
    /// [`ProblemError`] where values are too large to be summed.
    pub fn of(base: &Foundation, plan: &Plan, overrides: &Overrides) -> Result<Self, ProblemError> {
        let grounds = &base.grounds;
        let mut problem = ProblemBuilder::new();
        let mut builder = Builder::new(base, plan, overrides);
        let units = builder.add_nodes(&mut problem);
        let sources: Vec<EmployeeIx> = grounds.everyone().filter(|who| builder.is_source(*who)).collect();
        let rows: Vec<Row> = sources.par_iter().map(|who| builder.row(*who)).collect();
        let mut stay = Vec::with_capacity(rows.len());
        let mut left_out = Vec::with_capacity(rows.len());
        let mut first = 0;
        problem.reserve(rows.len(), rows.iter().map(|row| row.arcs.len()).sum());
        for row in rows {
            stay.push(row.stay.map_or(u32::MAX, |at| (first + at) as u32));
            left_out.push(row.left_out);
            first += row.arcs.len();
            problem.add_employee(&row.arcs);
        }
        let (nodes, conflicts) = (builder.nodes, Conflicts::default());
        let mut staffing = Self { problem: problem.build()?, employees: sources, nodes, units, stay, left_out, conflicts };
        staffing.conflicts = super::conflicts::of(base, &staffing, overrides);
        Ok(staffing)
    }

    /// The employee an arc belongs to.
    pub fn employee_of(&self, arc: u32) -> EmployeeIx {
        let row = self.rows_before(arc);
        self.employees[row]
    }

    /// The row of an arc: rows are in order, so a search by halves.
    fn rows_before(&self, arc: u32) -> usize {
        let (mut low, mut high) = (0, self.employees.len());
        while high - low > 1 {
            let middle = usize::midpoint(low, high);
            if self.problem.row(middle).start <= arc as usize { low = middle } else { high = middle }
        }
        low
    }

    /// The post an arc leads to; `None` for the tray and unknown outside posts.
    pub fn post_of(&self, arc: u32) -> Option<PositionIx> {
        match self.nodes[self.problem.post_of(arc as usize)] {
            Node::Post(post) => Some(post),
            Node::Outside(post) => post,
            Node::PartTime | Node::Tray => None,
        }
    }
}

impl<'a> Builder<'a> {
    fn new(base: &'a Foundation, plan: &Plan, overrides: &'a Overrides) -> Self {
        let grounds = &base.grounds;
        let pair = |nip, position| grounds.facts.employee(nip).zip(grounds.facts.position(position));
        Self {
            grounds,
            ledger: &base.ledger,
            judge: Judge { grounds, pack: &base.pack, overrides },
            nodes: Vec::new(),
            node_of_post: vec![None; grounds.facts.positions.len()],
            outside: HashMap::new(),
            part_time: 0,
            tray: 0,
            open: grounds.posts_in_scope().filter(|post| grounds.projection.is_open(&grounds.facts, *post)).collect(),
            pins: plan.pins.iter().filter_map(|(nip, position)| pair(nip, position)).collect(),
            has_bans: !plan.bans.is_empty(),
            bans: plan.bans.iter().filter_map(|(nip, position)| pair(nip, position)).collect(),
        }
    }

    /// Whether someone is a source: everyone in the plan but the unmapped, who are one only if pinned.
    fn is_source(&self, who: EmployeeIx) -> bool {
        match self.grounds.projection.standing[who.at()].seat() {
            Some(Seat::Unmapped) => self.pins.contains_key(&who),
            seat => seat.is_some(),
        }
    }

    fn add_nodes(&mut self, problem: &mut ProblemBuilder) -> Vec<UnitIx> {
        let grounds = self.grounds;
        let mut capacity = vec![0u32; grounds.facts.units.len()];
        let posts: Vec<PositionIx> = grounds.posts_in_scope().collect();
        for post in &posts {
            if let Some(unit) = grounds.projection.group[post.at()] {
                capacity[unit.at()] += grounds.projection.places(&grounds.facts, *post);
            }
        }
        let mut unit_node = vec![NO_UNIT; grounds.facts.units.len()];
        let mut units = Vec::new();
        for unit in (0..grounds.facts.units.len()).map(UnitIx::of) {
            if posts.iter().any(|post| grounds.projection.group[post.at()] == Some(unit)) {
                unit_node[unit.at()] = problem.add_unit(&unit_segments(grounds, unit, capacity[unit.at()]));
                units.push(unit);
            }
        }
        for post in posts {
            let unit = grounds.projection.group[post.at()].map_or(NO_UNIT, |unit| unit_node[unit.at()]);
            let node = problem.add_post(unit, &post_segments(grounds, post));
            self.node_of_post[post.at()] = Some(node);
            self.nodes.push(Node::Post(post));
        }
        self.add_side_nodes(problem);
        units
    }

    /// Nodes straight to the sink: outside posts, PPPK paruh waktu, the tray.
    fn add_side_nodes(&mut self, problem: &mut ProblemBuilder) {
        let seats = || self.grounds.projection.standing.iter().filter_map(|standing| standing.seat());
        let mut outside: Vec<(Option<PositionIx>, u32)> = Vec::new();
        for seat in seats() {
            if let Seat::Pool(post) = seat {
                match outside.iter_mut().find(|(known, _)| *known == post) {
                    Some((_, members)) => *members += 1,
                    None => outside.push((post, 1)),
                }
            }
        }
        outside.sort_unstable();
        let part_timers = seats().filter(|seat| matches!(seat, Seat::PartTime(_))).count() as u32;
        let in_tray = seats().filter(|seat| *seat == Seat::Tray).count() as u32;
        for (post, members) in outside {
            let reward = post.map_or(0, |post| self.grounds.policy.rewards.for_holder(&self.grounds.facts.positions[post.at()]));
            let node = problem.add_post(NO_UNIT, &steps(&[(1.min(members), reward), (members - 1, 0)]));
            self.outside.insert(post, node);
            self.nodes.push(Node::Outside(post));
        }
        if part_timers > 0 {
            self.part_time = problem.add_post(NO_UNIT, &steps(&[(part_timers, 0)]));
            self.nodes.push(Node::PartTime);
        }
        if in_tray > 0 {
            self.tray = problem.add_post(NO_UNIT, &steps(&[(in_tray, 0)]));
            self.nodes.push(Node::Tray);
        }
    }

    fn row(&self, who: EmployeeIx) -> Row {
        let stay = self.stay_node(who).map(|node| (node, self.ledger.stay(who)));
        if let Some(post) = self.pins.get(&who) {
            return self.pinned(who, *post, stay);
        }
        let only_stay = |left_out| Row { arcs: stay.into_iter().collect(), stay: Some(0), left_out };
        let overridden = self.judge.overrides.iter().any(|(whose, ..)| *whose == who);
        if !overridden && let Some(obstacle) = self.judge.personal_obstacle(who) {
            return only_stay(Some(obstacle.into()));
        }
        let mut arcs: Vec<(u32, i64)> = self.targets(who);
        if arcs.is_empty() {
            return only_stay(Some(self.common_obstacle(who)));
        }
        arcs.extend(stay);
        arcs.sort_unstable();
        let at = stay.and_then(|own| arcs.iter().position(|arc| *arc == own));
        Row { arcs, stay: at, left_out: None }
    }

    /// Why someone has no post to go to: the rule that stands in the way of every one of them, if
    /// there is such a rule (someone close to retirement, a PPPK).
    fn common_obstacle(&self, who: EmployeeIx) -> LeftOut {
        let present = self.grounds.present(who);
        let mut common: Option<Vec<RuleId>> = None;
        for post in self.open.iter().filter(|post| present != Some(**post)) {
            let here = self.judge.obstacles(who, *post);
            let both = match common {
                None => here,
                Some(rules) => rules.into_iter().filter(|rule| here.contains(rule)).collect(),
            };
            if both.is_empty() {
                return LeftOut::NoLawfulPost;
            }
            common = Some(both);
        }
        common.and_then(|rules| rules.first().copied()).map_or(LeftOut::NoLawfulPost, LeftOut::Rule)
    }

    /// Every arc of someone but staying: judged once a kind of post, valued once a post.
    fn targets(&self, who: EmployeeIx) -> Vec<(u32, i64)> {
        let grounds = self.grounds;
        // What a PPPK's rules and an override look at is no matter of kind.
        if grounds.people[who.at()].kind.is_pppk() || self.judge.overrides.iter().any(|(whose, ..)| *whose == who) {
            return self.targets_one_by_one(who).collect();
        }
        let valuer = Valuer::new(grounds, who);
        let present = grounds.present(who);
        let mut kinds: Vec<Kind> = vec![Kind::Unseen; grounds.kinds.first.len()];
        let mut arcs = Vec::new();
        for post in self.open.iter().copied().filter(|post| present != Some(*post)) {
            let kind = &mut kinds[grounds.kinds.of[post.at()] as usize];
            if *kind == Kind::Unseen {
                *kind = match self.judge.automatic_price(who, post) {
                    Some(price) => Kind::Open(price, personal_factors(grounds, who, post)),
                    None => Kind::Closed,
                };
            }
            if let (Kind::Open(price, personal), Some(node)) = (&*kind, self.node_of_post[post.at()])
                && !(self.has_bans && self.bans.contains(&(who, post)))
            {
                arcs.push((node, valuer.of_factors(post, &factors_at(grounds, who, post, personal)) - price));
            }
        }
        arcs
    }

    /// The same, post by post.
    fn targets_one_by_one(&self, who: EmployeeIx) -> impl Iterator<Item = (u32, i64)> + '_ {
        let valuer = Valuer::new(self.grounds, who);
        let present = self.grounds.present(who);
        let may = move |post: &PositionIx| present != Some(*post) && !self.bans.contains(&(who, *post));
        self.open.iter().copied().filter(may).filter_map(move |post| {
            let price = self.judge.automatic_price(who, post)?;
            Some((self.node_of_post[post.at()]?, valuer.at(post) - price))
        })
    }

    fn pinned(&self, who: EmployeeIx, post: PositionIx, stay: Option<(u32, i64)>) -> Row {
        let left_out = Some(LeftOut::Pinned);
        match (self.grounds.present(who) == Some(post), self.node_of_post[post.at()]) {
            (false, Some(node)) => {
                let value = Valuer::new(self.grounds, who).at(post) - self.judge.pair(who, post).price;
                Row { arcs: vec![(node, value)], stay: None, left_out }
            }
            _ => Row { arcs: stay.into_iter().collect(), stay: Some(0), left_out },
        }
    }

    fn stay_node(&self, who: EmployeeIx) -> Option<u32> {
        match self.grounds.projection.standing[who.at()].seat()? {
            Seat::Post(post) => self.node_of_post[post.at()],
            Seat::PartTime(_) => Some(self.part_time),
            Seat::Pool(post) => self.outside.get(&post).copied(),
            Seat::Tray => Some(self.tray),
            Seat::Unmapped => None,
        }
    }
}

/// Concave steps, those of no width left out, equal neighbours joined.
fn steps(parts: &[(u32, i64)]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    for (width, reward) in parts.iter().copied().filter(|(width, _)| *width > 0) {
        match segments.last_mut() {
            Some(last) if last.reward == reward => last.width += width,
            _ => segments.push(Segment { width, reward }),
        }
    }
    segments
}

fn post_segments(grounds: &Grounds, post: PositionIx) -> Vec<Segment> {
    let places = grounds.projection.places(&grounds.facts, post);
    let holder = grounds.policy.rewards.for_holder(&grounds.facts.positions[post.at()]);
    let (rewarded, each) = if grounds.projection.has_event[post.at()] {
        (grounds.projection.need[post.at()].min(places), grounds.policy.rewards.workload_place)
    } else {
        (0, 0)
    };
    let first = 1.min(places);
    let first_reward = holder + if rewarded > 0 { each } else { 0 };
    let more = rewarded.saturating_sub(1);
    steps(&[(first, first_reward), (more, each), (places - first - more, 0)])
}

fn unit_segments(grounds: &Grounds, unit: UnitIx, capacity: u32) -> Vec<Segment> {
    let need = grounds.projection.group_need[unit.at()];
    let mut parts: Vec<(u32, i64)> =
        (1..=need.min(capacity)).map(|j| (1, grounds.policy.rewards.for_unit_place(need, j))).collect();
    parts.push((capacity.saturating_sub(need), 0));
    steps(&parts)
}
