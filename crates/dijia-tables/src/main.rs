//! `dijia-tables`: checks the folder of an edition, packs it into an edition file, and tells what differs between two.

mod difference;

use std::fmt::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use dijia_core::{Edition, Language};
use dijia_tables::{EditionTables, TableErrors, read};

const USAGE: &str = "\
usage: dijia-tables check FOLDER...
       dijia-tables pack FOLDER [-o FILE]
       dijia-tables difference BEFORE AFTER

check       reads the folder of an edition and tells everything that does not hold together, and warns of what looks wrong
pack        the same, and writes the edition file, NAME.dijia where no other is named
difference  writes every price that differs between two editions, folders or edition files, as CSV

--chinese, --english  the language of what is told; that of LC_ALL, LC_MESSAGES or LANG where neither is given";

const USAGE_CHINESE: &str = "\
用法：dijia-tables check 文件夹...
      dijia-tables pack 文件夹 [-o 文件]
      dijia-tables difference 前版 后版

check       读取版本文件夹，报告所有不一致之处，并提示可疑之处
pack        同上，并写出地价文件；未指定文件名时为“名称.dijia”
difference  比较两个版本（文件夹或地价文件），以CSV列出所有不同的地价

--chinese, --english  提示语言；未指定时取LC_ALL、LC_MESSAGES或LANG";

fn main() -> ExitCode {
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    let language = language(&mut arguments);
    match Command::parse(&arguments) {
        Some(Command::Help) => {
            println!("{}", pick(language, USAGE_CHINESE, USAGE));
            ExitCode::SUCCESS
        }
        Some(Command::Check(folders)) => {
            // Every folder is told of, whatever is wrong in another.
            let wrong = folders.iter().filter(|folder| packed(folder, language).is_none()).count();
            if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Some(Command::Pack { folder, file }) => match packed(&folder, language) {
            Some((name, bytes)) => write(&file.unwrap_or_else(|| format!("{name}.dijia").into()), &bytes, language),
            None => ExitCode::FAILURE,
        },
        Some(Command::Difference { before, after }) => {
            // What is wrong in the one is told of beside what is wrong in the other.
            match (loaded(&before, language), loaded(&after, language)) {
                (Some(before), Some(after)) => difference::print(&before, &after, language),
                _ => ExitCode::FAILURE,
            }
        }
        None => {
            eprintln!("{}", pick(language, USAGE_CHINESE, USAGE));
            ExitCode::from(2)
        }
    }
}

enum Command {
    Help,
    Check(Vec<PathBuf>),
    Pack { folder: PathBuf, file: Option<PathBuf> },
    Difference { before: PathBuf, after: PathBuf },
}

impl Command {
    fn parse(arguments: &[String]) -> Option<Self> {
        if arguments.iter().any(|argument| matches!(argument.as_str(), "-h" | "--help")) {
            return Some(Self::Help);
        }
        let (command, rest) = arguments.split_first()?;
        let is_option = |argument: &&String| argument.starts_with('-');
        match (command.as_str(), rest) {
            ("check", [_, ..]) if !rest.iter().any(|argument| is_option(&argument)) => {
                Some(Self::Check(rest.iter().map(PathBuf::from).collect()))
            }
            ("pack", [folder]) if !is_option(&folder) => Some(Self::Pack { folder: folder.into(), file: None }),
            ("pack", [folder, option, file] | [option, file, folder])
                if matches!(option.as_str(), "-o" | "--output") && !is_option(&folder) =>
            {
                Some(Self::Pack { folder: folder.into(), file: Some(file.into()) })
            }
            ("difference", [before, after]) if !is_option(&before) && !is_option(&after) => {
                Some(Self::Difference { before: before.into(), after: after.into() })
            }
            _ => None,
        }
    }
}

const fn pick<'a>(language: Language, chinese: &'a str, english: &'a str) -> &'a str {
    match language {
        Language::Chinese => chinese,
        Language::English => english,
    }
}

/// The language that the arguments ask for, which lose what asks for it, or else the environment.
fn language(arguments: &mut Vec<String>) -> Language {
    let mut language = None;
    arguments.retain(|argument| {
        match argument.as_str() {
            "--chinese" => language = Some(Language::Chinese),
            "--english" => language = Some(Language::English),
            _ => return true,
        }
        false
    });
    language.unwrap_or_else(|| {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| env::var(name).ok());
        let is_chinese = set.into_iter().find(|value| !value.is_empty()).is_some_and(|value| value.starts_with("zh"));
        if is_chinese { Language::Chinese } else { Language::English }
    })
}

/// The edition of a folder; none where something is wrong, which is told, as is what looks so.
fn folder(folder: &Path, language: Language) -> Option<EditionTables> {
    let told = |errors: &TableErrors, label: &str| {
        for error in errors.as_slice() {
            let (file, line, column) = (error.file(), error.line(), error.column());
            eprintln!("{file}:{line}:{column}: {label}{}", error.reason(language));
        }
    };
    match read(folder) {
        Ok(edition) => {
            told(edition.warnings(), pick(language, "提示：", "warning: "));
            Some(edition)
        }
        Err(errors) => {
            told(&errors, "");
            None
        }
    }
}

/// The edition file of a folder, or that file; none where it cannot be read, which is told.
fn loaded(path: &Path, language: Language) -> Option<Vec<u8>> {
    if path.is_dir() {
        return folder(path, language).map(|edition| edition.pack());
    }
    let told = |why: &dyn fmt::Display| eprintln!("{}: {why}", path.display());
    let bytes = fs::read(path)
        .map_err(|error| told(&format_args!("{}{error}", pick(language, "无法读取：", "cannot be read: "))))
        .ok()?;
    Edition::open(&bytes).map_err(|error| told(&error.message(language))).ok()?;
    Some(bytes)
}

/// The name and the edition file of a folder, which is told of; none where something is wrong, which is told.
fn packed(path: &Path, language: Language) -> Option<(String, Vec<u8>)> {
    let edition = folder(path, language)?;
    let bytes = edition.pack();
    // What is written is what can be opened.
    let digest = match Edition::open(&bytes) {
        Ok(opened) => opened.digest(),
        Err(error) => {
            eprintln!("{}: {}", path.display(), error.message(language));
            return None;
        }
    };
    let digest = digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    let (name, prices, size) = (edition.name(), edition.price_count(), bytes.len());
    match language {
        Language::Chinese => println!("{name}：{prices}个价格，{size}字节，SHA-256 {digest}"),
        Language::English => println!("{name}: {prices} prices, {size} bytes, SHA-256 {digest}"),
    }
    Some((name.to_owned(), bytes))
}

fn write(file: &Path, bytes: &[u8], language: Language) -> ExitCode {
    match fs::write(file, bytes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {}{error}", file.display(), pick(language, "无法写入：", "cannot be written: "));
            ExitCode::FAILURE
        }
    }
}
