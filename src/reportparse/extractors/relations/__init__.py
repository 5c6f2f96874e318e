"""How the figures, periods and areas of one sentence belong together."""
