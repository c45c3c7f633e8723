//! A line, understood: the first word says what is asked, in Indonesian or English.
use crate::text::Lang;

/// What a line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    /// Employees a search finds.
    People(String),
    /// Vacant structural posts.
    Vacancies(String),
    /// Posts a search finds.
    Posts(String),
    /// The proposals.
    Proposals,
    /// Who would suit a post.
    Candidates(String),
    /// Pick somebody up: a number of the last list, a name or a NIP.
    PickUp(String),
    /// Where the one picked up could go.
    Targets(String),
    /// The scores and verdicts of the one picked up on a post.
    Why(String),
    /// Let go there.
    Drop(String),
    /// Change nothing after all.
    PutBack,
    /// Take a proposal back.
    Withdraw(String),
    /// State a reason.
    Reason(String, String),
    /// The figures of the plan.
    Figures,
    /// Compose the best plan, with at most so many moves.
    Compose(Option<usize>),
    /// Take the core's plan.
    Accept,
    /// Leave it.
    Discard,
    Undo,
    Redo,
    Journal,
    /// Names hidden or shown.
    Mask,
    Language(Lang),
    Help,
    Quit,
}

/// Reads a line; none where it is empty.
///
/// # Errors
/// The word that is no command.
pub(super) fn read(line: &str) -> Result<Option<Ask>, String> {
    let line = line.trim();
    let (word, rest) = line.split_once(char::is_whitespace).map_or((line, ""), |(word, rest)| (word, rest.trim()));
    let rest = rest.to_owned();
    Ok(Some(match word.to_lowercase().as_str() {
        "" => return Ok(None),
        "pegawai" | "people" => Ask::People(rest),
        "lowong" | "vacancies" => Ask::Vacancies(rest),
        "jabatan" | "posts" => Ask::Posts(rest),
        "usulan" | "proposals" => Ask::Proposals,
        "calon" | "candidates" => Ask::Candidates(rest),
        "angkat" | "pick" => Ask::PickUp(rest),
        "tujuan" | "targets" => Ask::Targets(rest),
        "mengapa" | "why" => Ask::Why(rest),
        "letakkan" | "drop" => Ask::Drop(rest),
        "kembalikan" | "back" => Ask::PutBack,
        "batalkan" | "withdraw" => Ask::Withdraw(rest),
        "alasan" | "reason" => {
            let (which, text) = rest.split_once(char::is_whitespace).unwrap_or((rest.as_str(), ""));
            Ask::Reason(which.to_owned(), text.trim().to_owned())
        }
        "angka" | "figures" => Ask::Figures,
        "susun" | "compose" if rest.is_empty() => Ask::Compose(None),
        "susun" | "compose" => Ask::Compose(Some(rest.parse().map_err(|_| line.to_owned())?)),
        "terima" | "accept" => Ask::Accept,
        "tolak" | "discard" => Ask::Discard,
        "urungkan" | "undo" => Ask::Undo,
        "ulangi" | "redo" => Ask::Redo,
        "riwayat" | "journal" => Ask::Journal,
        "samarkan" | "mask" => Ask::Mask,
        "indonesia" => Ask::Language(Lang::Id),
        "english" => Ask::Language(Lang::En),
        "bantuan" | "help" | "?" => Ask::Help,
        "keluar" | "quit" | "q" => Ask::Quit,
        _ => return Err(word.to_owned()),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same() {
        for (id, en) in [
            ("pegawai budi", "people budi"),
            ("LETAKKAN 3", "drop 3"),
            ("alasan 2 dekat  rumah", "reason 2 dekat  rumah"),
            ("susun 10", "compose 10"),
            ("keluar", "quit"),
        ] {
            assert_eq!(read(id), read(en));
        }
        assert_eq!(read("alasan 2 dekat  rumah"), Ok(Some(Ask::Reason("2".into(), "dekat  rumah".into()))));
        assert_eq!(read("  \t "), Ok(None));
        assert_eq!(read("susun banyak"), Err("susun banyak".to_owned()));
        assert_eq!(read("terbang 1"), Err("terbang".to_owned()));
    }
}
