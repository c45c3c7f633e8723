//! Fuzzy search over folded names: case and diacritics do not count.
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use unicode_normalization::UnicodeNormalization;

/// Texts to search, folded once.
pub struct Finder {
    keys: Vec<String>,
    matcher: SkimMatcherV2,
}

impl std::fmt::Debug for Finder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Names and NIPs stay out of debug output.
        f.debug_struct("Finder").field("keys", &self.keys.len()).finish_non_exhaustive()
    }
}

impl Finder {
    /// Folds the texts.
    pub fn new(texts: impl Iterator<Item = String>) -> Self {
        Self { keys: texts.map(|text| fold(&text)).collect(), matcher: SkimMatcherV2::default() }
    }

    /// The texts a query finds, best first; all in their order for an empty query. A query of digits
    /// is a NIP or a part of one, with or without spaces.
    pub fn find(&self, query: &str) -> Vec<usize> {
        let query = fold(query.trim());
        let digits: String = query.chars().filter(|c| !c.is_whitespace()).collect();
        if query.is_empty() {
            return (0..self.keys.len()).collect();
        }
        if digits.len() >= 3 && digits.chars().all(|c| c.is_ascii_digit()) {
            return (0..self.keys.len()).filter(|at| self.keys[*at].contains(&digits)).collect();
        }
        // Where every word stands somewhere as it is typed, only those: the rest is guessing.
        let literal = |at: &usize| query.split_whitespace().all(|word| self.keys[*at].contains(word));
        let literally = (0..self.keys.len()).any(|at| literal(&at));
        let mut found: Vec<(i64, usize)> = (0..self.keys.len())
            .filter(|at| !literally || literal(at))
            .filter_map(|at| Some((-self.rank(&query, at)?, at)))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, at)| at).collect()
    }

    /// Every word must match; words that stand as they are count most.
    fn rank(&self, query: &str, at: usize) -> Option<i64> {
        let key = &self.keys[at];
        let mut sum = 0;
        for word in query.split_whitespace() {
            let whole = if key.starts_with(word) {
                400
            } else if key.contains(&format!(" {word}")) {
                300
            } else {
                0
            };
            sum += whole + self.matcher.fuzzy_match(key, word)?;
        }
        Some(sum)
    }
}

/// Lower case without diacritics (NFD, marks dropped).
fn fold(text: &str) -> String {
    text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_fuzzily_without_diacritics_and_nips_by_their_digits() {
        let texts = ["Ambudi Wijaya 198001012005011999", "Budi Santoso 197604112001121999", "Kovács Anna 199001012015012999"];
        let finder = Finder::new(texts.iter().map(ToString::to_string));
        assert_eq!(finder.find("budi"), [1, 0]);
        assert_eq!(finder.find("kovan"), [2]);
        assert_eq!(finder.find("19760411 2001"), [1]);
        assert_eq!(finder.find("san bud"), [1]);
        assert!(finder.find("zzzq").is_empty());
        assert_eq!(finder.find("").len(), 3);
    }
}
