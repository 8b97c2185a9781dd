"""A Redis of its own for a test that runs a real worker."""

from celery import current_app
from kombu import pools


def verbinden(url: str) -> None:
    """This process sends its tasks to another broker."""
    pools.reset()
    current_app._pool = current_app.amqp._producer_pool = None
    for naam in ("broker_url", "broker_read_url", "broker_write_url"):
        setattr(current_app.conf, naam, url)
