//! The journal in words.
use super::screen::{person, post};
use super::{Lang, errors, locks, rules, status};
use crate::desk::Desk;
use crate::model::plan::{Action, Change, Plan, Source};
use crate::model::{Nip, PositionId};
use crate::store::journal::{Entry, JournalError, Torn};

/// What an entry did, short: `Budi Santoso → Lurah Tinjomoyo`.
pub fn entry(lang: Lang, desk: &Desk, entries: &[Entry], entry: &Entry, is_masked: bool) -> String {
    let name =
        |nip: &Nip| desk.grounds().facts.employee(nip).map_or_else(|| "?".to_owned(), |who| person(lang, desk, who, is_masked));
    let at = |id: &PositionId| desk.grounds().facts.position(id).map_or_else(|| id.to_string(), |found| post(desk, found));
    let again = |sequence: u64| {
        entries
            .iter()
            .find(|other| other.sequence == sequence)
            .map_or_else(String::new, |other| self::entry(lang, desk, entries, other, is_masked))
    };
    let id = lang == Lang::Id;
    match &entry.action {
        Action::Propose { employee, position } => format!("{} → {}", name(employee), at(position)),
        Action::Withdraw { employee } => {
            format!("{} {}", if id { "usulan dibatalkan:" } else { "proposal withdrawn:" }, name(employee))
        }
        Action::Adopt { source: Source::Solver, changes } => {
            format!("{} {}", changes.len(), if id { "usulan inti diterima" } else { "of the core's proposals taken" })
        }
        Action::Adopt { changes, .. } => by_hand(lang, changes, is_swap(desk, changes), name, at),
        Action::Solve { moves, .. } => format!(
            "{} {}",
            if id { "rencana terbaik diterima:" } else { "best plan taken:" },
            format_args!("{} {}", moves.len(), if id { "mutasi" } else { "moves" })
        ),
        Action::Pin { employee, position } => {
            format!("{} {} @ {}", if id { "disematkan:" } else { "pinned:" }, name(employee), at(position))
        }
        Action::Unpin { employee } => format!("{} {}", if id { "sematan dilepas:" } else { "unpinned:" }, name(employee)),
        Action::PinMany { of, pins } => locks::closed(lang, Some(&desk.grounds().facts), of, pins.len()),
        Action::UnpinMany { of, employees } => locks::opened(lang, Some(&desk.grounds().facts), of, employees.len()),
        Action::Ban { employee, position } => {
            format!("{} {} ≠ {}", if id { "dikecualikan:" } else { "banned:" }, name(employee), at(position))
        }
        Action::Unban { employee, .. } => {
            format!("{} {}", if id { "pengecualian dihapus:" } else { "bans lifted:" }, name(employee))
        }
        Action::Override(it) => format!(
            "{} {} {} → {} ({})",
            if id { "izin pejabat" } else { "override" },
            it.rule,
            name(&it.employee),
            at(&it.position),
            it.document
        ),
        Action::Reason { employee, .. } => {
            format!("{} {}", if id { "alasan ditulis:" } else { "reason written:" }, name(employee))
        }
        Action::Comment { employee, .. } => {
            format!("{} {}", if id { "komentar ditulis:" } else { "remark written:" }, name(employee))
        }
        Action::Record(it) => format!("{} {}", rules::document(lang, it.document), it.number),
        Action::Acknowledge { position, .. } => {
            format!("{} {}", if id { "diketahui tetap kosong:" } else { "known to stay empty:" }, at(position))
        }
        Action::Set { key, value } => format!("{} {value}", if key == Plan::EFFECTIVE_DATE { "TMT" } else { key }),
        Action::Status { status: to } => format!("status: {}", status(lang, *to)),
        Action::Undo { entry } => format!("{} {}", if id { "diurungkan:" } else { "undone:" }, again(*entry)),
        Action::Redo { entry } => format!("{} {}", if id { "diulangi:" } else { "redone:" }, again(*entry)),
    }
}

/// Proposals of one decision: a swap, or several people at once.
fn by_hand(
    lang: Lang,
    changes: &[Change],
    is_swap: bool,
    name: impl Fn(&Nip) -> String,
    at: impl Fn(&PositionId) -> String,
) -> String {
    let (swap, back) = if lang == Lang::Id { ("tukar:", "kembali") } else { ("swap:", "back") };
    if is_swap {
        return format!("{swap} {}", changes.iter().map(|it| name(&it.employee)).collect::<Vec<_>>().join(" ⇄ "));
    }
    let to = |it: &Change| it.position.as_ref().map_or_else(|| back.to_owned(), &at);
    changes.iter().map(|it| format!("{} → {}", name(&it.employee), to(it))).collect::<Vec<_>>().join(" · ")
}

/// Whether two people take each other's present posts.
fn is_swap(desk: &Desk, changes: &[Change]) -> bool {
    let facts = &desk.grounds().facts;
    let ends = |it: &Change| {
        let present = desk.grounds().present(facts.employee(&it.employee)?)?;
        Some((present, it.position.as_ref().map_or(Some(present), |to| facts.position(to))?))
    };
    match changes {
        [one, other] => ends(one).zip(ends(other)).is_some_and(|((a, to_a), (b, to_b))| a == to_b && b == to_a && a != b),
        _ => false,
    }
}

/// A torn last line was found.
pub fn torn(lang: Lang, torn: &Torn) -> String {
    let place = torn.kept_in.as_ref().map(|path| path.display().to_string());
    match (lang, place) {
        (Lang::Id, Some(place)) => format!(
            "Baris terakhir riwayat terputus ({} bita) dan disisihkan ke {place}; yang sudah tersimpan tetap utuh.",
            torn.bytes
        ),
        (Lang::En, Some(place)) => {
            format!("The journal's last line was torn ({} bytes) and set aside in {place}; what was saved is whole.", torn.bytes)
        }
        (Lang::Id, None) => format!("Baris terakhir riwayat terputus ({} bita) dan tidak dibaca.", torn.bytes),
        (Lang::En, None) => format!("The journal's last line is torn ({} bytes) and was not read.", torn.bytes),
    }
}

/// Another program has the plan.
pub fn followed(lang: Lang, holder: &str) -> String {
    match lang {
        Lang::Id => format!("Rencana ini sedang dibuka ({holder}); di sini hanya baca, dan mengikuti perubahannya."),
        Lang::En => format!("This plan is open elsewhere ({holder}); read-only here, following its changes."),
    }
}

/// The workspace is thrown away at the end.
pub const fn throw_away(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => {
            "Contoh Banyumanik, salinan percobaan: hilang saat keluar. Ruang kerja sendiri: mutasi new DIR, lalu mutasi open DIR."
        }
        Lang::En => {
            "The Banyumanik sample, a throw-away copy: gone on exit. For your own workspace: mutasi new DIR, then mutasi open DIR."
        }
    }
}

/// A decision could not be written.
pub fn not_saved(lang: Lang, error: &JournalError) -> String {
    let error = errors::journal(lang, error);
    match lang {
        Lang::Id => format!("TIDAK tersimpan: {error}. Rencana tidak berubah; perbaiki lalu ulangi."),
        Lang::En => format!("NOT saved: {error}. The plan is unchanged; mend it and try again."),
    }
}
