"""The examples in docstrings run, and the public names have some."""

import doctest
import inspect
import pydoc
from pathlib import Path

import pytest

import reportparse
from reportparse.archive import convert_folder

PROJECT = Path(__file__).resolve().parents[2]
WITH_EXAMPLES = [
    getattr(reportparse, name) for name in reportparse.__all__ if not name.startswith("_")
]


@pytest.fixture
def converted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder as the examples expect it: the fixtures, and two papers converted."""
    (tmp_path / "fixtures").symlink_to(PROJECT / "fixtures")
    convert_folder(PROJECT / "fixtures" / "built" / "council", tmp_path / "out", jobs=1)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("converted")
@pytest.mark.parametrize("public", WITH_EXAMPLES, ids=lambda public: public.__name__)
def test_examples_of_docstrings_give_what_is_shown(public: object) -> None:
    names = {"reportparse": reportparse}
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [test for test in finder.find(public, globs=names) if test.examples]
    assert found
    runner = doctest.DocTestRunner(verbose=False)
    for test in found:
        assert runner.run(test).failed == 0, test.name


def test_help_reads_like_a_manual() -> None:
    text = pydoc.plain(pydoc.render_doc(reportparse))
    for words in ("reportparse.open(", "archive.export(", "A folder of reports", "provenance"):
        assert words in text
    assert "import_module" not in text


def test_tab_shows_what_is_public() -> None:
    assert sorted(dir(reportparse)) == sorted(reportparse.__all__)
    assert all(inspect.getdoc(public) for public in WITH_EXAMPLES)
