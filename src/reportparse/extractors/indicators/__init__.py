"""From figures in text and tables to indicator values."""
