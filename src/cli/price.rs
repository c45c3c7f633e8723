//! `mutasi price`: what every pin, lock, ban and permission of a plan costs.
use super::args::Price;
use super::output::MetricsJson;
use super::{Out, Outcome};
use crate::desk::Desk;
use crate::desk::constraints::{Constraint, ConstraintPrices, Otherwise, Sort};
use crate::desk::live::LiveBest;
use crate::matching::Control;
use crate::model::{EmployeeIx, PositionIx};
use crate::store::session::Access;
use crate::text::{Lang, commands, constraints};
use serde::Serialize;

#[derive(Serialize)]
struct PricesJson {
    best: i64,
    constraints: Vec<ConstraintJson>,
    kinds: Vec<KindJson>,
}

#[derive(Serialize)]
struct KindJson {
    kind: &'static str,
    count: usize,
    sum: i64,
    together: Option<i64>,
}

#[derive(Serialize)]
struct ConstraintJson {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    employee: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lock: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    permission: Option<PermissionJson>,
    price: Option<i64>,
    without: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    otherwise: Option<OtherwiseJson>,
}

#[derive(Serialize)]
struct PermissionJson {
    rule: String,
    document: String,
    date: String,
    official: String,
    reason: String,
}

#[derive(Serialize)]
struct OtherwiseJson {
    displaced: Vec<DisplacedJson>,
    with: MetricsJson,
    without: MetricsJson,
}

#[derive(Serialize)]
struct DisplacedJson {
    employee: String,
    with: Option<String>,
    without: Option<String>,
}

pub fn run(args: &Price, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let session = super::session(&args.of.dir, &args.of.plan, Access::Read, lang)?;
    let desk = &session.desk;
    let calm = Control::unattended();
    let composed = |error| anyhow::anyhow!(commands::not_composed(lang, desk, &error));
    let mut best = LiveBest::of(desk, &calm).map_err(composed)?;
    let prices = ConstraintPrices::of(desk, &mut best, &calm).map_err(composed)?;
    let mut behind = Vec::new();
    for (constraint, price) in &prices.each {
        let is_asked = args.displaced && price.is_some();
        behind.push(is_asked.then(|| desk.otherwise(constraint, &calm)).transpose().map_err(composed)?);
    }
    if args.json {
        let each = prices.each.iter().zip(&behind);
        let answer = PricesJson {
            best: prices.best,
            constraints: each.map(|((it, price), behind)| line(desk, prices.best, it, *price, behind.as_ref())).collect(),
            kinds: kinds(&prices),
        };
        super::json(out, &answer)?;
    } else {
        constraints::prices(out, lang, desk, &prices, &behind)?;
    }
    Ok(Outcome::Clean)
}

fn kinds(prices: &ConstraintPrices) -> Vec<KindJson> {
    let kind = |(sort, together): (Sort, &Option<i64>)| {
        let count = prices.each.iter().filter(|(it, _)| it.sort() == sort).count();
        (count > 0).then(|| KindJson { kind: sort.code(), count, sum: prices.sum(sort), together: *together })
    };
    Sort::ALL.into_iter().zip(&prices.together).filter_map(kind).collect()
}

fn line(desk: &Desk, best: i64, it: &Constraint, price: Option<i64>, behind: Option<&Otherwise>) -> ConstraintJson {
    let facts = &desk.grounds().facts;
    let id = |post: Option<PositionIx>| post.map(|post| facts.positions[post.at()].id().to_string());
    let nip = |who: EmployeeIx| facts.employees[who.at()].nip.to_string();
    let lock = match it {
        Constraint::Lock(lock) => Some(lock.to_string()),
        _ => None,
    };
    let permission = desk.permission(it).map(|it| PermissionJson {
        rule: it.rule.clone(),
        document: it.document.clone(),
        date: it.date.to_string(),
        official: it.official.clone(),
        reason: it.reason.clone(),
    });
    let kind = if lock.is_some() { "lock" } else { it.sort().code() };
    let otherwise = behind.map(|behind| OtherwiseJson {
        displaced: behind
            .displaced
            .iter()
            .map(|(who, with, without)| DisplacedJson { employee: nip(*who), with: id(*with), without: id(*without) })
            .collect(),
        with: MetricsJson::new(facts, &behind.metrics[0], None),
        without: MetricsJson::new(facts, &behind.metrics[1], None),
    });
    let (employee, position, without) = (it.person().map(nip), id(it.post()), price.map(|price| best - price));
    ConstraintJson { kind, employee, position, lock, permission, price, without, otherwise }
}
