"""What the pack knows of each of its parts: the council, and the names of agenda and minutes."""

import re
from dataclasses import dataclass, replace

from reportparse.extractors.context import ReportContext
from reportparse.extractors.metadata.kinds import kind_of
from reportparse.extractors.packs.borders import Part, PartKind
from reportparse.records import ReportKind


@dataclass(frozen=True, slots=True)
class Surrounding:
    """The pack around one part: what is known of it as a whole, and the text of its agenda."""

    part: Part
    whole: ReportContext
    agenda: str

    def named(self, context: ReportContext) -> ReportContext:
        """``context`` with the council of the pack, titled as the agenda writes it.

        Agenda and minutes are named by their meeting, and are no reports to it.
        """
        context = self._filled(context)
        day = context.report_date
        printed = f"{day.day} {day:%B %Y}" if day else None
        match self.part.kind:
            case PartKind.AGENDA:
                title = ": ".join(filter(None, (context.committee, "Agenda")))
                title = f"{title}, {printed}" if printed else title
            case PartKind.MINUTES:
                title = f"Minutes of the meeting held on {printed}" if printed else "Minutes"
            case PartKind.APPENDIX:
                title = self.part.heading or context.title or "Appendix"
                return replace(context, title=title)
            case _:
                return replace(context, title=_as_on_agenda(context.title, self.agenda))
        return replace(context, title=title, kind=ReportKind.OTHER)

    def _filled(self, context: ReportContext) -> ReportContext:
        """``context`` with council, committee and day of the pack where it prints none."""
        whole = self.whole
        committee = context.committee or whole.committee
        kind = context.kind
        if kind is ReportKind.OTHER:
            kind = kind_of(context.title or "", committee or "", "")
        return replace(
            context,
            kind=kind,
            committee=committee,
            organisation=whole.organisation or context.organisation,
            report_date=context.report_date or whole.report_date,
        )


def _as_on_agenda(title: str | None, agenda: str) -> str | None:
    """``title`` in the letters of the agenda, where the front page prints it in capitals."""
    if not title:
        return title
    match = re.search(re.escape(title), agenda, re.IGNORECASE)
    return match.group() if match else title
