//! A plot of plain characters: milliseconds and megabytes over people, both axes logarithmic.
use std::fmt::Write;

/// One measured size.
#[derive(Debug, Clone, Copy)]
pub struct Point {
    /// People.
    pub people: u32,
    /// Wall-clock time of the whole process.
    pub milliseconds: f64,
    /// Peak resident memory.
    pub megabytes: f64,
}

const WIDTH: usize = 80;
/// Lines per power of ten.
const DECADE: usize = 4;

/// Draws `o` for time and `+` for memory, `*` for both; nothing without points.
pub fn draw(points: &[Point]) -> String {
    let mut text = String::new();
    let people = |it: &Point| f64::from(it.people).log10();
    let (Some(first), Some(last)) = (points.iter().map(people).reduce(f64::min), points.iter().map(people).reduce(f64::max))
    else {
        return text;
    };
    let (left, right) = (first.floor(), last.ceil().max(first.floor() + 1.0));
    let most = points.iter().map(|it| it.milliseconds.max(it.megabytes)).fold(10.0, f64::max).log10().ceil() as usize;
    let rows = most * DECADE + 1;
    let mut grid = vec![vec![' '; WIDTH]; rows];
    for point in points {
        let column = ((people(point) - left) / (right - left) * (WIDTH - 1) as f64).round() as usize;
        for (figure, mark) in [(point.milliseconds, 'o'), (point.megabytes, '+')] {
            let above = (figure.max(1.0).log10() * DECADE as f64).round() as usize;
            let cell = &mut grid[rows - 1 - above.min(rows - 1)][column];
            *cell = if *cell == ' ' || *cell == mark { mark } else { '*' };
        }
    }
    let _ = writeln!(text, "    ms, MB    o time of the whole process, ms    + peak resident memory, MB    * both");
    for (at, line) in grid.iter().enumerate() {
        let power = (rows - 1 - at) / DECADE;
        let label = if (rows - 1 - at).is_multiple_of(DECADE) { name(power) } else { String::new() };
        let _ = writeln!(text, "{label:>9} |{}", line.iter().collect::<String>().trim_end());
    }
    let _ = writeln!(text, "{:>9} +{}", "", "-".repeat(WIDTH));
    let mut axis = vec![' '; WIDTH + 14];
    for power in left as usize..=right as usize {
        let column = ((power as f64 - left) / (right - left) * (WIDTH - 1) as f64).round() as usize;
        let label = name(power);
        // Under its mark, the last one not beyond the plot.
        let start = (11 + column).min(WIDTH + 11 - label.len());
        label.chars().enumerate().for_each(|(at, c)| axis[start + at] = c);
    }
    let _ = writeln!(text, "{} people", axis.iter().collect::<String>().trim_end());
    text
}

/// A power of ten in figures.
fn name(power: usize) -> String {
    let thousands = power / 3;
    format!("1{}{}", "0".repeat(power % 3), ",000".repeat(thousands))
}
