"""The families of reports that are not about a whole local authority, and all families in order."""

from reportparse.extractors.inspections.families import AUTHORITIES, Family, Layout, words
from reportparse.extractors.inspections.front_page import FrontPage
from reportparse.extractors.inspections.letters import HEAD_CHARACTERS
from reportparse.records import ReportKind

_CHILDREN = r"children'?s (?:social care )?services"
_LETTERS: tuple[Family, ...] = (
    Family(
        "monitoring_visit",
        ReportKind.OFSTED_MONITORING,
        words(rf"monitoring visit (?:to|of) [\w\s,'&.-]{{2,80}}?{_CHILDREN}"),
        ("ilacs_monitoring",),
        layout=Layout.LETTER,
        evidence=(words(r"\bDear\b|this letter summarises|inspection dates?|visit dates?"),),
    ),
    Family(
        "focused_visit",
        ReportKind.OFSTED_MONITORING,
        words(rf"focused visit (?:to|of) [\w\s,'&.-]{{2,80}}?{_CHILDREN}"),
        ("ilacs_focused",),
        layout=Layout.LETTER,
        evidence=(words(r"\bDear\b|this letter summarises|inspection dates?|visit dates?"),),
    ),
    Family(
        "joint_targeted",
        ReportKind.OFSTED_MONITORING,
        words(r"joint targeted area inspection of [\w\s,'&.-]{4,200}"),
        ("jtai_2016", "jtai_2022"),
        layout=Layout.LETTER,
        evidence=(words(r"\bDear\b|inspection dates?|undertook a joint inspection"),),
        words=(
            ("jtai_2016", words(r"\bHMI Probation\b|inspectorate of probation")),
            ("jtai_2022", words(r"what is working well|what needs to improve")),
        ),
    ),
    Family(
        "contact_and_referral",
        ReportKind.OFSTED_MONITORING,
        words(r"unannounced inspection of contact,? referral and assessment[\w\s,'&.-]{0,160}"),
        ("ucra_2009",),
        layout=Layout.LETTER,
    ),
    Family(
        "targeted_authority",
        ReportKind.OFSTED_MONITORING,
        words(r"targeted local authority inspection[\w\s,'&.-]{0,160}"),
        ("tlai_2016",),
        layout=Layout.LETTER,
    ),
    Family(
        "area_send_2016",
        ReportKind.AREA_SEND_INSPECTION,
        words(
            r"joint (?:local )?area (?:send|special educational needs[\w\s/]{0,40}?)"
            r" (?:inspection|re-?visit) (?:in|of) [\w\s,'&.-]{2,80}"
        ),
        ("send_2016",),
        layout=Layout.LETTER,
    ),
    Family(
        "area_send_monitoring",
        ReportKind.AREA_SEND_INSPECTION,
        words(r"area send monitoring (?:inspection|visit) (?:of|to) [\w\s,'&.-]{2,80}"),
        ("send_2023",),
        layout=Layout.LETTER,
    ),
    Family(
        "annual_assessment",
        ReportKind.OFSTED_INSPECTION,
        words(r"annual performance assessment of [\w\s,'&.-]{4,160}"),
        ("apa_2005",),
        numbered="of4_4best_2005",
        dated=False,
    ),
    Family(
        "joint_area_review",
        ReportKind.OFSTED_INSPECTION,
        words(r"joint area review[\w\s,'&:.-]{0,160}"),
        ("jar_2005",),
        numbered="of4_4best_2005",
        dated=False,
    ),
    Family(
        "annual_rating",
        ReportKind.OTHER,
        words(
            r"children'?s services (?:annual )?(?:rating|assessment)[\w\s,'&:.-]{0,160}"
            r"|annual children'?s services assessment[\w\s,'&:.-]{0,160}"
        ),
        ("csa_2009",),
        dated=False,
    ),
)

_REGISTERED = words(
    r"\bURN\b|unique reference number|\bSC\d{6}\b|registered (?:provider|person|manager)"
    r"|registration number|inspection number"
)
_PROVIDERS: tuple[Family, ...] = (
    Family(
        "youth_justice",
        ReportKind.OTHER,
        words(r"inspection of (?:the )?(?:youth (?:offending|justice)[\w\s,'&.-]{2,160})"),
        ("hmip_yj_2018", "hmip_yj_2025"),
        layout=Layout.PROVIDER,
        evidence=(words(r"\bprobation\b"),),
        dated=False,
    ),
    Family(
        "supported_accommodation",
        ReportKind.OFSTED_INSPECTION,
        words(r"supported accommodation"),
        ("sccif_sa_2024",),
        layout=Layout.PROVIDER,
        evidence=(words(r"social care common inspection framework|supported accommodation"),),
    ),
    Family(
        "assurance",
        ReportKind.OFSTED_INSPECTION,
        words(r"^.{0,250}?\bassurance (?:visit|inspection)\b"),
        ("sccif_assurance",),
        layout=Layout.PROVIDER,
        evidence=(_REGISTERED,),
    ),
    Family(
        "interim",
        ReportKind.OFSTED_INSPECTION,
        words(r"^.{0,250}?\binterim inspection\b"),
        ("sccif_interim",),
        layout=Layout.PROVIDER,
        evidence=(_REGISTERED,),
    ),
    Family(
        "social_care",
        ReportKind.OFSTED_INSPECTION,
        words(
            r"children'?s homes?\b|fostering|adoption|residential (?:family|special)|boarding"
            r"|secure|social care common inspection framework|holiday scheme"
        ),
        ("ch_2007", "ch_2012", "ch_2015", "sccif_2017"),
        layout=Layout.PROVIDER,
        evidence=(_REGISTERED, words(r"\binspect(?:ion|ed)\b")),
        lower_case=True,
    ),
    Family(
        "childrens_centre",
        ReportKind.OFSTED_INSPECTION,
        words(r"children'?s centre"),
        ("cc_2010", "cc_2013"),
        layout=Layout.PROVIDER,
        evidence=(_REGISTERED,),
    ),
    Family(
        "early_years",
        ReportKind.OFSTED_INSPECTION,
        words(r"inspection"),
        ("ey_2008", "ey_2012", "ey_2013", "ey_cif_2015", "ey_eif_2019", "ey_reif_2025"),
        layout=Layout.PROVIDER,
        evidence=(
            words(
                r"early years register|provider on behalf of|\bEY\d{6}\b|childcare register"
                r"|early years (?:setting|provision)[^.]{0,80}(?:nursery|childminder)"
                r"|registered early years provision"
            ),
            _REGISTERED,
        ),
    ),
    Family(
        "skills",
        ReportKind.OFSTED_INSPECTION,
        words(r"inspection|college|learning|training"),
        ("fe_2005", "fe_2009", "fe_2012", "fe_cif_2015", "fe_eif_2019", "fe_reif_2025"),
        layout=Layout.PROVIDER,
        evidence=(
            words(
                r"further education|learning and skills|apprentice|outcomes for learners"
                r"|adult learning|type of provider|principal/ceo"
            ),
            words(
                r"\bURN\b|unique reference number|type of provider|provider (?:reference )?number"
            ),
        ),
    ),
    Family(
        "independent_school",
        ReportKind.OFSTED_INSPECTION,
        words(r"inspection|school"),
        ("ind_eif_2019", "ind_reif_2026"),
        layout=Layout.PROVIDER,
        evidence=(words(r"independent school"), words(r"standards|proprietor|annual fees")),
    ),
    Family(
        "school_letter",
        ReportKind.OFSTED_INSPECTION,
        words(
            r"(?:(?:short|ungraded) inspection of|inspection of an? (?:good|outstanding) school)"
            r"[\w\s:,'&.-]{0,120}"
        ),
        ("sch_cif_2015", "sch_eif_2019", "sch_eif_2024"),
        layout=Layout.LETTER,
        words=(
            ("sch_cif_2015", words(r"\bshort inspection of\b")),
            ("sch_eif_2024", words(r"effective action to maintain the standards")),
            ("sch_eif_2019", words(r"inspection of an? (?:good|outstanding) school|ungraded")),
        ),
    ),
    Family(
        "school_visit",
        ReportKind.OFSTED_MONITORING,
        words(
            r"(?:monitoring|special measures|section 8|requires improvement)[\w\s]{0,60}"
            r"(?:inspection|visit)[\w\s,:'&.-]{0,160}\b(?:school|academy|college)"
        ),
        (),
        layout=Layout.LETTER,
        evidence=(words(r"\bDear\b"), words(r"section 8 of the education act")),
    ),
    Family(
        "school",
        ReportKind.OFSTED_INSPECTION,
        words(r"school|academy|college|inspection"),
        (
            *("sch_2005", "sch_2009", "sch_2012jan", "sch_2012sep", "sch_cif_2015"),
            *("sch_eif_2019", "sch_eif_2024", "sch_reif_2025"),
        ),
        layout=Layout.PROVIDER,
        evidence=(
            words(r"\b(?:school|academy|pupils)\b"),
            words(r"unique reference number|\bURN\b|education act 2005"),
        ),
    ),
)

FAMILIES = (*_LETTERS, *AUTHORITIES, *_PROVIDERS)


def find_family(front: FrontPage) -> Family | None:
    """The first family whose title and evidence the front of a report prints.

    The headline of a letter stands below its address; a council's paper about a visit prints it
    too and is no letter.
    """
    if front.is_council_page:
        return None
    head = front.text.text[:HEAD_CHARACTERS]
    for family in FAMILIES:
        by_authority = family.layout in {Layout.AUTHORITY, Layout.OUTCOME}
        if front.is_paper and not by_authority:
            continue
        title = head if family.layout is Layout.LETTER else front.title
        apart = family.layout is Layout.PROVIDER
        printed = f"{front.text.text}\n{front.details}" if apart else front.text.text
        if family.title.search(title) and all(e.search(printed) for e in family.evidence):
            return family
    return None
