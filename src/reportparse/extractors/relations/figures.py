"""Which quantities of a sentence are figures: numbers that measure something."""

import re

from reportparse.extractors.areas import find_areas
from reportparse.extractors.quantities import Form, Quantity
from reportparse.extractors.segments.model import Figure
from reportparse.records import Unit

_DURATIONS = (Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS)
# Durations measure something only where time was taken, waited or averaged.
_DURATION_MEASURED = re.compile(
    r"\b(?:average|averag\w+|mean|median|took|takes?|taking|wait\w*|timescales? (?:was|is)|"
    r"duration|length|days? lost|shorter|longer|quicker|slower|faster|fewer|"
    r"across England it was)\b",
    re.IGNORECASE,
)
_DURATION_BOUND = re.compile(
    r"\b(?:within|in|for|every|after|last|past|next|first|previous|coming|over the|lasting|"
    r"a further|"
    r"another|up to|beyond|each|around every|minimum of|maximum of|initial|than)\s*$",
    re.IGNORECASE,
)
# Nouns that reports count: people, cases, places, staff, money's worth.
_COUNTED_NOUN = re.compile(
    r"\b(?:child(?:ren)?|young (?:people|person|women|men|adults?)|people|person|pupils?|"
    r"students?|"
    r"learners?|boys?|girls?|bab(?:y|ies)|infants?|famil(?:y|ies)|households?|parents?|mothers?|"
    r"(?:\w+ )?carers?|adopters?|guardians?|siblings?|(?:care )?leavers?|workers?|practitioners?|"
    r"managers?|officers?|advis[eo]rs?|staff|posts?|vacanc(?:y|ies)|referrals?|re-referrals|"
    r"contacts?|"
    r"assessments?|plans?|conferences?|reviews?|enquir(?:y|ies)|investigations?|notifications?|"
    r"placements?|homes?|houses?|hostels?|places?|beds?|schools?|academ(?:y|ies)|nurser(?:y|ies)|"
    r"centres?|units?|colleges?|settings?|agencies|orders?|SGOs?|CAOs?|adoptions?|episodes?|"
    r"incidents?|"
    r"exclusions?|suspensions?|offences?|complaints?|compliments?|cases?|allegations?|births?|"
    r"deaths?|"
    r"residents?|languages?|members?|apprentice(?:ship)?s?|mentors?|volunteers?|ambassadors?|"
    r"nominations?|organisations?|users?|CAFs?|UASC|IFAs?|PEPs?|caseloads?|registrations?|"
    r"applications?|"
    r"matches|wards?|institutions?|authorities|teenagers|entrants|employees|interpreters|"
    r"advocates|"
    r"days|visits?|sessions?|hearings?|proceedings|prosecutions?|convictions?|"
    r"children's homes?|graduates?)\b"
)
_NOUN_DISTANCE = re.compile(r"^(?:\s+[\w'/-]+){1,5}")
_VERB = re.compile(
    r"^\s+(?:is|are|was|were|has|have|had|lives?|lived|left|went|became|ceased|come|came|go|"
    r"turned|"
    r"returned|moved|suffered|remain(?:ed|s)?|received?|attend(?:ed)?|achieved|completed|now|"
    r"of (?:whom|these|"
    r"them|our|the|white|mixed|asian|black|which)|to (?:other|grandparents)|in|with|within|on|"
    r"subject|between|under|at|for|"
    r"outside|placed|more|fewer|less|higher|extra)\b",
    re.IGNORECASE,
)
_NOT_COUNTED = re.compile(
    r"^\s*(?:-|\s)(?:hours?|minutes?|miles?|times|pages?|recommendations?|priorit|areas? for|"
    r"areas? of|actions?|"
    r"objectives?|sections?|themes?|key|main|strategic|principles?|reasons?|ways|steps?|stages?|"
    r"inspections?|workstreams?|obsessions?|outcomes?|aims|questions?|bullets?|of Her Majesty|"
    r"dimensions|strands|pillars|domains|tiers?|working days?|calendar days?|weekly|monthly|"
    r"other (?:acts|ways|areas)|years?['\s]|months?['\s]|weeks?['\s]|days? or less|HMI|Regulatory|"
    r"Ofsted|inspectors?|degrees?|or two|to one|stars?|"
    r"consecutive|successive|distinct|broad|overarching|core|critical|ambitions?|values?|"
    r"standards?)",
    re.IGNORECASE,
)
_ONE_STATED = re.compile(
    r"(?:\b(?:operates?|commissions?|there (?:is|was|are|were)|has|have|had|runs?|provides?|"
    r"only|just|"
    r"from|to|and|plus|of|whom|which)\s+$)|^\W*$",
    re.IGNORECASE,
)
_ZERO_NOUN = re.compile(
    r"^\s+(?:looked after |further |such )?(?:child(?:ren)?|young (?:people|person)|pupils?|"
    r"care leavers?|"
    r"(?:permanent |fixed-term )?exclusions?|adoptions?|deaths?|(?:\w+ )?homes?|vacancies|"
    r"children's homes?)\b",
    re.IGNORECASE,
)
_ZERO_FACT = re.compile(
    r"\b(?:are|is|were|was|have|has|had|lives?|lived|attended|came|left|went|became|ceased|been|placed|excluded|operates?)\b",
    re.IGNORECASE,
)
_ZERO_ADVICE = re.compile(
    r"\b(?:should|must|can|could|would|may|might|ensure|so that|if)\b|\bno (?:child|"
    r"young person) (?:should|is left)",
    re.IGNORECASE,
)
# How an inspection or a survey was done, not what it measured.
_METHOD = re.compile(
    r"\b(?:discussions|interviews|meetings|focus groups) with\b|\binspectors (?:also )?(?:met|"
    r"spoke|"
    r"read|looked|reviewed|sampled|observed|considered|interviewed|visited|tracked|examined)\b"
    r"|\breview of \d+ case files\b|\binspection team\b",
    re.IGNORECASE,
)
_RESTATED = re.compile(r"^[^.;,]{0,60}?\(\s*(?:or )?$")
# How far after a duration the words stand that make it a measured one.
_AFTER = 40
# "Together 4", "Route 29": a number that belongs to the name before it.
_NAMED = re.compile(r"[a-z,;)'] (?:\(?[A-Z][\w'-]+ )*\(?(?P<word>[A-Z][a-z][\w'-]*) $")
_NOT_A_NAME = re.compile(
    r"(?:Total|Number|Only|Just|Around|About|Over|Nearly|Almost|Overall|Currently|England|Eng|"
    r"National|Nationally|Region|Of|In|At|The|And|To|From|By|With|For|All|Some|Including|"
    r"Children|Boys|Girls|Pupils|Referrals|Contacts)$"
)
_YEAR_LIKE = re.compile(r"(?:19[89]|20[0-4])\d$")


def choose_figures(text: str, quantities: list[Quantity], *, in_list: bool) -> list[Figure]:
    """Figures among the quantities of a sentence, in order.

    A rounding that the next figure in brackets makes exact ("just over half (54.4%)") is left out.

    Args:
        text: The sentence.
        quantities: What `find_quantities` found in it, periods left out.
        in_list: Whether it is an item of a list, where "seven live with parents" is a count.
    """
    if _METHOD.search(text):
        return []
    chosen = [quantity for quantity in quantities if _measures(text, quantity, in_list=in_list)]
    kept = [
        quantity
        for quantity, following in zip(chosen, [*chosen[1:], None], strict=False)
        if not (
            quantity.form is Form.FRACTION
            and following is not None
            and _RESTATED.match(text[quantity.phrase_end : following.phrase_start])
        )
    ]
    return [Figure(quantity, quantity.unit) for quantity in kept]


def _measures(text: str, quantity: Quantity, *, in_list: bool) -> bool:
    before, after = text[: quantity.phrase_start], text[quantity.end_char :]
    if quantity.unit in _DURATIONS:
        return _is_measured_duration(before, after)
    if quantity.form is Form.ZERO_WORD:
        return _is_zero(text, quantity, before, after, in_list=in_list)
    if quantity.unit is not Unit.COUNT or quantity.rule_id == "scaled":
        return True
    if _NOT_COUNTED.match(after) or _GRADED.match(after) or _is_in_name(quantity, before, after):
        return False
    if quantity.form is Form.WORD:
        return _is_counted(quantity, before, after, in_list=in_list)
    if _YEAR_LIKE.match(quantity.text) and not counts_noun(after):
        return quantity.phrase_start < quantity.start_char or before.endswith("from ")
    return True


def _is_measured_duration(before: str, after: str) -> bool:
    """Whether the clause around a duration says that time was taken, waited or averaged."""
    clause = re.split(r"[;:]\s", before)[-1] + " | " + re.split(r"[.;:]\s", after)[0][:_AFTER]
    return bool(_DURATION_MEASURED.search(clause)) and not _DURATION_BOUND.search(before)


def _is_in_name(quantity: Quantity, before: str, after: str) -> bool:
    """Whether a bare number goes with the name right before it."""
    named = _NAMED.search(before)
    if not named or "," in quantity.text or _NOT_A_NAME.match(named["word"]):
        return False
    return not counts_noun(after) and not find_areas(named["word"])


def _is_zero(text: str, quantity: Quantity, before: str, after: str, *, in_list: bool) -> bool:
    word = quantity.text.lower()
    if word in {"zero", "nil"}:
        return True
    if _ZERO_ADVICE.search(text):
        return False
    if word == "none":
        return in_list and before.strip() == ""
    clause_opens = not before.strip() or bool(
        re.search(
            r"(?:\b(?:there (?:are|were|is)|operates?|and|has|have|had|running|,)|[.;:])\s*$",
            before,
            re.IGNORECASE,
        )
    )
    return clause_opens and bool(_ZERO_NOUN.match(after)) and bool(_ZERO_FACT.search(text))


def _is_counted(quantity: Quantity, before: str, after: str, *, in_list: bool) -> bool:
    """Whether a number word, or the figure 1, counts things."""
    after = _BRACKETED.sub("", after)
    noun = counts_noun(after)
    if quantity.value == 1:
        stated = bool(_ONE_STATED.search(before)) or in_list
        return stated and (noun or bool(_VERB.match(after))) and not _ONE_VAGUE.match(after)
    if noun:
        return True
    return bool(_VERB.match(after) or _OPEN_END.match(after)) and (
        in_list or bool(_WORD_CONTEXT.search(before)) or not before.strip()
    )


# A share in brackets between a number and what it does: "two (20%) live".
_BRACKETED = re.compile(r"^\s*\([^()]{1,12}\)")
_GRADED = re.compile(r"^\s+(?:(?:was|were|been|have been|are|is)\s+)?(?:judged|graded)\b")
_ONE_VAGUE = re.compile(r"^\s+(?:case|example|of the (?:areas|reasons)|place)\b", re.IGNORECASE)
_OPEN_END = re.compile(r"^\s*(?:[.;,)]|$)")
_WORD_CONTEXT = re.compile(
    r"(?:\bof (?:whom|which|these|those)|\bfrom|\bto|\band|\bbut|,|\(|;|\bonly|\bgain of|\bagainst|"
    r"\bin)\s*$",
    re.IGNORECASE,
)


def counts_noun(after: str) -> bool:
    """Whether one of the next words, before any stop, is something that reports count."""
    words = _NOUN_DISTANCE.match(after)
    if not words:
        return False
    near = re.split(
        r"\b(?:of|in|at|for|from|to|with|who|which|that|were|was|are|is)\b", words.group()
    )[0]
    return bool(_COUNTED_NOUN.search(near))
