//! The words of the screen.
use super::figures::{date, thousands};
use super::{Lang, abbreviations};
use crate::app::command::{Group, Unavailable};
use crate::app::overlay::FormKind;
use crate::desk::Desk;
use crate::desk::composition::ComposeError;
use crate::model::{EmployeeIx, PositionIx, UnitIx};
use crate::scoring::Factor;

macro_rules! words {
    ($($name:ident = $id:literal / $en:literal,)*) => {
        /// A word or phrase of the screen.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Word { $($name),* }

        /// A word in a language.
        pub const fn word(lang: Lang, word: Word) -> &'static str {
            match (word, lang) { $((Word::$name, Lang::Id) => $id, (Word::$name, Lang::En) => $en,)* }
        }
    };
}
words! {
    NeedsTerminal = "layar ini memerlukan terminal; perintah lain (mutasi --help) tidak" / "the screen needs a terminal; the other commands (mutasi --help) do not",
    Untitled = "Rencana mutasi" / "Transfer plan",
    People = "Pegawai" / "Employees",
    Vacancies = "Lowong" / "Vacant",
    Units = "Unit kerja" / "Units",
    Candidates = "Kandidat" / "Candidates",
    PostsFor = "Nilai" / "Scores",
    Targets = "Tujuan" / "Targets",
    Proposals = "Usulan" / "Proposals",
    Name = "Nama" / "Name",
    Rank = "Gol" / "Rank",
    Position = "Jabatan" / "Position",
    Score = "nilai" / "score",
    Person = "orang" / "person",
    Plan = "rencana" / "plan",
    PlanShort = "renc." / "plan",
    Cost = "biaya" / "cost",
    Rules = "ketentuan" / "rules",
    LeavesBehind = "dari" / "from",
    Destination = "ke" / "to",
    SoonVacant = "akan lowong" / "vacant soon",
    LowestUnits = "keterisian terendah" / "lowest fill",
    NoVacancy = "tidak ada jabatan struktural yang lowong" / "no structural post is vacant",
    NothingFound = "tidak ada yang cocok · Esc menghapus pencarian" / "nothing matches · Esc clears the search",
    NobodyHere = "belum ada pegawai: impor dulu, mutasi import DIR pegawai.csv" / "no employees yet: import some, mutasi import DIR pegawai.csv",
    NoProposals = "belum ada usulan: a mengangkat pegawai, s menyusun rencana terbaik" / "no proposals yet: a picks someone up, s proposes the best plan",
    ChooseVacancy = "pilih jabatan lowong atau pegawai" / "choose a vacancy or an employee",
    NoCandidates = "tidak ada kandidat" / "no candidates",
    Filled = "Terisi" / "Filled",
    Lowest = "Terendah" / "Lowest",
    Gain = "Capaian" / "Gain",
    Moves = "Mutasi" / "Moves",
    Wishes = "Aspirasi" / "Wishes",
    Blocked = "Dilarang" / "Blocked",
    Warnings = "Perhatian" / "Warnings",
    Saved = "tersimpan" / "saved",
    NotYetChanged = "belum diubah" / "unchanged",
    ReadOnly = "hanya baca" / "read-only",
    ThrowAway = "salinan percobaan: hilang saat keluar" / "throw-away copy: gone on exit",
    RulePack = "ketentuan" / "rules",
    MouseOn = "tetikus nyala · Shift+geser memilih teks" / "mouse on · Shift+drag selects text",
    MouseOff = "tetikus mati" / "mouse off",
    MouseOnShort = "tetikus nyala" / "mouse on",
    Carrying = "Mengangkat" / "Carrying",
    DropHere = "Letakkan di sini" / "Drop here",
    Drop = "letakkan" / "drop",
    Close = "tutup" / "close",
    Successor = "pengganti" / "successor",
    NoSuccessor = "tak ada pengganti yang memenuhi syarat" / "no lawful successor",
    OutsideHole = "lubang di luar lingkup" / "a hole outside the scope",
    LeavesPost = "tinggalkan" / "leaves",
    Class = "kls" / "class",
    InPost = "masa jabatan" / "in post",
    ToRetirement = "pensiun" / "retires",
    Months = "bln" / "mo",
    Days = "hr" / "d",
    Wish = "aspirasi ke-" / "wish no. ",
    Swaps = "bertukar dengan" / "swaps with",
    Swap = "tukar" / "swap",
    PutsBack = "kembali ke jabatan semula" / "back to the present post",
    StaysThere = "sudah di sini" / "already here",
    Lawful = "memenuhi syarat" / "lawful",
    NoTargetHere = "di sini bukan tujuan: pilih jabatan, unit atau pegawai" / "no target here: choose a post, a unit or an employee",
    NoLawfulTarget = "tidak ada tujuan yang memenuhi syarat" / "no target is lawful",
    NoOtherTarget = "tidak ada tujuan lain yang memenuhi syarat" / "no other target is lawful",
    ClickAgain = "klik sekali lagi:" / "click once more:",
    NoSuchRow = "baris itu tidak ada di daftar tujuan" / "the list of targets has no such row",
    Now = "kini" / "now",
    Of = "dari" / "of",
    Incomplete = "data belum lengkap" / "incomplete data",
    Unknown = "tidak diketahui" / "unknown",
    Cancelled = "dibatalkan; rencana tidak berubah" / "cancelled; the plan is unchanged",
    FieldMissing = "isi dulu kolom ini" / "fill this field first",
    DateExpected = "tanggal ditulis seperti 2027-01-31" / "write the date like 2027-01-31",
    AlreadyBest = "rencana ini sudah yang terbaik: terbukti, tidak ada yang perlu diubah" / "this plan is the best already: proved, nothing to change",
    Short = "kurang" / "short by",
    NoBest = "rencana terbaik tidak dihitung lagi: buka ulang program" / "the best plan is no longer worked out: open the program again",
    NothingTaken = "tidak ada usulan yang dipilih; rencana tidak berubah" / "no proposal chosen; the plan is unchanged",
    Working = "Menyusun rencana terbaik" / "Composing the best plan",
    WorkingHint = "Esc membatalkan" / "Esc cancels",
    SolvedTitle = "Rencana terbaik" / "The best plan",
    SolvedHint = "Enter terima yang dipilih · Spasi pilih/lepas · Esc batal" / "Enter take the chosen · Space choose/leave · Esc cancel",
    Proved = "terbukti terbaik" / "proved optimal",
    LeftOut = "tidak digeser" / "left out",
    BackHome = "kembali" / "back",
    MoreWarnings = "perhatian lain" / "more warnings",
    HelpTitle = "Bantuan" / "Help",
    HelpHint = "↑↓ gulir · tombol lain menutup" / "↑↓ scroll · any other key closes",
    FormHint = "Enter lanjut/simpan · Tab kolom berikut · Esc batal" / "Enter next/save · Tab next field · Esc cancel",
    DocumentNo = "Nomor dokumen" / "Document number",
    DocumentDate = "Tanggal (2027-01-31)" / "Date (2027-01-31)",
    Official = "Pejabat" / "Official",
    Reason = "Alasan" / "Reason",
    Comment = "Komentar" / "Remark",
    Pinned = "disematkan" / "pinned",
    Banned = "dikecualikan" / "banned",
    BySolver = "usul inti" / "core",
    ByHand = "usul sendiri" / "own",
    NoReason = "belum ada alasan" / "no reason yet",
    NoReasonShort = "(tanpa alasan) " / "(no reason) ",
    TooSmall = "Jendela terlalu kecil" / "The window is too small",
    TooSmallHint = "Perlu paling sedikit 80×24. Perbesar jendela, atau q keluar. Semua sudah tersimpan." / "It needs at least 80×24. Enlarge it, or q quits. Everything is saved.",
    Search = "cari" / "search",
    Vacant = "lowong" / "vacant",
    SinceUnknown = "sejak ?" / "since ?",
    OpenedByPlan = "ditinggalkan" / "opened by the plan",
    Acting = "Plt" / "Plt",
    Holder = "pemangku" / "holder",
    NoPost = "tanpa jabatan" / "no post",
    Unmapped = "belum terpetakan" / "unmapped",
    Pool = "kolam" / "pool",
    Infeasible = "sematan bertentangan" / "pins conflict",
    Suspended = "program tidak dapat ditunda di sini" / "cannot be suspended here",
    Saving = "disimpan" / "saved",
}

/// Why a command cannot be used now.
pub const fn unavailable(lang: Lang, why: Unavailable) -> &'static str {
    match (why, lang) {
        (Unavailable::ReadOnly, Lang::Id) => "hanya baca: rencana ini sedang dibuka program lain, atau dibuka dengan --read-only",
        (Unavailable::ReadOnly, Lang::En) => "read-only: another program has this plan open, or it was opened with --read-only",
        (Unavailable::NobodySelected, Lang::Id) => "pilih dulu seorang pegawai (Tab ke panel Pegawai)",
        (Unavailable::NobodySelected, Lang::En) => "choose an employee first (Tab to the Employees pane)",
        (Unavailable::NoProposal, Lang::Id) => "pegawai ini tidak punya usulan (p menampilkan semua usulan)",
        (Unavailable::NoProposal, Lang::En) => "this employee has no proposal (p shows all proposals)",
        (Unavailable::NoPair, Lang::Id) => "pilih dulu satu baris di panel Kandidat / Nilai",
        (Unavailable::NoPair, Lang::En) => "choose a row in the Candidates / Scores pane first",
        (Unavailable::NothingToUndo, Lang::Id) => "tidak ada yang dapat diurungkan",
        (Unavailable::NothingToUndo, Lang::En) => "there is nothing to undo",
        (Unavailable::NothingToRedo, Lang::Id) => "tidak ada yang dapat diulangi",
        (Unavailable::NothingToRedo, Lang::En) => "there is nothing to redo",
        (Unavailable::NobodyCarried, Lang::Id) => "hanya saat seorang pegawai diangkat (a)",
        (Unavailable::NobodyCarried, Lang::En) => "only while an employee is carried (a)",
        (Unavailable::WhileCarrying, Lang::Id) => "letakkan (Enter) atau kembalikan (Esc) dulu pegawai yang diangkat",
        (Unavailable::WhileCarrying, Lang::En) => "drop (Enter) or put back (Esc) the employee first",
        (Unavailable::NoBan, Lang::Id) => "pegawai ini tidak dikecualikan dari jabatan mana pun",
        (Unavailable::NoBan, Lang::En) => "this employee is banned from no post",
        (Unavailable::NothingToOverride, Lang::Id) => "tidak ada ketentuan yang perlu izin pejabat pada pasangan ini",
        (Unavailable::NothingToOverride, Lang::En) => "no rule of this pair needs an official's permission",
    }
}

/// A part of the help.
pub const fn group(lang: Lang, group: Group) -> &'static str {
    match (group, lang) {
        (Group::Move, Lang::Id) => "Bergerak",
        (Group::Move, Lang::En) => "Moving around",
        (Group::Carry, Lang::Id) => "Mengangkat",
        (Group::Carry, Lang::En) => "Carrying",
        (Group::Plan, Lang::Id) => "Rencana",
        (Group::Plan, Lang::En) => "The plan",
        (Group::Program, Lang::Id) => "Program",
        (Group::Program, Lang::En) => "The program",
    }
}

/// How to read the signs and the mouse: the end of the help.
pub const fn help_notes(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Id => &[
            "Tetikus: tekan pada pegawai, geser, lepaskan di jabatan, unit, atau pegawai lain (tukar).",
            "Tombol kanan atau Esc mengembalikan. Klik saja hanya memilih.",
            "✓ memenuhi syarat   ✗ tidak memenuhi syarat   ⊘ perlu izin pejabat   ! perhatian   ? perlu verifikasi",
            "orang = selisih nilai pegawai itu   rencana = perubahan rencana oleh usulan ini saja",
            "biaya = rencana terbaik dengan usulan ini dikurangi rencana terbaik tanpa usulan ini",
            "K kebutuhan   B pemangku   Plt pelaksana tugas   ‹m› disematkan",
            "Nilai adalah saran: pejabat yang memutuskan. Setiap perubahan langsung tersimpan.",
        ],
        Lang::En => &[
            "Mouse: press on an employee, drag, release on a post, a unit, or another employee (swap).",
            "The right button or Esc puts back. A click alone only selects.",
            "✓ lawful   ✗ blocked   ⊘ needs override   ! warning   ? to be verified",
            "person = that employee's own score change   plan = what this drop alone changes in the plan",
            "cost = the best plan with this drop less the best plan without it",
            "K need   B holders   Plt acting   ‹m› pinned",
            "Scores are advice: people decide. Every change is saved at once.",
        ],
    }
}

/// The name of a factor.
pub const fn factor(lang: Lang, factor: Factor) -> &'static str {
    match (factor, lang) {
        (Factor::Competence, Lang::Id) => "kompetensi",
        (Factor::Competence, Lang::En) => "competence",
        (Factor::Education, Lang::Id) => "pendidikan",
        (Factor::Education, Lang::En) => "education",
        (Factor::Performance, Lang::Id) => "kinerja",
        (Factor::Performance, Lang::En) => "performance",
        (Factor::Potential, Lang::Id) => "potensi",
        (Factor::Potential, Lang::En) => "potential",
        (Factor::Need, Lang::Id) => "kebutuhan",
        (Factor::Need, Lang::En) => "need",
        (Factor::Aspiration, Lang::Id) => "aspirasi",
        (Factor::Aspiration, Lang::En) => "aspiration",
    }
}

/// A person's name; masked where someone stands at the desk.
pub fn person(lang: Lang, desk: &Desk, who: EmployeeIx, is_masked: bool) -> String {
    if is_masked {
        let label = if lang == Lang::Id { "Pegawai" } else { "Employee" };
        return format!("{label} {:03}", who.0 + 1);
    }
    desk.grounds().facts.employees[who.at()].name.clone()
}

/// A text in which nobody's name is left, where someone stands at the desk.
pub fn without_names(lang: Lang, desk: &Desk, text: String, is_masked: bool) -> String {
    if !is_masked {
        return text;
    }
    let everyone = desk.grounds().everyone();
    let mut named: Vec<(String, EmployeeIx)> = everyone
        .map(|who| (who, &desk.grounds().facts.employees[who.at()]))
        .filter(|(_, employee)| text.contains(&employee.name))
        .flat_map(|(who, employee)| [(employee.full_name(), who), (employee.name.clone(), who)])
        .collect();
    // The longest first: one name may begin with another.
    named.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    named.into_iter().fold(text, |text, (name, who)| text.replace(&name, &person(lang, desk, who, true)))
}

/// A post with its unit, unless its name says the unit already; shortened as planners say it.
pub fn post(desk: &Desk, post: PositionIx) -> String {
    let facts = &desk.grounds().facts;
    let name = &facts.positions[post.at()].name;
    let short = abbreviations::short(name);
    let Some(unit) = facts.position_unit[post.at()] else { return short };
    let full = &facts.units[unit.at()].name;
    let bare = full.strip_prefix("Kelurahan ").unwrap_or(full);
    if name.to_lowercase().contains(&bare.to_lowercase()) { short } else { format!("{short}, {}", self::unit(desk, unit)) }
}

/// A post's name alone, shortened: for a row under its unit.
pub fn post_alone(desk: &Desk, post: PositionIx) -> String {
    abbreviations::short(&desk.grounds().facts.positions[post.at()].name)
}

/// A unit's name, shortened; a kelurahan goes by its own name.
pub fn unit(desk: &Desk, unit: UnitIx) -> String {
    let name = &desk.grounds().facts.units[unit.at()].name;
    abbreviations::short(name.strip_prefix("Kelurahan ").unwrap_or(name))
}

/// Somebody was put back.
pub fn put_back(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Id => format!("{name} dikembalikan; rencana tidak berubah"),
        Lang::En => format!("{name} put back; the plan is unchanged"),
    }
}

/// What a form asks for.
pub fn form_title(lang: Lang, desk: &Desk, kind: &FormKind, is_masked: bool) -> String {
    let name = |who: &EmployeeIx| person(lang, desk, *who, is_masked);
    match (kind, lang) {
        (FormKind::Reason(who), Lang::Id) => format!("Alasan · {}", name(who)),
        (FormKind::Reason(who), Lang::En) => format!("Reason · {}", name(who)),
        (FormKind::Comment(who), Lang::Id) => format!("Komentar · {}", name(who)),
        (FormKind::Comment(who), Lang::En) => format!("Remark · {}", name(who)),
        (FormKind::Override(who, to, rule), Lang::Id) => {
            format!("Izin pejabat atas {rule} · {} → {}", name(who), post(desk, *to))
        }
        (FormKind::Override(who, to, rule), Lang::En) => format!("Override of {rule} · {} → {}", name(who), post(desk, *to)),
    }
}

/// The labels of a form's fields.
pub fn form_labels(lang: Lang, kind: &FormKind) -> Vec<&'static str> {
    match kind {
        FormKind::Reason(_) => vec![word(lang, Word::Reason)],
        FormKind::Comment(_) => vec![word(lang, Word::Comment)],
        FormKind::Override(..) => {
            [Word::DocumentNo, Word::DocumentDate, Word::Official, Word::Reason].map(|label| word(lang, label)).to_vec()
        }
    }
}

/// Why the core has no plan.
pub fn compose_error(lang: Lang, desk: &Desk, error: &ComposeError) -> String {
    match (error, lang) {
        (ComposeError::Infeasible { employees, .. }, lang) => {
            let names: Vec<String> = employees.iter().take(4).map(|who| person(lang, desk, *who, false)).collect();
            match lang {
                Lang::Id => format!(
                    "Sematan bertentangan: {} tidak dapat ditempatkan bersama. Lepas salah satu sematan (m).",
                    names.join(", ")
                ),
                Lang::En => format!("The pins conflict: {} cannot all be placed. Take one pin away (m).", names.join(", ")),
            }
        }
        (ComposeError::Limit { fewest }, Lang::Id) => {
            format!("Setiap rencana memindahkan paling sedikit {fewest} orang, lebih dari batas.")
        }
        (ComposeError::Limit { fewest }, Lang::En) => format!("Every plan moves at least {fewest} people, more than the limit."),
        (ComposeError::Cancelled, lang) => word(lang, Word::Cancelled).to_owned(),
        (ComposeError::Problem(problem), Lang::Id) => format!("Masalah tidak dapat disusun: {problem}."),
        (ComposeError::Problem(problem), Lang::En) => format!("The problem cannot be built: {problem}."),
        (ComposeError::Unproved, Lang::Id) => "Pemeriksa menolak hasil inti; rencana tidak diubah. Laporkan ini.".to_owned(),
        (ComposeError::Unproved, Lang::En) => {
            "The checker refused the core's result; the plan is unchanged. Please report this.".to_owned()
        }
    }
}

/// What became of an edit.
pub fn saved(lang: Lang, at: &str, what: &str) -> String {
    match lang {
        Lang::Id => format!("{what} · tersimpan {at}"),
        Lang::En => format!("{what} · saved {at}"),
    }
}

/// How long a post has been vacant, or until when it is held.
pub fn vacant_for(lang: Lang, days: Option<i32>) -> String {
    days.map_or_else(
        || word(lang, Word::SinceUnknown).to_owned(),
        |days| format!("{} {}", thousands(lang, i64::from(days)), word(lang, Word::Days)),
    )
}

/// When a holder retires.
pub fn retires(lang: Lang, day: jiff::civil::Date) -> String {
    format!("{} {}", word(lang, Word::ToRetirement), date(lang, day))
}
