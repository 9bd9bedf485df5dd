//! The columns of tables: each has a name in English and one in Chinese, either of which may head it, and so may what else
//! notices call it.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Key,
    Value,
    Comment,
    Number,
    Label,
    Title,
    File,
    Area,
    LandUses,
    Prices,
    PricePer,
    InHand,
    Rows,
    MuPlaces,
    MuArea,
    SquareMetrePlaces,
    FloorPricePlaces,
    LandPricePlaces,
    ZoneNumbers,
    Name,
    English,
    Spellings,
    Class,
    PrintedUnder,
    District,
    Services,
    Scheme,
    Code,
    Annex,
    Part,
    Row,
    About,
    Text,
    Sequence,
    LandUse,
    Grade,
    Zone,
    Range,
    YuanPerSquareMetre,
    WanYuanPerMu,
    YuanPerMu,
    FloorPrice,
    BaseDate,
    Right,
    StatutoryTerm,
    DevelopmentLevel,
    PlotRatio,
    CapitalizationRate,
    Kind,
    Between,
    Series,
    By,
    Factor,
    Level,
    Condition,
    Coefficient,
    Years,
    Date,
    Index,
    Cost,
    Particular,
}

const NAMES: [(Column, &[&str]); 61] = [
    (Column::Key, &["key", "项目"]),
    (Column::Value, &["value", "内容"]),
    (Column::Comment, &["comment", "备注", "变化幅度", "修正幅度", "权重"]),
    (Column::Number, &["number", "编号"]),
    (Column::Label, &["label", "表号"]),
    (Column::Title, &["title", "标题"]),
    (Column::File, &["file", "文件"]),
    (Column::Area, &["area", "区域", "县区", "区县", "乡镇", "乡镇名称", "镇名", "城镇", "城镇名称", "镇街", "城市"]),
    (Column::LandUses, &["land_uses", "包括用途"]),
    (Column::Prices, &["prices", "价格类型"]),
    (Column::PricePer, &["price_per", "价格单位"]),
    (Column::InHand, &["in_hand", "有数据"]),
    (Column::Rows, &["rows", "行数"]),
    (Column::MuPlaces, &["mu_places", "万元/亩小数位"]),
    (Column::MuArea, &["mu_area", "每亩平方米"]),
    (Column::SquareMetrePlaces, &["square_metre_places", "元/㎡小数位"]),
    (Column::FloorPricePlaces, &["floor_price_places", "楼面地价小数位"]),
    (Column::LandPricePlaces, &["land_price_places", "地面价小数位"]),
    (Column::ZoneNumbers, &["zone_numbers", "区片编号方式"]),
    (Column::Name, &["name", "名称", "区片名称", "区段名称", "路段名称"]),
    (Column::English, &["english", "英文"]),
    (Column::Spellings, &["spellings", "别名"]),
    (Column::Class, &["class", "类别"]),
    (Column::PrintedUnder, &["printed_under", "所属用途"]),
    (Column::District, &["district", "所属区县"]),
    (Column::Services, &["services", "基础设施", "项目", "开发项目", "基础设施项目", "费用项目"]),
    (Column::Scheme, &["scheme", "分类标准"]),
    (Column::Code, &["code", "代码"]),
    (Column::Annex, &["annex", "附件"]),
    (Column::Part, &["part", "出处"]),
    (Column::Row, &["row", "行"]),
    (Column::About, &["about", "事项"]),
    (Column::Text, &["text", "原文"]),
    (Column::Sequence, &["sequence", "序号"]),
    (Column::LandUse, &["land_use", "用途", "土地用途", "用地类型", "用地类别", "用地性质", "土地类型"]),
    (Column::Grade, &["grade", "级别", "土地级别", "土地等级"]),
    (Column::Zone, &["zone", "区片", "区片编号", "区段编号", "编号"]),
    (
        Column::Range,
        &[
            "range",
            "范围",
            "四至",
            "四至范围",
            "区片范围",
            "区段范围",
            "级别范围",
            "分布范围",
            "级别边界",
            "级别边界描述",
        ],
    ),
    (Column::YuanPerSquareMetre, &["yuan_per_square_metre", "元/㎡", "元/平方米", "地面地价", "地面价", "土地单价"]),
    (Column::WanYuanPerMu, &["wan_yuan_per_mu", "万元/亩"]),
    (Column::YuanPerMu, &["yuan_per_mu", "元/亩"]),
    (Column::FloorPrice, &["floor_price", "楼面地价", "楼面价"]),
    (Column::BaseDate, &["base_date", "基准日", "估价期日", "估价基准日", "评估基准日"]),
    (Column::Right, &["right", "权利状况", "土地权利", "土地权利状况", "权利类型"]),
    (
        Column::StatutoryTerm,
        &[
            "statutory_term",
            "年期",
            "使用年期",
            "法定最高年期",
            "年限",
            "使用年限",
            "土地使用年期",
            "土地使用年限",
            "最高出让年限",
            "法定最高出让年限",
            "法定最高出让年期",
        ],
    ),
    (
        Column::DevelopmentLevel,
        &["development_level", "开发程度", "土地开发程度", "平均开发程度", "设定开发程度", "土地开发水平"],
    ),
    (Column::PlotRatio, &["plot_ratio", "容积率", "基准容积率", "设定容积率", "标准容积率", "平均容积率"]),
    (
        Column::CapitalizationRate,
        &["capitalization_rate", "还原率", "还原利率", "土地还原率", "土地还原利率", "资本化率"],
    ),
    (Column::Kind, &["kind", "类型"]),
    (Column::Between, &["between", "内插"]),
    (Column::Series, &["series", "指数类型"]),
    (Column::By, &["by", "依据"]),
    (Column::Factor, &["factor", "因素", "修正因素", "因子", "微观因素", "影响因素", "修正因子"]),
    (Column::Level, &["level", "优劣程度", "等次"]),
    (Column::Condition, &["condition", "条件", "指标", "指标说明"]),
    (Column::Coefficient, &["coefficient", "修正系数", "系数", "修正值"]),
    (
        Column::Years,
        &[
            "years",
            "年数",
            "剩余使用年期",
            "使用年限",
            "剩余年期",
            "剩余年限",
            "年期",
            "使用年期",
            "土地使用年期",
            "土地使用年限",
        ],
    ),
    (Column::Date, &["date", "日期"]),
    (Column::Index, &["index", "指数", "地价指数"]),
    (Column::Cost, &["cost", "费用", "单位费用", "开发费用"]),
    (
        Column::Particular,
        &[
            "particular",
            "说明",
            "起点",
            "止点",
            "终点",
            "起止点",
            "变幅",
            "地价变幅",
            "价格幅度",
            "地价区间",
            "波动幅度",
            "浮动幅度",
            "上调幅度",
            "下调幅度",
            "上限",
            "下限",
            "最高价",
            "最低价",
            "标准深度",
            "平均深度",
            "标准宽度",
            "平均宽度",
        ],
    ),
];

impl Column {
    fn names(self) -> &'static [&'static str] {
        NAMES.iter().find(|(column, _)| *column == self).map_or(&[], |(_, names)| names)
    }

    /// Its name in English.
    pub(crate) fn english(self) -> &'static str {
        self.names().first().unwrap_or(&"")
    }

    /// Its name in Chinese.
    pub(crate) fn chinese(self) -> &'static str {
        self.names().get(1).unwrap_or(&"")
    }

    /// Whether a table may have several of it, each under a heading of its own.
    pub(crate) const fn may_be_several(self) -> bool {
        matches!(self, Self::Comment | Self::Particular | Self::Factor)
    }

    /// Whether a heading is one of its names.
    pub(crate) fn is_named(self, heading: &str) -> bool {
        self.names().iter().any(|name| name.eq_ignore_ascii_case(heading))
    }

    /// What a heading that ends with one of its names has before it, as `住宅` of `住宅容积率` and `办公` of
    /// `办公_plot_ratio`.
    pub(crate) fn before_in(self, heading: &str) -> impl Iterator<Item = &str> {
        let before = self.names().iter().filter_map(move |name| heading.strip_suffix(name));
        before.map(|before| before.trim_end_matches(['_', ' ', ':', '：'])).filter(|before| !before.is_empty())
    }

    /// What a heading that begins with one of its names has behind it, as `元/㎡` of `上限元/㎡`.
    pub(crate) fn behind_in(self, heading: &str) -> impl Iterator<Item = &str> {
        self.names().iter().filter_map(move |name| heading.strip_prefix(name)).filter(|behind| !behind.is_empty())
    }
}

/// The columns' names, as an error lists them.
pub(crate) fn list(columns: &[Column], name: impl Fn(Column) -> &'static str, separator: &str) -> String {
    columns.iter().map(|&column| name(column)).collect::<Vec<_>>().join(separator)
}
