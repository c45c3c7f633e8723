//! What is said of chains in lines of text.
use super::Lang;
use crate::desk::chains::{Balance, Conservation};
use crate::model::Facts;

/// That nobody is lost, or where the heads do not add up.
pub fn conservation(lang: Lang, facts: &Facts, it: &Conservation) -> String {
    let (before, after) = (it.total.before, it.total.after);
    if it.holds() {
        return match lang {
            Lang::Id => format!("✓ neraca pegawai cocok di setiap unit kerja: {before} sebelum, {after} sesudah rencana"),
            Lang::En => format!("✓ heads in and out add up in every unit: {before} before, {after} after the plan"),
        };
    }
    let wrong = it.units.iter().filter(|(_, balance)| !balance.holds());
    let told = |balance: &Balance| format!("{} + {} - {} ≠ {}", balance.before, balance.comes, balance.goes, balance.after);
    let units: Vec<String> =
        wrong.map(|(unit, balance)| format!("{} ({})", facts.units[unit.at()].name, told(balance))).collect();
    match lang {
        Lang::Id => format!("✗ neraca pegawai tidak cocok: {}", units.join("; ")),
        Lang::En => format!("✗ heads in and out do not add up: {}", units.join("; ")),
    }
}
