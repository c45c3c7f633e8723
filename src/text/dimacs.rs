//! A DIMACS file, its refusals and what becomes of it, in words.
use super::Lang;
use super::commands::either;
use super::figures::thousands;
use crate::matching::SolveError;
use crate::matching::dimacs::{DimacsError, Field, Reason};

/// Why a file is refused: `baris 7: …`.
pub fn refusal(lang: Lang, error: &DimacsError) -> String {
    match (lang, error.line) {
        (Lang::En, 0) => error.reason.to_string(),
        (Lang::En, _) => error.to_string(),
        (Lang::Id, 0) => reason(&error.reason),
        (Lang::Id, line) => format!("baris {line}: {}", reason(&error.reason)),
    }
}

const fn field(field: Field) -> &'static str {
    match field {
        Field::Nodes => "jumlah simpul",
        Field::Arcs => "jumlah busur",
        Field::Node => "nomor simpul",
        Field::Supply => "pasokan",
        Field::Low => "batas bawah",
        Field::Capacity => "kapasitas",
        Field::Cost => "biaya",
    }
}

/// In Indonesian; English is the reason's own.
fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Unreadable(error) => format!("tidak dapat dibaca: {error}"),
        Reason::LongLine(bytes) => format!("satu baris lebih panjang dari {bytes} bita"),
        Reason::ManyLines => "terlalu banyak baris untuk dihitung dengan 32 bit".to_owned(),
        Reason::Kind => "setiap baris diawali c, p, n atau a".to_owned(),
        Reason::NotMinimum => "hanya aliran berbiaya minimum yang dibaca: p min SIMPUL BUSUR".to_owned(),
        Reason::SecondHeader(line) => format!("baris p kedua; yang pertama di baris {line}"),
        Reason::NoHeader => "tidak ada baris p (p min SIMPUL BUSUR)".to_owned(),
        Reason::Sizes => "jumlah simpul atau busur di luar jangkauan".to_owned(),
        Reason::Arcs { announced, found } => format!("{announced} busur diumumkan, {found} ditemukan"),
        Reason::Nodes => "simpul yang diumumkan jauh lebih banyak daripada yang disebut".to_owned(),
        Reason::Number { field: it, found } => {
            format!("{} harus bilangan bulat paling panjang 18 angka, bukan “{found}”", field(*it))
        }
        Reason::Words => "isi baris lebih banyak dari yang semestinya".to_owned(),
        Reason::NoSuchNode { node, nodes } => format!("simpul {node} tidak di antara 1 dan {nodes}"),
        Reason::LowerBound => "batas bawah busur harus 0".to_owned(),
        Reason::NegativeCapacity => "kapasitas busur negatif".to_owned(),
        Reason::CostTooLarge => "biaya terlalu besar untuk jumlah 64 bit yang tepat".to_owned(),
        Reason::Problem(error) => format!("masalahnya tidak dapat disusun: {error}"),
        Reason::SecondSupply(node) => format!("simpul {node} sudah mempunyai pasokan"),
        Reason::Supply => "pasokan pegawai harus 1".to_owned(),
        Reason::SecondSink => "simpul kedua yang menerima aliran; muara hanya satu".to_owned(),
        Reason::NoSink => "tidak ada simpul yang menerima pasokan pegawai".to_owned(),
        Reason::Balance { demand, supply } => format!("muara menerima {demand}, pegawai memasok {supply}"),
        Reason::EmployeeCapacity => "kapasitas busur pegawai harus 1".to_owned(),
        Reason::EmployeeHead => "busur pegawai harus menuju jabatan".to_owned(),
        Reason::Loop => "busur kembali ke simpulnya sendiri".to_owned(),
        Reason::LeavesSink => "busur keluar dari muara".to_owned(),
        Reason::Layers => "busur harus menuju unit atau muara dari jabatan, atau muara dari unit".to_owned(),
        Reason::Heads => "busur satu jabatan menuju simpul yang berbeda".to_owned(),
    }
}

/// While a file is read: how much of it, in percent where its size (bytes) is known, else in megabytes.
pub fn reading(lang: Lang, file: &str, used: u64, size: Option<u64>) -> String {
    let far = match size.filter(|size| *size > 0) {
        Some(size) => format!("{} %", used.saturating_mul(100) / size),
        None => format!("{} MB", used / 1_000_000),
    };
    either(lang, format!("membaca {file} … {far}"), format!("reading {file} … {far}"))
}

/// While what was read becomes a problem.
pub const fn shaping(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "menyusun masalah …",
        Lang::En => "setting up the problem …",
    }
}

/// While it is solved: how far, in percent, which of the core's rounds is.
pub fn solving(lang: Lang, round: u32, percent: u64) -> String {
    either(lang, format!("menyelesaikan, putaran {round} … {percent} %"), format!("solving, round {round} … {percent} %"))
}

/// While the answer is counted again and the bound worked out.
pub const fn checking(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "memeriksa bukti …",
        Lang::En => "checking the proof …",
    }
}

/// What the proof of a solved file covers: the pairs in the file, not those that nobody wrote into it.
pub fn covers(lang: Lang, pairs: usize) -> String {
    let pairs = thousands(lang, i64::try_from(pairs).unwrap_or(i64::MAX));
    let id = format!("bukti optimal ini meliputi {pairs} pasangan pegawai-jabatan dalam berkas, bukan pasangan lain");
    let en = format!("this proof of the optimum covers the {pairs} pairs of employee and position in the file, and no others");
    either(lang, id, en)
}

/// Why there is no solution; `employees` and `posts` are nodes of the file.
pub fn unsolved(lang: Lang, error: &SolveError, employees: &[u32], posts: &[u32]) -> String {
    if !matches!(error, SolveError::Infeasible { .. }) {
        return error.to_string();
    }
    let (who, posts) = (nodes(employees), nodes(posts));
    if posts.is_empty() {
        let count = employees.len();
        return either(
            lang,
            format!("tidak ada penyelesaian: pegawai tanpa busur ({count}): {who}"),
            format!("infeasible: employees without an arc ({count}): {who}"),
        );
    }
    either(
        lang,
        format!("tidak ada penyelesaian: {} pegawai ({who}) berebut tempat yang kurang di simpul {posts}", employees.len()),
        format!("infeasible: {} employees ({who}) share too few places at the nodes {posts}", employees.len()),
    )
}

/// A few of them.
fn nodes(list: &[u32]) -> String {
    const SHOWN: usize = 20;
    let mut text = list.iter().take(SHOWN).map(u32::to_string).collect::<Vec<_>>().join(" ");
    if list.len() > SHOWN {
        text.push_str(" …");
    }
    text
}

/// The prices do not prove the plan: never seen, and never hidden.
pub fn unproved(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "batas dari harga tidak sama dengan nilai rencana: tidak terbukti optimal",
        Lang::En => "the bound from the prices differs from the plan's value: not proved optimal",
    }
}
