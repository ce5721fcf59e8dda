"""Which night is due: the school's date of the last scheduled moment that has passed."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def last_slot(now: datetime, at: time, zone: ZoneInfo) -> date:
    """Give the night that should have been run by now. A time of day that a clock change skips counts as passed."""
    local = now.astimezone(zone)
    today = local.date()
    return today if local.time() >= at else today - timedelta(days=1)
