"""Which measure a label names."""

import pytest

from reportparse.extractors.measures.groups import subject_of
from reportparse.extractors.measures.linking import Wording, link
from reportparse.extractors.measures.terms import fold_terms
from reportparse.extractors.measures.wording import Cue
from reportparse.records import Role, Unit


def named(
    own: str,
    unit: Unit,
    *,
    sentence: str = "",
    before: str = "",
    of: str | None = None,
    subject: str | None = None,
) -> str | None:
    """The measure of ``own``, with words further off in its sentence or in the one before."""
    cues = tuple((cue, text) for cue, text in ((Cue.SENTENCE, sentence), (Cue.BEFORE, before)))
    return link(Wording(own, cues, of, subject), unit)


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
    assert named(label, unit) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (Unit.COUNT, "cla_out_of_area_count"),
        (Unit.PERCENT, "cla_out_of_area_pct"),
    ],
)
def test_unit_chooses_between_number_and_share(unit: Unit, expected: str) -> None:
    words = "children who live outside the local authority area"
    assert named(words, unit, subject="looked_after") == expected
    assert named(words, unit) is None  # nothing tells which children are meant


def test_words_that_name_a_measure_are_not_completed_by_the_sentence() -> None:
    sentence = "of whom 9% subsequently returned to be looked after"
    assert named("children ceased to be looked after", Unit.COUNT, sentence=sentence) == (
        "cla_ceased_count"
    )


@pytest.mark.parametrize(
    ("own", "head", "unit", "expected"),
    [
        ("were adopted", "211 children came into care", Unit.COUNT, "adoptions_count"),
        ("primary schools", "entitled to free school meals", Unit.PERCENT, "fsm_pct"),
    ],
)
def test_item_of_a_list_is_linked_before_its_head(
    own: str, head: str, unit: Unit, expected: str
) -> None:
    cues = ((Cue.HEAD, head), (Cue.HEADING, "children living in poverty"))
    assert link(Wording(own, cues), unit) == expected


def test_relative_change_is_of_the_number() -> None:
    wording = Wording("children subject to a child protection plan")
    assert link(wording, Unit.PERCENT, role=Role.CHANGE) == "cpp_count"


def test_words_further_off_name_the_group_that_the_own_words_leave_out() -> None:
    own = "persistent absence"
    assert named(own, Unit.PERCENT, sentence="attainment of looked after children") == (
        "cla_persistent_absence_pct"
    )
    assert named(own, Unit.PERCENT, sentence="attendance in primary schools") == (
        "persistent_absence_pct"
    )


def test_bullet_without_measure_takes_it_from_the_sentence() -> None:
    sentence = "The proportion of children entitled to free school meals"
    assert named("in primary schools", Unit.PERCENT, sentence=sentence) == "fsm_pct"


@pytest.mark.parametrize(
    ("own", "unit"),
    [
        ("repeat child protection plans", Unit.COUNT),  # only a share has an entry
        ("members of the Children in Care Council", Unit.COUNT),
        ("potholes repaired", Unit.COUNT),
        ("", Unit.PERCENT),
        ("looked after children surveyed", Unit.COUNT),
        ("a dip sample of # children looked after", Unit.COUNT),
    ],
)
def test_null_rather_than_a_guess(own: str, unit: Unit) -> None:
    assert named(own, unit) is None


@pytest.mark.parametrize(
    ("own", "of", "sentence"),
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
        ("care leavers attended a celebration at the town hall", "care leavers", ""),
    ],
)
def test_every_word_is_accounted_for(own: str, of: str, sentence: str) -> None:
    assert named(own, Unit.COUNT, of=of, sentence=sentence) is None


def test_words_further_off_only_tell_who_is_meant() -> None:
    before = "Adoptions rose. Most children looked after had a dental check on time."
    assert named("have a dental check", Unit.PERCENT, before=before) == "cla_dental_pct"
    assert named("children", Unit.COUNT, before=before, of="children") != "adoptions_count"


def test_cases_looked_into_are_no_number_of_children() -> None:
    own = "an audit of # case files of children in care"
    assert named(own, Unit.COUNT) == "case_audits_count"


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Virtual School Annual Report 2021/22", "looked_after"),
        ("Report to the Corporate Parenting Board", "looked_after"),
        ("Leaving Care Service: annual report", "care_leavers"),
        ("Sufficiency strategy for children in care and care leavers", None),
        ("Children's services scorecard", None),
        (None, None),
    ],
)
def test_subject_of_a_report(title: str | None, subject: str | None) -> None:
    assert subject_of(title) == subject


def test_subject_decides_between_groups() -> None:
    own = "Average Attainment 8"
    assert named(own, Unit.SCORE) == "ks4_attainment8_score"
    assert named(own, Unit.SCORE, subject="looked_after") == "cla_ks4_attainment8_score"
    in_full = f"{own}, all pupils"
    assert named(in_full, Unit.SCORE, subject="looked_after") == "ks4_attainment8_score"


@pytest.mark.parametrize(
    ("own", "unit", "expected"),
    [
        ("NI 62", Unit.PERCENT, "cla_3plus_placements_pct"),
        ("NI147 (%)", Unit.PERCENT, "care_leavers_suitable_accommodation_pct"),
        ("performance on NI 66", Unit.PERCENT, "cla_reviews_timescale_pct"),
    ],
)
def test_code_of_a_national_set_names_its_measure(own: str, unit: Unit, expected: str) -> None:
    assert named(own, unit) == expected


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
