//! Headers: matched regardless of case, spaces and underscores, by the variants seen in the wild.
use super::kinds;
use super::personal;
use super::problem::Refusal;
use crate::model::Kind;
use std::collections::HashMap;
use std::sync::Arc;

/// Whether a file can do without the column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The file is refused without it.
    Required,
    /// Unknown or empty where it is missing.
    Optional,
    /// Required unless that other column is there.
    Unless(&'static str),
}

/// A column of a kind of file.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its header in the contract.
    pub name: &'static str,
    /// Other headers seen for it.
    pub aliases: &'static [&'static str],
    /// Whether a file can do without it.
    pub need: Need,
    /// Whether it holds dates, so that its order of day and month must be told.
    pub is_date: bool,
}

/// A header without what does not count: case, spaces, underscores, punctuation, BOM.
pub fn normalise(header: &str) -> String {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Where the columns of a kind stand in a file.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The kind of file.
    pub kind: Kind,
    columns: &'static [Column],
    at: Vec<Option<usize>>,
    names: Vec<Arc<str>>,
    personal: Vec<bool>,
}

impl Layout {
    /// The columns put before the others in files of rejected rows.
    pub const REJECTED_COLUMNS: [&'static str; 2] = ["BARIS", "KODE"];

    /// Tells the kind by the header (or takes `as_kind`) and finds its columns.
    ///
    /// # Errors
    /// [`Refusal::HeaderMissing`] names the missing columns; [`Refusal::KindUnknown`] where the
    /// header fits nothing.
    pub fn find(header: &[String], as_kind: Option<Kind>) -> Result<Self, Refusal> {
        let mut index = HashMap::new();
        // A file of rejected rows comes back mended: our own KODE is not the one of a competency.
        let ours = if header.starts_with(&Self::REJECTED_COLUMNS.map(str::to_owned)) { 2 } else { 0 };
        for (at, cell) in header.iter().enumerate().skip(ours) {
            index.entry(normalise(cell)).or_insert(at);
        }
        let kind = as_kind.or_else(|| tell(&index)).ok_or(Refusal::KindUnknown)?;
        let columns = kinds::columns(kind);
        let missing = missing(columns, &index);
        if !missing.is_empty() {
            return Err(Refusal::HeaderMissing { kind, columns: missing });
        }
        let at: Vec<Option<usize>> = columns.iter().map(|column| place(column, &index)).collect();
        let name = |(column, at): (&Column, &Option<usize>)| match at {
            Some(at) => Arc::from(header[*at].chars().take(60).collect::<String>()),
            None => Arc::from(column.name),
        };
        let names = columns.iter().zip(&at).map(name).collect();
        let personal = header.iter().map(|cell| personal::is_personal(&normalise(cell))).collect();
        Ok(Self { kind, columns, at, names, personal })
    }

    /// How many columns the kind has.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether the kind has no column: never.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Cells of the header.
    pub fn width(&self) -> usize {
        self.personal.len()
    }

    /// Where a column stands in a record; `None` where the file has no such column.
    pub fn place(&self, column: usize) -> Option<usize> {
        self.at.get(column).copied().flatten()
    }

    /// The header over a column as the file writes it.
    pub fn header_of(&self, column: usize) -> Arc<str> {
        self.names.get(column).cloned().unwrap_or_else(|| Arc::from(""))
    }

    /// Whether the cell at that place of a record is never kept.
    pub fn is_personal(&self, at: usize) -> bool {
        // A cell beyond the header has no name: better blank than kept by mistake.
        self.personal.get(at).copied().unwrap_or(true)
    }

    /// The date columns the file has, with their places.
    pub fn date_columns(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let place = |(column, it): (usize, &Column)| it.is_date.then(|| self.place(column).map(|at| (column, at))).flatten();
        self.columns.iter().enumerate().filter_map(place)
    }
}

/// The contract's name first: an alias of one column may be the name of another.
fn place(column: &Column, index: &HashMap<String, usize>) -> Option<usize> {
    std::iter::once(&column.name).chain(column.aliases).find_map(|name| index.get(&normalise(name)).copied())
}

fn missing(columns: &'static [Column], index: &HashMap<String, usize>) -> Vec<&'static str> {
    let is_there = |name: &str| columns.iter().any(|c| c.name == name && place(c, index).is_some());
    let is_missing = |column: &&Column| match column.need {
        Need::Optional => false,
        Need::Required => place(column, index).is_none(),
        Need::Unless(other) => place(column, index).is_none() && !is_there(other),
    };
    columns.iter().filter(is_missing).map(|column| column.name).collect()
}

/// The kind whose required columns are all there, the one with most columns where several are; or
/// else the one that misses least, if at least half of it is there: its missing headers are named.
fn tell(index: &HashMap<String, usize>) -> Option<Kind> {
    let fit = |kind: Kind| {
        let columns = kinds::columns(kind);
        let matched = columns.iter().filter(|column| place(column, index).is_some()).count();
        let required = columns.iter().filter(|column| column.need != Need::Optional).count();
        (kind, missing(columns, index).len(), required, matched)
    };
    let fits: Vec<_> = Kind::ALL.into_iter().map(fit).collect();
    let whole =
        fits.iter().filter(|(_, missing, ..)| *missing == 0).max_by_key(|(_, _, required, matched)| (*matched, *required));
    let nearest = || {
        let half = fits.iter().filter(|(_, missing, required, _)| missing * 2 <= *required);
        half.max_by_key(|(_, missing, required, matched)| (*matched, (required - missing) * 100 / required))
    };
    whole.or_else(nearest).map(|(kind, ..)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(header: &str) -> Option<Kind> {
        Layout::find(&header.split(';').map(str::to_owned).collect::<Vec<_>>(), None).ok().map(|layout| layout.kind)
    }

    #[test]
    fn every_kind_is_told_by_the_header_of_the_contract() {
        for wanted in Kind::ALL {
            let header: Vec<String> = kinds::columns(wanted).iter().map(|c| c.name.to_owned()).collect();
            assert_eq!(Layout::find(&header, None).map(|l| l.kind), Ok(wanted));
            let required: Vec<String> =
                kinds::columns(wanted).iter().filter(|c| c.need != Need::Optional).map(|c| c.name.to_owned()).collect();
            assert_eq!(Layout::find(&required, None).map(|l| l.kind), Ok(wanted), "{required:?}");
        }
    }

    #[test]
    fn case_spaces_and_underscores_do_not_count() {
        assert_eq!(kind("ID;NAMA_UNOR;ID_ATASAN"), Some(Kind::Units));
        assert_eq!(kind("\u{feff}nip_1;Nip2;hubungan"), Some(Kind::Relations));
        assert_eq!(kind("nip;Tahun;predikat"), Some(Kind::Appraisals));
        assert_eq!(kind("a;b;c"), None);
    }

    #[test]
    fn whichever_header_is_missing_the_kind_is_still_told() {
        for wanted in Kind::ALL {
            for dropped in kinds::columns(wanted).iter().filter(|column| column.need == Need::Required) {
                let names = kinds::columns(wanted).iter().map(|column| column.name);
                let header: Vec<String> = names.filter(|name| *name != dropped.name).map(str::to_owned).collect();
                let refusal = Layout::find(&header, None).map(|layout| layout.kind);
                assert_eq!(refusal, Err(Refusal::HeaderMissing { kind: wanted, columns: vec![dropped.name] }));
            }
        }
    }

    #[test]
    fn missing_headers_are_named() {
        let header: Vec<String> = ["NIP", "KODE", "TANGGAL ASESMEN"].map(str::to_owned).into();
        let refusal = Layout::find(&header, None).map(|l| l.kind);
        assert_eq!(refusal, Err(Refusal::HeaderMissing { kind: Kind::Competence, columns: vec!["LEVEL"] }));
        let skp: Vec<String> = ["NIP", "TAHUN"].map(str::to_owned).into();
        assert!(
            matches!(Layout::find(&skp, Some(Kind::Appraisals)), Err(Refusal::HeaderMissing { columns, .. }) if columns.len() == 2)
        );
    }
}
