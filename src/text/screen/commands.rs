//! What commands are called, and why one cannot be used now.
use super::{Said, Word, first_key, said, word};
use crate::app::command::{Group, Id, OfViews, Unavailable};
use crate::app::keymap::Keymap;
use crate::text::Lang;

macro_rules! titles {
    ($($id:ident = $in_id:literal / $in_en:literal,)*) => {
        /// The title of a command.
        pub const fn title(lang: Lang, id: Id) -> &'static str {
            match (id, lang) { $((Id::$id, Lang::Id) => $in_id, (Id::$id, Lang::En) => $in_en,)* }
        }
    };
}
titles! {
    Up = "naik" / "up",
    Down = "turun" / "down",
    PageUp = "satu layar naik" / "page up",
    PageDown = "satu layar turun" / "page down",
    First = "paling atas" / "first",
    Last = "paling bawah" / "last",
    NextPane = "panel berikut" / "next pane",
    PreviousPane = "panel sebelum" / "previous pane",
    Unfold = "buka unit" / "unfold unit",
    Fold = "lipat unit" / "fold unit",
    Open = "kandidat / nilai" / "candidates / scores",
    Search = "cari" / "search",
    SwitchPlaces = "lowong atau unit kerja" / "vacancies or units",
    Figures = "angka rencana" / "figures of the plan",
    Proposals = "usulan" / "proposals",
    Needs = "kebutuhan dan bezetting" / "need and holders",
    PersonCard = "kartu pegawai" / "employee card",
    PostCard = "kartu jabatan" / "post card",
    Pool = "mengapa calon sedikit" / "why candidates are few",
    Shift = "geser TMT: apa yang berubah" / "another effective date: what changes",
    Earlier = "TMT sebulan lebih awal" / "a month earlier",
    Later = "TMT sebulan lebih lambat" / "a month later",
    SetDate = "tetapkan TMT itu" / "set that effective date",
    Review = "tinjau ulang setelah impor" / "the plan after the import",
    Packs = "ketentuan, profil, dan paket lain" / "rules, profiles, and another pack",
    Constraints = "izin, sematan, dan harganya" / "permissions, pins and their price",
    Holes = "jabatan lowong per eselon" / "holes by eselon",
    Chains = "rantai mutasi" / "cascade: chains and cycles",
    FoldAll = "lipat / buka semua rantai" / "fold / unfold all chains",
    OnBoard = "tunjukkan di papan" / "show on the board",
    Journal = "riwayat perubahan" / "journal",
    GoBack = "kembali ke saat itu (urungkan)" / "go back to that point (undo)",
    SortNext = "urut menurut kolom berikut" / "order by the next column",
    SortTurn = "balik urutan" / "turn the order round",
    Carry = "angkat pegawai" / "pick up employee",
    Mark = "tandai / lepas tanda" / "mark / unmark",
    MarkUp = "tandai ke atas" / "mark upwards",
    MarkDown = "tandai ke bawah" / "mark downwards",
    Best = "tujuan nilai tertinggi" / "target with the highest score",
    NextTarget = "tujuan berikut" / "next target",
    PreviousTarget = "tujuan sebelum" / "previous target",
    Back = "kembalikan / tutup" / "put back / close",
    Solve = "susun rencana terbaik" / "propose the best plan",
    Appoint = "tunjuk Plt / Plh" / "appoint an acting holder",
    Fill = "isi jabatan ini" / "fill this post",
    Withdraw = "batalkan usulan" / "withdraw proposal",
    Pin = "sematkan / lepas sematan" / "pin / unpin",
    LockLevel = "kunci / buka jenjang" / "lock / unlock level",
    ProtectUnit = "lindungi / lepas unit" / "protect / release unit",
    Ban = "kecualikan pasangan ini" / "ban this pair",
    Unban = "hapus pengecualian pegawai" / "lift bans of employee",
    Override = "catat izin pejabat" / "record override",
    Reason = "tulis alasan" / "write reason",
    Comment = "tulis komentar" / "write remark",
    Undo = "urungkan" / "undo",
    Redo = "ulangi" / "redo",
    Mask = "samarkan nama" / "mask names",
    Copy = "salin baris" / "copy the row",
    Mouse = "tetikus nyala / mati" / "mouse on / off",
    Help = "bantuan" / "help",
    Palette = "cari perintah" / "find a command",
    Language = "bahasa Inggris" / "bahasa Indonesia",
    Theme = "warna berikut" / "next colours",
    Repaint = "gambar ulang layar" / "redraw the screen",
    Suspend = "tunda program" / "suspend",
    Quit = "keluar" / "quit",
}

macro_rules! in_short {
    ($($id:ident = $in_id:literal / $in_en:literal,)*) => {
        /// A command in a word or two, for the hints; its title where that is short already.
        pub const fn short(lang: Lang, id: Id) -> &'static str {
            match (id, lang) {
                $((Id::$id, Lang::Id) => $in_id, (Id::$id, Lang::En) => $in_en,)*
                _ => title(lang, id),
            }
        }
    };
}
in_short! {
    Open = "buka" / "open",
    Solve = "susun" / "solve",
    SwitchPlaces = "unit" / "units",
    Carry = "angkat" / "pick up",
    Appoint = "Plt" / "acting",
    Fill = "isi" / "fill",
    Pin = "sematkan" / "pin",
    Withdraw = "batalkan" / "withdraw",
    Ban = "kecualikan" / "ban",
    Override = "izin" / "override",
    Reason = "alasan" / "reason",
    Back = "kembalikan" / "put back",
    NextTarget = "berikut" / "next",
    PreviousTarget = "sebelum" / "previous",
    Best = "tertinggi" / "highest",
    Figures = "angka" / "figures",
    Needs = "bezetting" / "holders",
    PersonCard = "pegawai" / "employee",
    PostCard = "jabatan" / "post",
    Pool = "calon" / "pool",
    Earlier = "lebih awal" / "earlier",
    Later = "lebih lambat" / "later",
    SetDate = "tetapkan" / "set",
    Constraints = "izin" / "permissions",
    Holes = "lowong" / "holes",
    Chains = "rantai" / "cascade",
    FoldAll = "lipat" / "fold",
    OnBoard = "papan" / "board",
    Journal = "riwayat" / "journal",
    GoBack = "kembali ke sini" / "go back here",
    SortNext = "urut" / "order",
    SortTurn = "balik" / "turn",
    NextPane = "panel" / "pane",
}

/// A part of the help.
pub const fn group(lang: Lang, group: Group) -> &'static str {
    match (group, lang) {
        (Group::Move, Lang::Id) => "Bergerak",
        (Group::Move, Lang::En) => "Moving around",
        (Group::View, Lang::Id) => "Tampilan",
        (Group::View, Lang::En) => "Views",
        (Group::Carry, Lang::Id) => "Mengangkat",
        (Group::Carry, Lang::En) => "Carrying",
        (Group::Plan, Lang::Id) => "Rencana",
        (Group::Plan, Lang::En) => "The plan",
        (Group::Program, Lang::Id) => "Program",
        (Group::Program, Lang::En) => "The program",
    }
}

/// Why a command cannot be used now.
pub fn unavailable(lang: Lang, keymap: &Keymap, why: Unavailable) -> String {
    let key = |id| first_key(lang, keymap, id);
    let (open, back) = (key(Id::Open), key(Id::Back));
    match (why, lang) {
        (Unavailable::ReadOnly, Lang::Id) => {
            "hanya baca: rencana ini sedang dibuka program lain, atau dibuka dengan --read-only".to_owned()
        }
        (Unavailable::ReadOnly, Lang::En) => {
            "read-only: another program has this plan open, or it was opened with --read-only".to_owned()
        }
        (Unavailable::NobodySelected, Lang::Id) => {
            format!("pilih dulu seorang pegawai ({} ke panel Pegawai)", key(Id::NextPane))
        }
        (Unavailable::NobodySelected, Lang::En) => {
            format!("choose an employee first ({} to the Employees pane)", key(Id::NextPane))
        }
        (Unavailable::NoProposal, Lang::Id) => {
            format!("pegawai ini tidak punya usulan ({} menampilkan semua usulan)", key(Id::Proposals))
        }
        (Unavailable::NoProposal, Lang::En) => {
            format!("this employee has no proposal ({} shows all proposals)", key(Id::Proposals))
        }
        (Unavailable::NoPost, Lang::Id) => "pilih dulu jabatan, atau pegawai yang memegang jabatan".to_owned(),
        (Unavailable::NoPost, Lang::En) => "choose a post first, or an employee who holds one".to_owned(),
        (Unavailable::NoPair, Lang::Id) => "pilih dulu satu baris di panel Kandidat / Nilai".to_owned(),
        (Unavailable::NoPair, Lang::En) => "choose a row in the Candidates / Scores pane first".to_owned(),
        (Unavailable::NothingToUndo, Lang::Id) => "tidak ada yang dapat diurungkan".to_owned(),
        (Unavailable::NothingToUndo, Lang::En) => "there is nothing to undo".to_owned(),
        (Unavailable::NothingToRedo, Lang::Id) => "tidak ada yang dapat diulangi".to_owned(),
        (Unavailable::NothingToRedo, Lang::En) => "there is nothing to redo".to_owned(),
        (Unavailable::NobodyCarried, Lang::Id) => format!("hanya saat seorang pegawai diangkat ({})", key(Id::Carry)),
        (Unavailable::NobodyCarried, Lang::En) => format!("only while an employee is carried ({})", key(Id::Carry)),
        (Unavailable::WhileCarrying, Lang::Id) => {
            format!("letakkan ({}) atau kembalikan ({}) dulu pegawai yang diangkat", key(Id::Open), key(Id::Back))
        }
        (Unavailable::WhileCarrying, Lang::En) => {
            format!("drop ({}) or put back ({}) the employee first", key(Id::Open), key(Id::Back))
        }
        (Unavailable::NoBan, Lang::Id) => "pegawai ini tidak dikecualikan dari jabatan mana pun".to_owned(),
        (Unavailable::NoBan, Lang::En) => "this employee is banned from no post".to_owned(),
        (Unavailable::NothingToOverride, Lang::Id) => "tidak ada ketentuan yang perlu izin pejabat pada pasangan ini".to_owned(),
        (Unavailable::NothingToOverride, Lang::En) => "no rule of this pair needs an official's permission".to_owned(),
        (Unavailable::OnFigure, Lang::Id) => format!("pilih dulu satu baris: {} kembali ke panel", key(Id::Back)),
        (Unavailable::OnFigure, Lang::En) => format!("choose a row first: {} goes back to the pane", key(Id::Back)),
        (Unavailable::NoFigures, Lang::Id) => "jendela ini terlalu kecil untuk angka rencana".to_owned(),
        (Unavailable::NoFigures, Lang::En) => "this window is too small for the plan's figures".to_owned(),
        (Unavailable::NoPostsYet, lang) => word(lang, Word::NoPostsHere).to_owned(),
        (Unavailable::NobodyYet, lang) => word(lang, Word::NobodyHere).to_owned(),
        (Unavailable::Views(why), _) => of_views(lang, keymap, why),
        (Unavailable::WhileWorking, Lang::Id) => format!("inti sedang menyusun rencana: {} membatalkan", key(Id::Back)),
        (Unavailable::WhileWorking, Lang::En) => format!("the core is at work: {} cancels", key(Id::Back)),
        (Unavailable::WhileChoosing, Lang::Id) => format!("terima ({open}) atau tutup ({back}) dulu rencana ini"),
        (Unavailable::WhileChoosing, Lang::En) => format!("take ({open}) or close ({back}) this plan first"),
        (Unavailable::WhileReading, _) => said(lang, keymap, Said::Help),
        (Unavailable::WhileWriting, Lang::Id) => format!("simpan ({open}) atau batalkan ({back}) dulu isian ini"),
        (Unavailable::WhileWriting, Lang::En) => format!("save ({open}) or cancel ({back}) this text first"),
    }
}

/// The same for what belongs to views.
fn of_views(lang: Lang, keymap: &Keymap, why: OfViews) -> String {
    let key = |id| first_key(lang, keymap, id);
    match (why, lang) {
        (OfViews::OverView, Lang::Id) => format!("hanya di papan: {} menutup tampilan ini", key(Id::Back)),
        (OfViews::OverView, Lang::En) => format!("only on the board: {} closes this view", key(Id::Back)),
        (OfViews::NoView, Lang::Id) => {
            format!("hanya dalam tabel, misalnya usulan ({}) atau bezetting ({})", key(Id::Proposals), key(Id::Needs))
        }
        (OfViews::NoView, Lang::En) => {
            format!("only in a table, such as proposals ({}) or holders ({})", key(Id::Proposals), key(Id::Needs))
        }
        (OfViews::NoPostSelected, Lang::Id) => "pilih dulu sebuah jabatan, atau pegawai yang punya jabatan".to_owned(),
        (OfViews::NoPostSelected, Lang::En) => "choose a post first, or an employee who has one".to_owned(),
        (OfViews::NoOtherDate, Lang::Id) => {
            format!("geser dulu TMT dengan {} atau {}", key(Id::Earlier), key(Id::Later))
        }
        (OfViews::NoOtherDate, Lang::En) => {
            format!("move the effective date first with {} or {}", key(Id::Earlier), key(Id::Later))
        }
        (OfViews::NothingVacant, Lang::Id) => {
            "pilih dulu jabatan yang lowong: Plt tidak untuk jabatan yang ada pemangkunya".to_owned()
        }
        (OfViews::NothingVacant, Lang::En) => "choose a vacant post first: nobody acts on a post that is held".to_owned(),
        (OfViews::NothingToFill, Lang::Id) => "pilih dulu jabatan yang lowong atau kurang pemangku".to_owned(),
        (OfViews::NothingToFill, Lang::En) => "choose a post first that is vacant or below its need".to_owned(),
        (OfViews::NoTree, Lang::Id) => format!("hanya dalam rantai mutasi ({})", key(Id::Chains)),
        (OfViews::NoTree, Lang::En) => format!("only in the cascade ({})", key(Id::Chains)),
        (OfViews::NoEntry, Lang::Id) => format!("pilih dulu satu keputusan di riwayat perubahan ({})", key(Id::Journal)),
        (OfViews::NoEntry, Lang::En) => format!("choose a decision in the journal first ({})", key(Id::Journal)),
        (OfViews::NoWayBack, Lang::Id) => {
            "urungkan tidak sampai ke saat itu: ada perubahan status sesudahnya, atau yang berlaku saat itu sudah diurungkan"
                .to_owned()
        }
        (OfViews::NoWayBack, Lang::En) => {
            "undo does not lead there: the status changed since, or what counted then has been undone".to_owned()
        }
        (OfViews::NothingSince, Lang::Id) => "rencana kini sama dengan saat itu".to_owned(),
        (OfViews::NothingSince, Lang::En) => "the plan is what it was then".to_owned(),
    }
}
