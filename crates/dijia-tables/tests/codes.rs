//! Land uses by the codes of land-use schemes: what an edition's table says, what the words themselves say, and nothing else.

mod common;

use common::Tables;
use dijia_core::{Edition, Error, Key, LandUse, LandUseScheme, Language};

const CODES: &str = "scheme,code,name,land_use,part,row\n\
    GB/T 21010-2017,0501,零售商业用地,商业,附表6,1\n\
    GB/T 21010-2017,0701,,住宅,附表6,2\n\
    GB/T 21010-2017,0809,公用设施用地,———,附表6,3\n\
    用地用海2023,0902,商务金融用地,办公,附表6,4\n\
    某市标准,C2,会展用地,办公,附表6,5\n\
    某市标准,C3,混合用地,办公,附表6,6\n\
    某市标准,C4,混合用地,商业,附表6,7\n";

/// A made-up city that divides commerce, with a table of codes.
fn city() -> Vec<u8> {
    Tables::city(&[
        ("uses.csv", "name,class\n商业,commercial\n办公,commercial\n住宅,residential\n仓储,\n"),
        ("annexes.csv", "number,land_uses,prices\n1,商业+办公+住宅+仓储,grade\n"),
        ("annex-1.csv", "grade,商业,办公,住宅,仓储\n1,8,7,6,5\n"),
        ("codes.csv", CODES),
    ])
    .are_accepted()
}

/// The price of the first grade by a code, or the kind of error.
fn priced(edition: &Edition<'_>, scheme: &str, code: &str) -> String {
    let price = edition.land_use_by_code(scheme, code).and_then(|key| edition.grade_price(key, "Ⅰ"));
    price.map_or_else(
        |error| error.kind().name().to_owned(),
        |price| format!("{} {}", price.land_use().name(), price.printed()),
    )
}

#[test]
fn codes_are_priced_as_the_edition_says() {
    let file = city();
    let edition = Edition::open(&file).unwrap();
    for (scheme, code, expected) in [
        ("GB/T 21010-2017", "0501", "商业 8"),
        ("gbt21010－2017", " ０５０１ ", "商业 8"),
        ("GB/T 21010-2017", "0701", "住宅 6"),
        ("用地用海 2023", "0902", "办公 7"),
        ("自然资发〔2023〕234号", "0902", "办公 7"),
        ("某市标准", "c2", "办公 7"),
        // A land use of the edition that is called as the scheme calls the code.
        ("GB/T 21010-2017", "0604", "仓储 5"),
        ("GB/T 21010-2007", "063", "仓储 5"),
        ("用地用海2023", "11", "仓储 5"),
        ("用地用海2023", "0901", "商业 8"),
        // The class of commerce is divided; 工业 is none of this edition's.
        ("GB/T 21010-2017", "05", "SeveralUses"),
        ("GB/T 21010-2017", "0601", "NoSuchUse"),
        // Not by the class that it is a part of, nor by the same digits in another scheme or edition of the standard.
        ("GB/T 21010-2017", "0702", "CodeNotPriced"),
        ("GB/T 21010-2017", "0505", "CodeNotPriced"),
        ("GB/T 21010-2007", "071", "CodeNotPriced"),
        ("用地用海2023", "070101", "CodeNotPriced"),
        ("用地用海2023", "0501", "NoSuchCode"),
        ("GB/T 21010-2007", "0501", "NoSuchCode"),
        ("某市标准", "C9", "NoSuchCode"),
        // The edition says that it has no price.
        ("GB/T 21010-2017", "0809", "CodeNotPriced"),
        ("GB/T 21010", "0501", "NoSuchScheme"),
        ("别市标准", "C2", "NoSuchScheme"),
        ("", "0501", "BareCode"),
        (" ", "0501", "BareCode"),
    ] {
        assert_eq!(priced(&edition, scheme, code), expected, "{scheme} {code}");
    }
}

/// A further word is one of the table's names; where two rows of one name are priced otherwise it is none.
#[test]
fn words_are_priced_as_the_edition_says() {
    let file = city();
    let edition = Edition::open(&file).unwrap();
    let price = |word: &str| {
        let price = edition.grade_price(word, "Ⅰ");
        price.map_or_else(|error| error.kind().name().to_owned(), |price| price.land_use().name().to_owned())
    };
    for (word, expected) in [
        ("零售商业用地", "商业"),
        ("商务金融用地", "办公"),
        (" 会展用地", "办公"),
        ("混合用地", "CodeNotPriced"),
        ("公用设施用地", "CodeNotPriced"),
        // The row has no name, and what the scheme calls it is a word of the scheme alone.
        ("城镇住宅用地", "CodeNotPriced"),
        ("仓储用地", "仓储"),
        ("0501", "BareCode"),
        ("飞地", "InvalidLandUse"),
    ] {
        assert_eq!(price(word), expected, "{word}");
    }
}

/// Every row as it is written.
#[test]
fn the_table_is_in_the_edition() {
    let file = city();
    let edition = Edition::open(&file).unwrap();
    let rows: Vec<String> = edition
        .land_use_codes()
        .map(|row| {
            let land_use = row.land_use().map_or("———", |land_use| land_use.name());
            format!("{} {} {} {land_use} {}", row.scheme(), row.code(), row.name(), row.citation().unwrap())
        })
        .collect();
    assert_eq!(
        rows,
        [
            "GB/T 21010-2017 0501 零售商业用地 商业 某政发〔2024〕1号 附表6 第1行",
            "GB/T 21010-2017 0701  住宅 某政发〔2024〕1号 附表6 第2行",
            "GB/T 21010-2017 0809 公用设施用地 ——— 某政发〔2024〕1号 附表6 第3行",
            "用地用海2023 0902 商务金融用地 办公 某政发〔2024〕1号 附表6 第4行",
            "某市标准 C2 会展用地 办公 某政发〔2024〕1号 附表6 第5行",
            "某市标准 C3 混合用地 办公 某政发〔2024〕1号 附表6 第6行",
            "某市标准 C4 混合用地 商业 某政发〔2024〕1号 附表6 第7行",
        ]
    );
}

/// Without a table only a class of the same name is taken: the classes of each scheme, by hand.
#[test]
fn without_a_table_only_a_class_of_the_same_name() {
    let file = Tables::jinan().are_accepted();
    let edition = Edition::open(&file).unwrap();
    let (mut taken, mut others) = (Vec::new(), 0);
    for scheme in LandUseScheme::ALL {
        for code in (0..1_000_000)
            .map(|number: u32| number.to_string())
            .flat_map(|digits| ["", "0"].map(|zero| format!("{zero}{digits}")))
        {
            match scheme.name_of(&code).map(|name| (name, edition.land_use_by_code(scheme.name(), &code))) {
                Some((name, Ok(key))) => taken.push((scheme.name(), code, name, key)),
                Some((name, Err(error))) => {
                    assert_eq!(error.kind().name(), "CodeNotPriced", "{name}");
                    others += 1;
                }
                None => {}
            }
        }
    }
    let taken: Vec<_> = taken.iter().map(|(scheme, code, name, key)| (*scheme, code.as_str(), *name, *key)).collect();
    let [commercial, residential, industrial, public] = LandUse::ALL.map(Key::Known);
    let (gb_2017, gb_2007, sea) = ("GB/T 21010-2017", "GB/T 21010-2007", "用地用海 2023");
    let mut expected = [
        (gb_2017, "05", "商服用地", commercial),
        (gb_2017, "07", "住宅用地", residential),
        (gb_2017, "08", "公共管理与公共服务用地", public),
        (gb_2017, "0601", "工业用地", industrial),
        (gb_2007, "05", "商服用地", commercial),
        (gb_2007, "07", "住宅用地", residential),
        (gb_2007, "08", "公共管理与公共服务用地", public),
        (gb_2007, "061", "工业用地", industrial),
        (sea, "07", "居住用地", residential),
        (sea, "08", "公共管理与公共服务用地", public),
        (sea, "09", "商业服务业用地", commercial),
        (sea, "0901", "商业用地", commercial),
        (sea, "1001", "工业用地", industrial),
    ];
    expected.sort_by_key(|(scheme, code, ..)| (*scheme, *code));
    let mut taken = taken;
    taken.sort_by_key(|(scheme, code, ..)| (*scheme, *code));
    assert_eq!(taken, expected);
    // 29, 21 and 61 codes are listed.
    assert_eq!(others, 29 + 21 + 61 - 13);
}

/// What is said of a word or a code that is priced as nothing, in both languages.
#[test]
fn errors_say_what_can_be_done() {
    let file = Tables::jinan().are_accepted();
    let edition = Edition::open(&file).unwrap();
    let said =
        |error: Error| [Language::English, Language::Chinese].map(|language| error.message(language).to_string());
    let word = |word: &str| said(edition.land_use(word).unwrap_err());
    assert_eq!(
        word("城镇住宅用地"),
        [
            "what 0701 城镇住宅用地 of GB/T 21010-2017 is priced as is not said, and not guessed: name the land use, or give \
             the edition a row of codes.csv",
            "GB/T 21010-2017 的 0701 城镇住宅用地按何种用途计价未载明，不作猜测：请写明土地用途，或在该版的 codes.csv 中列明",
        ]
    );
    for (text, of) in [("商务金融用地", "0505 商务金融用地"), ("仓储用地", "0604 仓储用地"), ("仓储", "0604 仓储用地")]
    {
        let [english, chinese] = word(text);
        assert!(english.contains(of) && chinese.contains(of), "{english} | {chinese}");
    }
    assert_eq!(
        word("05"),
        [
            "\"05\" is a code, which is read with its scheme alone: 商服用地 in GB/T 21010-2017, 商服用地 in GB/T 21010-2007, \
             湿地 in 用地用海 2023",
            "\"05\"是代码，须连同分类标准才能确定含义：GB/T 21010-2017 为商服用地，GB/T 21010-2007 为商服用地，用地用海 2023 为湿地",
        ]
    );
    assert_eq!(
        word("0501"),
        [
            "\"0501\" is a code, which is read with its scheme alone: 零售商业用地 in GB/T 21010-2017",
            "\"0501\"是代码，须连同分类标准才能确定含义：GB/T 21010-2017 为零售商业用地",
        ]
    );
    assert_eq!(word("9999")[0], "\"9999\" is a code, which is read with its scheme alone");
    let by_code = |scheme, code| said(edition.land_use_by_code(scheme, code).unwrap_err());
    assert_eq!(
        by_code("GB 21010", "05"),
        [
            "no land-use scheme \"GB 21010\" is known, nor is it one of codes.csv: GB/T 21010-2017, GB/T 21010-2007, \
             用地用海 2023",
            "没有\"GB 21010\"这一用地分类标准，codes.csv 也未列：已知 GB/T 21010-2017、GB/T 21010-2007、用地用海 2023",
        ]
    );
    assert_eq!(
        by_code("用地用海2023", "0501"),
        ["no code \"0501\" of what is built on is in 用地用海 2023", "用地用海 2023 的建设用地中没有代码\"0501\"",]
    );
}
