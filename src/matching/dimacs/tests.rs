//! DIMACS files: round trips in any order and numbering, and what is refused.

use std::borrow::Cow;

use proptest::prelude::*;

use super::*;
use crate::matching::tests::{Rng, plain};
use crate::matching::{Control, NO_UNIT, Segment, solve};

const GOOD: &str = "\
c a title
c objective = -7 - cost
p min 7 9
n 1 1
n 2 1
n 7 -2
a 1 3 0 1 -5
a 1 4 0 1 2
a 2 4 0 1 -1
a 3 6 0 1 -10
a 3 6 0 4 3
a 4 6 0 2 0
a 5 7 0 2 1
a 6 7 0 1 -4
a 6 7 0 9 0
";

fn text_of(problem: &Problem, names: &dyn Names, offset: i64) -> String {
    let mut out = Vec::new();
    write(problem, names, offset, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_layered_file_is_understood() {
    let (problem, network) = read(GOOD.as_bytes()).unwrap();
    assert_eq!((problem.employees(), problem.posts(), problem.units(), problem.arcs()), (2, 3, 1, 3));
    assert_eq!(network.employees, [1, 2]);
    assert_eq!(network.posts, [3, 4, 5]);
    assert_eq!(network.units, [6]);
    assert_eq!((network.sink, network.offset), (7, -7));
    assert_eq!(problem.post_segments(0), [Segment { width: 1, reward: 10 }, Segment { width: 4, reward: -3 }]);
    assert_eq!((problem.unit_of(0), problem.unit_of(2)), (0, NO_UNIT));
    assert_eq!(solve(&problem, &Control::unattended()).unwrap().objective, 5 + 10 + 1 + 4);
}

#[test]
fn what_is_written_has_names_and_numbers() {
    struct Office;
    impl Names for Office {
        fn employee(&self, index: usize) -> Cow<'_, str> {
            Cow::Owned(format!("NIP{index}"))
        }
        fn position(&self, index: usize) -> Cow<'_, str> {
            Cow::Borrowed(if index == 0 { "Lurah\nn 9 9" } else { "" })
        }
        fn unit(&self, _: usize) -> Cow<'_, str> {
            Cow::Borrowed("Kelurahan")
        }
        fn comments(&self) -> Vec<String> {
            vec!["omitted: a move limit of 3".to_owned()]
        }
    }
    let (problem, _) = read(GOOD.as_bytes()).unwrap();
    let text = text_of(&problem, &Office, 42);
    for line in [
        "c objective = 42 - cost",
        "c omitted: a move limit of 3",
        "c employee 2 NIP1",
        "c position 3 Lurah n 9 9",
        "c unit 6 Kelurahan",
        "p min 7 9",
        "n 1 1",
        "n 7 -2",
        "a 1 3 0 1 -5",
        "a 3 6 0 4 3",
        "a 6 7 0 9 0",
    ] {
        assert!(text.lines().any(|l| l == line), "{line} is missing in {text}");
    }
    assert_eq!(read(text.as_bytes()).unwrap().1.offset, 42);
    assert_eq!(Numbering::of(&problem).sink(), 7);
}

#[test]
fn other_shapes_are_refused_with_their_line() {
    let cases: &[(&str, &str, usize, &str)] = &[
        ("c a title", "x a title", 1, "starts with"),
        ("p min 7 9", "p max 7 9", 3, "minimum-cost"),
        ("p min 7 9", "p min 7 8", 3, "8 arcs announced"),
        ("p min 7 9", "p min 6 9", 6, "not one of"),
        ("p min 7 9", "p min 1000000000 9", 3, "far more nodes"),
        ("p min 7 9", "p min 7", 3, "number of arcs"),
        ("p min 7 9", "p min 7 9 1", 3, "more words"),
        ("p min 7 9", "c", 0, "no problem line"),
        ("c a title", "p min 7 9", 3, "second problem line"),
        ("n 1 1", "n 1 2", 4, "supply of 1"),
        ("n 2 1", "n 1 1", 5, "already"),
        ("n 7 -2", "n 7 -3", 6, "demands 3"),
        ("n 2 1", "n 2 -1", 6, "second node with a demand"),
        ("n 7 -2", "c", 3, "no node demands"),
        ("a 1 3 0 1 -5", "a 1 3 1 1 -5", 7, "lower bound"),
        ("a 1 3 0 1 -5", "a 1 3 0 2 -5", 7, "capacity 1"),
        ("a 1 3 0 1 -5", "a 1 3 0 -1 -5", 7, "negative"),
        ("a 1 3 0 1 -5", "a 1 3 0 1 -5.5", 7, "integer"),
        ("a 1 3 0 1 -5", "a 1 3 0 1", 7, "the cost"),
        ("a 1 3 0 1 -5", "a 1 3 0 1 9999999999999999999", 7, "18 digits"),
        ("a 1 3 0 1 -5", "a 1 3 0 1 999999999999999999", 7, "too large"),
        ("a 1 3 0 1 -5", "a 1 3 0 1 9999999999999999", 3, "too large"),
        ("a 1 3 0 1 -5", "a 1 2 0 1 -5", 7, "leads to a position"),
        ("a 1 3 0 1 -5", "a 1 7 0 1 -5", 7, "leads to a position"),
        ("a 1 3 0 1 -5", "a 1 8 0 1 -5", 7, "not one of"),
        ("a 1 3 0 1 -5", "a 0 3 0 1 -5", 7, "not one of"),
        ("a 4 6 0 2 0", "a 4 3 0 2 0", 12, "to its unit"),
        ("a 3 6 0 4 3", "a 3 7 0 4 3", 11, "different nodes"),
        ("a 6 7 0 9 0", "a 6 5 0 9 0", 15, "unit"),
        ("a 6 7 0 9 0", "a 6 6 0 9 0", 15, "itself"),
        ("a 6 7 0 9 0", "a 7 6 0 9 0", 15, "leaves the sink"),
        ("a 6 7 0 9 0", "a 6 1 0 9 0", 15, "unit"),
    ];
    for &(line, other, at, words) in cases {
        assert!(GOOD.contains(line));
        let error = read(GOOD.replacen(line, other, 1).as_bytes()).unwrap_err();
        assert!(error.line == at && error.reason.to_string().contains(words), "{other}: {error}");
    }
}

#[test]
fn line_ends_and_small_buffers_do_not_matter() {
    let plain = read(GOOD.as_bytes()).unwrap();
    assert_eq!(read(GOOD.replace('\n', "\r\n").as_bytes()).unwrap(), plain);
    assert_eq!(read(GOOD.trim_end().as_bytes()).unwrap(), plain);
    assert_eq!(read(std::io::BufReader::with_capacity(3, GOOD.as_bytes())).unwrap(), plain);
    assert!(read(&b""[..]).is_err());
    assert!(!parse(GOOD.as_bytes()).unwrap().is_empty());
}

#[test]
fn rows_close_up_over_what_stands_between_them() {
    let spread = "p min 7 7\na 5 7 0 2 -1\na 2 5 0 1 -7\na 2 6 0 1 -8\na 6 7 0 1 0\na 6 7 0 2 -3\n\
        a 1 6 0 1 -9\nn 7 -4\na 4 5 0 1 -2\nn 1 1\nn 2 1\nn 3 1\nn 4 1\n";
    let (problem, network) = read(spread.as_bytes()).unwrap();
    // In the order of the file, and last who has no arc.
    assert_eq!(network.employees, [2, 1, 4, 3]);
    assert_eq!((0..4).map(|employee| problem.row(employee)).collect::<Vec<_>>(), [0..2, 2..3, 3..4, 4..4]);
    let pairs = (0..4).map(|arc| (problem.post_of(arc), problem.value_of(arc)));
    assert_eq!(pairs.collect::<Vec<_>>(), [(0, 7), (1, 8), (1, 9), (0, 2)]);
    assert_eq!(problem.post_segments(1), [Segment { width: 2, reward: 3 }, Segment { width: 1, reward: 0 }]);
    // One pair of the first moves to the end: rows are sorted by node.
    let parted = spread.replace("a 2 5 0 1 -7\n", "") + "a 2 5 0 1 -7\n";
    let (problem, network) = read(parted.as_bytes()).unwrap();
    assert_eq!(network.employees, [1, 2, 3, 4]);
    assert_eq!(problem.row(1), 1..3);
    assert_eq!((problem.post_of(2), problem.value_of(2)), (0, 7));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// What comes back is the same problem: equal bytes when written again, and the same optimum when
    /// lines and node numbers are shuffled.
    #[test]
    fn problems_come_back(plain in plain(15, 8), seed in any::<u64>()) {
        let problem = plain.build();
        let text = text_of(&problem, &Unnamed, 3);
        let (again, _) = read(text.as_bytes()).unwrap();
        let optimum = |p: &Problem| solve(p, &Control::unattended()).ok().map(|s| s.objective);
        prop_assert_eq!(optimum(&problem), optimum(&again));
        let mut rng = Rng(seed);
        let mut numbers: Vec<usize> = (1..=Numbering::of(&problem).sink()).collect();
        rng.shuffle(&mut numbers);
        let renumber = |line: &str| {
            let mut words: Vec<String> = line.split(' ').map(str::to_owned).collect();
            let nodes = match words[0].as_str() { "a" => 1..3, "n" => 1..2, _ => 0..0 };
            for word in &mut words[nodes] {
                *word = numbers[word.parse::<usize>().unwrap() - 1].to_string();
            }
            words.join(" ")
        };
        let mut lines: Vec<String> = text.lines().map(renumber).collect();
        rng.shuffle(&mut lines);
        let (shuffled, network) = read(lines.join("\n").as_bytes()).unwrap();
        prop_assert_eq!(optimum(&problem), optimum(&shuffled));
        prop_assert_eq!(network.offset, 3);
        prop_assert_eq!(network.employees.len(), problem.employees());
    }
}
