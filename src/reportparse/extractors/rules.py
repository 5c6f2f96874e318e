"""Many patterns tried on one text, each only where the text holds what the pattern needs.

A sign is a set of letters; it stands in a text that holds any one of them. A rule names the signs
that stand in every text it matches, so that looking for the few signs first saves most searches.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

Rule = tuple[str, re.Pattern[str]]
# Judgements, dates and figures are read from the same sentences, each in a walk of its own.
_TEXTS = 2048


class Rules:
    """Named patterns in the order in which they are tried."""

    def __init__(
        self,
        patterns: Mapping[str, re.Pattern[str]],
        *,
        signs: Mapping[str, tuple[str, ...]],
        needs: Mapping[str, str],
        folded: bool = False,
    ) -> None:
        """Take the patterns by rule id, and the signs that some need.

        Args:
            patterns: The rules; one that ``needs`` does not name is tried on every text.
            signs: The letters of each sign; of ``folded`` ones in lower case.
            needs: The names of the signs that a rule needs, parted by spaces.
            folded: Whether case makes no difference to the signs.
        """
        self._patterns = tuple(patterns.items())
        self._signs = tuple(signs.items())
        self._needs = {rule_id: frozenset(names.split()) for rule_id, names in needs.items()}
        self._folded = folded
        self._applicable: dict[frozenset[str], tuple[Rule, ...]] = {}
        self.find = lru_cache(maxsize=_TEXTS)(self._find)

    def applicable(self, text: str) -> tuple[Rule, ...]:
        """The rules that may match ``text``."""
        holds = (text.lower() if self._folded else text).__contains__
        present = frozenset([name for name, letters in self._signs if any(map(holds, letters))])
        rules = self._applicable.get(present)
        if rules is None:
            rules = tuple(
                (rule_id, pattern)
                for rule_id, pattern in self._patterns
                if self._needs.get(rule_id, frozenset()) <= present
            )
            self._applicable[present] = rules
        return rules

    def _find(self, text: str) -> tuple[tuple[str, re.Match[str]], ...]:
        """Every match of every rule in ``text``, rule by rule."""
        return tuple(
            [
                (rule_id, match)
                for rule_id, pattern in self.applicable(text)
                for match in pattern.finditer(text)
            ]
        )
