//! Search over folded names: case and diacritics do not count. Where every word of a query stands somewhere as
//! it is typed, those are found, words that begin something first; else whoever has its letters in that order.
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use unicode_normalization::UnicodeNormalization;

/// So many texts are searched before anyone looks whether to go on, and before another thread helps.
const STRETCH: usize = 8192;
/// So many texts are searched within a frame, on whichever thread asks.
const AT_ONCE: usize = 4 * STRETCH;

/// Texts to search, folded once.
pub struct Finder {
    keys: Vec<Box<str>>,
    /// Per text the letters in it.
    letters: Vec<u64>,
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
        let keys: Vec<Box<str>> = texts.map(|text| fold(&text).into()).collect();
        Self { letters: keys.iter().map(|key| letters(key)).collect(), keys, matcher: SkimMatcherV2::default() }
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The texts a query finds, best first; all in their order for an empty query. A query of digits
    /// is a NIP or a part of one, with or without spaces.
    pub fn find(&self, query: &str) -> Vec<usize> {
        self.find_unless(query, &AtomicBool::new(false)).unwrap_or_default()
    }

    /// As [`Finder::find`], on whichever thread asks; `None` once told to stop.
    pub fn find_unless(&self, query: &str, stop: &AtomicBool) -> Option<Vec<usize>> {
        let query = fold(query.trim());
        let digits: String = query.chars().filter(|c| !c.is_whitespace()).collect();
        if query.is_empty() {
            return Some((0..self.keys.len()).collect());
        }
        if digits.len() >= 3 && digits.chars().all(|c| c.is_ascii_digit()) {
            return self.ranked(letters(&digits), stop, |key| key.contains(&digits).then_some(0));
        }
        let words: Vec<Word> = query.split_whitespace().map(Word::new).collect();
        let wanted = words.iter().fold(0, |wanted, word| wanted | letters(&word.text));
        let literally = self.ranked(wanted, stop, |key| words.iter().map(|word| word.stands_in(key)).sum())?;
        if !literally.is_empty() {
            return Some(literally);
        }
        // The rest is guessing: every word's letters, in their order.
        let guess = |word: &Word, key: &str| {
            let has_letters = is_subsequence(&word.text, key);
            if has_letters { self.matcher.fuzzy_match(key, &word.text) } else { None }
        };
        self.ranked(wanted, stop, |key| words.iter().map(|word| guess(word, key)).sum())
    }

    /// Those that have these letters and a rank, the highest first, and then in their order.
    fn ranked(&self, wanted: u64, stop: &AtomicBool, rank: impl Fn(&str) -> Option<i64> + Sync) -> Option<Vec<usize>> {
        let stretch = |(first, letters): (usize, &[u64])| {
            if stop.load(Ordering::Relaxed) {
                return None;
            }
            let has_letters = letters.iter().zip(first * STRETCH..).filter(|(has, _)| **has & wanted == wanted);
            Some(has_letters.filter_map(|(_, at)| Some((rank(&self.keys[at])?, at))).collect::<Vec<_>>())
        };
        let found: Option<Vec<Vec<(i64, usize)>>> = if self.letters.len() <= AT_ONCE {
            self.letters.chunks(STRETCH).enumerate().map(stretch).collect()
        } else {
            self.letters.par_chunks(STRETCH).enumerate().map(stretch).collect()
        };
        // Ranks are few where texts are many: no sorting.
        let mut by_rank: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
        for (rank, at) in found?.into_iter().flatten() {
            by_rank.entry(-rank).or_default().push(at);
        }
        Some(by_rank.into_values().flatten().collect())
    }
}

/// A list that is searched: what was found, and what is still to be found. Few texts are searched at once, many by a
/// worker.
#[derive(Debug)]
pub struct Searched {
    finder: Arc<Finder>,
    /// The texts found last, best first.
    found: Vec<usize>,
    due: Option<String>,
}

impl Searched {
    /// For texts that nobody searches yet.
    pub fn new(texts: impl Iterator<Item = String>) -> Self {
        let finder = Finder::new(texts);
        Self { found: (0..finder.len()).collect(), finder: Arc::new(finder), due: None }
    }

    /// Asks for what a query finds; whether it is there at once.
    pub fn ask(&mut self, query: &str) -> bool {
        let is_quick = self.finder.len() <= AT_ONCE || query.trim().is_empty();
        if is_quick {
            self.found = self.finder.find(query);
        }
        self.due = (!is_quick).then(|| query.to_owned());
        is_quick
    }

    /// The texts found last.
    pub fn found(&self) -> &[usize] {
        &self.found
    }

    /// What is still to be found.
    pub fn due(&self) -> Option<(&Arc<Finder>, &str)> {
        Some((&self.finder, self.due.as_deref()?))
    }

    /// Takes what a query finds (`None`: the search failed); whether that was waited for.
    pub fn take(&mut self, finder: &Arc<Finder>, query: &str, found: Option<Vec<usize>>) -> bool {
        let is_due = Arc::ptr_eq(&self.finder, finder) && self.due.as_deref() == Some(query);
        if is_due {
            (self.found, self.due) = (found.unwrap_or_default(), None);
        }
        is_due
    }
}

/// A word of a query.
struct Word {
    text: String,
    /// As it begins a word.
    begun: String,
}

impl Word {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), begun: format!(" {text}") }
    }

    /// How much it counts that the word stands in a text as it is; `None` where it does not.
    fn stands_in(&self, key: &str) -> Option<i64> {
        if !key.contains(&self.text) {
            None
        } else if key.starts_with(&self.text) {
            Some(400)
        } else {
            Some(if key.contains(&self.begun) { 300 } else { 0 })
        }
    }
}

/// The letters and digits of a text as bits; all that is neither shares the last ones.
fn letters(text: &str) -> u64 {
    let bit = |byte: u8| match byte {
        b'a'..=b'z' => byte - b'a',
        b'0'..=b'9' => 26 + byte - b'0',
        _ => 36 + byte % 28,
    };
    text.bytes().fold(0, |bits, byte| bits | 1 << bit(byte))
}

fn is_subsequence(word: &str, key: &str) -> bool {
    let mut rest = key.chars();
    word.chars().all(|letter| rest.any(|other| other == letter))
}

/// Lower case without diacritics (NFD, marks dropped).
fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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

    #[test]
    fn whoever_is_told_to_stop_finds_nothing() {
        let finder = Finder::new((0..3 * STRETCH).map(|at| format!("Budi {at}")));
        assert_eq!(finder.find_unless("budi", &AtomicBool::new(true)), None);
        assert_eq!(finder.find_unless("budi 77", &AtomicBool::new(false)).map(|found| found[0]), Some(77));
    }

    /// What is found, the simple way: every text looked at with every question.
    fn simply(texts: &[String], query: &str) -> Vec<usize> {
        let keys: Vec<String> = texts.iter().map(|text| fold(text)).collect();
        let query = fold(query.trim());
        let digits: String = query.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() >= 3 && digits.chars().all(|c| c.is_ascii_digit()) {
            return (0..keys.len()).filter(|at| keys[*at].contains(&digits)).collect();
        }
        let literal = |at: &usize| query.split_whitespace().all(|word| keys[*at].contains(word));
        let literally = (0..keys.len()).any(|at| literal(&at));
        let matcher = SkimMatcherV2::default();
        let guessed = |at: &usize| query.split_whitespace().all(|word| matcher.fuzzy_match(&keys[*at], word).is_some());
        (0..keys.len()).filter(|at| if literally { literal(at) } else { guessed(at) }).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn as_many_are_found_as_by_looking_at_all(
            texts in prop::collection::vec("[a-eA-E0-3É’ ]{0,10}", 0..12),
            query in "[a-e0-3é’ ]{0,5}",
        ) {
            let mut found = Finder::new(texts.iter().cloned()).find(&query);
            found.sort_unstable();
            prop_assert_eq!(found, simply(&texts, &query));
        }

        #[test]
        fn folding_plain_letters_is_no_other_folding(text in "[ -~]{0,20}") {
            let other: String = text.nfd().flat_map(char::to_lowercase).collect();
            prop_assert_eq!(fold(&text), other);
        }
    }
}
