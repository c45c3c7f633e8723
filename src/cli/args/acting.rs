//! What `mutasi acting` can be asked for.
use super::OfPlan;
use super::edit::Pair;
use clap::{Args, Subcommand};
use jiff::civil::Date;

#[derive(Debug, Args)]
pub struct Acting {
    #[command(flatten)]
    pub of: OfPlan,
    #[command(subcommand)]
    pub action: ActingAction,
}

#[derive(Debug, Subcommand)]
pub enum ActingAction {
    /// Appoint somebody to act on a vacant post (tunjuk Plt)
    Appoint {
        #[command(flatten)]
        pair: Pair,
        /// The first day
        #[arg(long, value_name = "DATE")]
        from: Date,
        /// The last day
        #[arg(long, value_name = "DATE")]
        until: Date,
        /// Number of the letter
        #[arg(long, value_name = "NO")]
        letter: String,
    },
    /// End an appointment (akhiri Plt)
    End {
        #[command(flatten)]
        pair: Pair,
        /// The last day
        #[arg(long, value_name = "DATE")]
        on: Date,
    },
    /// Everyone who acts (daftar Plt)
    List,
}
