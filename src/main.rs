//! The `mutasi` command: arguments, one command, exit status.
use std::process::ExitCode;

fn main() -> ExitCode {
    mutasi::cli::main()
}
