//! Geser TMT: what another effective date would change, before it is set.
use super::{Content, Kind, Label, about_nothing, card, no_detail};
use crate::app::State;
use crate::app::command::Id;
use crate::app::sought::Sought;
use crate::app::table::{Better, Cell, Column, Row, RowId, Section};
use crate::desk::shift::{Rejudged, Shift};
use crate::model::{EmployeeIx, LeavingReason, PositionIx, Standing};

/// The view.
pub static VIEW: Kind =
    Kind { title: Label::Shift, command: Some(Id::Shift), about: about_nothing, content, enter: card, detail: no_detail };

fn content(state: &State, _: Option<RowId>) -> Content {
    let tmt = state.trial_tmt();
    let day = (Label::EffectiveDate, Cell::Changed(state.heading.tmt, tmt));
    if tmt == state.heading.tmt {
        return empty(day, Label::ChooseDate);
    }
    match state.sought.shift.of(&tmt) {
        Some(Sought::Known(shift)) => told(day, shift),
        Some(Sought::Failed) => empty(day, Label::NotWorkedOut),
        _ => empty(day, Label::WorkingOut),
    }
}

fn empty(day: (Label, Cell), said: Label) -> Content {
    let columns = vec![Column::words(Label::Name, 16, 40, 0)];
    Content { facts: vec![day], sections: vec![Section { title: None, columns, rows: Vec::new().into(), empty: said }] }
}

fn told(day: (Label, Cell), shift: &Shift) -> Content {
    let days = [Label::Now, Label::Then];
    let sections = [judged_otherwise(&shift.verdicts, days), standing_otherwise(&shift.standing, days), pools(shift)];
    let mut facts = vec![day];
    facts.extend(figures(shift));
    Content { facts, sections: sections.into() }
}

fn figures(shift: &Shift) -> Vec<(Label, Cell)> {
    let [now, then] = &shift.metrics;
    let count = |now: u32, then: u32, better| Cell::Moved(now.into(), then.into(), better);
    vec![
        (Label::Blocked, count(now.blocked, then.blocked, Better::Less)),
        (Label::Warnings, count(now.warnings, then.warnings, Better::Less)),
        (Label::StructuralVacant, count(now.structural_vacant, then.structural_vacant, Better::Less)),
        (Label::Short, count(now.vacancies, then.vacancies, Better::Less)),
        (Label::Filled, Cell::Share(now.filled_permille, then.filled_permille)),
    ]
}

/// Verdicts that are otherwise.
pub(super) fn judged_otherwise(verdicts: &[Rejudged], [now, then]: [Label; 2]) -> Section {
    let cell = |verdict: Option<crate::rules::Verdict>| verdict.map_or(Cell::Missing(Label::None), |it| Cell::Sign(Some(it)));
    let row = |(at, it): (usize, &Rejudged)| Row {
        id: RowId::Verdict(it.who, u32::try_from(at).unwrap_or(u32::MAX)),
        cells: vec![Cell::Person(it.who), Cell::Post(it.post), cell(it.now), cell(it.then)],
    };
    Section {
        title: Some(Label::JudgedOtherwise),
        columns: vec![
            Column::words(Label::Name, 16, 30, 0),
            Column::words(Label::Position, 14, 40, 1),
            Column::words(now, 12, 34, 0),
            Column::words(then, 12, 34, 0),
        ],
        rows: verdicts.iter().enumerate().map(row).collect(),
        empty: Label::NothingJudgedOtherwise,
    }
}

/// People who count otherwise.
pub(super) fn standing_otherwise(people: &[(EmployeeIx, Standing, Standing)], [now, then]: [Label; 2]) -> Section {
    let row = |(who, now, then): &(EmployeeIx, Standing, Standing)| Row {
        id: RowId::Person(*who),
        cells: vec![Cell::Person(*who), standing(*now), standing(*then)],
    };
    Section {
        title: Some(Label::CountOtherwise),
        columns: vec![Column::words(Label::Name, 16, 30, 0), Column::words(now, 16, 40, 0), Column::words(then, 16, 40, 0)],
        rows: people.iter().map(row).collect(),
        empty: Label::NobodyCountsOtherwise,
    }
}

fn standing(it: Standing) -> Cell {
    match it {
        Standing::InPlan(_) => Cell::Word(Label::InThePlan),
        Standing::Leaves(LeavingReason::Retired(day)) => Cell::All(vec![Cell::Word(Label::RetiredBy), Cell::Date(day)]),
        Standing::Leaves(LeavingReason::Status(_)) => Cell::Word(Label::NotActive),
        Standing::OutOfScope => Cell::Word(Label::OutOfScope),
    }
}

fn pools(shift: &Shift) -> Section {
    let row = |(post, now, then): &(PositionIx, usize, usize)| {
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        Row { id: RowId::Post(*post), cells: vec![Cell::Post(*post), Cell::Moved(count(*now), count(*then), Better::More)] }
    };
    Section {
        title: Some(Label::PoolsOfVacant),
        columns: vec![Column::words(Label::Position, 20, 50, 0), Column::figures(Label::Eligible, 16, 0)],
        rows: shift.pools.iter().map(row).collect(),
        empty: Label::SamePools,
    }
}
