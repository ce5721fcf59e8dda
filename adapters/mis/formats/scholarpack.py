"""ScholarPack: Reports, Contacts, Export; one row per pupil and contact."""

from adapters.mis.layout import Layout

scholarpack = Layout("scholarpack", frozenset({"Contact Order", "Permission to Take Home", "Responsibility"}))
