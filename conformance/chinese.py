"""The message of a refusal in Chinese, from its English: the same values, the words written here a second time."""

import re

class Words(dict):
    """Words of the trade; what an edition calls something itself is the same in both languages."""

    def __missing__(self, word):
        return word


LAND_USES = Words({"commercial": "商服", "residential": "住宅", "industrial": "工业", "public service": "公共管理与公共服务"})
AREAS = Words({"central urban area": "中心城区", "township": "建制镇"})
SERVICES = {
    "road": "通路", "power": "供电", "telecom": "通讯", "water supply": "供水", "drainage": "排水", "gas": "供气",
    "heating": "供热", "levelling": "场地平整",
}
SPELLINGS = {
    "land use": "土地用途", "grade": "级别", "zone code": "区片编号", "area": "地域", "service": "基础设施",
    "development level": "开发程度", "decimal": "数字", "date": "日期",
}
QUANTITIES = {
    "benchmark price": "基准地价", "base date": "基准日", "capitalization rate": "土地还原利率",
    "statutory term": "法定最高出让年期", "remaining term": "剩余使用年期", "valuation date": "估价期日",
    "expiry date": "终止日期", "term coefficient": "年期修正系数", "perpetual term": "无限年期", "plot ratio": "容积率",
    "plot-ratio coefficient": "容积率修正系数", "plot-ratio table": "容积率修正系数表", "date coefficient": "期日修正系数",
    "date index": "地价指数", "monthly growth": "月增长率", "months": "月数", "coefficient": "修正系数",
    "factor corrections": "因素修正", "development adjustment": "开发程度修正",
    "development level of the basis": "基准地价开发程度", "unit cost": "单位费用", "area": "面积", "share": "比例",
    "unit price": "宗地单价", "price per mu": "每亩地价", "floor price": "楼面地价", "total": "总价",
    "deviation": "偏离基准地价", "amount": "金额", "development level of the site": "宗地开发程度", "basis": "基准地价内涵",
    "price of one's own": "自定的基准地价", "open end of a table": "修正系数表的开放端",
    "interpolation between dates": "指数的内插方式",
    "permission for a longer term": "年期超限许可",
    "original price": "原条件地价", "price difference": "地价差额", "payment ratio": "缴纳比例", "minimum price": "最低价",
    "ratio of the minimum price": "最低价比例", "payment per square metre": "应缴单价",
    "levels of factors": "因素优劣程度", "published corrections": "公布的修正体系",
}
RULES = {
    "the name does not say which services it stands for: list them, such as 通路、供电、供水、场地平整":
        "这一名称没有说明包括哪些基础设施：请逐项列出，如通路、供电、供水、场地平整",
    "a date is the year in four digits, month and day, such as 2020-10-08, 2020/10/8, 2020.10.8 or 2020年10月8日":
        "日期应为四位数的年和月、日，如2020-10-08、2020/10/8、2020.10.8或2020年10月8日",
    "dates run from the year 1 to the year 9999": "日期的年份为1至9999",
    "nothing may follow a date but the time 00:00:00": "日期之后只可有时刻00:00:00",
    "a date has no time of day other than 00:00:00": "日期不可带00:00:00以外的时刻",
    "a grade is expected: a numeral from 1 to 20, such as Ⅲ, III, 3 or 三": "应为级别：1至20，如Ⅲ、III、3或三",
    "grades run from 1 to 20": "级别为1至20级",
    "nothing may follow a grade but 级 or 级地": "级别之后只可有“级”或“级地”",
    "级 must follow 第 and a grade": "“第”字之后的级别应以“级”字结尾",
    "a grade in Arabic digits, from 1 to 20, must be followed by a hyphen": "用阿拉伯数字写的级别应为1至20，后接连字符",
    "zone numbers begin with 1": "区片序号从1开始",
    "a zone number is at most 65535": "区片序号最大为65535",
    "nothing may follow the zone number but 区片": "区片序号之后只可有“区片”二字",
    "thousands are not separated: 1000, not 1,000": "数字不可用千位分隔符：写作1000，不写作1,000",
    "and must be of a year from 1 to 9999": "年份应为1至9999",
    "a land use is expected, the text is empty": "应为土地用途，文本为空",
    "not the name of a land use: commercial 商服, residential 住宅, industrial 工业 or public service 公共管理与公共服务":
        "不是土地用途的名称：商服、住宅、工业或公共管理与公共服务",
    "not the name of an area: central urban area 中心城区 or township 建制镇": "不是地域的名称：中心城区或建制镇",
    "not the name of a land use of this edition": "不是本版地价的土地用途",
    "not the name of an area of this edition": "不是本版地价的地域",
    "not the name of a service: road 通路, power 供电, telecom 通讯, water supply 供水, drainage 排水, gas 供气, "
    "heating 供热 or levelling 场地平整": "不是基础设施的名称：通路、供电、通讯、供水、排水、供气、供热或场地平整",
    "neither 五通一平, 六通一平, 七通一平 nor a list of services such as road+power or 通路、供电":
        "既不是五通一平、六通一平、七通一平，也不是通路、供电这样的列举",
    "the service is named twice": "同一项基础设施列了两次",
    "it stands for road+power+telecom+water supply+drainage+gas+levelling in some documents and for "
    "road+power+telecom+water supply+drainage+heating+levelling in others: list the services, or read it in an edition":
        "有的文件指通路、供电、通讯、供水、排水、供气、场地平整，有的文件指通路、供电、通讯、供水、排水、供热、场地平整："
        "请逐项列出，或按某一版地价读取",
    "the calendar has no such day": "日历上没有这一天",
    "a grade is expected, the text is empty": "应为级别，文本为空",
    "a zone code is expected, the text is empty": "应为区片编号，文本为空",
    "a zone number is expected after the grade": "级别之后应为区片序号",
    "a decimal is expected, the text is empty": "应为数字，文本为空",
    "a decimal is digits with at most one point between them, such as 0.9138":
        "数字由数字字符组成，中间至多一个小数点，如0.9138",
    "a decimal ends with a digit": "数字应以数字字符结尾",
    "too many digits: at most 28 places, and all digits together below 2^96":
        "位数过多：小数至多28位，全部数字合起来应小于2^96",
    "a plot ratio is positive": "容积率应大于0",
    "a coefficient is positive": "系数应大于0",
    "plot ratios ascend from row to row": "容积率应逐行递增",
    "an index is positive": "指数应大于0",
    "dates ascend from row to row": "日期应逐行递增",
    "a chain index has one row for each period, and leaves none out": "环比指数每期一行，不可缺期",
    "a link of a chain index is from 20 to 500, the period before being 100: 102.3, not 2.3 % or 1.023":
        "环比指数以上期为100，应为20至500：写作102.3，不写作2.3%或1.023",
    "and must be a fraction of at most 1 and 6 places: 6.4 % is 0.064": "应为不大于1的小数，至多6位：6.4%即0.064",
    "and must be at most 100 years, of at most 4 places": "应不超过100年，至多4位小数",
    "and must have at most 4 places": "应至多4位小数",
    "and must be a fraction above -0.5 and at most 1, of at most 6 places": "应为大于-0.5且不大于1的小数，至多6位",
    "and must be a fraction of at most 1: 40 % is 0.4": "应为不大于1的小数：40%即0.4",
    "and growth is computed over at most 1200": "增长至多计算1200个月",
}


# What the whole English message looks like, and the same in Chinese. What is in quotation marks is the caller's text.
MESSAGES = {
    r'invalid ([a-z ]+) (".*"…?): (.*), at character (\d+)':
        lambda of, text, rule, at: f"{SPELLINGS[of]} {text} 无效：{RULES[rule]}（第 {at} 个字符）",
    r"no (.+?) grade (\S+): no \1 grade is published":
        lambda use, grade: f"{LAND_USES[use]}没有 {graded(grade)}：未公布{LAND_USES[use]}的级别基准地价",
    r"no (.+?) grade (\S+): \1 has (\S+)":
        lambda use, grade, grades: f"{LAND_USES[use]}没有 {graded(grade)}：{LAND_USES[use]}有 {grades}",
    r"no (.+?) grade (\S+): \1 grades run from (\S+) to (\S+)":
        lambda use, grade, first, last: f"{LAND_USES[use]}没有 {graded(grade)}：{LAND_USES[use]}的级别为 {first} 至 {last}",
    r"no (.+?) zone (\S+-\d+): (\S+) has zones 1 to (\d+)":
        lambda use, code, grade, last: f"{LAND_USES[use]}没有区片 {code}：{grade} 级有 1 至 {last} 号区片",
    r"no (.+?) zone (\S+): no such zone is published":
        lambda use, code: f"{LAND_USES[use]}没有区片 {code}：未公布这一区片",
    r"no (.+?) land use: edition (\S+) has none": lambda use, edition: f"没有{LAND_USES[use]}这一土地用途：{edition} 未列",
    r"several land uses are (.+?) ones, (\S+) and (\S+), and which is meant is not guessed":
        lambda use, first, second: f"属于{LAND_USES[use]}的土地用途不止一个（{first}、{second}），不作猜测，请写明",
    r"no (.+?): edition (\S+) has no such area": lambda area, edition: f"没有{AREAS[area]}这一地域：{edition} 未列",
    r"no basis is stated for (.+?) land of the (.+)":
        lambda use, area: f"未载明{AREAS[area]}{LAND_USES[use]}用地的基准地价内涵",
    r"the ([a-z' -]+) needs the ([a-z' -]+), which (.+) does not state and which is not given":
        lambda needed_by, quantity, document: f"{QUANTITIES[needed_by]}需要{QUANTITIES[quantity]}，{document} 未载明，也未给出",
    r"the ([a-z' -]+) is (\S+), which the table of (.+) does not list, nor what holds between its rows":
        lambda of, value, document: f"{QUANTITIES[of]}为 {value}，{document} 的修正系数表未列，也未载明如何内插",
    r'(\S+) has no factor and no coefficient (".*"…?) for that land use and grade':
        lambda edition, name: f"{edition} 的修正体系中没有{name}这一因素或系数（就这一用途和级别）",
    r'no level (".*"…?) of (.+?): it has (.+)': lambda level, of, levels: f"{of}没有{level}这一优劣程度：有{levels}",
    r'no edition of (".*") is in the set': lambda city: f"所给各版中没有{city}的基准地价",
    r"no edition is in force on (\S+): (\S+) is until (\S+), and the next, (\S+), is from (\S+)":
        lambda day, before, until, after, start: f"{day} 没有施行中的版本：{before} 至 {until} 止，其后的 {after} 自 {start} 起",
    r"no edition is in force on (\S+): (\S+) is until (\S+)":
        lambda day, before, until: f"{day} 没有施行中的版本：{before} 至 {until} 止",
    r"no edition is in force on (\S+): the first, (\S+), is from (\S+)":
        lambda day, after, start: f"{day} 没有施行中的版本：最早的 {after} 自 {start} 起",
    r"both (\S+) and (\S+) claim to be in force on (\S+), and which is meant is not guessed":
        lambda first, second, day: f"{first} 与 {second} 均称在 {day} 施行，不作猜测",
    r"no (.+?) price of the (.+?): annex (\S+) publishes them, and this edition does not hold its figures":
        lambda use, area, annex: f"没有{AREAS[area]}{LAND_USES[use]}的地价：由附件 {annex} 公布，本版未收其数值",
    r'the coefficient (".*"…?) is (\S+), and must be positive':
        lambda name, value: f"修正系数 {name} 为 {value}，应大于 0",
    r"the ([a-z' -]+) is (\S+), and must be positive": lambda of, value: f"{QUANTITIES[of]}为 {value}，应大于 0",
    r"the unit cost of ([a-z ]+) is (\S+), and must not be negative":
        lambda service, cost: f"{SERVICES[service]}的单位费用为 {cost}，不应为负",
    r"the remaining term is (\S+) years, longer than the statutory term of (\S+)":
        lambda m, n: f"剩余使用年期为 {m} 年，超过法定最高出让年期 {n} 年",
    r"the expiry date is (\S+), and must be after the valuation date (\S+)":
        lambda expiry, valuation: f"终止日期为 {expiry}，应在估价期日 {valuation} 之后",
    r"the plot ratio is (\S+), outside the table from (\S+) to (\S+)":
        lambda ratio, first, last: f"容积率为 {ratio}，不在容积率修正系数表 {first} 至 {last} 的范围内",
    r"the date is (\S+), outside the date index from (\S+) to (\S+)":
        lambda day, first, last: f"日期为 {day}，不在地价指数 {first} 至 {last} 的范围内",
    r'the factor correction (".*"…?) is (\S+), and must be above -1 and below 1':
        lambda name, value: f"因素修正 {name} 为 {value}，应大于 -1 且小于 1",
    r'the factor correction (".*"…?) is (\S+), and must be above -1 and below 1: is a per cent sign missing \(\2 %\)\?':
        lambda name, value: f"因素修正 {name} 为 {value}，应大于 -1 且小于 1：是否漏写百分号（{value}%）",
    r"the ([a-z' -]+) is (\S+), (and .*)": lambda of, value, rule: f"{QUANTITIES[of]}为 {value}，{RULES[rule]}",
    r"row (\d+) of the ([a-z' -]+): (.*)": lambda row, table, rule: f"{QUANTITIES[table]}第 {row} 行：{RULES[rule]}",
    r"the factor corrections sum to (\S+), and 1 \+ their sum must be positive":
        lambda total: f"因素修正之和为 {total}，1 加上此和应大于 0",
    r"no unit cost of ([a-z ]+) is given, which either the site or the basis has and the other lacks":
        lambda service: f"未给出{SERVICES[service]}的单位费用，宗地与基准地价内涵只有一方具备这一项",
    r"two unit costs of ([a-z ]+) are given": lambda service: f"{SERVICES[service]}的单位费用给出了两次",
    r"the ([a-z' -]+) needs the ([a-z' -]+), which is not given":
        lambda needed_by, quantity: f"{QUANTITIES[needed_by]}需要{QUANTITIES[quantity]}，未给出",
    r"the ([a-z' -]+) and the ([a-z' -]+) are both given, and exclude each other":
        lambda first, second: f"{QUANTITIES[first]}与{QUANTITIES[second]}同时给出，二者只可取一",
    r"the ([a-z' -]+) takes no part: no ([a-z' -]+) is given":
        lambda quantity, without: f"未给出{QUANTITIES[without]}，{QUANTITIES[quantity]}不起作用",
    r'the factor correction (".*"…?) is given twice': lambda name: f"因素修正 {name} 给出了两次",
    r'the ([a-z -]+) (".*"…?) is given twice': lambda of, name: f"{QUANTITIES[of]} {name} 给出了两次",
    r"(\d+) values of ([a-z' -]+) are given, at most (\d+) are taken":
        lambda count, of, most: f"{QUANTITIES[of]}给出了 {count} 个，至多 {most} 个",
    r"the unit price would be (\S+), and must be positive": lambda price: f"宗地单价将为 {price}，应大于 0",
    r"the shares sum to (\S+), and must sum to exactly 1": lambda total: f"比例之和为 {total}，应恰好等于 1",
    r"the shares sum to (\S+), and must sum to exactly 1: are they in per cent\?":
        lambda total: f"比例之和为 {total}，应恰好等于 1：是否以百分数给出",
    r"(\d+) places are asked for, at most (\d+) are taken": lambda places, most: f"要求 {places} 位小数，至多 {most} 位",
    r"the ([a-z' -]+) has too many digits": lambda of: f"{QUANTITIES[of]}位数过多",
}


def graded(grade):
    """A grade with 级 behind it, which a name may end with itself."""
    return grade if grade.endswith("级") else f"{grade} 级"


def chinese(english):
    """The same message in Chinese; a message that no pattern is of stops the program."""
    for pattern, words in MESSAGES.items():
        found = re.fullmatch(pattern, english)
        if found:
            return words(*found.groups())
    raise AssertionError(f"no Chinese is written for: {english}")
