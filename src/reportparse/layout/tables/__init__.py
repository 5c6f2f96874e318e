"""Finding the data tables of a page."""
