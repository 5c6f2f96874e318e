"""A converted folder and its archive, made once."""

from pathlib import Path

import pytest

from reportparse.archive import convert_folder
from reportparse.desk import Archive, open_archive

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures" / "built"


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two council papers, converted."""
    folder = tmp_path_factory.mktemp("desk") / "out"
    convert_folder(FIXTURES / "council", folder, jobs=1)
    return folder


@pytest.fixture(scope="session")
def archive(out: Path) -> Archive:
    return open_archive(out)


@pytest.fixture(scope="session")
def inspections(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An inspection report in PDF, whose records have pages."""
    folder = tmp_path_factory.mktemp("inspection") / "out"
    convert_folder(FIXTURES / "inspections" / "ilacs-standard-2019.pdf", folder, jobs=1)
    return open_archive(folder)
