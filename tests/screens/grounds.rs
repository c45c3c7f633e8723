//! What the programs under test stand on.

use std::sync::{Arc, LazyLock};

use mutasi::desk::Foundation;
use mutasi::model::plan::Plan;
use mutasi::store::sample::{self, Choices};
use mutasi::store::session::foundation;
use mutasi::store::workspace::Workspace;
use mutasi::store::{rosters, synthetic};

/// The sample, read once.
pub static SAMPLE: LazyLock<Arc<Foundation>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample::create(&folder.path().join("w"), &Choices::default()).unwrap();
    Arc::new(foundation(&workspace, &Plan::default()).unwrap())
});

/// A workspace without anybody.
pub static EMPTY: LazyLock<Arc<Foundation>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let day = |text: &str| text.parse().unwrap();
    let settings = sample::settings_text("Rencana kosong", day("2026-11-01"), day("2027-01-01"));
    let workspace = Workspace::create(&folder.path().join("w"), &settings).unwrap();
    Arc::new(foundation(&workspace, &Plan::default()).unwrap())
});

/// A city's worth of people, invented: its lists are long enough to be ranked by a worker.
pub static CITY: LazyLock<Arc<Foundation>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let day = |text: &str| text.parse().unwrap();
    let settings = sample::settings_text("Kota contoh", day("2026-11-01"), day("2027-01-01"));
    let workspace = Workspace::create(&folder.path().join("w"), &settings).unwrap();
    let lists = synthetic::generate(4_000, 7, day("2026-11-01"));
    for kind in &lists.imported {
        rosters::save_csv(&workspace.facts_folder(), *kind, &lists).unwrap();
    }
    Arc::new(foundation(&workspace, &Plan::default()).unwrap())
});
