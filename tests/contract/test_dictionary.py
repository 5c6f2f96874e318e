"""The data dictionary lists every id that a record may hold."""

import pytest

from reportparse.desk import SHEETS, dictionary_markdown
from reportparse.records import Unit
from reportparse.vocabulary import load_dimensions, load_frameworks, load_indicators

TEXT = dictionary_markdown()


def test_every_measure_has_its_words_and_unit() -> None:
    for measure in load_indicators().indicators:
        row = next(line for line in TEXT.splitlines() if line.startswith(f"| `{measure.id}` |"))
        assert measure.name.split("|")[0].strip() in row


@pytest.mark.parametrize(
    "ids",
    [
        [column.name for sheet in SHEETS for column in sheet.columns],
        [unit.value for unit in Unit],
        [one.id for each in load_dimensions().dimensions for one in (each, *each.values)],
        list(load_frameworks().frameworks),
        [one.id for each in load_frameworks().frameworks.values() for one in each.aspects],
        [
            grade.id
            for each in load_frameworks().frameworks.values()
            for scale in each.scales
            for grade in scale.grades
        ],
    ],
    ids=["columns", "units", "groups", "frameworks", "aspects", "grades"],
)
def test_every_id_is_there(ids: list[str]) -> None:
    assert ids
    assert [one for one in ids if f"`{one}`" not in TEXT] == []


def test_tables_keep_their_shape() -> None:
    for line in TEXT.splitlines():
        if line.startswith("|"):
            assert line.endswith(" |")
