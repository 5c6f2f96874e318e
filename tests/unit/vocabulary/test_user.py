"""A user's own vocabulary file."""

from pathlib import Path

import pytest

from reportparse.errors import VocabularyError
from reportparse.extractors.measures.linking import Wording, link
from reportparse.records import Unit
from reportparse.vocabulary import load_indicators, load_vocabulary

OWN = """
[[indicators]]
id = "panel_attendance_pct"
name = "Attendance of members at the panel"
theme = "care_planning_voice"
unit = "percent"
aliases = ["attendance of members at the panel"]

[[aliases]]
indicator = "cla_count"
aliases = ["the corporate family"]

[[areas]]
name = "Leeds"
aliases = ["Child Friendly City"]
"""


def written(folder: Path, text: str, name: str = "own.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_additions_are_linked_to_and_the_package_stays_as_it_was(tmp_path: Path) -> None:
    vocabulary = load_vocabulary(written(tmp_path, OWN))
    own = vocabulary.indicators
    wording = Wording("attendance of members at the panel")
    assert link(wording, Unit.PERCENT, indicators=own) == "panel_attendance_pct"
    wording = Wording("the corporate family")
    assert link(wording, Unit.COUNT, indicators=own) == "cla_count"
    assert vocabulary.areas.find("Child Friendly City") == vocabulary.areas.find("Leeds")
    assert "panel_attendance_pct" not in load_indicators().by_id


def test_json_is_read_too(tmp_path: Path) -> None:
    text = '{"aliases": [{"indicator": "cla_count", "aliases": ["our corporate children"]}]}'
    vocabulary = load_vocabulary(written(tmp_path, text, "own.json"))
    assert "our corporate children" in vocabulary.indicators.by_id["cla_count"].aliases


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('unit = "percent"', 'unit = "percents"', r"own\.toml: indicators\[0\] \(panel.*unit"),
        ('theme = "care_planning_voice"', 'theme = "panels"', "theme: 'panels' is unknown"),
        ('id = "panel_attendance_pct"', 'id = "cla_count"', "already used by the package"),
        ('name = "Attendance', 'title = "x"\nname = "Attendance', "title"),
        ('indicator = "cla_count"', 'indicator = "clacount"', "'clacount' is unknown"),
        ('["the corporate family"]', '["children on plan"]', "already names cpp_count"),
        ("[[areas]]", "[[area]]", "area"),
        ("[[indicators]]", "[[indicators", "no valid TOML"),
    ],
)
def test_errors_name_file_entry_and_field(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in OWN
    with pytest.raises(VocabularyError, match=message):
        load_vocabulary(written(tmp_path, OWN.replace(old, new)))


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"none\.toml: cannot be read"):
        load_vocabulary(tmp_path / "none.toml")
