//! Archives that are the same whenever and by whomever they are made: files in order, of one time and of nobody.

use std::path::Path;

use super::source;
use crate::failure::{Outcome, ensure};
use crate::program::Program;

/// The folder of that name within another, as a `.tar.gz`.
pub fn tar(within: &Path, name: &str, to: &Path) -> Outcome {
    let tar = Program::new("tar").args("--create --sort=name --owner=0 --group=0 --numeric-owner --format=ustar");
    let tar = tar.args("--mode=u=rwX,go=rX").arg(format!("--mtime=@{}", source::time()?));
    tar.arg("--use-compress-program=gzip -n -9").arg("-C").arg(within).arg("--file").arg(to).arg(name).run()
}

/// The same as a `.zip`, which Windows opens by itself.
pub fn zip(within: &Path, name: &str, to: &Path) -> Outcome {
    const PROGRAM: &str = "\
import sys, time, zipfile
from pathlib import Path
within, name, to, seconds = sys.argv[1:]
date = time.gmtime(int(seconds))[:6]
with zipfile.ZipFile(to, 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    for path in sorted(path for path in Path(within, name).rglob('*') if path.is_file()):
        entry = zipfile.ZipInfo(path.relative_to(within).as_posix(), date)
        entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o100644 << 16
        archive.writestr(entry, path.read_bytes())
";
    let printed = Program::new("python3").arg("-c").arg(PROGRAM).arg(within).arg(name).arg(to).arg(source::time()?);
    let printed = printed.capture()?;
    ensure(printed.status.success(), || printed.stderr)
}
