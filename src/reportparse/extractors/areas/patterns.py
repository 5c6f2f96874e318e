"""How comparators and regions are written; authorities come from the vocabulary."""

import re

ENGLAND = "England"
STATISTICAL_NEIGHBOURS = "statistical_neighbours"
COMPARATORS = "comparator_authorities"
CORE_CITIES = "core_cities"
REGION = "region"

_FIGURE_NOUN = (
    r"(?:averages?|avgs?\b\.?|ones?|figures?|rates?|mean|median|level|proportion|percentage|performance|data|"
    r"comparators?|benchmarks?|position|trend|picture|results?)"
)
_REGIONS = (
    r"(?:Yorkshire (?:and|&) (?:the )?Humber|Y&H|(?:North|South) (?:East|West)(?: of England)?|"
    r"(?:East|West) Midlands|East of England|Eastern region|(?:(?:Inner|Outer|Greater) )?London)"
)

# In order: the first that matches at a place is what is read there.
AREAS: dict[str, re.Pattern[str]] = {
    STATISTICAL_NEIGHBOURS: re.compile(
        r"\b(?:(?:[Oo]ur|[Ii]ts|[Tt]he|all) )?[Ss]tat(?:istical|\.)?[ -][Nn]eighbour"
        rf"(?:s'|'s|s)?(?: (?:local )?(?:authorit(?:y|ies)|councils?|"
        rf"group))?(?: {_FIGURE_NOUN})?\b"
    ),
    CORE_CITIES: re.compile(rf"\b[Cc]ore [Cc]it(?:y|ies)(?: {_FIGURE_NOUN})?\b"),
    COMPARATORS: re.compile(
        r"\b(?:[Ss]imilar|[Cc]omparator|[Cc]omparable|[Nn]eighbouring) "
        rf"(?:local )?(?:authorit(?:y|ies)|councils?|areas?)(?: {_FIGURE_NOUN})?\b"
        rf"|\b[Cc]omparators\b|\b[Cc]omparator (?:group|average)\b"
    ),
    ENGLAND: re.compile(
        r"\bNational(?=:|\s+(?:CLA|LAC|was)\b)|\b(?:the )?[Nn]at(?:ional)?\b\.?(?=[:,]?\s(?:was |"
        r"is |at )?\(?\d)|"
        rf"\b(?:[Tt]he )?(?:[Nn]at(?:ional|\.)?|England|"
        rf"Eng)(?: [a-z-]+){{0,2}}(?: {_FIGURE_NOUN})(?!\w)"
        r"|\b(?:across|for|in) (?:the whole of )?England\b(?: as a whole)?"
        r"|\bEnglish (?:local )?(?:authorities|councils)\b"
        r"|\bEngland\b(?: as a whole)?|\bEng\b\.?|\b[Nn]ationally\b"
        r"|\b(?:across |in )?the (?:whole )?(?:country|nation)(?: as a whole)?\b"
    ),
    REGION: re.compile(
        rf"\b(?:[Tt]he )?[Rr]egional {_FIGURE_NOUN}\b|\b[Rr]egionally\b"
        rf"|\b(?:across |in )?the region\b|"
        rf"\b(?:[Tt]he )?{_REGIONS}(?: region)?(?: {_FIGURE_NOUN})?\b"
    ),
}
# Words with a capital that could open the name of an authority.
NAME = re.compile(r"\b[A-Z][\w'-]+(?:(?:\s+(?:and|upon|with|on|of|the|&))?\s+[A-Z][\w'-]+){0,5}")
