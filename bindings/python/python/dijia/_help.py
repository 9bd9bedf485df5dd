"""What the command line says of itself."""

ENGLISH = """\
Prices a parcel by Jinan's benchmark land prices of 2020, or says what is published of a zone.

usage: appraise LAND_USE ZONE [options]              appraise 商服 Ⅲ-4
       appraise LAND_USE --grade GRADE [options]     appraise 住宅 --grade Ⅱ --remaining-term 65
       appraise --base-price PRICE [options]         a price of your own, 元/㎡
       appraise                                      an example: what is published of 商服 Ⅲ-4

term           --remaining-term YEARS                or --valuation-date DATE --expiry DATE; or 'perpetual'
               --longer-term                         the remaining term may be longer than the statutory one
               --rate R  --statutory-term YEARS      instead of those of the basis; R as 6.4% or 0.064
               --term-coefficient K                  instead of a term; a K may be a ratio, 100/103
plot ratio     --plot-ratio X                        for the floor price
               --plot-ratio-coefficient K            or --plot-ratio-table X=K,X=K,…  [--open-below] [--open-above]
date           --date-coefficient K                  or --date-index DATE=I,DATE=I,… [--linear] [--chain quarter]
                                                     or --monthly-growth G; both with --valuation-date
               --base-date DATE                      instead of that of the basis
others         --coefficient NAME=K                  as often as needed: 面积=0.98
               --factor NAME=F                       as often as needed: 区域=2.402%
published      --published                           what is not given, from the tables of corrections of the document
               --level FACTOR=LEVEL                  as often as needed: 距汽车站距离=较劣, or a number in an interval
development    --development KF                      元/㎡, signed
               --development LEVEL --unit-cost SERVICE=COST …   六通一平, or road+power+…
parcel         --area M2                             ㎡
payment        --payment-ratio R                     the part of the price that is paid: 40%
               --original-price PRICE                the difference to that price alone is paid
               --minimum-price PRICE                 not less is paid, or than a part of it: [--minimum-ratio R]
rounding       --coefficient-places N                places of derived coefficients, or 'unrounded'; 4 unless told
               --price-places N                      places of the unit price; 2 unless told
               --amount-places N                     places of amounts; 2 unless told
               --half-even                           instead of half up
edition        --edition PATH                        the file or folder of another edition  [--district NAME]
worksheet      --layout wide|narrow|markdown|html     a wide table of text unless told; narrow fits a page of A4
output         --english   --chinese   --language en|zh   --json   --help   --version
"""

CHINESE = """\
按济南市2020年基准地价评估宗地地价，或查询区片所公布的内容。

用法：appraise 用途 区片 [选项]                      appraise 商服 Ⅲ-4
      appraise 用途 --grade 级别 [选项]              appraise 住宅 --grade Ⅱ --remaining-term 65
      appraise --base-price 地价 [选项]              自定的基准地价，元/㎡
      appraise                                       示例：商服 Ⅲ-4 所公布的内容

年期           --remaining-term 年数                 或 --valuation-date 日期 --expiry 日期；无限年期写作 无限年期
               --longer-term                         剩余使用年期可超过法定最高出让年期
               --rate R  --statutory-term 年数       代替基准地价内涵中的数值；R 写作 6.4% 或 0.064
               --term-coefficient K                  代替年期；各 K 可为比值，如 100/103
容积率         --plot-ratio X                        用于楼面地价
               --plot-ratio-coefficient K            或 --plot-ratio-table X=K,X=K,… [--open-below] [--open-above]
期日           --date-coefficient K                  或 --date-index 日期=指数,日期=指数,… [--linear]
                                                     环比指数另给 --chain month|quarter|half-year|year（上期为100）
                                                     或 --monthly-growth G；后两者需有 --valuation-date
               --base-date 日期                      代替基准地价内涵中的基准日
其他系数       --coefficient 名称=K                  可多次给出：面积=0.98
               --factor 名称=F                       可多次给出：区域=2.402%
修正体系       --published                           未给出的系数取自文件公布的修正系数表
               --level 因素=优劣程度                 可多次给出：距汽车站距离=较劣，或区间内的数值
开发程度       --development KF                      元/㎡，可为负
               --development 开发程度 --unit-cost 设施=费用 …   六通一平，或通路、供电等的列举
宗地           --area 面积                           ㎡
应缴价款       --payment-ratio R                     缴纳比例：40%
               --original-price 地价                 原条件地价，只缴差额
               --minimum-price 地价                  最低价，或其一部分：[--minimum-ratio R]
取位           --coefficient-places N                推算系数的小数位数，或 unrounded（不取位）；默认4位
               --price-places N                      单价的小数位数；默认2位
               --amount-places N                     金额的小数位数；默认2位
               --half-even                           四舍六入五成双，代替四舍五入
版本           --edition 路径                        其他版本的地价文件或文件夹 [--district 区域]
估价表         --layout wide|narrow|markdown|html     版式，默认为宽表；窄表（narrow）适合A4纸
输出           --english   --chinese   --language en|zh   --json   --help   --version
"""
