"""Wording of judgements told in running text, as data.

All patterns are matched against cleaned text (straight quotes, single spaces) without regard to
case. Grade ids are those of the vocabulary's scales.
"""

import re

from reportparse.extractors.grades.words import FOUR_POINT, pattern_of

_WORD = pattern_of(FOUR_POINT)
_QUALIFIER = r"(?:mostly |broadly |largely |generally )?"
GRADE = re.compile(
    rf"(?P<whole>(?:(?:grade(?: of)? |(?<=\ba ))(?P<number>[1-4])[ :,-]*)?[\"'(]{{0,2}}"
    rf"(?<![\w-])(?P<grade>{_QUALIFIER}(?P<word>{_WORD}))(?![\w-])"
    rf"(?:[\"']? ?(?:or|/|and/or) ?[\"']?(?P<other>{_WORD})(?![\w-]))?[\"')]{{0,2}})",
    re.I,
)

JUDGED = (
    r"(?:re-?)?(?:judged|rated|graded|assessed|found|deemed|evaluated|given a (?:grade|rating) of)"
)
_ADVERBS = (
    r"(?:(?:all|both|now|also|again|once again|each|either|then|still|previously|currently|recently"
    r"|last|most recently|subsequently|formally|initially|already) )*"
)
_BE = (
    r"(?:(?:has|have|had|having) (?:all |both |now |since |also )?been|was|were|is|are|being|been)"
)
# What may stand between the verb and the grade: "judged overall as", "rated by Ofsted as".
_LINK = (
    r"(?: overall| again| by (?:\w+[ ']){0,3}\w+| in \d{4}| at [\w ]{3,40}?)*"
    r"(?: to be| to have been| as being| as| to| at| that (?:it|they) (?:was|were))?"
    r"(?: an?)?(?: overall)?"
)
PASSIVE = re.compile(
    rf"(?P<subject>.*?)(?P<verb>(?<!\w){_BE} {_ADVERBS}{JUDGED}){_LINK} ?$", re.I | re.S
)
# "The council, judged inadequate in 2013, ..."
REDUCED = re.compile(rf"(?P<subject>.*?\w), (?P<verb>{JUDGED}){_LINK} ?$", re.I | re.S)
ACTIVE = re.compile(
    r"(?P<agent>.*?)(?P<verb>(?<!\w)(?:judg(?:ed|ing)|rat(?:ed|ing)|grad(?:ed|ing)|found|finding"
    r"|(?<=ofsted )(?:now )?(?:rates|judges|grades|finds)"
    r"|(?<=report )(?:now )?(?:rates|judges|grades|finds)"
    r"|(?<=inspectors )(?:now )?(?:rate|judge|grade|find)|(?<=\bit )(?:now )?(?:rates|judges|says)"
    r"|assessed|deemed|concluded|considered))(?: that)? (?P<subject>(?!to be\b|as\b).+?)"
    r"(?: to be| to have been| as being| as| to| at| was| were| is| are| had been)?"
    rf"(?: {_ADVERBS.strip()})? ?$",
    re.I | re.S,
)
NAMED = re.compile(
    r"(?P<subject>.*?)(?P<verb>\b(?:judge?ments?|ratings?|grad(?:e|ing)s?"
    r"|(?:inspection|ofsted) outcome))(?P<about> (?:for|about|on|of) .+?)?"
    r"(?: (?:that|which) (?!it\b|they\b)[^,.;:]{3,60}?)?"
    r"(?: (?:was|were)(?: that (?:it|they)(?: was| were)?)?(?: one of)?| of| as|:)"
    r"(?: an?)? ?$",
    re.I | re.S,
)
# "came to a grade of 3 (good) for our capacity to improve", "gave good for adoption"
REACHED = re.compile(
    r"(?P<subject>.*?)(?P<verb>\b(?:came to|arrived at|reached|gave|gives|awarded))(?P<about>)"
    r"(?: an?)?(?: overall)? ?$",
    re.I | re.S,
)
# What keeps or gets a grade that the noun after it names: "had kept their 'Good' rating".
HELD = re.compile(
    r"(?P<subject>.*?\w)(?P<verb> (?:(?:has|have|had|was|were|is|are)(?: all| both| now| also)?"
    r"(?: been)? )?(?:kept|keeps?|retained|retains?|maintained|holds?|held|received"
    r"|receives?|got|gained|achieved|earned|secured|given|awarded|had|has|handed))"
    r"(?: (?:its|their|our|an?|the|overall))*"
    r"(?: (?:judge?ment|rating|grade|grading) of)? ?$",
    re.I | re.S,
)
GAVE = re.compile(
    r"(?P<agent>.*?)(?P<verb>\b(?:gave|gives|handed|awarded)) (?P<subject>(?!an?\b|its\b).+?)"
    r" (?:its|their|an?|the)(?: overall)? ?$",
    re.I | re.S,
)
# "services require improvement": the grade is the verb.
REQUIRES = re.compile(
    r"(?P<subject>.*\w)(?P<verb>)(?: (?:both|all|each|now|still))* ?$", re.I | re.S
)
LOWEST = re.compile(
    r"(?P<whole>(?P<grade>(?:(?P<worst>lowest|bottom|worst)|top|highest|best)"
    r"(?: possible| overall)?)"
    r"(?P<number>)(?P<word>)(?P<other>))(?= (?:ofsted )?(?:rating|grade|judge?ment|category))",
    re.I,
)
# "in which ... performed well" is a rating only where something rated it or was its outcome.
PERFORMS = re.compile(
    r"\b(?P<grade>perform(?:s|ed|ing)? [\"']?(?P<how>excellently|well|adequately|poorly))(?!\w)",
    re.I,
)
RATED_SO = re.compile(
    r"\b(?:rat(?:ed|ing|es)|judg(?:ed|ement)|graded|assessed)\b(?P<subject>[^.;]{0,90}?)"
    r"(?: as| that)? [\"']?$"
    r"|\boutcome (?:was|is) that (?P<party>[^.;]{0,40}) $",
    re.I,
)
BOTH_PARTS = re.compile(r"\b(?:two|both) (?:parts|services|areas|inspections)\b", re.I)
# "For leadership and for adoption, the council was judged ..."
FRONTED = re.compile(
    r"(?:^|[.;] ?|, (?:and|but) )for (?P<scope>[^.;]+), (?:the|it|they|we|our|[A-Z])[^,;.]*$", re.I
)
COUNTED_INSPECTIONS = re.compile(
    r"\b\d+ of (?:the|its|our|their) (?:last )?\d+ inspections\b", re.I
)
# "... had come to the same judgement": the grade of the claim before, of another inspection.
SAME = re.compile(
    r"\b(?:(?:come to|came to|reached|given|gave|gives|received|was|were|had|with)"
    r" (?:exactly )?the same"
    r" (?:overall )?(?:judge?ment|grade|rating|outcome|result|verdict|category)"
    r"|,? the same as (?:at|in|after|for|by)?)\b",
    re.I,
)
COPULA = re.compile(
    r"(?P<subject>.+?)(?P<verb>(?<!\w)(?:was|were|is|are"
    r"|(?:had|has|have)(?: also| both| all)? been|has become|remains?|remained"
    r"|stays|stayed|continues? to be|continued to be))"
    r"(?: (?:all|both|now|also|again))? ?$",
    re.I | re.S,
)
ELLIPTIC = re.compile(
    r"^(?P<adjunct>(?: overall)?(?: (?:by|in|at|during|under)\b[^,;.]{0,80}?)?)"
    r"(?P<joint>\s*(?:[,;]|and|but|with|while|whilst|plus|the (?:other|rest|remainder))+)"
    r"(?P<subject>.*?)(?: (?:judged|rated|graded))?"
    r"(?: (?:as|to be|is|are|was|were|being|to))?(?: an?)? ?$",
    re.I | re.S,
)
# "two outstanding, four good": the members of a group counted by grade.
TALLIED = re.compile(
    r"(?:.*[\s(:;,])?(?P<subject>(?:\d{1,3}|[a-z]+))(?: (?:is|are|was|were))? $", re.I | re.S
)
# "X was inadequate and so were Y and Z": a grade given to what is named after it.
SO_WERE = re.compile(
    r"^(?P<adjunct>[^.;]{0,60}?)[,;]?(?: and)? (?:so|as|likewise) (?:too )?(?:is|are|was|were)"
    r" (?P<subject>[^.;]+?)(?=[.;]|$)",
    re.I,
)
# "with outstanding capacity to improve"
GRADED_ASPECT = re.compile(
    r"^ (?P<aspect>capacity (?:to|for) (?:secure )?improve(?:ment)?)\b", re.I
)
# "all four areas inadequate: overall effectiveness, help and protection, and ..."
ENUMERATED = re.compile(r"^: (?P<scope>[^.;:]+)", re.I)
# "Since being judged inadequate in 2015, the council ..."
DANGLING = re.compile(r"^\W*(?:(?:since|after|despite|before|following|on|in|having)\W*)*$", re.I)
MAIN_CLAUSE = re.compile(r"^[^.;]{0,80}?, (?P<clause>(?:\w[\w'-]* ?){1,8})")
# "... and has since moved to good", "moved from inadequate in 2015 to good"
MOVED = re.compile(
    r"(?P<subject>.*?)(?:\b(?:has|have|had)(?: since| now| also| both)? )?"
    r"(?P<verb>\b(?:moved|improved|declined|risen|fallen|dropped|gone|went|rose"
    r"|fell|upgraded|downgraded)(?: up| down)?)(?P<link> from| to)(?: being)? ?$",
    re.I | re.S,
)
MOVED_ON = re.compile(r"^(?P<subject>)[^,;.]{0,40}? to(?: being)? ?$", re.I)
LISTED = re.compile(r"^(?P<subject>[^:]{4,110})(?P<verb>:) ?$", re.S)
# "Fostering: good (2011).", a sentence of its own
LABEL_LINE = re.compile(rf"^[^:;,]{{4,60}}: {GRADE.pattern}(?: \([^()]*\d{{4}}\))?\.?$", re.I)
# "the previous 'adequate' inspection judgement", "inadequate judgements from ..."
ATTRIBUTIVE = re.compile(
    r"^ (?:overall |full |ofsted |inspection |regulatory )*"
    r"(?:judge?ments?|ratings?|grades?|gradings?)\b(?! criteria)",
    re.I,
)
PREVIOUS_NOUN = re.compile(r"\b(?:previous|earlier|former|prior|last) (?:\w+ )?judge?ments?$", re.I)
EARLIER = re.compile(r"\b(?:previous(?:ly)?|former(?:ly)?|earlier|prior|last|then)\b", re.I)

# What may follow a grade that is said of something; a noun after it ("good range") may not.
FOLLOWING = re.compile(
    r"^\s*(?:$|[.,;:)\]\"'|(\[]|<|-\s|\d\.(?:\d|\s|$)|(?:and|or|but|with|while|whilst|whereas|in|at|by|for|across|on"
    r"|overall|too|when|during|since|following|under|from|because|due|having|within|last|this|after"
    r"|before|against|although|though|despite|as|the|each|against|respectively|both|compared"
    r"|inspection|throughout|again|also)\b)",
    re.I,
)
NOT_THE_GRADE = re.compile(
    r"^[\"']?(?: enough\b| or (?:better|above|higher|below|worse)\b| and (?:better|above)\b"
    r"|/better| to (?:be |become )?(?:good|outstanding)\b| progress\b)",
    re.I,
)

NEGATION = re.compile(
    r"\b(?:not|never|none|neither|nor|no longer|no|without|cannot|less than|better than"
    r"|worse than|below|above|at least|avoid(?:s|ed|ing)?|escap(?:ed|ing)|instead of|rather than"
    r"|short of)\b|n't\b",
    re.I,
)
HYPOTHETICAL = re.compile(
    r"\b(?:if|unless|whenever|would|could|should|must|(?-i:may|will|can)|might|likely|aim(?:s|ed|ing)?"
    r"|target(?:s|ed)?|ambition|aspir\w+|want(?:s|ed)?|hop(?:e|es|ing)|expect(?:s|ed|ation)?"
    r"|intend(?:s|ed)?|in order|so that|ensure|ensuring|need(?:s|ed)? to be|ought|too \w+"
    r"|on track|towards|to get|to become"
    r"|to be (?:judged|rated|graded|found)|becom(?:e|es|ing)|potential|forecast)\b",
    re.I,
)
INDEFINITE = re.compile(
    r"\b(?:majority|most|many|some|several|few|fewer|proportion|percentage|per cent|number of"
    r"|thirds?|quarters?|half|attend(?:s|ed|ing)?|placed (?:in|with)|live in|lives in|living in"
    r"|educated (?:in|at)|examples?|cases?|audit(?:s|ed)?|plans|assessments?|files?|sampled?"
    r"|respondents?|survey(?:ed)?|participants?|questionnaires?|feedback|lessons?|records?)\b|%",
    re.I,
)
# "where a school is judged inadequate" speaks of no school.
GENERIC = re.compile(
    r"\b(?:where|when|whenever|whether|once|until|if|unless|any|every)"
    r" (?:an?|any|schools|placements|providers|settings|homes|provision|children(?!')"
    r"|cases|assessments)\b[^.;,]*$"
    r"|\b(?:any|every) \w+ (?:that|which|who)\b[^.;,]*$"
    r"|(?:^|[.;,] ?)(?:schools|homes|providers|settings|services|placements|authorities|nurseries)"
    r" (?:that|which) (?:is|are|have been)\b[^.;,]*$",
    re.I,
)
OWN_VIEW = re.compile(
    r"\b(?:self[- ](?:assess|evaluat|judg)\w*|our own (?:judgement|assessment|view)|peer review"
    r"|audit(?:s|ed|ors?)?|survey(?:ed)?|respondents?|young people (?:rated|judged|told)"
    r"|(?:parents|staff|carers|adopters|participants|delegates|pupils) (?:rated|judged|found)"
    r"|moderat(?:ed|ion)"
    r"|(?:leavers|people|children|carers|parents|staff|pupils|adopters|families|members)"
    r" (?:told|said|say|felt|feel|think|thought|call(?:ed)?))\b",
    re.I,
)
INSPECTOR = re.compile(
    r"\b(?:ofsted|inspect\w*|(?-i:ILACS|SIF)|hmip?|hm inspect\w+|cqc"
    r"|care quality commission|regulat(?:or|ory))\b",
    re.I,
)
SCALE_TALK = re.compile(
    r"\b(?:four|4|five|5)[- ]point scale|\b(?:uses?|using|has|have|are|one of|on) (?:one of )?"
    r"(?:the )?(?:four|4|five|5) (?:\w+ )?(?:grades|judgements|ratings|outcomes)\b"
    r"|\bgrade descriptors?\b|\bscale of\b"
    r"|\bwhat the (?:inspection )?judge?ments mean\b|\b(?:the )?characteristics of\b",
    re.I,
)
