"""Fixtures shared by all tests."""

from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of the published reports and their hand-made truth, kept outside the project."""
    folder = PROJECT.parent / "shared"
    if not (folder / "corpus").is_dir():
        pytest.skip("the corpus of published reports is not beside this checkout")
    return folder
