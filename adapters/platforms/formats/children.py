"""Spond, Classlist and such: rows of children with their guardians (see `adapters.platforms.headings.guardians`)."""

from adapters.platforms.guide import ListGuide

guide = ListGuide(
    system="Spond, Classlist and other lists of children",
    file="A spreadsheet or CSV with a row for each child, and the name, e-mail or mobile of guardians or parents beside it "
    "(Guardian 1 Name, Guardian 1 Mobile, Parent 2 Email). The members are the guardians; a child is never one.",
    get="Ask an administrator of the platform for its list of members with their guardians. As such a file looks like a school's "
    "export, say that it is a list: name its group (NAME=FILE), or --as list.",
    proves="Partial: it has whom the children's families entered, and not who has joined. Nobody counts as gone because they are "
    "not in it.",
    basis="The columns of these platforms are not public, and no file of theirs has been seen: the words of the headings decide. "
    "Columns that only a school has (relationship, parental responsibility, court order, admission number) make it an "
    "export, whatever it is said to be.",
)
