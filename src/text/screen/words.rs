//! Words and phrases that stand alone.
use crate::scoring::Factor;
use crate::text::Lang;
use crate::text::figures::{date, thousands};

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
    Name = "Nama" / "Name",
    Rank = "Gol" / "Rank",
    Position = "Jabatan" / "Position",
    Score = "nilai" / "score",
    Person = "orang" / "person",
    Plan = "rencana" / "plan",
    PlanShort = "renc" / "plan",
    PersonTiny = "org" / "per",
    PlanTiny = "ren" / "pln",
    CostTiny = "bia" / "cst",
    Cost = "biaya" / "cost",
    Rules = "ketentuan" / "rules",
    LeavesBehind = "dari" / "from",
    SoonVacant = "akan lowong" / "vacant soon",
    LowestUnits = "keterisian terendah" / "lowest fill",
    NoPostsHere = "belum ada jabatan: impor dulu, mutasi import DIR jabatan.csv" / "no posts yet: import some, mutasi import DIR jabatan.csv",
    NoVacancy = "tidak ada jabatan struktural yang lowong" / "no structural post is vacant",
    NoUnits = "belum ada unit kerja: impor dulu, mutasi import DIR unor.csv" / "no units yet: import some, mutasi import DIR unor.csv",
    NobodyHere = "belum ada pegawai: impor dulu, mutasi import DIR pegawai.csv" / "no employees yet: import some, mutasi import DIR pegawai.csv",
    ChooseVacancy = "pilih jabatan lowong atau pegawai" / "choose a vacancy or an employee",
    Ranking = "mengurutkan…" / "ranking…",
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
    Copied = "baris dikirim ke papan klip terminal (OSC 52)" / "row sent to the terminal's clipboard (OSC 52)",
    MouseOnShort = "tetikus nyala" / "mouse on",
    ShiftSelects = "Shift: pilih teks" / "Shift: select text",
    NoMouse = "tak ada tetikus" / "no mouse heard",
    Carrying = "Mengangkat" / "Carrying",
    DropHere = "Letakkan di sini" / "Drop here",
    Drop = "letakkan" / "drop",
    Close = "tutup" / "close",
    KeepSearch = "ke daftar" / "to the list",
    ClearSearch = "hapus pencarian" / "clear the search",
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
    RelativeThere = "kerabat di unit itu:" / "relative in that unit:",
    Swaps = "bertukar dengan" / "swaps with",
    Swap = "tukar" / "swap",
    PutsBack = "kembali ke jabatan semula" / "back to the present post",
    Withdrawn = "usulannya dibatalkan" / "the proposal is withdrawn",
    StaysThere = "sudah di sini" / "already here",
    Lawful = "memenuhi syarat" / "lawful",
    NoTargetHere = "di sini bukan tujuan: pilih jabatan, unit atau pegawai" / "no target here: choose a post, a unit or an employee",
    NoLawfulTarget = "tidak ada tujuan yang memenuhi syarat" / "no target is lawful",
    NoOtherTarget = "tidak ada tujuan lain yang memenuhi syarat" / "no other target is lawful",
    ClickAgain = "klik sekali lagi:" / "click once more:",
    NoSuchRow = "baris itu tidak ada di daftar tujuan" / "the list of targets has no such row",
    Now = "kini" / "now",
    Of = "dari" / "of",
    Items = "hal" / "item(s)",
    Incomplete = "data belum lengkap" / "incomplete data",
    Unknown = "tidak diketahui" / "unknown",
    Cancelled = "dibatalkan; rencana tidak berubah" / "cancelled; the plan is unchanged",
    FieldMissing = "isi dulu kolom ini" / "fill this field first",
    DateExpected = "tanggal ditulis seperti 2027-01-31" / "write the date like 2027-01-31",
    AlreadyBest = "rencana ini sudah yang terbaik: terbukti, tidak ada yang perlu diubah" / "this plan is the best already: proved, nothing to change",
    NotWorkedOut = "belum dihitung" / "not worked out",
    Short = "kurang" / "short by",
    NoBest = "rencana terbaik tidak dihitung lagi: buka ulang program" / "the best plan is no longer worked out: open the program again",
    NothingTaken = "tidak ada usulan yang dipilih; rencana tidak berubah" / "no proposal chosen; the plan is unchanged",
    NipExpected = "NIP terdiri atas 18 angka" / "a NIP has 18 digits",
    ActingNip = "NIP Plt" / "NIP of who acts",
    From = "mulai (2026-12-31)" / "from (2026-12-31)",
    Until = "sampai (2026-12-31)" / "until (2026-12-31)",
    LetterNo = "nomor surat" / "letter number",
    WorkingOnChain = "Mencari rantai terbaik" / "Looking for the best chain",
    Working = "Menyusun rencana terbaik" / "Composing the best plan",
    SolvedTitle = "Rencana terbaik" / "The best plan",
    Proved = "terbukti terbaik" / "proved optimal",
    LeftOut = "tidak digeser" / "left out",
    BackHome = "kembali" / "back",
    MoreWarnings = "perhatian lain" / "more warnings",
    PaletteTitle = "Perintah" / "Commands",
    NoSuchCommand = "tidak ada perintah dengan nama itu" / "no command of that name",
    HelpTitle = "Bantuan" / "Help",
    DocumentNo = "Nomor dokumen" / "Document number",
    DocumentDate = "Tanggal (2027-01-31)" / "Date (2027-01-31)",
    Official = "Pejabat" / "Official",
    Reason = "Alasan" / "Reason",
    Comment = "Komentar" / "Remark",
    NoRoom = "tidak muat" / "no room",
    Pinned = "disematkan" / "pinned",
    OutOfScope = "di luar lingkup" / "out of scope",
    Banned = "dikecualikan" / "banned",
    BySolver = "usul inti" / "core",
    ByHand = "usul sendiri" / "own",
    TooSmall = "Jendela terlalu kecil" / "The window is too small",
    Search = "cari" / "search",
    Vacant = "lowong" / "vacant",
    SinceUnknown = "sejak ?" / "since ?",
    OpenedByPlan = "ditinggalkan" / "opened by the plan",
    Acting = "Plt" / "Plt",
    NeedShort = "K" / "K",
    HoldersShort = "B" / "B",
    EffectiveDate = "TMT" / "TMT",
    Holder = "pemangku" / "holder",
    NoPost = "tanpa jabatan" / "no post",
    Unmapped = "belum terpetakan" / "unmapped",
    Pool = "kolam" / "pool",
    Infeasible = "sematan bertentangan" / "pins conflict",
    Suspended = "program tidak dapat ditunda di sini" / "cannot be suspended here",
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
