"""A table as rows of text and as data frames."""

import pytest

from builders.records import table_record
from reportparse import optional
from reportparse.errors import MissingLibraryError
from reportparse.records import TableRecord

SCORECARD = """
Measure | 2020/21 |       | 2021/22 |
        | Number  | %     | Number  | %
Plans
Started | 1,204   | 21.5% | c       | 20.1%
Ended   | 97      | 3.0%  | 45      | 344 (24%)
"""


def scorecard() -> TableRecord:
    spans = {(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (1, 2), (2, 0): (1, 5)}
    return table_record(SCORECARD, headers=2, spans=spans)


def test_rows_hold_a_merged_text_at_its_first_place() -> None:
    assert scorecard().to_rows()[:3] == [
        ["Measure", "2020/21", "", "2021/22", ""],
        ["", "Number", "%", "Number", "%"],
        ["Plans", "", "", "", ""],
    ]


def test_filled_rows_hold_it_everywhere() -> None:
    assert scorecard().to_rows(fill=True)[:3] == [
        ["Measure", "2020/21", "2020/21", "2021/22", "2021/22"],
        ["Measure", "Number", "%", "Number", "%"],
        ["Plans"] * 5,
    ]


def test_pandas_has_numbers_where_a_column_is_nothing_else() -> None:
    frame = scorecard().to_pandas()
    assert list(frame.columns) == [
        "Measure",
        "2020/21: Number",
        "2020/21: %",
        "2021/22: Number",
        "2021/22: %",
    ]
    assert frame["2020/21: Number"].tolist()[1:] == [1204, 97]
    assert frame["2020/21: %"].tolist()[1:] == [21.5, 3.0]
    assert frame["2021/22: Number"].isna().tolist() == [True, True, False]
    assert frame["2021/22: %"].tolist()[1:] == ["20.1%", "344 (24%)"]
    assert frame["Measure"].tolist() == ["Plans", "Started", "Ended"]


def test_pandas_as_printed() -> None:
    frame = scorecard().to_pandas(numbers=False)
    assert frame["2020/21: Number"].tolist()[1:] == ["1,204", "97"]
    assert frame["2021/22: Number"].tolist()[1:] == ["c", "45"]


def test_polars_has_the_same_columns() -> None:
    frame = scorecard().to_polars()
    assert frame["2021/22: Number"].to_list() == [None, None, 45]
    assert frame["2020/21: %"].to_list() == [None, 21.5, 3.0]


def test_whole_numbers_stay_whole() -> None:
    frame = table_record("Year | Leeds\n2013 | 62\n2014 | 47").to_pandas()
    assert str(frame["Leeds"].dtype) == "int64"


def test_stubs_are_repeated_beside_the_rows_they_name() -> None:
    drawing = "Place |        | 2015\nLeeds | Number | 4\n      | Rate   | 7.1"
    frame = table_record(drawing, stubs=2, spans={(1, 0): (2, 1)}).to_pandas()
    assert frame.iloc[:, 0].tolist() == ["Leeds", "Leeds"]
    assert list(frame.columns) == ["Place", "column 2", "2015"]


def test_a_name_that_comes_again_is_numbered() -> None:
    frame = table_record("Year | Leeds | Leeds | Leeds\n2013 | 1 | 2 | 3").to_pandas()
    assert list(frame.columns) == ["Year", "Leeds", "Leeds (2)", "Leeds (3)"]


def test_a_table_without_headers_has_numbered_columns() -> None:
    frame = table_record("Leeds | 4\nBury | 5", headers=0).to_pandas()
    assert list(frame.columns) == ["column 1", "column 2"]
    assert frame["column 2"].tolist() == [4, 5]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_missing_library_is_named(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(optional, "import_module", missing)
    table = table_record("Year | Leeds\n2013 | 62")
    convert = table.to_pandas if library == "pandas" else table.to_polars
    with pytest.raises(MissingLibraryError, match=rf'pip install "reportparse\[{library}\]"'):
        convert()


def test_a_table_in_a_notebook_keeps_empty_places() -> None:
    table = table_record(
        """
             | 2015 | 2016
        Boys | 12   | 14
        """
    )
    shown = table._repr_html_()
    assert shown.index("<tr><td></td><th") < shown.index("2015") < shown.index("Boys")
    assert shown.count("<tr>") == 2
