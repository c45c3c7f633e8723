//! Texts in columns: cut at graphemes, padded to a width, marks of foreign texts taken out.
use super::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns a text takes.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Cuts a text to a width, with `…` where something is lost. Never splits a grapheme.
pub fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let wide = width(grapheme);
        if used + wide + 1 > most {
            break;
        }
        kept.push_str(grapheme);
        used += wide;
    }
    if most > 0 {
        kept.push('…');
    }
    kept
}

/// Words on a border: they keep nothing of its look.
pub fn on_border(frame: &mut Frame<'_>, area: Rect, words: &str, style: Style, theme: &Theme) {
    let area = Rect { width: area.width.min(width(words) as u16), ..area };
    frame.buffer_mut().set_style(area, theme.blank());
    frame.render_widget(Span::styled(words, style), area);
}

/// A column, left-aligned: exactly that wide.
pub fn left(text: &str, columns: usize) -> String {
    let cut = cut(text, columns);
    let pad = columns.saturating_sub(width(&cut));
    format!("{cut}{}", " ".repeat(pad))
}

/// A column, right-aligned: exactly that wide.
pub fn right(text: &str, columns: usize) -> String {
    let cut = cut(text, columns);
    let pad = columns.saturating_sub(width(&cut));
    format!("{}{cut}", " ".repeat(pad))
}

/// Breaks a text into lines of at most that width, at spaces where there are any.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.len() - 1;
        let line = &mut lines[last];
        let space = usize::from(!line.is_empty());
        if width(line) + space + width(word) <= columns || line.is_empty() {
            if space == 1 {
                line.push(' ');
            }
            line.push_str(&cut(word, columns));
        } else {
            lines.push(cut(word, columns));
        }
    }
    lines
}

/// A bar of eighth blocks: `part` of `whole` in that many columns.
pub fn bar(part: i64, whole: i64, columns: usize) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = if whole <= 0 { 0 } else { (part.clamp(0, whole) * columns as i64 * 8 / whole) as usize };
    left(&format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8]), columns)
}

/// A course in eighth blocks: heights from 1 to 8, a column each.
pub fn course(heights: &[u8]) -> String {
    const EIGHTHS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    heights.iter().map(|height| EIGHTHS[usize::from(*height).clamp(1, 8) - 1]).collect()
}

/// A text on so many lines; the last one ends in … where something is lost.
pub fn fitted(body: &str, columns: usize, rows: usize) -> Vec<String> {
    shortened(wrap(body, columns), columns, rows)
}

/// Lines on so many; the last one ends in … where something is lost.
pub fn shortened(mut lines: Vec<String>, columns: usize, rows: usize) -> Vec<String> {
    if rows > 0 && lines.len() > rows {
        let rest = lines.split_off(rows - 1).join(" ");
        lines.push(cut(&rest, columns));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn columns_are_exact_with_wide_and_combining_characters() {
        assert_eq!(left("Budi", 6), "Budi  ");
        assert_eq!(right("7,5", 5), "  7,5");
        assert_eq!(cut("Rahayuningsih", 6), "Rahay…");
        assert_eq!(width(&left("漢字漢字", 5)), 5);
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(bar(1, 2, 4), "██  ");
        assert_eq!(bar(5, 8, 1), "▋");
        assert_eq!(course(&[1, 4, 8]), "▁▄█");
        assert_eq!(wrap("satu dua tiga", 8), ["satu dua", "tiga"]);
    }

    proptest! {
        #[test]
        fn a_column_is_never_wider_nor_narrower(text in "\\PC*", columns in 0usize..40) {
            prop_assert_eq!(width(&left(&text, columns)), columns);
            prop_assert!(width(&cut(&text, columns)) <= columns);
        }
    }
}
