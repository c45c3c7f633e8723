//! What commands say in a line or two. Longer reports are in [`super::reports`].
use super::{Lang, errors, figures, import, locks, rules};
use crate::desk::Desk;
use crate::desk::composition::ComposeError;
use crate::matching::Progress;
use crate::model::plan::{Action, SolveRecord};
use crate::model::{Facts, Nip, PositionId, PositionIx};
use crate::store::certificates::Finding;
use crate::store::import::{Applied, Report};
use crate::store::journal::{ChainError, Entry};
use crate::store::workspace::Workspace;
use std::io::{self, Write};

/// The text of the language.
pub(super) fn either(lang: Lang, id: impl Into<String>, en: impl Into<String>) -> String {
    if lang == Lang::Id { id.into() } else { en.into() }
}

/// A post with its unit: `Lurah Tinjomoyo (3374-BMK-TJM/LURAH)`.
pub fn post(facts: &Facts, at: PositionIx) -> String {
    let position = &facts.positions[at.at()];
    format!("{} ({})", position.name, position.id())
}

/// A person: `Sri Lestari, S.E. (19800101 200501 2 999)`.
pub fn person(facts: &Facts, nip: &Nip) -> String {
    let name = facts.employee(nip).map(|who| facts.employees[who.at()].full_name());
    name.map_or_else(|| nip.spaced(), |name| format!("{name} ({})", nip.spaced()))
}

/// The journal ends in a torn line.
pub fn torn_end(lang: Lang, bytes: usize) -> String {
    either(
        lang,
        format!("baris terakhir riwayat terputus ({bytes} bita) dan tidak dihitung"),
        format!("the journal's last line is torn ({bytes} bytes) and does not count"),
    )
}

/// A pin or proposal whose person or post is gone.
pub fn lost(lang: Lang, nip: &Nip, position: &PositionId) -> String {
    either(
        lang,
        format!(
            "sematan atau usulan {nip} → {position}: pegawai atau jabatan itu tidak ada lagi di fakta; cabut (unpin, withdraw) atau impor kembali"
        ),
        format!(
            "pin or proposal {nip} → {position}: the person or post is no longer among the facts; take it back (unpin, withdraw) or import it again"
        ),
    )
}

/// Certificates lie there, and the journal that should name them is empty.
pub fn journal_gone(lang: Lang) -> String {
    either(
        lang,
        "riwayat kosong, padahal ada bukti optimal di certificates/: riwayatnya dihapus atau dikosongkan".to_owned(),
        "the journal is empty, but certificates/ holds proofs: it was removed or emptied".to_owned(),
    )
}

/// A workspace was made.
pub fn made(lang: Lang, workspace: &Workspace) -> String {
    let (root, settings) = (workspace.root.display(), &workspace.settings);
    let (today, tmt) = (figures::date(lang, settings.today), figures::date(lang, settings.tmt));
    either(
        lang,
        format!("{root}: ruang kerja dibuat; hari ini {today}, TMT {tmt}\nbuka dengan: mutasi open {root}"),
        format!("{root}: workspace made; today {today}, effective date {tmt}\nopen it with: mutasi open {root}"),
    )
}

/// How far the core is.
pub fn progress(lang: Lang, progress: Progress) -> String {
    let percent = (100 * progress.done).checked_div(progress.total).unwrap_or(0).min(100);
    either(lang, format!("menyusun rencana terbaik … {percent} %"), format!("composing the best plan … {percent} %"))
}

/// Why there is no plan.
pub fn not_composed(lang: Lang, desk: &Desk, error: &ComposeError) -> String {
    match error {
        ComposeError::Infeasible { employees, posts } => {
            let facts = &desk.grounds().facts;
            let who: Vec<String> = employees.iter().map(|who| person(facts, &facts.employees[who.at()].nip)).collect();
            let posts: Vec<String> = posts.iter().map(|at| post(facts, *at)).collect();
            let (who, posts) = (who.join("; "), posts.join("; "));
            either(
                lang,
                format!(
                    "sematan tidak dapat dipenuhi bersama: {who}\n  berebut {posts}\n  lepaskan salah satu sematan (edit DIR unpin NIP)"
                ),
                format!(
                    "the pins cannot hold together: {who}\n  compete for {posts}\n  take one of the pins away (edit DIR unpin NIP)"
                ),
            )
        }
        ComposeError::Limit { fewest } => either(
            lang,
            format!("rencana apa pun memerlukan sedikitnya {fewest} mutasi; naikkan --max-moves"),
            format!("every plan needs at least {fewest} moves; raise --max-moves"),
        ),
        ComposeError::Problem(error) => format!("{error}"),
        ComposeError::Cancelled => either(lang, "dibatalkan", "cancelled"),
        ComposeError::Unproved => either(
            lang,
            "kesalahan program: pemeriksa tidak membenarkan hasil; tidak ada yang dicatat",
            "a fault of this program: the checker does not confirm the result; nothing was recorded",
        ),
    }
}

/// A decision was recorded.
pub fn recorded(lang: Lang, facts: &Facts, entry: &Entry) -> String {
    either(
        lang,
        format!("tercatat #{}: {}", entry.sequence, action(lang, Some(facts), &entry.action)),
        format!("recorded #{}: {}", entry.sequence, action(lang, Some(facts), &entry.action)),
    )
}

/// One entry of a journal.
pub fn log_line(lang: Lang, entry: &Entry) -> String {
    let (sequence, time, actor) = (entry.sequence, &entry.time, &entry.actor);
    format!("{sequence:>4}  {time}  {actor}  {}  {}", action(lang, None, &entry.action), &entry.hash[..entry.hash.len().min(12)])
}

/// A decision, in words; with names where the facts are at hand.
pub fn action(lang: Lang, facts: Option<&Facts>, action: &Action) -> String {
    let who = |nip: &Nip| facts.map_or_else(|| nip.to_string(), |facts| person(facts, nip));
    let at = |id: &PositionId| facts.and_then(|facts| Some(post(facts, facts.position(id)?))).unwrap_or_else(|| id.to_string());
    let said = |id: &str, en: &str| either(lang, id, en);
    match action {
        Action::Propose { employee, position } => format!("{} {} → {}", said("usulan", "proposal"), who(employee), at(position)),
        Action::Withdraw { employee } => format!("{} {}", said("usulan ditarik", "withdrawn"), who(employee)),
        Action::Adopt { changes, .. } => format!("{} {}", said("usulan sekaligus", "proposals at once"), changes.len()),
        Action::Solve { record, moves } => format!(
            "{} {} {}, {} {}",
            said("rencana disusun:", "composed:"),
            moves.len(),
            said("mutasi", "moves"),
            said("nilai rencana", "objective"),
            figures::points(lang, record.objective)
        ),
        Action::Pin { employee, position } => format!("{} {} → {}", said("sematan", "pin"), who(employee), at(position)),
        Action::Unpin { employee } => format!("{} {}", said("sematan dilepas", "unpinned"), who(employee)),
        Action::PinMany { of, pins } => locks::closed(lang, facts, of, pins.len()),
        Action::UnpinMany { of, employees } => locks::opened(lang, facts, of, employees.len()),
        Action::Ban { employee, position } => format!("{} {} ↛ {}", said("kecualikan", "ban"), who(employee), at(position)),
        Action::Unban { employee, position } => {
            let place = position.as_ref().map(|id| format!(" ↛ {}", at(id))).unwrap_or_default();
            format!("{} {}{place}", said("pengecualian dicabut", "unbanned"), who(employee))
        }
        Action::Override(it) => format!(
            "{} {} {} → {}, {} ({}), {}",
            said("izin pejabat", "override"),
            it.rule,
            who(&it.employee),
            at(&it.position),
            it.document,
            figures::date(lang, it.date),
            it.official
        ),
        Action::Reason { employee, text } => format!("{} {}: {}", said("alasan", "reason"), who(employee), printable(text)),
        Action::Comment { employee, text } => format!("{} {}: {}", said("catatan", "comment"), who(employee), printable(text)),
        Action::Record(it) => format!(
            "{} {} ({}) {}",
            rules::document(lang, it.document),
            printable(&it.number),
            figures::date(lang, it.date),
            printable(&it.official)
        ),
        Action::Acknowledge { position, text } => {
            format!("{} {}: {}", said("diketahui tetap kosong:", "known to stay empty:"), at(position), printable(text))
        }
        Action::Set { key, value } => format!("{} {} = {}", said("pengaturan", "setting"), printable(key), printable(value)),
        Action::Status { status } => format!("status: {}", super::status(lang, *status)),
        Action::Undo { entry } => format!("{} #{entry}", said("urungkan", "undo")),
        Action::Redo { entry } => format!("{} #{entry}", said("ulangi", "redo")),
    }
}

/// Free text without what could steer a terminal.
pub(super) fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The chain holds.
pub fn chain_holds(lang: Lang, entries: usize, head: &str) -> String {
    either(
        lang,
        format!("✓ riwayat utuh: {entries} entri, hash terakhir {head}"),
        format!("✓ the journal holds: {entries} entries, last hash {head}"),
    )
}

/// The chain does not hold.
pub fn chain_broken(lang: Lang, error: &ChainError) -> String {
    format!("✗ {}", errors::chain(lang, error))
}

/// What the check of a certificate found.
pub fn certificate(lang: Lang, entry: u64, record: &SolveRecord, finding: &Finding) -> String {
    let sign = if finding.holds() { "✓" } else { "✗" };
    let (objective, bound) = (figures::points(lang, record.objective), figures::points(lang, record.bound));
    let words = match finding {
        Finding::Holds if record.objective == record.bound => either(
            lang,
            format!("terbukti terbaik, nilai rencana {objective}"),
            format!("optimal (proved), objective {objective}"),
        ),
        Finding::Holds => either(
            lang,
            format!("nilai rencana {objective}, batas atas {bound}"),
            format!("objective {objective}, bound {bound}"),
        ),
        Finding::FactsChanged => either(
            lang,
            "data atau pengaturan berubah sejak rencana disusun; bukti berlaku untuk data saat itu",
            "facts or settings have changed since the plan was composed; the proof was for those of then",
        ),
        Finding::Missing(why) => {
            either(lang, format!("berkas bukti tidak terbaca: {why}"), format!("the certificate cannot be read: {why}"))
        }
        Finding::Altered => either(lang, "berkas bukti diubah: hash berbeda", "the certificate was altered: its hash differs"),
        Finding::Figures => either(lang, "angka entri dan bukti berbeda", "the figures of entry and certificate differ"),
        Finding::NoPlan => {
            either(lang, "mutasi yang tercatat bukan rencana yang sah", "the recorded moves are no plan of the problem")
        }
        Finding::Objective(found) => {
            let found = figures::points(lang, *found);
            either(
                lang,
                format!("nilai rencana {found}, tercatat {objective}"),
                format!("objective {found}, recorded {objective}"),
            )
        }
        Finding::Bound(found) => {
            let found = found.map_or_else(|| "∞".to_owned(), |found| figures::points(lang, found));
            either(
                lang,
                format!("hanya membuktikan batas atas {found}, tercatat {bound}"),
                format!("proves only the bound {found}, recorded {bound}"),
            )
        }
    };
    either(lang, format!("{sign} bukti entri #{entry}: {words}"), format!("{sign} certificate of entry #{entry}: {words}"))
}

/// The report on an imported file.
///
/// # Errors
/// Of the writer.
pub fn imported(out: &mut dyn Write, lang: Lang, applied: &Applied, report: &Report) -> io::Result<()> {
    let kind = applied.imported.kind;
    let (rows, accepted, rejected, warnings) = (report.rows, report.accepted, report.rejected, report.warnings);
    let line = either(
        lang,
        format!(
            "{} [{}]: {rows} baris, {accepted} diterima, {rejected} ditolak, {warnings} dengan perhatian",
            report.file,
            kind.indonesian()[0]
        ),
        format!(
            "{} [{}]: {rows} rows, {accepted} accepted, {rejected} rejected, {warnings} with warnings",
            report.file,
            kind.name()
        ),
    );
    writeln!(out, "{line}")?;
    for problem in &report.problems {
        let sign = if problem.severity == "error" { "✗" } else { "!" };
        let row = either(lang, format!("baris {}", problem.row), format!("row {}", problem.row));
        let column = if problem.column.is_empty() { String::new() } else { format!(", {}", problem.column) };
        writeln!(out, "  {sign} {row}{column}: {} [{}]", problem.message, problem.code)?;
    }
    Ok(())
}

/// What else became of an imported file.
pub fn import_notes(lang: Lang, applied: &Applied, dry_run: bool) -> Vec<String> {
    let mut notes = Vec::new();
    let file = applied.file.display();
    if !applied.written && !dry_run {
        notes.push(either(
            lang,
            format!("{file}: semua baris ditolak; data sebelumnya tetap dipakai"),
            format!("{file}: every row was rejected; what was there before is kept"),
        ));
    }
    if let Some(path) = &applied.former {
        let path = path.display();
        notes.push(either(
            lang,
            format!("{file}: data sebelumnya disimpan di {path}"),
            format!("{file}: the former list is kept in {path}"),
        ));
    }
    if let Some(path) = &applied.rejected_file {
        let path = path.display();
        notes.push(either(
            lang,
            format!("{file}: baris yang ditolak ada di {path}"),
            format!("{file}: the rejected rows are in {path}"),
        ));
    }
    if applied.abolished > 0 {
        let posts = applied.abolished;
        notes.push(either(
            lang,
            format!("{file}: {posts} jabatan tidak ada lagi di peta; pemangkunya tanpa jabatan"),
            format!("{file}: {posts} posts are no longer in the peta; their holders have no post"),
        ));
    }
    notes.extend(applied.unresolved.iter().map(|item| import::unresolved(item, lang)));
    notes
}
