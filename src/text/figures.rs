//! Figures and dates as each language writes them.
use super::Lang;
use jiff::civil::Date;

/// Hundredths of a point with one decimal, rounded half away from zero: `78,8` · `78.8`.
pub fn points(lang: Lang, hundredths: i64) -> String {
    let tenths = (hundredths.abs() + 5) / 10;
    let sign = if hundredths < 0 && tenths > 0 { "−" } else { "" };
    format!("{sign}{}{}{}", thousands(lang, tenths / 10), decimal(lang), tenths % 10)
}

/// Hundredths with both decimals: thresholds are decided by them.
pub fn hundredths(lang: Lang, value: u16) -> String {
    format!("{}{}{:02}", value / 100, decimal(lang), value % 100)
}

/// The same with its sign always: `+17,4`, `−3,1`, `0,0`.
pub fn change(lang: Lang, hundredths: i64) -> String {
    let plus = if hundredths >= 5 { "+" } else { "" };
    format!("{plus}{}", points(lang, hundredths))
}

/// The same in whole points, for where there is no room for more: `+17`, `−3`; what is not quite nothing keeps its sign, `−0`.
pub fn whole_change(lang: Lang, hundredths: i64) -> String {
    let sign = match hundredths {
        5.. => "+",
        ..=-5 => "−",
        _ => "",
    };
    format!("{sign}{}", thousands(lang, (hundredths.abs() + 50) / 100))
}

/// A whole number with the language's separator: `21.750` · `21,750`.
pub fn thousands(lang: Lang, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let separator = if lang == Lang::Id { '.' } else { ',' };
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    if number < 0 { format!("−{text}") } else { text }
}

/// A whole number with its sign: `+3`, `−1.234`, `0`.
pub fn signed(lang: Lang, number: i64) -> String {
    format!("{}{}", if number > 0 { "+" } else { "" }, thousands(lang, number))
}

/// A count with the language's separator: every number of people, posts or moves on the screen.
pub fn count(lang: Lang, number: usize) -> String {
    thousands(lang, i64::try_from(number).unwrap_or(i64::MAX))
}

/// Permille as whole percent, rounded half up: `68 %`, `1.250 %`.
pub fn percent(lang: Lang, permille: i64) -> String {
    format!("{} %", whole_percent(lang, permille))
}

/// The same without its sign.
fn whole_percent(lang: Lang, permille: i64) -> String {
    thousands(lang, (permille + 5).div_euclid(10))
}

/// What it was and is: `61→83`; alone where it stays.
pub fn changed(from: String, to: String) -> String {
    if from == to { to } else { format!("{from}→{to}") }
}

/// Permille as whole percent before and now: `61→83 %`.
pub fn percent_changed(lang: Lang, from: i64, to: i64) -> String {
    format!("{} %", changed(whole_percent(lang, from), whole_percent(lang, to)))
}

/// A time of day: `10.42` · `10:42`.
pub fn clock(lang: Lang, time: &str) -> String {
    time.replace([':', '.'], if lang == Lang::Id { "." } else { ":" })
}

/// A date as people write it: `1 Jan 2027`, `2 Agu 2026`.
pub fn date(lang: Lang, date: Date) -> String {
    format!("{} {} {}", date.day(), month(lang, date), date.year())
}

/// The month alone, short, of a date.
pub fn month(lang: Lang, date: Date) -> &'static str {
    const ID: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
    const EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let at = usize::try_from(date.month() - 1).unwrap_or(0).min(11);
    if lang == Lang::Id { ID[at] } else { EN[at] }
}

/// A date, or what is said where there is none.
pub fn date_or_unknown(lang: Lang, day: Option<Date>) -> String {
    day.map_or_else(|| unknown(lang).to_owned(), |day| date(lang, day))
}

/// "Unknown".
pub const fn unknown(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "tidak diketahui",
        Lang::En => "unknown",
    }
}

const fn decimal(lang: Lang) -> char {
    match lang {
        Lang::Id => ',',
        Lang::En => '.',
    }
}

/// Permille of one, with three decimals: `0,123`.
pub fn permille_of_one(lang: Lang, permille: i64) -> String {
    format!("{}{}{:03}", permille / 1000, decimal(lang), permille % 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_follow_the_language() {
        assert_eq!(points(Lang::Id, 7_884), "78,8");
        assert_eq!(points(Lang::En, 7_885), "78.9");
        assert_eq!(points(Lang::Id, -315), "−3,2");
        assert_eq!(points(Lang::Id, -4), "0,0");
        assert_eq!(change(Lang::Id, 1_740), "+17,4");
        assert_eq!(change(Lang::Id, 3), "0,0");
        assert_eq!(whole_change(Lang::Id, 1_740), "+17");
        assert_eq!(whole_change(Lang::Id, -315), "−3");
        assert_eq!([4, -4, 49, -49].map(|change| whole_change(Lang::Id, change)), ["0", "0", "+0", "−0"]);
        assert_eq!(thousands(Lang::Id, 21_750), "21.750");
        assert_eq!(thousands(Lang::En, -1_234_567), "−1,234,567");
        assert_eq!(count(Lang::Id, 14_877), "14.877");
        assert_eq!(percent(Lang::Id, 685), "69 %");
        assert_eq!(percent(Lang::Id, -47), "−5 %");
        assert_eq!([percent(Lang::Id, 123_456), percent(Lang::En, -123_456)], ["12.346 %", "−12,346 %"]);
        assert_eq!([percent_changed(Lang::Id, 611, 826), percent_changed(Lang::Id, 611, 614)], ["61→83 %", "61 %"]);
        assert_eq!([clock(Lang::Id, "10:42"), clock(Lang::En, "10.42")], ["10.42", "10:42"]);
        assert_eq!(date(Lang::Id, jiff::civil::date(2026, 8, 2)), "2 Agu 2026");
    }
}
