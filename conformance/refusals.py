"""Inputs of appraisals that have no honest result."""

NINES = ";".join(f"k{i}=0.99" for i in range(9))

# One broken rule each: the inputs, the kind of the error, and its whole message. Written by hand.
REFUSED = [
    ({"base": "own:0"}, "NotPositive", "the benchmark price is 0, and must be positive"),
    ({"base": "own:-1.50"}, "NotPositive", "the benchmark price is -1.50, and must be positive"),
    ({"base": "zone:commercial:Ⅲ-13"}, "NoSuchZone", "no commercial zone Ⅲ-13: Ⅲ has zones 1 to 12"),
    ({"base": "zone:industrial:Ⅷ-1"}, "NoSuchGrade", "no industrial grade Ⅷ: industrial grades run from Ⅰ to Ⅶ"),
    ({"base": "grade:residential:Ⅸ"}, "NoSuchGrade", "no residential grade Ⅸ: residential grades run from Ⅰ to Ⅷ"),
    (
        {"base": "zone:public service:Ⅰ-1"},
        "FiguresNotInHand",
        "no public service price of the central urban area: annex 5 publishes them, and this edition does "
        "not hold its figures",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "0"},
        "NotPositive",
        "the remaining term is 0, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "-3"},
        "NotPositive",
        "the remaining term is -3, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "40.01"},
        "TermExceedsStatutory",
        "the remaining term is 40.01 years, longer than the statutory term of 40",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "100.01", "longer_term": "yes"},
        "OutOfRange",
        "the remaining term is 100.01, and must be at most 100 years, of at most 4 places",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "100.01", "statutory_term": "perpetual"},
        "OutOfRange",
        "the remaining term is 100.01, and must be at most 100 years, of at most 4 places",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "50.00001", "longer_term": "yes"},
        "OutOfRange",
        "the remaining term is 50.00001, and must have at most 4 places",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "longer_term": "yes"},
        "TakesNoPart",
        "the permission for a longer term takes no part: no remaining term is given",
    ),
    (
        {"base": "own:9138", "statutory_term": "perpetual"},
        "TakesNoPart",
        "the statutory term takes no part: no remaining term is given",
    ),
    (
        {"base": "own:9138", "remaining_term": "perpetual"},
        "Missing",
        "the term coefficient needs the capitalization rate, which is not given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "perpetual", "expiry_date": "2050-01-01"},
        "Conflict",
        "the remaining term and the expiry date are both given, and exclude each other",
    ),
    (
        {"base": "own:9138", "term_coefficient": "0.98", "remaining_term": "perpetual"},
        "Conflict",
        "the term coefficient and the remaining term are both given, and exclude each other",
    ),
    (
        {"base": "own:9138", "term_coefficient": "100/0"},
        "NotPositive",
        "the term coefficient is 0, and must be positive",
    ),
    (
        {"base": "own:9138", "plot_ratio_coefficient": "-1.16/1.40"},
        "NotPositive",
        "the plot-ratio coefficient is -1.16, and must be positive",
    ),
    (
        {"base": "own:9138", "date_coefficient": "100/-103"},
        "NotPositive",
        "the date coefficient is -103, and must be positive",
    ),
    (
        {"base": "own:9138", "coefficients": "面积=100/0"},
        "CoefficientNotPositive",
        'the coefficient "面积" is 0, and must be positive',
    ),
    (
        {"base": "own:9138", "term_coefficient": "100/10x"},
        "InvalidDecimal",
        'invalid decimal "100/10x": a decimal is digits with at most one point between them, such as 0.9138, at character 7',
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "33.56789"},
        "OutOfRange",
        "the remaining term is 33.56789, and must have at most 4 places",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "20", "rate": "0"},
        "NotPositive",
        "the capitalization rate is 0, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "20", "rate": "6.4"},
        "OutOfRange",
        "the capitalization rate is 6.4, and must be a fraction of at most 1 and 6 places: 6.4 % is 0.064",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "20", "statutory_term": "-40"},
        "NotPositive",
        "the statutory term is -40, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "20", "statutory_term": "101"},
        "OutOfRange",
        "the statutory term is 101, and must be at most 100 years, of at most 4 places",
    ),
    (
        {"base": "own:9138", "remaining_term": "20"},
        "Missing",
        "the term coefficient needs the capitalization rate, which is not given",
    ),
    (
        {"base": "own:9138", "remaining_term": "20", "rate": "0.06"},
        "Missing",
        "the term coefficient needs the statutory term, which is not given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "20", "expiry_date": "2050-01-01"},
        "Conflict",
        "the remaining term and the expiry date are both given, and exclude each other",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "expiry_date": "2050-01-01"},
        "Missing",
        "the expiry date needs the valuation date, which is not given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "valuation_date": "2022-06-30", "expiry_date": "2022-06-30"},
        "ExpiryNotAfterValuation",
        "the expiry date is 2022-06-30, and must be after the valuation date 2022-06-30",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "valuation_date": "2022-06-30", "expiry_date": "2022-07-01"},
        "NotPositive",
        "the remaining term is 0.00, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio_coefficient": "-0.9"},
        "NotPositive",
        "the plot-ratio coefficient is -0.9, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio": "2", "plot_ratio_coefficient": "1", "plot_ratio_table": "1=1;3=2"},
        "Conflict",
        "the plot-ratio coefficient and the plot-ratio table are both given, and exclude each other",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio_table": "1=1;3=2"},
        "Missing",
        "the plot-ratio table needs the plot ratio, which is not given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio": "5.01", "plot_ratio_table": "1.0=1.1;5.0=0.8"},
        "PlotRatioOutsideTable",
        "the plot ratio is 5.01, outside the table from 1.0 to 5.0",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio": "0.99", "plot_ratio_table": "1.0=1.1;5.0=0.8>"},
        "PlotRatioOutsideTable",
        "the plot ratio is 0.99, outside the table from 1.0 to 5.0",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio": "2", "plot_ratio_table": "1.0=1.1;1.0=0.8"},
        "InvalidTable",
        "row 2 of the plot-ratio table: plot ratios ascend from row to row",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio": "2", "plot_ratio_table": "1.0=1.1;2.0=0"},
        "InvalidTable",
        "row 2 of the plot-ratio table: a coefficient is positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "date_coefficient": "0"},
        "NotPositive",
        "the date coefficient is 0, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "date_coefficient": "1", "monthly_growth": "0.01"},
        "Conflict",
        "the date coefficient and the monthly growth are both given, and exclude each other",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "monthly_growth": "0.01"},
        "Missing",
        "the monthly growth needs the valuation date, which is not given",
    ),
    (
        {"base": "own:9138", "monthly_growth": "0.01", "valuation_date": "2022-06-30"},
        "Missing",
        "the monthly growth needs the base date, which is not given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "monthly_growth": "-0.5", "valuation_date": "2022-06-30"},
        "OutOfRange",
        "the monthly growth is -0.5, and must be a fraction above -0.5 and at most 1, of at most 6 places",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "date_index": "last:2019-01-01=100;2021-01-01=103", "valuation_date": "2021-01-02"},
        "DateOutsideIndex",
        "the date is 2021-01-02, outside the date index from 2019-01-01 to 2021-01-01",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "date_index": "last:2019-01-02=100;2021-01-01=103", "valuation_date": "2020-01-02"},
        "DateOutsideIndex",
        "the date is 2019-01-01, outside the date index from 2019-01-02 to 2021-01-01",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "date_index": "last:2019-01-01=100;2019-01-01=103", "valuation_date": "2019-01-01"},
        "InvalidTable",
        "row 2 of the date index: dates ascend from row to row",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "coefficients": "面积=0.98;形状=0"},
        "CoefficientNotPositive",
        'the coefficient "形状" is 0, and must be positive',
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "coefficients": ";".join(f"k{i}=1" for i in range(17))},
        "TooMany",
        "17 values of coefficient are given, at most 16 are taken",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "factor_corrections": "区域=-0.5;个别=-0.5"},
        "FactorSumTooLow",
        "the factor corrections sum to -1.0, and 1 + their sum must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "factor_corrections": ";".join(f"k{i}=0" for i in range(65))},
        "TooMany",
        "65 values of factor corrections are given, at most 64 are taken",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "development_adjustment": "-9138"},
        "ResultNotPositive",
        "the unit price would be 0.00, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "development_adjustment": "-9138.004"},
        "ResultNotPositive",
        "the unit price would be 0.00, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "development_adjustment": "-10000"},
        "ResultNotPositive",
        "the unit price would be -862.00, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "site_development": "road+power"},
        "MissingUnitCost",
        "no unit cost of telecom is given, which either the site or the basis has and the other lacks",
    ),
    (
        {"base": "own:9138", "site_development": "road", "unit_costs": "road=1"},
        "Missing",
        "the development adjustment needs the development level of the basis, which is not given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "site_development": "road", "unit_costs": "gas=-1"},
        "NegativeUnitCost",
        "the unit cost of gas is -1, and must not be negative",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "site_development": "road", "unit_costs": "gas=1;供气=2"},
        "DuplicateUnitCost",
        "two unit costs of gas are given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "development_adjustment": "1", "site_development": "road", "unit_costs": "gas=1"},
        "Conflict",
        "the development adjustment and the unit cost are both given, and exclude each other",
    ),
    ({"base": "zone:commercial:Ⅲ-4", "area": "0"}, "NotPositive", "the area is 0, and must be positive"),
    ({"base": "zone:commercial:Ⅲ-4", "plot_ratio": "-2"}, "NotPositive", "the plot ratio is -2, and must be positive"),
    (
        {"base": "zone:commercial:Ⅲ-4", "coefficient_places": "13"},
        "TooManyPlaces",
        "13 places are asked for, at most 12 are taken",
    ),
    (
        {"base": "own:79228162514264337593543950335", "coefficients": "k=2"},
        "TooManyDigits",
        "the unit price has too many digits",
    ),
    (
        {"base": "own:9138", "remaining_term": "0.0001", "rate": "0.06", "statutory_term": "70"},
        "NotPositive",
        "the term coefficient is 0.0000, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "valuation_date": "2020-01-01", "expiry_date": "2061-01-01"},
        "TermExceedsStatutory",
        "the remaining term is 41.00 years, longer than the statutory term of 40",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "20", "rate": "0.0640001"},
        "OutOfRange",
        "the capitalization rate is 0.0640001, and must be a fraction of at most 1 and 6 places: 6.4 % is 0.064",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "remaining_term": "20", "statutory_term": "40.00001"},
        "OutOfRange",
        "the statutory term is 40.00001, and must be at most 100 years, of at most 4 places",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio": "0", "plot_ratio_table": "1=1;3=2"},
        "NotPositive",
        "the plot ratio is 0, and must be positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "plot_ratio": "2", "plot_ratio_table": "0=1.1;2.0=1"},
        "InvalidTable",
        "row 1 of the plot-ratio table: a plot ratio is positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "date_index": "last:2019-01-01=0", "valuation_date": "2019-01-01"},
        "InvalidTable",
        "row 1 of the date index: an index is positive",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "date_index": "last:2019-01-01=100"},
        "Missing",
        "the date index needs the valuation date, which is not given",
    ),
    (
        {"base": "own:9138", "date_index": "last:2019-01-01=100", "valuation_date": "2019-01-01"},
        "Missing",
        "the date index needs the base date, which is not given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "date_coefficient": "1", "date_index": "last:2019-01-01=100"},
        "Conflict",
        "the date coefficient and the date index are both given, and exclude each other",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "monthly_growth": "0.01", "date_index": "last:2019-01-01=100"},
        "Conflict",
        "the date index and the monthly growth are both given, and exclude each other",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "monthly_growth": "1.01", "valuation_date": "2022-06-30"},
        "OutOfRange",
        "the monthly growth is 1.01, and must be a fraction above -0.5 and at most 1, of at most 6 places",
    ),
    (
        {"base": "own:9138", "base_date": "1900-01-01", "monthly_growth": "0.001", "valuation_date": "2001-01-16"},
        "OutOfRange",
        "the months is 1212.50, and growth is computed over at most 1200",
    ),
    (
        {"base": "own:9138", "coefficients": "临街深度、临街宽度、街角、形状、面积、容积率=-1.0"},
        "CoefficientNotPositive",
        'the coefficient "临街深度、临街宽度、街角、形状"… is -1.0, and must be positive',
    ),
    (
        {"base": "own:9138", "factor_corrections": "区域=-0.7;个别=-50%"},
        "FactorSumTooLow",
        "the factor corrections sum to -1.20, and 1 + their sum must be positive",
    ),
    (
        {"base": "own:9138", "factor_corrections": "k=0.0000000000000000000000000001;" + NINES},
        "TooManyDigits",
        "the factor corrections has too many digits",
    ),
    (
        {"base": "own:79228162514264337593543950335", "unit_price_places": "0"},
        "TooManyDigits",
        "the price per mu has too many digits",
    ),
    (
        {"base": "own:79228162514264337593543950335", "unit_price_places": "0", "amount_places": "0", "area": "2"},
        "TooManyDigits",
        "the total has too many digits",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "rate": "6.4"},
        "TakesNoPart",
        "the capitalization rate takes no part: no remaining term is given",
    ),
    (
        {"base": "own:9138", "statutory_term": "40"},
        "TakesNoPart",
        "the statutory term takes no part: no remaining term is given",
    ),
    (
        {"base": "own:9138", "base_date": "2019-01-01"},
        "TakesNoPart",
        "the base date takes no part: no valuation date is given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "basis": "township:industrial", "remaining_term": "30"},
        "TakesNoPart",
        "the basis takes no part: no price of one's own is given",
    ),
    (
        {"base": "grade:commercial:Ⅲ", "basis": "central urban area:commercial"},
        "TakesNoPart",
        "the basis takes no part: no price of one's own is given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "basis_development": "road+power", "development_adjustment": "5"},
        "TakesNoPart",
        "the development level of the basis takes no part: no development level of the site is given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "unit_costs": "road=5"},
        "TakesNoPart",
        "the unit cost takes no part: no development level of the site is given",
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "coefficients": "面积=0.9;形状=1;面积=0.5"},
        "NamedTwice",
        'the coefficient "面积" is given twice',
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "factor_corrections": "区域=0.01; 区域\u3000=2%"},
        "NamedTwice",
        'the factor correction "区域" is given twice',
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "factor_corrections": "区域=0.01;个别=8.59"},
        "FactorOutOfRange",
        'the factor correction "个别" is 8.59, and must be above -1 and below 1: is a per cent sign missing (8.59 %)?',
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "factor_corrections": "区域=1.00"},
        "FactorOutOfRange",
        'the factor correction "区域" is 1.00, and must be above -1 and below 1: is a per cent sign missing (1.00 %)?',
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "factor_corrections": "区域=-1"},
        "FactorOutOfRange",
        'the factor correction "区域" is -1, and must be above -1 and below 1: is a per cent sign missing (-1 %)?',
    ),
    (
        {"base": "zone:commercial:Ⅲ-4", "factor_corrections": "区域=-120%"},
        "FactorOutOfRange",
        'the factor correction "区域" is -1.20, and must be above -1 and below 1',
    ),
    # The inputs that take no part come before what is wrong with a value.
    (
        {"base": "own:0", "rate": "6.4", "remaining_term": "0", "unit_costs": "road=5"},
        "TakesNoPart",
        "the unit cost takes no part: no development level of the site is given",
    ),
    ({"base": "own:9138", "area": "-0.01"}, "NotPositive", "the area is -0.01, and must be positive"),
    ({"base": "own:9138", "unit_price_places": "13"}, "TooManyPlaces", "13 places are asked for, at most 12 are taken"),
    ({"base": "own:9138", "amount_places": "200"}, "TooManyPlaces", "200 places are asked for, at most 12 are taken"),
]
