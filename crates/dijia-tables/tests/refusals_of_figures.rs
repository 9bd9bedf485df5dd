//! Copies of the real tables, a figure or a row broken in one way each: all that is wrong is told, with the file, the line, the
//! cell and the rule, in both languages.

mod common;

use common::{ROW, Tables, row};

#[test]
fn the_tables_as_they_are_are_accepted() {
    Tables::jinan().are_accepted();
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_the_files() {
    Tables::jinan().line("edition.csv", "issue_date,2020-10-08,", "issue_date,2020-10-32,").line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "15,Ⅲ-4,9138,610,4568").line("annex-2.csv", "2,Ⅰ-2,11816,788,5908", "2,Ⅰ-2,11816x,788,5908").line("annex-4.csv", "1,Ⅰ-1,2202,147", "1,Ⅰ-1,2202,146").are_refused(&[("edition.csv:6:2: value: invalid date \"2020-10-32\": the calendar has no such day, at character 9", "value：日期\"2020-10-32\"不正确：日历上没有这一天（第9个字符）"), ("annex-2.csv:3:3: yuan_per_square_metre: invalid decimal \"11816x\": a decimal is digits with at most one point between them, such as 0.9138, at character 6", "yuan_per_square_metre：数字\"11816x\"不正确：数字由数字字符组成，中间至多一个小数点，如0.9138（第6个字符）"), ("annex-2.csv:16:4: 610 万元/亩 is not 9138 元/㎡ ÷ 15, which rounds to 609", "610万元/亩不等于9138元/㎡÷15，后者舍入为609"), ("annex-2.csv:16:5: floor price 4568 × plot ratio 2.0 is not 9138 元/㎡", "楼面地价4568×容积率2.0不等于9138元/㎡"), ("annex-4.csv:2:4: 146 万元/亩 is not 2202 元/㎡ ÷ 15, which rounds to 147", "146万元/亩不等于2202元/㎡÷15，后者舍入为147")]);
}

#[test]
fn columns() {
    Tables::jinan().line("annex-1.csv", "grade,commercial,residential,industrial", "grade,commercial,residential,farming").are_refused(&[("annex-1.csv:1:4: unknown column \"farming\": the columns are sequence, area, land_use, grade, zone, name, range, yuan_per_square_metre, floor_price, wan_yuan_per_mu, yuan_per_mu, base_date, right, statutory_term, development_level, plot_ratio, capitalization_rate, particular, and the land uses of the annex; what nothing is to read is headed comment", "不认识的列\"farming\"：可有的列为序号、区域、用途、级别、区片、名称、范围、元/㎡、楼面地价、万元/亩、元/亩、基准日、权利状况、年期、开发程度、容积率、还原率、说明；不必读入的列以\"备注\"为列名")]);
    Tables::jinan().line("annex-4.csv", "sequence,zone,yuan_per_square_metre,wan_yuan_per_mu", "sequence,code,yuan_per_square_metre,wan_yuan_per_mu").are_refused(&[("annex-4.csv:1:1: column \"zone\" is missing", "缺少列\"区片\""), ("annex-4.csv:1:2: unknown column \"code\": the columns are zone, sequence, area, land_use, grade, name, range, yuan_per_square_metre, floor_price, wan_yuan_per_mu, yuan_per_mu, base_date, right, statutory_term, development_level, plot_ratio, capitalization_rate, particular, and the land uses of the annex; what nothing is to read is headed comment", "不认识的列\"code\"：可有的列为区片、序号、区域、用途、级别、名称、范围、元/㎡、楼面地价、万元/亩、元/亩、基准日、权利状况、年期、开发程度、容积率、还原率、说明；不必读入的列以\"备注\"为列名")]);
    Tables::jinan()
        .with("annex-4.csv", "")
        .are_refused(&[("annex-4.csv:1:1: column \"zone\" is missing", "缺少列\"区片\"")]);
    Tables::jinan().with("edition.csv", "").are_refused(&[
        ("edition.csv:1:1: column \"key\" is missing", "缺少列\"项目\""),
        ("edition.csv:1:1: column \"value\" is missing", "缺少列\"内容\""),
    ]);
    Tables::jinan()
        .line("annex-1.csv", "grade,commercial,residential,industrial", "grade,commercial,residential,住宅")
        .are_refused(&[("annex-1.csv:1:4: column \"住宅\" is there twice", "列\"住宅\"出现两次")]);
    Tables::jinan()
        .line("annex-1.csv", "grade,commercial,residential,industrial", "grade,commercial,residential,公服")
        .are_refused(&[(
            "annex-1.csv:1:4: 公服 is no land use that annexes.csv gives the annex",
            "annexes.csv中该附件没有用途公服",
        )]);
    Tables::jinan()
        .line("annex-1.csv", "grade,commercial,residential,industrial", "grade,commercial,,industrial")
        .are_refused(&[("annex-1.csv:1:3: the column has cells and no name", "此列有内容而没有列名")]);
    Tables::jinan()
        .line("annex-1.csv", "grade,commercial,residential,industrial", "sequence,commercial,residential,industrial")
        .are_refused(&[("annex-1.csv:1:1: column \"grade\" is missing", "缺少列\"级别\"")]);
    Tables::jinan()
        .line("annex-4.csv", "sequence,zone,yuan_per_square_metre,wan_yuan_per_mu", "sequence,zone,comment,comment")
        .are_refused(&[("annex-4.csv:1:1: there is no column of prices", "没有价格列")]);
    Tables::jinan().line("annexes.csv", "3,济南市中心城区国有住宅用地区片基准地价表,中心城区,住宅,zone,yes,80", "3,济南市中心城区国有住宅用地区片基准地价表,中心城区,住宅+工业,zone,yes,80").are_refused(&[("annex-3.csv:1:1: the annex has several land uses, and a column of prices that is of none: column \"land_use\" is missing", "附件有多种用途，价格列却未分用途：缺少列\"用途\"")]);
    Tables::jinan().line("edition.csv", "key,value,comment", "key,text,comment").are_refused(&[
        ("edition.csv:1:1: column \"value\" is missing", "缺少列\"内容\""),
        (
            "edition.csv:1:2: unknown column \"text\": the columns are key, value; what nothing is to read is headed comment",
            "不认识的列\"text\"：可有的列为项目、内容；不必读入的列以\"备注\"为列名",
        ),
    ]);
}

#[test]
fn rows_of_another_length() {
    row("15,Ⅲ-4,9138,609").are_refused(&[("annex-2.csv:16:1: 4 cells, but there are 5 columns", "有4格，而表有5列")]);
    row("15,Ⅲ-4,9,138,609,4569")
        .are_refused(&[("annex-2.csv:16:1: 6 cells, but there are 5 columns", "有6格，而表有5列")]);
    Tables::jinan().line("annex-2.csv", ROW, "15,Ⅲ-4,\"9,138\",609,4569").are_refused(&[(
        "annex-2.csv:16:3: yuan_per_square_metre: \"9,138\" has a comma between its digits: write the number without",
        "yuan_per_square_metre：\"9,138\"数字中有逗号：请去掉千位分隔符",
    )]);
}

/// What no gap shows: the last rows of a table.
#[test]
fn missing_rows() {
    Tables::jinan().without_line("annex-4.csv", "50,Ⅶ-10,330,22").are_refused(&[(
        "annex-4.csv:50:1: 49 rows, but annexes.csv says that the printed table has 50",
        "有49行，而annexes.csv称原表有50行",
    )]);
    Tables::jinan().without_line("annex-1.csv", "Ⅸ,1620,———,———").are_refused(&[
        (
            "annex-1.csv:9:1: 8 rows, but annexes.csv says that the printed table has 9",
            "有8行，而annexes.csv称原表有9行",
        ),
        ("annex-2.csv:85:3: zone Ⅸ-1: there is no commercial price of grade Ⅸ", "区片Ⅸ-1：没有商服级别Ⅸ的价格"),
    ]);
}

/// Empty lines before the row; line breaks of two bytes and a byte order mark; a cell of two lines.
#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    row("\n\n15,Ⅲ-4,9138,610,4569").are_refused(&[(
        "annex-2.csv:18:4: 610 万元/亩 is not 9138 元/㎡ ÷ 15, which rounds to 609",
        "610万元/亩不等于9138元/㎡÷15，后者舍入为609",
    )]);
    {
        let tables = row("\n\n15,Ⅲ-4,9138,610,4569");
        let text = tables.text("annex-2.csv").replace('\n', "\r\n");
        tables.with("annex-2.csv", format!("\u{feff}{text}"))
    }
    .are_refused(&[(
        "annex-2.csv:18:4: 610 万元/亩 is not 9138 元/㎡ ÷ 15, which rounds to 609",
        "610万元/亩不等于9138元/㎡÷15，后者舍入为609",
    )]);
    {
        let tables = row("\n\n15,Ⅲ-4,9138,610,4569");
        let text = tables.text("annex-2.csv").replace("\n12,Ⅲ-1,", "\n12,\"Ⅲ-1\n\",");
        tables.with("annex-2.csv", text)
    }
    .are_refused(&[(
        "annex-2.csv:19:4: 610 万元/亩 is not 9138 元/㎡ ÷ 15, which rounds to 609",
        "610万元/亩不等于9138元/㎡÷15，后者舍入为609",
    )]);
}

/// A wrong number is one fault, and so is a missing row.
#[test]
fn sequence_numbers() {
    Tables::jinan().without_line("annex-2.csv", ROW).are_refused(&[("annex-2.csv:16:1: sequence number 16, where 15 is expected", "序号为16，应为15"), ("annex-2.csv:16:2: zone Ⅲ-4 is missing before zone Ⅲ-5; annexes.csv says where zones are numbered otherwise", "区片Ⅲ-5之前缺少区片Ⅲ-4；编号方式不同时在annexes.csv中注明"), ("annex-2.csv:91:1: 90 rows, but annexes.csv says that the printed table has 91", "有90行，而annexes.csv称原表有91行")]);
    row("14,Ⅲ-4,9138,609,4569")
        .are_refused(&[("annex-2.csv:16:1: sequence number 14, where 15 is expected", "序号为14，应为15")]);
    row("0,Ⅲ-4,9138,609,4569").are_refused(&[("annex-2.csv:16:1: sequence: 0 is not above 0", "sequence：0不大于0")]);
    row("15.0,Ⅲ-4,9138,609,4569")
        .are_refused(&[("annex-2.csv:16:1: sequence: 15.0 is not a whole number", "sequence：15.0不是整数")]);
    row("65536,Ⅲ-4,9138,609,4569")
        .are_refused(&[("annex-2.csv:16:1: sequence: 65536 is too large", "sequence：65536过大")]);
    row("1,Ⅲ-4,9138,609,4569")
        .are_refused(&[("annex-2.csv:16:1: sequence number 1, where 15 is expected", "序号为1，应为15")]);
    Tables::jinan()
        .line("annex-4.csv", "1,Ⅰ-1,2202,147", "2,Ⅰ-1,2202,147")
        .are_refused(&[("annex-4.csv:2:1: sequence number 2, where 1 is expected", "序号为2，应为1")]);
}

#[test]
fn zone_codes() {
    row("15,Ⅲ-4a,9138,609,4569").are_refused(&[(
        "annex-2.csv:16:2: zone: invalid zone code \"Ⅲ-4a\": nothing may follow the zone number but 区片, at character 4",
        "zone：区片编号\"Ⅲ-4a\"不正确：区片序号之后只可有“区片”二字（第4个字符）",
    )]);
    row("15,,9138,609,4569")
        .are_refused(&[("annex-2.csv:16:2: zone: a text is expected, the cell is empty", "zone：此格不得为空")]);
    row("15,Ⅲ-65536,9138,609,4569").are_refused(&[(
        "annex-2.csv:16:2: zone: invalid zone code \"Ⅲ-65536\": a zone number is at most 65535, at character 3",
        "zone：区片编号\"Ⅲ-65536\"不正确：区片序号最大为65535（第3个字符）",
    )]);
}

#[test]
fn doubled_and_misplaced_zones() {
    row("15,Ⅲ-3,9138,609,4569").are_refused(&[(
        "annex-2.csv:16:3: commercial zone Ⅲ-3 is there twice, first on line 15",
        "商服区片Ⅲ-3出现两次，先见于第15行",
    )]);
    row("15,III－３,9138,609,4569").are_refused(&[(
        "annex-2.csv:16:3: commercial zone Ⅲ-3 is there twice, first on line 15",
        "商服区片Ⅲ-3出现两次，先见于第15行",
    )]);
    row("15,Ⅱ-9,9138,609,4569").are_refused(&[
        ("annex-2.csv:16:2: zone Ⅱ-9 after zone Ⅲ-3", "区片Ⅱ-9列在区片Ⅲ-3之后"),
        ("annex-2.csv:16:3: commercial zone Ⅱ-9 is there twice, first on line 12", "商服区片Ⅱ-9出现两次，先见于第12行"),
    ]);
    row("15,Ⅱ-2,9138,609,4569").are_refused(&[
        ("annex-2.csv:16:2: zone Ⅱ-2 after zone Ⅲ-3", "区片Ⅱ-2列在区片Ⅲ-3之后"),
        ("annex-2.csv:16:3: commercial zone Ⅱ-2 is there twice, first on line 5", "商服区片Ⅱ-2出现两次，先见于第5行"),
    ]);
}

#[test]
fn gaps_in_zones() {
    row("15,Ⅲ-5,9138,609,4569").are_refused(&[("annex-2.csv:16:2: zone Ⅲ-4 is missing before zone Ⅲ-5; annexes.csv says where zones are numbered otherwise", "区片Ⅲ-5之前缺少区片Ⅲ-4；编号方式不同时在annexes.csv中注明"), ("annex-2.csv:17:3: commercial zone Ⅲ-5 is there twice, first on line 16", "商服区片Ⅲ-5出现两次，先见于第16行")]);
    Tables::jinan().line("annex-2.csv", "12,Ⅲ-1,7508,501,3754", "12,Ⅲ-2,7508,501,3754").are_refused(&[("annex-2.csv:13:2: zone Ⅲ-1 is missing before zone Ⅲ-2; annexes.csv says where zones are numbered otherwise", "区片Ⅲ-2之前缺少区片Ⅲ-1；编号方式不同时在annexes.csv中注明"), ("annex-2.csv:14:3: commercial zone Ⅲ-2 is there twice, first on line 13", "商服区片Ⅲ-2出现两次，先见于第13行")]);
}

#[test]
fn prices_per_mu_that_are_not_a_fifteenth() {
    row("15,Ⅲ-4,9138,608,4569").are_refused(&[(
        "annex-2.csv:16:4: 608 万元/亩 is not 9138 元/㎡ ÷ 15, which rounds to 609",
        "608万元/亩不等于9138元/㎡÷15，后者舍入为609",
    )]);
    row("15,Ⅲ-4,9138,610,4569").are_refused(&[(
        "annex-2.csv:16:4: 610 万元/亩 is not 9138 元/㎡ ÷ 15, which rounds to 609",
        "610万元/亩不等于9138元/㎡÷15，后者舍入为609",
    )]);
    row("15,Ⅲ-4,9138,609.2,4569").are_refused(&[(
        "annex-2.csv:16:4: 609.2 万元/亩 is not 9138 元/㎡ ÷ 15, which rounds to 609; it is with mu_places 1 and mu_area 2000/3, \
         which edition.csv or annexes.csv may declare",
        "609.2万元/亩不等于9138元/㎡÷15，后者舍入为609；若万元/亩小数位为1、每亩平方米为2000/3则相等，可在edition.csv或annexes.csv中注明",
    )]);
    Tables::jinan().line("annex-4.csv", "1,Ⅰ-1,2202,147", "1,Ⅰ-1,2197,147").are_refused(&[(
        "annex-4.csv:2:4: 147 万元/亩 is not 2197 元/㎡ ÷ 15, which rounds to 146",
        "147万元/亩不等于2197元/㎡÷15，后者舍入为146",
    )]);
}

#[test]
fn floor_prices_that_do_not_bear_the_price() {
    row("15,Ⅲ-4,9138,609,4568").are_refused(&[(
        "annex-2.csv:16:5: floor price 4568 × plot ratio 2.0 is not 9138 元/㎡",
        "楼面地价4568×容积率2.0不等于9138元/㎡",
    )]);
    row("15,Ⅲ-4,9139,609,4569").are_refused(&[(
        "annex-2.csv:16:5: floor price 4569 × plot ratio 2.0 is not 9139 元/㎡",
        "楼面地价4569×容积率2.0不等于9139元/㎡",
    )]);
    row("15,Ⅲ-4,9138,609,4569.0001").are_refused(&[(
        "annex-2.csv:16:5: floor price 4569.0001 × plot ratio 2.0 is not 9138 元/㎡",
        "楼面地价4569.0001×容积率2.0不等于9138元/㎡",
    )]);
}

#[test]
fn prices_that_are_none() {
    row("15,Ⅲ-4,0,609,4569").are_refused(&[(
        "annex-2.csv:16:3: yuan_per_square_metre: 0 is not above 0",
        "yuan_per_square_metre：0不大于0",
    )]);
    row("15,Ⅲ-4,-9138,609,4569").are_refused(&[(
        "annex-2.csv:16:3: yuan_per_square_metre: -9138 is not above 0",
        "yuan_per_square_metre：-9138不大于0",
    )]);
    row("15,Ⅲ-4,4294967296,609,4569").are_refused(&[("annex-2.csv:16:3: yuan_per_square_metre: 4294967296 has too many digits: at most 9 places, and all digits together below 2^32", "yuan_per_square_metre：4294967296位数过多：小数至多9位，全部数字小于2^32")]);
    row("15,Ⅲ-4,9138.0000000001,609,4569").are_refused(&[("annex-2.csv:16:3: yuan_per_square_metre: 9138.0000000001 has too many digits: at most 9 places, and all digits together below 2^32", "yuan_per_square_metre：9138.0000000001位数过多：小数至多9位，全部数字小于2^32")]);
    row("15,Ⅲ-4,9.138e3,609,4569").are_refused(&[("annex-2.csv:16:3: yuan_per_square_metre: invalid decimal \"9.138e3\": a decimal is digits with at most one point between them, such as 0.9138, at character 6", "yuan_per_square_metre：数字\"9.138e3\"不正确：数字由数字字符组成，中间至多一个小数点，如0.9138（第6个字符）")]);
    row("15,Ⅲ-4,9138元,609,4569").are_refused(&[("annex-2.csv:16:3: yuan_per_square_metre: invalid decimal \"9138元\": a decimal is digits with at most one point between them, such as 0.9138, at character 5", "yuan_per_square_metre：数字\"9138元\"不正确：数字由数字字符组成，中间至多一个小数点，如0.9138（第5个字符）")]);
    row("15,Ⅲ-4,,609,4569").are_refused(&[("annex-2.csv:16:3: yuan_per_square_metre: invalid decimal \"\": a decimal is expected, the text is empty, at character 1", "yuan_per_square_metre：数字\"\"不正确：应为数字，文本为空（第1个字符）")]);
    row("15,Ⅲ-4,9138,0,4569")
        .are_refused(&[("annex-2.csv:16:4: wan_yuan_per_mu: 0 is not above 0", "wan_yuan_per_mu：0不大于0")]);
    row("15,Ⅲ-4,9138,609,").are_refused(&[(
        "annex-2.csv:16:5: floor_price: invalid decimal \"\": a decimal is expected, the text is empty, at character 1",
        "floor_price：数字\"\"不正确：应为数字，文本为空（第1个字符）",
    )]);
    row("15,Ⅲ-4,,,").are_refused(&[(
        "annex-2.csv:16:3: a price is expected, the cell is empty: a zone without one has a stroke, ———",
        "此格应有价格；没有价格的区片填———",
    )]);
    Tables::jinan()
        .line("annex-1.csv", "Ⅲ,8198,9840,1244", "Ⅲ,8198,0,1244")
        .are_refused(&[("annex-1.csv:4:3: residential: 0 is not above 0", "residential：0不大于0")]);
}

#[test]
fn zones_without_a_grade_price() {
    Tables::jinan().line("annex-1.csv", "Ⅸ,1620,———,———", "Ⅸ,———,———,———").are_refused(&[(
        "annex-2.csv:85:3: zone Ⅸ-1: there is no commercial price of grade Ⅸ",
        "区片Ⅸ-1：没有商服级别Ⅸ的价格",
    )]);
    Tables::jinan().line("annex-4.csv", "50,Ⅶ-10,330,22", "50,Ⅷ-1,330,22").are_refused(&[(
        "annex-4.csv:51:3: zone Ⅷ-1: there is no industrial price of grade Ⅷ",
        "区片Ⅷ-1：没有工业级别Ⅷ的价格",
    )]);
}

#[test]
fn grades_out_of_order_and_prices_of_none() {
    Tables::jinan()
        .without_line("annex-1.csv", "Ⅲ,8198,9840,1244")
        .line(
            "annexes.csv",
            "1,济南市中心城区国有商服、住宅、工业用地级别基准地价表,中心城区,商服+住宅+工业,grade,yes,9",
            "1,济南市中心城区国有商服、住宅、工业用地级别基准地价表,中心城区,商服+住宅+工业,grade,yes,8",
        )
        .are_refused(&[
            (
                "annex-1.csv:4:1: grade Ⅲ is missing before grade Ⅳ: where there is none, its price is a stroke, ———",
                "级别Ⅳ之前缺少级别Ⅲ；没有该级别时价格填———",
            ),
            ("annex-2.csv:13:3: zone Ⅲ-1: there is no commercial price of grade Ⅲ", "区片Ⅲ-1：没有商服级别Ⅲ的价格"),
            ("annex-3.csv:16:3: zone Ⅲ-1: there is no residential price of grade Ⅲ", "区片Ⅲ-1：没有住宅级别Ⅲ的价格"),
            ("annex-4.csv:7:3: zone Ⅲ-1: there is no industrial price of grade Ⅲ", "区片Ⅲ-1：没有工业级别Ⅲ的价格"),
        ]);
    Tables::jinan().line("annex-1.csv", "Ⅲ,8198,9840,1244", "Ⅱ,8198,9840,1244").are_refused(&[
        (
            "annex-1.csv:4:2: the commercial price of grade Ⅱ is there twice, first on line 3",
            "商服级别Ⅱ的价格出现两次，先见于第3行",
        ),
        (
            "annex-1.csv:4:3: the residential price of grade Ⅱ is there twice, first on line 3",
            "住宅级别Ⅱ的价格出现两次，先见于第3行",
        ),
        (
            "annex-1.csv:4:4: the industrial price of grade Ⅱ is there twice, first on line 3",
            "工业级别Ⅱ的价格出现两次，先见于第3行",
        ),
        (
            "annex-1.csv:5:1: grade Ⅲ is missing before grade Ⅳ: where there is none, its price is a stroke, ———",
            "级别Ⅳ之前缺少级别Ⅲ；没有该级别时价格填———",
        ),
        ("annex-2.csv:13:3: zone Ⅲ-1: there is no commercial price of grade Ⅲ", "区片Ⅲ-1：没有商服级别Ⅲ的价格"),
        ("annex-3.csv:16:3: zone Ⅲ-1: there is no residential price of grade Ⅲ", "区片Ⅲ-1：没有住宅级别Ⅲ的价格"),
        ("annex-4.csv:7:3: zone Ⅲ-1: there is no industrial price of grade Ⅲ", "区片Ⅲ-1：没有工业级别Ⅲ的价格"),
    ]);
    Tables::jinan().line("annex-1.csv", "Ⅲ,8198,9840,1244", "Ⅲ,8198,,1244").are_refused(&[("annex-1.csv:4:1: no residential price of grade Ⅲ, but one of a later grade: where none is printed, it is a stroke, ———", "住宅级别Ⅲ没有价格，其后的级别却有；原表无价格处填———"), ("annex-3.csv:16:3: zone Ⅲ-1: there is no residential price of grade Ⅲ", "区片Ⅲ-1：没有住宅级别Ⅲ的价格")]);
    Tables::jinan().line("annex-1.csv", "Ⅲ,8198,9840,1244", "三等,8198,9840,1244").are_refused(&[("annex-1.csv:4:1: grade: \"三等\" is no grade such as Ⅲ, 3 or 三级; one that has a name is listed in grades.csv", "grade：\"三等\"不是Ⅲ、3、三级这样的级别；以名称命名的级别须列入grades.csv"), ("annex-1.csv:5:1: grade Ⅲ is missing before grade Ⅳ: where there is none, its price is a stroke, ———", "级别Ⅳ之前缺少级别Ⅲ；没有该级别时价格填———"), ("annex-2.csv:13:3: zone Ⅲ-1: there is no commercial price of grade Ⅲ", "区片Ⅲ-1：没有商服级别Ⅲ的价格"), ("annex-3.csv:16:3: zone Ⅲ-1: there is no residential price of grade Ⅲ", "区片Ⅲ-1：没有住宅级别Ⅲ的价格"), ("annex-4.csv:7:3: zone Ⅲ-1: there is no industrial price of grade Ⅲ", "区片Ⅲ-1：没有工业级别Ⅲ的价格")]);
    Tables::jinan().line("annex-1.csv", "Ⅲ,8198,9840,1244", ",8198,9840,1244").are_refused(&[("annex-1.csv:4:1: grade: \"\" is no grade such as Ⅲ, 3 or 三级; one that has a name is listed in grades.csv", "grade：\"\"不是Ⅲ、3、三级这样的级别；以名称命名的级别须列入grades.csv"), ("annex-1.csv:5:1: grade Ⅲ is missing before grade Ⅳ: where there is none, its price is a stroke, ———", "级别Ⅳ之前缺少级别Ⅲ；没有该级别时价格填———"), ("annex-2.csv:13:3: zone Ⅲ-1: there is no commercial price of grade Ⅲ", "区片Ⅲ-1：没有商服级别Ⅲ的价格"), ("annex-3.csv:16:3: zone Ⅲ-1: there is no residential price of grade Ⅲ", "区片Ⅲ-1：没有住宅级别Ⅲ的价格"), ("annex-4.csv:7:3: zone Ⅲ-1: there is no industrial price of grade Ⅲ", "区片Ⅲ-1：没有工业级别Ⅲ的价格")]);
    Tables::jinan()
        .with("annex-1.csv", "grade,commercial,residential,industrial\nⅠ,11924,14960,———\n")
        .without("annex-2.csv")
        .without("annex-3.csv")
        .without("annex-4.csv")
        .with("annexes.csv", "number,area,land_uses,prices\n1,中心城区,商服+住宅+工业,grade\n")
        .without("basis.csv")
        .without("places.csv")
        .without("statements.csv")
        .are_refused(&[("annex-1.csv:2:1: there is no industrial price", "没有工业价格")]);
}

#[test]
fn zones_of_another_grade_than_they_are_said_to_be() {
    Tables::city(&[
        ("annexes.csv", "number,land_uses,prices\n1,商业,zone\n"),
        ("annex-1.csv", "zone,grade,yuan_per_square_metre\nⅠ-1,1,9\nⅠ-2,2,8\n"),
    ])
    .are_refused(&[
        (
            "annex-1.csv:3:1: zone Ⅰ-1 is missing before zone Ⅰ-2; annexes.csv says where zones are numbered otherwise",
            "区片Ⅰ-2之前缺少区片Ⅰ-1；编号方式不同时在annexes.csv中注明",
        ),
        ("annex-1.csv:3:2: zone Ⅰ-2 is not of grade Ⅱ", "区片Ⅰ-2不属Ⅱ级"),
    ]);
}

#[test]
fn prices_in_wan_yuan_per_mu_alone() {
    Tables::city(&[
        ("annexes.csv", "number,land_uses,prices,mu_area\n1,商业,grade,666.67\n"),
        ("annex-1.csv", "grade,wan_yuan_per_mu\n1,9.5\n2,300000000\n"),
    ])
    .are_refused(&[
        (
            "annex-1.csv:2:2: a price printed in 万元/亩 or 元/亩 alone is one in 元/㎡ only where a 亩 is 2000/3 ㎡: leave mu_area out, or \
             give the 元/㎡ that the document prints",
            "仅载明万元/亩或元/亩的价格，只有1亩等于2000/3平方米时才能换算为元/㎡：不填每亩平方米，或填写文件载明的元/㎡",
        ),
        ("annex-1.csv:3:2: 300000000 万元/亩 is too large", "300000000万元/亩过大"),
    ]);
}

#[test]
fn texts_in_no_encoding() {
    {
        let mut text = Tables::jinan().text("annex-4.csv").as_bytes().to_vec();
        text.extend(b"51,\xff\xff,330,22\n");
        Tables::jinan().with("annex-4.csv", text)
    }
    .are_refused(&[("annex-4.csv:52:1: neither UTF-8 nor GB18030", "既不是UTF-8，也不是GB18030编码")]);
}
