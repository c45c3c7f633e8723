//! `mutasi check`: data quality, and every rule on the plan.
use super::args::Read;
use super::output::{MetricsJson, VerdictJson};
use super::{Out, Outcome};
use crate::desk::Desk;
use crate::desk::quality::{Indicator, indicators};
use crate::desk::staffing::Staffing;
use crate::matching::{Control, SolveError, solve};
use crate::model::{Kind, Rosters};
use crate::rules::Scope;
use crate::store::import::{Known, Unresolved, unresolved};
use crate::store::rosters;
use crate::store::session::Access;
use crate::text::{Lang, reports};
use serde::Serialize;

#[derive(Serialize)]
struct CheckJson {
    indicators: Vec<IndicatorJson>,
    verdicts: Vec<VerdictJson>,
    metrics: MetricsJson,
}

#[derive(Serialize)]
struct IndicatorJson {
    code: &'static str,
    count: usize,
    of: usize,
}

pub fn run(args: &Read, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let session = super::session(&args.of.dir, &args.of.plan, Access::Read, lang)?;
    let desk = &session.desk;
    let found = indicators(desk.grounds());
    let best = best(desk)?;
    let holds = desk.verdicts.iter().all(|(_, _, verdict)| verdict.scope == Scope::Gate || !verdict.blocks());
    if args.json {
        let verdicts = desk.verdicts.iter().map(|(who, post, verdict)| VerdictJson::on(lang, desk, *who, *post, verdict));
        let answer = CheckJson {
            indicators: found.iter().map(|it: &Indicator| IndicatorJson { code: it.code, count: it.count, of: it.of }).collect(),
            verdicts: verdicts.collect(),
            metrics: MetricsJson::new(&desk.grounds().facts, &desk.metrics, best),
        };
        super::json(out, &answer)?;
    } else {
        let dangling = dangling(&rosters::load(&session.workspace.facts_folder())?);
        reports::check(out, lang, desk, &found, &dangling, best)?;
    }
    Ok(Outcome::holds(holds))
}

/// The optimum that pins, bans and overrides allow; `None` where the pins cannot hold together.
fn best(desk: &Desk) -> anyhow::Result<Option<i64>> {
    let staffing = Staffing::of(&desk.base, &desk.plan, &desk.overrides)?;
    match solve(&staffing.problem, &Control::unattended()) {
        Ok(solution) => Ok(Some(solution.objective)),
        Err(SolveError::Infeasible { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// References of every list that lead nowhere.
fn dangling(lists: &Rosters) -> Vec<Unresolved> {
    let known = Known::of(lists);
    // A list is not judged against itself: one kind at a time.
    [Kind::Units, Kind::Positions, Kind::Employees].iter().flat_map(|kind| unresolved(lists, &known, &[*kind])).collect()
}
