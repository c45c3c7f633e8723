//! The command line.
mod acting;
mod edit;
mod workload;

pub use acting::{Acting, ActingAction};
pub use edit::{Action, Edit, LockOf};
pub use workload::{Programme, Workload, WorkloadAction};

use crate::app::look::{Symbols, ThemeName};
use crate::desk::fill::{MOST_MOVES, USUAL_MOVES};
use crate::model::{Kind, Nip, PositionId};
use crate::runtime::Face;
use crate::store::import::DateOrder;
use crate::store::workspace::DEFAULT_PLAN;
use crate::text::Lang;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// Transfer planning of Indonesian civil servants: score, judge, match, plan.
///
/// Perencanaan mutasi ASN. Without a command: opens the workspace in the current folder, or else a
/// throw-away copy of the Banyumanik sample.
#[derive(Debug, Parser)]
#[command(name = "mutasi", version, after_help = STATUS)]
pub struct Cli {
    /// Language of messages (default: English where LANG says so, else Indonesian)
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Language>,
    #[command(flatten)]
    pub screen: Screen,
    #[command(subcommand)]
    pub command: Option<Command>,
}

const STATUS: &str = "Exit status: 0 done and clean; 1 done, and what was checked does not hold; 2 unusable arguments or data.";

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Language {
    /// Bahasa Indonesia
    Id,
    /// English
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Id => Self::Id,
            Language::En => Self::En,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Open a workspace in the terminal interface (buka)
    Open(Open),
    /// Make a workspace: empty, the sample, or a synthetic one (baru)
    New(New),
    /// Import CSV files (impor)
    Import(Import),
    /// Data quality, and every rule on the plan (periksa)
    Check(Check),
    /// One score with its factors and verdicts (nilai)
    Score(Score),
    /// Best posts for a person, or people for a post, by score (peringkat)
    Rank(Rank),
    /// Compose the best plan and record it (susun rencana terbaik)
    Plan(Plan),
    /// What the last import made of a plan's decisions (tinjau ulang)
    Review(Read),
    /// Who acts on a vacant post: appoint, end, list (Plt, Plh)
    Acting(Acting),
    /// Programmes that take hours and raise the need (beban kerja)
    Workload(Workload),
    /// Fill a vacant post by the best chain of moves, recorded as one decision (isi jabatan)
    Fill(Fill),
    /// How evenly the shortage lies on the units: today, under the plan, under the best one (pemerataan)
    Spread(Read),
    /// Why candidates for a post or unit are few, and from when on there are more (sebab calon sedikit)
    Pool(Pool),
    /// What every pin, lock, ban and permission costs the best plan (harga sematan dan izin)
    Price(Price),
    /// The matching problem as a DIMACS minimum-cost flow
    Problem(OfPlan),
    /// Solve a DIMACS minimum-cost flow of the shape that `problem` writes (selesaikan)
    Solve(Solve),
    /// Change a plan by hand (ubah)
    Edit(Edit),
    /// The journal of a plan (riwayat perubahan)
    Log(Read),
    /// Check journal and certificates again (verifikasi)
    Verify(Read),
}

#[derive(Debug, Args)]
pub struct OfPlan {
    /// The workspace
    pub dir: PathBuf,
    /// The plan
    #[arg(long, value_name = "NAME", default_value = DEFAULT_PLAN)]
    pub plan: String,
}

#[derive(Debug, Args)]
pub struct Read {
    #[command(flatten)]
    pub of: OfPlan,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub of: OfPlan,
    /// Under that rule pack (A+B: B laid over A); given twice: side by side, what differs first (paket ketentuan)
    #[arg(long, value_name = "PACK")]
    pub rules: Vec<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Open {
    #[command(flatten)]
    pub of: OfPlan,
    /// Change nothing
    #[arg(long)]
    pub read_only: bool,
    #[command(flatten)]
    pub screen: Screen,
}

/// How the terminal interface looks and listens.
#[derive(Clone, Debug, Default, Args)]
pub struct Screen {
    /// Draw ASCII only: --symbols ascii
    #[arg(long, conflicts_with = "symbols")]
    pub ascii: bool,
    /// Signs: unicode, wgl4 (fonts of Windows, as in PuTTY) or ascii (default: by what the terminal says it can)
    #[arg(long, value_name = "NAME", value_parser = symbols)]
    pub symbols: Option<Symbols>,
    /// Start with the mouse off (F8 turns it on)
    #[arg(long)]
    pub no_mouse: bool,
    /// Colours: dark, light, contrast or mono (default: by what the terminal says it can)
    #[arg(long, value_name = "NAME", value_parser = theme)]
    pub theme: Option<ThemeName>,
    /// Tell bytes and times on stderr at the end
    #[arg(long)]
    pub stats: bool,
    /// Lines of text instead of a screen (sebagai baris teks)
    #[arg(long, conflicts_with_all = ["ascii", "symbols", "no_mouse", "theme", "stats"])]
    pub plain: bool,
}

impl Screen {
    /// Both together: the options may stand before and after `open`.
    pub fn and(&self, other: &Self) -> Self {
        Self {
            ascii: self.ascii || other.ascii,
            symbols: self.symbols.or(other.symbols),
            no_mouse: self.no_mouse || other.no_mouse,
            theme: self.theme.or(other.theme),
            stats: self.stats || other.stats,
            plain: self.plain || other.plain,
        }
    }

    /// For the loop.
    pub fn face(&self) -> Face {
        let symbols = self.symbols.or(self.ascii.then_some(Symbols::Ascii));
        Face { symbols, mouse: !self.no_mouse, theme: self.theme, stats: self.stats }
    }

    /// Whether nothing was asked for.
    pub fn is_default(&self) -> bool {
        !self.plain && self.face() == Self::default().face()
    }
}

#[derive(Debug, Args)]
pub struct New {
    /// The folder to make
    pub dir: PathBuf,
    /// Fill it with a sample
    #[arg(long, value_enum, conflicts_with = "employees")]
    pub sample: Option<Sample>,
    /// Fill it with that many invented people
    #[arg(long, value_name = "N", requires = "seed", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub employees: Option<u32>,
    /// The same seed invents the same people
    #[arg(long, value_name = "S", requires = "employees")]
    pub seed: Option<u64>,
    /// Effective date (default: the first day of the month after next)
    #[arg(long, value_name = "DATE")]
    pub tmt: Option<Date>,
    /// The day that counts as today (default: today)
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// Title of the plan
    #[arg(long, value_name = "T")]
    pub title: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Sample {
    /// Kecamatan Banyumanik, Kota Semarang; all people invented
    Banyumanik,
}

#[derive(Debug, Args)]
pub struct Import {
    /// The workspace
    pub dir: PathBuf,
    /// CSV files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What the files are, in English or Indonesian (default: told by the header)
    #[arg(long = "as", value_name = "KIND", value_parser = kind)]
    pub as_kind: Option<Kind>,
    /// Add to what was imported, instead of replacing it
    #[arg(long)]
    pub append: bool,
    /// Read and report; write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// How to read dates that no column decides: dmy or mdy
    #[arg(long, value_name = "ORDER", value_parser = date_order)]
    pub date_order: Option<DateOrder>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Score {
    #[command(flatten)]
    pub of: OfPlan,
    /// Whose
    #[arg(long, value_name = "NIP", value_parser = nip)]
    pub employee: Nip,
    /// Where: UNOR ID/JABATAN ID
    #[arg(long, value_name = "ID", value_parser = position)]
    pub position: PositionId,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("whom").required(true))]
pub struct Rank {
    #[command(flatten)]
    pub of: OfPlan,
    /// Best posts for this person
    #[arg(long, value_name = "NIP", value_parser = nip, group = "whom")]
    pub employee: Option<Nip>,
    /// Best people for this post
    #[arg(long, value_name = "ID", value_parser = position, group = "whom")]
    pub position: Option<PositionId>,
    /// How many
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub top: usize,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("where").required(true))]
pub struct Pool {
    #[command(flatten)]
    pub of: OfPlan,
    /// Of this post
    #[arg(long, value_name = "ID", value_parser = position, group = "where")]
    pub position: Option<PositionId>,
    /// Of this unit: lawful at any of its posts
    #[arg(long, value_name = "UNOR ID", group = "where")]
    pub unit: Option<String>,
    /// How many months ahead to look for a date from which somebody is lawful
    #[arg(long, value_name = "N", default_value_t = 24, value_parser = clap::value_parser!(u16).range(0..=120))]
    pub months: u16,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Fill {
    #[command(flatten)]
    pub of: OfPlan,
    /// The vacant post: UNOR ID/JABATAN ID
    #[arg(long, value_name = "ID", value_parser = position)]
    pub position: PositionId,
    /// At most that many moves (1 to 9)
    #[arg(long, value_name = "N", default_value_t = USUAL_MOVES, value_parser = moves)]
    pub depth: usize,
    /// Only show the chains; record nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Price {
    #[command(flatten)]
    pub of: OfPlan,
    /// For each also the best plan without it: who would sit elsewhere, and its figures
    #[arg(long)]
    pub displaced: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Plan {
    #[command(flatten)]
    pub of: OfPlan,
    /// At most that many moves
    #[arg(long, value_name = "N")]
    pub max_moves: Option<usize>,
    /// Print the prices that prove it, too
    #[arg(long)]
    pub prices: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Solve {
    /// The file; - reads standard input
    pub file: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

fn moves(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|number| (1..=MOST_MOVES).contains(number));
    number.ok_or_else(|| format!("a number from 1 to {MOST_MOVES}"))
}

fn nip(text: &str) -> Result<Nip, String> {
    Nip::parse(text).map_err(|error| format!("a NIP has 18 digits: {error}"))
}

fn position(text: &str) -> Result<PositionId, String> {
    PositionId::parse(text).ok_or_else(|| "expected UNOR ID/JABATAN ID".to_owned())
}

fn symbols(text: &str) -> Result<Symbols, String> {
    Symbols::named(text).ok_or_else(|| format!("expected one of {}", Symbols::ALL.map(Symbols::name).join(", ")))
}

fn theme(text: &str) -> Result<ThemeName, String> {
    ThemeName::named(text).ok_or_else(|| format!("expected one of {}", ThemeName::ALL.map(ThemeName::name).join(", ")))
}

fn kind(text: &str) -> Result<Kind, String> {
    let names = || Kind::ALL.map(|kind| format!("{} ({})", kind.name(), kind.indonesian()[0])).join(", ");
    Kind::parse(text).ok_or_else(|| format!("expected one of {}", names()))
}

fn date_order(text: &str) -> Result<DateOrder, String> {
    DateOrder::parse(text).ok_or_else(|| "expected dmy or mdy".to_owned())
}
