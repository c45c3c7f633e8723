//! Writes a problem, streaming.

use std::borrow::Cow;
use std::io::{self, Write};

use rayon::prelude::*;

use crate::matching::problem::{NO_UNIT, Problem, Segment};

/// Names for the comment lines; an empty name writes no line.
pub trait Names {
    /// Name of an employee.
    fn employee(&self, _index: usize) -> Cow<'_, str> {
        Cow::Borrowed("")
    }
    /// Name of a position.
    fn position(&self, _index: usize) -> Cow<'_, str> {
        Cow::Borrowed("")
    }
    /// Name of a unit.
    fn unit(&self, _index: usize) -> Cow<'_, str> {
        Cow::Borrowed("")
    }
    /// Further comment lines without their `c `, such as `omitted: …`.
    fn comments(&self) -> Vec<String> {
        Vec::new()
    }
}

/// Nobody has a name.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unnamed;

impl Names for Unnamed {}

/// The node numbers that [`write()`] uses: employees 1..N, positions, units, the sink last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbering {
    employees: usize,
    posts: usize,
    units: usize,
}

impl Numbering {
    /// The numbering of a problem.
    pub fn of(problem: &Problem) -> Self {
        Self::with(problem, problem.employees())
    }

    /// The numbering of posts and units with so many employees before them.
    pub fn with(frame: &Problem, employees: usize) -> Self {
        Self { employees, posts: frame.posts(), units: frame.units() }
    }

    /// Node of an employee.
    pub fn employee(self, index: usize) -> usize {
        index + 1
    }

    /// Node of a position.
    pub fn post(self, index: usize) -> usize {
        self.employees + index + 1
    }

    /// Node of a unit.
    pub fn unit(self, index: usize) -> usize {
        self.employees + self.posts + index + 1
    }

    /// The sink, which is also the number of nodes.
    pub fn sink(self) -> usize {
        self.employees + self.posts + self.units + 1
    }
}

/// Streams a problem. `offset` is what the objective has besides the flow: objective = offset − cost.
pub fn write(problem: &Problem, names: &dyn Names, offset: i64, out: &mut dyn Write) -> io::Result<()> {
    let row = |employee: usize| problem.row(employee).map(|arc| (problem.post_of(arc) as u32, problem.value_of(arc))).collect();
    write_rows(problem, problem.arcs(), problem.employees(), &row, names, offset, out)
}

/// Like [`write()`], with the posts and units of `frame` and rows that are made one by one: (post, value) of
/// each of so many employees, `pairs` in all.
pub fn write_rows(
    frame: &Problem,
    pairs: usize,
    employees: usize,
    row: &(dyn Fn(usize) -> Vec<(u32, i64)> + Sync),
    names: &dyn Names,
    offset: i64,
    out: &mut dyn Write,
) -> io::Result<()> {
    let node = Numbering::with(frame, employees);
    let segments = (0..frame.posts()).map(|p| frame.post_segments(p).len()).sum::<usize>()
        + (0..frame.units()).map(|u| frame.unit_segments(u).len()).sum::<usize>();
    writeln!(out, "c objective = {offset} - cost")?;
    for comment in names.comments() {
        writeln!(out, "c {}", one_line(&comment))?;
    }
    for index in 0..employees {
        name_line(out, "employee", node.employee(index), &names.employee(index))?;
    }
    for index in 0..frame.posts() {
        name_line(out, "position", node.post(index), &names.position(index))?;
    }
    for index in 0..frame.units() {
        name_line(out, "unit", node.unit(index), &names.unit(index))?;
    }
    writeln!(out, "p min {} {}", node.sink(), pairs + segments)?;
    for index in 0..employees {
        writeln!(out, "n {} 1", node.employee(index))?;
    }
    writeln!(out, "n {} -{employees}", node.sink())?;
    write_people(employees, row, node, out)?;
    write_chains(frame, node, out)
}

fn write_people(
    employees: usize,
    row: &(dyn Fn(usize) -> Vec<(u32, i64)> + Sync),
    node: Numbering,
    out: &mut dyn Write,
) -> io::Result<()> {
    // Formatting through `dyn Write` per arc is slow; a batch per employee is not.
    let batch = |index: usize| -> io::Result<Vec<u8>> {
        let mut batch = Vec::new();
        for (post, value) in row(index) {
            let (post, cost) = (node.post(post as usize), -value);
            writeln!(batch, "a {} {post} 0 1 {cost}", node.employee(index))?;
        }
        Ok(batch)
    };
    let everyone: Vec<usize> = (0..employees).collect();
    for chunk in everyone.chunks(64) {
        let batches: io::Result<Vec<Vec<u8>>> = chunk.par_iter().map(|index| batch(*index)).collect();
        batches?.iter().try_for_each(|batch| out.write_all(batch))?;
    }
    Ok(())
}

fn write_chains(problem: &Problem, node: Numbering, out: &mut dyn Write) -> io::Result<()> {
    for index in 0..problem.posts() {
        let unit = problem.unit_of(index);
        let head = if unit == NO_UNIT { node.sink() } else { node.unit(unit as usize) };
        chain(out, node.post(index), head, problem.post_segments(index))?;
    }
    for index in 0..problem.units() {
        chain(out, node.unit(index), node.sink(), problem.unit_segments(index))?;
    }
    out.flush()
}

fn chain(out: &mut dyn Write, from: usize, to: usize, segments: &[Segment]) -> io::Result<()> {
    segments.iter().try_for_each(|s| writeln!(out, "a {from} {to} 0 {} {}", s.width, -s.reward))
}

fn name_line(out: &mut dyn Write, kind: &str, node: usize, name: &str) -> io::Result<()> {
    if name.is_empty() { Ok(()) } else { writeln!(out, "c {kind} {node} {}", one_line(name)) }
}

/// A name must not start a line of its own.
fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_control) { Cow::Owned(text.replace(char::is_control, " ")) } else { Cow::Borrowed(text) }
}
