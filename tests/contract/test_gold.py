"""The gold of the repository agrees with its documents and with the vocabulary."""

import json
import re
from pathlib import Path
from typing import Any

import lxml.html
import pypdfium2
import pytest
from docx import Document
from docx.table import Table

from reportparse.records import Basis, Qualifier, Role, Unit
from reportparse.vocabulary import load_areas, load_dimensions, load_frameworks, load_indicators

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
BUILT = FIXTURES / "built" / "evaluation"
GOLD = FIXTURES / "gold"
META = json.loads((GOLD / "META.json").read_text(encoding="utf-8"))
FIELDS = {
    "quote", "value_text", "value", "unit", "of", "qualifier", "role", "direction", "period",
    "baseline", "area", "label", "breakdown", "indicator", "hard",
}  # fmt: skip
ALTERNATIVES = {"period", "area", "indicator", "breakdown", "unit", "role"}
JUDGEMENT_FIELDS = {
    "quote", "provider", "framework", "part", "aspect", "aspect_text", "grade", "grade_text",
    "grade_number", "basis", "inspected_from", "inspected_to", "published", "count", "also_at",
}  # fmt: skip
GROUPS = {"statistical_neighbours", "core_cities", "region", "comparator_authorities", "England"}
# Areas that are no authority of their own.
PLACES = {"Burnley", "London"}
_POINT = r"\d{4}(-\d\d(-\d\d)?)?"
PERIOD = re.compile(rf"{_POINT}(/{_POINT})?|\d{{4}}/\d\d|\d{{4}}-Q[1-4]")
NAMES = sorted(path.name for path in BUILT.iterdir())


def squeezed(text: str) -> str:
    """Text without its spaces: line ends and cells part words differently in each format."""
    return re.sub(r"\s+", "", text.replace("\ufffe", "-"))


def pages(path: Path) -> list[str]:
    """The text of a built document by page, read without the package that is measured."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            return [squeezed(page.get_textpage().get_text_bounded()) for page in pdf]
    if path.suffix == ".docx":
        return [squeezed("".join(word_texts(path)))]
    if path.suffix == ".html":
        return [squeezed(lxml.html.parse(str(path)).getroot().text_content())]
    return [squeezed(path.read_text(encoding="utf-8"))]


def word_texts(path: Path) -> list[str]:
    texts: list[str] = []
    for block in Document(str(path)).iter_inner_content():
        rows = block.rows if isinstance(block, Table) else []
        texts += [cell.text for row in rows for cell in row.cells] or [getattr(block, "text", "")]
    return texts


def rows_of(name: str, what: str) -> list[dict[str, Any]]:
    """The records of a gold file, after its first line, which names the document."""
    path = GOLD / f"{Path(name).stem}.{what}.jsonl"
    first, *rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert first == {"file": name}
    return rows


def every(what: str) -> list[dict[str, Any]]:
    return [row for name in NAMES for row in rows_of(name, what)]


def options(row: dict[str, Any], field: str) -> list[Any]:
    """The value of a field and those that another careful reader could give."""
    return [row[field], *row.get("alt", {}).get(field, [])]


@pytest.mark.parametrize("name", NAMES)
def test_each_figure_stands_in_its_document(name: str) -> None:
    texts = pages(BUILT / name)
    for row in rows_of(name, "indicators"):
        place = texts[row.get("page", 1) - 1]
        assert squeezed(row["quote"]) in place, row["quote"]
        assert row["value_text"] in row["quote"]
        assert ("page" in row) == name.endswith(".pdf")


@pytest.mark.parametrize("name", NAMES)
def test_each_judgement_stands_in_its_document(name: str) -> None:
    text = "".join(pages(BUILT / name))
    missing = [
        row["quote"]
        for row in rows_of(name, "judgements")
        if squeezed(row["quote"]) not in text
        or squeezed(row["grade_text"]) not in squeezed(row["quote"])
    ]
    assert missing == []


def test_a_number_in_digits_is_the_value_of_its_text() -> None:
    """But for multiples of pounds, which take the unit of their text or header."""
    for row in every("indicators"):
        digits = re.search(r"\d[\d,]*(\.\d+)?", row["value_text"])
        if digits and row["unit"] not in ("gbp", "rank"):
            printed = float(digits[0].replace(",", ""))
            assert abs(row["value"]) == printed, row["quote"]


def test_the_fields_are_those_of_the_contract() -> None:
    allowed = FIELDS | {"page", "optional", "alt", "note"}
    for row in every("indicators"):
        assert row.keys() >= FIELDS
        assert row.keys() <= allowed
        assert row.get("alt", {}).keys() <= ALTERNATIVES
        assert set(options(row, "unit")) <= {str(unit) for unit in Unit}
        assert set(options(row, "role")) <= {str(role) for role in Role}
        assert row["qualifier"] in {str(qualifier) for qualifier in Qualifier}
        assert (row["direction"] is None) or row["role"] == "change"


def test_periods_and_areas_are_written_as_the_contract_says() -> None:
    known = {area.name for area in load_areas().areas} | GROUPS | PLACES
    for row in every("indicators"):
        periods = [*options(row, "period"), row["baseline"]]
        assert [key for key in periods if key and not PERIOD.fullmatch(key)] == []
        assert [name for name in options(row, "area") if name and name not in known] == []


def test_measures_and_their_units_are_in_the_vocabulary() -> None:
    units = {indicator.id: indicator.unit for indicator in load_indicators().indicators}
    for row in every("indicators"):
        assert [name for name in options(row, "indicator") if name and name not in units] == []
        if row["indicator"] and row["role"] != "change":
            assert units[row["indicator"]] in options(row, "unit"), row["quote"]


def test_groups_are_in_the_vocabulary() -> None:
    dimensions = load_dimensions().by_id
    for row in every("indicators"):
        for breakdown in options(row, "breakdown"):
            for dimension, value in breakdown.items():
                values = {known.id for known in dimensions[dimension].values}
                assert not values or value in values, row["quote"]


def test_judgements_agree_with_the_frameworks() -> None:
    frameworks = load_frameworks()
    every_aspect = {a.id for f in frameworks.frameworks.values() for a in f.aspects}
    for row in every("judgements"):
        assert row.keys() >= JUDGEMENT_FIELDS
        assert row["basis"] in {str(basis) for basis in Basis}
        if row["framework"] is None:
            assert row["aspect"] in every_aspect | {None}
            continue
        framework = frameworks.frameworks[row["framework"]]
        assert framework.aspect(row["aspect"], row["part"]) is not None
        grades = {grade.id for grade in framework.scale_of(row["aspect"]).grades}
        assert row["grade"] in grades, row["quote"]


def test_every_document_is_described() -> None:
    assert sorted(META) == NAMES
    for name, entry in META.items():
        assert entry["form"]
        assert entry["organisation"], name


def test_the_set_is_large_and_of_many_kinds() -> None:
    figures = [row for row in every("indicators") if not row.get("optional")]
    named = sum(row["indicator"] is not None for row in figures)
    reported = [row for row in every("judgements") if row["basis"] != "stated"]
    assert len(figures) >= 330
    assert 0.55 <= named / len(figures) <= 0.7
    assert len(reported) >= 40
    assert len({entry["form"] for entry in META.values()}) >= 10
