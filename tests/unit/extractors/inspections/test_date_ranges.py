"""Dates of inspections in the layouts that front pages print."""

from datetime import date

import pytest

from reportparse.extractors.inspections.date_ranges import parse_date_range


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("20 January 2015 - 11 February 2015", (2015, 1, 20), (2015, 2, 11)),
        ("15 - 19 July 2013 Reporting inspector", (2013, 7, 15), (2013, 7, 19)),
        ("23 November to 4 December 2009Reporting", (2009, 11, 23), (2009, 12, 4)),
        ("1/06/2015 - 25/06/2015", (2015, 6, 1), (2015, 6, 25)),
        ("Monday 3 to Friday 7 June 2024", (2024, 6, 3), (2024, 6, 7)),
        ("5 to 9 December 2022 and 14 and 15 February 2023", (2022, 12, 5), (2023, 2, 15)),
        ("2 1 May 2014", (2014, 5, 21), (2014, 5, 21)),
        ("18 Feb 2014 - 12 March 2014", (2014, 2, 18), (2014, 3, 12)),
        ("8 December to 12 January 2024", (2023, 12, 8), (2024, 1, 12)),
        ("13 th March 2022", (2022, 3, 13), (2022, 3, 13)),
        ("12 to 16 February 2024 2", (2024, 2, 12), (2024, 2, 16)),
        ("19 November-30 November 2018", (2018, 11, 19), (2018, 11, 30)),
    ],
)
def test_parse_date_range(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert parse_date_range(text) == (date(*first), date(*last))


@pytest.mark.parametrize("text", ["", "the spring of 2014", "31 February 2014", "12 to 14", "May"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert parse_date_range(text) is None
