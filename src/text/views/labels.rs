//! Heads, titles and words of the views.
use crate::app::command::Id;
use crate::app::keymap::Keymap;
use crate::app::views::Label;
use crate::text::Lang;
use crate::text::screen::first_key;

macro_rules! labels {
    ($($name:ident = $id:literal / $en:literal,)*) => {
        /// A word of the views in a language.
        pub const fn label(lang: Lang, label: Label) -> &'static str {
            match (label, lang) { $((Label::$name, Lang::Id) => $id, (Label::$name, Lang::En) => $en,)* }
        }
    };
}
labels! {
    Proposals = "Usulan" / "Proposals",
    Needs = "Kebutuhan dan bezetting" / "Need and holders",
    UnitPosts = "Jabatan" / "Posts",
    Person = "Pegawai" / "Employee",
    Post = "Jabatan" / "Post",
    Journal = "Riwayat perubahan" / "Journal",
    Difference = "Selisih dengan kini" / "Difference from now",
    VacantPosts = "Jabatan lowong" / "Vacant posts",
    GainShares = "Asal capaian" / "Where the gain comes from",
    BlockedBy = "Dilarang" / "Blocked",
    WarnedOf = "Perhatian" / "Warnings",
    WishesServed = "Aspirasi" / "Wishes",
    Constraints = "Izin, sematan, dan harganya" / "Permissions, pins and their price",
    Otherwise = "Rencana terbaik tanpa itu" / "The best plan without it",
    Pool = "Mengapa calon sedikit" / "Why candidates are few",
    Considered = "pegawai lain dalam rencana" / "others in the plan",
    Eligible = "memenuhi syarat" / "lawful",
    OpenToCore = "boleh diusulkan inti" / "open to the core",
    ToVerify = "perlu verifikasi" / "to be verified",
    FallenBy = "gugur karena" / "fall by",
    WhoFalls = "yang gugur" / "who falls",
    Fail = "gagal" / "fail",
    FailOnly = "hanya itu" / "that alone",
    LawfulFrom = "layak per" / "lawful on",
    SoMany = "orang" / "people",
    Nearest = "jabatan terdekat" / "nearest post",
    NotWorkedOut = "tidak dapat dihitung" / "could not be worked out",
    NobodyFalls = "tidak ada yang gugur" / "nobody falls out",
    Shift = "Geser TMT" / "Another effective date",
    EffectiveDate = "TMT" / "effective date",
    JudgedOtherwise = "putusan yang berubah" / "verdicts that change",
    CountOtherwise = "pegawai yang terhitung lain" / "people who count otherwise",
    PoolsOfVacant = "calon untuk jabatan lowong" / "candidates for vacant posts",
    InThePlan = "dalam rencana" / "in the plan",
    RetiredBy = "pensiun" / "retired",
    NotActive = "tidak aktif" / "not active",
    OutOfScope = "di luar lingkup" / "out of scope",
    NothingJudgedOtherwise = "tidak ada putusan yang berubah" / "no verdict changes",
    NobodyCountsOtherwise = "tidak ada" / "nobody",
    SamePools = "tidak ada yang berubah" / "none changes",
    InConflict = "bertentangan (terkecil)" / "in conflict (smallest)",
    InConflictPerhaps = "bertentangan" / "in conflict",
    SetBy = "disematkan oleh" / "pinned by",
    Permissions = "izin pejabat" / "permissions",
    PinsAndLocks = "sematan dan kunci" / "pins and locks",
    Bans = "pengecualian" / "bans",
    Document = "dokumen" / "document",
    Without = "tanpa" / "without",
    WithIt = "dengan" / "with it",
    WithoutIt = "tanpa" / "without it",
    Short = "kekurangan" / "short of",
    NobodyElsewhere = "tanpa itu pun semua orang duduk di tempat yang sama" / "without it everybody would sit where they do",
    NoPlanSo = "tidak ada rencana" / "no plan holds",
    WorkingOut = "sedang dihitung …" / "being worked out …",
    LetGoTogether = "bila dilepas sekaligus" / "let go all at once",
    AllThere = "semua di sana" / "everyone there",
    Share = "bagian" / "share",
    ByPeople = "pegawai" / "employees",
    ByPosts = "jabatan" / "posts",
    ByUnits = "unit kerja" / "units",
    StillVacant = "masih lowong" / "still vacant",
    FilledByPlan = "terisi oleh rencana" / "filled by the plan",
    Before = "semula" / "before",
    Nip = "NIP" / "NIP",
    Rank = "gol" / "rank",
    RankInFull = "golongan" / "rank",
    Education = "pendidikan" / "education",
    Fields = "bidang" / "fields",
    InPost = "masa jabatan" / "in post",
    Retires = "TMT pensiun" / "retires",
    Performance = "kinerja (SKP)" / "performance (SKP)",
    Potential = "potensi karier" / "potential",
    NineBox = "kotak talenta" / "nine-box",
    Advice = "saran" / "advice",
    Proposal = "usulan" / "proposal",
    Competence = "kode kompetensi" / "competence code",
    Code = "kompetensi" / "competence",
    Held = "dimiliki" / "held",
    Asked = "syarat" / "required",
    AskedThere = "syarat usulan" / "req. there",
    Strength = "kekuatan / kesenjangan" / "strength / gap",
    StrengthThere = "pada jabatan usulan" / "at the proposed post",
    Wishes = "aspirasi" / "wishes",
    Order = "urutan" / "order",
    Wished = "jabatan atau unit" / "post or unit",
    State = "terpenuhi" / "served",
    BestPosts = "jabatan paling cocok" / "best posts",
    Score = "nilai" / "score",
    Verdicts = "ketentuan pada usulan ini" / "rules on this proposal",
    Requirements = "kode kompetensi" / "competence code",
    Candidates = "kandidat" / "candidates",
    Acting = "Plt" / "acting",
    EntryNumber = "no." / "no.",
    When = "waktu" / "when",
    Actor = "oleh" / "by",
    Decision = "keputusan" / "decision",
    Counting = "berlaku" / "counts",
    Differs = "hal" / "what",
    Then = "saat itu" / "then",
    Now = "kini" / "now",
    Pin = "sematan" / "pin",
    Ban = "pengecualian" / "ban",
    Permission = "izin pejabat" / "override",
    Moves = "mutasi" / "moves",
    StructuralVacant = "lowong" / "vacant",
    Blocked = "dilarang" / "blocked",
    Warnings = "perhatian" / "warnings",
    Objective = "nilai rencana" / "plan value",
    Unknown = "tidak diketahui" / "unknown",
    UnknownPost = "jabatan tidak dikenal" / "unknown post",
    NotAsked = "tanpa syarat" / "none asked",
    NotAssessed = "belum dinilai" / "not assessed",
    NothingAsked = "jabatan ini tidak mensyaratkan kompetensi" / "this post asks for no competence",
    NoCompetence = "belum ada hasil asesmen: impor kompetensi.csv" / "no assessment yet: import kompetensi.csv",
    NoWishes = "tidak menyampaikan aspirasi" / "no wish expressed",
    NoVerdicts = "tidak ada usulan, atau semua ketentuan terpenuhi" / "no proposal, or every rule holds",
    NobodyHolds = "tanpa pemangku" / "nobody holds it",
    Ranking = "mengurutkan…" / "ranking…",
    NoCandidates = "tidak ada kandidat" / "no candidates",
    NoEntries = "belum ada perubahan" / "nothing decided yet",
    NoDifference = "tidak ada selisih: rencana kini sama dengan saat itu" / "no difference: the plan is what it was then",
    NoVacancy = "tidak ada jabatan struktural yang lowong" / "no structural post is vacant",
    NothingFilled = "rencana ini belum mengisi jabatan struktural yang lowong" / "this plan fills no vacant structural post yet",
    NoShare = "tidak berubah" / "no change",
    NothingBlocked = "tidak ada yang dilarang: semua usulan memenuhi syarat" / "nothing is blocked: every proposal is lawful",
    NothingWarned = "tidak ada yang perlu diperhatikan" / "nothing to look at",
    NobodyWishes = "tidak ada aspirasi: impor aspirasi.csv" / "no wishes: import aspirasi.csv",
    None = "–" / "–",
    Served = "ya" / "yes",
    Open = "belum" / "no",
    AsksToStay = "ingin tetap di jabatan sekarang" / "asks to stay in the present post",
    Comes = "datang" / "comes",
    Counts = "ya" / "yes",
    Undone = "diurungkan" / "undone",
    Name = "nama" / "name",
    From = "dari" / "from",
    To = "ke" / "to",
    Kind = "jenis" / "kind",
    Class = "kls" / "class",
    PersonChange = "orang" / "person",
    Cost = "biaya" / "cost",
    Rules = "ketentuan" / "rules",
    Reason = "alasan" / "reason",
    Remark = "komentar" / "remark",
    Status = "status" / "status",
    Unit = "unit kerja" / "unit",
    Need = "kebutuhan" / "need",
    Holders = "bezetting" / "holders",
    NeedShort = "K" / "K",
    HoldersShort = "B" / "B",
    Surplus = "+/−" / "+/−",
    Nothing = "" / "",
    Filled = "keterisian" / "filled",
    Jpt = "JPT" / "JPT",
    Administrators = "eselon III" / "eselon III",
    Supervisors = "eselon IV" / "eselon IV",
    Experts = "JF ahli" / "JF expert",
    Skilled = "JF teramp." / "JF skilled",
    Staff = "pelaksana" / "staff",
    Position = "jabatan" / "post",
    Grade = "jenjang" / "grade",
    GradeInFull = "eselon/jenjang" / "eselon/grade",
    DaysVacant = "lowong" / "vacant",
    HolderNames = "pemangku" / "holders",
    NoProposals = "belum ada usulan" / "no proposals yet",
    NoPosts = "belum ada jabatan dalam lingkup: impor peta jabatan dulu, mutasi import DIR jabatan.csv" / "no posts in scope yet: import the map of posts first, mutasi import DIR jabatan.csv",
    NoReason = "(belum ada)" / "(none yet)",
    NoPost = "tanpa jabatan" / "no post",
    Vacant = "lowong" / "vacant",
    OpenedByPlan = "ditinggalkan" / "left by plan",
    SinceUnknown = "sejak ?" / "since ?",
    Pinned = "disematkan" / "pinned",
    NoConstraints = "" / "",
    ChooseDate = "" / "",
}

/// What is said where there are no rows, and what to do next.
pub fn empty(lang: Lang, keymap: &Keymap, said: Label) -> String {
    let key = |id| first_key(lang, keymap, id);
    match (said, lang) {
        (Label::NoProposals, Lang::Id) => format!(
            "belum ada usulan: {} menyusun rencana terbaik, atau {} ke papan, lalu {} mengangkat pegawai",
            key(Id::Solve),
            key(Id::Back),
            key(Id::Carry)
        ),
        (Label::NoProposals, Lang::En) => format!(
            "no proposals yet: {} proposes the best plan, or {} to the board, then {} picks someone up",
            key(Id::Solve),
            key(Id::Back),
            key(Id::Carry)
        ),
        (Label::NoEntries, Lang::Id) => {
            format!(
                "belum ada perubahan: {} menyusun rencana, {} mengangkat pegawai; semua tercatat di sini",
                key(Id::Solve),
                key(Id::Carry)
            )
        }
        (Label::NoEntries, Lang::En) => {
            format!(
                "nothing decided yet: {} proposes a plan, {} picks someone up; all of it is kept here",
                key(Id::Solve),
                key(Id::Carry)
            )
        }
        (Label::ChooseDate, Lang::Id) => {
            format!(
                "{} dan {} menggeser TMT sebulan: semua dinilai ulang, dan yang berubah muncul di sini",
                key(Id::Earlier),
                key(Id::Later)
            )
        }
        (Label::ChooseDate, Lang::En) => {
            format!(
                "{} and {} move the effective date by a month: all is judged anew, and what changes stands here",
                key(Id::Earlier),
                key(Id::Later)
            )
        }
        (Label::NoConstraints, Lang::Id) => format!(
            "tidak ada sematan, kunci, pengecualian, atau izin: tidak ada yang mengikat rencana terbaik ({} sematkan, {} kecualikan, {} catat izin)",
            key(Id::Pin),
            key(Id::Ban),
            key(Id::Override)
        ),
        (Label::NoConstraints, Lang::En) => format!(
            "no pins, locks, bans or permissions: nothing binds the best plan ({} pins, {} bans, {} records a permission)",
            key(Id::Pin),
            key(Id::Ban),
            key(Id::Override)
        ),
        _ => label(lang, said).to_owned(),
    }
}
