//! What is no such file: refused with line and reason, in both languages, without taking memory on its word.
use super::{LAYERED, solve};

/// A line of the good file, what stands there instead, the line told, and words of both languages.
const CASES: &[(&str, &str, usize, &str, &str)] = &[
    ("p min 7 9", "p max 7 9", 2, "only minimum-cost", "hanya aliran"),
    ("p min 7 9", "p min 7 8", 2, "8 arcs announced, 9 found", "8 busur diumumkan"),
    ("p min 7 9", "p min 7 1000000000", 2, "1000000000 arcs announced", "1000000000 busur"),
    ("p min 7 9", "p min 1000000000 9", 2, "far more nodes", "jauh lebih banyak"),
    ("p min 7 9", "p min 99999999999 9", 2, "out of range", "di luar jangkauan"),
    ("p min 7 9", "p min -7 9", 2, "out of range", "di luar jangkauan"),
    ("c objective = 0 - cost", "p min 7 9", 2, "second problem line; the first is line 1", "baris p kedua"),
    ("n 1 1", "n 1 3", 3, "supply of 1", "pasokan pegawai"),
    ("n 1 1", "n 0 1", 3, "node 0 is not one of 1 to 7", "simpul 0"),
    ("n 2 1", "n 1 1", 4, "node 1 has a supply already", "sudah mempunyai"),
    ("n 7 -2", "n 7 -3", 5, "demands 3, the employees supply 2", "menerima 3"),
    ("n 7 -2", "n 7", 5, "a supply must be", "pasokan harus"),
    ("a 1 3 0 1 -5", "a 1 3 1 1 -5", 6, "lower bound of an arc must be 0", "batas bawah"),
    ("a 1 3 0 1 -5", "a 1 3 0 -1 -5", 6, "negative", "negatif"),
    ("a 1 3 0 1 -5", "a 1 3 0 0 -5", 6, "capacity 1", "harus 1"),
    ("a 1 3 0 1 -5", "a 1 3 0 1 5e3", 6, "“5e3”", "“5e3”"),
    ("a 1 3 0 1 -5", "a 1 3 0 1 -5 6", 6, "more words", "lebih banyak"),
    ("a 1 3 0 1 -5", "a 1 3 0 1 99999999999999999999", 6, "18 digits", "18 angka"),
    ("a 1 3 0 1 -5", "a 1 3 0 1 -999999999999999999", 6, "too large", "terlalu besar"),
    ("a 1 3 0 1 -5", "a 1 3 0 1 9999999999999999", 2, "would not fit 64 bits", "tidak dapat disusun"),
    ("a 1 3 0 1 -5", "a 1 1 0 1 -5", 6, "leads to a position", "menuju jabatan"),
    ("a 1 3 0 1 -5", "a 1 7 0 1 -5", 6, "leads to a position", "menuju jabatan"),
    ("a 1 3 0 1 -5", "b 1 3 0 1 -5", 6, "starts with c, p, n or a", "diawali"),
    ("a 4 6 0 2 0", "a 4 3 0 2 0", 11, "to its unit or the sink", "unit atau muara"),
    ("a 3 6 0 4 3", "a 3 7 0 4 3", 10, "different nodes", "simpul yang berbeda"),
    ("a 6 7 0 9 0", "a 6 6 0 9 0", 14, "to itself", "simpulnya sendiri"),
    ("a 6 7 0 9 0", "a 7 5 0 9 0", 14, "leaves the sink", "keluar dari muara"),
];

#[test]
fn other_shapes_are_refused_with_line_and_reason_in_both_languages() {
    for &(line, other, at, english, indonesian) in CASES {
        assert!(LAYERED.contains(line));
        let text = LAYERED.replacen(line, other, 1);
        let told = solve(text.as_bytes(), &["--lang", "en", "--json"]).expect(2);
        assert!(told.stderr.contains(&format!("-: line {at}: ")) && told.stderr.contains(english), "{other}: {}", told.stderr);
        assert_eq!(told.stdout, "");
        let told = solve(text.as_bytes(), &["--lang", "id"]).expect(2).stderr;
        assert!(told.contains(&format!("-: baris {at}: ")) && told.contains(indonesian), "{other}: {told}");
    }
}

#[test]
fn what_is_no_text_of_a_flow_is_refused() {
    let endless = vec![b'c'; 5 << 20];
    let zeros = vec![0u8; 5 << 20];
    let cases: [(&[u8], &str); 7] = [
        (b"", "tidak ada baris p"),
        (b"\n\n\n", "tidak ada baris p"),
        (b"\x1f\x8b\x08\x00\xff\xfe\n\n", "baris 1: setiap baris diawali"),
        (b"\x7fELF\n", "baris 1: setiap baris diawali"),
        (&endless, "baris 1: satu baris lebih panjang"),
        (&zeros, "baris 1: satu baris lebih panjang"),
        (b"a 1 2 0 1 5\nn 3 1\n", "tidak ada baris p"),
    ];
    for (bytes, words) in cases {
        let told = solve(bytes, &[]).expect(2).stderr;
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    for end in 0..LAYERED.len() - 1 {
        let ended = solve(&LAYERED.as_bytes()[..end], &[]);
        assert_eq!(ended.status, 2, "{end}: {}{}", ended.stdout, ended.stderr);
    }
}

#[test]
fn a_problem_line_that_comes_last_still_rules() {
    let late = LAYERED.replacen("p min 7 9\n", "", 1);
    assert!(solve(format!("{late}p min 7 9\n").as_bytes(), &[]).expect(0).stdout.starts_with("s -20\n"));
    let told = solve(format!("{late}p min 6 9\n").as_bytes(), &["--lang", "en"]).expect(2).stderr;
    assert!(told.contains("node 7 is not one of 1 to 6"), "{told}");
}
