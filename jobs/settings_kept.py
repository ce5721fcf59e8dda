"""The settings of what is kept: back-ups, and how long everything else."""

from pydantic import Field, field_validator

from jobs.settings_base import Decided


class BackUp(Decided):
    """The nightly back-up of the database, encrypted with age."""

    folder: str | None = Field(
        "backups", description="Where back-ups go, beside this file unless a path says otherwise; best on another disk."
    )
    key_file: str = Field(
        "backup.key",
        description="The age key that roster init makes: it opens the back-ups, so keep a copy of it somewhere else.",
    )
    recipient: str | None = Field(
        None,
        description="Encrypt for this age key instead, whose secret half is not on this machine; Roster then cannot try a "
        "restore by itself.",
        examples=["age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"],
    )
    keep_daily: int = Field(14, ge=1, le=366, description="So many nights' back-ups are kept ...")
    keep_weekly: int = Field(8, ge=0, le=104, description="... and so many weeks' (of Sunday nights).")

    @field_validator("recipient")
    @classmethod
    def _is_a_key(cls, said: str | None) -> str | None:
        if said is None:
            return said
        # The library for age keys is only loaded where a key is given.
        from adapters.backups.errors import KeyTrouble
        from adapters.backups.keys import recipient_named

        try:
            recipient_named(said)
        except KeyTrouble as trouble:
            raise ValueError("must be an age key as age-keygen shows it, from age1 to the last letter") from trouble
        return said


class Keep(Decided):
    """How long things are kept (roster forget)."""

    draft_hours: int = Field(24, ge=1, le=720, description="An upload that nobody has confirmed: so many hours.")
    original_days: int = Field(
        30, ge=0, le=365, description="Exports as they came, byte for byte: so many days; 0 keeps none."
    )
    list_days: int = Field(90, ge=7, le=3650, description="Member lists that newer ones have replaced: so many days.")
    history_months: int = Field(
        12, ge=0, le=120,
        description="What earlier school's lists say of a family: so many months after its last child has left.",
    )  # fmt: skip
    run_months: int = Field(12, ge=1, le=120, description="Each night's results, and letters as they were sent.")
    ledger_months: int = Field(
        12, ge=1, le=120, description="Who was asked to be taken out and what became of it, after it is closed."
    )
    audit_months: int = Field(
        24, ge=1, le=240, description="Who did what: the names in it; that something was done stays, unnamed."
    )
