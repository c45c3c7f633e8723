//! The place of every name in the alphabet, found once: tens of thousands of rows are ordered by name within a frame
//! only where no text is looked at.
use crate::model::{EmployeeIx, Facts, PositionIx, UnitIx};
use rayon::prelude::*;
use std::collections::HashMap;

/// Places of names. Equal names of posts and units have the same one; of people the NIP decides.
#[derive(Debug, Default)]
pub struct Alphabet {
    /// Everyone, by name as it is written.
    by_name: Vec<EmployeeIx>,
    people: Vec<u32>,
    posts: Vec<u32>,
    units: Vec<u32>,
}

impl Alphabet {
    /// Of all names in the facts.
    pub fn of(facts: &Facts) -> Self {
        let mut by_name: Vec<EmployeeIx> = (0..facts.employees.len()).map(EmployeeIx::of).collect();
        by_name.par_sort_unstable_by(|a, b| {
            let employee = |who: &EmployeeIx| &facts.employees[who.at()];
            employee(a).name.cmp(&employee(b).name).then_with(|| employee(a).nip.cmp(&employee(b).nip))
        });
        let mut people = vec![0; by_name.len()];
        for (place, who) in (0..).zip(&by_name) {
            people[who.at()] = place;
        }
        let posts = places(facts.positions.iter().map(|post| &*post.name));
        let units = places(facts.units.iter().map(|unit| unit.name.as_str()));
        Self { by_name, people, posts, units }
    }

    /// Everyone, by name.
    pub fn everyone(&self) -> &[EmployeeIx] {
        &self.by_name
    }

    /// The place of an employee.
    pub fn person(&self, who: EmployeeIx) -> u32 {
        self.people[who.at()]
    }

    /// The place of a post's name.
    pub fn post(&self, post: PositionIx) -> u32 {
        self.posts[post.at()]
    }

    /// The place of a unit's name.
    pub fn unit(&self, unit: UnitIx) -> u32 {
        self.units[unit.at()]
    }
}

/// The place of each name, whatever its case.
fn places<'a>(names: impl Iterator<Item = &'a str>) -> Vec<u32> {
    // Many bear the same name: each is compared once.
    let mut number: HashMap<&str, u32> = HashMap::new();
    let mut each: Vec<(String, u32)> = Vec::new();
    let numbers: Vec<u32> = names
        .map(|name| {
            *number.entry(name).or_insert_with(|| {
                let next = each.len() as u32;
                each.push((name.to_lowercase(), next));
                next
            })
        })
        .collect();
    each.par_sort_unstable();
    let mut place = vec![0; each.len()];
    let mut at = 0;
    for (nth, (name, number)) in each.iter().enumerate() {
        at += u32::from(nth > 0 && each[nth - 1].0 != *name);
        place[*number as usize] = at;
    }
    numbers.into_iter().map(|number| place[number as usize]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn places_compare_as_the_names_do_without_case(names in prop::collection::vec("[a-cA-C é]{0,3}", 0..20)) {
            let places = places(names.iter().map(String::as_str));
            for (one, a) in names.iter().zip(&places) {
                for (other, b) in names.iter().zip(&places) {
                    prop_assert_eq!(a.cmp(b), one.to_lowercase().cmp(&other.to_lowercase()));
                }
            }
        }
    }
}
