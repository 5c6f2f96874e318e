"""Areas that a figure can be of: authorities, regions, England, comparator groups."""

from reportparse.extractors.areas.component import AreaMention, find_areas

__all__ = ["AreaMention", "find_areas"]
