//! From files to `facts/`: nothing is written before every file of the call has been read, and what
//! was there before is kept.
use super::header::Layout;
use super::reference::Known;
use super::unresolved::{Unresolved, unresolved};
use super::{DateOrder, Imported, Refusal, Request, abolished, kind_of, parse, source};
use crate::model::{Kind, Position, PositionId, Rosters};
use crate::store::files;
use crate::store::journal::Lock;
use crate::store::rosters::{self, Replaced, RosterError};
use jiff::civil::Date;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How to import.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The kind of the files; `None`: told by each header.
    pub as_kind: Option<Kind>,
    /// The day of the workspace.
    pub today: Date,
    /// How to read dates that no column decides.
    pub date_order: Option<DateOrder>,
    /// Add to what was imported, instead of replacing it.
    pub append: bool,
    /// Read and report, write nothing.
    pub dry_run: bool,
}

/// What became of one file.
#[derive(Clone, Debug)]
pub struct Applied {
    /// The file, as it was named.
    pub file: PathBuf,
    /// What was read.
    pub imported: Imported,
    /// Whether the facts now hold it: not in a dry run, and not where every row was rejected (what
    /// was there before is then kept).
    pub written: bool,
    /// Where what was there before is kept.
    pub former: Option<PathBuf>,
    /// Where the rejected rows are, to be mended.
    pub rejected_file: Option<PathBuf>,
    /// Posts that the new peta no longer has.
    pub abolished: usize,
    /// Earlier lists that speak of what this one does not have.
    pub unresolved: Vec<Unresolved>,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file cannot be read.
    #[error("{}: {source}", path.display())]
    Unreadable {
        /// Which one.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file is refused as a whole.
    #[error("{}: {}", path.display(), refusal.code())]
    Refused {
        /// Which one.
        path: PathBuf,
        /// Why.
        refusal: Refusal,
    },
    /// What was imported before cannot be read, or the new facts not written.
    #[error(transparent)]
    Rosters(#[from] RosterError),
}

/// Imports files into a workspace: `facts` is its folder of rosters, `rejected/` lies in `workspace`.
///
/// The files are read in the order in which kinds refer to each other, whatever their own, and the
/// answers come in that order. A second file of one kind is added to the first.
///
/// # Errors
/// [`ImportError`]; nothing was written then, but for errors of the disk itself.
pub fn import_files(workspace: &Path, facts: &Path, files: &[PathBuf], options: &Options) -> Result<Vec<Applied>, ImportError> {
    let mut sources = files.iter().map(|path| Source::open(path, options)).collect::<Result<Vec<_>, _>>()?;
    sources.sort_by_key(|source| Kind::ALL.iter().position(|kind| *kind == source.kind));
    // Two imports at once would each write what the other did not see.
    let _alone = if options.dry_run { None } else { Some(alone(workspace)?) };
    let mut desk = Desk::open(facts, &sources, options)?;
    for source in sources {
        desk.read(source)?;
    }
    if !options.dry_run {
        desk.write(workspace, facts)?;
    }
    desk.find_unresolved(facts);
    Ok(desk.done)
}

/// The lock on a workspace's facts.
fn alone(workspace: &Path) -> Result<Lock, ImportError> {
    let path = workspace.join("import.lock");
    let held = Lock::take(&path).map_err(|source| ImportError::Unreadable { path: path.clone(), source })?;
    held.map_err(|holder| {
        let source = io::Error::new(io::ErrorKind::WouldBlock, format!("another import is under way ({holder})"));
        ImportError::Unreadable { path, source }
    })
}

struct Source {
    path: PathBuf,
    bytes: Vec<u8>,
    kind: Kind,
}

impl Source {
    fn open(path: &Path, options: &Options) -> Result<Self, ImportError> {
        let refused = |refusal| ImportError::Refused { path: path.to_owned(), refusal };
        let unreadable = |source| ImportError::Unreadable { path: path.to_owned(), source };
        // A device or a pipe has no size to ask for: the reading is limited, and `parse` refuses the rest.
        let mut bytes = Vec::new();
        let mut file = fs::File::open(path).map_err(unreadable)?.take(source::FILE_LIMIT + 1);
        file.read_to_end(&mut bytes).map_err(unreadable)?;
        let kind = options.as_kind.map_or_else(|| kind_of(&bytes), Ok).map_err(refused)?;
        Ok(Self { path: path.to_owned(), bytes, kind })
    }
}

/// The lists as they are, and as the files of this call make them.
struct Desk<'o> {
    options: &'o Options,
    lists: Rosters,
    positions_before: Vec<Position>,
    refused_positions: Vec<PositionId>,
    /// The kinds whose list is another now.
    come: Vec<Kind>,
    done: Vec<Applied>,
}

impl<'o> Desk<'o> {
    fn open(facts: &Path, sources: &[Source], options: &'o Options) -> Result<Self, ImportError> {
        let comes = |kind| sources.iter().any(|source| source.kind == kind);
        let is_needed = |kind: &Kind| match kind {
            // The peta before tells which posts are abolished.
            Kind::Positions => true,
            kind if comes(*kind) => options.append,
            kind => matches!(kind, Kind::Units | Kind::Employees),
        };
        let needed: Vec<Kind> = Kind::ALL.into_iter().filter(is_needed).collect();
        let lists = rosters::load_kinds(facts, &needed, &|_| {})?;
        let positions_before = lists.positions.clone();
        Ok(Self { options, lists, positions_before, refused_positions: Vec::new(), come: Vec::new(), done: Vec::new() })
    }

    fn read(&mut self, source: Source) -> Result<(), ImportError> {
        let Source { path, bytes, kind } = source;
        let is_added = self.options.append || self.come.contains(&kind);
        let known = Known::of(&self.lists);
        let request = Request {
            as_kind: Some(kind),
            today: self.options.today,
            date_order: self.options.date_order,
            known: &known,
            added_to: is_added.then_some(&self.lists),
        };
        let imported = match parse(&bytes, &request) {
            Ok(imported) => imported,
            Err(refusal) => return Err(ImportError::Refused { path, refusal }),
        };
        // A file of which nothing is good is the wrong file: it replaces nothing.
        let is_taken = imported.accepted > 0 || imported.rows == 0;
        if is_taken {
            if !is_added {
                rosters::clear(kind, &mut self.lists);
            }
            rosters::append(kind, &mut self.lists, &imported.records);
            self.refused_positions.extend(imported.refused_positions.iter().cloned());
            if !self.come.contains(&kind) {
                self.come.push(kind);
            }
        }
        self.done.push(Applied {
            file: path,
            imported,
            written: is_taken && !self.options.dry_run,
            former: None,
            rejected_file: None,
            abolished: 0,
            unresolved: Vec::new(),
        });
        Ok(())
    }

    fn write(&mut self, workspace: &Path, facts: &Path) -> Result<(), ImportError> {
        let mut replaced = Vec::new();
        for kind in self.come.clone() {
            // What was there is kept in any case: a plan is judged anew beside it.
            let former = keep_former(facts, kind)?;
            replaced.push(Replaced { list: kind.name().to_owned(), former: former.as_deref().and_then(name_of) });
            rosters::save_csv(facts, kind, &self.lists)?;
            let hand_written = facts.join(kind.name()).with_extension("ron");
            if hand_written.exists() {
                fs::remove_file(&hand_written).map_err(RosterError::io(&hand_written))?;
            }
            let abolished = if kind == Kind::Positions { self.write_abolished(facts, &mut replaced)? } else { 0 };
            // Where records are only added nothing is lost but what people wrote into a RON file between them.
            let is_lost = |path: &PathBuf| !self.options.append || path.extension().is_some_and(|it| it == "ron");
            if let Some(applied) = self.done.iter_mut().find(|applied| applied.imported.kind == kind) {
                (applied.former, applied.abolished) = (former.filter(is_lost), abolished);
            }
        }
        if !replaced.is_empty() {
            rosters::save_replaced(facts, &replaced)?;
        }
        for applied in &mut self.done {
            applied.rejected_file = write_rejected(&workspace.join("rejected"), &applied.imported)?;
        }
        Ok(())
    }

    /// How many posts are newly abolished.
    fn write_abolished(&self, facts: &Path, replaced: &mut Vec<Replaced>) -> Result<usize, ImportError> {
        let listed = &self.lists.abolished;
        let posts = abolished::update(listed, &self.positions_before, &self.lists.positions, &self.refused_positions);
        if posts != *listed {
            let path = facts.join("abolished.ron");
            let former = if path.exists() { Some(keep(facts, &path, rosters::ABOLISHED)?) } else { None };
            replaced.push(Replaced { list: rosters::ABOLISHED.to_owned(), former: former.as_deref().and_then(name_of) });
            rosters::save_abolished(facts, &posts)?;
        }
        Ok(posts.iter().filter(|post| !listed.contains(post)).count())
    }

    /// Looks through the lists that are on disk. One that cannot be read is told by whoever needs it.
    fn find_unresolved(&mut self, facts: &Path) {
        let targets = [Kind::Units, Kind::Positions, Kind::Employees];
        if !self.come.iter().any(|kind| targets.contains(kind)) {
            return;
        }
        for kind in Kind::ALL.into_iter().filter(|kind| !targets.contains(kind) && !self.come.contains(kind)) {
            if let Ok(lists) = rosters::load_kinds(facts, &[kind], &|_| {}) {
                rosters::clear(kind, &mut self.lists);
                rosters::append(kind, &mut self.lists, &lists);
            }
        }
        let found = unresolved(&self.lists, &Known::of(&self.lists), &self.come);
        let target_of = |code: &str| match code {
            "unit.unknown" => Kind::Units,
            "position.unknown" => Kind::Positions,
            _ => Kind::Employees,
        };
        for item in found {
            if let Some(applied) = self.done.iter_mut().find(|applied| applied.imported.kind == target_of(item.code)) {
                applied.unresolved.push(item);
            }
        }
    }
}

/// Keeps the file that is about to be written anew as `former/<kind>-<sequence>`.
fn keep_former(facts: &Path, kind: Kind) -> Result<Option<PathBuf>, RosterError> {
    rosters::file_of(facts, kind)?.map(|path| keep(facts, &path, kind.name())).transpose()
}

fn keep(facts: &Path, path: &Path, name: &str) -> Result<PathBuf, RosterError> {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("csv");
    let former = next_free(&facts.join("former"), name)?.with_extension(extension);
    rosters::write_file(&former, |file| io::copy(&mut fs::File::open(path)?, file).map(|_| ()))?;
    Ok(former)
}

fn name_of(path: &Path) -> Option<String> {
    Some(path.file_name()?.to_str()?.to_owned())
}

/// Rejected rows as a file that a spreadsheet opens and, once mended, the import reads.
fn write_rejected(folder: &Path, imported: &Imported) -> Result<Option<PathBuf>, RosterError> {
    if imported.rejected.is_empty() {
        return Ok(None);
    }
    let path = next_free(folder, imported.kind.name())?.with_extension("csv");
    rosters::write_file(&path, |file| {
        // The BOM tells spreadsheets that this is UTF-8.
        file.extend_from_slice(b"\xef\xbb\xbf");
        let mut writer = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(file);
        let header = imported.header.iter().map(|cell| super::personal::defused(cell));
        writer.write_record(Layout::REJECTED_COLUMNS.map(str::to_owned).into_iter().chain(header))?;
        for row in &imported.rejected {
            let front = [row.row.to_string(), row.codes.join(" ")];
            writer.write_record(front.iter().chain(&row.cells))?;
        }
        writer.flush()
    })?;
    Ok(Some(path))
}

/// `<folder>/<kind>-<n>` with the number after the highest one there.
fn next_free(folder: &Path, name: &str) -> Result<PathBuf, RosterError> {
    files::make_folder(folder).map_err(RosterError::io(folder))?;
    let prefix = format!("{name}-");
    let number = |file: &str| Path::new(file.strip_prefix(&prefix)?).file_stem()?.to_str()?.parse::<u64>().ok();
    let entries = fs::read_dir(folder).map_err(RosterError::io(folder))?;
    let highest = entries.flatten().filter_map(|entry| number(entry.file_name().to_str()?)).max().unwrap_or(0);
    Ok(folder.join(format!("{prefix}{}", highest.saturating_add(1))))
}
