//! The terminals that there are: poor ones by their `TERM`; tmux, screen and OpenSSH where this machine has them.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::*;

/// What no frame may hold: titles and other strings, questions whose answer would come as keys, modes we do not use, colours of 256
/// and more.
const NEVER: [&str; 12] =
    ["\x1b]", "\x1bP", "\x1b_", "\x1b[6n", "\x1b[c", "\x1b[0c", "\x1b[>", "\x1b[=", "?1003h", "?1015h", "38;", "48;"];

#[test]
fn a_poor_terminal_is_sent_what_it_can_show() {
    let work = Work::new();
    for (term, no_color, is_coloured, is_ascii) in [
        ("xterm-256color", false, true, false),
        ("tmux-256color", false, true, false),
        ("screen", false, true, false),
        ("linux", false, true, true),
        ("linux", true, false, true),
        ("vt100", false, false, true),
        ("vt220", true, false, true),
        ("dumb", true, false, true),
    ] {
        let envs = [("TERM", term), ("NO_COLOR", if no_color { "1" } else { "" })];
        let mut session = open_with(&work, (80, 24), &["--lang", "id"], &envs);
        shows(&mut session, "Capaian 0 %");
        keys(&mut session, "enter down esc");
        for view in ["p", "B", "?", ":"] {
            keys(&mut session, view);
            session.settle();
            keys(&mut session, "esc");
        }
        hold(&mut session, "Agung Wica", "Lurah Gedawa");
        shows(&mut session, "Mengangkat Agung Wicaksana");
        keys(&mut session, "esc");
        shows(&mut session, "dikembalikan");
        session.settle();
        let raw = String::from_utf8_lossy(session.raw()).into_owned();
        for sequence in NEVER {
            assert!(!raw.contains(sequence), "{sequence:?} is sent to {term}");
        }
        assert_eq!(raw.is_ascii(), is_ascii, "{term}\n{}", session.screen_text());
        let cells: Vec<&vt100::Cell> = (0..24)
            .flat_map(|row| (0..80).map(move |col| (row, col)))
            .filter_map(|(row, col)| session.screen().cell(row, col))
            .collect();
        assert!(
            cells.iter().any(|cell| cell.bold()) && cells.iter().any(|cell| cell.inverse()),
            "{term}: what counts stands out"
        );
        let coloured =
            cells.iter().any(|cell| cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default);
        assert_eq!(coloured, is_coloured, "{term}");
        quit(session);
    }
    assert_eq!(work.lines().len(), 0);
}

/// Where a tool is; without it the test says so and is over.
fn tool(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&folders).chain([PathBuf::from("/usr/sbin")]).map(|folder| folder.join(name));
    let found = found.into_iter().find(|path| path.is_file());
    if found.is_none() {
        eprintln!("skipped: there is no {name} here");
    }
    found
}

/// One move by keys, one by mouse; the program then still runs.
fn works(session: &mut Session, work: &Work, has_mouse: bool) {
    let before = work.lines().len();
    shows(session, "Capaian 0 %");
    keys(session, "enter enter");
    shows(session, "Mengangkat Wahyu Prasetya");
    keys(session, "enter");
    shows(session, "Mutasi 1 (");
    if has_mouse {
        keys(session, "esc");
        let at = hold(session, "Agung Wica", "Lurah Gedawa");
        shows(session, "Mengangkat Agung Wicaksana");
        session.release(at.0, at.1);
        shows(session, "Mutasi 2 (");
        keys(session, "u");
    }
    keys(session, "u");
    shows(session, "Mutasi 0 (");
    session.settle();
    assert_eq!(work.lines().len() - before, if has_mouse { 4 } else { 2 });
}

#[test]
fn in_tmux_it_works_and_outlives_its_window() {
    let Some(tmux) = tool("tmux") else { return };
    let (work, folder) = (Work::new(), tempfile::tempdir().unwrap());
    let (socket, settings) = (folder.path().join("s"), folder.path().join("tmux.conf"));
    std::fs::write(&settings, "set -g mouse on\nset -g status off\nset -s escape-time 20\nset -g default-shell /bin/sh\n")
        .unwrap();
    let start = |args: &[&str], size: (u16, u16)| {
        let fixed = ["-u", "-S", socket.to_str().unwrap(), "-f", settings.to_str().unwrap()];
        Session::start(size.0, size.1, tmux.to_str().unwrap(), &[&fixed[..], args].concat(), &[("LANG", "C.UTF-8"), ("TMUX", "")])
    };
    let program = format!("exec '{BINARY}' --lang id open '{}'", work.arg());
    let mut session = start(&["new-session", &program], (140, 40));
    works(&mut session, &work, true);
    // The window is closed, and another one, smaller, opened on the same program.
    keys(&mut session, "enter enter enter");
    shows(&mut session, "Mutasi 1 (");
    session.hang_up();
    session.wait_exit();
    let mut again = start(&["attach"], (80, 24));
    shows(&mut again, "Mutasi 1 (");
    keys(&mut again, "u");
    shows(&mut again, "Mutasi 0 (");
    again.send("q");
    assert_eq!(again.wait_exit().0, 0);
    work.verify();
}

#[test]
fn in_screen_it_works() {
    let Some(screen) = tool("screen") else { return };
    let (work, folder) = (Work::new(), tempfile::tempdir().unwrap());
    let settings = folder.path().join("screenrc");
    std::fs::write(&settings, "startup_message off\nautodetach off\nmaptimeout 20\ndefutf8 on\n").unwrap();
    let root = work.arg();
    let args = ["-U", "-c", settings.to_str().unwrap(), BINARY, "--lang", "id", "open", &root];
    let sockets = folder.path().join("sockets");
    std::fs::create_dir(&sockets).unwrap();
    std::fs::set_permissions(&sockets, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let envs = [("LANG", "C.UTF-8"), ("SCREENDIR", sockets.to_str().unwrap())];
    let mut session = Session::start(140, 40, screen.to_str().unwrap(), &args, &envs);
    works(&mut session, &work, true);
    session.send("q");
    assert_eq!(session.wait_exit().0, 0);
    work.verify();
}

/// A server of OpenSSH of our own, on the loopback.
struct Sshd {
    server: Child,
    port: u16,
    folder: tempfile::TempDir,
}

impl Sshd {
    /// `None` where it does not start here: it wants a folder that only the system makes.
    fn start(sshd: &Path) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        for key in ["host", "own"] {
            let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f", &at(key)]).status().unwrap();
            assert!(made.success());
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let settings = format!(
            "ListenAddress 127.0.0.1:{port}\nHostKey {}\nAuthorizedKeysFile {}\nStrictModes no\nUsePAM no\nPidFile none\nAcceptEnv LANG\n\
             PermitRootLogin yes\nPrintMotd no\nPrintLastLog no\n",
            at("host"),
            at("own.pub")
        );
        std::fs::write(at("sshd_config"), settings).unwrap();
        let tried = Command::new(sshd).args(["-t", "-f", &at("sshd_config")]).output().unwrap();
        if !tried.status.success() {
            eprintln!("skipped: sshd says {}", said(&tried.stderr));
            return None;
        }
        let mut server = Command::new(sshd);
        server.args(["-D", "-e", "-f", &at("sshd_config")]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        Some(Self { server: server.spawn().unwrap(), port, folder })
    }

    /// A client that runs a command there.
    fn run(&self, command: &str) -> Session {
        let key = self.folder.path().join("own");
        let port = self.port.to_string();
        let args = [
            "-tt",
            "-F",
            "none",
            "-p",
            &port,
            "-i",
            key.to_str().unwrap(),
            "-o",
            "BatchMode=yes",
            "-o",
            "StrictHostKeyChecking=no",
            "-o",
            "UserKnownHostsFile=/dev/null",
            "-o",
            "LogLevel=ERROR",
            "-o",
            "SendEnv=LANG",
            "-o",
            "ConnectionAttempts=20",
            "127.0.0.1",
            command,
        ];
        Session::start(140, 40, "ssh", &args, &[("LANG", "C.UTF-8")])
    }
}

impl Drop for Sshd {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[test]
fn over_openssh_it_works_and_a_lost_line_loses_nothing_saved() {
    let (Some(sshd), Some(_), Some(_)) = (tool("sshd"), tool("ssh"), tool("ssh-keygen")) else { return };
    let Some(server) = Sshd::start(&sshd) else { return };
    let work = Work::new();
    let program = format!("exec '{BINARY}' --lang id open '{}'", work.arg());
    let mut session = server.run(&program);
    works(&mut session, &work, true);
    session.send("q");
    assert_eq!(session.wait_exit().0, 0);
    assert!(given_back(session.screen()), "{}", session.screen_text());
    // The line is cut in the middle of a drag.
    let mut session = server.run(&program);
    shows(&mut session, "Capaian 0 %");
    keys(&mut session, "enter enter enter");
    shows(&mut session, "Mutasi 1 (");
    keys(&mut session, "esc");
    hold(&mut session, "Agung Wica", "Lurah Gedawa");
    shows(&mut session, "Mengangkat Agung Wicaksana");
    session.signal(Signal::KILL);
    session.wait_exit();
    // The program there is gone: the plan is free.
    let mut again = server.run(&program);
    shows(&mut again, "Mutasi 1 (");
    shows_no_more(&mut again, "hanya baca");
    again.send("q");
    assert_eq!(again.wait_exit().0, 0);
    assert_eq!(work.lines().len(), 5);
    work.verify();
}

/// A program that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Whether the journal comes to have so many lines within a time.
fn comes_to(work: &Work, lines: usize, patience: Duration) -> bool {
    let start = std::time::Instant::now();
    while work.lines().len() < lines && start.elapsed() < patience {
        std::thread::sleep(Duration::from_millis(10));
    }
    work.lines().len() == lines
}

#[test]
fn in_xterm_a_real_mouse_drags() {
    let (Some(server), Some(xterm), Some(_)) = (tool("Xvfb"), tool("xterm"), tool("xdotool")) else { return };
    let work = Work::new();
    // The server tells its number once it can be asked.
    let mut server = Command::new(server);
    server.args(["-displayfd", "1", "-screen", "0", "1400x900x24"]).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut server = Running(server.spawn().unwrap());
    let mut number = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(server.0.stdout.take().unwrap()), &mut number).unwrap();
    let display = format!(":{}", number.trim());
    let mut terminal = Command::new(xterm);
    terminal.args(["-u8", "-fn", "fixed", "-geometry", "140x40+0+0", "-e", BINARY, "--lang", "id", "open", &work.arg()]);
    terminal.env("DISPLAY", &display).env("LANG", "C.UTF-8").stderr(Stdio::null());
    let mut terminal = Running(terminal.spawn().unwrap());
    let act = |args: &[&str]| {
        let done = Command::new("xdotool").args(args).env("DISPLAY", &display).output().unwrap();
        assert!(done.status.success(), "{args:?}: {}", said(&done.stderr));
        said(&done.stdout)
    };
    let window = act(&["search", "--sync", "--onlyvisible", "--class", "xterm"]).lines().last().unwrap().to_owned();
    act(&["windowfocus", "--sync", &window]);
    // By keys, and back. What is typed before the program listens is lost: so once more until it is there.
    let drops = |_| {
        act(&["key", "Return"]);
        comes_to(&work, 1, Duration::from_millis(400))
    };
    assert!((0..30).any(drops), "nobody was dropped");
    act(&["key", "u"]);
    let long = Duration::from_secs(10);
    assert!(comes_to(&work, 2, long));
    // By mouse: from the first of Pegawai onto the fourth vacancy.
    let shape = act(&["getwindowgeometry", "--shell", &window]);
    let of = |name: &str| shape.lines().find_map(|line| line.strip_prefix(name)?.parse::<u32>().ok()).unwrap();
    let (wide, high) = (of("WIDTH=") / 140, of("HEIGHT=") / 40);
    let to = |col: u32, row: u32| {
        let (x, y) = ((col * wide + wide / 2).to_string(), (row * high + high / 2).to_string());
        act(&["mousemove", "--window", &window, "--sync", &x, &y]);
    };
    to(8, 3);
    act(&["mousedown", "1"]);
    for (col, row) in [(10, 3), (50, 5), (50, 6)] {
        to(col, row);
    }
    act(&["mouseup", "1"]);
    assert!(comes_to(&work, 3, long));
    assert!(work.lines()[2].contains(sample_work::nip("Agung Wicaksana")), "{}", work.lines()[2]);
    act(&["key", "q"]);
    assert!(terminal.0.wait().unwrap().success());
    work.verify();
}
