//! From the arcs of a file to a matching problem: which node is what, and whether the whole has the
//! shape the solver knows. The arcs become the rows of the problem where they lie.

use super::Arcs;
use super::reason::{DimacsError, Reason, refuse};
use super::rows::Rows;
use crate::matching::problem::{NO_UNIT, Problem, ProblemBuilder, Segment};

/// Which node of a file is which employee, post and unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Network {
    /// Node of each employee, in the order in which their arcs stand in the file where every employee's
    /// stand together, else ascending.
    pub employees: Vec<u32>,
    /// Node of each post, ascending.
    pub posts: Vec<u32>,
    /// Node of each unit, ascending.
    pub units: Vec<u32>,
    /// The sink; 0 where the file has nobody to place.
    pub sink: u32,
    /// What the file says the objective is besides −cost; 0 where it says nothing.
    pub offset: i64,
}

/// What a node turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Unknown,
    Employee,
    Post,
    Unit,
    Sink,
}

/// An arc out of a post or unit.
#[derive(Debug, Clone, Copy)]
struct Inner {
    from: u32,
    to: u32,
    segment: Segment,
    arc: u32,
}

struct Shape {
    arcs: Arcs,
    role: Vec<Role>,
    /// Arcs out of posts and units, by source; of one source the best first.
    inner: Vec<Inner>,
    network: Network,
}

impl Arcs {
    /// The problem that the arcs make, or the line that does not fit. Parallel arcs of a post or
    /// unit may come in any order: a minimum-cost flow fills the cheapest first anyway.
    ///
    /// # Errors
    /// A line that has no place in the shape, or costs too large for sums of 64 bits.
    pub fn shape(self) -> Result<(Problem, Network), DimacsError> {
        let role = vec![Role::Unknown; self.nodes + 1];
        let network = Network { offset: self.offset, ..Network::default() };
        let mut shape = Shape { arcs: self, role, inner: Vec::new(), network };
        shape.sources_and_sink()?;
        shape.posts()?;
        shape.units()?;
        shape.heads()?;
        shape.build()
    }
}

impl Shape {
    fn sources_and_sink(&mut self) -> Result<(), DimacsError> {
        let mut people = 0;
        let mut demand = None;
        for (node, line, supply) in std::mem::take(&mut self.arcs.supplies) {
            let (role, line) = (&mut self.role[node as usize], line as usize);
            if *role != Role::Unknown {
                return refuse(line, Reason::SecondSupply(node));
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
                ..0 => return refuse(line, Reason::SecondSink),
                0 => {}
                _ => return refuse(line, Reason::Supply),
            }
        }
        match demand {
            Some((supply, _)) if supply == -people => Ok(()),
            Some((supply, line)) => refuse(line, Reason::Balance { demand: -supply, supply: people }),
            // Nobody to place needs no sink; it is then any node without a way out.
            None if people == 0 => Ok(()),
            None => refuse(self.arcs.problem_line, Reason::NoSink),
        }
    }

    /// Heads of employees are posts.
    fn posts(&mut self) -> Result<(), DimacsError> {
        let Self { arcs, role, .. } = self;
        for (source, range) in arcs.spans() {
            if role[source as usize] != Role::Employee {
                continue;
            }
            for (at, &to) in arcs.head[range.clone()].iter().enumerate() {
                match &mut role[to as usize] {
                    Role::Post => {}
                    unknown @ Role::Unknown => *unknown = Role::Post,
                    _ => return refuse(arcs.line_of(range.start + at), Reason::EmployeeHead),
                }
            }
        }
        Ok(())
    }

    /// Heads of posts are the sink or units. A node that no employee reaches is a post as well when it
    /// leads to something other than the sink; else post and unit come to the same, and it is a post.
    fn units(&mut self) -> Result<(), DimacsError> {
        self.gather();
        self.mark(Role::Post, Role::Unit);
        for &Inner { from, to, arc, .. } in &self.inner {
            let tail = &mut self.role[from as usize];
            match tail {
                _ if from == to => return refuse(self.arcs.line_of(arc as usize), Reason::Loop),
                Role::Sink => return refuse(self.arcs.line_of(arc as usize), Reason::LeavesSink),
                Role::Unknown if to != self.network.sink => *tail = Role::Post,
                _ => {}
            }
        }
        self.mark(Role::Post, Role::Unit);
        for inner in &self.inner {
            let tail = &mut self.role[inner.from as usize];
            if *tail == Role::Unknown {
                *tail = Role::Post;
            }
        }
        Ok(())
    }

    /// Lists the arcs that are not of employees, in the order of the file.
    fn gather(&mut self) {
        for (from, range) in self.arcs.spans() {
            if self.role[from as usize] == Role::Employee {
                continue;
            }
            for arc in range {
                let segment = Segment { width: self.arcs.capacity_of(arc), reward: self.arcs.value[arc] };
                self.inner.push(Inner { from, to: self.arcs.head[arc], segment, arc: arc as u32 });
            }
        }
    }

    /// Heads of nodes of one role that have none yet get another.
    fn mark(&mut self, tail: Role, head: Role) {
        for inner in &self.inner {
            if self.role[inner.from as usize] == tail && self.role[inner.to as usize] == Role::Unknown {
                self.role[inner.to as usize] = head;
            }
        }
    }

    /// Checks where the arcs of posts and units lead, and that those of employees carry one person.
    fn heads(&mut self) -> Result<(), DimacsError> {
        let mut heads = vec![0u32; self.role.len()];
        for &Inner { from, to, arc, .. } in &self.inner {
            let fits = match self.role[to as usize] {
                Role::Sink => true,
                Role::Unit => self.role[from as usize] == Role::Post,
                _ => false,
            };
            if !fits {
                return refuse(self.arcs.line_of(arc as usize), Reason::Layers);
            }
            let head = &mut heads[from as usize];
            if *head != 0 && *head != to {
                return refuse(self.arcs.line_of(arc as usize), Reason::Heads);
            }
            *head = to;
        }
        // Both lists are in the order of the file.
        let mut inner = self.inner.iter().map(|inner| inner.arc).peekable();
        for &(arc, _) in &self.arcs.wide {
            while inner.next_if(|&other| other < arc).is_some() {}
            if inner.peek() != Some(&arc) {
                return refuse(self.arcs.line_of(arc as usize), Reason::EmployeeCapacity);
            }
        }
        Ok(())
    }

    fn build(mut self) -> Result<(Problem, Network), DimacsError> {
        let mut index = vec![0u32; self.role.len()];
        for (node, role) in self.role.iter().enumerate() {
            let list = match role {
                Role::Post => &mut self.network.posts,
                Role::Unit => &mut self.network.units,
                _ => continue,
            };
            index[node] = list.len() as u32;
            list.push(node as u32);
        }
        self.inner.sort_by_key(|inner| (inner.from, std::cmp::Reverse(inner.segment.reward)));
        let mut builder = ProblemBuilder::new();
        let mut chains = Chains { inner: &self.inner, segments: Vec::new() };
        for &node in &self.network.units {
            chains.next(node);
            builder.add_unit(&chains.segments);
        }
        let mut chains = Chains { inner: &self.inner, segments: Vec::new() };
        for &node in &self.network.posts {
            let head = chains.next(node).filter(|&head| self.role[head as usize] == Role::Unit);
            builder.add_post(head.map_or(NO_UNIT, |unit| index[unit as usize]), &chains.segments);
        }
        let line = self.arcs.problem_line;
        let rows = Rows::of(self.arcs, &self.role, &index);
        self.network.employees = rows.employees;
        builder.set_employees(rows.first, rows.post, rows.value);
        let problem = builder.build().or_else(|error| refuse(line, Reason::Problem(error)))?;
        Ok((problem, self.network))
    }
}

/// The segments of one node after the other, nodes ascending.
struct Chains<'a> {
    inner: &'a [Inner],
    segments: Vec<Segment>,
}

impl Chains<'_> {
    /// Moves on to a node; returns where its arcs lead, if it has any.
    fn next(&mut self, node: u32) -> Option<u32> {
        let skipped = self.inner.iter().take_while(|inner| inner.from < node).count();
        let own = self.inner[skipped..].iter().take_while(|inner| inner.from == node).count();
        let head = self.inner[skipped..].first().filter(|inner| inner.from == node).map(|inner| inner.to);
        self.segments.clear();
        self.segments.extend(self.inner[skipped..skipped + own].iter().map(|inner| inner.segment));
        self.inner = &self.inner[skipped + own..];
        head
    }
}
