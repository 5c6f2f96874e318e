"""Judgement histories of providers from any mix of inspection reports and papers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from reportparse.comparison.identity import Providers
from reportparse.comparison.inputs import each_document
from reportparse.comparison.models import (
    ClaimCheck,
    Entry,
    History,
    InspectionEvent,
    Place,
    Timeline,
    Verdict,
)
from reportparse.comparison.scales import change_between, framework_then, themes_of
from reportparse.records import (
    Basis,
    Inspection,
    Judgement,
    ParsedDocument,
    Provenance,
)
from reportparse.vocabulary import load_areas, load_frameworks

_FAR_PAST = date(1900, 1, 1)
# Built from inspections: no inspection of their own.
_PREVIOUS_ROW = "inspection.previous_row"
_RATINGS = frozenset({"csa_2009"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A judgement with the file that prints it; ``inspected`` is the day of that report's own."""

    judgement: Judgement
    path: str | None
    inspected: date | None

    @property
    def place(self) -> Place:
        return _place(self.path, self.judgement.provenance)


@dataclass(frozen=True, slots=True)
class _Read:
    """What a history needs of a report, without its text."""

    path: str | None
    inspection: Inspection | None
    judgements: tuple[Judgement, ...]


def history(documents: Iterable[ParsedDocument], *, provider: str | None = None) -> History:
    """The judgements of each provider over the years.

    Args:
        documents: Parsed reports of any kind and order.
        provider: An authority by any of its names, its Ofsted URN or its codes, or another provider
            by its name or URN; every provider by default.

    Returns:
        Inspections, timelines by theme and checked claims. An authority's timelines begin with the
        grades of the authorities that it replaced. Told judgements that an inspection report at
        hand confirms stand in its entry; those without a source have an entry of their own where
        their words date them. Settings counted by grade are in ``checks`` alone.

    Raises:
        UnknownNameError: The provider is unknown; the error gives names like it.
        TypeError: ``documents`` is one document, or holds what is none.

    Examples:
        >>> parsed = reportparse.parse("fixtures/built/inspections/ilacs-standard-2019.pdf")
        >>> found = reportparse.history([parsed], provider="Thurrock")
        >>> [(entry.when, entry.grade) for entry in found.timelines[0].entries]
        [('2019-11-04', 'requires_improvement')]
    """
    reports = list(_reports(documents))
    named = [report.inspection for report in reports if report.inspection]
    providers = Providers(named, load_areas())
    wanted = providers.wanted(provider, _names(reports)) if provider else None
    stated: list[_Told] = []
    claims: list[_Told] = []
    inspections: list[InspectionEvent] = []
    for report in reports:
        event = _event(report, providers)
        if event is not None and providers.is_of(event.provider, wanted):
            inspections.append(event)
        for judgement in report.judgements:
            if providers.is_of(judgement.provider, wanted):
                own = judgement.basis is Basis.STATED
                told = _Told(judgement, report.path, _inspected(report))
                (stated if own else claims).append(told)
    entries = [_entry(told, providers) for told in stated]
    checks = [_check(claim, stated, providers) for claim in claims]
    entries = _with_claims(entries, claims, checks, providers)
    return History(
        inspections=_linked(inspections, entries),
        timelines=tuple(_timelines(entries, providers, wanted)),
        checks=tuple(checks),
    )


def _reports(documents: Iterable[ParsedDocument]) -> Iterator[_Read]:
    for parsed in each_document(documents):
        for report in parsed.reports:
            yield _Read(parsed.source.path, report.inspection, report.judgements)


def _inspected(report: _Read) -> date | None:
    return report.inspection.inspected_from if report.inspection else None


def _names(reports: list[_Read]) -> set[str]:
    told = {judgement.provider for report in reports for judgement in report.judgements}
    inspected = {report.inspection.provider for report in reports if report.inspection}
    return {name for name in told | inspected if name}


def _event(report: _Read, providers: Providers) -> InspectionEvent | None:
    inspection = report.inspection
    if inspection is None or inspection.framework in _RATINGS:
        return None
    lag = None
    if inspection.published and inspection.inspected_to:
        lag = (inspection.published - inspection.inspected_to).days
    graded = [one for one in report.judgements if one.basis is Basis.STATED]
    period = next((one.period.key for one in graded if one.period), None)
    day = inspection.inspected_from or inspection.published
    return InspectionEvent(
        provider=providers.name(inspection.provider),
        urn=inspection.urn,
        framework=inspection.framework,
        when=period or (day.isoformat() if day else ""),
        graded=bool(graded),
        inspected_from=inspection.inspected_from,
        inspected_to=inspection.inspected_to,
        published=inspection.published,
        lag_days=lag,
        path=report.path,
    )


def _linked(events: list[InspectionEvent], entries: list[Entry]) -> tuple[InspectionEvent, ...]:
    """The events in order of provider and time, graded ones with what they say of the one before.

    Visits that give no grades are passed over when the gap is counted.
    """
    inadequate = {
        (entry.provider, entry.inspected_from)
        for entry in entries
        if entry.aspect == "overall_effectiveness" and entry.grade == "inadequate"
    }
    ordered = sorted(events, key=lambda e: (e.provider, _day(e.when)))
    linked: list[InspectionEvent] = []
    before: InspectionEvent | None = None
    for event in ordered:
        if before is not None and before.provider != event.provider:
            before = None
        update: dict[str, object] = {}
        if before and event.graded and before.inspected_from and event.inspected_from:
            update["gap_months"] = _months(before.inspected_from, event.inspected_from)
            update["re_inspection"] = (before.provider, before.inspected_from) in inadequate
        linked.append(event.model_copy(update=update))
        before = event if event.graded else before
    return tuple(linked)


def _months(first: date, second: date) -> int:
    return 12 * (second.year - first.year) + second.month - first.month


def _entry(told: _Told, providers: Providers) -> Entry:
    judgement = told.judgement
    when = _when(judgement)
    inferred = None
    if judgement.framework is None:
        inferred = framework_then(judgement.part, judgement.aspect, when)
    return Entry(
        provider=providers.name(judgement.provider),
        framework=judgement.framework or inferred,
        framework_inferred=inferred is not None,
        aspect=judgement.aspect,
        part=judgement.part,
        grade=judgement.grade,
        basis=judgement.basis,
        inspected_from=judgement.inspected_from,
        inspected_to=judgement.inspected_to,
        published=judgement.published,
        when=_when_text(judgement) or "",
        places=(told.place,),
    )


def _when(judgement: Judgement) -> date | None:
    if judgement.inspected_from:
        return judgement.inspected_from
    if judgement.period:
        return judgement.period.start + (judgement.period.end - judgement.period.start) / 2
    return judgement.published


def _when_text(judgement: Judgement) -> str | None:
    if judgement.period:
        return judgement.period.key
    day = judgement.inspected_from or judgement.published
    return day.isoformat() if day else None


def _check(claim: _Told, stated: list[_Told], providers: Providers) -> ClaimCheck:
    """Look a told judgement up among the stated ones of the same provider, aspect and time."""
    judgement = claim.judgement
    candidates = [one for one in stated if _same_inspection(judgement, one.judgement, providers)]
    if judgement.rule_id == _PREVIOUS_ROW and judgement.period is None:
        candidates = _last_before(claim, stated, providers)
    matching = [one for one in candidates if _same_theme(judgement, one.judgement)]
    verdict, reason, source = Verdict.NO_SOURCE, _no_source(judgement, candidates), None
    if matching:
        agreeing = [one for one in matching if one.judgement.grade == judgement.grade]
        source = (agreeing or matching)[0]
        verdict = Verdict.CONFIRMED if agreeing else Verdict.CONTRADICTED
        reason = f"the inspection report says {source.judgement.grade}"
    return ClaimCheck(
        provider=judgement.provider,
        aspect=judgement.aspect,
        part=judgement.part,
        grade=judgement.grade,
        count=judgement.count,
        when=_when_text(judgement),
        verdict=verdict,
        reason=reason,
        claim=claim.place,
        source=source.place if source else None,
    )


def _last_before(claim: _Told, stated: list[_Told], providers: Providers) -> list[_Told]:
    """The judgements of the inspection before the one whose report prints the claim."""
    name = providers.name(claim.judgement.provider)
    days = {
        one: one.judgement.inspected_from
        for one in stated
        if providers.name(one.judgement.provider) == name and one.judgement.inspected_from
    }
    before = [day for day in days.values() if claim.inspected and day < claim.inspected]
    return [one for one, day in days.items() if before and day == max(before)]


def _no_source(judgement: Judgement, candidates: list[_Told]) -> str:
    if _when(judgement) is None:
        return "the words give no date"
    if candidates:
        return "the inspection report at hand has no grade for this aspect"
    return "no report of this inspection is at hand"


def _same_inspection(claim: Judgement, stated: Judgement, providers: Providers) -> bool:
    if providers.name(claim.provider) != providers.name(stated.provider):
        return False
    if claim.period is None or stated.inspected_from is None:
        return False
    end = stated.inspected_to or stated.inspected_from
    overlaps = claim.period.start <= end and stated.inspected_from <= claim.period.end
    published = stated.published
    return overlaps or (
        published is not None and claim.period.start <= published <= claim.period.end
    )


def _same_theme(claim: Judgement, stated: Judgement) -> bool:
    if (claim.aspect, claim.part) == (stated.aspect, stated.part):
        return True
    when = _when(claim)
    framework = claim.framework or framework_then(claim.part, claim.aspect, when)
    mine = themes_of(framework, claim.part, claim.aspect)
    return bool(set(mine) & set(themes_of(stated.framework, stated.part, stated.aspect)))


def _with_claims(
    entries: list[Entry], claims: list[_Told], checks: list[ClaimCheck], providers: Providers
) -> list[Entry]:
    """``entries`` with what others tell: confirmed claims as places, unsourced ones as entries."""
    merged = list(entries)
    for claim, check in zip(claims, checks, strict=True):
        if check.verdict is Verdict.CONFIRMED:
            index = next(i for i, e in enumerate(merged) if check.source in e.places)
        elif check.verdict is Verdict.NO_SOURCE and check.when and check.count is None:
            entry = _entry(claim, providers)
            index = next((i for i, e in enumerate(merged) if _tells_same(e, entry)), -1)
            if index < 0:
                merged.append(entry)
                continue
        else:
            continue
        places = (*merged[index].places, claim.place)
        merged[index] = merged[index].model_copy(update={"places": places})
    return merged


def _tells_same(known: Entry, new: Entry) -> bool:
    """Whether two tellings without a source are of one grade: equal, and in the same year."""
    names = ("provider", "aspect", "part", "grade")
    if known.basis is Basis.STATED or any(getattr(known, n) != getattr(new, n) for n in names):
        return False
    short, long = sorted((known.when, new.when), key=len)
    return long.startswith(short)


def _timelines(
    entries: list[Entry], providers: Providers, wanted: tuple[str, ...] | None
) -> Iterator[Timeline]:
    rows: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        for theme in themes_of(entry.framework, entry.part, entry.aspect):
            for name in providers.shown_under(entry.provider, wanted):
                rows[name, theme].append(entry)
    for (provider, theme), found in sorted(rows.items(), key=lambda row: _row_order(*row[0])):
        yield Timeline(provider=provider, theme=theme, entries=tuple(_with_changes(found)))


def _row_order(provider: str, theme: str) -> tuple[str, int, str]:
    """Themes that run through the frameworks first, in the vocabulary's order."""
    themes = list(load_frameworks().themes)
    return provider, themes.index(theme) if theme in themes else len(themes), theme


def _with_changes(entries: list[Entry]) -> Iterator[Entry]:
    before: Entry | None = None
    for entry in sorted(entries, key=lambda e: (e.inspected_from or _day(e.when), e.aspect or "")):
        if before is None:
            yield entry
        else:
            change, note = change_between(before, entry)
            yield entry.model_copy(update={"change": change, "note": note})
        before = entry


def _day(when: str) -> date:
    """A day that stands for a period key in the order of time."""
    year, _, rest = when.partition("/")[0].partition("-")
    month = rest[:2]
    if not year.isdigit():
        return _FAR_PAST
    return date(int(year), int(month) if month.isdigit() else 7, 1)


def _place(path: str | None, provenance: Provenance) -> Place:
    return Place(path=path, page=provenance.page, quote=" ".join(provenance.quote.split()))
