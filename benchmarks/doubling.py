"""Doubles inputs of many kinds and prints how the time of reading them grows.

    python benchmarks/doubling.py [--stage read|parse] [--kinds WORD...] [--seconds 10]

The exponent is the mean of the last two doublings: 1 where twice the input takes twice the time, 2
where it takes four times. A kind is doubled until one reading takes more than the given seconds.
``read`` is bytes to document, ``parse`` bytes to records.
"""

import argparse
import io
import itertools
import time
import zipfile
from collections.abc import Callable
from math import log2

from reportparse.errors import SourceError
from reportparse.parsing import parse
from reportparse.readers import read_document

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MOST = 1.2


def docx(body: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        text = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", text)
    return buffer.getvalue()


def word_paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_table(rows: int, columns: int) -> str:
    cells = "".join(f"<w:tc>{word_paragraph(str(100 + n))}</w:tc>" for n in range(columns))
    return f"<w:tbl>{f'<w:tr>{cells}</w:tr>' * rows}</w:tbl>"


def page(body: str) -> bytes:
    return f"<html><body>{body}</body></html>".encode()


def html_table(rows: int, columns: int) -> str:
    head = "".join(f"<th>{2000 + n}</th>" for n in range(columns))
    body = "".join(
        f"<tr><td>Children in need {row}</td>" + f"<td>{row}</td>" * (columns - 1) + "</tr>"
        for row in range(rows)
    )
    return f"<table><tr>{head}</tr>{body}</table>"


def many(form: str, count: int, start: int = 1) -> str:
    return "".join(form.format(n=number) for number in range(start, start + count))


Kind = Callable[[int], bytes]
KINDS: dict[str, Kind] = {
    "text: words": lambda n: b"words of a report\n" * n * 40,
    "text: one line of words": lambda n: b"words of a report " * n * 20,
    "text: one sentence of figures": lambda n: many("there were {n} children and ", n * 4).encode(),
    "text: sentences of figures": lambda n: many("There were {n} children.\n", n * 10).encode(),
    "text: years": lambda n: many("in {n}, ", n * 5, 1900).encode(),
    "text: dates": lambda n: b"on 12 March 2011, on 1 May 2012, " * n,
    "text: split years": lambda n: b"2010/11 2011/12 to 2012/13 and " * n,
    "text: percentages": lambda n: many("{n}% of children, ", n * 4).encode(),
    "text: grades": lambda n: b"Leadership is good. Adoption requires improvement.\n" * n * 4,
    "text: grades in one sentence": lambda n: b"was judged good and outstanding, " * n * 3,
    "text: short paragraphs": lambda n: b"ok\n\n" * n * 60,
    "text: numbered paragraphs": lambda n: many("{n}. The council met.\n\n", n * 10).encode(),
    "text: headings": lambda n: many("{n}.1 Summary of findings\n\n", n * 8).encode(),
    "text: bullets": lambda n: b"- a point\n" * n * 30,
    "text: nested bullets": lambda n: b"".join(b" " * (k % 40) + b"- x\n" for k in range(n * 20)),
    "text: table rows": lambda n: b"Area\t2010\t2011\n" + b"Leeds\t1,234\t5.6%\n" * n * 8,
    "text: table columns": lambda n: (b"Area" + b"\t12" * n * 4 + b"\n") * 3,
    "text: tables": lambda n: b"Area\t2010\nLeeds\t12\nYork\t14\n\nWords.\n\n" * n * 3,
    "text: markup table": lambda n: b"| a | b |\n|---|---|\n" + b"| Leeds | 12 |\n" * n * 8,
    "text: areas": lambda n: b"Leeds, Bradford, York and Hull; " * n * 6,
    "text: brackets": lambda n: b"(" * n * 60,
    "text: dots": lambda n: b"." * n * 300,
    "text: digits": lambda n: b"1" * n * 300,
    "text: digits and commas": lambda n: b"1,234," * n * 40,
    "text: spaces": lambda n: b"a" + b" " * n * 500 + b"b",
    "text: blank lines": lambda n: b"a" + b"\n" * n * 500 + b"b",
    "text: tabs": lambda n: b"a" + b"\t" * n * 100 + b"b",
    "html: paragraphs": lambda n: page("<p>There were 12 children.</p>" * n * 10),
    "html: one paragraph": lambda n: page(f"<p>{'words <b>12</b> and ' * n * 20}</p>"),
    "html: headings": lambda n: page(many("<h2>Part {n}</h2><p>ok</p>", n * 10)),
    "html: nested headings": lambda n: page(
        "".join(f"<h{k % 6 + 1}>Part {k}</h{k % 6 + 1}>" for k in range(n * 15))
    ),
    "html: list": lambda n: page(f"<ol>{'<li>ok</li>' * n * 30}</ol>"),
    "html: lists": lambda n: page("<ul><li>a<ul><li>b<ol><li>c</ol></ul></ul>" * n * 8),
    "html: table rows": lambda n: page(html_table(n * 4, 5)),
    "html: table columns": lambda n: page(html_table(4, n)),
    "html: tables": lambda n: page(html_table(4, 4) * n),
    "html: spans": lambda n: page(
        f"<table>{'<tr><td rowspan=9 colspan=3>1<td>2</tr>' * n * 4}</table>"
    ),
    "html: comments": lambda n: b"<!-- x -->" * n * 300 + page("<p>ok</p>"),
    "html: line breaks": lambda n: page(f"<p>{'ok<br>' * n * 30}</p>"),
    "html: furniture": lambda n: page("<nav>menu</nav><header>top</header>" * n * 20 + "<p>ok"),
    "docx: paragraphs": lambda n: docx(word_paragraph("There were 12 children.") * n * 8),
    "docx: one paragraph": lambda n: docx(f"<w:p>{'<w:r><w:t>ok 1 </w:t></w:r>' * n * 20}</w:p>"),
    "docx: table rows": lambda n: docx(word_table(n * 3, 4)),
    "docx: tables": lambda n: docx((word_table(3, 3) + word_paragraph("ok")) * n),
}


def seconds(kind: Kind, size: int, stage: Callable[[bytes], object]) -> tuple[int, float]:
    """Bytes of the input and the processor's seconds, the better of two readings where short."""
    data = kind(size)
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        try:
            stage(data)
        except SourceError:
            return len(data), 0.0
        best = min(best, time.process_time() - began)
        if best > 1:
            break
    return len(data), best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stage", choices=("read", "parse"), default="parse")
    parser.add_argument("--kinds", nargs="*", default=[""])
    parser.add_argument("--seconds", type=float, default=10.0)
    asked = parser.parse_args()
    stage = read_document if asked.stage == "read" else parse
    stage(b"There were 12 children.\n")
    bad = 0
    kinds = {name: kind for name, kind in KINDS.items() if any(w in name for w in asked.kinds)}
    for name, kind in kinds.items():
        times: list[tuple[int, float]] = []
        size = 16
        while (not times or times[-1][1] * 2.5 < asked.seconds) and size <= 1 << 14:
            found = seconds(kind, size, stage)
            if not found[1]:
                break
            times.append(found)
            size *= 2
        steps = [b[1] / a[1] for a, b in itertools.pairwise(times) if a[1] > 0.05]
        last = [log2(step) for step in steps[-2:]]
        exponent = sum(last) / len(last) if last else 0.0
        bad += exponent > MOST
        length, took = times[-1] if times else (0, 0.0)
        mark = "  more than a line" if exponent > MOST else ""
        print(f"{name:32}{length:>12,} bytes{took:8.2f} s  exponent {exponent:5.2f}{mark}")
    print(f"{len(kinds)} kinds, {bad} with an exponent over {MOST}")


if __name__ == "__main__":
    main()
