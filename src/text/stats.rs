//! Bytes and times of a sitting at the screen, told at its end.
use super::{Lang, figures};
use std::time::Duration;

/// What the frames of one sort were an answer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The first picture: the board, or how far its opening is.
    Opening,
    /// The board, where another picture came before.
    Board,
    /// A key.
    Key,
    /// The pointer moved while a person was dragged.
    Motion,
    /// A mouse button.
    Button,
    /// The wheel.
    Wheel,
    /// Pasted text.
    Paste,
    /// Another size, or the focus.
    Window,
    /// The core, or another worker.
    Answer,
    /// Something waited for.
    Wake,
}

/// The frames of one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// To what they were an answer.
    pub cause: Cause,
    /// How many.
    pub count: usize,
    /// Bytes sent: all together, and the most at once.
    pub bytes: [u64; 2],
    /// From reading the input to the frame written: of the middle one, of 99 in 100, of the slowest.
    pub took: [Duration; 3],
}

/// The table.
pub fn table(lang: Lang, rows: &[Row]) -> String {
    let heads = match lang {
        Lang::Id => ["sebab", "kali", "byte", "terbanyak", "p50 ms", "p99 ms", "paling lama"],
        Lang::En => ["cause", "count", "bytes", "most", "p50 ms", "p99 ms", "longest"],
    };
    let mut lines = vec![line(heads.map(str::to_owned))];
    for row in rows {
        let count = |count: u64| figures::count(lang, usize::try_from(count).unwrap_or(usize::MAX));
        let [p50, p99, most] = row.took.map(|took| milliseconds(lang, took));
        let cause = cause(lang, row.cause).to_owned();
        lines.push(line([cause, count(row.count as u64), count(row.bytes[0]), count(row.bytes[1]), p50, p99, most]));
    }
    lines.join("\n")
}

fn line([cause, rest @ ..]: [String; 7]) -> String {
    rest.iter().fold(format!("{cause:<10}"), |line, cell| format!("{line} {cell:>11}"))
}

/// With hundredths: a key often takes less than one.
fn milliseconds(lang: Lang, took: Duration) -> String {
    let text = format!("{:.2}", took.as_secs_f64() * 1000.0);
    if lang == Lang::Id { text.replace('.', ",") } else { text }
}

const fn cause(lang: Lang, cause: Cause) -> &'static str {
    let id = matches!(lang, Lang::Id);
    match cause {
        Cause::Opening if id => "pembukaan",
        Cause::Opening => "opening",
        Cause::Board if id => "papan",
        Cause::Board => "board",
        Cause::Key if id => "tombol",
        Cause::Key => "key",
        Cause::Motion if id => "gerak",
        Cause::Motion => "motion",
        Cause::Button if id => "klik",
        Cause::Button => "click",
        Cause::Wheel if id => "roda",
        Cause::Wheel => "wheel",
        Cause::Paste if id => "tempel",
        Cause::Paste => "paste",
        Cause::Window if id => "jendela",
        Cause::Window => "window",
        Cause::Answer if id => "jawaban",
        Cause::Answer => "answer",
        Cause::Wake if id => "jeda",
        Cause::Wake => "wait",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_a_cause_with_the_languages_separators() {
        let took = [120, 7_540, 12_000].map(Duration::from_micros);
        let rows = [Row { cause: Cause::Key, count: 1234, bytes: [45_678, 505], took }];
        let text = table(Lang::Id, &rows);
        let words: Vec<&str> = text.lines().nth(1).unwrap_or_default().split_whitespace().collect();
        assert_eq!(words, ["tombol", "1.234", "45.678", "505", "0,12", "7,54", "12,00"]);
        assert!(table(Lang::En, &rows).contains("7.54"));
    }
}
