"""Tables of invented figures, of the shapes that statistical reports print."""

from builders.typeset import CellText, Content, Rows


def _figures(seed: int, count: int, *, low: int = 3, high: int = 99_999) -> list[str]:
    """``count`` numbers with thousands commas, the same each time."""
    found, state = [], seed
    for _ in range(count):
        state = (1_103_515_245 * state + 12_345) % 2**31
        found.append(f"{low + state // 7 % (high - low):,}")
    return found


def _shares(seed: int, count: int) -> list[str]:
    return [f"{int(text.replace(',', '')) / 10:.1f}" for text in _figures(seed, count, high=999)]


_STATES = (
    "Alden",
    "Barrow County",
    "Caledon",
    "Dunmore and Kerr",
    "East Marden",
    "Fenwick",
    "Greater Holm",
    "Hartwell",
    "Isle of Kay",
    "Jarrow Valley",
    "Kestrel Point",
    "Lower Wray",
    "Meriton",
    "New Orford",
    "Oakhampton",
    "Penn Hollow",
)


def _named(names: tuple[str, ...], columns: int, seed: int, *, high: int = 99_999) -> Rows:
    return [[name, *_figures(seed + at, columns, high=high)] for at, name in enumerate(names)]


PLAIN = Content(
    head=[["Region", "2005", "2006", "2007", "2008", "2009"]],
    body=[*_named(_STATES[:9], 5, 11), ["Total", *_figures(3, 5, low=100_000, high=999_999)]],
)

SPANNED = Content(
    head=[
        [("Region and sex", 1, 2), ("2008", 2), ("2009", 2), ("Change", 1, 2)],
        [None, "Number", "Percent", "Number", "Percent"],
    ],
    body=[
        [name, a, b, c, d, e]
        for name, (a, c), (b, d, e) in zip(
            _STATES[:8],
            zip(_figures(5, 8), _figures(6, 8), strict=True),
            zip(_shares(7, 8), _shares(8, 8), _shares(9, 8), strict=True),
            strict=True,
        )
    ],
)

THREE_LEVELS = Content(
    head=[
        [("Characteristic", 1, 3), ("All persons", 1, 3), ("Employment status", 4)],
        [None, None, ("Employed", 2), ("Not employed", 2)],
        [None, None, "Full time", "Part time", "Looking for work", "Other"],
    ],
    body=[
        ["Total", *_figures(1, 5)],
        ["Sex"],
        ["  Male", *_figures(2, 5)],
        ["  Female", *_figures(3, 5)],
        ["Age"],
        ["  16 to 24 years", *_figures(4, 5)],
        ["  25 to 44 years", *_figures(5, 5)],
        ["  45 to 64 years", *_figures(6, 5)],
        ["  65 years and over", *_figures(7, 4), "—"],
        ["Level of schooling completed by the householder or spouse", *_figures(8, 5)],
    ],
)

MONEY = Content(
    head=[["(Dollars in millions)", "Fiscal year 2010", "Fiscal year 2011", "Increase (decrease)"]],
    body=[
        ["Assets"],
        ["  Cash and balances", "$1,204.5", "$1,318.2", "$113.7"],
        ["  Loans receivable, net", "312.0", "288.9", "(23.1)"],
        ["  Other", "18.7", "—", "(18.7)"],
        ["    Total assets", "$1,535.2", "$1,607.1", "$71.9"],
        ["Liabilities"],
        ["  Accounts payable", "$44.8", "$51.3", "$6.5"],
        ["  Benefits due and payable", "902.6", "877.4", "(25.2)"],
        ["    Total liabilities", "$947.4", "$928.7", "($18.7)"],
    ],
)

LONG_LABELS = Content(
    head=[["Type of service", "Number of recipients", "Average payment", "Percent of total"]],
    body=[
        [
            "Home visits by nurses and other trained health staff to families with a new child",
            "12,408",
            "318.40",
            "22.1",
        ],
        ["Day care", "8,912", "1,204.00", "15.9"],
        [
            "Transport to hospital and clinic appointments for persons over 65",
            "991",
            "48.25",
            "1.8",
        ],
        ["Meals", "30,447", "96.10", "54.3"],
        [
            "Advice on housing, heating and debt, including referral to other local agencies where "
            "the office itself has no adviser",
            "3,302",
            "12.75",
            "5.9",
        ],
    ],
)

WORDS = Content(
    head=[["Programme", "Lead agency", "What it does", "Status"]],
    body=[
        [
            "Early Start",
            "Department of Health",
            "Gives families with young children a named nurse for the first two years",
            "Running",
        ],
        [
            "Safe Streets",
            "Office of Justice",
            "Pays for lighting and patrols in districts where more than one in ten residents were "
            "victims of crime",
            "Ended in 2008",
        ],
        ["Good Homes", "Housing Board", "Lends to owners who insulate", "Running"],
        [
            "Work Pathways",
            "Department of Labor and Training",
            "Places young people with employers for six months at the minimum wage",
            "Under review",
        ],
    ],
)

NARROW = Content(
    head=[
        [("Year and month", 1, 2), ("Imports", 3), ("Exports", 3), ("Balance", 3)],
        [None, *(["Goods", "Services", "Total"] * 3)],
    ],
    body=[[str(1970 + at), *_figures(40 + at, 9, low=100, high=999_999)] for at in range(36)],
)

MARKS = Content(
    head=[["Country", "1990", "1995", "2000^1", "2005", "2008^2"]],
    body=[
        ["North", "1,204", "1,318", "1,402", "NA", "1,500"],
        ["  Arland^3", "204", "—", "302", "(X)", "310"],
        ["  Borland", "—", "—", "100", "NA", "(D)"],
        ["  Corland^4", "1,000", "1,018", "1,000", "NA", "1,190"],
        ["South", "88", "91", "(Z)", "NA", "99"],
        ["  Dorland", "40", "41", "(Z)", "NA", "(D)"],
        ["  Estland", "48", "50", "55", "NA", "(D)"],
    ],
)

LEADERED = Content(
    head=[["Item", "2007", "2008", "2009"]],
    body=[
        ["Total outlays", *_figures(21, 3)],
        ["  Payments to individuals", *_figures(22, 3)],
        ["  Grants to state and local governments", *_figures(23, 3)],
        ["  Net interest", *_figures(24, 3, high=999)],
        ["Receipts", *_figures(25, 3)],
        ["  Excise duties and licence fees collected by counties", *_figures(26, 3)],
    ],
)

TWO_COLUMNS = Content(
    head=[["Offence", "Arrests"]],
    body=[
        ["Burglary", "1,204"],
        ["Fraud and forgery", "877"],
        ["Motor vehicle theft", "2,310"],
        ["Robbery", "96"],
        ["Vandalism", "4,118"],
        ["All other", "12"],
    ],
)

YEARS = Content(
    head=[["Year", "Births", "Deaths", "Natural increase", "Rate per 1,000"]],
    body=[[str(1998 + at), *_figures(60 + at, 3), _shares(70 + at, 1)[0]] for at in range(11)],
)

NUMBERED = Content(
    head=[
        ["Code", "Industry", "Firms", "Employees", "Payroll ($1,000)"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
    ],
    body=[
        [f"{311 + at}", name, *_figures(80 + at, 3)]
        for at, name in enumerate(
            ("Food", "Drink and tobacco", "Textile mills", "Apparel", "Leather", "Wood products")
        )
    ],
    stubs=2,
)

REGRESSION = Content(
    head=[["Variable", "Model 1", "Model 2", "Model 3"]],
    body=[
        ["Age", "0.124*", "0.118*", "0.097"],
        [None, "(0.031)", "(0.030)", "(0.052)"],
        ["Income (log)", "-1.402**", "-1.377**", "-1.290*"],
        [None, "(0.210)", "(0.209)", "(0.333)"],
        ["Urban", "", "0.551", "0.540"],
        [None, "", "(0.402)", "(0.411)"],
        ["Observations", "12,402", "12,402", "9,871"],
        ["R-squared", "0.31", "0.33", "0.35"],
    ],
)

GROUPED: Content = Content(
    head=[["Agency", "Staff", "Contracts", "Grants", "Total"]],
    body=[
        [("Number", 5)],
        *_named(_STATES[:4], 4, 90, high=9_999),
        [("Percent", 5)],
        *[[name, *_shares(95 + at, 4)] for at, name in enumerate(_STATES[:4])],
    ],
)

WIDE: Content = Content(
    head=[
        [
            "District",
            *[f"Q{quarter} {year}" for year in (2007, 2008, 2009) for quarter in range(1, 5)],
        ]
    ],
    body=_named(_STATES[:12], 12, 120, high=9_999),
)

PERCENTS: Content = Content(
    head=[["Response", "All", "Men", "Women"]],
    body=[
        ["Very satisfied", "31%", "29%", "33%"],
        ["Fairly satisfied", "44%", "45%", "43%"],
        ["Neither", "11%", "12%", "10%"],
        ["Dissatisfied", "9%", "9%", "8%"],
        ["Don’t know", "5%", "5%", "6%"],
    ],
)

MERGED: Content = Content(
    head=[["Region", "District", "Open cases", "Closed cases"]],
    body=[
        [("North", 1, 3), "Alden", "120", "98"],
        [None, "Barrow", "44", "31"],
        [None, "Caledon", "9", "12"],
        [("South", 1, 2), "Dunmore", "310", "288"],
        [None, "Fenwick", "71", "80"],
    ],
    stubs=2,
)

LINES: Content = Content(
    head=[["Line", "", "2007", "2008", "2009"]],
    body=[
        [str(i + 1), n, *_figures(200 + i, 3)]
        for i, n in enumerate(
            [
                "Gross output",
                "  Compensation of employees",
                "  Taxes on production",
                "  Operating surplus",
                "Intermediate inputs",
                "  Energy",
                "  Materials",
                "  Services",
                "Value added",
            ]
        )
    ],
    stubs=2,
)

TWO_UP: Content = Content(
    head=[["State", "Number", "Rate", "State", "Number", "Rate"]],
    body=[
        [
            _STATES[i],
            _figures(300 + i, 1)[0],
            _shares(310 + i, 1)[0],
            _STATES[i + 8],
            _figures(320 + i, 1)[0],
            _shares(330 + i, 1)[0],
        ]
        for i in range(8)
    ],
)

NUMBERS_HEAD: Content = Content(
    head=[
        [("Household income", 1, 2), ("Number of persons in household", 5)],
        [None, "1", "2", "3", "4", "5 or more"],
    ],
    body=[
        ["Under $10,000", *_figures(400, 5)],
        ["$10,000 to $24,999", *_figures(401, 5)],
        ["$25,000 to $49,999", *_figures(402, 5)],
        ["$50,000 and over", *_figures(403, 5)],
    ],
)

AGES: Content = Content(
    head=[["Year", "Under 5", "5-14", "15-24", "25-44", "45-64", "65+"]],
    body=[[str(2000 + i), *_shares(410 + i, 6)] for i in range(8)],
)

MONTHS: Content = Content(
    head=[["Month", "Receipts", "Outlays", "Surplus or deficit (-)"]],
    body=[
        [f"{m} 2009", *_figures(420 + i, 2), f"-{_figures(430 + i, 1)[0]}"]
        for i, m in enumerate(["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug."])
    ],
)

INTERVALS: Content = Content(
    head=[["Group", "n", "Estimate", "95% CI", "P"]],
    body=[
        [
            g,
            str(100 + 37 * i * (1 + i % 2)),
            f"{12.3 + i * (1 + i % 3):.1f}",
            f"({10.1 + i:.1f}–{14.5 + i:.1f})",
            p,
        ]
        for i, (g, p) in enumerate(
            zip(
                ["All adults", "Men", "Women", "Aged 18–29", "Aged 30–49", "Aged 50 and over"],
                ["", "0.04", "<0.01", "0.31", "0.02", "—"],
                strict=True,
            )
        )
    ],
)

SPARSE: Content = Content(
    head=[["Item", "2005", "2006", "2007", "2008", "2009"]],
    body=[
        ["Grants", "12.1", "", "", "14.0", ""],
        ["Loans", "", "3.2", "", "", ""],
        ["Transfers", "40.2", "41.0", "44.3", "45.9", "50.1"],
        ["Other", "", "", "0.3", "", "0.9"],
        ["Refunds", "", "", "", "", "7.4"],
        ["Total", "52.3", "44.2", "44.6", "59.9", "58.4"],
    ],
)

SLASHED_NOTES: Content = Content(
    head=[["Commodity", "2007", "2008 1/", "2009 2/"]],
    body=[
        ["Wheat 3/", "1,204", "1,318", "1,402 4/"],
        ["Corn", "204", "--", "302"],
        ["Soybeans", "(NA)", "1,002", "1,104"],
        ["Rice, long grain 5/", "88", "91", "99"],
        ["Cotton", "r 40", "41", "p 44"],
    ],
)

COMMENTED: Content = Content(
    head=[["Indicator", "Target", "Actual", "Comment"]],
    body=[
        ["Calls answered within 20 seconds", "90%", "87%", "Staff shortage in May"],
        ["Letters answered", "95%", "96%", "On target"],
        ["Visits made", "1,200", "1,148", "Snow closed two offices"],
        ["Appeals decided", "80%", "81%", "On target"],
    ],
)

BALANCE: Content = Content(
    head=[["", "General fund", "Capital fund", "Total"]],
    body=[
        ["Opening balance", "1,204", "88", "1,292"],
        ["Income", "312", "40", "352"],
        ["Expenditure", "(290)", "(61)", "(351)"],
        ["Closing balance", "1,226", "67", "1,293"],
    ],
)

TALL_HEAD: Content = Content(
    head=[
        [
            "Program and activity",
            "Number of persons served during year",
            "Average monthly benefit (dollars)",
            "Percent change from prior year",
        ]
    ],
    body=[
        ["Food aid", *_figures(450, 2), "1.2"],
        ["Cash aid", *_figures(451, 2), "-3.4"],
        ["Child care", *_figures(452, 2), "0.8"],
        ["Heating", *_figures(453, 2), "11.0"],
    ],
)

PARTS: Content = Content(
    head=[["Region", "2007", "2008", "2009"]],
    body=[
        [("Part A. Men", 4)],
        *_named(_STATES[:4], 3, 460),
        [("Part B. Women", 4)],
        *_named(_STATES[:4], 3, 470),
    ],
)

SPACED_THOUSANDS: Content = Content(
    head=[["Region", "2007", "2008", "2009"]],
    body=[
        [n, *[x.replace(",", " ") for x in _figures(480 + i, 3)]] for i, n in enumerate(_STATES[:7])
    ],
)

LONG_CATEGORIES: Content = Content(
    head=[["Occupation", "Employed (1,000)", "Median weekly earnings"]],
    body=[
        ["Management, professional, and related occupations", "52,219", "$1,044"],
        ["  Management, business, and financial operations occupations", "21,529", "1,155"],
        ["  Professional and related occupations", "30,690", "978"],
        ["Service occupations", "24,598", "470"],
        ["  Food preparation and serving related occupations", "7,733", "406"],
        ["Sales and office occupations", "33,787", "614"],
        ["Natural resources, construction, and maintenance occupations", "13,323", "719"],
    ],
)

LONG_TABLE: Content = Content(
    head=[["State", "Total", "Under 18 years", "18 to 64 years", "65 years and over", "Percent"]],
    body=[
        r
        for k in range(4)
        for r in (
            [[f"Division {k + 1}"]]
            + [
                ["  " + n, *_figures(500 + 20 * k + i, 4), _shares(600 + 20 * k + i, 1)[0]]
                for i, n in enumerate(_STATES[4 * k : 4 * k + 4])
            ]
        )
    ],
)

KEY_FACTS: Content = Content(
    head=[["Measure", "Value"]],
    body=[
        ["Population", "1,204,331"],
        ["Median age", "37.4"],
        ["Households", "481,002"],
        ["Persons per household", "2.44"],
        ["Land area (square miles)", "1,318.2"],
        ["Persons per square mile", "913.6"],
    ],
)

BY_NAME: dict[str, Content] = {
    name.lower(): value for name, value in globals().items() if isinstance(value, Content)
}

__all__ = ["BY_NAME", "CellText", "Content"]
