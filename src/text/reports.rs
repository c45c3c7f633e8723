//! What commands print for people to read: scores, rankings, plans, checks.
use super::commands::{either, person, post};
use super::{Lang, figures, import, left_out, match_score, packs, quality, refusals, rules};
use crate::desk::Desk;
use crate::desk::composition::Composition;
use crate::desk::quality::Indicator;
use crate::desk::ranking::Ranked;
use crate::model::{EmployeeIx, PositionIx};
use crate::rules::{Outcome, Scope, Severity, Verdict};
use crate::scoring::{Breakdown, Factor, MatchScore};
use crate::store::import::Unresolved;
use std::io::{self, Write};

type Out<'a> = &'a mut dyn Write;
type Placed = (EmployeeIx, PositionIx, Verdict);

/// A factor.
pub const fn factor(lang: Lang, factor: Factor) -> &'static str {
    let (id, en) = match factor {
        Factor::Competence => ("kompetensi", "competence"),
        Factor::Education => ("kesesuaian pendidikan", "education fit"),
        Factor::Performance => ("kinerja (SKP)", "performance"),
        Factor::Potential => ("potensi karier", "career potential"),
        Factor::Need => ("kebutuhan organisasi", "organisational need"),
        Factor::Aspiration => ("aspirasi", "aspiration"),
    };
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}

/// A score opened, with every verdict.
///
/// # Errors
/// Of the writer.
pub fn score(
    out: Out<'_>,
    lang: Lang,
    desk: &Desk,
    ranked: &Ranked,
    breakdown: &Breakdown,
    verdicts: &[Verdict],
) -> io::Result<()> {
    let facts = &desk.grounds().facts;
    let total = figures::points(lang, breakdown.score.total);
    writeln!(out, "{} → {}", person(facts, &facts.employees[ranked.who.at()].nip), post(facts, ranked.post))?;
    let (low, high) = (figures::points(lang, breakdown.score.low), figures::points(lang, breakdown.score.high));
    let range = either(lang, format!(" (data belum lengkap: {low}–{high})"), format!(" (incomplete data: {low}–{high})"));
    let range = if breakdown.score.is_complete { String::new() } else { range };
    writeln!(out, "{} {total}{range}", either(lang, "nilai", "score"))?;
    for line in &breakdown.lines {
        let value = line.value.map_or_else(|| figures::unknown(lang).to_owned(), |value| figures::points(lang, value.into()));
        let part = figures::points(lang, line.part);
        writeln!(out, "  {:<22} {:>3} % × {value:>6} = {part:>5}", factor(lang, line.factor), line.weight)?;
    }
    for verdict in verdicts {
        writeln!(out, "  {}", verdict_line(lang, desk, verdict))?;
    }
    writeln!(out, "{}", match_score::line(lang, &MatchScore::of(desk.grounds(), ranked.who, ranked.post)))?;
    profiles(out, lang, desk)
}

/// The profiles that a result stands on.
fn profiles(out: Out<'_>, lang: Lang, desk: &Desk) -> io::Result<()> {
    writeln!(out, "{}", packs::profiles(lang, &desk.grounds().policy.parameters))
}

fn verdict_line(lang: Lang, desk: &Desk, verdict: &Verdict) -> String {
    // A gate blocks the next status, not the move.
    let severity = if verdict.scope == Scope::Gate { Severity::G } else { verdict.severity };
    let (sign, word) = rules::mark(lang, severity, verdict.outcome);
    let reason = rules::reason(lang, &desk.grounds().facts, &desk.base.pack, verdict);
    format!("{sign} {} {word}: {reason} · {}", verdict.rule, refusals::cite(lang, desk, verdict.rule))
}

/// A ranking.
///
/// # Errors
/// Of the writer.
pub fn ranking(out: Out<'_>, lang: Lang, desk: &Desk, ranked: &[Ranked], of_person: bool) -> io::Result<()> {
    let facts = &desk.grounds().facts;
    for (number, it) in (1..).zip(ranked) {
        let name = if of_person { post(facts, it.post) } else { person(facts, &facts.employees[it.who.at()].nip) };
        let sign = match (it.judged.is_eligible, it.judged.is_automatic) {
            (true, true) => "✓",
            (true, false) => "○",
            (false, _) => "✗",
        };
        let rule =
            it.judged.first_rule.map(|rule| format!("  {rule} {}", rules::name(lang, &desk.base.pack, rule))).unwrap_or_default();
        let star = if it.score.is_complete { " " } else { "~" };
        writeln!(out, "{number:>4}. {sign} {:>6}{star} {name}{rule}", figures::points(lang, it.score.total))?;
    }
    let legend = either(
        lang,
        "✓ memenuhi syarat   ○ hanya dengan tangan   ✗ tidak memenuhi syarat   ~ data belum lengkap",
        "✓ lawful   ○ by hand only   ✗ not lawful   ~ incomplete data",
    );
    writeln!(out, "{legend}")?;
    profiles(out, lang, desk)
}

/// A composed and recorded plan.
///
/// # Errors
/// Of the writer.
pub fn composed(out: Out<'_>, lang: Lang, desk: &Desk, composition: &Composition) -> io::Result<()> {
    let facts = &desk.grounds().facts;
    let (objective, bound) = (figures::points(lang, composition.objective), figures::points(lang, composition.bound));
    let proof = if composition.gap() == 0 {
        either(lang, "terbukti terbaik", "optimal (proved)")
    } else {
        let gap = figures::points(lang, composition.gap());
        either(lang, format!("batas atas {bound}, selisih ke batas {gap}"), format!("bound {bound}, gap {gap}"))
    };
    let moves = composition.moves.len();
    writeln!(
        out,
        "{}",
        either(
            lang,
            format!("{moves} mutasi; nilai rencana {objective}, {proof}"),
            format!("{moves} moves; objective {objective}, {proof}")
        )
    )?;
    for it in &composition.moves {
        let from = it.from.map_or_else(|| either(lang, "tanpa jabatan", "no post"), |at| post(facts, at));
        writeln!(out, "  {}: {from} → {}", person(facts, &facts.employees[it.who.at()].nip), post(facts, it.to))?;
    }
    if !composition.left_out.is_empty() {
        writeln!(out, "{}", either(lang, "Tidak dipindahkan otomatis:", "Not moved automatically:"))?;
    }
    for (reason, who) in &composition.left_out {
        writeln!(out, "  {:>5} {}", who.len(), left_out::reason(lang, &desk.base.pack, *reason))?;
    }
    metrics(out, lang, desk, desk.metrics.gain_permille(composition.relaxed))
}

/// The figures of a plan.
///
/// # Errors
/// Of the writer.
pub fn metrics(out: Out<'_>, lang: Lang, desk: &Desk, gain: Option<i64>) -> io::Result<()> {
    let it = &desk.metrics;
    let facts = &desk.grounds().facts;
    let worst = it.worst_unit.map_or_else(
        || "–".to_owned(),
        |(unit, permille)| format!("{} {}", facts.units[unit.at()].name, figures::percent(lang, permille)),
    );
    let gain = gain.map_or_else(|| "–".to_owned(), |gain| figures::percent(lang, gain));
    let (filled, vacant) = (figures::percent(lang, it.filled_permille), it.vacancies);
    let wishers = it.wishes_met + it.wishes_partly + it.wishes_open;
    let (met, partly) = (it.wishes_met, it.wishes_partly);
    let (structural, holes) = (it.structural_vacant, it.holes);
    let lines = match lang {
        Lang::Id => format!(
            "Terisi {filled} · lowong {vacant} (struktural {structural}) · jabatan yang ditinggalkan {holes} · keterisian terendah {worst}\n\
             Capaian {gain} · mutasi {} · aspirasi {met} terpenuhi, {partly} sebagian dari {wishers}\n\
             Dilarang {} · dikecualikan {} · perhatian {} · perlu verifikasi {} · nilai belum lengkap {}",
            it.moves, it.blocked, it.overridden, it.warnings, it.unknown, it.incomplete
        ),
        Lang::En => format!(
            "Filled {filled} · vacant {vacant} (structural {structural}) · open holes {holes} · worst-off unit {worst}\n\
             Gain reached {gain} · moves {} · wishes {met} met, {partly} partly of {wishers}\n\
             Blocked {} · overridden {} · warnings {} · to be verified {} · incomplete scores {}",
            it.moves, it.blocked, it.overridden, it.warnings, it.unknown, it.incomplete
        ),
    };
    writeln!(out, "{lines}")?;
    profiles(out, lang, desk)
}

/// Data quality and verdicts.
///
/// # Errors
/// Of the writer.
pub fn check(
    out: Out<'_>,
    lang: Lang,
    desk: &Desk,
    indicators: &[Indicator],
    dangling: &[Unresolved],
    gain: Option<i64>,
) -> io::Result<()> {
    writeln!(out, "{}", either(lang, "Mutu data (indikator BKN)", "Data quality (BKN's indicators)"))?;
    for it in indicators {
        let sign = if it.count == 0 { "✓" } else { "!" };
        writeln!(out, "  {sign} {:<6} {:>6} / {:<6} {}", it.code, it.count, it.of, quality::indicator(lang, it.code))?;
    }
    beside(out, lang, desk, dangling)?;
    let verdicts = desk.verdicts();
    let (gates, rules): (Vec<&Placed>, Vec<&Placed>) = verdicts.iter().partition(|it| it.2.scope == Scope::Gate);
    writeln!(out, "{}", either(lang, "Ketentuan", "Rules"))?;
    let mut told: Vec<_> = rules.into_iter().filter(|(_, _, verdict)| verdict.outcome != Outcome::Pass).collect();
    told.sort_by_key(|(_, _, verdict)| rank_of(verdict));
    if told.is_empty() {
        writeln!(out, "  ✓ {}", either(lang, "tidak ada yang dilanggar", "nothing is broken"))?;
    }
    for (who, at, verdict) in told {
        placed(out, lang, desk, *who, *at, verdict)?;
    }
    let whole = desk.gates();
    if !gates.is_empty() || !whole.is_empty() {
        writeln!(out, "{}", either(lang, "Tahapan wajib sebelum status berikutnya", "Gates before the next status"))?;
    }
    for gate in &whole {
        writeln!(out, "  {}", rules::gate(lang, &desk.grounds().facts, &desk.base.pack, gate))?;
    }
    for (who, at, verdict) in gates {
        placed(out, lang, desk, *who, *at, verdict)?;
    }
    metrics(out, lang, desk, gain)
}

/// What blocks first, then what is open, then what warns.
const fn rank_of(verdict: &Verdict) -> u8 {
    match (verdict.outcome, verdict.severity) {
        (Outcome::Fail, Severity::B) => 0,
        (Outcome::Fail, Severity::O) => 1,
        (Outcome::Unknown, _) => 2,
        (Outcome::Overridden, _) => 3,
        (Outcome::Fail, Severity::W) => 4,
        _ => 5,
    }
}

fn placed(out: Out<'_>, lang: Lang, desk: &Desk, who: EmployeeIx, at: PositionIx, verdict: &Verdict) -> io::Result<()> {
    let facts = &desk.grounds().facts;
    let nip = &facts.employees[who.at()].nip;
    writeln!(out, "  {} → {}\n    {}", person(facts, nip), post(facts, at), verdict_line(lang, desk, verdict))
}

fn beside(out: Out<'_>, lang: Lang, desk: &Desk, dangling: &[Unresolved]) -> io::Result<()> {
    let facts = &desk.grounds().facts;
    let beside = desk.beside();
    let people = |list: &[EmployeeIx]| list.iter().map(|who| person(facts, &facts.employees[who.at()].nip)).collect::<Vec<_>>();
    let mut groups = vec![
        (either(lang, "keluar sebelum TMT", "leave before the effective date"), people(&beside.leaving)),
        (either(lang, "tanpa jabatan", "no post"), people(&beside.tray)),
        (either(lang, "belum terpetakan", "not mapped"), people(&beside.unmapped)),
    ];
    let posts = beside.double_held.iter().map(|at| post(facts, *at)).collect();
    groups.push((either(lang, "struktural ganda (TIM_4)", "two holders (TIM_4)"), posts));
    groups.push((
        either(lang, "rujukan yang tidak ada", "references to nothing"),
        dangling.iter().map(|it| import::unresolved(it, lang)).collect(),
    ));
    let missing = beside.never_imported.iter().map(|kind| either(lang, kind.indonesian()[0], kind.name())).collect::<Vec<_>>();
    if !missing.is_empty() {
        groups.push((either(lang, "daftar yang belum diimpor", "lists never imported"), vec![missing.join(", ")]));
    }
    if groups.iter().any(|(_, lines)| !lines.is_empty()) {
        writeln!(out, "{}", either(lang, "Perhatian pada data", "Notes on the data"))?;
    }
    for (title, lines) in groups.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        writeln!(out, "  {title} ({})", lines.len())?;
        for line in lines.iter().take(SHOWN) {
            writeln!(out, "    {line}")?;
        }
        if lines.len() > SHOWN {
            writeln!(out, "    … {} {}", lines.len() - SHOWN, either(lang, "lagi", "more"))?;
        }
    }
    Ok(())
}

/// Lines of one group before the rest is only counted.
const SHOWN: usize = 20;
