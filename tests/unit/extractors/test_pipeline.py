"""The pipeline as a spaCy user runs it, and paragraphs too long to read at once."""

from datetime import date

from reportparse.extractors.periods import PeriodReference
from reportparse.extractors.pipeline import build_pipeline, read_paragraph
from reportparse.extractors.segments.model import Surroundings

TEXT = "In March 2014 there were 620 children in care in Leeds. It is now 54%."


def test_spans_show_what_the_pipes_found() -> None:
    doc = build_pipeline()(TEXT)
    assert {key: [span.text for span in spans] for key, spans in doc.spans.items()} == {
        "sentences": ["In March 2014 there were 620 children in care in Leeds.", "It is now 54%."],
        "periods": ["March 2014", "now"],
        "quantities": ["620", "54%"],
        "areas": ["Leeds"],
        "figures": ["620", "54%"],
    }
    assert doc.spans["periods"][0]._.period.period.key == "2014-03"
    assert doc.spans["quantities"][0]._.quantity.value == 620
    assert doc.spans["figures"][0]._.figure.period.key == "2014-03"


def _figures(text: str) -> list[tuple[str, str | None, int]]:
    around = Surroundings(PeriodReference(report_date=date(2016, 9, 1)), organisation="Leeds")
    return [
        (figure.quantity.text, figure.period.key if figure.period else None, reading.offset)
        for reading in read_paragraph(text, around)
        for figure in reading.figures
    ]


def test_a_long_paragraph_reads_as_its_sentences_do() -> None:
    sentence = "In March 2014 there were 620 children in care and 54% were in school. "
    repeats = 900
    text = sentence * repeats
    expected = [
        (value, key, len(sentence) * number + offset)
        for number in range(repeats)
        for value, key, offset in _figures(sentence)
    ]
    assert _figures(text) == expected
