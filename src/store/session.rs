//! A plan opened to be worked on: its journal and the desk it folds into. The one path by which a
//! plan changes, for mouse, keyboard, command line and solver alike.
use super::certificates::Certificate;
use super::journal::{Entry, Journal, JournalError};
use super::stage::{Stage, Watch};
use super::typed::{self, Typed};
use super::workspace::{Stamp, Workspace, WorkspaceError};
use crate::desk::acting::Appointment;
use crate::desk::composition::Composition;
use crate::desk::edit::{Edit, Refusal};
use crate::desk::{Desk, Foundation};
use crate::model::plan::{Action, Plan};
use crate::model::{History, Status};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// Why a plan cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The workspace.
    #[error(transparent)]
    Workspace(#[from] WorkspaceError),
    /// The journal.
    #[error(transparent)]
    Journal(#[from] JournalError),
}

/// Why a change did not happen.
#[derive(Debug)]
pub enum ChangeError {
    /// Refused by the desk.
    Refused(Refusal),
    /// Not written.
    Journal(JournalError),
}

/// How to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To change it; refused while another program has it.
    Write,
    /// To change it, making the plan where it does not exist.
    Make,
    /// To read it.
    Read,
}

/// An opened plan.
#[derive(Debug)]
pub struct Session {
    /// The workspace.
    pub workspace: Workspace,
    /// The plan's name.
    pub name: String,
    /// The plan's folder.
    pub folder: PathBuf,
    /// The journal's entries.
    pub entries: Vec<Entry>,
    /// Which of them count.
    pub history: History,
    /// The plan on its foundation.
    pub desk: Desk,
    /// The journal.
    pub journal: Journal,
    /// Of the lists as they were read.
    stamp: Option<Stamp>,
}

/// Reads a plan again that somebody else works on: the lists only where they are others.
#[derive(Debug)]
pub struct Reader {
    workspace: Workspace,
    name: String,
    before: Before,
}

/// A foundation with what it was made for: the stamp of the lists, and the plan's settings.
#[derive(Debug)]
struct Before {
    base: Arc<Foundation>,
    stamp: Option<Stamp>,
    settings: BTreeMap<String, String>,
}

impl Before {
    /// The foundation, where it would be made the same again.
    fn same(self, stamp: &Option<Stamp>, plan: &Plan) -> Option<Arc<Foundation>> {
        (stamp.is_some() && self.stamp == *stamp && self.settings == plan.settings).then_some(self.base)
    }
}

impl Reader {
    /// Reads it.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn read(self) -> Result<Session, OpenError> {
        Session::opened(self.workspace, &self.name, Access::Read, Some(self.before), &|_| {})
    }
}

impl Session {
    /// Opens a plan.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(workspace: Workspace, name: &str, access: Access) -> Result<Self, OpenError> {
        Self::open_watched(workspace, name, access, &|_| {})
    }

    /// Opens a plan, telling how far it is.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open_watched(workspace: Workspace, name: &str, access: Access, watch: Watch<'_>) -> Result<Self, OpenError> {
        Self::opened(workspace, name, access, None, watch)
    }

    /// For reading the plan again, on any thread.
    pub fn reader(&self) -> Reader {
        let (base, settings) = (self.desk.base.clone(), self.desk.plan.settings.clone());
        let before = Before { base, stamp: self.stamp.clone(), settings };
        Reader { workspace: self.workspace.clone(), name: self.name.clone(), before }
    }

    fn opened(
        workspace: Workspace,
        name: &str,
        access: Access,
        before: Option<Before>,
        watch: Watch<'_>,
    ) -> Result<Self, OpenError> {
        watch(Stage::Journal);
        let folder = workspace.plan_folder(name, access == Access::Make)?;
        let (journal, entries) = match access {
            Access::Read => Journal::open_read_only::<Action>(&folder)?,
            Access::Write | Access::Make => Journal::open(&folder)?,
        };
        let mut history = History::default();
        for entry in &entries {
            history.push(entry.sequence, entry.action.clone());
        }
        let plan = history.plan();
        // Before the lists are read: what is written meanwhile is read the next time.
        let stamp = workspace.stamp();
        let base = match before.and_then(|before| before.same(&stamp, &plan)) {
            Some(base) => base,
            None => Arc::new(foundation_watched(&workspace, &plan, watch)?),
        };
        let (desk, name) = (Desk::new(base, plan), name.to_owned());
        Ok(Self { desk, workspace, name, folder, entries, history, journal, stamp })
    }

    /// Asks the desk, and writes what it accepts.
    ///
    /// # Errors
    /// [`ChangeError`]; nothing then changed.
    pub fn edit(&mut self, edit: Edit) -> Result<&Entry, ChangeError> {
        let action = self.desk.decide(edit).map_err(ChangeError::Refused)?;
        self.record(action).map_err(ChangeError::Journal)
    }

    /// Takes the last decision back.
    ///
    /// # Errors
    /// [`ChangeError`].
    pub fn undo(&mut self) -> Result<&Entry, ChangeError> {
        let (entry, _) = self.history.undo_target().ok_or(ChangeError::Refused(Refusal::NothingToUndo))?;
        self.record(Action::Undo { entry }).map_err(ChangeError::Journal)
    }

    /// Lets the decision taken back last count again.
    ///
    /// # Errors
    /// [`ChangeError`].
    pub fn redo(&mut self) -> Result<&Entry, ChangeError> {
        let (entry, _) = self.history.redo_target().ok_or(ChangeError::Refused(Refusal::NothingToRedo))?;
        self.record(Action::Redo { entry }).map_err(ChangeError::Journal)
    }

    /// Writes down who acts on a vacant post, in the workspace's own journal; every plan of it has it then.
    ///
    /// # Errors
    /// [`ChangeError`]; nothing then changed.
    pub fn appoint(&mut self, it: &Appointment) -> Result<(), ChangeError> {
        if !self.journal.is_writable() {
            return Err(ChangeError::Journal(JournalError::ReadOnly));
        }
        let acting = self.desk.appoint(it).map_err(ChangeError::Refused)?;
        typed::record(&self.workspace.facts_folder(), Typed::Acting(acting.clone())).map_err(ChangeError::Journal)?;
        let plan = Plan::clone(&self.desk.plan);
        self.desk = Desk::new(Arc::new(self.desk.base.with_acting(acting)), plan);
        Ok(())
    }

    /// Writes a decision, then lets it count. On disk when this returns.
    ///
    /// # Errors
    /// [`JournalError`]; nothing then changed.
    pub fn record(&mut self, action: Action) -> Result<&Entry, JournalError> {
        let entry = self.journal.append(super::now(), super::actor(), action)?;
        self.history.push(entry.sequence, entry.action.clone());
        let plan = match &entry.action {
            Action::Undo { .. } | Action::Redo { .. } => self.history.plan(),
            action => {
                let mut plan = Plan::clone(&self.desk.plan);
                plan.apply(action);
                plan
            }
        };
        self.desk = match self.moved_date(&plan) {
            Some(tmt) => Desk::new(Arc::new(self.desk.base.on(tmt)), plan),
            None => self.desk.replanned(plan, self.history.people_of(&entry.action)),
        };
        self.entries.push(entry);
        Ok(&self.entries[self.entries.len() - 1])
    }

    /// The effective date of a plan, where it is another than before.
    fn moved_date(&self, plan: &Plan) -> Option<Date> {
        let own = plan.settings.get(Plan::EFFECTIVE_DATE).and_then(|day| day.parse().ok());
        let tmt = own.unwrap_or(self.workspace.settings.tmt);
        (tmt != self.desk.grounds().policy.tmt).then_some(tmt)
    }

    /// Records the core's plan as one entry, its certificate first: an entry never names a proof that
    /// is not on disk.
    ///
    /// # Errors
    /// [`ChangeError`]: refused where the plan is closed; nothing then changed.
    pub fn record_solve(&mut self, composition: &Composition) -> Result<&Entry, ChangeError> {
        if self.status() >= Status::Approved {
            return Err(ChangeError::Refused(Refusal::Closed(self.status())));
        }
        let facts = &self.desk.grounds().facts;
        let io = |source| ChangeError::Journal(JournalError::Io { path: self.folder.join("certificates"), source });
        let record = Certificate::of(composition, facts).write(&self.folder).map_err(io)?;
        let moves =
            composition.moves.iter().map(|it| (facts.employees[it.who.at()].nip, facts.positions[it.to.at()].id())).collect();
        self.record(Action::Solve { record, moves }).map_err(ChangeError::Journal)
    }

    /// The plan on the facts as they were before the last import; `None` where nothing was ever replaced.
    ///
    /// # Errors
    /// [`WorkspaceError`].
    pub fn before_import(&self) -> Result<Option<Desk>, WorkspaceError> {
        desk_before(&self.workspace, &self.desk.plan)
    }

    /// The plan's status.
    pub fn status(&self) -> Status {
        self.desk.plan.status
    }
}

/// A plan on the facts as they were before the last import; `None` where nothing was ever replaced.
///
/// # Errors
/// [`WorkspaceError`].
pub fn desk_before(workspace: &Workspace, plan: &Plan) -> Result<Option<Desk>, WorkspaceError> {
    let pack = workspace.pack()?;
    let grounds = workspace.grounds_before(plan, &pack)?;
    Ok(grounds.map(|grounds| Desk::new(Arc::new(Foundation::new(grounds, pack)), plan.clone())))
}

/// Facts, policy and pack of a workspace under a plan's own settings.
///
/// # Errors
/// [`WorkspaceError`].
pub fn foundation(workspace: &Workspace, plan: &Plan) -> Result<Foundation, WorkspaceError> {
    foundation_watched(workspace, plan, &|_| {})
}

fn foundation_watched(workspace: &Workspace, plan: &Plan, watch: Watch<'_>) -> Result<Foundation, WorkspaceError> {
    let pack = workspace.pack()?;
    Ok(Foundation::new(workspace.grounds(plan, &pack, watch)?, pack))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::Control;
    use crate::store::sample;
    use crate::store::workspace::DEFAULT_PLAN;

    #[test]
    fn who_reads_along_reads_the_lists_again_only_where_they_are_others() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = sample::create(&folder.path().join("w"), &sample::Choices::default()).unwrap();
        let mut writer = Session::open(workspace.clone(), DEFAULT_PLAN, Access::Write).unwrap();
        let reading = Session::open(workspace.clone(), DEFAULT_PLAN, Access::Read).unwrap();
        let composed = writer.desk.compose(None, &Control::unattended()).unwrap();
        writer.record_solve(&composed).unwrap();
        let again = reading.reader().read().unwrap();
        assert_eq!(again.desk.plan, writer.desk.plan);
        assert!(Arc::ptr_eq(&again.desk.base, &reading.desk.base));
        // A list is written anew.
        let file = workspace.facts_folder().join("employees.ron");
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, text + "\n").unwrap();
        let other = again.reader().read().unwrap();
        assert!(!Arc::ptr_eq(&other.desk.base, &again.desk.base));
        assert_eq!(other.desk.plan, again.desk.plan);
    }

    #[test]
    fn a_closed_plan_takes_no_plan_of_the_core() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("w");
        sample::create(&root, &sample::Choices::default()).unwrap();
        let mut session = Session::open(Workspace::open(&root).unwrap(), DEFAULT_PLAN, Access::Make).unwrap();
        let composition = session.desk.compose(None, &Control::unattended()).unwrap();
        session.record(Action::Status { status: Status::Approved }).unwrap();
        let before = session.entries.len();
        let refused = session.record_solve(&composition).map(|_| ());
        assert!(matches!(refused, Err(ChangeError::Refused(Refusal::Closed(Status::Approved)))), "{refused:?}");
        assert_eq!(session.entries.len(), before);
    }
}
