//! How people, posts and units are called.
use crate::desk::Desk;
use crate::model::{EmployeeIx, PositionIx, UnitIx};
use crate::text::{Lang, abbreviations};

/// A person's name; masked where someone stands at the desk.
pub fn person(lang: Lang, desk: &Desk, who: EmployeeIx, is_masked: bool) -> String {
    if is_masked {
        let label = if lang == Lang::Id { "Pegawai" } else { "Employee" };
        return format!("{label} {:03}", who.0 + 1);
    }
    desk.grounds().facts.employees[who.at()].name.clone()
}

/// A post with its unit, unless its name says the unit already; shortened as planners say it.
pub fn post(desk: &Desk, post: PositionIx) -> String {
    let facts = &desk.grounds().facts;
    let name = &facts.positions[post.at()].name;
    let short = abbreviations::short(name);
    let Some(unit) = facts.position_unit[post.at()] else { return short };
    let full = &facts.units[unit.at()].name;
    let bare = full.strip_prefix("Kelurahan ").unwrap_or(full);
    if name.to_lowercase().contains(&bare.to_lowercase()) { short } else { format!("{short}, {}", self::unit(desk, unit)) }
}

/// A post's name alone, shortened: for a row under its unit.
pub fn post_alone(desk: &Desk, post: PositionIx) -> String {
    abbreviations::short(&desk.grounds().facts.positions[post.at()].name)
}

/// A unit's name, shortened; a kelurahan goes by its own name.
pub fn unit(desk: &Desk, unit: UnitIx) -> String {
    let name = &desk.grounds().facts.units[unit.at()].name;
    abbreviations::short(name.strip_prefix("Kelurahan ").unwrap_or(name))
}
