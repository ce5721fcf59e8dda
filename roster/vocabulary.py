"""The words of headings: what MIS exports and offices' own sheets call things, and what each word may stand beside.

Compared without case, spaces and punctuation. From the public documentation of the MISs, and from offices. A heading of
a year and a class together ("Year / Reg") is understood from the words of both.
"""

from enum import Enum


class Field(Enum):
    """What a column holds."""

    ID = "an id"
    FIRST = "a first name"
    LAST = "a surname"
    FULL = "a name"
    TITLE = "a title"
    SALUTATION = "a salutation"
    DOB = "a date of birth"
    YEAR = "a year group"
    CLASS = "a class"
    LEFT = "a leaving date"
    LEAVER = "whether the pupil has left"
    START = "a starting date"
    STATUS = "an enrolment status"
    RELATION = "a relationship"
    RESPONSIBILITY = "parental responsibility"
    PRIORITY = "a calling order"
    LIVES = "whether they live with the pupil"
    RESTRICTED = "a restriction"
    PHONE = "a telephone number"
    EMAIL = "an e-mail address"
    IGNORED = "nothing that Roster needs"


PHRASES: dict[Field, str] = {
    Field.ID: "id|upn|unique pupil number|admission number|admission no|adm no|adno|number on roll|sis id|mis id|school id|"
    "unique id|state id|person id|identifier|ref|reference|pupil number|student number|pupil no|student no|uid|mis ref|"
    "unique identifier|source id|external id",
    Field.FIRST: "forename|first|preferred name|legal name|chosen name|forenames|known name|known as|chosen forename|given|"
    "known as forename",
    Field.LAST: "surname|last|known as surname",
    Field.FULL: "name|names|full name|fullname|combined name|display name|official name|name in full|first and last name|forename surname|"
    "surname forename|forename and surname|surname and forename",
    Field.TITLE: "title|prefix",
    Field.SALUTATION: "salutation|parental salutation|addressee|joint salutation|informal salutation",
    Field.DOB: "dob|date of birth|birth date|birthdate|birthday|born",
    Field.YEAR: "year|year gp|yr gp|nc yr|school yr|year level|grade level|year group|yr|yr group|school year|nc year|nc year actual|curriculum year|national curriculum year|grade|"
    "grades|year grade|current year|current year group|y|yg|academic year group|ncy|year name|year code",
    Field.CLASS: "class|reg|reg group|registration group|registration|reg form|registration form|registration class|tutor group|"
    "tutor group name|form|form group|class name|section name|current class|reg class|class group|class form|form class|"
    "class code|cls|class year|form name|tg|main class|home class|class class name|homeroom|reg grp|year class",
    Field.LEFT: "leaving date|date of leaving|leave date|left|left on|date left|left date|leaver date|end date|role end date|"
    "last day|last day on roll|last day at school|off roll date|date off roll|dol|exit date|withdrawal date|leaving|leaves|"
    "leaves on|enrolment end date|date leaving|removed from roll|last date",
    Field.LEAVER: "leaver|is leaver|has left|left yn",
    Field.START: "start date|starting date|admission date|date of admission|doa|entry date|date of entry|enrolment date|"
    "enrollment date|starts|starts on|joined|date joined|joining date|on roll date|role start date|first day|date started|"
    "enrolment start date|start|date of enrolment|admitted|admission",
    Field.STATUS: "status|enrolled|is enrolled|enrolment status|enrollment status|enrolment state|enrolment state name|on roll|roll status|"
    "pupil status|student status|enrolment type|enrolment|"
    "current pupil|current student|currently on roll|currently enrolled",
    Field.RELATION: "relationship|relation|relationship type|relationship code|relation type|relationship to pupil|"
    "relationship to child|relationship to learner|relationship to the learner|relation to learner|relationship to student|relation to pupil|relation to child|relation to student|relationship role|"
    "guardian relationship type|contact relationship|relationship of contact|rel|role|contact role|relationship name|"
    "relationship description|relationship to the child|relationship to the pupil|relationship with pupil|"
    "relationship with child",
    Field.RESPONSIBILITY: "parental responsibility|responsibility|pr|legal guardian|is legal guardian|has pr|"
    "has parental responsibility|parental resp|parent resp|par resp|parentalresponsibility|parental responsability|custody|"
    "has custody|contact has custody|parent flag|is parent",
    Field.PRIORITY: "priority|order|contact order|contact priority|emergency ranking|ranking|contact priority order|"
    "emergency contact priority|priority order|call order|contact rank|priority number",
    Field.LIVES: "lives with|lives with pupil|lives with child|lives with student|contact lives with|living with|lives at home|"
    "address as pupil|same address|same address as pupil|same address as child|resides with|resides with pupil|lives with y n|"
    "same address as student|living with pupil|living with child|lives with the child|at same address|lives with flag",
    Field.RESTRICTED: "court order|court order restricted access|contact only|contact restrictions|restricted|restriction|"
    "restrictions|restricted access|no contact|do not contact|non contact|access restricted|injunction|barred|court orders|"
    "non contact parent|restricted contact|contact restricted|legal restriction|has court order|not to be contacted|"
    "contact restriction|court order in place|no contact order|any court orders|any court order|is there a court order|"
    "court order details|prohibited steps|prohibited steps order|restraining order|non molestation order|no access|"
    "access denied|denied access|not to contact|contact not allowed|no contact allowed|contact not permitted|"
    "restricted from contact|custody alert|custody restriction|custody restrictions|access restriction|"
    "access restrictions|restricted person|restricted parent|injunction in place|is restricted|"
    "non molestation|non mol order|injunctions|safeguarding|safeguarding flag|safeguarding alert|safeguarding concern|"
    "safeguarding concerns|safeguarding notes|occupation order|contact banned|barred from contact|no contact with child|"
    "no contact with pupil|protective order|court order notes",
    # A flag "Mail" holds no address, and is passed over as an e-mail cell without one.
    Field.EMAIL: "mail",
    Field.IGNORED: "gender|sex|house|house name|house number|street|district|town|county|postcode|post code|country|ethnicity|"
    "language|home language|first language|religion|fsm|sen|sen status|medical|dietary|notes|comments|comment|nationality|"
    "photo|middle name|middle names|suffix|initials|initial|age|nhs number|doctor|class teacher|teacher|form tutor|tutor|"
    "head of year|exam number|in care flag|in care|boarder|phone type|telephone type|is sms|is preferred|bill payer|"
    "correspondence|student reports|parental ballot|permission to take home|email bills|occupation|contact type|pupil premium|"
    "phone number priority order|phone notes|telephone notes|is primary email address|is active|is emergency contact|"
    "contact allow school pickup|contact receives mailings|relationship note|not mapped|gender code|"
    "uln|unique learner number|uci|leaving reason|reason for leaving|destination|unsubscribed from comms|password|username|"
    "contact id type|emergency notes|email notes|apartment|block|flat|locality|line 1|line 2|address line 1|address line 2|"
    "class id|unique class id|family id|household id|telephone location|phone location|location|email location|in lea|"
    "known to|attendance|attendance percentage|travel mode|transport|allergies|row|line|printed|page|collect|can collect|"
    "authorised to collect|authorized to collect|is authorized to collect|primary guardian|is primary guardian|key contact|"
    "school|school name|la|estab|dfe number|date|last updated|updated at|created at|modified|unique person id|"
    "unique subject id|student contact id|relationship id|reference code|institution|gc|upi|employer|unit|city|state|"
    "postal code|extension|extension number|email type|original contact type|contact type description|"
    "contact description|private contact|all merges|merges|billing|reports|fax|fax bh|fax ah|other given|"
    "telephone number type|telephone number ranking|unenrolment reason|access notes|guardian user authorized|"
    "source of contact priority|grant access to student details in mcas|free school meal eligibility|dietary needs|"
    "pupil premium eligibility|excluded from state reporting|parents evening|parent evening",
}  # fmt: skip
BY_PHRASE = {phrase: field for field, phrases in PHRASES.items() for phrase in phrases.split("|")}
BY_SQUASHED = {phrase.replace(" ", ""): phrase for phrase in BY_PHRASE}

PHONE_WORDS = frozenset(
    (
        "mobile mobiles mob mobiletel cell cellphone telephone telephones tel tels phone phones ph landline sms "
        "handset handy whatsapp"
    ).split()
)
PHONE_MANNERS = frozenset(
    (
        "number numbers no nos main home work day daytime evening other primary default personal private as "
        "entered alternative alt emergency contact second additional business office bh ah preferred secondary uk "
        "active admin system occup occupation"
    ).split()
)
PHONES_ALONE = frozenset(
    {"home", "work", "ah alt", "contact number", "contact no", "contact numbers", "day", "daytime", "evening", "emergency number",
     "emergency no", "emergency contact number", "home number", "work number", "alternative number", "alt number", "other number", "second number", "home no", "work no", "main number"}
)  # fmt: skip
EMAIL_MANNERS = frozenset(
    "address addresses main home work other primary default personal contact secondary preferred id".split()
)
PUPIL_WORDS = frozenset(
    "pupil pupils student students child childs children childrens learner learners kid kids".split()
)
CONTACT_WORDS = frozenset(
    (
        "contact contacts parent parents guardian guardians carer carers caregiver caregivers adult adults parental"
    ).split()
)
ROLE_WORDS = {
    **dict.fromkeys(["mother", "mothers", "mum", "mums", "mummy", "mummys", "mom", "moms", "mam", "mams"], "mother"),
    **dict.fromkeys(["father", "fathers", "dad", "dads", "daddy", "daddys"], "father"),
    **dict.fromkeys(["stepmother", "stepmum"], "step mother"),
    **dict.fromkeys(["stepfather", "stepdad"], "step father"),
    **dict.fromkeys(["grandmother", "grandma", "gran", "grans", "granny", "nan", "nans", "nana"], "grandmother"),
    **dict.fromkeys(["grandfather", "grandad", "grandpa"], "grandfather"),
    **dict.fromkeys(["grandparent", "grandparents"], "grandparent"),
    **dict.fromkeys(["childminder"], "childminder"),
}
ORDINALS = {
    "primary": "1", "first": "1", "second": "2", "secondary": "2", "third": "3", "fourth": "4", "other": "2", "additional": "3",
    "alt": "2", "alternative": "2", "alternate": "2", "backup": "2", "one": "1", "two": "2", "three": "3", "four": "4", "st": "", "nd": "", "th": "",
}  # fmt: skip
# "Parent A", "Parent B": a letter behind the word for a contact.
LETTERED = {"a": "1", "b": "2", "c": "3", "d": "4"}
QUALIFIERS = frozenset(
    (
        "main current preferred legal official chosen primary default the of for s a as in on and or to details "
        "info his her their your new"
    ).split()
)
SHORT_FOR_CONTACT = frozenset({"p", "pg", "pc", "g", "c"})
ONE_WORD = (
    ("first names", "forename"), ("first name", "forename"), ("given names", "forename"), ("given name", "forename"),
    ("christian name", "forename"), ("fore name", "forename"), ("last name", "surname"), ("family name", "surname"),
    ("second name", "surname"), ("sur name", "surname"), ("e mail", "email"), ("e mails", "email"), ("emails", "email"),
    ("enrollment", "enrolment"), ("yeargroup", "year group"), ("dateofbirth", "date of birth"), ("post code", "postcode"),
    ("next of kin", "contact"), ("nok", "contact"), ("d o b", "dob"), ("d o l", "dol"), ("whats app", "whatsapp"), ("yr class", "year class"),
    ("step mother", "stepmother"), ("step father", "stepfather"), ("child minder", "childminder"), ("step mum", "stepmum"),
    ("step dad", "stepdad"), ("1 st person", "contact 1"), ("2 nd person", "contact 2"), ("first person", "contact 1"),
    ("second person", "contact 2"), ("grand mother", "grandmother"), ("grand father", "grandfather"),
)  # fmt: skip

# "Date left school", "Leavers date", "Withdrawn on": a word for leaving, and beside it only these.
LEAVING_WORDS = frozenset(
    {"left", "leaving", "leave", "leaves", "leaver", "leavers", "withdrawn", "withdrawal", "departed", "departure"}
)
LEAVING_MANNERS = frozenset(
    {"date", "of", "school", "on", "roll", "the", "day", "when", "from", "expected", "last", "actual"}
)
# What stands behind the word for a contact: "Parent 1 no contact" is no number.
FORBIDDING = ("no contact", "do not contact", "not to be contacted")
VOCABULARY = frozenset(word for phrase in BY_PHRASE for word in phrase.split()) | (
    PHONE_WORDS | PHONE_MANNERS | PUPIL_WORDS | CONTACT_WORDS | ROLE_WORDS.keys() | {"email", "legal", "preferred"}
)  # fmt: skip
