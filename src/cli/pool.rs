//! `mutasi pool`: why candidates for a post or a unit are few.
use super::args::Pool as Arguments;
use super::score::position;
use super::{Out, Outcome};
use crate::desk::Desk;
use crate::desk::pool::{Pool, PoolOf};
use crate::matching::Control;
use crate::model::UnitId;
use crate::rules::RuleId;
use crate::store::session::Access;
use crate::text::{Lang, pool};
use jiff::civil::Date;
use serde::Serialize;

#[derive(Serialize)]
struct PoolJson {
    considered: usize,
    eligible: usize,
    automatic: usize,
    unverified: usize,
    rules: Vec<RuleJson>,
    later: Vec<LaterJson>,
    fallen: Vec<FallenJson>,
}

#[derive(Serialize)]
struct RuleJson {
    rule: RuleId,
    fail: usize,
    only: usize,
    later: Vec<LaterJson>,
}

#[derive(Serialize)]
struct LaterJson {
    from: String,
    count: usize,
}

#[derive(Serialize)]
struct FallenJson {
    employee: String,
    position: String,
    rules: Vec<RuleId>,
    lawful_from: Option<String>,
}

pub fn run(args: &Arguments, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let session = super::session(&args.of.dir, &args.of.plan, Access::Read, lang)?;
    let desk = &session.desk;
    let of = match (&args.position, &args.unit) {
        (Some(id), _) => PoolOf::Post(position(desk, id)?),
        (None, unit) => {
            let id = UnitId(unit.as_deref().unwrap_or_default().into());
            let unit = desk.grounds().facts.unit(&id);
            PoolOf::Unit(unit.ok_or_else(|| anyhow::anyhow!(pool::no_unit(lang, &id)))?)
        }
    };
    // Nothing cancels it here.
    let Some(found) = desk.pool(of, usize::from(args.months), &Control::unattended()) else { return Ok(Outcome::Clean) };
    if args.json {
        super::json(out, &answer(desk, &found))?;
    } else {
        pool::told(out, lang, desk, &found)?;
    }
    Ok(Outcome::Clean)
}

fn answer(desk: &Desk, found: &Pool) -> PoolJson {
    let facts = &desk.grounds().facts;
    let later = |(from, count): (Date, usize)| LaterJson { from: from.to_string(), count };
    let rule = |it: &crate::desk::pool::RuleShare| RuleJson {
        rule: it.rule,
        fail: it.fail,
        only: it.only,
        later: it.later.iter().copied().map(later).collect(),
    };
    let fallen = |it: &crate::desk::pool::Fallen| FallenJson {
        employee: facts.employees[it.who.at()].nip.to_string(),
        position: facts.positions[it.post.at()].id().to_string(),
        rules: it.rules.clone(),
        lawful_from: it.lawful_from.map(|day| day.to_string()),
    };
    PoolJson {
        considered: found.considered,
        eligible: found.eligible,
        automatic: found.automatic,
        unverified: found.unverified,
        rules: found.rules.iter().map(rule).collect(),
        later: found.later().into_iter().map(later).collect(),
        fallen: found.fallen.iter().map(fallen).collect(),
    }
}
