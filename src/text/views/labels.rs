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
        _ => label(lang, said).to_owned(),
    }
}
