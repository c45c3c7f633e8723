//! How evenly the shortage lies on the units, in words.
use super::commands::either;
use super::{Lang, figures};
use crate::desk::Desk;
use crate::desk::evenness::Evenness;
use crate::metrics::Spread;
use std::io::{self, Write};

/// Four plans below each other: the lowest fill, and Gini.
///
/// # Errors
/// Of the writer.
pub fn told(out: &mut dyn Write, lang: Lang, desk: &Desk, it: &Evenness) -> io::Result<()> {
    let rows = [
        (either(lang, "hari ini", "today"), &it.today),
        (either(lang, "rencana ini", "this plan"), &it.plan),
        (either(lang, "rencana terbaik", "best plan"), &it.best),
        (either(lang, "terbaik, imbalan unit rata", "best, flat unit rewards"), &it.best_flat),
    ];
    for (name, spread) in rows {
        writeln!(out, "{name:<26} {}", line(lang, desk, spread))?;
    }
    let id =
        "Gini keterisian, ditimbang kebutuhan: 0 = semua unit terisi sama; imbalan menurun mengutamakan unit yang paling kurang";
    writeln!(
        out,
        "{}",
        either(
            lang,
            id,
            "Gini of fills, weighted by need: 0 = all units filled alike; falling rewards favour the units worst off"
        )
    )
}

fn line(lang: Lang, desk: &Desk, it: &Spread) -> String {
    let gini = format!("Gini {}", figures::permille_of_one(lang, it.gini_permille));
    let lowest = it.lowest.map(|(unit, permille)| {
        let name = &desk.grounds().facts.units[unit.at()].name;
        let share = figures::percent_changed(lang, permille, permille);
        either(lang, format!(" · terendah {name} {share}"), format!(" · lowest {name} {share}"))
    });
    gini + &lowest.unwrap_or_default()
}
