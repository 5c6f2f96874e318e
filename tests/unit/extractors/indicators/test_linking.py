"""Which measure a label names."""

import pytest

from reportparse.extractors.indicators.linking import Wording, link, link_wording
from reportparse.extractors.measures.terms import fold_terms
from reportparse.records import Role, Unit


@pytest.mark.parametrize(
    ("label", "unit", "expected"),
    [
        ("number of looked after children", Unit.COUNT, "cla_count"),
        ("Children in care at the end of March", Unit.COUNT, "cla_count"),
        ("Rate of CLA (per 10,000 aged 0-17)", Unit.PER_10000, "cla_rate_per_10000"),
        ("LAC with 3+ placement moves", Unit.PERCENT, "cla_3plus_placements_pct"),
        ("Children in care living 20+ miles from home", Unit.PERCENT, "cla_20_miles_pct"),
        ("looked after children whose teeth were checked", Unit.PERCENT, "cla_dental_pct"),
        ("ICPCs held within 15 working days", Unit.PERCENT, "icpc_15wd_pct"),
        ("Children subject of a CP plan", Unit.COUNT, "cpp_count"),
        ("Repeat child protection plans", Unit.PERCENT, "cpp_second_subsequent_pct"),
        ("S47 enquiries per 10,000", Unit.PER_10000, "s47_rate_per_10000"),
        ("Initial health assessments on time", Unit.PERCENT, "cla_iha_timescale_pct"),
        ("Care leavers who are NEET", Unit.PERCENT, "care_leavers_neet_pct"),
        ("5A*-C including English and maths, looked after children", Unit.PERCENT,
         "cla_ks4_5ac_em_pct"),
        ("5+ A*-C with English and maths, all pupils", Unit.PERCENT, "ks4_5ac_em_pct"),
        ("Average social worker caseload", Unit.COUNT, "sw_caseload_avg"),
    ],
)  # fmt: skip
def test_label_names_measure(label: str, unit: Unit, expected: str) -> None:
    assert link(label, "", unit) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (Unit.COUNT, "cla_out_of_area_count"),
        (Unit.PERCENT, "cla_out_of_area_pct"),
    ],
)
def test_unit_chooses_between_number_and_share(unit: Unit, expected: str) -> None:
    assert link("children who live outside the local authority area", "", unit) == expected


def test_what_follows_of_whom_is_measured() -> None:
    label = "children who live with foster families, of whom out of the authority area"
    assert link(label, "", Unit.PERCENT) == "cla_out_of_area_pct"


def test_label_that_names_a_measure_is_not_completed_by_the_sentence() -> None:
    sentence = "of whom 9% subsequently returned to be looked after"
    assert link("children ceased to be looked after", sentence, Unit.COUNT) == "cla_ceased_count"


def test_remark_on_all_that_is_counted_is_no_measure() -> None:
    label = "live in residential special schools, all of whom live out of the authority area"
    assert link(label, "", Unit.COUNT) == "cla_residential_school_count"


@pytest.mark.parametrize(
    ("label", "unit", "expected"),
    [
        ("211 children came into care: were adopted", Unit.COUNT, "adoptions_count"),
        ("entitled to free school meals: primary schools", Unit.PERCENT, "fsm_pct"),
    ],
)
def test_item_of_a_list_is_linked_before_its_head(label: str, unit: Unit, expected: str) -> None:
    assert link(label, "children living in poverty", unit) == expected


def test_relative_change_is_of_the_number() -> None:
    label = "children subject to a child protection plan"
    assert link(label, "", Unit.PERCENT, role=Role.CHANGE) == "cpp_count"


def test_context_names_the_group_that_the_label_leaves_out() -> None:
    label = "persistent absence"
    assert link(label, "attainment of looked after children", Unit.PERCENT) == (
        "cla_persistent_absence_pct"
    )
    assert link(label, "attendance in primary schools", Unit.PERCENT) == "persistent_absence_pct"


def test_bullet_without_measure_takes_it_from_the_context() -> None:
    context = "The proportion of children entitled to free school meals"
    assert link("in primary schools", context, Unit.PERCENT) == "fsm_pct"


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("repeat child protection plans", Unit.COUNT),  # only a share has an entry
        ("members of the Children in Care Council", Unit.COUNT),
        ("potholes repaired", Unit.COUNT),
        ("", Unit.PERCENT),
        ("looked after children surveyed", Unit.COUNT),
    ],
)
def test_null_rather_than_a_guess(label: str, unit: Unit) -> None:
    assert link(label, "", unit) is None


@pytest.mark.parametrize(
    ("label", "of", "context"),
    [
        ("matches", "matches", "prospective adopters approved at activity days"),
        ("care leaver hubs", "care leaver hubs", ""),
        ("letter box contacts", "letter box contacts", ""),
        ("audits", "audits", "early help assessments"),
        ("agencies", "agencies", "children in foster placements"),
        ("children in care in pilot areas", "pilot areas", ""),
        ("looked after children are using this offer", "looked after children", ""),
        ("children looked after went to a summer school", "children looked after", ""),
        ("children in pupil referral units", "children", ""),
        ("children and adopters", "children and adopters", "approved adopters"),
        ("care leavers attended a celebration at the town hall", "care leavers", ""),
    ],
)
def test_what_is_counted_decides(label: str, of: str, context: str) -> None:
    assert link_wording(Wording(label, context, of=of), Unit.COUNT) is None


def test_words_further_off_only_tell_who_is_meant() -> None:
    around = "Adoptions rose. Most children looked after had a dental check on time."
    assert link_wording(Wording("have a dental check", "", around), Unit.PERCENT) == (
        "cla_dental_pct"
    )
    assert link_wording(Wording("children", "", around, "children"), Unit.COUNT) != (
        "adoptions_count"
    )


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Percentage of children in care with three or more placements",
         ("cla", "3plus", "placement")),
        ("looked-after children: 3+ placement moves", ("cla", "3plus", "placement")),
        ("placed outside Kirklees & over 20 miles", ("live", "outsidearea", "20miles")),
        ("the ‘looked after’ children’s reviews", ("cla", "review")),
        ("Ealing Council", ()),
    ],
)  # fmt: skip
def test_fold(text: str, terms: tuple[str, ...]) -> None:
    assert fold_terms(text) == terms
