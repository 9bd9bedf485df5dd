# %% [markdown]
# # One appraisal, step by step
#
# Cells are marked with `# %%`: editors run them one by one, and `python walk_through.py` runs them all.

# %% What is published of a zone?
import dijia

price = dijia.zone_price("商服", "Ⅲ-4")
print(price.per_square_metre, "元/㎡,", price.wan_yuan_per_mu, "万元/亩,", price.per_floor_area, "元/㎡ of floor")
print(price.citation)

# %% What does that price assume?
basis = price.basis
print(f"{basis.statutory_term} years, plot ratio {basis.plot_ratio}, {basis.capitalization_rate:%}")
print(basis.development_level.name, basis.development_level)

# %% The parcel: 33.57 years left, a plot ratio of 2.5, 1000 ㎡
appraised = dijia.appraise(
    "商服",
    "Ⅲ-4",
    remaining_term="33.57",
    plot_ratio="2.5",
    plot_ratio_table={"1.0": "0.82", "2.0": "1", "3.0": "1.14"},
    coefficients={"面积": "0.98"},
    factor_corrections={"区域": "2.402%", "个别": "-1%"},
    area=1000,
)
print(appraised)

# %% The same in English; in a notebook `appraised` alone shows a table
print(appraised.worksheet("English"))

# %% Every step is a value
for step in appraised.steps:
    print(f"{step.symbol:<7} {step.value:>12}  {step.expression}")

# %% Why did that go wrong?
try:
    dijia.appraise("商服", "Ⅲ-4", remaining_term="41")
except dijia.TermExceedsStatutoryError as error:
    print(error)
    print("value:", error.value, "| rule:", error.rule)

# %% Shops with flats above them
flats = dijia.appraise("住宅", "Ⅲ-4", remaining_term="63.57", area=1000)
print(dijia.mixed_use([(appraised, "0.3"), (flats, "0.7")], area=1000))
