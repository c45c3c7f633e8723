//! Ketentuan: the pack and profiles in force, the gates of the plan, and what would be judged otherwise under another pack.
use super::shift::{judged_otherwise, standing_otherwise};
use super::{Content, Kind, Label, about_nothing, card, line, no_detail};
use crate::app::State;
use crate::app::command::Id;
use crate::app::sought::Sought;
use crate::app::table::{Better, Cell, Column, RowId, Section};
use crate::desk::packs::SideBySide;
use crate::model::Parameters;
use crate::rules::gate::Gate;

/// The view.
pub static VIEW: Kind =
    Kind { title: Label::Packs, command: Some(Id::Packs), about: about_nothing, content, enter: card, detail: no_detail };

/// The heads of what this pack says, and the other.
const BOTH: [Label; 2] = [Label::ThisPack, Label::OtherPack];

fn content(state: &State, _: Option<RowId>) -> Content {
    let here = &state.desk.grounds().policy.parameters;
    match &state.sought.packs {
        Sought::Known(found) => {
            let mut facts = profiles(&found.parameters[0], Some(&found.parameters[1]));
            facts.extend(figures(found));
            let different = [judged_otherwise(&found.different, BOTH), standing_otherwise(&found.standing, BOTH)];
            Content { facts, sections: different.into_iter().chain([gates(state)]).collect() }
        }
        other => {
            let said = if matches!(other, Sought::Failed) { Label::NotWorkedOut } else { Label::WorkingOut };
            let awaited = Section { title: Some(Label::JudgedOtherwise), empty: said, ..judged_otherwise(&[], BOTH) };
            let sections = if state.beside.is_some() { vec![awaited, gates(state)] } else { vec![gates(state)] };
            Content { facts: profiles(here, None), sections }
        }
    }
}

/// The profiles in force, and those of the other pack where they are others.
fn profiles(here: &Parameters, there: Option<&Parameters>) -> Vec<(Label, Cell)> {
    let named = |name: fn(&Parameters) -> &str| {
        let other = there.map(name).filter(|other| *other != name(here));
        Cell::Text(other.map_or_else(|| name(here).to_owned(), |other| format!("{} → {other}", name(here))))
    };
    let months = |of: &Parameters| i64::from(of.minimum_tenure_months);
    let tenure = Cell::Moved(months(here), there.map_or(months(here), months), Better::Neither);
    vec![
        (Label::RulePack, named(|of| &of.profiles.pack)),
        (Label::MinimumTenure, Cell::All(vec![tenure, named(|of| &of.profiles.minimum_tenure)])),
        (Label::JpmProfile, named(|of| &of.profiles.jpm)),
        (Label::NineBoxProfile, named(|of| &of.profiles.nine_box)),
        (Label::RetirementProfile, named(|of| &of.profiles.retirement)),
        (Label::WorkingTime, named(|of| &of.profiles.working_hours)),
    ]
}

fn figures(found: &SideBySide) -> Vec<(Label, Cell)> {
    let [here, there] = &found.metrics;
    let count = |here: u32, there: u32| Cell::Moved(here.into(), there.into(), Better::Less);
    vec![(Label::Blocked, count(here.blocked, there.blocked)), (Label::Warnings, count(here.warnings, there.warnings))]
}

/// What must be there before the plan's next status.
fn gates(state: &State) -> Section {
    let row = |(at, gate): (usize, Gate)| line(at, vec![Cell::Verdict(gate.verdict)]);
    Section {
        title: Some(Label::Gates),
        columns: vec![Column::words(Label::Gates, 40, 200, 0)],
        rows: state.desk.gates().into_iter().enumerate().map(row).collect(),
        empty: Label::NoGates,
    }
}
