//! The same for what stands around the figures: terms, lists, declarations of annexes, bases.

mod common;

use common::{Tables, URBAN_COMMERCIAL, annex, basis};

#[test]
fn bases() {
    basis("中心城区", "市中心").are_refused(&[("annexes.csv:2:1: basis.csv has no row for the commercial prices of the central urban area that the annex publishes: where the document states none, a row without figures", "basis.csv中没有该附件所公布的中心城区商服价格的内涵；文件未载明时填一行空值"), ("annexes.csv:3:1: basis.csv has no row for the commercial prices of the central urban area that the annex publishes: where the document states none, a row without figures", "basis.csv中没有该附件所公布的中心城区商服价格的内涵；文件未载明时填一行空值"), ("basis.csv:2:1: area: \"市中心\" is no area of this edition: 中心城区, 建制镇; further ones are listed in areas.csv", "area：\"市中心\"不是本版本的区域：中心城区、建制镇；其他区域须列入areas.csv")]);
    basis("商服", "林地").are_refused(&[("annexes.csv:2:1: basis.csv has no row for the commercial prices of the central urban area that the annex publishes: where the document states none, a row without figures", "basis.csv中没有该附件所公布的中心城区商服价格的内涵；文件未载明时填一行空值"), ("annexes.csv:3:1: basis.csv has no row for the commercial prices of the central urban area that the annex publishes: where the document states none, a row without figures", "basis.csv中没有该附件所公布的中心城区商服价格的内涵；文件未载明时填一行空值"), ("basis.csv:2:2: land_use: \"林地\" is no land use of this edition: 商服, 住宅, 工业, 公共管理与公共服务; further ones are listed in uses.csv", "land_use：\"林地\"不是本版本的用途：商服、住宅、工业、公共管理与公共服务；其他用途须列入uses.csv")]);
    basis("2019-01-01", "2019-01-02").are_refused(&[(
        "basis.csv:2:3: the base date, 2019-01-02, is not that of edition.csv, 2019-01-01",
        "基准日2019-01-02与edition.csv的2019-01-01不同",
    )]);
    basis(",40,", ",0,")
        .are_refused(&[("basis.csv:2:5: statutory_term: 0 is not above 0", "statutory_term：0不大于0")]);
    basis(",40,", ",101,").are_refused(&[(
        "basis.csv:2:5: statutory_term: 101 is more than 100 years, or of more than 4 places",
        "statutory_term：101超过100年，或小数多于4位",
    )]);
    basis(",40,", ",四十,").are_refused(&[("basis.csv:2:5: statutory_term: invalid decimal \"四十\": a decimal is digits with at most one point between them, such as 0.9138, at character 1", "statutory_term：数字\"四十\"不正确：数字由数字字符组成，中间至多一个小数点，如0.9138（第1个字符）")]);
    basis("六通一平（通路、供电、通讯、供水、排水、供气、场地平整）", "六通一平（通路、供电、通讯、供水、排水、供奶）").are_refused(&[("basis.csv:2:6: development_level: \"供奶\" is none of the services 通路、供电、通讯、供水、排水、供气、供热、场地平整", "development_level：\"供奶\"不是基础设施：通路、供电、通讯、供水、排水、供气、供热、场地平整")]);
    basis("六通一平（通路、供电、通讯、供水、排水、供气、场地平整）", "通路、通路").are_refused(&[(
        "basis.csv:2:6: development_level: \"通路\": road is named twice",
        "development_level：\"通路\"：通路出现两次",
    )]);
    basis(",2.0,", ",0.0,").are_refused(&[("basis.csv:2:7: plot_ratio: 0.0 is not above 0", "plot_ratio：0.0不大于0")]);
    basis("6.4%", "0%").are_refused(&[(
        "basis.csv:2:8: capitalization_rate: 0.00 is not above 0",
        "capitalization_rate：0.00不大于0",
    )]);
    basis("6.4%", "6.4").are_refused(&[(
        "basis.csv:2:8: capitalization_rate: 6.4 is not below 1, which is 100%: 6 per cent are 6% or 0.06",
        "capitalization_rate：6.4不小于1，即100%：百分之六写作6%或0.06",
    )]);
    basis("6.4%", "100%").are_refused(&[(
        "basis.csv:2:8: capitalization_rate: 1.00 is not below 1, which is 100%: 6 per cent are 6% or 0.06",
        "capitalization_rate：1.00不小于1，即100%：百分之六写作6%或0.06",
    )]);
    basis("6.4%", "6.4‰").are_refused(&[("basis.csv:2:8: capitalization_rate: invalid decimal \"6.4‰\": a decimal is digits with at most one point between them, such as 0.9138, at character 4", "capitalization_rate：数字\"6.4‰\"不正确：数字由数字字符组成，中间至多一个小数点，如0.9138（第4个字符）")]);
    Tables::jinan()
        .line(
            "basis.csv",
            URBAN_COMMERCIAL,
            &format!("{URBAN_COMMERCIAL}\n{}", URBAN_COMMERCIAL.replace("6.4%", "6.5%")),
        )
        .are_refused(&[(
            "basis.csv:3:1: the capitalization_rate of the same land is stated otherwise on line 2",
            "同一用地的还原率与第2行不同",
        )]);
    Tables::jinan().line("basis.csv", URBAN_COMMERCIAL, "").are_refused(&[("annexes.csv:2:1: basis.csv has no row for the commercial prices of the central urban area that the annex publishes: where the document states none, a row without figures", "basis.csv中没有该附件所公布的中心城区商服价格的内涵；文件未载明时填一行空值"), ("annexes.csv:3:1: basis.csv has no row for the commercial prices of the central urban area that the annex publishes: where the document states none, a row without figures", "basis.csv中没有该附件所公布的中心城区商服价格的内涵；文件未载明时填一行空值")]);
    Tables::jinan()
        .with("developments.csv", "name,services\n六通一平,通路、通电、通讯、供水、排水、通热\n")
        .are_refused(&[
            (
                "basis.csv:2:6: development_level: 六通一平 is a set of other services in developments.csv",
                "development_level：六通一平在developments.csv中是另一组基础设施",
            ),
            (
                "basis.csv:3:6: development_level: 六通一平 is a set of other services in developments.csv",
                "development_level：六通一平在developments.csv中是另一组基础设施",
            ),
            (
                "basis.csv:4:6: development_level: 六通一平 is a set of other services in developments.csv",
                "development_level：六通一平在developments.csv中是另一组基础设施",
            ),
            (
                "basis.csv:5:6: development_level: 六通一平 is a set of other services in developments.csv",
                "development_level：六通一平在developments.csv中是另一组基础设施",
            ),
        ]);
}

#[test]
fn bases_of_what_is_not_published() {
    Tables::jinan()
        .line(
            "annexes.csv",
            "5,济南市中心城区国有公共管理与公共服务用地级别基准地价表,中心城区,公共管理与公共服务,grade,no,",
            "",
        )
        .are_refused(&[(
            "basis.csv:5:1: no annex publishes public service prices of the central urban area",
            "没有附件公布中心城区公共管理与公共服务的价格",
        )]);
    Tables::jinan()
        .with(
            "basis.csv",
            Tables::jinan()
                .text("basis.csv")
                .replace("area,land_use,", "zone,grade,area,land_use,")
                .replace("\n中心", "\n,,中心")
                .replace("\n建制", "\n,,建制")
                + "Ⅲ-99,,,商服,,,,,2.0,\n,Ⅻ,,商服,,,,,2.0,\n",
        )
        .are_refused(&[
            ("basis.csv:10:1: there is no zone Ⅲ-99", "没有区片Ⅲ-99"),
            ("basis.csv:11:1: there is no grade Ⅻ", "没有级别Ⅻ"),
        ]);
}

#[test]
fn terms() {
    Tables::jinan()
        .without_line("edition.csv", "city,济南市,")
        .are_refused(&[("edition.csv:11:1: key \"city\" is missing", "缺少项目\"城市\"")]);
    Tables::jinan()
        .without_line("edition.csv", "document_number,济政发〔2020〕12号,")
        .without_line(
            "edition.csv",
            "title,济南市人民政府关于调整中心城区及市区部分建制镇（街道）驻地国有土地基准地价的通知,",
        )
        .are_refused(&[("edition.csv:10:1: key \"document_number\" is missing", "缺少项目\"文号\"")]);
    Tables::jinan().line("edition.csv", "city,济南市,", "city,济南市,\ncity,济南市,").are_refused(&[(
        "edition.csv:3:1: key \"city\" is there twice, first on line 2",
        "项目\"city\"出现两次，先见于第2行",
    )]);
    Tables::jinan().line("edition.csv", "city,济南市,", "town,济南市,").are_refused(&[("edition.csv:2:1: unknown key \"town\": the keys are city, document_number, title, issuer, issue_date, first_day_in_force, last_day_in_force, base_date, replaces, replaces_title, replaces_date, mu_places, mu_area, square_metre_places, floor_price_places, land_price_places, formula", "不认识的项目\"town\"：可有的项目为城市、文号、标题、发布机关、发布日期、施行日期、有效期至、基准日、废止文号、废止文件标题、废止文件日期、万元/亩小数位、每亩平方米、元/㎡小数位、楼面地价小数位、地面价小数位、公式"), ("edition.csv:12:1: key \"city\" is missing", "缺少项目\"城市\"")]);
    Tables::jinan()
        .line("edition.csv", "city,济南市,", "city, ,")
        .are_refused(&[("edition.csv:2:2: value: a text is expected, the cell is empty", "value：此格不得为空")]);
    Tables::jinan().line("edition.csv", "base_date,2019-01-01,", "base_date,2020-10-09,").are_refused(&[
        (
            "edition.csv:9:2: the base date, 2020-10-09, is after the issue date, 2020-10-08",
            "基准日2020-10-09晚于发布日期2020-10-08",
        ),
        (
            "basis.csv:2:3: the base date, 2019-01-01, is not that of edition.csv, 2020-10-09",
            "基准日2019-01-01与edition.csv的2020-10-09不同",
        ),
        (
            "basis.csv:3:3: the base date, 2019-01-01, is not that of edition.csv, 2020-10-09",
            "基准日2019-01-01与edition.csv的2020-10-09不同",
        ),
        (
            "basis.csv:4:3: the base date, 2019-01-01, is not that of edition.csv, 2020-10-09",
            "基准日2019-01-01与edition.csv的2020-10-09不同",
        ),
        (
            "basis.csv:5:3: the base date, 2019-01-01, is not that of edition.csv, 2020-10-09",
            "基准日2019-01-01与edition.csv的2020-10-09不同",
        ),
        (
            "basis.csv:6:3: the base date, 2019-01-01, is not that of edition.csv, 2020-10-09",
            "基准日2019-01-01与edition.csv的2020-10-09不同",
        ),
        (
            "basis.csv:7:3: the base date, 2019-01-01, is not that of edition.csv, 2020-10-09",
            "基准日2019-01-01与edition.csv的2020-10-09不同",
        ),
        (
            "basis.csv:8:3: the base date, 2019-01-01, is not that of edition.csv, 2020-10-09",
            "基准日2019-01-01与edition.csv的2020-10-09不同",
        ),
        (
            "basis.csv:9:3: the base date, 2019-01-01, is not that of edition.csv, 2020-10-09",
            "基准日2019-01-01与edition.csv的2020-10-09不同",
        ),
    ]);
    Tables::jinan().line("edition.csv", "replaces_date,2018-06-27,", "replaces_date,2020-10-09,").are_refused(&[(
        "edition.csv:12:2: the document that is replaced is of 2020-10-09, after the issue date, 2020-10-08",
        "废止文件日期2020-10-09晚于发布日期2020-10-08",
    )]);
    Tables::jinan().line("edition.csv", "city,济南市,", "city,济南市,\nmu_places,5,").are_refused(&[(
        "edition.csv:3:2: value: \"5\" is no number of places from 0 to 4",
        "value：\"5\"不是0至4的小数位数",
    )]);
    Tables::jinan().line("edition.csv", "city,济南市,", "city,济南市,\nmu_area,a,").are_refused(&[("edition.csv:3:2: value: invalid decimal \"a\": a decimal is digits with at most one point between them, such as 0.9138, at character 1", "value：数字\"a\"不正确：数字由数字字符组成，中间至多一个小数点，如0.9138（第1个字符）")]);
    Tables::jinan()
        .with(
            "edition.csv",
            Tables::jinan().text("edition.csv").replace("last_day_in_force,2023-10-07", "last_day_in_force,2020-10-07"),
        )
        .are_refused(&[(
            "edition.csv:8:2: the last day in force, 2020-10-07, is before the first, 2020-10-08",
            "有效期至2020-10-07，早于施行日期2020-10-08",
        )]);
}

#[test]
fn places() {
    Tables::jinan()
        .line("places.csv", "马山镇,建制镇,长清区", "孝里镇,建制镇,长清区")
        .are_refused(&[("places.csv:10:1: 孝里镇 is there twice", "孝里镇出现两次")]);
    Tables::jinan()
        .line("places.csv", "马山镇,建制镇,长清区", "　,建制镇,长清区")
        .are_refused(&[("places.csv:10:1: name: a text is expected, the cell is empty", "name：此格不得为空")]);
    Tables::jinan().line("places.csv", "马山镇,建制镇,长清区", "马山镇,乡村,长清区").are_refused(&[("places.csv:10:2: area: \"乡村\" is no area of this edition: 中心城区, 建制镇; further ones are listed in areas.csv", "area：\"乡村\"不是本版本的区域：中心城区、建制镇；其他区域须列入areas.csv")]);
    Tables::jinan().line("places.csv", "马山镇,建制镇,长清区", "马山镇,,长清区").are_refused(&[("places.csv:10:2: area: \"\" is no area of this edition: 中心城区, 建制镇; further ones are listed in areas.csv", "area：\"\"不是本版本的区域：中心城区、建制镇；其他区域须列入areas.csv")]);
}

#[test]
fn annexes_and_their_files() {
    Tables::jinan().without("annex-3.csv").are_refused(&[(
        "annexes.csv:4:1: the annex is in hand, but there is no annex-3.csv",
        "附件有数据，却没有文件annex-3.csv",
    )]);
    Tables::jinan().with("annex-5.csv", "grade,public_service\nⅠ,1\n").are_refused(&[(
        "annexes.csv:6:1: the annex is not in hand, but there is annex-5.csv",
        "附件没有数据，却有文件annex-5.csv",
    )]);
    Tables::jinan().with("annex-7.csv", "grade,commercial\n").are_refused(&[(
        "annex-7.csv:1:1: annexes.csv declares no annex of this file",
        "annexes.csv中没有此文件的附件",
    )]);
    Tables::jinan().without("edition.csv").are_refused(&[("edition.csv:1:1: there is no such file", "没有这个文件")]);
    Tables::jinan().without("annexes.csv").are_refused(&[("annexes.csv:1:1: there is no such file", "没有这个文件")]);
    Tables::jinan()
        .with("uses.csv", "name\n")
        .without("annexes.csv")
        .are_refused(&[("annexes.csv:1:1: there is no such file", "没有这个文件")]);
}

#[test]
fn declarations_of_annexes() {
    annex("2,", "1,").are_refused(&[
        ("annexes.csv:3:1: annex 1 is declared after annex 1", "附件1列在附件1之后"),
        ("annexes.csv:3:1: the annex of annex-1.csv is there twice", "annex-1.csv的附件出现两次"),
        ("annex-1.csv:1:1: column \"zone\" is missing", "缺少列\"区片\""),
        ("annex-2.csv:1:1: annexes.csv declares no annex of this file", "annexes.csv中没有此文件的附件"),
    ]);
    annex("2,", "256,").are_refused(&[
        ("annexes.csv:3:1: number: 256 is too large", "number：256过大"),
        ("annex-2.csv:1:1: annexes.csv declares no annex of this file", "annexes.csv中没有此文件的附件"),
    ]);
    annex("2,", ",").are_refused(&[
        ("annexes.csv:3:1: an annex has a number or a label", "附件须有编号或表号"),
        ("annex-2.csv:1:1: annexes.csv declares no annex of this file", "annexes.csv中没有此文件的附件"),
    ]);
    annex(",商服,", ",,").are_refused(&[(
        "annexes.csv:3:4: land_uses: a text is expected, the cell is empty",
        "land_uses：此格不得为空",
    )]);
    annex(",商服,", ",商服+商业,")
        .are_refused(&[("annexes.csv:3:4: land_uses: 商业 is there twice", "land_uses：商业出现两次")]);
    annex(",zone,", ",plot,")
        .are_refused(&[("annexes.csv:3:5: prices: \"plot\" is not grade or zone", "prices：\"plot\"不是级别或区片")]);
    annex(",yes,", ",maybe,")
        .are_refused(&[("annexes.csv:3:6: in_hand: \"maybe\" is not yes or no", "in_hand：\"maybe\"不是是或否")]);
    annex(",中心城区,", ",东城,").are_refused(&[("annexes.csv:3:3: area: \"东城\" is no area of this edition: 中心城区, 建制镇; further ones are listed in areas.csv", "area：\"东城\"不是本版本的区域：中心城区、建制镇；其他区域须列入areas.csv")]);
    annex(",91", ",92").are_refused(&[(
        "annex-2.csv:92:1: 91 rows, but annexes.csv says that the printed table has 92",
        "有91行，而annexes.csv称原表有92行",
    )]);
    annex(",91", ",九").are_refused(&[("annexes.csv:3:7: rows: invalid decimal \"九\": a decimal is digits with at most one point between them, such as 0.9138, at character 1", "rows：数字\"九\"不正确：数字由数字字符组成，中间至多一个小数点，如0.9138（第1个字符）")]);
}

#[test]
fn names_of_editions() {
    Tables { name: "Jinan 2020".to_owned(), ..Tables::jinan() }.are_refused(&[("edition.csv:1:1: the edition is named \"Jinan 2020\": its folder is named in lower-case letters, digits and hyphens, such as jinan-2020", "版本名称为\"Jinan 2020\"：文件夹须以小写字母、数字和连字符命名，如jinan-2020")]);
    Tables { name: "2020-jinan".to_owned(), ..Tables::jinan() }.are_refused(&[("edition.csv:1:1: the edition is named \"2020-jinan\": its folder is named in lower-case letters, digits and hyphens, such as jinan-2020", "版本名称为\"2020-jinan\"：文件夹须以小写字母、数字和连字符命名，如jinan-2020")]);
}

#[test]
fn lists() {
    Tables::city(&[
        ("uses.csv", "name,class\n商业,commercial\n商业用地,commercial\n"),
        ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"),
        ("annex-1.csv", "grade,商业\n1,5\n"),
    ])
    .are_refused(&[("uses.csv:3:1: 商业 is a name of 商业 already", "商业已是商业的名称")]);
    Tables::city(&[("uses.csv", "name,class,spellings,english\n商业,industrial,,\n办公,commercial,写字楼、商业,office\n酒店,hotel,,office\n"), ("annexes.csv", "number,land_uses,prices\n1,办公,grade\n"), ("annex-1.csv", "grade,办公\n1,5\n")]).are_refused(&[("uses.csv:2:1: 商业 is the trade's word for commercial land, and its class is another", "商业通常指商服用地，而所填类别不同"), ("uses.csv:3:3: 商业 is a name of 商业 already", "商业已是商业的名称"), ("uses.csv:4:2: class: invalid land use \"hotel\": not the name of a land use: commercial 商服, residential 住宅, industrial 工业 or public service 公共管理与公共服务, at character 1", "class：土地用途\"hotel\"不正确：不是土地用途的名称：商服、住宅、工业或公共管理与公共服务（第1个字符）"), ("uses.csv:4:4: office is a name of 办公 already", "office已是办公的名称")]);
    Tables::city(&[
        ("areas.csv", "name,english\n甲区,A\n甲区,\n乙区,A\n"),
        ("annexes.csv", "number,area,land_uses,prices\n1,甲区,商业,grade\n"),
        ("annex-1.csv", "grade,商业\n1,5\n"),
    ])
    .are_refused(&[
        ("areas.csv:3:1: 甲区 is there twice", "甲区出现两次"),
        ("areas.csv:4:2: A is there twice", "A出现两次"),
    ]);
    Tables::city(&[
        ("grades.csv", "name,spellings\n一级,\n1,\n限制级,限\n限,\n"),
        ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"),
        ("annex-1.csv", "grade,商业\n一级,5\n二级,4\n"),
    ])
    .are_refused(&[
        ("grades.csv:3:1: 1 is there twice", "1出现两次"),
        ("grades.csv:5:1: 限 is there twice", "限出现两次"),
        (
            "annex-1.csv:3:1: grade: \"二级\" is no grade of this edition: Ⅰ, Ⅰ, 限制级, 限",
            "grade：\"二级\"不是本版本的级别：Ⅰ、Ⅰ、限制级、限",
        ),
    ]);
    Tables::city(&[
        ("developments.csv", "name,services\n净地,无\n净地,通路\n"),
        ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"),
        ("annex-1.csv", "grade,商业\n1,5\n"),
    ])
    .are_refused(&[("developments.csv:3:1: 净地 is there twice", "净地出现两次")]);
    Tables::city(&[("codes.csv", "scheme,code,land_use,annex\nGB/T 21010-2017,0501,商业,1\nGB/T 21010-2017,0501,———,\nGB/T 21010-2017,0502,旅馆,7\n"), ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"), ("annex-1.csv", "grade,商业\n1,5\n")]).are_refused(&[("codes.csv:3:2: code 0501 of GB/T 21010-2017 is there twice", "GB/T 21010-2017的代码0501出现两次"), ("codes.csv:4:3: land_use: \"旅馆\" is no land use of this edition: 商服, 住宅, 工业, 公共管理与公共服务; further ones are listed in uses.csv", "land_use：\"旅馆\"不是本版本的用途：商服、住宅、工业、公共管理与公共服务；其他用途须列入uses.csv"), ("codes.csv:4:4: annex: \"7\" is no annex of annexes.csv", "annex：annexes.csv中没有附件\"7\"")]);
    Tables::city(&[
        ("statements.csv", "about,text,area\n东,,乙区\n"),
        ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"),
        ("annex-1.csv", "grade,商业\n1,5\n"),
    ])
    .are_refused(&[
        ("statements.csv:2:2: text: a text is expected, the cell is empty", "text：此格不得为空"),
        (
            "statements.csv:2:3: area: \"乙区\" is no area of this edition: 某市; further ones are listed in areas.csv",
            "area：\"乙区\"不是本版本的区域：某市；其他区域须列入areas.csv",
        ),
    ]);
    Tables::city(&[
        ("annexes.csv", "number,label,land_uses,prices,file\n1,,商业,grade,a.csv\n2,,商业,zone,a.csv\n"),
        ("a.csv", "grade,商业\n1,5\n"),
    ])
    .are_refused(&[
        ("annexes.csv:3:1: the annex of a.csv is there twice", "a.csv的附件出现两次"),
        ("a.csv:1:1: column \"zone\" is missing", "缺少列\"区片\""),
    ]);
}

#[test]
fn areas_and_land_uses_of_rows() {
    Tables::city(&[
        ("areas.csv", "name\n甲区\n乙区\n"),
        ("annexes.csv", "number,area,land_uses,prices\n1,甲区,商业+住宅,grade\n"),
        ("annex-1.csv", "area,land_use,1,2\n,商业,9,8\n乙区,商业,9,8\n甲区,工业,9,8\n甲区,住宅,9,8\n"),
    ])
    .are_refused(&[
        (
            "annex-1.csv:2:1: area: \"\" is no area of this edition: 甲区, 乙区; further ones are listed in areas.csv",
            "area：\"\"不是本版本的区域：甲区、乙区；其他区域须列入areas.csv",
        ),
        ("annex-1.csv:3:1: 乙区 is no area that annexes.csv gives the annex", "annexes.csv中该附件没有区域乙区"),
        ("annex-1.csv:4:2: 工业 is no land use that annexes.csv gives the annex", "annexes.csv中该附件没有用途工业"),
    ]);
    Tables::city(&[
        ("areas.csv", "name\n甲区\n乙区\n"),
        ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"),
        ("annex-1.csv", "area,grade,yuan_per_square_metre\n甲区,1,9\n乙区,1,8\n甲区,2,7\n甲区,2,6\n"),
    ])
    .are_refused(&[(
        "annex-1.csv:5:3: the commercial price of grade Ⅱ is there twice, first on line 4",
        "商服级别Ⅱ的价格出现两次，先见于第4行",
    )]);
    Tables::city(&[("annexes.csv", "number,land_uses,prices\n1,商业+住宅,grade\n"), ("annex-1.csv", "grade,yuan_per_square_metre\n1,9\n")]).are_refused(&[("annex-1.csv:1:1: the annex has several land uses, and a column of prices that is of none: column \"land_use\" is missing", "附件有多种用途，价格列却未分用途：缺少列\"用途\"")]);
    Tables::city(&[
        ("annexes.csv", "number,land_uses,prices\n1,商业+住宅,grade\n"),
        ("annex-1.csv", "grade,range\n1,9\n"),
    ])
    .are_refused(&[("annex-1.csv:1:1: there is no column of prices", "没有价格列")]);
    Tables::city(&[("annexes.csv", "number,land_uses,prices\n1,商业+住宅,grade\n"), ("annex-1.csv", "grade,商业,元/㎡\n1,9,8\n")]).are_refused(&[("annex-1.csv:1:1: the annex has several land uses, and a column of prices that is of none: column \"land_use\" is missing", "附件有多种用途，价格列却未分用途：缺少列\"用途\"")]);
    Tables::city(&[
        ("annexes.csv", "number,land_uses,prices\n1,商业+住宅,grade\n"),
        ("annex-1.csv", "grade,商业,住宅\n1,9,———\n"),
    ])
    .are_refused(&[("annex-1.csv:2:1: there is no residential price", "没有住宅价格")]);
}

#[test]
fn lists_that_are_too_long_or_empty() {
    Tables::city(&[("uses.csv", "name\n"), ("annexes.csv", "number,land_uses,prices,in_hand\n1,商业,grade,no\n")]).are_refused(&[("annexes.csv:2:2: land_uses: \"商业\" is no land use of this edition: ; further ones are listed in uses.csv", "land_uses：\"商业\"不是本版本的用途：；其他用途须列入uses.csv"), ("uses.csv:1:1: there is no land use", "没有一种用途")]);
    Tables::city(&[
        (
            "uses.csv",
            &("name,class\n商业,商服\n".to_owned() + &(0..64).map(|n| format!("用{n},\n")).collect::<String>()),
        ),
        ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"),
        ("annex-1.csv", "grade,商业\n1,5\n"),
    ])
    .are_refused(&[("uses.csv:66:1: more than 64 land uses", "用途多于64种")]);
    Tables::city(&[
        ("areas.csv", &("name\n".to_owned() + &(0..65).map(|n| format!("区{n}\n")).collect::<String>())),
        ("annexes.csv", "number,area,land_uses,prices,in_hand\n1,区0,商业,grade,no\n"),
    ])
    .are_refused(&[("areas.csv:66:1: more than 64 areas", "区域多于64个")]);
    Tables::city(&[
        ("grades.csv", &("name\n1\n".to_owned() + &(0..64).map(|n| format!("特{n}等\n")).collect::<String>())),
        ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"),
        ("annex-1.csv", "grade,商业\n1,5\n"),
    ])
    .are_refused(&[("grades.csv:66:1: more than 64 grades", "级别多于64个")]);
    Tables::city(&[(
        "annexes.csv",
        &("label,land_uses,prices,in_hand\n".to_owned()
            + &(0..255).map(|n| format!("表{n},商业,grade,no\n")).collect::<String>()),
    )])
    .are_refused(&[("annexes.csv:256:1: too many annexes", "附件过多")]);
    Tables::city(&[
        ("annexes.csv", "number,land_uses,prices\n1,商业,zone\n"),
        ("annex-1.csv", &("zone,元/㎡\n".to_owned() + &(0..65535).map(|n| format!("Q{n},1\n")).collect::<String>())),
    ])
    .are_refused(&[("annex-1.csv:65536:1: more rows than an edition can hold", "行数过多")]);
    Tables::city(&[
        ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"),
        ("annex-1.csv", "grade,商业\n1,5\n"),
        ("statements.csv", &format!("about,text,comment\n东,路,{}\n", "x".repeat(9 << 20))),
    ])
    .are_refused(&[("annexes.csv:1:1: the tables are larger than an edition may be", "表格过大，超出版本的容量")]);
}

#[test]
fn names_and_texts_that_are_too_long_or_none() {
    Tables::city(&[("areas.csv", &format!("name\n{}\n\u{ad}\n某区\n", "面".repeat(33))), ("statements.csv", &format!("about,text\n东,{}\n", "路".repeat(21_846))), ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"), ("annex-1.csv", "grade,商业\n1,5\n")]).are_refused(&[("areas.csv:2:1: name: \"面面面面面面面面面面面面面面面面面面面面面面面面面面面面面面面面面\" is longer than a name may be, 96 bytes", "name：名称\"面面面面面面面面面面面面面面面面面面面面面面面面面面面面面面面面面\"过长：至多96字节"), ("areas.csv:3:1: name: \"\\u{ad}\" is no name", "name：\"\\u{ad}\"不是名称"), ("statements.csv:2:2: text: the text is too long", "text：文字过长")]);
}
