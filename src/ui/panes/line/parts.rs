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
        let lines = laid(&parts, columns);
        let spare = parts.iter().map(|part| part.spare).max().unwrap_or(0);
        if lines.len() <= rows || spare == 0 {
            return text::shortened(lines, columns, rows);
        }
        if let Some(at) = parts.iter().rposition(|part| part.spare == spare) {
            parts.remove(at);
        }
    }
}

/// Broken between parts; a part longer than a line, at its spaces.
fn laid(parts: &[Part], columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if text::width(line) + text::width(BETWEEN) + text::width(&part.text) <= columns => {
                line.push_str(BETWEEN);
                line.push_str(&part.text);
            }
            _ => lines.extend(text::wrap(&part.text, columns)),
        }
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
        assert_eq!(text::fitted("satu dua tiga", 8, 1), ["satu du…"]);
    }
}
