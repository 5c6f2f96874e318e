"""Words and phrases that mean the same in reports (``data/terms.json``)."""

from functools import lru_cache

from reportparse.vocabulary.data_files import read_data


@lru_cache(maxsize=1)
def load_terms() -> dict[str, tuple[str, ...]]:
    """Phrases by the term that stands for all of them ("cla": "looked after children", ...)."""
    return {term: tuple(phrases) for term, phrases in read_data("terms.json")["terms"].items()}


@lru_cache(maxsize=1)
def load_plain_words() -> tuple[str, ...]:
    """Words that beside a measure change nothing of what is measured ("stood at", "recorded")."""
    groups = read_data("terms.json")["plain"]["words"]
    return tuple(dict.fromkeys(word for words in groups.values() for word in words.split()))
