//! Text cleaning: what a terminal, a spreadsheet or a search would stumble over.
use std::borrow::Cow;

/// Over so many characters a text is kept, with a warning.
pub const LONG: usize = 200;
/// A cell is cut here, in bytes: no name or reason is that long, and the rest costs memory only.
pub const CELL_LIMIT: usize = 64 << 10;

/// What was found in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Non-breaking or zero-width characters, or line breaks, were replaced.
    pub normalised: bool,
    /// Control characters, escape sequences or bidi controls were removed.
    pub control: bool,
    /// It begins like a formula.
    pub formula: bool,
    /// It has more than [`LONG`] characters: how many (before the cut at [`CELL_LIMIT`]).
    pub length: Option<usize>,
}

/// The text without what is invisible, trimmed. Spaces around it are dropped in silence.
pub fn clean(raw: &str) -> (Cow<'_, str>, Findings) {
    let mut findings = Findings::default();
    let text = if is_plain(raw) { Cow::Borrowed(raw.trim()) } else { Cow::Owned(scrub(raw, &mut findings)) };
    if text.len() > LONG {
        findings.length = Some(text.chars().count()).filter(|length| *length > LONG);
    }
    let text = cut(text);
    let (text, formula) = undo_defusing(text);
    findings.formula = formula;
    (text, findings)
}

/// Empty, or one of the words exports write for nothing.
pub fn is_null(text: &str) -> bool {
    matches!(text, "" | "-" | "\\N")
}

/// A cell as quoted in a message: cleaned, at most 40 characters.
pub fn quote(cell: &str) -> String {
    let head: String = cell.chars().take(200).collect();
    let text = clean(&head).0;
    if text.chars().count() <= 40 { text.into_owned() } else { text.chars().take(39).chain(['…']).collect() }
}

/// Whether a spreadsheet would take the text for a formula.
pub fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@'])
}

fn is_plain(raw: &str) -> bool {
    raw.bytes().all(|b| (b' '..=b'~').contains(&b))
}

/// An apostrophe before a formula sign is how we (and others) defuse a text for spreadsheets.
fn undo_defusing(text: Cow<'_, str>) -> (Cow<'_, str>, bool) {
    match text.strip_prefix('\'').filter(|rest| is_formula(rest)) {
        Some(rest) => (Cow::Owned(rest.to_owned()), true),
        None => {
            let formula = is_formula(&text);
            (text, formula)
        }
    }
}

fn cut(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.len() <= CELL_LIMIT {
        return text;
    }
    Cow::Owned(text[..text.floor_char_boundary(CELL_LIMIT)].to_owned())
}

/// How a character is treated.
enum Class {
    Keep,
    Space,
    Drop,
    Control,
}

fn classify(c: char) -> Class {
    match c {
        '\t' | '\n' | '\r' => Class::Space,
        '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => Class::Drop,
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Class::Control,
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => Class::Control,
        c if c.is_control() && c != '\u{85}' => Class::Control,
        c if c.is_whitespace() && c != ' ' => Class::Space,
        _ => Class::Keep,
    }
}

fn scrub(raw: &str, findings: &mut Findings) -> String {
    let mut out = String::with_capacity(raw.len().min(CELL_LIMIT));
    // The end of the last string terminator: an OSC that begins after it has no end, and looking
    // for one again and again would be quadratic.
    let last_end = raw.rfind(['\u{7}', '\u{9c}']).max(raw.rfind("\x1b\\")).unwrap_or(0);
    let mut rest = raw;
    let mut was_break = false;
    while let Some(c) = rest.chars().next() {
        let here = raw.len() - rest.len();
        let mut step = c.len_utf8();
        let is_break = matches!(c, '\n' | '\r');
        match classify(c) {
            Class::Keep => out.push(c),
            // A line break is one space, CR LF included.
            Class::Space => {
                findings.normalised = true;
                if !(is_break && was_break) {
                    out.push(' ');
                }
            }
            Class::Drop => findings.normalised = true,
            Class::Control => {
                findings.control = true;
                step = sequence_length(rest, here < last_end).unwrap_or(step);
            }
        }
        was_break = is_break;
        rest = &rest[step..];
    }
    out.trim().to_owned()
}

/// Length in bytes of the escape sequence at the beginning, if one is there.
fn sequence_length(text: &str, may_end: bool) -> Option<usize> {
    let (kind, from) = match text.chars().next()? {
        '\u{1b}' => {
            let next = text[1..].chars().next()?;
            (next, 1 + next.len_utf8())
        }
        '\u{9b}' => ('[', 2),
        '\u{9d}' => (']', 2),
        '\u{90}' => ('P', 2),
        _ => return None,
    };
    match kind {
        '[' => Some(from + control_sequence(&text[from..])),
        ']' | 'P' | 'X' | '^' | '_' => Some(from + if may_end { string_sequence(&text[from..]) } else { 0 }),
        ' '..='/' => Some(from + usize::from(text[from..].starts_with(|c: char| c.is_ascii_graphic()))),
        '0'..='~' => Some(from),
        _ => None,
    }
}

/// Parameters and final byte of a CSI; without a final byte only the parameters.
fn control_sequence(text: &str) -> usize {
    let parameters = text.bytes().take_while(|b| (0x20..0x40).contains(b)).count();
    parameters + usize::from(text.as_bytes().get(parameters).is_some_and(|b| (0x40..0x7f).contains(b)))
}

/// Up to BEL or ST; 0 where neither comes, so that an unended OSC does not swallow a name.
fn string_sequence(text: &str) -> usize {
    let mut before = '\0';
    for (at, c) in text.char_indices() {
        if c == '\u{7}' || c == '\u{9c}' || c == '\\' && before == '\u{1b}' {
            return at + c.len_utf8();
        }
        before = c;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(raw: &str) -> (String, Findings) {
        let (text, findings) = clean(raw);
        (text.into_owned(), findings)
    }

    #[test]
    fn a_whole_escape_sequence_goes_not_only_its_first_byte() {
        for raw in [
            "\x1b]0;owned\x07\x1b[2JBUDI",
            "\x1b]8;;http://x\x1b\\BUDI",
            "\u{9b}31mBUDI",
            "BU\x1b(BDI",
            "BU\u{202e}DI",
            "\x07BUDI\x7f",
            "\x1bPq#0\x1b\\BUDI",
        ] {
            let (text, findings) = cleaned(raw);
            assert_eq!(text, "BUDI", "{raw:?}");
            assert!(findings.control && !findings.normalised, "{raw:?}");
        }
        // An unended sequence takes only itself along.
        assert_eq!(cleaned("\x1b]0;BUDI").0, "0;BUDI");
        assert_eq!(cleaned("BUDI\x1b").0, "BUDI");
    }

    #[test]
    fn invisible_spaces_and_line_breaks_become_spaces() {
        for (raw, text) in [("\u{a0}SLAMET\u{200b}", "SLAMET"), ("SITI\r\nAISYAH", "SITI AISYAH"), ("A\u{2003}B\tC", "A B C")] {
            let (cleaned, findings) = cleaned(raw);
            assert_eq!(cleaned, text);
            assert!(findings.normalised && !findings.control, "{raw:?}");
        }
        assert_eq!(cleaned("  BUDI  "), ("BUDI".into(), Findings::default()));
        assert_eq!(cleaned("Ünal İ"), ("Ünal İ".into(), Findings::default()));
    }

    #[test]
    fn formulas_are_kept_and_long_texts_told() {
        assert!(cleaned("=cmd|' /C calc'!A0").1.formula && cleaned("@SUM(A1)").1.formula);
        assert_eq!(cleaned("'=1+1"), ("=1+1".into(), Findings { formula: true, ..Findings::default() }));
        assert_eq!(cleaned(&"x".repeat(200)).1.length, None);
        assert_eq!(cleaned(&"é".repeat(201)).1.length, Some(201));
        let (text, findings) = cleaned(&"é".repeat(100_000));
        assert!(text.len() <= CELL_LIMIT && findings.length == Some(100_000));
    }

    #[test]
    fn thousands_of_unended_sequences_take_linear_time() {
        let started = std::time::Instant::now();
        let raw = "\x1b]".repeat(2_000_000) + "\\";
        assert_eq!(cleaned(&raw).0, "\\");
        assert!(started.elapsed().as_secs() < 5);
    }
}
