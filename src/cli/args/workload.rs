//! What `mutasi workload` can be asked for.
use super::OfPlan;
use clap::{Args, Subcommand};
use jiff::civil::Date;

#[derive(Debug, Args)]
pub struct Workload {
    #[command(flatten)]
    pub of: OfPlan,
    #[command(subcommand)]
    pub action: WorkloadAction,
}

#[derive(Debug, Args)]
pub struct Programme {
    /// The unit
    #[arg(long, value_name = "UNOR ID")]
    pub unit: String,
    /// The jabatan whose need it raises (default: the unit as a whole, whose demand it raises)
    #[arg(long, value_name = "JABATAN ID")]
    pub jabatan: Option<String>,
    /// The programme
    #[arg(long, value_name = "T")]
    pub programme: String,
}

#[derive(Debug, Subcommand)]
pub enum WorkloadAction {
    /// Write down a programme that takes hours (catat program)
    Add {
        #[command(flatten)]
        programme: Programme,
        /// From when
        #[arg(long, value_name = "DATE")]
        from: Date,
        /// Hours a year
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(i32).range(1..=10_000_000))]
        hours: i32,
    },
    /// Take a programme away, imported or written down (hapus program)
    Remove(Programme),
    /// Every programme, and what it adds to the need (daftar program)
    List,
}
