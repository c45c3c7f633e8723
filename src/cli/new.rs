//! `mutasi new`.
use super::args::{New, Sample};
use super::{Out, Outcome};
use crate::store::sample::{self, Choices};
use crate::store::{rosters, synthetic, workspace::Workspace};
use crate::text::{Lang, commands};
use jiff::ToSpan;
use jiff::civil::Date;
use std::io::Write;

pub fn run(args: &New, lang: Lang, out: &mut Out) -> anyhow::Result<Outcome> {
    let choices = Choices { title: args.title.clone(), today: args.today, tmt: args.tmt };
    match (args.sample, args.employees.zip(args.seed)) {
        (Some(Sample::Banyumanik), _) => {
            // The sample has dates of its own: its story stands on them.
            sample::create(&args.dir, &choices)?;
        }
        (None, chosen) => {
            let today = args.today.unwrap_or_else(|| jiff::ZonedDateTime::now().date());
            let tmt = args.tmt.unwrap_or_else(|| first_of_month_after_next(today));
            let people = chosen.map(|(employees, seed)| synthetic::generate(employees, seed, today));
            let title = args.title.clone().unwrap_or_default();
            let workspace = Workspace::create(&args.dir, &sample::settings_text(&title, today, tmt))?;
            if let Some(lists) = people {
                for kind in &lists.imported {
                    rosters::save_csv(&workspace.facts_folder(), *kind, &lists)?;
                }
            }
        }
    }
    let workspace = Workspace::open(&args.dir)?;
    writeln!(out, "{}", commands::made(lang, &workspace))?;
    Ok(Outcome::Clean)
}

/// The default TMT: time for a proposal, the TPK's meeting and the decree.
fn first_of_month_after_next(today: Date) -> Date {
    today.first_of_month().checked_add(2.months()).unwrap_or(Date::MAX)
}
