//! `mutasi rank`: best posts for a person, or best people for a post.
use super::args::Rank;
use super::profiles::ProfilesJson;
use super::score::{employee, position};
use super::{Out, Outcome};
use crate::desk::ranking::{Ranked, Ranking};
use crate::model::Facts;
use crate::rules::RuleId;
use crate::store::session::Access;
use crate::text::{Lang, reports};
use serde::Serialize;

#[derive(Serialize)]
struct RankedJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    employee: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<String>,
    total: i64,
    value: i64,
    eligible: bool,
    automatic: bool,
    first_rule: Option<RuleId>,
    profiles: ProfilesJson,
}

pub fn run(args: &Rank, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let session = super::session(&args.of.dir, &args.of.plan, Access::Read, lang)?;
    let desk = &session.desk;
    let of_person = args.employee.is_some();
    let ranked = match (&args.employee, &args.position) {
        (Some(nip), _) => desk.best(Ranking::Posts(employee(desk, nip)?), args.top),
        (None, Some(id)) => desk.best(Ranking::People(position(desk, id)?), args.top),
        // clap asks for one of the two.
        (None, None) => Vec::new(),
    };
    if args.json {
        let facts = &desk.grounds().facts;
        let profiles = ProfilesJson::new(&desk.grounds().policy.parameters);
        super::json(out, &ranked.iter().map(|it| line(facts, it, of_person, &profiles)).collect::<Vec<_>>())?;
    } else {
        reports::ranking(out, lang, desk, &ranked, of_person)?;
    }
    Ok(Outcome::Clean)
}

fn line(facts: &Facts, it: &Ranked, of_person: bool, profiles: &ProfilesJson) -> RankedJson {
    RankedJson {
        employee: (!of_person).then(|| facts.employees[it.who.at()].nip.to_string()),
        position: of_person.then(|| facts.positions[it.post.at()].id().to_string()),
        total: it.score.total,
        value: it.value,
        eligible: it.judged.is_eligible,
        automatic: it.judged.is_automatic,
        first_rule: it.judged.first_rule,
        profiles: profiles.clone(),
    }
}
