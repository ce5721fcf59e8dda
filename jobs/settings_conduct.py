"""The settings of the code of conduct: what everybody in a group agrees to, in the school's words or in ours."""

import re

from pydantic import Field, field_validator

from jobs.settings_base import Decided

_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_TEXT = """\
Our class groups are for parents and carers of children in the class, and for whomever the school has asked to be there.
Be kind. Write as you would speak at the school gate, to people of many languages and homes.
Keep to what is useful to all of us: dates, kit, lost jumpers, lifts, invitations.
A worry or a complaint about a child, a family or a teacher goes to the school, never into the group.
What concerns two people is said between two people. Nobody starts a second group to leave somebody out.
Share no picture of, and nothing personal about, a child who is not yours without the parents' word.
Nobody passes on what others write here, or anybody's number.
The group is run by volunteers and is not the voice of the school. What the school says itself is what counts.
When your child leaves the class or the school, please leave the group, with our thanks.
If something troubles you, tell the school office in confidence, or a volunteer who looks after the group.
"""


class Conduct(Decided):
    """The code of conduct, which every letter and page shows or leads to."""

    text: str = Field(_TEXT, min_length=1, max_length=4000, description="The text itself, a line for each rule.")
    link: str | None = Field(
        None,
        description="Where the school publishes it; without an address letters print the text.",
        examples=["https://school.example.org/conduct"],
    )

    @field_validator("link")
    @classmethod
    def _is_an_address(cls, link: str | None) -> str | None:
        if link and not _ADDRESS.fullmatch(link):
            raise ValueError('must be an address that begins with "https://"')
        return link or None

    @property
    def lines(self) -> tuple[str, ...]:
        """The rules of the text, one a line."""
        return tuple(line.strip() for line in self.text.splitlines() if line.strip())
