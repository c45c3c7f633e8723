//! The sample that comes with the program: kecamatan Banyumanik, all people invented.
use super::files;
use super::journal::{Journal, JournalError};
use super::workspace::{Workspace, WorkspaceError};
use crate::model::plan::Action;
use jiff::civil::Date;
use serde::Deserialize;
use std::path::Path;

macro_rules! embedded {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../data/banyumanik/", $name)))),+]
    };
}

/// The rosters, copied into `facts/` as they are.
const ROSTERS: &[(&str, &str)] = embedded![
    "units.ron",
    "positions.ron",
    "employees.ron",
    "competence.ron",
    "appraisals.ron",
    "potential.ron",
    "discipline.ron",
    "history.ron",
    "aspirations.ron",
    "relations.ron",
    "workload.ron",
    "acting.ron",
    "satisfaction.ron",
];
const SETTINGS: &str = include_str!("../../data/banyumanik/workspace.ron");
const PLANS: &str = include_str!("../../data/banyumanik/plans.ron");

/// What a new workspace is to have otherwise than by default.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Title.
    pub title: Option<String>,
    /// The day that counts as today.
    pub today: Option<Date>,
    /// The effective date.
    pub tmt: Option<Date>,
}

/// Why the sample could not be laid out.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// The workspace.
    #[error(transparent)]
    Workspace(#[from] WorkspaceError),
    /// The earlier plan's journal.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// A file of it.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which.
        path: std::path::PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The embedded plans cannot be read: a fault of this program.
    #[error("embedded plans.ron: {0}")]
    Plans(#[from] Box<ron::error::SpannedError>),
}

/// An earlier plan, as its people decided it.
#[derive(Debug, Deserialize)]
struct EarlierPlan {
    name: String,
    entries: Vec<EarlierEntry>,
}

#[derive(Debug, Deserialize)]
struct EarlierEntry {
    time: String,
    actor: String,
    action: Action,
}

/// Makes the sample a workspace.
///
/// # Errors
/// [`SampleError`]; also where there is a workspace already.
pub fn create(root: &Path, choices: &Choices) -> Result<Workspace, SampleError> {
    let workspace = Workspace::create(root, &settings_with(SETTINGS, choices))?;
    for (name, text) in ROSTERS {
        let path = workspace.facts_folder().join(name);
        files::write_atomically(&path, text.as_bytes()).map_err(|source| SampleError::Io { path, source })?;
    }
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let plans: Vec<EarlierPlan> = options.from_str(PLANS).map_err(Box::new)?;
    for plan in plans {
        let folder = workspace.plan_folder(&plan.name, true)?;
        let (mut journal, _) = Journal::open::<Action>(&folder)?;
        for entry in plan.entries {
            journal.append(entry.time, entry.actor, entry.action)?;
        }
    }
    Ok(workspace)
}

/// The sample's settings with the chosen ones in their place, comments kept.
fn settings_with(text: &str, choices: &Choices) -> String {
    let line = |line: &str| {
        let key = line.trim_start().split(':').next().unwrap_or_default();
        let chosen = match key {
            "title" => choices.title.as_deref().map(quoted),
            "today" => choices.today.map(|day| quoted(&day.to_string())),
            "tmt" => choices.tmt.map(|day| quoted(&day.to_string())),
            _ => None,
        };
        chosen.map_or_else(|| line.to_owned(), |value| format!("  {key}: {value},"))
    };
    text.lines().map(|text| line(text) + "\n").collect()
}

/// `workspace.ron` of a new workspace: what must be there, and what may be as comments.
pub fn settings_text(title: &str, today: Date, tmt: Date) -> String {
    format!(
        r#"// Pengaturan ruang kerja: ditulis oleh orang, tidak pernah ditulis ulang oleh program.
// Settings of the workspace: written by people, never rewritten by the program.
(
  title: {title},
  agency: "",
  today: "{today}",
  tmt: "{tmt}",
  // Units whose posts are planned, with those below them (lingkup); empty: all.
  scope: [],
  // NIPs of people outside who may come in (kolam kandidat).
  pool: [],
  // Rule packs (paket ketentuan): 2026-07, 2025-07, or NAME.ron in the folder rules; additions follow the pack they change.
  rules: ["2026-07"],
  // Weights of the factors in percent, together 100 (bobot).
  weights: (competence: 30, education: 20, performance: 15, potential: 10, need: 15, aspiration: 10),
  // Prices of a move, hundredths of a point (harga).
  prices: (each: 600, under_minimum_tenure: 1000, long_tenure_discount: 300, class_falls: 1000, unknown_factor: 300, tray_claim: 6000),
  // Rewards of filled posts and units, hundredths of a point.
  rewards: (echelon_3: 8000, echelon_4a: 6000, lurah: 7000, echelon_4b: 2000, workload_place: 1500, unit_place: 3000),
  // The head of the region (kepala daerah): (inaugurated: "2025-02-20"), or an acting one: (acting_since: …, acting_until: …).
  head: (),
  // Figures of the rules set otherwise than in the pack, such as (minimum_tenure_months: 6).
  parameters: (),
)
"#,
        title = quoted(title),
    )
}

/// A text as RON writes it.
fn quoted(text: &str) -> String {
    ron::to_string(text).unwrap_or_else(|_| "\"\"".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::workspace::read_settings;
    use jiff::civil::date;

    #[test]
    fn the_settings_of_a_new_workspace_are_the_defaults() {
        let settings = read_settings(&settings_text("Rencana \"A\"\n", date(2026, 11, 1), date(2027, 1, 1))).unwrap();
        assert_eq!(settings.title, "Rencana \"A\"\n");
        assert_eq!((settings.weights, settings.prices, settings.rewards), Default::default());
    }

    #[test]
    fn chosen_title_and_dates_take_the_place_of_the_samples() {
        let choices = Choices { title: Some("X".into()), today: None, tmt: Some(date(2027, 4, 1)) };
        let settings = read_settings(&settings_with(SETTINGS, &choices)).unwrap();
        assert_eq!((settings.title.as_str(), settings.today, settings.tmt), ("X", date(2026, 11, 1), date(2027, 4, 1)));
        assert_eq!(settings.pool.len(), 10);
    }
}
