//! From the arcs of a file to a matching problem: which node is what, and whether the whole has the
//! shape the solver knows.

use super::{Arcs, DimacsError, refuse};
use crate::matching::problem::{NO_UNIT, Problem, ProblemBuilder, Segment};

/// Which node of a file is which employee, post and unit, and where the arcs of the problem stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Network {
    /// Node of each employee, ascending.
    pub employees: Vec<u32>,
    /// Node of each post, ascending.
    pub posts: Vec<u32>,
    /// Node of each unit, ascending.
    pub units: Vec<u32>,
    /// The sink.
    pub sink: u32,
    /// What the file says the objective is besides −cost; 0 where it says nothing.
    pub offset: i64,
}

/// What a node turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Unknown,
    Employee,
    Post,
    Unit,
    Sink,
}

struct Shape<'a> {
    arcs: &'a Arcs,
    role: Vec<Role>,
    /// Per post the node its arcs lead to, 0 while unknown.
    head: Vec<u32>,
    /// Per employee, post or unit its index among its kind.
    index: Vec<u32>,
    network: Network,
}

impl Arcs {
    /// The problem that the arcs make, or the line that does not fit. Parallel arcs of a post or
    /// unit may come in any order: a minimum-cost flow fills the cheapest first anyway.
    pub fn shape(&self) -> Result<(Problem, Network), DimacsError> {
        let mut shape = Shape {
            arcs: self,
            role: vec![Role::Unknown; self.nodes + 1],
            head: vec![0; self.nodes + 1],
            index: vec![0; self.nodes + 1],
            network: Network { offset: self.offset, ..Network::default() },
        };
        shape.sources_and_sink()?;
        shape.posts()?;
        shape.units()?;
        shape.number();
        let problem = shape.build()?;
        Ok((problem, shape.network))
    }
}

impl Shape<'_> {
    fn sources_and_sink(&mut self) -> Result<(), DimacsError> {
        let mut people = 0;
        let mut demand = None;
        for &(node, supply, line) in &self.arcs.supplies {
            let role = &mut self.role[node as usize];
            if *role != Role::Unknown {
                return refuse(line, format!("node {node} has a supply already"));
            }
            match supply {
                1 => {
                    *role = Role::Employee;
                    people += 1;
                }
                ..0 if demand.is_none() => {
                    *role = Role::Sink;
                    self.network.sink = node;
                    demand = Some((supply, line));
                }
                ..0 => return refuse(line, "a second node with a demand; there is one sink"),
                0 => {}
                _ => return refuse(line, "an employee has a supply of 1"),
            }
        }
        match demand {
            Some((supply, _)) if supply == -people => Ok(()),
            Some((supply, line)) => {
                refuse(line, format!("the sink demands {}, the employees supply {people}", -i128::from(supply)))
            }
            // Nobody to place needs no sink; it is then any node without a way out.
            None if people == 0 => Ok(()),
            None => refuse(self.arcs.problem_line, "no node demands what the employees supply"),
        }
    }

    /// Heads of employees are posts.
    fn posts(&mut self) -> Result<(), DimacsError> {
        for (arc, &(from, to)) in self.arcs.ends.iter().enumerate() {
            if self.role[from as usize] != Role::Employee {
                continue;
            }
            if self.arcs.capacity[arc] != 1 {
                return refuse(self.arcs.line_of(arc), "an arc of an employee has capacity 1");
            }
            match self.role[to as usize] {
                Role::Unknown => self.role[to as usize] = Role::Post,
                Role::Post => {}
                _ => {
                    return refuse(self.arcs.line_of(arc), "an arc of an employee leads to a position");
                }
            }
        }
        Ok(())
    }

    /// Heads of posts are the sink or units. A node that no employee reaches is a post as well when it
    /// leads to something other than the sink; else post and unit come to the same, and it is a post.
    fn units(&mut self) -> Result<(), DimacsError> {
        let inner = |&arc: &usize| self.role[self.arcs.ends[arc].0 as usize] != Role::Employee;
        let inner: Vec<usize> = (0..self.arcs.len()).filter(inner).collect();
        self.mark(&inner, Role::Post, Role::Unit);
        for &arc in &inner {
            let (from, to) = self.arcs.ends[arc];
            let tail = &mut self.role[from as usize];
            match tail {
                _ if from == to => {
                    return refuse(self.arcs.line_of(arc), "an arc leads from a node to itself");
                }
                Role::Sink => return refuse(self.arcs.line_of(arc), "an arc leaves the sink"),
                Role::Unknown if to != self.network.sink => *tail = Role::Post,
                _ => {}
            }
        }
        self.mark(&inner, Role::Post, Role::Unit);
        inner.into_iter().try_for_each(|arc| self.lead(arc))
    }

    /// Heads of nodes of one role that have none yet get another.
    fn mark(&mut self, arcs: &[usize], tail: Role, head: Role) {
        for &arc in arcs {
            let (from, to) = self.arcs.ends[arc];
            if self.role[from as usize] == tail && self.role[to as usize] == Role::Unknown {
                self.role[to as usize] = head;
            }
        }
    }

    /// Checks where an arc of a post or unit leads.
    fn lead(&mut self, arc: usize) -> Result<(), DimacsError> {
        let (from, to) = self.arcs.ends[arc];
        if self.role[from as usize] == Role::Unknown {
            self.role[from as usize] = Role::Post;
        }
        let fits = match self.role[to as usize] {
            Role::Sink => true,
            Role::Unit => self.role[from as usize] == Role::Post,
            _ => false,
        };
        if !fits {
            let shape = "an arc leads from a position to its unit or the sink, or from a unit to the sink";
            return refuse(self.arcs.line_of(arc), shape);
        }
        let head = &mut self.head[from as usize];
        if *head != 0 && *head != to {
            return refuse(self.arcs.line_of(arc), "the arcs of one position lead to different nodes");
        }
        *head = to;
        Ok(())
    }

    fn number(&mut self) {
        for node in 1..self.role.len() {
            let list = match self.role[node] {
                Role::Employee => &mut self.network.employees,
                Role::Post => &mut self.network.posts,
                Role::Unit => &mut self.network.units,
                Role::Sink | Role::Unknown => continue,
            };
            self.index[node] = list.len() as u32;
            list.push(node as u32);
        }
    }

    fn build(&self) -> Result<Problem, DimacsError> {
        let groups = Groups::of(self.arcs);
        let mut builder = ProblemBuilder::new();
        let chain = |node: u32| {
            let segment = |&arc: &u32| Segment { width: self.arcs.capacity[arc as usize], reward: -self.arcs.cost[arc as usize] };
            let mut segments: Vec<Segment> = groups.of_node(node).iter().map(segment).collect();
            segments.sort_by_key(|s| std::cmp::Reverse(s.reward));
            segments
        };
        for &node in &self.network.units {
            builder.add_unit(&chain(node));
        }
        for &node in &self.network.posts {
            let head = self.head[node as usize];
            let unit = if self.role[head as usize] == Role::Unit { self.index[head as usize] } else { NO_UNIT };
            builder.add_post(unit, &chain(node));
        }
        builder.reserve(self.network.employees.len(), self.arcs.len());
        for &node in &self.network.employees {
            builder.extend_employee(groups.of_node(node).iter().map(|&arc| {
                let to = self.arcs.ends[arc as usize].1;
                (self.index[to as usize], -self.arcs.cost[arc as usize])
            }));
        }
        builder.build().or_else(|e| refuse(self.arcs.problem_line, e.to_string()))
    }
}

/// The arcs by source, each group in the order of the file (a counting sort).
struct Groups {
    rows: Vec<u32>,
    order: Vec<u32>,
}

impl Groups {
    fn of(arcs: &Arcs) -> Self {
        let mut rows = vec![0u32; arcs.nodes + 2];
        for &(from, _) in &arcs.ends {
            rows[from as usize + 1] += 1;
        }
        for at in 1..rows.len() {
            rows[at] += rows[at - 1];
        }
        let mut fill = rows.clone();
        let mut order = vec![0u32; arcs.len()];
        for (arc, &(from, _)) in arcs.ends.iter().enumerate() {
            let slot = &mut fill[from as usize];
            order[*slot as usize] = arc as u32;
            *slot += 1;
        }
        Self { rows, order }
    }

    fn of_node(&self, node: u32) -> &[u32] {
        &self.order[self.rows[node as usize] as usize..self.rows[node as usize + 1] as usize]
    }
}
