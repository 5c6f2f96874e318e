"""What sentences tell beside figures: judgements of other inspections, and dates; in one walk."""

from collections.abc import Iterable

from reportparse.document import Document
from reportparse.extractors.context import ReportContext
from reportparse.extractors.dates import dates_of
from reportparse.extractors.grades import ToldJudgements
from reportparse.extractors.grades.sentences import find_sentences
from reportparse.extractors.reference import printed_reference
from reportparse.records import DateMention, Judgement


def extract_mentions(
    document: Document, context: ReportContext, stated: Iterable[Judgement] = ()
) -> tuple[tuple[Judgement, ...], tuple[DateMention, ...]]:
    """The told judgements and the date mentions of a report, each in order of the text.

    See `ToldJudgements` for the judgements, of which ``stated`` are the report's own, and
    `dates_of` for the dates.
    """
    reference = printed_reference(context)
    told = ToldJudgements(document, context, stated)
    dates: list[DateMention] = []
    for sentence in find_sentences(document):
        told.read(sentence)
        dates.extend(dates_of(document, context, sentence, reference))
    return told.records(), tuple(dates)
