"""What the sentences before a claim told of: the inspection and the settings spoken of."""

import re
from dataclasses import dataclass, replace

from reportparse.extractors.grades.events import Event
from reportparse.extractors.grades.patterns import INSPECTOR
from reportparse.extractors.grades.sentences import Sentence
from reportparse.extractors.grades.subjects import Group, find_groups

REACH = 3
"""How many sentences on an inspection or a group of settings is still the one spoken of."""

_FAR = 99
# "Ofsted published its report on 17 March." opens what it says.
_REPORTS = re.compile(
    r"\b(?:ofsted|inspectors?|inspectorate)\b[^.]{0,60}\b(?:report|letter|findings|judge?ments)\b"
    r"|\binspection report\b[^.]{0,30}\bpublished\b",
    re.I,
)
_LISTING = re.compile(r"\bjudge?ments?\b[^.]*: ?$", re.I)


@dataclass(frozen=True, slots=True)
class Memory:
    """Ages count the sentences since; a new heading forgets everything.

    ``listing`` is true after a sentence that opens a list of judgements ("The judgements for the
    local authority were:") and stays so while the list goes on.
    """

    heading: str = ""
    event: Event | None = None
    event_age: int = _FAR
    groups: tuple[Group, ...] = ()
    groups_age: int = _FAR
    inspector_age: int = _FAR
    told_age: int = _FAR
    report_age: int = _FAR
    listing: bool = False

    @property
    def recent_event(self) -> Event | None:
        """The inspection last spoken of, if that was no more than ``REACH`` sentences ago."""
        return self.event if self.event_age <= REACH else None

    @property
    def recent_groups(self) -> tuple[Group, ...]:
        """The settings last spoken of, if that was no more than ``REACH`` sentences ago."""
        return self.groups if self.groups_age <= REACH else ()

    @property
    def by_inspectors(self) -> bool:
        """Whether inspectors were named here a moment ago, or in the heading."""
        return self.inspector_age <= REACH or bool(INSPECTOR.search(self.heading))

    @property
    def carried(self) -> bool:
        """Whether a bare "X was good" still tells what inspectors said."""
        if self.listing or self.told_age <= 2 or self.report_age <= 1:
            return True
        return bool(INSPECTOR.search(self.heading))


def enter(memory: Memory, sentence: Sentence) -> Memory:
    """``memory`` as it stands when ``sentence`` begins."""
    return memory if sentence.heading == memory.heading else Memory(heading=sentence.heading)


def leave(memory: Memory, sentence: Sentence, *, event: Event | None, told: bool) -> Memory:
    """``memory`` after ``sentence``, which spoke of ``event`` and told a judgement or not."""
    groups = tuple(find_groups(sentence.text))
    if event is not None and not event.is_told:
        event = None
    return replace(
        memory,
        event=event or memory.event,
        event_age=1 if event or told else memory.event_age + 1,
        groups=groups or memory.groups,
        groups_age=1 if groups or told else memory.groups_age + 1,
        inspector_age=1 if INSPECTOR.search(sentence.text) else memory.inspector_age + 1,
        told_age=1 if told else memory.told_age + 1,
        report_age=1 if _REPORTS.search(sentence.text) else memory.report_age + 1,
        listing=bool(_LISTING.search(sentence.text)) or (memory.listing and told),
    )
