//! From bytes to records: encoding, delimiter, row numbers.
use super::clean::clean;
use super::problem::Refusal;
use csv::StringRecord;
use std::borrow::Cow;

/// The largest file taken, in bytes: a city's largest file has seven million.
pub const FILE_LIMIT: u64 = 1 << 29;

/// The text of a file: UTF-8 with or without BOM, or else Windows-1252.
///
/// # Errors
/// [`Refusal::Encoding`] for what is no text: NUL bytes, a BOM before bytes that are no UTF-8, bytes
/// that Windows-1252 does not have. [`Refusal::TooLarge`] above [`FILE_LIMIT`].
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    if bytes.len() as u64 > FILE_LIMIT {
        return Err(Refusal::TooLarge { limit: FILE_LIMIT });
    }
    // NUL comes in spreadsheets' own files, archives and UTF-16, never in CSV.
    if let Some(offset) = bytes.iter().position(|b| *b == 0) {
        return Err(Refusal::Encoding { offset });
    }
    let (body, has_bom) = bytes.strip_prefix(b"\xef\xbb\xbf").map_or((bytes, false), |rest| (rest, true));
    match std::str::from_utf8(body) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(error) if has_bom => Err(Refusal::Encoding { offset: 3 + error.valid_up_to() }),
        Err(_) => windows_1252(body),
    }
}

fn windows_1252(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    let undefined = |b: &u8| matches!(b, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
    match bytes.iter().position(undefined) {
        Some(offset) => Err(Refusal::Encoding { offset }),
        None => Ok(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0),
    }
}

/// The records of a file under its header.
pub struct Table<'t> {
    text: &'t str,
    /// What stands between cells.
    pub delimiter: u8,
    /// The header's cells, cleaned.
    pub header: Vec<String>,
}

impl<'t> Table<'t> {
    /// Finds delimiter and header. An empty file has an empty header.
    ///
    /// # Errors
    /// [`Refusal::QuoteOpen`] where a quote is never closed.
    pub fn open(text: &'t str) -> Result<Self, Refusal> {
        let delimiter = delimiter_of(text);
        if let Some(row) = open_quote(text.as_bytes(), delimiter) {
            return Err(Refusal::QuoteOpen { row });
        }
        let mut table = Self { text, delimiter, header: Vec::new() };
        let mut header = Vec::new();
        table.for_each_record(|_, record| {
            header = record.iter().map(|cell| clean(cell).0.into_owned()).collect();
            is_blank(record)
        });
        table.header = header;
        Ok(table)
    }

    /// Every row under the header that is not blank, with its number as a spreadsheet shows it:
    /// blank rows count there, line breaks inside a cell do not.
    pub fn for_each_row(&self, mut visit: impl FnMut(u64, &StringRecord)) {
        let mut is_under_header = false;
        self.for_each_record(|number, record| {
            if !is_blank(record) {
                if is_under_header {
                    visit(number, record);
                }
                is_under_header = true;
            }
            true
        });
    }

    /// Every record until `visit` returns false.
    fn for_each_record(&self, mut visit: impl FnMut(u64, &StringRecord) -> bool) {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.delimiter)
            .from_reader(self.text.as_bytes());
        let mut record = StringRecord::new();
        let mut number = 0;
        loop {
            let from = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            // Text in memory is neither unreadable nor ill-formed: an error can only be the end.
            if !reader.read_record(&mut record).unwrap_or(false) {
                break;
            }
            number += 1 + empty_lines(self.text.as_bytes(), from);
            if !visit(number, &record) {
                break;
            }
        }
    }
}

fn is_blank(record: &StringRecord) -> bool {
    record.iter().all(|cell| cell.bytes().all(|b| b == b' ' || b == b'\t') || cell.trim().is_empty())
}

/// Empty lines at `from`, which the reader skips. It may stand between the two bytes of a CR LF.
fn empty_lines(bytes: &[u8], from: usize) -> u64 {
    let mut at = from;
    if at > 0 && bytes.get(at) == Some(&b'\n') && bytes[at - 1] == b'\r' {
        at += 1;
    }
    let mut lines = 0;
    loop {
        at += match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(b'\r' | b'\n'), _) => 1,
            _ => return lines,
        };
        lines += 1;
    }
}

/// `;` or `,`, whichever the first line that is not empty has more of outside quotes.
fn delimiter_of(text: &str) -> u8 {
    let (mut semicolons, mut commas, mut is_quoted) = (0usize, 0usize, false);
    for byte in text.trim_start_matches(['\r', '\n']).bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => break,
            b';' if !is_quoted => semicolons += 1,
            b',' if !is_quoted => commas += 1,
            _ => {}
        }
    }
    if commas > semicolons { b',' } else { b';' }
}

/// The row in which a quote opens that is never closed, so that all rows after it would be one cell.
fn open_quote(bytes: &[u8], delimiter: u8) -> Option<u64> {
    let (mut row, mut at, mut is_start) = (1, 0, true);
    while at < bytes.len() {
        let byte = bytes[at];
        if is_start && byte == b'"' {
            match end_of_quoted(bytes, at + 1) {
                Some(end) => at = end,
                None => return Some(row),
            }
            is_start = false;
            continue;
        }
        let is_line_end = byte == b'\n' || byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
        row += u64::from(is_line_end);
        is_start = byte == delimiter || byte == b'\n' || byte == b'\r';
        at += 1;
    }
    None
}

/// The place after the quote that closes the cell; doubled quotes are text.
fn end_of_quoted(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|b| *b == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at + 1);
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
        let mut rows = Vec::new();
        Table::open(text).unwrap().for_each_row(|n, r| rows.push((n, r.iter().map(str::to_owned).collect())));
        rows
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["A;B", "1;2", "", "", "3;\"x\n\ny\"", ";", "5;6", ""].join(end);
            let numbers: Vec<u64> = rows(&text).iter().map(|(n, _)| *n).collect();
            assert_eq!(numbers, [2, 5, 7], "{end:?}");
        }
        assert_eq!(rows("\n\nA;B\n1;2"), [(4, vec!["1".into(), "2".into()])]);
        assert!(rows("").is_empty() && rows("\n").is_empty() && rows("A;B").is_empty());
    }

    #[test]
    fn the_delimiter_is_the_one_the_header_has_more_of() {
        assert_eq!(delimiter_of("A,B\n1;2;3;4"), b',');
        assert_eq!(delimiter_of("\"A,B,C\";D"), b';');
        assert_eq!(delimiter_of("A"), b';');
    }

    #[test]
    fn utf8_and_windows_1252_are_read_and_the_rest_refused() {
        assert_eq!(decode(b"\xef\xbb\xbfA").unwrap(), "A");
        assert_eq!(decode("é".as_bytes()).unwrap(), "é");
        assert_eq!(decode(b"caf\xe9 \x93x\x94").unwrap(), "café “x”");
        assert_eq!(decode(b"a\0b"), Err(Refusal::Encoding { offset: 1 }));
        assert_eq!(decode(b"a\x81"), Err(Refusal::Encoding { offset: 1 }));
        assert_eq!(decode(b"\xef\xbb\xbfa\xff"), Err(Refusal::Encoding { offset: 4 }));
    }

    #[test]
    fn a_quote_that_never_closes_is_refused_with_its_row() {
        let row = |text| Table::open(text).err();
        assert_eq!(row("A;B\n1;2\n3;\"4\n5;6\n"), Some(Refusal::QuoteOpen { row: 3 }));
        assert_eq!(row("A;B\r\n\r\n3;\"4\"\"\r\n"), Some(Refusal::QuoteOpen { row: 3 }));
        assert_eq!(row("A;B\n1\";2\n\"a\"\"\";\"\"\n"), None);
    }
}
