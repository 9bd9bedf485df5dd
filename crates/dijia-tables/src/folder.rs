use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use crate::fault::{At, Faults, fault};

/// The files of an edition by name, read from a folder or brought by a program.
#[derive(Debug)]
pub(crate) struct Folder {
    /// The name of the edition.
    pub(crate) name: String,
    /// What the name of a file follows in errors.
    prefix: String,
    files: BTreeMap<String, io::Result<Vec<u8>>>,
    /// Why there are no files.
    unreadable: Option<io::Error>,
}

impl Folder {
    /// The tables in a folder, whose name is that of the edition.
    pub(crate) fn open(folder: &Path) -> Self {
        // The name of a folder that is given as `.` is that of what it stands for.
        let name = folder
            .file_name()
            .map(ToOwned::to_owned)
            .or_else(|| fs::canonicalize(folder).ok()?.file_name().map(ToOwned::to_owned));
        let name = name.unwrap_or_default().to_string_lossy().into_owned();
        let prefix = folder.join("").to_string_lossy().into_owned();
        let mut files = BTreeMap::new();
        let unreadable = fs::read_dir(folder)
            .and_then(|entries| {
                for entry in entries {
                    let path = entry?.path();
                    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv")) {
                        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                        files.insert(name, fs::read(&path));
                    }
                }
                Ok(())
            })
            .err();
        Self { name, prefix, files, unreadable }
    }

    /// Tables that are in no folder.
    pub(crate) fn of(name: &str, files: BTreeMap<String, Vec<u8>>) -> Self {
        let files = files.into_iter().map(|(name, bytes)| (name, Ok(bytes))).collect();
        Self { name: name.to_owned(), prefix: String::new(), files, unreadable: None }
    }

    pub(crate) fn has(&self, file: &str) -> bool {
        self.files.contains_key(file)
    }

    /// The bytes of all files.
    pub(crate) fn size(&self) -> usize {
        self.files.values().flatten().map(Vec::len).sum()
    }

    /// The names of the tables.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The bytes of a file, and its number among the faults. Faults of what is missing are told where it is needed.
    pub(crate) fn read(&self, file: &str, faults: &Faults) -> (usize, Option<&[u8]>) {
        let number = faults.file(format!("{}{file}", self.prefix));
        let at = At { file: number, line: 1, column: 1 };
        let error = match (self.files.get(file), &self.unreadable) {
            (Some(Ok(bytes)), _) => return (number, Some(bytes)),
            (Some(Err(error)), _) | (None, Some(error)) => error,
            (None, None) => {
                faults.add(at, fault!("there is no such file", "没有这个文件"));
                return (number, None);
            }
        };
        faults.add(at, fault!("cannot be read: {error}", "无法读取：{error}"));
        (number, None)
    }
}
