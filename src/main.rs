//! stand-in
fn main() -> anyhow::Result<()> {
    let dir = std::env::args().nth(1).unwrap_or_default();
    let lang = if std::env::args().nth(2).as_deref() == Some("en") { mutasi::text::Lang::En } else { mutasi::text::Lang::Id };
    mutasi::runtime::open(std::path::Path::new(&dir), "utama", false, lang, false)
}
