//! The kinds of file, one room each: its columns, and what becomes of a row.
mod acting;
mod appraisals;
mod aspirations;
mod competence;
mod discipline;
mod employees;
mod history;
mod positions;
mod potential;
mod relations;
mod satisfaction;
mod units;
mod workload;

use super::header::Column;
use super::run::Run;
use crate::model::{Kind, PositionId, Rosters};

/// Declares the columns of a kind: constants for their places, and the list [`Column`] by column.
/// `NAME: need [date] "HEADER" | "ALIAS" …;`
macro_rules! header {
    ($($id:ident: $need:ident $(($other:literal))? $([$date:ident])? $name:literal $(| $alias:literal)*;)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Place { $($id),+ }
        $(const $id: usize = Place::$id as usize;)+
        /// The columns of the kind.
        pub const COLUMNS: &[crate::store::import::header::Column] = &[$(crate::store::import::header::Column {
            name: $name,
            aliases: &[$($alias),*],
            need: crate::store::import::header::Need::$need $(($other))?,
            is_date: !<[&str]>::is_empty(&[$(stringify!($date))?]),
        }),+];
    };
}
use header;

/// The columns of a kind.
pub fn columns(kind: Kind) -> &'static [Column] {
    match kind {
        Kind::Employees => employees::COLUMNS,
        Kind::Units => units::COLUMNS,
        Kind::Positions => positions::COLUMNS,
        Kind::Competence => competence::COLUMNS,
        Kind::Appraisals => appraisals::COLUMNS,
        Kind::Potential => potential::COLUMNS,
        Kind::Discipline => discipline::COLUMNS,
        Kind::History => history::COLUMNS,
        Kind::Aspirations => aspirations::COLUMNS,
        Kind::Relations => relations::COLUMNS,
        Kind::Workload => workload::COLUMNS,
        Kind::Acting => acting::COLUMNS,
        Kind::Satisfaction => satisfaction::COLUMNS,
    }
}

/// Reads every row into the list of that kind. Also the positions named by rejected rows: they are
/// not gone from the peta, only badly written.
pub fn read(kind: Kind, run: &mut Run) -> (Rosters, Vec<PositionId>) {
    let mut lists = Rosters { imported: vec![kind], ..Rosters::default() };
    let mut refused = Vec::new();
    match kind {
        Kind::Employees => lists.employees = employees::read_all(run),
        Kind::Units => lists.units = units::read_all(run),
        Kind::Positions => (lists.positions, refused) = positions::read_all(run),
        Kind::Competence => lists.competence = run.collect(competence::read),
        Kind::Appraisals => lists.appraisals = run.collect(appraisals::read),
        Kind::Potential => lists.potential = run.collect(potential::read),
        Kind::Discipline => lists.discipline = run.collect(discipline::read),
        Kind::History => lists.history = run.collect(history::read),
        Kind::Aspirations => lists.aspirations = run.collect(aspirations::read),
        Kind::Relations => lists.relations = run.collect(relations::read),
        Kind::Workload => lists.workload = run.collect(workload::read),
        Kind::Acting => lists.acting = run.collect(acting::read),
        Kind::Satisfaction => lists.satisfaction = run.collect(satisfaction::read),
    }
    (lists, refused)
}
