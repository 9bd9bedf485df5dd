//! The edition files that the vectors are of, `conformance/editions/*.dijia`, are what their folders are packed to.

use std::path::{Path, PathBuf};

/// Where the folders are: those made for the vectors, and the notices that tests here read.
fn folders() -> [PathBuf; 2] {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    [here.join("../../conformance/editions"), here.join("tests/editions")]
}

#[test]
fn edition_files_of_the_vectors_are_their_folders_packed() {
    let folders = folders();
    let [own, _] = &folders;
    let mut packed = 0;
    for entry in own.read_dir().expect("the folder of the edition files") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            let file = path.with_extension("dijia");
            assert!(file.exists(), "dijia-tables pack {} -o {}", path.display(), file.display());
            continue;
        }
        let name = path.file_stem().expect("a name");
        let folder = folders.iter().map(|folder| folder.join(name)).find(|folder| folder.is_dir());
        let folder = folder.unwrap_or_else(|| panic!("{}: no folder is packed to it", path.display()));
        let tables = dijia_tables::read(&folder).unwrap_or_else(|faults| panic!("{}:\n{faults}", folder.display()));
        let bytes = std::fs::read(&path).expect("an edition file");
        let is_same = tables.pack() == bytes;
        assert!(is_same, "{0} is another: dijia-tables pack {1} -o {0}", path.display(), folder.display());
        packed += 1;
    }
    assert!(packed >= 12, "{packed}");
}
