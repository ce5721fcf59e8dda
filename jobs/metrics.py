"""What Prometheus reads at /metrics; needs the extra `metrics`."""

from typing import TYPE_CHECKING

from jobs.measuring import Numbers, numbers_of
from jobs.office import Office

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry


def metrics(office: Office) -> tuple[bytes, str] | None:
    """Give the numbers as a text and its content type; None where prometheus-client is not installed."""
    try:
        from prometheus_client import CollectorRegistry, generate_latest
        from prometheus_client.exposition import CONTENT_TYPE_LATEST
    except ImportError:
        return None
    registry = CollectorRegistry()
    _tell(registry, numbers_of(office))
    return generate_latest(registry), CONTENT_TYPE_LATEST


def _tell(registry: "CollectorRegistry", numbers: Numbers) -> None:
    from prometheus_client import Gauge

    def gauge(name: str, about: str, value: float) -> None:
        Gauge(name, about, registry=registry).set(value)

    night = numbers.last_good_night
    gauge("roster_last_good_night_timestamp_seconds", "When the newest night's run had ended; 0 before the first.",
          night.timestamp() if night else 0)  # fmt: skip
    gauge("roster_open_items", "People whom volunteers were asked to take out, and who are not proved gone.",
          numbers.open_items)  # fmt: skip
    gauge("roster_groups", "Groups in the last run.", numbers.groups)
    gauge("roster_groups_held", "Groups of the last run that are held.", numbers.held)
    letters = Gauge("roster_letters", "Letters, by where they are.", ["state"], registry=registry)
    for state in ("pending", "claimed", "sent", "dead", "withdrawn"):
        letters.labels(state=state).set(numbers.letters.get(state, 0))
    jobs = Gauge("roster_job_slots", "Slots of the scheduled jobs, by what became of them.", ["job", "state"],
                 registry=registry)  # fmt: skip
    for (kind, state), number in sorted(numbers.jobs.items()):
        jobs.labels(job=kind, state=state).set(number)
