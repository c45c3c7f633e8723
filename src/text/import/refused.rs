//! Why a file, or a whole import, came to nothing, in words.
use super::pick;
use crate::store::import::{ImportError, Refusal, Unresolved};
use crate::store::rosters::RosterError;
use crate::text::Lang;

/// Why a whole file is refused.
pub fn refusal(refusal: &Refusal, lang: Lang) -> String {
    match refusal {
        Refusal::HeaderMissing { kind, columns } => {
            let (name, columns) = (kind.indonesian()[0], columns.join(", "));
            pick(
                lang,
                format!("kolom wajib tidak ada untuk {name}: {columns}; lengkapi judul kolom atau sebut jenisnya dengan --as"),
                format!(
                    "required columns are missing for {}: {columns}; complete the header or name the kind with --as",
                    kind.name()
                ),
            )
        }
        Refusal::KindUnknown => pick(
            lang,
            "judul kolom tidak cocok dengan jenis data mana pun; sebut jenisnya dengan --as",
            "the header fits no kind of file; name the kind with --as",
        ),
        Refusal::Encoding { offset } => pick(
            lang,
            format!("bukan teks CSV (bita ke-{}); simpan sebagai CSV UTF-8", offset + 1),
            format!("not CSV text (byte {}); save it as CSV UTF-8", offset + 1),
        ),
        Refusal::TooLarge { limit } => pick(
            lang,
            format!("berkas lebih besar dari {} MiB; bagi menjadi beberapa berkas", limit >> 20),
            format!("the file is larger than {} MiB; split it", limit >> 20),
        ),
        Refusal::QuoteOpen { row } => pick(
            lang,
            format!("tanda kutip di baris {row} tidak pernah ditutup; baris sesudahnya akan hilang; perbaiki tanda kutipnya"),
            format!("a quote in row {row} is never closed, so that all rows after it would be lost; mend the quote"),
        ),
        Refusal::DateOrder { column, example: (row, cell), contradiction: None } => pick(
            lang,
            format!(
                "kolom {column}: “{cell}” (baris {row}) bisa hari-bulan atau bulan-hari, dan tidak ada tanggal di kolom itu yang memutuskan; ulangi dengan --date-order dmy atau mdy"
            ),
            format!(
                "column {column}: “{cell}” (row {row}) may be day-month or month-day, and no date of the column decides; repeat with --date-order dmy or mdy"
            ),
        ),
        Refusal::DateOrder { column, contradiction: Some((day, month)), .. } => pick(
            lang,
            format!(
                "kolom {column}: baris {day} menulis hari dahulu, baris {month} bulan dahulu; perbaiki, atau putuskan dengan --date-order dmy atau mdy"
            ),
            format!(
                "column {column}: row {day} has the day first, row {month} the month; correct them, or decide with --date-order dmy or mdy"
            ),
        ),
    }
}

/// Why nothing was imported: with the file.
pub fn error(error: &ImportError, lang: Lang) -> String {
    match error {
        ImportError::Unreadable { path, source } => pick(
            lang,
            format!("{}: tidak dapat dibaca ({source})", path.display()),
            format!("{}: cannot be read ({source})", path.display()),
        ),
        ImportError::Refused { path, refusal: reason } => format!("{}: {}", path.display(), refusal(reason, lang)),
        ImportError::Rosters(error) => roster_error(error, lang),
    }
}

/// Why a roster of the workspace could not be read or written.
pub fn roster_error(error: &RosterError, lang: Lang) -> String {
    match error {
        RosterError::Io { path, source } => format!("{}: {source}", path.display()),
        RosterError::Record { path, line, column, message } => pick(
            lang,
            format!("{}, baris {line}, kolom {column}: {message}", path.display()),
            format!("{}, line {line}, column {column}: {message}", path.display()),
        ),
        RosterError::Both { path } => pick(
            lang,
            format!("{}: ada juga berkas .csv untuk jenis yang sama; simpan salah satu", path.display()),
            format!("{}: there is a .csv of the same kind, too; keep one of the two", path.display()),
        ),
    }
}

/// What an earlier list refers to in vain.
pub fn unresolved(item: &Unresolved, lang: Lang) -> String {
    let (kind, count) = (item.kind, item.count);
    let (id, en) = match item.code {
        "unit.unknown" => ("unit yang tidak ada", "a unit that is not there"),
        "position.unknown" => ("jabatan yang tidak ada", "a position that is not there"),
        _ => ("pegawai yang tidak ada", "an employee who is not there"),
    };
    pick(
        lang,
        format!("{}: {count} baris merujuk {id} ({})", kind.indonesian()[0], item.code),
        format!("{}: {count} rows refer to {en} ({})", kind.name(), item.code),
    )
}
