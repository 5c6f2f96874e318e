"""Which judgement of a document answers which of the gold."""

from collections.abc import Iterator, Sequence

from reportparse.evaluation.agreement import JudgementField, agreed_in_judgement
from reportparse.evaluation.gold import GoldJudgement, GoldJudgements
from reportparse.evaluation.pairing import same_place
from reportparse.records import Basis, Judgement, ParsedDocument

_FIELDS = ("basis", "part", "aspect", "grade")

JudgementPair = tuple[GoldJudgement | None, Judgement | None, frozenset[JudgementField]]


def pair_judgements(
    document: ParsedDocument | None, gold: GoldJudgements
) -> Iterator[JudgementPair]:
    """Each judgement of the gold with the record that answers it, then the records left over.

    The third part are the fields in which the two agree.

    A record answers in basis, part, aspect, grade and count, one at the place of the gold before
    one elsewhere: a judgement that a report repeats is one record.
    """
    spare = [] if document is None else _candidates(document, gold.pages)
    for wanted in sorted(gold.judgements, key=lambda row: row.optional or row.hard):
        found = _answer(wanted, spare)
        if found is not None:
            spare = [record for record in spare if record is not found]
        agreed = agreed_in_judgement(wanted, found) if found is not None else frozenset()
        yield wanted, found, agreed
    yield from ((None, record, frozenset()) for record in spare)


def _candidates(document: ParsedDocument, pages: Sequence[int] | None) -> list[Judgement]:
    """All judgements; with pages, those told there of other inspections."""
    return [
        record
        for record in document.judgements()
        if not pages or (record.provenance.page in pages and record.basis is not Basis.STATED)
    ]


def _answer(wanted: GoldJudgement, records: Sequence[Judgement]) -> Judgement | None:
    alike = [record for record in records if _same(wanted, record)]
    here = (record for record in alike if same_place(wanted, record.provenance))
    return next(here, alike[0] if alike else None)


def _same(wanted: GoldJudgement, record: Judgement) -> bool:
    counts = {count or 1 for count in wanted.choices("count")}
    return (record.count or 1) in counts and all(
        getattr(record, field) in wanted.choices(field) for field in _FIELDS
    )
