//! The posts and units of the matching problem: nodes, places and rewards.
use super::Node;
use crate::matching::{NO_UNIT, Problem, ProblemBuilder, ProblemError, Segment};
use crate::model::{Grounds, PositionIx, Seat, UnitIx};
use std::collections::{BTreeMap, HashMap};

/// The nodes, and where a seat is among them.
#[derive(Debug)]
pub(super) struct Frame {
    /// Posts and units, and nobody to be placed.
    pub problem: Problem,
    pub nodes: Vec<Node>,
    pub units: Vec<UnitIx>,
    node_of_post: Vec<Option<u32>>,
    outside: HashMap<Option<PositionIx>, u32>,
    part_time: Option<u32>,
    tray: Option<u32>,
}

impl Frame {
    /// Every post in scope, then what stands apart: outside posts, PPPK paruh waktu, the tray.
    ///
    /// # Errors
    /// [`ProblemError`] where rewards are too large to be summed.
    pub fn of(grounds: &Grounds) -> Result<Self, ProblemError> {
        let mut problem = ProblemBuilder::new();
        let mut nodes = Vec::new();
        let (units, unit_node) = add_units(grounds, &mut problem);
        let mut node_of_post = vec![None; grounds.facts.positions.len()];
        for post in grounds.posts_in_scope() {
            let unit = grounds.projection.group[post.at()].map_or(NO_UNIT, |unit| unit_node[unit.at()]);
            node_of_post[post.at()] = Some(problem.add_post(unit, &post_segments(grounds, post)));
            nodes.push(Node::Post(post));
        }
        let mut side = Side { problem, nodes };
        let outside = side.add_outside(grounds);
        let part_time = side.add_crowd(grounds, Node::PartTime, |seat| matches!(seat, Seat::PartTime(_)));
        let tray = side.add_crowd(grounds, Node::Tray, |seat| seat == Seat::Tray);
        let Side { problem, nodes } = side;
        Ok(Self { problem: problem.build()?, nodes, units, node_of_post, outside, part_time, tray })
    }

    /// The node of a post in scope.
    pub fn node_of(&self, post: PositionIx) -> Option<u32> {
        self.node_of_post[post.at()]
    }

    /// The post in scope that a node stands for.
    pub fn post_at(&self, node: u32) -> Option<PositionIx> {
        match self.nodes[node as usize] {
            Node::Post(post) => Some(post),
            _ => None,
        }
    }

    /// The node on which someone in that seat stays.
    pub fn stay_node(&self, seat: Seat) -> Option<u32> {
        match seat {
            Seat::Post(post) => self.node_of(post),
            Seat::PartTime(_) => self.part_time,
            Seat::Pool(post) => self.outside.get(&post).copied(),
            Seat::Tray => self.tray,
            Seat::Unmapped => None,
        }
    }
}

/// Nodes straight to the sink, added to the others.
struct Side {
    problem: ProblemBuilder,
    nodes: Vec<Node>,
}

impl Side {
    fn add_outside(&mut self, grounds: &Grounds) -> HashMap<Option<PositionIx>, u32> {
        let mut members: BTreeMap<Option<PositionIx>, u32> = BTreeMap::new();
        for seat in seats(grounds) {
            if let Seat::Pool(post) = seat {
                *members.entry(post).or_default() += 1;
            }
        }
        let mut nodes = HashMap::new();
        for (post, members) in members {
            let reward = post.map_or(0, |post| grounds.policy.rewards.for_holder(&grounds.facts.positions[post.at()]));
            nodes.insert(post, self.problem.add_post(NO_UNIT, &steps(&[(1.min(members), reward), (members - 1, 0)])));
            self.nodes.push(Node::Outside(post));
        }
        nodes
    }

    fn add_crowd(&mut self, grounds: &Grounds, node: Node, is_in: impl Fn(Seat) -> bool) -> Option<u32> {
        let people = seats(grounds).filter(|seat| is_in(*seat)).count() as u32;
        (people > 0).then(|| {
            self.nodes.push(node);
            self.problem.add_post(NO_UNIT, &steps(&[(people, 0)]))
        })
    }
}

fn seats(grounds: &Grounds) -> impl Iterator<Item = Seat> + '_ {
    grounds.projection.standing.iter().filter_map(|standing| standing.seat())
}

/// The units that share the shortage of a post in scope, and per unit its node.
fn add_units(grounds: &Grounds, problem: &mut ProblemBuilder) -> (Vec<UnitIx>, Vec<u32>) {
    let mut capacity: Vec<Option<u32>> = vec![None; grounds.facts.units.len()];
    for post in grounds.posts_in_scope() {
        if let Some(unit) = grounds.projection.group[post.at()] {
            *capacity[unit.at()].get_or_insert(0) += grounds.projection.places(&grounds.facts, post);
        }
    }
    let mut node = vec![NO_UNIT; capacity.len()];
    let mut units = Vec::new();
    for (at, capacity) in capacity.into_iter().enumerate() {
        if let Some(capacity) = capacity {
            let unit = UnitIx::of(at);
            node[at] = problem.add_unit(&unit_segments(grounds, unit, capacity));
            units.push(unit);
        }
    }
    (units, node)
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
