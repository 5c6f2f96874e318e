"""Documents with only some of their records."""

from reportparse.comparison.names import find_authority
from reportparse.records import ParsedDocument, Report
from reportparse.vocabulary import load_areas


def only_provider(parsed: ParsedDocument, provider: str | None) -> ParsedDocument:
    """The document with the judgements of one provider alone, of all where none is given."""
    if provider is None:
        return parsed
    known = find_authority(provider, load_areas())
    wanted = (known.name if known else provider).casefold()
    reports = tuple(
        report.model_copy(
            update={
                "judgements": tuple(
                    one
                    for one in report.judgements
                    if (one.provider or "").casefold() == wanted or _urn(report) == provider
                )
            }
        )
        for report in parsed.reports
    )
    return parsed.model_copy(update={"reports": reports})


def _urn(report: Report) -> str | None:
    return report.inspection.urn if report.inspection else None
