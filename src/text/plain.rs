//! The sentences of the program as lines of text.
use super::figures::{change, points, thousands};
use super::screen::brief;
use super::{Lang, commands, rules, screen};
use crate::app::keymap::Keymap;
use crate::desk::Desk;
use crate::desk::composition::ComposeError;
use crate::desk::edit::Refusal;
use crate::desk::preview::{Landing, Preview};
use crate::desk::ranking::Ranked;
use crate::model::{EmployeeIx, PositionIx};

/// What is said the same each time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// How to go on after the start.
    Welcome,
    /// Every command.
    Help,
    /// A list is empty.
    Nothing,
    /// What a list of people is for.
    PickOne,
    /// What a list of targets is for.
    DropOne,
    /// No employee is meant.
    WhichPerson,
    /// No post is meant.
    WhichPost,
    /// Nobody is carried.
    NobodyCarried,
    /// Nothing changed after all.
    PutBack,
    /// The person sits there already.
    Stays,
    /// Nothing may be changed.
    ReadOnly,
    /// The core is at work.
    Composing,
    /// What to do with the core's plan.
    AcceptOrDiscard,
    /// There is no plan of the core.
    NothingComposed,
    /// The core's plan was left.
    Discarded,
    /// Names are hidden.
    Masked,
    /// Names are shown.
    Unmasked,
}

/// In words.
pub const fn said(lang: Lang, said: Said) -> &'static str {
    let (id, en) = match said {
        Said::Welcome => {
            ("Ketik bantuan untuk daftar perintah, keluar untuk selesai.", "Type help for the commands, quit to leave.")
        }
        Said::Help => (HELP_ID, HELP_EN),
        Said::Nothing => ("Tidak ada.", "None."),
        Said::PickOne => ("angkat NOMOR untuk mengangkat salah satunya.", "pick NUMBER picks one up."),
        Said::DropOne => (
            "letakkan NOMOR, mengapa NOMOR, tujuan CARI untuk tujuan lain, atau kembalikan.",
            "drop NUMBER, why NUMBER, targets SEARCH for others, or back.",
        ),
        Said::WhichPerson => (
            "Pegawai mana? Sebut nomor dari daftar terakhir, nama, atau NIP.",
            "Which employee? Give a number of the last list, a name, or a NIP.",
        ),
        Said::WhichPost => (
            "Jabatan mana? Sebut nomor dari daftar terakhir atau nama jabatan.",
            "Which post? Give a number of the last list or the name of a post.",
        ),
        Said::NobodyCarried => ("Tidak ada pegawai yang diangkat; angkat NAMA.", "Nobody is carried; pick NAME."),
        Said::PutBack => ("Dikembalikan; rencana tidak berubah.", "Put back; the plan is unchanged."),
        Said::Stays => ("Sudah di jabatan itu.", "Already on that post."),
        Said::ReadOnly => ("Hanya baca: rencana tidak dapat diubah di sini.", "Read only: the plan cannot be changed here."),
        Said::Composing => ("Menyusun rencana terbaik …", "Composing the best plan …"),
        Said::AcceptOrDiscard => (
            "terima untuk mencatatnya, tolak untuk membiarkan rencana seperti semula.",
            "accept records it, discard leaves the plan as it was.",
        ),
        Said::NothingComposed => ("Belum ada hasil; ketik susun.", "There is no result yet; type compose."),
        Said::Discarded => ("Rencana tidak berubah.", "The plan is unchanged."),
        Said::Masked => ("Nama disamarkan.", "Names are hidden."),
        Said::Unmasked => ("Nama ditampilkan.", "Names are shown."),
    };
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}

const HELP_ID: &str = "\
pegawai [CARI]: daftar pegawai
lowong [CARI]: jabatan struktural yang lowong
jabatan [CARI]: semua jabatan
usulan: usulan mutasi dalam rencana
calon JABATAN: siapa yang cocok
angkat PEGAWAI: mengangkat, lalu tujuan terbaik
tujuan [CARI]: tujuan lain bagi yang diangkat
mengapa JABATAN: nilai dan ketentuannya
letakkan JABATAN: mengusulkan mutasi itu
kembalikan: batal mengangkat
batalkan PEGAWAI: menarik usulannya
alasan PEGAWAI TEKS: menulis alasan mutasi
angka: keadaan rencana
susun [PALING BANYAK]: rencana terbaik, lalu terima atau tolak
urungkan, ulangi, riwayat, samarkan, english, keluar
PEGAWAI dan JABATAN: nomor dari daftar terakhir, nama, NIP, atau kode";

const HELP_EN: &str = "\
people [SEARCH]: employees
vacancies [SEARCH]: vacant structural posts
posts [SEARCH]: all posts
proposals: the proposals of the plan
candidates POST: who would suit it
pick EMPLOYEE: picks up, then the best targets
targets [SEARCH]: other targets
why POST: scores and rules there
drop POST: proposes that move
back: nobody is carried any more
withdraw EMPLOYEE: takes the proposal back
reason EMPLOYEE TEXT: states the reason of a move
figures: where the plan stands
compose [AT MOST]: the best plan, then accept or discard
undo, redo, journal, mask, indonesia, quit
EMPLOYEE and POST: a number of the last list, a name, a NIP or an id";

/// No command goes by that word.
pub fn unknown(lang: Lang, word: &str) -> String {
    match lang {
        Lang::Id => format!("Perintah \"{word}\" tidak dikenal; ketik bantuan."),
        Lang::En => format!("There is no command \"{word}\"; type help."),
    }
}

/// A list goes on.
pub fn more(lang: Lang, count: usize) -> String {
    let count = thousands(lang, count as i64);
    match lang {
        Lang::Id => format!("… dan {count} lagi; tambahkan kata pencarian."),
        Lang::En => format!("… and {count} more; add words to search."),
    }
}

/// An entry was written.
pub fn saved(lang: Lang, what: &str) -> String {
    match lang {
        Lang::Id => format!("Tersimpan: {what}"),
        Lang::En => format!("Saved: {what}"),
    }
}

/// Somebody was picked up.
pub fn carrying(lang: Lang, who: &str) -> String {
    match lang {
        Lang::Id => format!("Mengangkat {who}. Tujuan terbaik:"),
        Lang::En => format!("Carrying {who}. The best targets:"),
    }
}

/// A person: name, NIP, rank, where now, where to.
pub fn person(lang: Lang, desk: &Desk, who: EmployeeIx, name: &str, is_masked: bool) -> String {
    let grounds = desk.grounds();
    let employee = &grounds.facts.employees[who.at()];
    let nip = if is_masked { String::new() } else { format!(" ({})", employee.nip) };
    let here = grounds.present(who).map_or_else(
        || if lang == Lang::Id { "tanpa jabatan".to_owned() } else { "no post".to_owned() },
        |post| screen::post(desk, post),
    );
    let proposed = desk.placement.moves().find(|(moved, _)| *moved == who).map(|(_, to)| to);
    let proposed = proposed.map_or_else(String::new, |to| {
        let word = if lang == Lang::Id { "usulan" } else { "proposed" };
        format!(", {word}: {}", screen::post(desk, to))
    });
    format!("{name}{nip}, {here}{proposed}")
}

/// A post: need, holders.
pub fn post(lang: Lang, desk: &Desk, at: PositionIx) -> String {
    let (need, heads) = (desk.grounds().projection.need[at.at()], desk.placement.heads(at));
    let name = screen::post(desk, at);
    match lang {
        Lang::Id => format!("{name}, kebutuhan {need}, terisi {heads}"),
        Lang::En => format!("{name}, need {need}, holders {heads}"),
    }
}

/// A candidate of a post.
pub fn candidate(lang: Lang, desk: &Desk, number: usize, name: &str, it: &Ranked) -> String {
    let score = points(lang, it.score.total);
    let here = desk.grounds().present(it.who).map_or_else(String::new, |post| format!(", {}", screen::post(desk, post)));
    let may = match (lang, it.judged.is_eligible, it.judged.first_rule) {
        (Lang::Id, true, _) => "memenuhi syarat".to_owned(),
        (Lang::En, true, _) => "eligible".to_owned(),
        (Lang::Id, false, rule) => format!("tidak dapat: {}", rule.map(|rule| rule.to_string()).unwrap_or_default()),
        (Lang::En, false, rule) => format!("not allowed: {}", rule.map(|rule| rule.to_string()).unwrap_or_default()),
    };
    let word = if lang == Lang::Id { "nilai" } else { "score" };
    format!("{number}. {name}{here}: {word} {score}, {may}")
}

/// Why something is refused: every rule in the way, or what else is. No name stands in it where names are masked.
pub fn refused(lang: Lang, desk: &Desk, refusal: &Refusal, is_masked: bool) -> String {
    let words = |id: &str, en: &str| if lang == Lang::Id { id.to_owned() } else { en.to_owned() };
    let why = match refusal {
        Refusal::Rules(_, _, verdicts) if !verdicts.is_empty() => {
            verdicts.iter().map(|it| brief::verdict(lang, desk, it, is_masked)).collect::<Vec<_>>().join("; ")
        }
        // These two the screen mends by a key; here it takes a command of the shell.
        Refusal::Pinned(_, at) => format!(
            "{} {}; {}",
            words("disematkan, tidak dapat ke", "pinned, and not to"),
            screen::post(desk, *at),
            words("mutasi edit … unpin melepas sematan", "mutasi edit … unpin takes the pin away")
        ),
        Refusal::Banned(_, at) => format!(
            "{} {}; {}",
            words("dikecualikan dari", "banned from"),
            screen::post(desk, *at),
            words("mutasi edit … unban menghapusnya", "mutasi edit … unban lifts that")
        ),
        other => brief::refusal(lang, desk, other, is_masked, &Keymap::default()),
    };
    format!("{}: {why}", words("tidak dapat", "not allowed"))
}

/// Why there is no plan.
pub fn not_composed(lang: Lang, desk: &Desk, error: &ComposeError, is_masked: bool) -> String {
    match (error, lang) {
        (ComposeError::Infeasible { employees, .. }, _) => {
            let who: Vec<String> = employees.iter().map(|who| screen::person(lang, desk, *who, is_masked)).collect();
            let who = who.join(", ");
            match lang {
                Lang::Id => format!("Sematan tidak dapat dipenuhi bersama: {who}. mutasi edit … unpin melepas salah satunya."),
                Lang::En => format!("The pins cannot hold together: {who}. mutasi edit … unpin takes one away."),
            }
        }
        (ComposeError::Limit { fewest }, Lang::Id) => format!("Rencana apa pun memerlukan sedikitnya {fewest} mutasi."),
        (ComposeError::Limit { fewest }, Lang::En) => format!("Every plan needs at least {fewest} moves."),
        (other, _) => commands::not_composed(lang, desk, other),
    }
}

/// A target under the hand.
#[derive(Debug)]
pub struct Over<'a> {
    /// The post.
    pub post: PositionIx,
    /// What letting go would do.
    pub preview: &'a Preview,
    /// Biaya, where it is known.
    pub cost: Option<i64>,
    /// With whom it would be a swap.
    pub swaps: Option<String>,
    /// Whether names are hidden.
    pub is_masked: bool,
}

/// What letting go there would do.
pub fn over(lang: Lang, desk: &Desk, over: &Over<'_>) -> String {
    let Over { post, preview, cost, swaps, is_masked } = over;
    let (person, plan, price) = match lang {
        Lang::Id => ("orang", "rencana", "biaya"),
        Lang::En => ("person", "plan", "cost"),
    };
    let figure = |word: &str, value: Option<i64>| value.map(|value| format!("{word} {}", change(lang, value)));
    let mut parts = vec![screen::post(desk, *post)];
    parts.extend(figure(person, preview.person));
    parts.extend(figure(plan, preview.plan));
    parts.extend(figure(price, *cost));
    if let Some(other) = swaps {
        parts.push(if lang == Lang::Id { format!("tukar dengan {other}") } else { format!("swaps with {other}") });
    }
    parts.push(match (&preview.landing, preview.verdicts.first()) {
        (Landing::Refused(refusal), _) => refused(lang, desk, refusal, *is_masked),
        (_, Some(verdict)) => {
            let (_, word) = rules::mark(lang, verdict.severity, verdict.outcome);
            format!("{word} {} {}", verdict.rule, rules::name(lang, &desk.base.pack, verdict.rule))
        }
        (_, None) if lang == Lang::Id => "memenuhi syarat".to_owned(),
        (_, None) => "eligible".to_owned(),
    });
    parts.join(", ")
}
