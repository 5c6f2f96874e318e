"""Who a provider is: one name for the variants of it, and the authorities before and after it."""

import re
from collections.abc import Iterable
from datetime import date

from reportparse.comparison.names import find_authority, known_area
from reportparse.records import Inspection
from reportparse.vocabulary import Areas

UNKNOWN = "unknown"
_PUNCTUATION = re.compile(r"[^\w\s]")
_FAR_PAST = date(1900, 1, 1)


def fold_name(name: str) -> str:
    """A name without case, punctuation and leading article, to compare with others."""
    words = _PUNCTUATION.sub(" ", name.lower().replace("’", "").replace("'", "")).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


class Providers:
    """Names of the providers of some reports.

    Authorities go by the vocabulary's name. Other providers with one URN are one, under the name
    that their latest report prints; names that differ in case or punctuation are one as well.
    """

    def __init__(self, inspections: Iterable[Inspection], areas: Areas) -> None:
        self._areas = areas
        self._names: dict[str, str] = {}
        self._by_urn: dict[str, str] = {}
        for one in sorted(inspections, key=lambda i: i.inspected_from or _FAR_PAST):
            if one.provider and one.urn and areas.find(one.provider) is None:
                self._by_urn[one.urn] = one.provider
                self._names[fold_name(one.provider)] = one.urn

    def name(self, provider: str | None) -> str:
        """The one name of a provider; "unknown" where a report names none."""
        if provider is None:
            return UNKNOWN
        area = self._areas.find(provider)
        if area:
            return area.name
        folded = fold_name(provider)
        urn = self._names.get(folded)
        return self._by_urn[urn] if urn else self._names.setdefault(f"={folded}", provider)

    def wanted(self, asked: str, names: Iterable[str]) -> tuple[str, ...]:
        """The name of a provider asked for, and those of the authorities before it.

        Raises:
            UnknownNameError: Neither the vocabulary nor a report knows it.
        """
        if asked.strip() in self._by_urn:
            return (self._by_urn[asked.strip()],)
        area = find_authority(asked, self._areas)
        if area is not None:
            known = self._areas.by_id
            before = [known[one].name for one in area.predecessors if one in known]
            return (area.name, *before)
        by_fold = {fold_name(name): name for name in names}
        if fold_name(asked) in by_fold:
            return (by_fold[fold_name(asked)],)
        return (known_area(asked, also=by_fold.values()),)

    def is_of(self, provider: str | None, wanted: tuple[str, ...] | None) -> bool:
        """Whether a provider is one of ``wanted``, or a service that bears its name."""
        if wanted is None:
            return True
        name = self.name(provider)
        service = any(name.startswith(f"{one} ") for one in wanted)
        return name in wanted or (service and self._areas.find(name) is None)

    def shown_under(self, provider: str, wanted: tuple[str, ...] | None) -> tuple[str, ...]:
        """The providers whose timelines hold this one's grades: itself and its successors."""
        area = self._areas.find(provider)
        known = self._areas.by_id
        after = [known[one].name for one in area.successors if one in known] if area else []
        names = (provider, *after)
        if wanted is None:
            return names
        return (wanted[0],) if wanted[0] in names else (provider,)
