"""Areas named in running text."""

import pytest

from reportparse.extractors.areas import find_areas


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("above the national average of 17%", ["England"]),
        ("compared with 22% in the country as a whole", ["England"]),
        ("(88% Eng.) and 91% nationally", ["England", "England"]),
        ("our statistical neighbours' average was 74%", ["statistical_neighbours"]),
        ("lower than core cities (81) and the region", ["core_cities", "region"]),
        ("the Yorkshire and Humber average", ["region"]),
        ("well below similar authorities", ["comparator_authorities"]),
        (
            "Stoke-on-Trent, Leeds and Bath and North East Somerset",
            ["Stoke-on-Trent", "Leeds", "Bath and North East Somerset"],
        ),
        ("The City Council of Hull placed 12 in York", ["Kingston upon Hull", "York"]),
        ("Reading and mathematics improved in Reading Borough Council", ["Reading"]),
        ("The team meets in the hall.", []),
    ],
)
def test_areas_in_order(text: str, areas: list[str]) -> None:
    assert [mention.area for mention in find_areas(text)] == areas


def test_authorities_are_told_from_the_groups_they_are_compared_with() -> None:
    england, leeds = find_areas("England 60, Leeds 75")
    assert (england.is_authority, leeds.is_authority) == (False, True)
    assert (leeds.start_char, leeds.end_char, leeds.text) == (12, 17, "Leeds")
