//! What a terminal sends for a key with a name.

/// The bytes of one key; what is no name is typed.
pub fn bytes(name: &str) -> Vec<u8> {
    let fixed = match name {
        "enter" => "\r",
        "esc" => "\x1b",
        "tab" => "\t",
        "backtab" => "\x1b[Z",
        "up" => "\x1b[A",
        "down" => "\x1b[B",
        "right" => "\x1b[C",
        "left" => "\x1b[D",
        "home" => "\x1b[H",
        "end" => "\x1b[F",
        "insert" => "\x1b[2~",
        "delete" => "\x1b[3~",
        "pageup" => "\x1b[5~",
        "pagedown" => "\x1b[6~",
        "backspace" => "\x7f",
        "space" => " ",
        "f1" => "\x1bOP",
        "f2" => "\x1bOQ",
        "f3" => "\x1bOR",
        "f4" => "\x1bOS",
        "f5" => "\x1b[15~",
        "f6" => "\x1b[17~",
        "f7" => "\x1b[18~",
        "f8" => "\x1b[19~",
        "f9" => "\x1b[20~",
        "f10" => "\x1b[21~",
        "f11" => "\x1b[23~",
        "f12" => "\x1b[24~",
        other => other,
    };
    match (fixed.strip_prefix("ctrl-"), fixed.strip_prefix("alt-")) {
        (Some(letter), _) => letter.bytes().map(|byte| byte & 0x1f).collect(),
        (_, Some(rest)) => [b"\x1b", rest.as_bytes()].concat(),
        _ => fixed.as_bytes().to_vec(),
    }
}
