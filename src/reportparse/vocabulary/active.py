"""The vocabulary that a document is read with: the package's own, or a user's for one reading."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from reportparse.vocabulary.user import Vocabulary, default_vocabulary

_ACTIVE: ContextVar[Vocabulary | None] = ContextVar("reportparse_vocabulary", default=None)


def active_vocabulary() -> Vocabulary:
    """The vocabulary in use; that of the package outside `use_vocabulary`."""
    return _ACTIVE.get() or default_vocabulary()


@contextmanager
def use_vocabulary(vocabulary: Vocabulary | None) -> Iterator[None]:
    """Read with ``vocabulary`` inside the block, in this thread alone; None leaves all as it is."""
    if vocabulary is None:
        yield
        return
    token = _ACTIVE.set(vocabulary)
    try:
        yield
    finally:
        _ACTIVE.reset(token)
