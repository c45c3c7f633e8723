//! The arcs of employees, sorted into rows: in place where each employee's arcs stand together, by a
//! counting sort where they do not.

use super::Arcs;
use super::read::spans;
use super::shape::Role;
use std::ops::Range;

/// The rows of a problem: per employee a range of pairs.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Node of each employee.
    pub employees: Vec<u32>,
    /// Where each employee's pairs begin, and the end.
    pub first: Vec<u32>,
    /// Per pair the index of the post.
    pub post: Vec<u32>,
    /// Per pair its value.
    pub value: Vec<i64>,
}

impl Rows {
    /// Takes the arcs over; `index` names posts by node. Employees without arcs have empty rows.
    pub fn of(arcs: Arcs, role: &[Role], index: &[u32]) -> Self {
        let is_employee = |node: u32| role[node as usize] == Role::Employee;
        let mut seen = vec![false; role.len()];
        let mut owners = arcs.groups.iter().map(|group| group.1).filter(|&source| is_employee(source));
        let together = owners.all(|source| !std::mem::replace(&mut seen[source as usize], true));
        let mut rows = if together { Self::in_place(arcs, &is_employee) } else { Self::sorted(arcs, role) };
        for post in &mut rows.post {
            *post = index[*post as usize];
        }
        if together {
            let idle = (1..role.len() as u32).filter(|&node| is_employee(node) && !seen[node as usize]);
            rows.employees.extend(idle);
            rows.first.resize(rows.employees.len() + 1, rows.post.len() as u32);
        }
        rows
    }

    /// Moves rows together over the arcs of posts and units between them.
    fn in_place(arcs: Arcs, is_employee: &dyn Fn(u32) -> bool) -> Self {
        let Arcs { head: post, value, groups, .. } = arcs;
        let total = post.len();
        let mut rows = Self { first: vec![0], post, value, ..Self::default() };
        let mut end = 0;
        for (source, range) in spans(&groups, total).filter(|span| is_employee(span.0)) {
            let length = range.len();
            if range.start != end {
                rows.post.copy_within(range.clone(), end);
                rows.value.copy_within(range, end);
            }
            end += length;
            rows.employees.push(source);
            rows.first.push(end as u32);
        }
        rows.post.truncate(end);
        rows.value.truncate(end);
        rows
    }

    /// One column at a time, so that only one is there twice.
    fn sorted(arcs: Arcs, role: &[Role]) -> Self {
        let mut place = vec![u32::MAX; role.len()];
        let mut rows = Self::default();
        for (node, _) in role.iter().enumerate().filter(|(_, role)| **role == Role::Employee) {
            place[node] = rows.employees.len() as u32;
            rows.employees.push(node as u32);
        }
        let Arcs { head, value, groups, .. } = arcs;
        let placed = || spans(&groups, head.len()).map(|(source, range)| (place[source as usize], range));
        let of_employees = || placed().filter(|span| span.0 != u32::MAX);
        rows.first = vec![0; rows.employees.len() + 1];
        for (employee, range) in of_employees() {
            rows.first[employee as usize + 1] += range.len() as u32;
        }
        for at in 1..rows.first.len() {
            rows.first[at] += rows.first[at - 1];
        }
        rows.value = scattered(&value, of_employees(), &rows.first);
        drop(value);
        rows.post = scattered(&head, of_employees(), &rows.first);
        rows
    }
}

/// A column with each span at the next free place of its employee.
fn scattered<T: Copy + Default>(column: &[T], spans: impl Iterator<Item = (u32, Range<usize>)>, first: &[u32]) -> Vec<T> {
    let mut fill = first.to_vec();
    let mut sorted = vec![T::default(); first.last().map_or(0, |&end| end as usize)];
    for (employee, range) in spans {
        let at = &mut fill[employee as usize];
        let place = *at as usize..*at as usize + range.len();
        *at += range.len() as u32;
        sorted[place].copy_from_slice(&column[range]);
    }
    sorted
}
