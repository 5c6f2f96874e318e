"""Names that a user asks for: what they stand for, or the close matches of an unknown one."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from reportparse.errors import UnknownNameError
from reportparse.vocabulary import Area, Areas, Indicator, active_vocabulary, load_areas

_MATCHES = 3
_LIKENESS = 0.6
_ANY = 3  # letters that stand in too many names


def find_authority(name: str, areas: Areas) -> Area | None:
    """The area with this name, in any variant, or with this URN or code."""
    codes = (a for a in areas.areas if name.strip() in {a.urn, a.ons_code, a.la_number} - {None})
    return areas.find(name) or next(codes, None)


def known_area(name: str, *, also: Iterable[str] = ()) -> str:
    """Canonical name of an area asked for, or one of the names in ``also``.

    Raises:
        UnknownNameError: No area has the name; the error gives those that are like it.
    """
    areas = load_areas()
    found = find_authority(name, areas)
    if found is not None:
        return found.name
    others = {one.lower(): one for one in also}
    if name.lower() in others:
        return others[name.lower()]
    names = others | {one.name.lower(): one.name for one in areas.areas}
    raise UnknownNameError("provider or area", name, _like(name, names))


def known_indicator(identity: str, *, also: Iterable[str] = ()) -> str:
    """The id of an indicator asked for, as it is; ``also`` are ids of users' vocabularies.

    Raises:
        UnknownNameError: No indicator has the id; the error gives the ids whose names or wordings
            are like it.
    """
    indicators = active_vocabulary().indicators
    if identity in indicators.by_id or identity in set(also):
        return identity
    names: dict[str, str] = {}
    for measure in indicators.by_id.values():
        for wording in _wordings(measure):
            names.setdefault(wording, measure.id)
    raise UnknownNameError("indicator", identity, _like(identity.replace("_", " "), names))


def indicators_named(words: str) -> tuple[Indicator, ...]:
    """The indicators of which one name or wording holds all of ``words``; all where it is empty."""
    wanted = words.lower().replace("_", " ").split()
    return tuple(
        measure
        for measure in active_vocabulary().indicators.by_id.values()
        if any(all(word in wording for word in wanted) for wording in _wordings(measure))
    )


def _wordings(measure: Indicator) -> Iterator[str]:
    for wording in (measure.id, measure.name, *measure.aliases, *measure.keywords):
        yield wording.lower().replace("_", " ")


def _like(name: str, names: dict[str, str]) -> tuple[str, ...]:
    """What the names that hold ``name`` stand for, the shortest first; then names spelt alike."""
    folded = name.lower().strip()
    holding = [known for known in names if folded in known] if len(folded) > _ANY else []
    holding.sort(key=lambda known: (not known.startswith(folded), len(known)))
    close = get_close_matches(folded, names, n=3 * _MATCHES, cutoff=_LIKENESS)
    return tuple(dict.fromkeys(names[known] for known in (*holding, *close)))[:_MATCHES]
