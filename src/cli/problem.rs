//! `mutasi problem`: the matching problem as a DIMACS minimum-cost flow, streamed.
use super::args::OfPlan;
use super::{Out, Outcome};
use crate::desk::staffing::Staffing;
use crate::store::session::Access;
use crate::text::Lang;

pub fn run(args: &OfPlan, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let session = super::session(&args.dir, &args.plan, Access::Read, lang)?;
    let desk = &session.desk;
    let staffing = Staffing::of(&desk.base, &desk.plan, &desk.overrides)?;
    staffing.write_dimacs(&desk.grounds().facts, out)?;
    Ok(Outcome::Clean)
}
