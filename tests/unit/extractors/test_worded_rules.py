"""Every rule that reads words hits its own example and misses the other."""

import pytest

from reportparse.extractors.metadata import bodies, days, frames, kinds, titles
from reportparse.extractors.worded import WordedRule

_RULES: tuple[WordedRule, ...] = (
    *bodies.RULES,
    *days.RULES,
    *frames.FRAMES,
    *(rule for _, rule in kinds.RULES),
    frames.MEETING,
    titles.SUBJECT,
)


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.id)
def test_rule_hits_its_example_and_misses_the_other(rule: WordedRule) -> None:
    assert rule.pattern.search(rule.hit)
    assert not rule.pattern.search(rule.miss)


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in _RULES}) == len(_RULES)
