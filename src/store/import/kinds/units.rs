//! Units kerja.
use crate::model::{Unit, UnitId};
use crate::store::import::clean::quote;
use crate::store::import::problem::{Detail, Earlier};
use crate::store::import::row::{Rejected, Row};
use crate::store::import::run::Run;
use std::collections::HashMap;

super::header! {
    ID: Required "Id" | "UNOR ID" | "ID UNOR";
    NAME: Required "NamaUnor" | "UNOR NAMA" | "NAMA" | "NAMA UNIT";
    PARENT: Required "DiatasanId" | "ID ATASAN" | "ATASAN ID" | "UNOR ATASAN ID" | "UNOR INDUK ID";
}

/// Every row. A unit may stand before the one above it, so parents are looked up at the end.
pub fn read_all(run: &mut Run) -> Vec<Unit> {
    let added_to = run.request.added_to;
    let mut seen: HashMap<UnitId, Earlier> = HashMap::new();
    seen.extend(added_to.iter().flat_map(|lists| &lists.units).map(|unit| (unit.id.clone(), Earlier::Imported)));
    let mut parents: Vec<(u64, UnitId)> = Vec::new();
    let units = run.collect(|row| {
        let unit = read(row, &mut seen)?;
        parents.extend(unit.parent.iter().map(|parent| (row.number, parent.clone())));
        Ok(unit)
    });
    for (row, parent) in parents.iter().filter(|(_, parent)| !seen.contains_key(parent)) {
        run.warn(*row, PARENT, Detail::UnitUnknown(quote(&parent.0)));
    }
    units
}

fn read(row: &mut Row, seen: &mut HashMap<UnitId, Earlier>) -> Result<Unit, Rejected> {
    let id = row.unit(ID);
    let name = row.unit_name(NAME);
    let parent = row.unit(PARENT);
    if id.0.is_empty() {
        return Err(row.reject(ID, Detail::IdMissing));
    }
    if let Some(earlier) = seen.get(&id) {
        return Err(row.reject(ID, Detail::UnitDuplicate(*earlier)));
    }
    seen.insert(id.clone(), Earlier::Row(row.number));
    Ok(Unit { id, name, parent: (!parent.0.is_empty()).then_some(parent) })
}
