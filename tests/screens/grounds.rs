//! What the programs under test stand on.

use std::sync::{Arc, LazyLock};

use mutasi::desk::Foundation;
use mutasi::model::plan::Plan;
use mutasi::model::records::AbolishedPost;
use mutasi::model::{Facts, Grounds, Rosters};
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

/// The people of the sample, and not one post.
pub static NO_POSTS: LazyLock<Arc<Foundation>> = LazyLock::new(|| changed_sample(|lists| lists.positions.clear()));

/// The sample with all that does not fit: names without end, wide and combining letters, a unit of 200 letters, figures of
/// many digits.
pub static OVERFLOWING: LazyLock<Arc<Foundation>> = LazyLock::new(|| {
    changed_sample(|lists| {
        let names = [
            "Raden Mas Haryo Kusumoningrat Suryodiningrat Prawirodirdjo Notonegoro Mangkunegoro",
            "漢字太郎山田花子鈴木一郎佐藤次郎高橋三郎",
            "Jose\u{301} E\u{308}lise\u{301}e A\u{30a}sa O\u{303}ng Nu\u{301}n\u{303}ez",
            "Ahmadmuhammadabdurrahmanwahidsulaimanibrahimyusufkhairuddin",
        ];
        for (who, name) in lists.employees.iter_mut().zip(names.iter().cycle()) {
            who.name = (*name).to_owned();
            who.education_name = "S-1 PENDIDIKAN BAHASA, SASTRA INDONESIA DAN DAERAH SERTA PERPUSTAKAAN DAN KEARSIPAN".into();
        }
        for (at, unit) in lists.units.iter_mut().enumerate() {
            let long = "Subbagian Perencanaan, Evaluasi, Keuangan dan Aset Daerah ";
            unit.name = long.repeat(4).chars().take(if at % 3 == 1 { 200 } else { 40 }).collect();
        }
        for (at, post) in lists.positions.iter_mut().enumerate() {
            post.name = match at % 3 {
                0 => format!("{} pada Bidang Pengelolaan Sampah dan Limbah Bahan Berbahaya dan Beracun", post.name).into(),
                1 => format!("{}漢字漢字漢字漢字漢字漢字漢字漢字", post.name).into(),
                _ => post.name.clone(),
            };
            post.need = if post.need > 1 { 1_234_567 } else { post.need };
        }
    })
});

/// The sample with other lists.
fn changed_sample(change: impl FnOnce(&mut Rosters)) -> Arc<Foundation> {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample::create(&folder.path().join("w"), &Choices::default()).unwrap();
    let mut lists = workspace.rosters().unwrap();
    change(&mut lists);
    let (policy, pack) = (SAMPLE.grounds.policy.clone(), SAMPLE.pack.clone());
    Arc::new(Foundation::new(Grounds::new(Facts::link(lists), policy), pack))
}

/// The sample after an import in which somebody is gone, a post is, and somebody else came to a post a month ago.
pub static IMPORTED: LazyLock<Arc<Foundation>> = LazyLock::new(|| {
    changed_sample(|lists| {
        lists.employees.retain(|it| it.name != "Dwi Hastuti");
        for it in lists.employees.iter_mut().filter(|it| it.name == "Wahyu Prasetya") {
            it.tmt_jabatan = Some(jiff::civil::date(2026, 10, 1));
        }
        let gone = lists.positions.iter().position(|it| it.name == "Lurah Jabungan").unwrap();
        let post = lists.positions.remove(gone);
        lists.abolished.push(AbolishedPost {
            unit: post.unit,
            jabatan: post.jabatan,
            name: post.name,
            kind: post.kind,
            echelon: post.echelon,
            jenjang: post.jenjang,
            class: post.class,
        });
    })
});
