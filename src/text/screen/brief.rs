//! Verdicts and refusals as the screen tells them: short, in one or two lines, and without a name
//! where names are masked. The full sentences for the command line stand in [`crate::text::refusals`].
use super::{first_key, person, post, together};
use crate::app::command::Id;
use crate::app::keymap::Keymap;
use crate::desk::{Desk, edit::Refusal};
use crate::model::{EmployeeIx, LeavingReason, Status};
use crate::rules::{Reason, Severity, Verdict};
use crate::text::{Lang, figures, refusals, rules, status};

/// The reason of a verdict; a relative's name is masked like every other.
pub fn reason(lang: Lang, desk: &Desk, verdict: &Verdict, is_masked: bool) -> String {
    match verdict.reason {
        Reason::Relative { other, .. } if is_masked => {
            format!("{}: {}", rules::name(lang, &desk.base.pack, verdict.rule), person(lang, desk, other, true))
        }
        _ => rules::reason(lang, &desk.grounds().facts, &desk.base.pack, verdict),
    }
}

/// `R10 tidak memenuhi syarat: pendidikan D-III; paling rendah S-1 · PP 11/2017 Pasal 54`.
pub fn verdict(lang: Lang, desk: &Desk, verdict: &Verdict, is_masked: bool) -> String {
    let (sign, word) = rules::mark(lang, verdict.severity, verdict.outcome);
    let entry = desk.base.pack.entry(verdict.rule);
    let verified = if entry.verified {
        ""
    } else if lang == Lang::Id {
        " (perlu diverifikasi)"
    } else {
        " (to be verified)"
    };
    format!("{sign} {} {word}: {} · {}{verified}", verdict.rule, reason(lang, desk, verdict, is_masked), entry.citation)
}

/// The plan cannot be changed any more, and where it can.
fn closed(lang: Lang, at: Status) -> String {
    let at = status(lang, at);
    match lang {
        Lang::Id => format!("rencana sudah ditutup: {at} · ubah dalam rencana lain: mutasi open DIR --plan NAMA"),
        Lang::En => format!("the plan is closed: {at} · change it in another plan: mutasi open DIR --plan NAME"),
    }
}

/// Why a drop or edit is refused, and with which key to mend it.
pub fn refusal(lang: Lang, desk: &Desk, refusal: &Refusal, is_masked: bool, keymap: &Keymap) -> String {
    let id = lang == Lang::Id;
    let words = |in_id: &str, in_en: &str| if id { in_id.to_owned() } else { in_en.to_owned() };
    match refusal {
        Refusal::Rules(_, _, verdicts) => by_rules(lang, desk, verdicts, is_masked, keymap),
        Refusal::Leaves(_, LeavingReason::Retired(date)) => {
            format!("{} {}", words("pensiun sebelum TMT:", "retires before TMT:"), figures::date(lang, *date))
        }
        Refusal::Leaves(..) => {
            words("tidak aktif pada TMT; tidak ditempatkan oleh rencana ini", "not active on TMT; not placed by this plan")
        }
        Refusal::OutOfScope(_) => {
            words("di luar lingkup dan kolam kandidat rencana ini", "neither in scope nor in the pool of this plan")
        }
        Refusal::PostOutOfScope(at) => {
            format!("{} {}", post(desk, *at), words("di luar lingkup: tidak diisi di sini", "is out of scope: not filled here"))
        }
        Refusal::AlreadyThere(_, at) => format!("{} {}", words("sudah di", "already at"), post(desk, *at)),
        Refusal::Pinned(who, _) => pinned(lang, desk, *who, keymap),
        Refusal::Banned(_, at) => format!(
            "{} {}; {} {}",
            words("dikecualikan dari", "banned from"),
            post(desk, *at),
            first_key(lang, keymap, Id::Unban),
            words("menghapus pengecualian", "lifts the bans")
        ),
        Refusal::NoProposal(_) => words("tidak ada usulan untuk pegawai ini", "there is no proposal for this employee"),
        Refusal::NotLeftEmpty(at) => {
            format!("{} {}", post(desk, *at), words("bukan jabatan struktural yang kosong", "is no empty structural post"))
        }
        Refusal::NoPin(_) => words("pegawai ini tidak disematkan", "this employee is not pinned"),
        Refusal::NoBan(_) => words("pegawai ini tidak dikecualikan", "this employee is not banned"),
        Refusal::NotOverridable(rule) => {
            format!("{rule} {}", words("tidak dapat dikecualikan oleh pejabat", "cannot be overridden by an official"))
        }
        Refusal::RuleHolds(rule) => {
            format!("{rule} {}", words("tidak menghalangi: tidak perlu izin", "does not stand in the way: no permission needed"))
        }
        Refusal::NotPostless(_) => words(
            "tidak ada yang dijadikan tanpa jabatan di sini (R26): pilih jabatan tujuan",
            "nobody is put out of every post here (R26): choose a post",
        ),
        Refusal::NoSwap => words("salah satunya tidak memegang jabatan dalam rencana", "one of them holds no post in the plan"),
        Refusal::Closed(at) => closed(lang, *at),
        Refusal::Acting(why) => refusals::acting(lang, desk, *why, &|who| person(lang, desk, who, is_masked)),
        Refusal::EmptyText => words("teks kosong: isi dulu", "empty text: fill it in first"),
        Refusal::UnknownEmployee(_)
        | Refusal::UnknownPosition(_)
        | Refusal::UnknownRule(_)
        | Refusal::NothingToUndo
        | Refusal::NothingToRedo
        | Refusal::DatePast(_)
        | Refusal::SameDate(_)
        | Refusal::NobodyToLock(_)
        | Refusal::NotLocked(_)
        | Refusal::ManyForOne(_) => refusals::refusal(lang, desk, refusal),
        Refusal::Unplaced(who, why) => {
            let why = why.as_ref().map(|why| self::refusal(lang, desk, why, is_masked, keymap));
            together::unplaced(lang, &together::names(lang, desk, who, is_masked), why)
        }
    }
}

/// Somebody is pinned elsewhere.
fn pinned(lang: Lang, desk: &Desk, who: EmployeeIx, keymap: &Keymap) -> String {
    let (at_word, ends) =
        if lang == Lang::Id { ("disematkan di", "melepas sematan") } else { ("pinned to", "takes the pin away") };
    let nip = desk.grounds().facts.employees[who.at()].nip;
    let at = desk
        .plan
        .pins
        .get(&nip)
        .and_then(|position| desk.grounds().facts.position(position))
        .map_or_else(String::new, |at| post(desk, at));
    let key = first_key(lang, keymap, Id::Pin);
    format!("{} {at}; {key} {}", at_word, ends)
}

fn by_rules(lang: Lang, desk: &Desk, verdicts: &[Verdict], is_masked: bool, keymap: &Keymap) -> String {
    let Some(first) = verdicts.first() else { return String::new() };
    let id = lang == Lang::Id;
    let more: Vec<String> = verdicts[1..].iter().map(|verdict| verdict.rule.to_string()).collect();
    let more =
        if more.is_empty() { String::new() } else { format!(" · {} {}", if id { "juga" } else { "also" }, more.join(", ")) };
    let key = first_key(lang, keymap, Id::Override);
    let mend = match (verdicts.iter().all(|verdict| verdict.severity == Severity::O), id) {
        (true, true) => format!(" · {key} mencatat izin pejabat"),
        (true, false) => format!(" · {key} records an override"),
        (false, _) => String::new(),
    };
    format!("{}{more}{mend}", verdict(lang, desk, first, is_masked))
}
