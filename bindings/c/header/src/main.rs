//! Prints `include/dijia.h`, made from the source of `bindings/c` by cbindgen. `cargo xtask header` writes it.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let header = match generate(&crate_folder) {
        Ok(header) => header,
        Err(what) => {
            eprintln!("error: {what}");
            return ExitCode::FAILURE;
        }
    };
    match std::io::stdout().write_all(&header) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn generate(crate_folder: &Path) -> Result<Vec<u8>, String> {
    let config = cbindgen::Config::from_file(crate_folder.join("header/cbindgen.toml"))?;
    let bindings = cbindgen::Builder::new()
        .with_config(config)
        .with_crate(crate_folder)
        .generate()
        .map_err(|error| error.to_string())?;
    // A byte order mark tells every compiler that the comments are UTF-8, whatever the code page of its system.
    let mut header = "\u{feff}".as_bytes().to_vec();
    bindings.write(&mut header);
    Ok(header)
}
