//! Keys as they are shown, and texts that name keys: always those of the keymap in use.
use crate::app::command::Id;
use crate::app::keymap::{Key, Keymap};
use crate::app::look::Symbols;
use crate::text::Lang;
use crossterm::event::KeyCode;

/// How a key is shown: `Enter`, `Esc`, `F9`, `Ctrl-R`, `a`, `↑`.
pub fn key(lang: Lang, key: Key) -> String {
    match (key.code(), key.is_plain(), lang) {
        (KeyCode::Char(' '), true, Lang::Id) => "Spasi".to_owned(),
        (KeyCode::Char(' '), true, Lang::En) => "Space".to_owned(),
        (KeyCode::Up, true, _) => "↑".to_owned(),
        (KeyCode::Down, true, _) => "↓".to_owned(),
        (KeyCode::Left, true, _) => "←".to_owned(),
        (KeyCode::Right, true, _) => "→".to_owned(),
        (KeyCode::Char(letter), true, _) => letter.to_string(),
        _ => {
            let parts: Vec<String> = key.to_string().split('-').map(capital).collect();
            parts.join("-").replace("Pgup", "PgUp").replace("Pgdn", "PgDn")
        }
    }
}

/// The same in a list of keys: where an arrow is drawn as `v`, which is a key of its own, by its name.
pub fn listed_key(lang: Lang, symbols: Symbols, it: Key) -> String {
    let name = match (it.code(), lang) {
        (KeyCode::Up, Lang::Id) => "Atas",
        (KeyCode::Down, Lang::Id) => "Bawah",
        (KeyCode::Left, Lang::Id) => "Kiri",
        (KeyCode::Right, Lang::Id) => "Kanan",
        (KeyCode::Up, Lang::En) => "Up",
        (KeyCode::Down, Lang::En) => "Down",
        (KeyCode::Left, Lang::En) => "Left",
        (KeyCode::Right, Lang::En) => "Right",
        _ => return key(lang, it),
    };
    if symbols == Symbols::Ascii && it.is_plain() { name.to_owned() } else { key(lang, it) }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(|| "-".to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

/// The first key of a command, as hints and texts name it.
pub fn first_key(lang: Lang, keymap: &Keymap, id: Id) -> String {
    keymap.keys(id).first().map_or_else(String::new, |first| key(lang, *first))
}

/// A text that names keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// A search finds nothing.
    NothingFound,
    /// The window is too small.
    TooSmall,
    /// Below the help.
    Help,
    /// Below a form.
    Form,
    /// Below the core at work.
    Working,
    /// Below the core's plan.
    Solved,
    /// Below the palette.
    Palette,
}

/// The text.
pub fn said(lang: Lang, keymap: &Keymap, said: Said) -> String {
    let key = |id| first_key(lang, keymap, id);
    // In a list to choose from, the second key of carrying (the space bar) is the one that hands expect.
    let choose = keymap.keys(Id::Carry).last().map_or_else(String::new, |last| self::key(lang, *last));
    match (said, lang) {
        (Said::NothingFound, Lang::Id) => format!("tidak ada yang cocok · {} menghapus pencarian", key(Id::Back)),
        (Said::NothingFound, Lang::En) => format!("nothing matches · {} clears the search", key(Id::Back)),
        (Said::TooSmall, Lang::Id) => {
            format!("Perlu 20×4. {} keluar; semua tersimpan.", key(Id::Quit))
        }
        (Said::TooSmall, Lang::En) => {
            format!("It needs 20×4. {} quits; all is saved.", key(Id::Quit))
        }
        (Said::Help, Lang::Id) => {
            format!("{}{} gulir · {} {} tutup bantuan", key(Id::Up), key(Id::Down), key(Id::Back), key(Id::Help))
        }
        (Said::Help, Lang::En) => {
            format!("{}{} scroll · {} {} close the help", key(Id::Up), key(Id::Down), key(Id::Back), key(Id::Help))
        }
        (Said::Form, Lang::Id) => {
            format!("{} lanjut/simpan · {} kolom berikut · {} batal", key(Id::Open), key(Id::NextPane), key(Id::Back))
        }
        (Said::Form, Lang::En) => {
            format!("{} next/save · {} next field · {} cancel", key(Id::Open), key(Id::NextPane), key(Id::Back))
        }
        (Said::Working, Lang::Id) => format!("{} membatalkan", key(Id::Back)),
        (Said::Working, Lang::En) => format!("{} cancels", key(Id::Back)),
        (Said::Solved, Lang::Id) => {
            format!("{} terima · {choose} pilih/lepas · {} batal", key(Id::Open), key(Id::Back))
        }
        (Said::Solved, Lang::En) => {
            format!("{} take · {choose} choose/leave · {} cancel", key(Id::Open), key(Id::Back))
        }
        (Said::Palette, Lang::Id) => {
            format!("ketik nama · {}{} pilih · {} jalankan · {} tutup", key(Id::Up), key(Id::Down), key(Id::Open), key(Id::Back))
        }
        (Said::Palette, Lang::En) => {
            format!("type a name · {}{} choose · {} run · {} close", key(Id::Up), key(Id::Down), key(Id::Open), key(Id::Back))
        }
    }
}

/// How to read the signs and the mouse: the end of the help.
pub fn help_notes(lang: Lang, keymap: &Keymap) -> Vec<String> {
    let back = first_key(lang, keymap, Id::Back);
    let notes = match lang {
        Lang::Id => [
            "Tetikus: tekan pada pegawai, geser, lepaskan di jabatan, unit, atau pegawai lain (tukar).",
            "Tombol kanan atau {} mengembalikan. Klik saja hanya memilih.",
            "✓ memenuhi syarat   ✗ tidak memenuhi syarat   ⊘ perlu izin pejabat   ! perhatian   ? perlu verifikasi",
            "orang = selisih nilai pegawai itu   rencana = perubahan rencana oleh usulan ini saja",
            "biaya = rencana terbaik dengan usulan ini dikurangi rencana terbaik tanpa usulan ini",
            "K kebutuhan   B pemangku   Plt pelaksana tugas   ■ disematkan   ◘ terkunci   ○ ditandai   ● diangkat   ► tujuan   ♥ beraspirasi",
            "Nilai adalah saran: pejabat yang memutuskan. Setiap perubahan langsung tersimpan.",
        ],
        Lang::En => [
            "Mouse: press on an employee, drag, release on a post, a unit, or another employee (swap).",
            "The right button or {} puts back. A click alone only selects.",
            "✓ lawful   ✗ blocked   ⊘ needs override   ! warning   ? to be verified",
            "person = that employee's own score change   plan = what this drop alone changes in the plan",
            "cost = the best plan with this drop less the best plan without it",
            "K need   B holders   Plt acting   ■ pinned   ◘ locked   ○ marked   ● carried   ► target   ♥ has a wish",
            "Scores are advice: people decide. Every change is saved at once.",
        ],
    };
    notes.into_iter().map(|note| note.replace("{}", &back)).collect()
}
