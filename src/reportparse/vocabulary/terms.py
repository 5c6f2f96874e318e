"""Words and phrases that mean the same in reports (``data/terms.json``)."""

from functools import lru_cache

from reportparse.vocabulary.data_files import read_data


@lru_cache(maxsize=1)
def load_terms() -> dict[str, tuple[str, ...]]:
    """Phrases by the term that stands for all of them ("cla": "looked after children", ...)."""
    return {term: tuple(phrases) for term, phrases in read_data("terms.json")["terms"].items()}


@lru_cache(maxsize=1)
def load_unnamed_words() -> tuple[str, ...]:
    """Words of which a label may be made without naming a measure ("against a target")."""
    return tuple(dict.fromkeys(read_data("terms.json")["unnamed"]["words"]))
