//! Writes an instance as DIMACS on standard output, so that any solver can be timed on the same file:
//! `cargo run --release --example instance -- L --bands 500 --units --seed 7 > L.min`.
#![allow(missing_docs)]
mod instances;

use instances::Options;
use mutasi::matching::dimacs::{self, Unnamed};
use std::io::{self, BufWriter};

const USAGE: &str = "instance NAME [--seed S] [--bands B] [--units]";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (mut name, mut options) = (None, Options::default());
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--seed" => options.seed = arguments.next().ok_or(USAGE)?.parse()?,
            "--bands" => options.bands = arguments.next().ok_or(USAGE)?.parse::<u32>()?.max(1).into(),
            "--units" => options.units = true,
            _ => name = Some(argument),
        }
    }
    let known = || format!("{USAGE}, where NAME is one of {}", instances::names().collect::<Vec<_>>().join(" "));
    let problem = name.and_then(|name| instances::named(&name, options)).ok_or_else(known)?;
    dimacs::write(&problem, &Unnamed, 0, &mut BufWriter::with_capacity(1 << 20, io::stdout().lock()))?;
    Ok(())
}
