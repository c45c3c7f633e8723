//! What `mutasi edit` can be asked for.
use super::{OfPlan, nip, position};
use crate::model::{DocumentKind, Nip, PositionId};
use clap::{Args, Subcommand};
use jiff::civil::Date;

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").required(true))]
pub struct LockOf {
    /// A level: 5 JPT, 4 administrator, 3 pengawas, 2 JF Pertama, 1 pelaksana
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=5), group = "what")]
    pub level: Option<u8>,
    /// A unit, with those below it
    #[arg(long, value_name = "UNOR ID", group = "what")]
    pub unit: Option<String>,
}

#[derive(Debug, Args)]
pub struct Edit {
    #[command(flatten)]
    pub of: OfPlan,
    #[command(subcommand)]
    pub action: Action,
}

#[derive(Debug, Subcommand)]
pub enum Action {
    /// Propose a move (usulkan)
    Propose(Pair),
    /// Take a proposal back (tarik usulan)
    Withdraw(Person),
    /// Fix someone on a post, or where the plan has the person now (sematkan)
    Pin {
        /// Who
        #[arg(value_parser = nip)]
        nip: Nip,
        /// Where
        #[arg(value_parser = position)]
        id: Option<PositionId>,
    },
    /// Take a pin away (lepas sematan)
    Unpin(Person),
    /// Fix everyone of a level or unit where the plan has them (kunci jenjang, lindungi unit)
    Lock(LockOf),
    /// Free them again (buka kunci)
    Unlock(LockOf),
    /// Never this pair (kecualikan)
    Ban(Pair),
    /// Take a ban away (cabut pengecualian)
    Unban {
        /// Who
        #[arg(value_parser = nip)]
        nip: Nip,
        /// Where (default: all of this person's bans)
        #[arg(value_parser = position)]
        id: Option<PositionId>,
    },
    /// Record an official's permission (catat pengecualian ketentuan)
    Override {
        #[command(flatten)]
        pair: Pair,
        /// The rule, such as R05
        #[arg(long)]
        rule: String,
        /// Number of the document
        #[arg(long, value_name = "NO")]
        document: String,
        /// Date of the document
        #[arg(long, value_name = "D")]
        date: Date,
        /// The official who signed
        #[arg(long, value_name = "NAME")]
        official: String,
        /// Why
        #[arg(long, value_name = "T")]
        reason: String,
    },
    /// Record a document of the process: minutes, pertek, decree, report (catat dokumen)
    Record {
        /// minutes (berita-acara), pertek, decree (sk) or report (laporan)
        #[arg(value_parser = document)]
        document: DocumentKind,
        /// Its number
        #[arg(long, value_name = "NO")]
        number: String,
        /// Its date
        #[arg(long, value_name = "D")]
        date: Date,
        /// Who signed it
        #[arg(long, value_name = "NAME")]
        official: Option<String>,
    },
    /// Take note that a structural post stays empty (ketahui jabatan yang kosong)
    Acknowledge {
        /// The post: UNOR ID/JABATAN ID
        #[arg(value_parser = position)]
        id: PositionId,
        /// Why it may
        text: String,
    },
    /// State the reason for someone's move or stay (tulis alasan)
    Reason {
        /// Whose
        #[arg(value_parser = nip)]
        nip: Nip,
        /// The words
        text: String,
    },
    /// Another effective date of the plan (geser TMT)
    Tmt {
        /// The day, such as 2027-03-01
        date: Date,
    },
    /// Take back the last decision (urungkan)
    Undo,
    /// Let it count again (ulangi)
    Redo,
}

#[derive(Debug, Args)]
pub struct Person {
    /// Who
    #[arg(value_parser = nip)]
    pub nip: Nip,
}

#[derive(Debug, Args)]
pub struct Pair {
    /// Who
    #[arg(value_parser = nip)]
    pub nip: Nip,
    /// Where: UNOR ID/JABATAN ID
    #[arg(value_parser = position)]
    pub id: PositionId,
}

fn document(text: &str) -> Result<DocumentKind, String> {
    let names = || DocumentKind::ALL.map(DocumentKind::name).join(", ");
    DocumentKind::parse(text).ok_or_else(|| format!("expected one of {}", names()))
}
