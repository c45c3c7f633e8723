//! The rosters under `facts/`: one file a kind, `units.ron` written by people or `units.csv` written
//! by the import, read alike. RON is a list with one record a line; CSV has the field names of the
//! records as its header.
use crate::model::records::AbolishedPost;
use crate::model::{Kind, Rosters};
use crate::store::files;
use crate::store::stage::{Meter, Watch};
use rayon::prelude::*;
use ron::extensions::Extensions;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::cmp::Reverse;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// How much of a file is read at once, in bytes.
const BUFFER: usize = 64 << 10;

/// Runs the body with `$list` bound to the list of a kind.
macro_rules! with_list {
    ($kind:expr, [$($borrow:tt)+] $lists:ident, $list:ident => $body:expr) => {
        match $kind {
            Kind::Units => { let $list = $($borrow)+ $lists.units; $body }
            Kind::Positions => { let $list = $($borrow)+ $lists.positions; $body }
            Kind::Employees => { let $list = $($borrow)+ $lists.employees; $body }
            Kind::Competence => { let $list = $($borrow)+ $lists.competence; $body }
            Kind::Appraisals => { let $list = $($borrow)+ $lists.appraisals; $body }
            Kind::Potential => { let $list = $($borrow)+ $lists.potential; $body }
            Kind::Discipline => { let $list = $($borrow)+ $lists.discipline; $body }
            Kind::History => { let $list = $($borrow)+ $lists.history; $body }
            Kind::Aspirations => { let $list = $($borrow)+ $lists.aspirations; $body }
            Kind::Relations => { let $list = $($borrow)+ $lists.relations; $body }
            Kind::Workload => { let $list = $($borrow)+ $lists.workload; $body }
            Kind::Acting => { let $list = $($borrow)+ $lists.acting; $body }
            Kind::Satisfaction => { let $list = $($borrow)+ $lists.satisfaction; $body }
        }
    };
}

/// Why a roster could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum RosterError {
    /// The disk says no.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A record cannot be read.
    #[error("{}:{line}:{column}: {message}", path.display())]
    Record {
        /// Which file.
        path: PathBuf,
        /// Its line, from 1.
        line: u64,
        /// The column: a number in RON, the field's name in CSV.
        column: String,
        /// What was expected.
        message: String,
    },
    /// One kind has a `.ron` and a `.csv`: nobody can tell which one counts.
    #[error("{}: both .ron and .csv", path.display())]
    Both {
        /// The path of the RON file.
        path: PathBuf,
    },
}

impl RosterError {
    pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        |source| Self::Io { path: path.to_owned(), source }
    }
}

/// Reads every list that has a file in the folder (a workspace's `facts/`), and `abolished.ron`.
/// A folder that does not exist is one without files.
///
/// # Errors
/// [`RosterError`] with file, line and column.
pub fn load(folder: &Path) -> Result<Rosters, RosterError> {
    load_kinds(folder, &Kind::ALL, &|_| {})
}

/// As [`load`], only these kinds (and `abolished.ron`), telling how far it is.
///
/// # Errors
/// [`RosterError`] with file, line and column.
pub fn load_kinds(folder: &Path, kinds: &[Kind], watch: Watch<'_>) -> Result<Rosters, RosterError> {
    let mut files = Vec::new();
    for kind in kinds {
        files.extend(file_of(folder, *kind)?.map(|path| (*kind, path)));
    }
    let mut lists = load_files(files, watch)?;
    let abolished = folder.join("abolished.ron");
    if is_there(&abolished)? {
        lists.abolished = read_file(&abolished, |file| file)?;
    }
    Ok(lists)
}

/// Reads every list as it was before the last import, and what was abolished then; `None` where nothing was ever replaced.
///
/// # Errors
/// [`RosterError`] with file, line and column.
pub fn load_before(folder: &Path) -> Result<Option<Rosters>, RosterError> {
    let former = folder.join("former");
    let manifest = former.join(LAST);
    if !is_there(&manifest)? {
        return Ok(None);
    }
    let replaced: Vec<Replaced> = read_file(&manifest, |file| file)?;
    let mut files = Vec::new();
    for kind in Kind::ALL {
        let path = match replaced.iter().find(|it| it.list == kind.name()) {
            Some(it) => it.path(&former),
            None => file_of(folder, kind)?,
        };
        files.extend(path.map(|path| (kind, path)));
    }
    let mut lists = load_files(files, &|_| {})?;
    let abolished = match replaced.iter().find(|it| it.list == ABOLISHED) {
        Some(it) => it.path(&former),
        None => Some(folder.join("abolished.ron")),
    };
    if let Some(path) = abolished
        && is_there(&path)?
    {
        lists.abolished = read_file(&path, |file| file)?;
    }
    Ok(Some(lists))
}

/// The file that says what the last import replaced, under `facts/former/`.
pub const LAST: &str = "last.ron";
/// The name of the list of abolished posts in it.
pub const ABOLISHED: &str = "abolished";

/// A list that an import replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// Its name: that of the kind, or `abolished`.
    pub list: String,
    /// The file beside this one that holds what was there before; `None`: nothing was.
    pub former: Option<String>,
}

impl Replaced {
    /// Where the former list is: always beside the manifest, whatever that says.
    fn path(&self, former: &Path) -> Option<PathBuf> {
        Path::new(self.former.as_ref()?).file_name().map(|name| former.join(name))
    }
}

/// Says what an import replaced.
///
/// # Errors
/// [`RosterError`] of the disk.
pub fn save_replaced(folder: &Path, replaced: &[Replaced]) -> Result<(), RosterError> {
    write_file(&folder.join("former").join(LAST), |file| write_ron(file, replaced))
}

fn load_files(kinds: Vec<(Kind, PathBuf)>, watch: Watch<'_>) -> Result<Rosters, RosterError> {
    let mut files = Vec::new();
    for (at, (kind, path)) in kinds.into_iter().enumerate() {
        let bytes = path.metadata().map_err(RosterError::io(&path))?.len();
        files.push((at, kind, path, bytes));
    }
    let meter = Meter::new(watch, files.iter().map(|(.., bytes)| bytes).sum());
    // The largest first: the small ones fill the other threads.
    files.sort_by_key(|(.., bytes)| Reverse(*bytes));
    let read = files.par_iter().with_max_len(1).map(|(at, kind, path, _)| (*at, *kind, load_kind(path, *kind, &meter)));
    let mut read: Vec<(usize, Kind, Result<Rosters, RosterError>)> = read.collect();
    read.sort_by_key(|(at, ..)| *at);
    let mut lists = Rosters::default();
    for (_, kind, read) in read {
        let mut read = read?;
        with_list!(kind, [&mut] lists, list => *list = Listed::taken(&mut read));
        lists.imported.push(kind);
    }
    Ok(lists)
}

/// The list of one kind alone.
fn load_kind(path: &Path, kind: Kind, meter: &Meter<'_>) -> Result<Rosters, RosterError> {
    let mut lists = Rosters::default();
    with_list!(kind, [&mut] lists, list => *list = read_file(path, |file| meter.over(kind, file))?);
    Ok(lists)
}

/// Reads a list that is embedded in the program, into its place in `lists`.
///
/// # Errors
/// [`RosterError`] with line and column; the path is the kind's name.
pub fn read_embedded(kind: Kind, ron_text: &str, lists: &mut Rosters) -> Result<(), RosterError> {
    let path = PathBuf::from(kind.name()).with_extension("ron");
    with_list!(kind, [&mut] lists, list => *list = read_ron(&path, ron_text)?);
    if !lists.imported.contains(&kind) {
        lists.imported.push(kind);
    }
    Ok(())
}

/// The file of a kind, if it has one.
///
/// # Errors
/// [`RosterError::Both`] where there are two.
pub fn file_of(folder: &Path, kind: Kind) -> Result<Option<PathBuf>, RosterError> {
    let of = |extension: &str| {
        let path = folder.join(kind.name()).with_extension(extension);
        is_there(&path).map(|there| there.then_some(path))
    };
    match (of("ron")?, of("csv")?) {
        (Some(path), Some(_)) => Err(RosterError::Both { path }),
        (ron, csv) => Ok(ron.or(csv)),
    }
}

/// Whether a file exists; a folder that may not be read is an error, not an empty one.
fn is_there(path: &Path) -> Result<bool, RosterError> {
    path.try_exists().map_err(|source| RosterError::Io { path: path.to_owned(), source })
}

/// Writes the list of a kind as `<kind>.csv`, whole or not at all.
///
/// # Errors
/// [`RosterError::Io`].
pub fn save_csv(folder: &Path, kind: Kind, lists: &Rosters) -> Result<(), RosterError> {
    let path = folder.join(kind.name()).with_extension("csv");
    with_list!(kind, [&] lists, list => write_file(&path, |file| write_csv(file, list)))
}

/// Writes the list of a kind as `<kind>.ron`, one record a line, whole or not at all.
///
/// # Errors
/// [`RosterError::Io`].
pub fn save_ron(folder: &Path, kind: Kind, lists: &Rosters) -> Result<(), RosterError> {
    let path = folder.join(kind.name()).with_extension("ron");
    with_list!(kind, [&] lists, list => write_file(&path, |file| write_ron(file, list)))
}

/// Writes `abolished.ron`, whole or not at all.
///
/// # Errors
/// [`RosterError::Io`].
pub fn save_abolished(folder: &Path, posts: &[AbolishedPost]) -> Result<(), RosterError> {
    write_file(&folder.join("abolished.ron"), |file| write_ron(file, posts))
}

/// Adds the records of a kind to those of another set of lists.
pub fn append(kind: Kind, to: &mut Rosters, from: &Rosters) {
    with_list!(kind, [&mut] to, list => list.extend(with_list_cloned(kind, from)));
    if !to.imported.contains(&kind) {
        to.imported.push(kind);
    }

    /// The list of a kind, as whatever type the place it goes to has.
    fn with_list_cloned<T: Listed>(_kind: Kind, from: &Rosters) -> Vec<T> {
        T::list(from).to_vec()
    }
}

/// Empties the list of a kind.
pub fn clear(kind: Kind, lists: &mut Rosters) {
    with_list!(kind, [&mut] lists, list => list.clear());
}

fn read_file<T: DeserializeOwned, R: Read>(path: &Path, counted: impl FnOnce(File) -> R) -> Result<Vec<T>, RosterError> {
    let mut file = counted(File::open(path).map_err(RosterError::io(path))?);
    if path.extension().is_some_and(|extension| extension == "csv") {
        return read_csv(path, file);
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(RosterError::io(path))?;
    let text = String::from_utf8(bytes).map_err(|error| RosterError::Record {
        path: path.to_owned(),
        line: 1 + error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|b| **b == b'\n').count() as u64,
        column: "1".into(),
        message: "UTF-8".into(),
    })?;
    read_ron(path, &text)
}

fn ron_options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

fn read_ron<T: DeserializeOwned>(path: &Path, text: &str) -> Result<Vec<T>, RosterError> {
    // RON refuses a BOM with a message nobody would understand.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    ron_options().from_str(text).map_err(|error| RosterError::Record {
        path: path.to_owned(),
        line: error.span.start.line as u64,
        column: error.span.start.col.to_string(),
        message: error.code.to_string(),
    })
}

/// A record at a time: the text of a large list is never in memory as a whole.
fn read_csv<T: DeserializeOwned>(path: &Path, file: impl Read) -> Result<Vec<T>, RosterError> {
    let mut reader = csv::ReaderBuilder::new().buffer_capacity(BUFFER).from_reader(file);
    let header = reader.headers().cloned().unwrap_or_default();
    let records: Result<Vec<T>, csv::Error> = reader.into_deserialize().collect();
    records.map_err(|error| {
        let line = error.position().map_or(1, csv::Position::line);
        let (column, message) = match error.kind() {
            csv::ErrorKind::Io(source) => return RosterError::io(path)(io::Error::new(source.kind(), source.to_string())),
            csv::ErrorKind::Deserialize { err, .. } => {
                let field = err.field().and_then(|field| header.get(usize::try_from(field).ok()?));
                (field.unwrap_or_default().to_owned(), err.kind().to_string())
            }
            _ => (String::new(), error.to_string()),
        };
        RosterError::Record { path: path.to_owned(), line, column, message }
    })
}

fn write_csv<T: Serialize>(file: &mut Vec<u8>, list: &[T]) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(file);
    for record in list {
        writer.serialize(record).map_err(io::Error::other)?;
    }
    writer.flush()
}

fn write_ron<T: Serialize>(file: &mut Vec<u8>, list: &[T]) -> io::Result<()> {
    writeln!(file, "[")?;
    for record in list {
        writeln!(file, "{},", ron_options().to_string(record).map_err(io::Error::other)?)?;
    }
    writeln!(file, "]")
}

/// Writes a file whole or not at all, and makes its folder where it is missing.
pub(crate) fn write_file(path: &Path, write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> Result<(), RosterError> {
    let mut bytes = Vec::new();
    let folder = path.parent().unwrap_or(Path::new("."));
    let attempt =
        write(&mut bytes).and_then(|()| files::make_folder(folder)).and_then(|()| files::write_atomically(path, &bytes));
    attempt.map_err(RosterError::io(path))
}

/// A record that has a list.
trait Listed: Clone {
    fn list(lists: &Rosters) -> &[Self];
    fn taken(lists: &mut Rosters) -> Vec<Self>;
}
macro_rules! listed {
    ($($field:ident: $type:ty),+ $(,)?) => {
        $(impl Listed for $type {
            fn list(lists: &Rosters) -> &[Self] {
                &lists.$field
            }
            fn taken(lists: &mut Rosters) -> Vec<Self> {
                std::mem::take(&mut lists.$field)
            }
        })+
    };
}
listed! {
    units: crate::model::Unit, positions: crate::model::Position, employees: crate::model::Employee,
    competence: crate::model::Assessment, appraisals: crate::model::Appraisal, potential: crate::model::records::Talent,
    discipline: crate::model::records::Discipline, history: crate::model::records::FormerPost,
    aspirations: crate::model::records::Aspiration, relations: crate::model::records::Relation,
    workload: crate::model::records::Workload, acting: crate::model::records::Acting,
    satisfaction: crate::model::records::Survey,
}
