//! The command `dijia-tables`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use dijia_core::Edition;

const JINAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../dijia/data/jinan-2020");

fn run(arguments: &[&str], lang: &str) -> Output {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_dijia-tables"));
    command.args(arguments).current_dir(folder).env_clear().env("LANG", lang).output().unwrap()
}

fn texts(output: &Output) -> (&str, &str) {
    (std::str::from_utf8(&output.stdout).unwrap(), std::str::from_utf8(&output.stderr).unwrap())
}

/// A folder of that name with those files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}

/// What is written opens, and has the size and the digest that are printed.
#[test]
fn pack_writes_what_opens() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packed.dijia");
    let output = run(&["pack", JINAN, "-o", file.to_str().unwrap()], "C");
    let (stdout, stderr) = texts(&output);
    assert!(output.status.success(), "{stderr}");
    let bytes = fs::read(&file).unwrap();
    let edition = Edition::open(&bytes).unwrap();
    assert_eq!((edition.name(), edition.zone_prices().len()), ("jinan-2020", 221));
    let digest: String = edition.digest().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(stdout, format!("jinan-2020: 245 prices, {} bytes, SHA-256 {digest}\n", bytes.len()));
    assert_eq!(stderr, "");
    let output = run(&["check", "--chinese", JINAN], "C");
    let expected = format!("jinan-2020：245个价格，{}字节，SHA-256 {digest}\n", bytes.len());
    assert_eq!((output.status.code(), texts(&output)), (Some(0), (expected.as_str(), "")));
    let _ = fs::remove_file(file.with_file_name("jinan-2020.dijia"));
    assert!(run(&["pack", JINAN], "C").status.success());
    assert_eq!(fs::read(file.with_file_name("jinan-2020.dijia")).unwrap(), bytes);
}

/// What looks wrong is warned of, as compilers do, and packed.
#[test]
fn what_looks_wrong_is_warned_of_and_packed() {
    let folder = folder(
        "a-leap-2024",
        &[
            ("edition.csv", "key,value\ncity,某市\ntitle,通知\n"),
            ("annexes.csv", "number,land_uses,prices\n1,商服,grade\n"),
            ("annex-1.csv", "grade,商服\n一,1000\n"),
            ("corrections.csv", "kind,file,between,part\nplot ratio,ratios.csv,linear,表\n"),
            ("ratios.csv", "plot_ratio,coefficient\n3.8,1.9526\n4.0,1.9892\n4.2,2.0042\n4.4,2.2019\n"),
        ],
    );
    let file = folder.with_extension("dijia");
    let arguments = ["pack", folder.to_str().unwrap(), "-o", file.to_str().unwrap()];
    let place = folder.join("ratios.csv").display().to_string();
    let told = |lang, warning: &str| {
        let output = run(&arguments, lang);
        let (_, stderr) = texts(&output);
        assert_eq!((output.status.code(), stderr), (Some(0), format!("{place}:5:2: {warning}\n").as_str()));
    };
    told(
        "C",
        "warning: from 4.2 to 4.4 the coefficient goes from 2.0042 to 2.2019, more than 3 times as steeply as beside: compare it \
         with the print",
    );
    told("zh_CN.UTF-8", "提示：由4.2至4.4，修正系数由2.0042变为2.2019，变化超过相邻各行的3倍，请与原表核对");
    assert!(Edition::open(&fs::read(file).unwrap()).is_ok());
}

/// Every fault of every folder, in the language of the environment or the one asked for, and nothing written.
#[test]
fn faults_are_told_all_and_nothing_is_written() {
    let folder = folder(
        "wrong-city",
        &[
            ("edition.csv", "key,value\ncity,某市\ntitle,通知\nbase_date,2020-02-30\n"),
            ("annexes.csv", "number,land_uses,prices\n1,商服,grade\n"),
            ("annex-1.csv", "grade,商服\nⅠ,12a\nⅢ,7\n"),
        ],
    );
    let at = |file: &str| format!("{}/{file}", folder.display());
    let english = [
        format!(
            "{}:4:2: value: invalid date \"2020-02-30\": the calendar has no such day, at character 9",
            at("edition.csv")
        ),
        format!(
            "{}:2:2: 商服: invalid decimal \"12a\": a decimal is digits with at most one point between them, such as 0.9138, at \
             character 3",
            at("annex-1.csv")
        ),
        format!(
            "{}:3:1: grade Ⅱ is missing before grade Ⅲ: where there is none, its price is a stroke, ———",
            at("annex-1.csv")
        ),
    ];
    let chinese = [
        format!("{}:4:2: value：日期\"2020-02-30\"不正确：日历上没有这一天（第9个字符）", at("edition.csv")),
        format!(
            "{}:2:2: 商服：数字\"12a\"不正确：数字由数字字符组成，中间至多一个小数点，如0.9138（第3个字符）",
            at("annex-1.csv")
        ),
        format!("{}:3:1: 级别Ⅲ之前缺少级别Ⅱ；没有该级别时价格填———", at("annex-1.csv")),
    ];
    let written = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wrong.dijia");
    let _ = fs::remove_file(&written);
    let folder = folder.to_str().unwrap();
    for (arguments, lang, expected) in [
        (&["pack", folder, "-o", written.to_str().unwrap()][..], "en_GB.UTF-8", &english),
        (&["check", folder][..], "zh_CN.UTF-8", &chinese),
        (&["check", folder, "--chinese"][..], "C", &chinese),
        (&["--english", "check", folder][..], "zh_CN.UTF-8", &english),
    ] {
        let output = run(arguments, lang);
        assert_eq!((output.status.code(), texts(&output)), (Some(1), ("", &*(expected.join("\n") + "\n"))));
    }
    assert!(!written.exists());
    // A folder that is right is told of beside one that is wrong.
    let output = run(&["check", folder, JINAN], "C");
    assert_eq!(output.status.code(), Some(1));
    assert!(texts(&output).0.starts_with("jinan-2020: 245 prices, "));
}

#[test]
fn what_cannot_be_done_is_said() {
    for arguments in [
        &[][..],
        &["difference", JINAN],
        &["difference", JINAN, "-x"],
        &["pack"],
        &["check"],
        &["pack", JINAN, "-o"],
        &["pack", JINAN, "-x", "y"],
        &["check", "-o", JINAN],
    ] {
        let output = run(arguments, "C");
        let (stdout, stderr) = texts(&output);
        assert_eq!((output.status.code(), stdout), (Some(2), ""), "{arguments:?}");
        assert!(stderr.starts_with("usage: dijia-tables check FOLDER...\n"), "{arguments:?}");
    }
    let output = run(&["--help"], "zh_CN");
    assert_eq!(output.status.code(), Some(0));
    assert!(texts(&output).0.starts_with("用法：dijia-tables check 文件夹...\n"));
    let output = run(&["pack", JINAN, "-o", "no-such-folder/x.dijia"], "C");
    assert_eq!(output.status.code(), Some(1));
    assert!(texts(&output).1.starts_with("no-such-folder/x.dijia: cannot be written: "), "{}", texts(&output).1);
    let output = run(&["check", "no-such-folder"], "C");
    assert_eq!(output.status.code(), Some(1));
    assert!(texts(&output).1.starts_with("no-such-folder/edition.csv:1:1: cannot be read: "), "{}", texts(&output).1);
}

/// A folder and a file, in both languages; 1130 ÷ 1000 = 1.13.
#[test]
fn differences_are_written_as_csv() {
    let terms = "key,value\ncity,某市\ndocument_number,某政发〔2024〕1号\n";
    let annexes = "number,land_uses,prices\n1,商服,grade\n";
    let before = folder(
        "difference-before",
        &[("edition.csv", terms), ("annexes.csv", annexes), ("annex-1.csv", "grade,商服\nⅠ,1000\nⅡ,800\n")],
    );
    let after = folder(
        "difference-after",
        &[("edition.csv", terms), ("annexes.csv", annexes), ("annex-1.csv", "grade,商服\nⅠ,≥1130\n")],
    );
    let file = after.with_extension("dijia");
    let (before, after, file) = (before.to_str().unwrap(), after.to_str().unwrap(), file.to_str().unwrap());
    assert!(run(&["pack", after, "-o", file], "C").status.success());
    let chinese = "地域,土地用途,级别或区片,单位,前版,后版,变动（%）,前版出处,后版出处\n\
        某市,商服,Ⅰ,元/㎡（地面）,1000,≥1130,13.00,某政发〔2024〕1号 附件1 第1行,某政发〔2024〕1号 附件1 第1行\n\
        某市,商服,Ⅱ,元/㎡（地面）,800,,,某政发〔2024〕1号 附件1 第2行,\n";
    let english = "area,land use,grade or zone,unit,before,after,per cent,before in,after in\n\
        某市,commercial,Ⅰ,yuan/m² of land,1000,≥1130,13.00,\"某政发〔2024〕1号, annex 1, row 1\",\"某政发〔2024〕1号, annex 1, row 1\"\n\
        某市,commercial,Ⅱ,yuan/m² of land,800,,,\"某政发〔2024〕1号, annex 1, row 2\",\n";
    for (after, language, expected) in [(file, "--chinese", chinese), (after, "--english", english)] {
        let output = run(&["difference", before, after, language], "C");
        assert_eq!((output.status.code(), texts(&output)), (Some(0), (expected, "")));
    }
    // Both are told of.
    let damaged = Path::new(env!("CARGO_TARGET_TMPDIR")).join("damaged.dijia");
    fs::write(&damaged, b"dijia").unwrap();
    let output = run(&["difference", "no-such", damaged.to_str().unwrap()], "C");
    let (stdout, stderr) = texts(&output);
    assert_eq!((output.status.code(), stdout), (Some(1), ""));
    assert!(stderr.starts_with("no-such: cannot be read: "), "{stderr}");
    assert!(stderr.ends_with("damaged.dijia: this is not an edition file\n"), "{stderr}");
}
