"""Bromcom: the StudentFlatView report, one row per pupil with Contact1 to Contact3."""

from adapters.mis.layout import Layout

bromcom = Layout("bromcom", frozenset({"Contact1Name", "Contact1Telephone", "EnrolmentStateName", "TutorGroupName"}))
