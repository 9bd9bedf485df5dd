//! What the C library is made of, as a bill of materials in CycloneDX; each wheel carries its own.

use std::path::Path;

use super::{offline, source};
use crate::failure::Outcome;
use crate::tool::Tool;

const CARGO_CYCLONEDX: Tool =
    Tool { name: "cargo-cyclonedx", version: "0.5.9", options: "--debug", wheel: None, ask: "cyclonedx --version" };

pub fn make(to: &Path) -> Outcome {
    // Where nothing but the library is, nothing has features that others want.
    let folder = source::work("bill");
    offline::fill(&folder)?;
    let name = format!("libdijia-{}.cdx", env!("CARGO_PKG_VERSION"));
    let tool = CARGO_CYCLONEDX.program()?.args("cyclonedx --format json --spec-version 1.5 --no-build-deps");
    let tool = tool.args("--no-default-features --override-filename").arg(&name).arg("--manifest-path");
    tool.arg(folder.join("bindings/c/Cargo.toml")).run()?;
    super::into(&folder.join("bindings/c").join(name).with_extension("cdx.json"), to)
}
