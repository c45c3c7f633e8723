//! Parts of a sentence on so many lines: what may be missed is left out before anything is cut.
use crate::ui::text;

/// A part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    text: String,
    /// What has more goes first; 0 never goes.
    spare: u8,
}

impl Part {
    /// Never left out.
    pub(super) const fn kept(text: String) -> Self {
        Self { text, spare: 0 }
    }

    /// Left out where there is no room: the highest first.
    pub(super) const fn spare(text: String, spare: u8) -> Self {
        Self { text, spare }
    }
}

const BETWEEN: &str = " · ";

/// The parts on at most so many lines.
pub(super) fn packed(mut parts: Vec<Part>, columns: usize, rows: usize) -> Vec<String> {
    loop {
        let laid = laid(&parts, columns);
        let spare = parts.iter().map(|part| part.spare).max().unwrap_or(0);
        if laid.len() <= rows || spare == 0 {
            return shortened(laid, columns, rows);
        }
        if let Some(at) = parts.iter().rposition(|part| part.spare == spare) {
            parts.remove(at);
        }
    }
}

/// Lines on so many: what is left of the parts stands behind each other on the last one, and is cut there.
fn shortened(mut laid: Vec<Laid>, columns: usize, rows: usize) -> Vec<String> {
    let rest = if rows > 0 && laid.len() > rows { laid.split_off(rows - 1) } else { Vec::new() };
    let mut last = String::new();
    for line in &rest {
        let between = if line.begins { BETWEEN } else { " " };
        last.push_str(if last.is_empty() { "" } else { between });
        last.push_str(&line.text);
    }
    let whole = laid.into_iter().map(|line| line.text);
    whole.chain((!rest.is_empty()).then(|| text::cut(&last, columns))).collect()
}

/// A line, and whether a part begins with it.
struct Laid {
    text: String,
    begins: bool,
}

/// Broken between parts; a part longer than a line begins where the one before ends, and is broken at its spaces.
fn laid(parts: &[Part], columns: usize) -> Vec<Laid> {
    let mut lines: Vec<Laid> = Vec::new();
    for part in parts {
        let both = lines.last().map(|line| format!("{}{BETWEEN}{}", line.text, part.text));
        let joins = |both: &String| text::width(both) <= columns || text::width(&part.text) > columns;
        let (begins, words) = match both.filter(joins) {
            Some(both) => (lines.pop().is_none_or(|line| line.begins), both),
            None => (true, part.text.clone()),
        };
        let wrapped = text::wrap(&words, columns).into_iter().enumerate();
        lines.extend(wrapped.map(|(at, text)| Laid { text, begins: begins && at == 0 }));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_missed_goes_before_anything_is_cut() {
        let parts = || {
            vec![
                Part::kept("hole".into()),
                Part::spare("units".into(), 1),
                Part::spare("tenure".into(), 3),
                Part::spare("class".into(), 2),
                Part::kept("wish".into()),
            ]
        };
        assert_eq!(packed(parts(), 80, 1), ["hole · units · tenure · class · wish"]);
        assert_eq!(packed(parts(), 30, 1), ["hole · units · class · wish"]);
        assert_eq!(packed(parts(), 20, 1), ["hole · units · wish"]);
        assert_eq!(packed(parts(), 12, 1), ["hole · wish"]);
        assert_eq!(packed(parts(), 21, 2), ["hole · units · tenure", "class · wish"]);
        assert_eq!(packed(parts(), 6, 1), ["hole …"]);
        let long = || vec![Part::kept("who".into()), Part::kept("one two three four".into()), Part::kept("end".into())];
        assert_eq!(packed(long(), 13, 9), ["who · one two", "three four", "end"]);
        assert_eq!(packed(long(), 13, 2), ["who · one two", "three four ·…"]);
        assert_eq!(packed(long(), 13, 1), ["who · one tw…"]);
        assert_eq!(text::fitted("satu dua tiga", 8, 1), ["satu du…"]);
    }
}
