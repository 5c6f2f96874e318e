"""Who or what a told judgement is about: the authority, an aspect of it, or settings by count."""

import re
from dataclasses import dataclass

from reportparse.extractors.grades.aspects import OUTCOMES, find_aspects
from reportparse.vocabulary import Areas


@dataclass(frozen=True, slots=True)
class Subject:
    """The judged party of one claim.

    ``label`` names a kind of setting or service ("children's homes"), None for the authority
    itself; ``families`` are the aspect words named with it; ``area`` is an authority named in the
    words; ``count`` how many settings; ``text`` the words as printed; ``name`` the name of a
    single home or school.
    """

    label: str | None
    count: int | None
    families: tuple[str, ...]
    area: str | None
    text: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Settings spoken of, to which a bare number or "these" refers; ``size`` None if not told."""

    label: str
    size: int | None


_NUMBER_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)
_NUMBERS = {word: index + 1 for index, word in enumerate(_NUMBER_WORDS)} | {"both": 2}
_NUMBER = r"(?:\d{1,3}(?![\d.,/%])|" + "|".join(_NUMBERS) + ")"
_ORDINAL = (
    r"the (?:other|last|remaining|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?: one)?"
)

# Kind of setting and its words; counted kinds are plural. The longest that matches wins.
_SETTINGS: tuple[tuple[str, str], ...] = (
    ("children's homes", r"(?:secure |local authority )?(?:children'?s?'? (?:residential )?"
     r"|residential (?:children's )?|care )homes?(?: for children)?"),
    ("children's centres", r"(?:group )?children'?s?'? centres?"),
    ("fostering service", r"(?:independent )?fostering(?: services?| agency| agencies)?"),
    ("adoption service", r"adoption(?: services?| agency| agencies)"),
    ("youth offending service", r"youth (?:offending|justice)(?: services?| teams?)?"),
    ("pupil referral units", r"pupil referral units?"),
    ("primary schools", r"primary (?:schools?|academ(?:y|ies))"),
    ("secondary schools", r"secondary (?:schools?|academ(?:y|ies))|high schools?"),
    ("special schools", r"special schools?"),
    ("schools", r"(?:maintained |virtual )?schools?|academ(?:y|ies)"),
    ("nurseries", r"(?:day )?nurser(?:y|ies)|nursery (?:schools?|classes)"),
    ("childminders", r"childminders?"),
    ("early years settings", r"early years (?:settings?|providers?|provision)"),
    ("residential family centres", r"residential family centres?"),
    ("serious case reviews", r"serious case reviews?"),
)  # fmt: skip
_SETTING_NAMES = {f"s{index}": name for index, (name, _) in enumerate(_SETTINGS)}
_SETTING = re.compile(
    "|".join(rf"(?P<s{index}>\b(?:{words})\b)" for index, (_, words) in enumerate(_SETTINGS)), re.I
)
_SETTING_STEMS = (
    *("home", "centre", "foster", "adopt", "youth", "pupil ref", "school", "academ", "nurser"),
    *("childminder", "early years", "case review"),
)
SERVICES = frozenset({"fostering service", "adoption service", "youth offending service"})
_HOMES = "children's homes"
_BARE_HOMES = re.compile(r"\bhomes?\b", re.I)
# Homes that a council counts as its own are children's homes; people's own homes are none.
_OWN_HOMES = re.compile(
    r"\b(?:our|council|in-house|authority's|\d+|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve)(?: (?!family|own|foster|care|nursing|new)\w+)? homes\b",
    re.I,
)
_COUNT_BEFORE = re.compile(
    rf"\b(?P<number>{_NUMBER})(?: of)?(?: (?:the|our|its|their|these|those|{_NUMBER}"
    r"|group|own|other|local|authority's|council's|in-house|registered|residential|open"
    r"|existing|[\w'-]+'s?))*\s*$",
    re.I,
)
_ALL_BUT = re.compile(
    rf"\ball but (?P<but>{_NUMBER}) of (?:the|our|its|their) (?P<all>{_NUMBER})"
    r"(?: [\w'-]+){0,3}\s*$",
    re.I,
)
_EXTERNAL = re.compile(
    r"\b(?:external|private|agency|independent|commissioned)(?:ly[- ]run)? (?:\w+ )?homes\b"
    r"|\bhomes (?:that |which )?(?:we|the council|it) (?:use|commission|buy)s?\b",
    re.I,
)
_NAMED_SETTING = re.compile(
    r"(?P<name>[A-Z][\w']+(?: (?:of|the|and|on)(?= [A-Z])| [A-Z][\w'.]+)*),?"
    r" (?=(?:children's|residential|[Pp]rimary|[Ss]econdary|[Ss]pecial|[Hh]igh|[Nn]urser|[Ss]chool"
    r"|[Aa]cadem))"
)
_NAME_ALONE = re.compile(r"(?:^|[,;] |\band )(?P<name>[A-Z][a-z']+(?: [A-Z][a-z']+){0,3})\W*$")
_NO_NAMES = frozenset(
    {"the", "our", "one", "this", "that", "a", "an", "all", "both", "each", "every", "another"}
    | {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "of", "in", "at"}
    | {"ofsted", "inspectors", "local", "no", "its", "their", "since", "when", "although"}
)
_TRAILING_COUNT = re.compile(
    rf"(?:^|[\s,(])(?P<number>{_NUMBER}|{_ORDINAL})"
    r"(?: of (?:these|them|which|whom|those|the \w+)(?: homes| centres| settings| schools)?"
    r"|(?: of)?(?: the)?(?: children's)? (?:homes?|centres?|settings?|schools?))?,?\s*$",
    re.I,
)
_ONE = re.compile(r"\b(?:this|that|the|its|our|one|a|an|another)(?: [\w'-]+){0,2} ?$", re.I)
_PRONOUN = re.compile(
    r"(?:^|[,;] |\band |\bwhich )?\b(?P<word>these|they|both|all(?: of (?:these|them|which|whom))?"
    r"|each|all)\s*$",
    re.I,
)
_PRONOUN_ALONE = re.compile(r"^\W*(?:it|they|this|that)\W*$", re.I)
_PLURAL_ALONE = re.compile(r"^\W*(?:both|all|they|these)\W*$", re.I)
_JOINT_ALONE = re.compile(r"^\W*(?:and|but|which|then|so)?\W*$", re.I)
_AUTHORITY = re.compile(
    r"\b(?:local authority|authority|council|children's (?:social care|services?)|services?"
    r"|provision|county|city|borough|safeguarding partnership|we|it|they|them)\b",
    re.I,
)
_CAPITALISED = re.compile(
    r"[A-Z][\w'-]*(?:[ -](?:(?:and|upon|of|on|the|with|in|&)[ -])*[A-Z][\w'-]*)*"
)


def parse_count(text: str) -> int:
    """The number that one count word or numeral means.

    Raises:
        KeyError: ``text`` is neither a numeral nor a known word.
    """
    folded = text.lower().strip()
    if folded.isdigit():
        return int(folded)
    return 1 if folded.startswith("the ") else _NUMBERS[folded]


def is_count(text: str) -> bool:
    """Whether ``text`` is a numeral or a number word of those that count settings."""
    return text.isdigit() or text.lower() in _NUMBERS


def is_pronoun(text: str) -> bool:
    """Whether ``text`` names its party by a pronoun alone, so that an earlier clause says more."""
    return _PRONOUN_ALONE.match(text) is not None


def is_plural_pronoun(text: str) -> bool:
    """Whether ``text`` is no more than "both", "all" or "they"."""
    return _PLURAL_ALONE.match(text) is not None


def is_joint(text: str) -> bool:
    """Whether ``text`` is no more than the joint to what came before ("and", ", which")."""
    return _JOINT_ALONE.match(text) is not None


def find_groups(text: str) -> list[Group]:
    """The kinds of settings named in ``text`` with the number before each."""
    folded = text.lower()
    if not any(stem in folded for stem in _SETTING_STEMS):
        return []
    groups = []
    for match in _SETTING.finditer(text):
        label = _SETTING_NAMES[match.lastgroup or ""]
        size = None if label in SERVICES else _count_before(text[: match.start()], match.group())
        groups.append(Group(label, size))
    if not groups and _OWN_HOMES.search(text) and not _EXTERNAL.search(text):
        return [Group(_HOMES, _count_before(text[: _home_at(text)], text))]
    return groups


def find_area(text: str, areas: Areas) -> str | None:
    """Canonical name of the authority named in ``text`` by a capitalised name; None if none is."""
    for match in _CAPITALISED.finditer(text):
        area = areas.authority_in(match.group())
        if area is not None:
            return area.name
    return None


def find_subjects(text: str, groups: tuple[Group, ...], areas: Areas) -> tuple[Subject, ...]:
    """The judged parties named in ``text``; empty where no known kind of party is named.

    ``groups`` are the settings spoken of before, for "six were judged good" and "these".
    """
    if _EXTERNAL.search(text):
        return ()
    area = find_area(text, areas)
    families = tuple(dict.fromkeys(mention.family for mention in find_aspects(text)))
    named = find_groups(text) or _bare_homes(text, groups)
    trailing = _TRAILING_COUNT.search(text)
    if named and trailing and trailing.start("number") < _last_setting_end(text):
        trailing = None
    if named:
        return _settings(text, named, trailing, area)
    if trailing and trailing["number"].lower() == "both" and len(groups) > 1:
        pair = dict.fromkeys(group.label for group in groups[-2:])
        return tuple(
            Subject(label, 2 if len(pair) == 1 else None, (), area, text.strip()) for label in pair
        )
    if trailing and groups:
        return (Subject(groups[-1].label, parse_count(trailing["number"]), (), area, text.strip()),)
    pronoun = _PRONOUN.search(text)
    if pronoun and groups and not families and not _AUTHORITY.search(text):
        return tuple(Subject(group.label, group.size, (), area, text.strip()) for group in groups)
    if trailing:
        return ()
    if families or area or _AUTHORITY.search(text):
        return (Subject(None, None, families, area, text.strip()),)
    return ()


def _bare_homes(text: str, groups: tuple[Group, ...]) -> list[Group]:
    """The homes of ``text``, whose kind only the settings spoken of before tell."""
    if not groups or not _BARE_HOMES.search(text):
        return []
    return [Group(groups[-1].label, _count_before(text[: _home_at(text)], text))]


def _settings(
    text: str, named: list[Group], trailing: re.Match[str] | None, area: str | None
) -> tuple[Subject, ...]:
    """One subject for each kind of setting, with its own count or the one that ends the text."""
    services = [group for group in named if group.label in SERVICES]
    chosen = named if len(services) != len(named) else services
    if trailing:
        count = parse_count(trailing["number"])
        return (Subject(chosen[-1].label, count, (), area, text.strip()),)
    families = tuple(dict.fromkeys(m.family for m in find_aspects(text) if m.family in OUTCOMES))
    unique = dict.fromkeys(chosen)
    name = _name(text) if len(unique) == 1 else None
    return tuple(
        Subject(g.label, None if name else g.size, families, area, text.strip(), name)
        for g in unique
    )


def _name(text: str) -> str | None:
    """The name of the one setting that ``text`` is about: "Alder Bank Primary School"."""
    named = _NAMED_SETTING.search(text)
    if named is None or named["name"].split()[0].lower() in _NO_NAMES:
        return None
    after = _SETTING.match(text, named.end())
    words = f"{named['name']} {after.group()}" if after else named["name"]
    return words if after and not after.group().endswith("s") else None


def find_named_home(text: str, groups: tuple[Group, ...], areas: Areas) -> tuple[Subject, ...]:
    """The one of the children's homes spoken of that ``text`` names by a proper name alone."""
    match = _NAME_ALONE.search(text)
    if match is None or not groups or groups[-1].label != _HOMES:
        return ()
    name = match["name"]
    if not match.start("name") and " " not in name:
        return ()  # a first word has its capital anyway
    if name.split()[0].lower() in _NO_NAMES or find_area(name, areas) or _AUTHORITY.search(name):
        return ()
    return (Subject(groups[-1].label, None, (), None, name, name),)


def _last_setting_end(text: str) -> int:
    return max((match.end() for match in _SETTING.finditer(text)), default=0)


def _home_at(text: str) -> int:
    return max((match.start() for match in _BARE_HOMES.finditer(text)), default=len(text))


def _count_before(before: str, setting: str) -> int | None:
    """The count that stands before a setting's words; 1 for a single one, None if none does."""
    left_out = _ALL_BUT.search(before)
    if left_out:
        return parse_count(left_out["all"]) - parse_count(left_out["but"])
    match = _COUNT_BEFORE.search(before)
    if match:
        return parse_count(match["number"])
    singular = not setting.rstrip().lower().endswith("s")
    return 1 if singular and _ONE.search(before) else None
