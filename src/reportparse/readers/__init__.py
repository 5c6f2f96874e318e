"""From bytes to ``Document``, chosen by content and not by file name."""
