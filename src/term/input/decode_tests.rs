use proptest::prelude::*;

use super::super::{Direction, Wheel};
use super::*;
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

/// All that is in `bytes`, fed in one piece, and then time passes.
fn all(bytes: &[u8]) -> Vec<Input> {
    in_pieces(&[bytes])
}

fn in_pieces(pieces: &[&[u8]]) -> Vec<Input> {
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    for piece in pieces {
        decoder.feed(piece, &mut out);
    }
    decoder.expire(&mut out);
    assert_eq!(decoder.waits(), None, "nothing is held after time has passed");
    out
}

fn plain(code: KeyCode) -> Input {
    key(code, KeyModifiers::NONE)
}

fn at(kind: MouseEventKind, column: u16, row: u16) -> Input {
    Input::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

const EVERYTHING: &[u8] =
    b"aA\r\t\x7f\x03\x1b[A\x1bOB\x1b[1;5C\x1b[5~\x1b[15~\x1b[24;2~\x1b[Z\x1b[[A\x1bq\x1b\xc3\xa9\xe2\x82\xac\xf0\x9f\x99\x82\xff\
\x1b[<0;5;7M\x1b[<32;60;9M\x1b[<0;60;9m\x1b[<65;1;1M\x1b[M !!\x1b[M#!!\x1b[I\x1b[O\x1b[200~hai\r\n\x1b[31mx\x1b[20\x1b[201~z\x1b[?1;2c\x1b[99~\x1b\x1b[Dk\x1b";

#[test]
fn each_key_has_its_name() {
    let ctrl = |letter| key(KeyCode::Char(letter), KeyModifiers::CONTROL);
    assert_eq!(all(b"a"), [plain(KeyCode::Char('a'))]);
    assert_eq!(all(b"A"), [key(KeyCode::Char('A'), KeyModifiers::SHIFT)]);
    assert_eq!(all(b"\r\t\x7f\x1b"), [KeyCode::Enter, KeyCode::Tab, KeyCode::Backspace, KeyCode::Esc].map(plain));
    assert_eq!(all(b"\x03\x1a\x00\x1c\x1f\n"), [ctrl('c'), ctrl('z'), ctrl(' '), ctrl('4'), ctrl('7'), ctrl('j')]);
    assert_eq!(
        all(b"\x1b[A\x1bOA\x1b[H\x1b[1~\x1b[7~"),
        [KeyCode::Up, KeyCode::Up, KeyCode::Home, KeyCode::Home, KeyCode::Home].map(plain)
    );
    assert_eq!(all(b"\x1bOP\x1b[11~\x1b[[A\x1b[15~\x1b[20~\x1b[24~"), [1, 1, 1, 5, 9, 12].map(|n| plain(KeyCode::F(n))));
    assert_eq!(all(b"\x1b[1;5C"), [key(KeyCode::Right, KeyModifiers::CONTROL)]);
    assert_eq!(all(b"\x1b[3;8~"), [key(KeyCode::Delete, KeyModifiers::ALT | KeyModifiers::CONTROL | KeyModifiers::SHIFT)]);
    assert_eq!(all(b"\x1b[Z"), [key(KeyCode::BackTab, KeyModifiers::SHIFT)]);
    assert_eq!(all(b"\x1bx\x1b\r"), [key(KeyCode::Char('x'), KeyModifiers::ALT), key(KeyCode::Enter, KeyModifiers::ALT)]);
    assert_eq!(all("\u{e9}\u{20ac}".as_bytes()), [plain(KeyCode::Char('é')), plain(KeyCode::Char('€'))]);
}

#[test]
fn the_mouse_presses_drags_and_releases() {
    let left = MouseButton::Left;
    let gesture = all(b"\x1b[<0;5;7M\x1b[<32;60;9M\x1b[<0;60;9m");
    let expected =
        [at(MouseEventKind::Down(left), 4, 6), at(MouseEventKind::Drag(left), 59, 8), at(MouseEventKind::Up(left), 59, 8)];
    assert_eq!(gesture, expected);
    assert_eq!(all(b"\x1b[M %'\x1b[M@\\)\x1b[M#\\)"), expected, "the X10 form tells the same");
}

#[test]
fn the_wheel_is_apart_and_motion_is_dropped() {
    let wheel = Wheel { direction: Direction::Down, steps: 1, column: 1, row: 2, modifiers: KeyModifiers::CONTROL };
    assert_eq!(all(b"\x1b[<81;2;3M\x1b[<35;9;9M\x1b[<81;2;3m"), [Input::Wheel(wheel)]);
}

#[test]
fn hostile_reports_are_outside_every_screen_or_nothing() {
    let left = MouseButton::Left;
    assert_eq!(all(b"\x1b[<0;0;0M"), [at(MouseEventKind::Down(left), u16::MAX, u16::MAX)]);
    assert_eq!(all(b"\x1b[<0;99999999;9999m"), [at(MouseEventKind::Up(left), u16::MAX - 1, 9998)]);
    assert_eq!(all(b"\x1b[<0;5M\x1b[<;;M\x1b[<9999;1;1M\x1b[<-1;2;3M\x1b[<128;1;1M\x1b[<0;1;1;1M"), []);
    assert_eq!(all(b"\x1b[M\x00\x00\x00"), [at(MouseEventKind::Down(left), u16::MAX, u16::MAX)]);
}

#[test]
fn a_paste_is_one_input_and_its_escapes_are_text() {
    assert_eq!(all(b"\x1b[200~q\x1b[A\rq\x1b[201~"), [Input::Paste("q\u{1b}[A\rq".into())]);
    let long = "x".repeat(100_000);
    assert_eq!(all(format!("\x1b[200~{long}\x1b[201~k").as_bytes()), [Input::Paste(long), plain(KeyCode::Char('k'))]);
}

#[test]
fn a_paste_without_end_is_cut_and_let_go() {
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    decoder.feed(b"\x1b[200~", &mut out);
    (0..100).for_each(|_| decoder.feed(&[b'x'; 100_000], &mut out));
    assert!(decoder.paste.as_ref().unwrap().len() < PASTE_LIMIT + 200_000);
    assert_eq!(decoder.waits(), Some(AFTER_PASTE));
    decoder.feed(b"\x1b[20", &mut out);
    decoder.feed(b"1~", &mut out);
    assert!(matches!(out.as_slice(), [Input::Paste(text)] if text.len() == PASTE_LIMIT));
}

#[test]
fn an_escape_is_the_key_only_when_time_has_passed() {
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    decoder.feed(b"\x1b", &mut out);
    assert_eq!((out.len(), decoder.waits()), (0, Some(AFTER_ESC)));
    decoder.expire(&mut out);
    assert_eq!(out, [plain(KeyCode::Esc)]);
    assert_eq!(all(b"\x1b\x1b[A"), [plain(KeyCode::Esc), plain(KeyCode::Up)]);
    assert_eq!(all(b"\x1b["), [key(KeyCode::Char('['), KeyModifiers::ALT)]);
}

#[test]
fn answers_and_noise_are_nothing() {
    assert_eq!(all(b"\x1b[?62;22c\x1b[12;40R\x1b[99~\x1b[5\x1bOz\xff\xc3(\xc2\x80"), [plain(KeyCode::Char('('))]);
    assert_eq!(all(&[b"\x1b[".as_slice(), &[b'1'; 2000]].concat()).len(), 2000 - (SEQUENCE_LIMIT - 2), "and no panic");
}

#[test]
fn any_cut_gives_the_same_inputs() {
    let whole = all(EVERYTHING);
    assert!(whole.len() > 30, "{whole:?}");
    for cut in 0..=EVERYTHING.len() {
        let (left, right) = EVERYTHING.split_at(cut);
        assert_eq!(in_pieces(&[left, right]), whole, "cut at {cut}");
    }
    let bytes: Vec<&[u8]> = EVERYTHING.chunks(1).collect();
    assert_eq!(in_pieces(&bytes), whole, "byte by byte");
}

proptest! {
    #[test]
    fn any_bytes_in_any_pieces_give_the_same_and_never_panic(
        bytes in prop::collection::vec(prop_oneof![Just(ESC), Just(b'['), Just(b'<'), Just(b';'), Just(b'M'), Just(b'~'), b'0'..=b'9', any::<u8>()], 0..600),
        size in 1..40_usize,
    ) {
        let pieces: Vec<&[u8]> = bytes.chunks(size).collect();
        prop_assert_eq!(in_pieces(&pieces), all(&bytes));
    }
}
