"""Grades in the tables of papers, read from web pages."""

from reportparse import parse
from reportparse.records import Judgement

PAGE = """<html><body><h1>Report to Scrutiny Committee</h1>
<p>Dorset Council runs homes for children in Dorset.</p><h2>{heading}</h2>{table}</body></html>"""


def told(heading: str, heads: str, *rows: str) -> list[Judgement]:
    lines = ["".join(f"<th>{cell}</th>" for cell in heads.split("|"))]
    lines += ["".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows]
    table = "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"
    return list(parse(PAGE.format(heading=heading, table=table).encode()).judgements())


def facts(found: list[Judgement]) -> list[tuple[object, ...]]:
    return [
        (one.provider, one.aspect, one.grade, one.count, one.period and one.period.key)
        for one in found
    ]


def test_homes_by_row_with_the_date_of_inspection() -> None:
    found = told(
        "Ofsted ratings of our homes",
        "Home|Inspection date|Ofsted rating",
        "Bramble House|14 May 2022|Good",
        "Fern Lodge|3 March 2023|Requires improvement to be good",
        "The Croft|not yet inspected|",
    )
    assert facts(found) == [
        ("Bramble House", "overall_effectiveness", "good", None, "2022-05-14"),
        ("Fern Lodge", "overall_effectiveness", "requires_improvement", None, "2023-03-03"),
    ]
    assert found[0].provenance.table is not None
    assert (found[0].provenance.quote, found[0].provenance.table.row) == ("Good", 1)


def test_aspects_of_the_authority_by_year() -> None:
    found = told(
        "Judgements by Ofsted",
        "Area of judgement|Judgement 2017|Judgement 2021",
        "Help and protection|Requires improvement|Good",
        "Overall effectiveness|Inadequate|Good",
    )
    assert facts(found) == [
        ("Dorset", "help_and_protection", "requires_improvement", None, "2017"),
        ("Dorset", "help_and_protection", "good", None, "2021"),
        ("Dorset", "overall_effectiveness", "inadequate", None, "2017"),
        ("Dorset", "overall_effectiveness", "good", None, "2021"),
    ]


def test_services_and_other_authorities_by_row() -> None:
    found = told(
        "Inspection outcomes",
        "Service|Ofsted grade|Published",
        "Fostering service|Good|June 2019",
        "Somerset|Inadequate|2013",
    )
    assert facts(found) == [
        ("Dorset fostering service", "overall_effectiveness", "good", None, "2019-06"),
        ("Somerset", "overall_effectiveness", "inadequate", None, "2013"),
    ]


def test_settings_counted_by_grade() -> None:
    found = told(
        "Ofsted grades of schools at March 2022",
        "Phase|Outstanding|Good|Requires improvement|Inadequate",
        "Primary schools|12|40|5|0",
        "Secondary schools|20%|60%|15%|5%",
        "Total|14|44|6|0",
    )
    assert facts(found) == [
        ("Dorset primary schools", "overall_effectiveness", "outstanding", 12, None),
        ("Dorset primary schools", "overall_effectiveness", "good", 40, None),
        ("Dorset primary schools", "overall_effectiveness", "requires_improvement", 5, None),
    ]


def test_audits_targets_and_tables_of_no_inspector_tell_nothing() -> None:
    assert told("Audit results", "Team|Ofsted style grade", "Duty team|Good") == []
    assert told("Targets", "Service|Ofsted target grade", "Fostering service|Good") == []
    assert told("Supervision", "Team|Rating", "Duty team|Good") == []


def test_register_gives_each_row_to_its_authority_and_each_column_its_aspect() -> None:
    found = told(
        "Ofsted inspection outcomes",
        "URN|LA code|Local authority|Inspection date|Overall effectiveness grade|Care leavers grade",
        "80911|301|Bolton|11/09/2023|Good|Outstanding",
        "80912|302|Kent|12/09/2023|Inadequate|Good",
    )
    assert facts(found) == [
        ("Bolton", "overall_effectiveness", "good", None, "2023-09-11"),
        ("Bolton", "care_leavers", "outstanding", None, "2023-09-11"),
        ("Kent", "overall_effectiveness", "inadequate", None, "2023-09-12"),
        ("Kent", "care_leavers", "good", None, "2023-09-12"),
    ]


def test_every_reported_judgement_has_a_confidence() -> None:
    found = told("Ofsted ratings", "Home|Ofsted rating", "Bramble House|Good")
    assert [one.confidence is not None and 0 < one.confidence < 1 for one in found] == [True]
