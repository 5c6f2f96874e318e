"""What the drawn tables say: council tables of many kinds, with figures invented for them."""

from dataclasses import dataclass
from typing import NamedTuple


class DrawnCell(NamedTuple):
    """A text with the columns and rows it spans."""

    text: str
    columns: int = 1
    rows: int = 1


Row = tuple[DrawnCell | str, ...]


@dataclass(frozen=True)
class DrawnTable:
    """Header rows, body rows and the share of the width that each column takes."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    widths: tuple[float, ...]
    caption: str
    left: frozenset[int] = frozenset({0})

    @property
    def rows(self) -> tuple[Row, ...]:
        return (*self.head, *self.body)

    def placed(self) -> list[tuple[int, int, DrawnCell]]:
        """Every cell with its row and column."""
        taken: set[tuple[int, int]] = set()
        found = []
        for row, cells in enumerate(self.rows):
            column = 0
            for entry in cells:
                cell = entry if isinstance(entry, DrawnCell) else DrawnCell(entry)
                while (row, column) in taken:
                    column += 1
                found.append((row, column, cell))
                taken.update(
                    (row + down, column + along)
                    for down in range(cell.rows)
                    for along in range(cell.columns)
                )
                column += cell.columns
        return found


C = DrawnCell

YEARS = DrawnTable(
    (("Indicator", "2018/19", "2019/20", "2020/21", "2021/22"),),
    (
        ("Children in need at 31 March", "1,412", "1,388", "1,297", "1,345"),
        ("Referrals in the year", "3,021", "2,944", "2,516", "2,873"),
        ("Re-referrals within 12 months (%)", "21.4", "19.8", "18.6", "20.1"),
        ("Assessments within 45 days (%)", "83.0", "86.2", "88.9", "87.5"),
        ("Section 47 enquiries started", "512", "498", "476", "531"),
    ),
    (0.4, 0.15, 0.15, 0.15, 0.15),
    "Table 1: Demand for help since 2018/19",
)

QUARTERS = DrawnTable(
    (
        (C("Measure", rows=2), C("2021/22", 2), C("2022/23", 3), C("Target", rows=2)),
        ("Q3", "Q4", "Q1", "Q2", "Q3"),
    ),
    (
        ("Contacts received", "2,204", "2,318", "2,190", "2,077", "2,265", "-"),
        ("Visits on time (%)", "84.1", "86.0", "87.7", "90.2", "91.5", "95.0"),
        ("Plans reviewed on time (%)", "92.0", "93.4", "91.8", "95.1", "96.6", "98.0"),
        ("Children missing from care", "31", "28", "35", "24", "22", "20"),
    ),
    (0.34, 0.11, 0.11, 0.11, 0.11, 0.11, 0.11),
    "Table 2: Timeliness by quarter",
)

SCORECARD = DrawnTable(
    (("Ref", "Performance indicator", "Good is", "2020/21", "2021/22", "Target", "RAG", "DoT"),),
    (
        ("3.7", "Care leavers in touch", "High", "88%", "91%", "92%", "A", "↑"),
        (
            "3.8",
            "Care leavers in education, employment or training",
            "High",
            "54%",
            "57%",
            "60%",
            "A",
            "↑",
        ),
        ("3.9", "Care leavers in suitable homes", "High", "90%", "94%", "93%", "G", "↑"),
        ("3.10", "Pathway plans older than six months", "Low", "14%", "9%", "8%", "A", "↓"),
        ("3.11", "Foster carers approved in the year", "High", "23", "19", "30", "R", "↓"),
    ),
    (0.08, 0.34, 0.1, 0.11, 0.11, 0.1, 0.08, 0.08),
    "Table 3: Scorecard for care leavers",
    frozenset({0, 1, 2}),
)

GROUPED = DrawnTable(
    (("", "March 2020", "March 2021", "March 2022"),),
    (
        (C("Placements", 4),),
        ("In-house foster care", "142", "137", "129"),
        ("Independent foster care", "88", "95", "104"),
        ("Children's homes", "31", "36", "41"),
        (C("Legal status", 4),),
        ("Full care order", "203", "211", "219"),
        ("Interim care order", "44", "39", "42"),
        ("Accommodated under section 20", "29", "24", "21"),
    ),
    (0.46, 0.18, 0.18, 0.18),
    "Table 4: Children looked after, by placement and status",
)

SHARES = DrawnTable(
    (
        (C("Ethnic group", rows=2), C("2020", 2), C("2021", 2)),
        ("Number", "%", "Number", "%"),
    ),
    (
        ("White", "301", "72.5", "297", "71.4"),
        ("Mixed", "44", "10.6", "47", "11.3"),
        ("Asian or Asian British", "32", "7.7", "31", "7.5"),
        ("Black or Black British", "28", "6.7", "30", "7.2"),
        ("Other", "10", "2.4", "11", "2.6"),
        ("Total", "415", "100.0", "416", "100.0"),
    ),
    (0.4, 0.15, 0.15, 0.15, 0.15),
    "Table 5: Children looked after by ethnic group",
)

BRACKETED = DrawnTable(
    (("Age", "Girls", "Boys", "All children"),),
    (
        ("Under 1", "12 (5.8%)", "15 (6.1%)", "27 (6.0%)"),
        ("1 to 4", "31 (15.0%)", "38 (15.5%)", "69 (15.3%)"),
        ("5 to 9", "48 (23.2%)", "55 (22.4%)", "103 (22.8%)"),
        ("10 to 15", "81 (39.1%)", "97 (39.6%)", "178 (39.4%)"),
        ("16 and 17", "35 (16.9%)", "40 (16.3%)", "75 (16.6%)"),
    ),
    (0.34, 0.22, 0.22, 0.22),
    "Table 6: Age and sex at 31 March 2022",
)

AREAS = DrawnTable(
    (("Authority", "Rate per 10,000 children", "Change since the year before", "Rank"),),
    (
        ("Wessex Vale", "64.2", "+1.9", "14"),
        ("Nether Compton", "71.8", "-0.4", "22"),
        ("Statistical neighbours", "69.5", "+0.7", "-"),
        ("South West", "58.1", "+0.2", "-"),
        ("England", "67.0", "0.0", "-"),
    ),
    (0.36, 0.24, 0.26, 0.14),
    "Table 7: Children looked after and neighbours",
)

LONG_LABELS = DrawnTable(
    (("What we measure", "Result", "Target"),),
    (
        (
            "Percentage of children who had been the subject of "
            "a plan before, within two years of the end of that plan",
            "9.6%",
            "10.0%",
        ),
        (
            "Percentage of single assessments that were finished "
            "within forty-five working days of the referral",
            "84.8%",
            "90.0%",
        ),
        (
            "Number of children who wait for an adoptive family "
            "although a placement order was made",
            "17",
            "12",
        ),
        (
            "Percentage of looked after children with three or more placements in the year",
            "11.2%",
            "9.0%",
        ),
    ),
    (0.6, 0.2, 0.2),
    "Table 8: Results at the end of the year",
)

ANSWERS = DrawnTable(
    (("Statement", "Strongly agree", "Agree", "Neither", "Disagree", "Strongly disagree"),),
    (
        ("I feel safe where I live", "61%", "27%", "7%", "3%", "2%"),
        ("My social worker listens to me", "44%", "35%", "12%", "6%", "3%"),
        ("I see my family as often as I want", "29%", "31%", "18%", "14%", "8%"),
        ("I know how to complain", "38%", "33%", "15%", "9%", "5%"),
    ),
    (0.35, 0.13, 0.13, 0.13, 0.13, 0.13),
    "Table 9: What young people say",
)

MARKS = DrawnTable(
    (("Year", "Adopted", "Special guardianship", "Returned home"),),
    (
        ("2018", "22", "31", "c"),
        ("2019", "19 r", "34 r", "12"),
        ("2020", "14", "29", "n/a"),
        ("2021", "16 p", "33 p", "9 p"),
    ),
    (0.25, 0.25, 0.25, 0.25),
    "Table 10: Children who left care",
)

GRADES = DrawnTable(
    (("Judgement", "This inspection", "Last inspection"),),
    (
        ("Overall effectiveness", "Good", "Requires improvement"),
        ("Leadership and management", "Good", "Good"),
        ("Quality of teaching", "Good", "Requires improvement"),
        ("Behaviour and welfare", "Outstanding", "Good"),
        ("Outcomes for pupils", "Good", "Requires improvement"),
    ),
    (0.44, 0.28, 0.28),
    "Table 11: Grades of Alder Bank School",
    frozenset({0, 1, 2}),
)

MONEY = DrawnTable(
    (("Service", "Budget £000", "Forecast £000", "Variance £000"),),
    (
        ("Fostering and adoption", "8,412", "8,377", "(35)"),
        ("Residential placements", "6,950", "8,204", "1,254"),
        ("Safeguarding teams", "5,118", "5,310", "192"),
        ("Early help", "2,236", "2,101", "(135)"),
        ("Total", "22,716", "23,992", "1,276"),
    ),
    (0.4, 0.2, 0.2, 0.2),
    "Table 12: Forecast at the end of September",
)

SPARSE = DrawnTable(
    (("Team", "Posts", "Vacant", "Agency", "Remarks"),),
    (
        ("Assessment", "24.0", "3.5", "2.0", "Two start in May"),
        ("Court work", "18.5", "", "", ""),
        ("Children with disabilities", "11.0", "1.0", "", "Post advertised"),
        ("Leaving care", "15.0", "", "1.0", ""),
    ),
    (0.32, 0.12, 0.12, 0.12, 0.32),
    "Table 13: Posts by team",
    frozenset({0, 4}),
)

MERGED = DrawnTable(
    (("Stage", "Group", "2019", "2022"),),
    (
        (C("Key stage 2", rows=3), "Boys", "61.2", "58.4"),
        ("Girls", "68.7", "66.1"),
        ("All pupils", "64.9", "62.2"),
        (C("Key stage 4", rows=3), "Boys", "40.3", "44.0"),
        ("Girls", "47.9", "51.5"),
        ("All pupils", "44.1", "47.7"),
    ),
    (0.28, 0.32, 0.2, 0.2),
    "Table 14: Pupils who reached the standard (%)",
    frozenset({0, 1}),
)

_NAMES = (
    "Abbey", "Ash Green", "Barton", "Bishop's Hill", "Bourne", "Castle", "Church End",
    "Coldharbour", "Dene", "Eastgate", "Elm Park", "Fairfield", "Forge", "Grange", "Hazel",
    "Highfield", "Holme", "Kingsmead", "Lakeside", "Langley", "Manor", "Meadow", "Millbrook",
    "Moor", "Northgate", "Oakley", "Park", "Priory", "Quay", "Ravens", "Riverside",
    "St Anne's", "Southfield", "Spring", "Town", "Upton", "Valley", "Westgate", "Willow",
    "Wood End", "Wyke", "Yew Tree", "Ambrose", "Beacon",
)  # fmt: skip
LONG = DrawnTable(
    (("Ward", "Children", "Children in need", "On a plan", "Looked after"),),
    tuple(
        (
            name,
            f"{1200 + 37 * at:,}",
            str(40 + (at * 7) % 23),
            str(3 + at % 9),
            str(5 + (at * 5) % 14),
        )
        for at, name in enumerate(_NAMES)
    ),
    (0.28, 0.18, 0.18, 0.18, 0.18),
    "Table 15: Children by ward",
)

TITLED = DrawnTable(
    ((C("Permanence in the last three years", 4),), ("Outcome", "2019/20", "2020/21", "2021/22")),
    (
        ("Adopted", "24", "18", "21"),
        ("Special guardianship order", "37", "41", "33"),
        ("Long-term foster care", "112", "119", "124"),
        ("Returned home", "58", "49", "52"),
    ),
    (0.4, 0.2, 0.2, 0.2),
    "The three years ended with more children settled.",
)

PLANS = DrawnTable(
    (
        (C("Priority", rows=2), C("Outturn", 2), C("Target", 3)),
        ("2020/21", "2021/22", "2022/23", "2023/24", "2024/25"),
    ),
    (
        ("Initial visits on time", "78.2%", "81.0%", "85%", "88%", "90%"),
        ("Agency share of social workers", "24.6%", "22.1%", "18%", "15%", "12%"),
        ("Average caseload", "19.4", "18.2", "17.0", "16.0", "15.0"),
        ("Children placed far from home", "61", "57", "50", "45", "40"),
    ),
    (0.35, 0.13, 0.13, 0.13, 0.13, 0.13),
    "Table 17: Priorities and what we aim at",
)

DISTRICTS = DrawnTable(
    (("District", "Under 5", "5-9", "10-15", "16-17", "Total"),),
    (
        ("North", "41", "52", "88", "37", "218"),
        ("East", "33", "39", "61", "29", "162"),
        ("South", "48", "57", "93", "44", "242"),
        ("West", "27", "30", "55", "25", "137"),
        ("All districts", "149", "178", "297", "135", "759"),
    ),
    (0.3, 0.14, 0.14, 0.14, 0.14, 0.14),
    "Table 18: Children in need by district and age",
)

VARIANCE = DrawnTable(
    (("", "Q4 2022/23", "Q4 2023/24", "Change", "% change"),),
    (
        (C("Front door", 5),),
        ("Contacts", "3,412", "3,655", "243", "7.1%"),
        ("Referrals", "911", "874", "-37", "-4.1%"),
        (C("Child protection", 5),),
        ("Plans started", "96", "88", "-8", "-8.3%"),
        ("Plans ended", "81", "94", "13", "16.0%"),
        ("Plans open at the end of the quarter", "233", "227", "-6", "-2.6%"),
    ),
    (0.4, 0.16, 0.16, 0.14, 0.14),
    "Table 19: What changed over the year",
)

STAFF = DrawnTable(
    (("Post", "Posts in the budget (FTE)", "Filled by permanent staff (FTE)", "Vacancy rate"),),
    (
        ("Social worker", "142.5", "118.0", "17.2%"),
        ("Senior practitioner", "38.0", "35.5", "6.6%"),
        ("Team manager", "22.0", "21.0", "4.5%"),
        ("Personal adviser", "16.0", "12.0", "25.0%"),
    ),
    (0.31, 0.23, 0.25, 0.21),
    "Table 20: Posts and vacancies",
)

HOMES = DrawnTable(
    (("URN", "Home", "Places", "Last inspected", "Grade"),),
    (
        ("SC410022", "Larch House", "4", "12 May 2022", "Good"),
        ("SC410377", "Rowan Lodge", "6", "3 November 2021", "Outstanding"),
        ("SC414901", "The Quay", "2", "21 June 2022", "Requires improvement"),
        ("SC420118", "Hill View", "5", "8 March 2022", "Good"),
    ),
    (0.16, 0.24, 0.12, 0.22, 0.26),
    "Table 21: Homes run by the council",
    frozenset({0, 1, 3, 4}),
)

COSTS = DrawnTable(
    (
        (C("Type of placement", rows=2), C("Children", 2), C("Weekly cost", 2)),
        ("Mar-22", "Mar-23", "Mar-22", "Mar-23"),
    ),
    (
        ("Own foster carers", "188", "181", "£412", "£446"),
        ("Agency foster carers", "97", "108", "£938", "£1,004"),
        ("Children's homes", "29", "34", "£4,870", "£5,312"),
        ("Supported lodgings", "17", "15", "£365", "£401"),
    ),
    (0.36, 0.16, 0.16, 0.16, 0.16),
    "Table 22: Placements and what they cost",
)

REASONS = DrawnTable(
    (("Main reason", "No.", "%"),),
    (
        ("N1 Abuse or neglect", "412", "58.9%"),
        ("N2 Child's disability", "61", "8.7%"),
        ("N3 Parental illness", "24", "3.4%"),
        ("N4 Family in acute stress", "88", "12.6%"),
        ("N5 Family dysfunction", "97", "13.9%"),
        ("N9 Not stated", "17", "2.4%"),
    ),
    (0.6, 0.2, 0.2),
    "Table 23: Main reason at the assessment",
)

# Tables that were mended for, and those drawn after that to see how far it carries.
FIRST = {
    "years": YEARS,
    "quarters": QUARTERS,
    "scorecard": SCORECARD,
    "grouped": GROUPED,
    "shares": SHARES,
    "bracketed": BRACKETED,
    "areas": AREAS,
    "long_labels": LONG_LABELS,
    "answers": ANSWERS,
    "marks": MARKS,
    "grades": GRADES,
    "money": MONEY,
    "sparse": SPARSE,
    "merged": MERGED,
    "long": LONG,
}
SECOND = {
    "titled": TITLED,
    "plans": PLANS,
    "districts": DISTRICTS,
    "variance": VARIANCE,
    "staff": STAFF,
    "homes": HOMES,
    "costs": COSTS,
    "reasons": REASONS,
}
CONTENTS = {**FIRST, **SECOND}
STYLES = ("grid", "rows", "head", "none", "filled", "white")
# Tables whose cells span rows, or hold nothing but words, need rulings to be read by anyone.
NEEDS_RULES = {
    "titled": ("grid", "rows", "filled", "white"),
    "homes": ("grid", "rows", "filled", "white"),
    "merged": ("grid", "filled", "white"),
    "grades": ("grid", "rows", "filled"),
}


def styles_of(name: str, at: int) -> tuple[str, str]:
    """Two styles for the table ``name``, which stands at ``at``: each comes as often as others."""
    allowed = NEEDS_RULES.get(name, STYLES)
    first = at % len(allowed)
    return allowed[first], allowed[(first + 1 + at // 6) % len(allowed)]


PROSE = (
    "The board asked in the spring for the figures below to be set out each year in the same way. "
    "They are taken from the case records on the last day of the month and are checked by the "
    "teams. Where a number is small it may move a good deal from one year to the next without "
    "meaning much."
)
NOTE = "Source: case records of the council, as they stood at the end of April."
