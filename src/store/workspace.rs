//! A workspace: a folder with `workspace.ron`, facts and plans.
use super::files;
use super::journal::JournalError;
use super::rosters;
use super::stage::{Stage, Watch};
use super::typed::TypedFacts;
use crate::model::{
    Facts, Grounds, Head, Kind, MovePrices, Nip, ParameterChoices, Policy, Rewards, Rosters, UnitId, Weights, plan::Plan,
};
use crate::rules::{Pack, PackError};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The plan every workspace begins with, and the default of `--plan`.
pub const DEFAULT_PLAN: &str = "utama";

/// `workspace.ron`: written by people, never rewritten by the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Title of the plan, on every page.
    #[serde(default)]
    pub title: String,
    /// The agency.
    #[serde(default)]
    pub agency: String,
    /// The day that counts as today.
    pub today: Date,
    /// The effective date (TMT).
    pub tmt: Date,
    /// Units whose posts are planned, with those below; empty: all.
    #[serde(default)]
    pub scope: Vec<UnitId>,
    /// People outside who may come in.
    #[serde(default)]
    pub pool: Vec<Nip>,
    /// Rule packs: the first counts, additions after it are laid over it, others are looked at beside it.
    #[serde(default = "default_packs")]
    pub rules: Vec<String>,
    /// Depth of the units that share a shortage; missing: the post's own unit.
    #[serde(default)]
    pub unit_level: Option<usize>,
    /// Weights of the factors, percent.
    #[serde(default)]
    pub weights: Weights,
    /// Prices of a move, hundredths of a point.
    #[serde(default)]
    pub prices: MovePrices,
    /// Rewards of filled posts and units.
    #[serde(default)]
    pub rewards: Rewards,
    /// The head of the region: inauguration, acting head (R24, R25).
    #[serde(default)]
    pub head: Head,
    /// Figures of the rules set otherwise than in the pack.
    #[serde(default)]
    pub parameters: ParameterChoices,
}

fn default_packs() -> Vec<String> {
    vec![Pack::DEFAULT.to_owned()]
}

/// Why a workspace cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    /// The folder holds no `workspace.ron`.
    #[error("{}: no workspace.ron here; make one with: mutasi new {}", .0.display(), .0.display())]
    Missing(PathBuf),
    /// The file system said no.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What it said.
        source: std::io::Error,
    },
    /// `workspace.ron` cannot be read.
    #[error("{}:{source}", path.display())]
    Settings {
        /// Which file.
        path: PathBuf,
        /// Line, column, what was expected.
        source: Box<ron::error::SpannedError>,
    },
    /// The weights do not add up to 100.
    #[error("{}: the weights add up to {sum}, not to 100", path.display())]
    Weights {
        /// Which file.
        path: PathBuf,
        /// Their sum.
        sum: u32,
    },
    /// A figure is out of range.
    #[error("{}: {key} = {figure}: expected 0 to 1,000,000,000", path.display())]
    Range {
        /// Which file.
        path: PathBuf,
        /// Which figure.
        key: &'static str,
        /// What it is.
        figure: i64,
    },
    /// Scope or pool names something unknown.
    #[error("{}: {key}: {id} is not among the imported facts; correct or remove it", path.display())]
    UnknownId {
        /// Which file.
        path: PathBuf,
        /// `scope` or `pool`.
        key: &'static str,
        /// The id.
        id: String,
    },
    /// A profile that the pack does not have.
    #[error("{}: parameters: profiles: {list} = {name:?}; there is: {known}", path.display())]
    Profile {
        /// Which file.
        path: PathBuf,
        /// Of which list.
        list: &'static str,
        /// The name.
        name: String,
        /// The names there are.
        known: String,
    },
    /// The rule pack.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// The rosters under `facts/`, with what people typed.
    #[error(transparent)]
    Rosters(#[from] rosters::RosterError),
    /// What people typed.
    #[error(transparent)]
    Typed(#[from] Box<JournalError>),
    /// A plan name that is no name.
    #[error("{0:?} is no plan name: letters, digits, - and _ only")]
    PlanName(String),
    /// There is no such plan.
    #[error("there is no plan {name}; there is: {known}")]
    NoPlan {
        /// The name.
        name: String,
        /// The plans there are.
        known: String,
    },
    /// A plan setting that cannot be read.
    #[error("plan setting {key} = {value:?}: {expected}")]
    PlanSetting {
        /// Its name.
        key: String,
        /// Its value.
        value: String,
        /// What was expected.
        expected: &'static str,
    },
}

/// An opened workspace.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// Its folder.
    pub root: PathBuf,
    /// Its settings.
    pub settings: Settings,
}

/// Name, length in bytes and time of each file of the lists.
pub type Stamp = Vec<(std::ffi::OsString, u64, std::time::SystemTime)>;

impl Workspace {
    /// Opens a folder.
    ///
    /// # Errors
    /// [`WorkspaceError`] with file, line and column.
    pub fn open(root: &Path) -> Result<Self, WorkspaceError> {
        let path = root.join("workspace.ron");
        let text = match std::fs::read_to_string(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(WorkspaceError::Missing(root.to_owned())),
            other => other.map_err(|source| WorkspaceError::Io { path: path.clone(), source })?,
        };
        let settings =
            read_settings(&text).map_err(|source| WorkspaceError::Settings { path: path.clone(), source: Box::new(source) })?;
        let sum = settings.weights.in_order().iter().map(|weight| u32::from(*weight)).sum();
        if sum != 100 {
            return Err(WorkspaceError::Weights { path, sum });
        }
        check_ranges(&path, &settings)?;
        let opened = Self { root: root.to_owned(), settings };
        opened.pack()?;
        Ok(opened)
    }

    /// Makes a folder a workspace, with the empty plan `utama`. Never overwrites.
    ///
    /// # Errors
    /// [`WorkspaceError`]; also where there is a `workspace.ron` already.
    pub fn create(root: &Path, settings_text: &str) -> Result<Self, WorkspaceError> {
        let path = root.join("workspace.ron");
        let io = |path: &Path| {
            let path = path.to_owned();
            move |source| WorkspaceError::Io { path, source }
        };
        if path.exists() {
            return Err(io(&path)(std::io::Error::new(std::io::ErrorKind::AlreadyExists, "there is a workspace already")));
        }
        files::make_folder(root).map_err(io(root))?;
        for folder in ["facts", "plans"] {
            files::make_folder(&root.join(folder)).map_err(io(root))?;
        }
        let plan = root.join("plans").join(DEFAULT_PLAN);
        files::make_folder(&plan).map_err(io(&plan))?;
        files::open_to_append(&plan.join("journal.ron")).map_err(io(&plan))?;
        files::write_atomically(&path, settings_text.as_bytes()).map_err(io(&path))?;
        Self::open(root)
    }

    /// `facts/`.
    pub fn facts_folder(&self) -> PathBuf {
        self.root.join("facts")
    }

    /// What the lists are known by without reading them: name, length and time of each file. Equal stamps: equal lists.
    /// `None` where that cannot be told.
    pub fn stamp(&self) -> Option<Stamp> {
        let of_file = |entry: std::io::Result<std::fs::DirEntry>| {
            let entry = entry.ok()?;
            let metadata = entry.metadata().ok()?;
            Some((entry.file_name(), metadata.len(), metadata.modified().ok()?))
        };
        let mut files: Stamp = std::fs::read_dir(self.facts_folder()).ok()?.map(of_file).collect::<Option<_>>()?;
        files.sort();
        Some(files)
    }

    /// The folder of a plan, made where `make` says so.
    ///
    /// # Errors
    /// [`WorkspaceError::PlanName`], or `NoPlan` where it does not exist and may not be made.
    pub fn plan_folder(&self, name: &str, make: bool) -> Result<PathBuf, WorkspaceError> {
        let is_name = !name.is_empty() && name.len() <= 64 && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
        if !is_name {
            return Err(WorkspaceError::PlanName(name.to_owned()));
        }
        let folder = self.root.join("plans").join(name);
        // A link is no plan folder: it could lead out of the workspace.
        if folder.is_dir() && !folder.is_symlink() {
            return Ok(folder);
        }
        if !make {
            return Err(WorkspaceError::NoPlan { name: name.to_owned(), known: self.plans().join(", ") });
        }
        files::make_folder(&folder).map_err(|source| WorkspaceError::Io { path: folder.clone(), source })?;
        Ok(folder)
    }

    /// The names of its plans, in order.
    pub fn plans(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.root.join("plans")).into_iter().flatten().flatten();
        let mut names: Vec<String> =
            entries.filter(|entry| entry.path().is_dir()).filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort();
        names
    }

    /// The rosters under `facts/`.
    ///
    /// # Errors
    /// [`WorkspaceError::Rosters`] with file, line and column.
    pub fn rosters(&self) -> Result<Rosters, WorkspaceError> {
        let mut lists = rosters::load(&self.facts_folder())?;
        TypedFacts::read(&self.facts_folder()).map_err(Box::new)?.lay_on(&mut lists);
        Ok(lists)
    }

    /// Everything judgements stand on, under a plan's own settings, telling how far it is.
    ///
    /// # Errors
    /// [`WorkspaceError`].
    pub fn grounds(&self, plan: &Plan, pack: &Pack, watch: Watch<'_>) -> Result<Grounds, WorkspaceError> {
        let policy = self.policy(plan, pack)?;
        let mut rosters = rosters::load_kinds(&self.facts_folder(), &Kind::ALL, watch)?;
        TypedFacts::read(&self.facts_folder()).map_err(Box::new)?.lay_on(&mut rosters);
        watch(Stage::Judging);
        let facts = Facts::link(rosters);
        self.check_ids(&facts)?;
        let unknown = |unit: &&UnitId| facts.has(Kind::Units) && facts.unit(unit).is_none();
        if let Some(unit) = policy.parameters.unit_lists.iter().flatten().find(unknown) {
            let path = self.root.join("rules");
            return Err(WorkspaceError::UnknownId { path, key: "local", id: unit.to_string() });
        }
        Ok(Grounds::new(facts, policy))
    }

    /// The same on the facts as they were before the last import; `None` where nothing was ever replaced.
    ///
    /// # Errors
    /// [`WorkspaceError`].
    pub fn grounds_before(&self, plan: &Plan, pack: &Pack) -> Result<Option<Grounds>, WorkspaceError> {
        let policy = self.policy(plan, pack)?;
        let before = rosters::load_before(&self.facts_folder())?;
        Ok(before.map(|lists| Grounds::new(Facts::link(lists), policy)))
    }

    /// Scope and pool must name what the facts have; before units or employees are imported nobody can tell.
    fn check_ids(&self, facts: &Facts) -> Result<(), WorkspaceError> {
        let unknown = |key, id: String| WorkspaceError::UnknownId { path: self.root.join("workspace.ron"), key, id };
        let settings = &self.settings;
        if let Some(unit) = settings.scope.iter().find(|unit| facts.has(Kind::Units) && facts.unit(unit).is_none()) {
            return Err(unknown("scope", unit.to_string()));
        }
        match settings.pool.iter().find(|nip| facts.has(Kind::Employees) && facts.employee(nip).is_none()) {
            Some(nip) => Err(unknown("pool", nip.to_string())),
            None => Ok(()),
        }
    }

    fn policy(&self, plan: &Plan, pack: &Pack) -> Result<Policy, WorkspaceError> {
        let settings = &self.settings;
        let mut tmt = settings.tmt;
        for (key, value) in &plan.settings {
            let bad = |expected| WorkspaceError::PlanSetting { key: key.clone(), value: value.clone(), expected };
            match key.as_str() {
                Plan::EFFECTIVE_DATE => tmt = value.parse().map_err(|_| bad("expected a date such as 2027-01-01"))?,
                _ => return Err(bad("the only plan setting is tmt")),
            }
        }
        let parameters = pack.chosen(tmt, &settings.parameters);
        Ok(Policy {
            today: settings.today,
            tmt,
            scope: settings.scope.clone(),
            pool: settings.pool.clone(),
            unit_level: settings.unit_level,
            weights: settings.weights,
            prices: settings.prices,
            rewards: settings.rewards,
            choices: settings.parameters.clone(),
            head: settings.head.clone(),
            parameters,
        })
    }
}

/// Figures that would turn a price into a reward, or overflow a sum, are refused by name.
fn check_ranges(path: &Path, settings: &Settings) -> Result<(), WorkspaceError> {
    let (prices, rewards, chosen) = (&settings.prices, &settings.rewards, &settings.parameters);
    let months = |value: Option<i32>| i64::from(value.unwrap_or(0));
    let figures = [
        ("prices.each", prices.each),
        ("prices.under_minimum_tenure", prices.under_minimum_tenure),
        ("prices.long_tenure_discount", prices.long_tenure_discount),
        ("prices.class_falls", prices.class_falls),
        ("prices.unknown_factor", prices.unknown_factor),
        ("prices.tray_claim", prices.tray_claim),
        ("rewards.echelon_3", rewards.echelon_3),
        ("rewards.echelon_4a", rewards.echelon_4a),
        ("rewards.lurah", rewards.lurah),
        ("rewards.echelon_4b", rewards.echelon_4b),
        ("rewards.workload_place", rewards.workload_place),
        ("rewards.unit_place", rewards.unit_place),
        ("parameters.minimum_tenure_months", months(chosen.minimum_tenure_months)),
        ("parameters.long_tenure_years", months(chosen.long_tenure_years)),
        ("parameters.retirement_margin_months", months(chosen.retirement_margin_months)),
        ("parameters.retirement_margin_managerial_months", months(chosen.retirement_margin_managerial_months)),
        ("parameters.assessment_years", months(chosen.assessment_years)),
        ("parameters.hours_per_head", i64::from(chosen.hours_per_head.unwrap_or(1))),
    ];
    match figures.into_iter().find(|(_, figure)| !(0..=1_000_000_000).contains(figure)) {
        Some((key, figure)) => Err(WorkspaceError::Range { path: path.to_owned(), key, figure }),
        None => Ok(()),
    }
}

/// Reads `workspace.ron`.
///
/// # Errors
/// With line and column.
pub fn read_settings(text: &str) -> Result<Settings, ron::error::SpannedError> {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text.trim_start_matches('\u{feff}'))
}
