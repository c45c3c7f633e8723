//! `mutasi spread`: how evenly the shortage lies on the units.
use super::args::Read;
use super::{Out, Outcome};
use crate::matching::Control;
use crate::metrics::Spread;
use crate::model::Facts;
use crate::store::session::Access;
use crate::text::{Lang, commands, spread};
use serde::Serialize;

#[derive(Serialize)]
struct EvennessJson {
    today: SpreadJson,
    plan: SpreadJson,
    best: SpreadJson,
    best_flat: SpreadJson,
}

#[derive(Serialize)]
struct SpreadJson {
    units: usize,
    lowest_unit: Option<String>,
    lowest_permille: Option<i64>,
    gini_permille: i64,
}

impl SpreadJson {
    fn of(facts: &Facts, it: &Spread) -> Self {
        Self {
            units: it.units,
            lowest_unit: it.lowest.map(|(unit, _)| facts.units[unit.at()].id.to_string()),
            lowest_permille: it.lowest.map(|(_, permille)| permille),
            gini_permille: it.gini_permille,
        }
    }
}

pub fn run(args: &Read, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let session = super::session(&args.of.dir, &args.of.plan, Access::Read, lang)?;
    let desk = &session.desk;
    let found = desk.evenness(&Control::unattended());
    let found = found.map_err(|error| anyhow::anyhow!(commands::not_composed(lang, desk, &error)))?;
    if args.json {
        let of = |it: &Spread| SpreadJson::of(&desk.grounds().facts, it);
        let answer = EvennessJson {
            today: of(&found.today),
            plan: of(&found.plan),
            best: of(&found.best),
            best_flat: of(&found.best_flat),
        };
        super::json(out, &answer)?;
    } else {
        spread::told(out, lang, desk, &found)?;
    }
    Ok(Outcome::Clean)
}
