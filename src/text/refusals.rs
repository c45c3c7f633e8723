//! Refused edits, in words: what happened, why, and how to mend it.
use super::screen::together;
use super::{Lang, figures, locks, rules};
use crate::desk::acting::NoActing;
use crate::desk::{Desk, edit::Refusal};
use crate::model::{EmployeeIx, LeavingReason, PositionIx};
use crate::rules::{RuleEntry, RuleId, Severity, Verdict};

/// What happened, why, and what to do instead; one line for each rule that stands in the way.
pub fn refusal(lang: Lang, desk: &Desk, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Rules(who, post, verdicts) => by_rules(lang, desk, *who, *post, verdicts),
        Refusal::UnknownEmployee(nip) => either(
            lang,
            format!("tidak ada pegawai dengan NIP {nip}; periksa nomornya, atau impor daftar pegawai"),
            format!("no employee has the NIP {nip}; check the number, or import the employees"),
        ),
        Refusal::UnknownPosition(id) => either(
            lang,
            format!("tidak ada jabatan {id}; tulis UNOR ID/JABATAN ID seperti di peta jabatan"),
            format!("there is no position {id}; write UNOR ID/JABATAN ID as in the peta jabatan"),
        ),
        Refusal::UnknownRule(rule) => {
            either(lang, format!("tidak ada ketentuan {rule}; misalnya R05"), format!("there is no rule {rule}; such as R05"))
        }
        Refusal::EmptyText => either(
            lang,
            "teks kosong; nomor dokumen, pejabat dan alasan harus diisi".into(),
            "a text is empty; document, official and reason must be filled in".into(),
        ),
        Refusal::Leaves(who, reason) => leaves(lang, &name(desk, *who), *reason),
        Refusal::OutOfScope(who) => either(
            lang,
            format!(
                "{} di luar lingkup dan kolam kandidat rencana ini; tambahkan NIP-nya ke pool di workspace.ron",
                name(desk, *who)
            ),
            format!(
                "{} is neither in scope nor in the pool of this plan; add the NIP to the pool in workspace.ron",
                name(desk, *who)
            ),
        ),
        Refusal::PostOutOfScope(post) => either(
            lang,
            format!("{} di luar lingkup rencana ini; tidak diisi di sini", title(desk, *post)),
            format!("{} is out of this plan's scope; it is not filled here", title(desk, *post)),
        ),
        Refusal::ManyForOne(_) => together::many_for_one(lang).to_owned(),
        Refusal::Unplaced(who, why) => {
            let names = who.iter().map(|who| name(desk, *who)).collect::<Vec<_>>().join(", ");
            together::unplaced(lang, &names, why.as_ref().map(|why| self::refusal(lang, desk, why)))
        }
        Refusal::Acting(why) => acting(lang, desk, *why, &|who| name(desk, who)),
        Refusal::NobodyToLock(lock) => locks::nobody(lang, &desk.grounds().facts, lock),
        Refusal::NotLocked(lock) => locks::not_locked(lang, &desk.grounds().facts, lock),
        other => of_plan(lang, desk, other),
    }
}

/// Why nobody is appointed to act so; `name` masks where it must.
pub fn acting(lang: Lang, desk: &Desk, why: NoActing, name: &dyn Fn(EmployeeIx) -> String) -> String {
    match why {
        NoActing::Held(post) => either(
            lang,
            format!("{} masih ada pemangkunya; Plt hanya untuk jabatan lowong", title(desk, post)),
            format!("{} has a holder; only a vacant post has somebody act on it", title(desk, post)),
        ),
        NoActing::Backwards => {
            either(lang, "tanggal akhir lebih awal daripada tanggal mulai".into(), "the last day is before the first".into())
        }
        NoActing::Taken(who, post) => either(
            lang,
            format!("{} sudah Plt di {} pada waktu itu; akhiri dulu", name(who), title(desk, post)),
            format!("{} acts on {} in that time; end that first", name(who), title(desk, post)),
        ),
        NoActing::DoesNotAct(who, post) => either(
            lang,
            format!("{} bukan Plt di {}", name(who), title(desk, post)),
            format!("{} does not act on {}", name(who), title(desk, post)),
        ),
    }
}

fn either(lang: Lang, id: String, en: String) -> String {
    if lang == Lang::Id { id } else { en }
}

fn of_plan(lang: Lang, desk: &Desk, refusal: &Refusal) -> String {
    let (id, en) = match refusal {
        Refusal::AlreadyThere(who, post) => (
            format!("{} sudah berada di {}", name(desk, *who), title(desk, *post)),
            format!("{} is already at {}", name(desk, *who), title(desk, *post)),
        ),
        Refusal::Pinned(who, _) => {
            let (who, at) = (name(desk, *who), pinned_at(desk, *who));
            (
                format!("{who} disematkan di {at}; lepaskan sematan dahulu (unpin)"),
                format!("{who} is pinned to {at}; take the pin away first (unpin)"),
            )
        }
        Refusal::Banned(who, post) => (
            format!("{} dikecualikan dari {}; cabut dahulu (unban)", name(desk, *who), title(desk, *post)),
            format!("{} is banned from {}; take the ban away first (unban)", name(desk, *who), title(desk, *post)),
        ),
        Refusal::NoProposal(who) => {
            (format!("tidak ada usulan untuk {}", name(desk, *who)), format!("there is no proposal for {}", name(desk, *who)))
        }
        Refusal::NoPin(who) => (format!("{} tidak disematkan", name(desk, *who)), format!("{} is not pinned", name(desk, *who))),
        Refusal::NoBan(who) => (
            format!("tidak ada pengecualian seperti itu untuk {}", name(desk, *who)),
            format!("there is no such ban for {}", name(desk, *who)),
        ),
        Refusal::NotOverridable(_) | Refusal::RuleHolds(_) => of_permission(desk, refusal),
        Refusal::NotLeftEmpty(post) => (
            format!("{} bukan jabatan struktural yang kosong dalam rencana ini", title(desk, *post)),
            format!("{} is no structural post that stays empty in this plan", title(desk, *post)),
        ),
        Refusal::NotPostless(who) => (
            format!("{} tidak dijadikan tanpa jabatan di sini (R26); sebutkan jabatan tujuan", name(desk, *who)),
            format!("{} is not put out of every post here (R26); name a post", name(desk, *who)),
        ),
        Refusal::NoSwap => (
            "salah satunya tidak memegang jabatan dalam rencana; sebutkan jabatannya".into(),
            "one of them holds no post in the plan; name the post".into(),
        ),
        Refusal::Closed(status) => (
            format!("rencana sudah {}; tidak dapat diubah lagi", super::status(Lang::Id, *status)),
            format!("the plan is {}; it cannot be changed any more", super::status(Lang::En, *status)),
        ),
        Refusal::NothingToUndo => {
            ("tidak ada yang dapat diurungkan dalam status ini".into(), "there is nothing to undo in this status".into())
        }
        Refusal::NothingToRedo => ("tidak ada yang dapat diulangi".into(), "there is nothing to redo".into()),
        Refusal::DatePast(day) => (
            format!("TMT {} sudah lewat: pilih hari ini atau sesudahnya", figures::date(Lang::Id, *day)),
            format!("the effective date {} is past: choose today or later", figures::date(Lang::En, *day)),
        ),
        Refusal::SameDate(day) => (
            format!("TMT memang sudah {}", figures::date(Lang::Id, *day)),
            format!("the effective date is {} already", figures::date(Lang::En, *day)),
        ),
        // Worded by the caller.
        _ => (String::new(), String::new()),
    };
    either(lang, id, en)
}

/// Why an official's permission is refused, in both languages.
fn of_permission(desk: &Desk, refusal: &Refusal) -> (String, String) {
    match refusal {
        Refusal::NotOverridable(rule) => (
            format!(
                "{rule} ({}) tidak dapat dikecualikan oleh pejabat; {}",
                rules::name(Lang::Id, &desk.base.pack, *rule),
                cite(Lang::Id, desk, *rule)
            ),
            format!(
                "{rule} ({}) cannot be overridden by an official; {}",
                rules::name(Lang::En, &desk.base.pack, *rule),
                cite(Lang::En, desk, *rule)
            ),
        ),
        Refusal::RuleHolds(rule) => (
            format!(
                "{rule} ({}) tidak menghalangi pasangan ini; tidak perlu pengecualian",
                rules::name(Lang::Id, &desk.base.pack, *rule)
            ),
            format!(
                "{rule} ({}) does not stand in the way here; no override is needed",
                rules::name(Lang::En, &desk.base.pack, *rule)
            ),
        ),
        _ => (String::new(), String::new()),
    }
}

fn by_rules(lang: Lang, desk: &Desk, who: EmployeeIx, post: PositionIx, verdicts: &[Verdict]) -> String {
    let (who, post) = (name(desk, who), title(desk, post));
    let mut text = either(lang, format!("ditolak: {who} ke {post}"), format!("refused: {who} to {post}"));
    for verdict in verdicts {
        let (sign, word) = rules::mark(lang, verdict.severity, verdict.outcome);
        let reason = rules::reason(lang, &desk.grounds().facts, &desk.base.pack, verdict);
        text.push_str(&format!("\n  {sign} {} {word}: {reason} · {}", verdict.rule, cite(lang, desk, verdict.rule)));
    }
    let all_may = verdicts.iter().all(|verdict| verdict.severity == Severity::O);
    text.push_str("\n  ");
    text.push_str(&if all_may {
        either(
            lang,
            "dapat dibuka dengan izin pejabat: edit DIR override NIP ID --rule … --document … --date … --official … --reason …"
                .into(),
            "an official's permission opens it: edit DIR override NIP ID --rule … --document … --date … --official … --reason …"
                .into(),
        )
    } else {
        either(
            lang,
            "pilih jabatan atau pegawai lain: rank DIR --employee NIP, atau --position ID".into(),
            "choose another post or person: rank DIR --employee NIP, or --position ID".into(),
        )
    });
    text
}

fn leaves(lang: Lang, who: &str, reason: LeavingReason) -> String {
    match reason {
        LeavingReason::Retired(date) => {
            let date = figures::date(lang, date);
            either(
                lang,
                format!("{who} keluar sebelum TMT: pensiun {date} (R09a); tidak ditempatkan oleh rencana ini"),
                format!("{who} leaves before the effective date: retires {date} (R09a); not placed by this plan"),
            )
        }
        LeavingReason::Status(status) => {
            let status = rules::legal_status(lang, status);
            either(
                lang,
                format!("{who} keluar sebelum TMT: {status} (R04); tidak ditempatkan oleh rencana ini"),
                format!("{who} leaves before the effective date: {status} (R04); not placed by this plan"),
            )
        }
    }
}

fn name(desk: &Desk, who: EmployeeIx) -> String {
    desk.grounds().facts.employees[who.at()].full_name()
}

fn title(desk: &Desk, post: PositionIx) -> String {
    super::commands::post(&desk.grounds().facts, post)
}

fn pinned_at(desk: &Desk, who: EmployeeIx) -> String {
    let facts = &desk.grounds().facts;
    let id = desk.plan.pins.get(&facts.employees[who.at()].nip);
    id.map_or_else(|| "?".to_owned(), |id| facts.position(id).map_or_else(|| id.to_string(), |post| title(desk, post)))
}

/// The citation, marked where nobody here has read it.
pub fn cite(lang: Lang, desk: &Desk, rule: RuleId) -> String {
    cited(lang, desk.base.pack.entry(rule))
}

/// The citation of an entry of a pack, marked where nobody here has read it.
pub fn cited(lang: Lang, entry: &RuleEntry) -> String {
    let doubt = if lang == Lang::Id { "perlu diverifikasi" } else { "to be verified" };
    if entry.verified { entry.citation.clone() } else { format!("{} ({doubt})", entry.citation) }
}
