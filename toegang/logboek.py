"""Logs: one line of JSON per event, on standard output, with every BSN masked (BIO2 8.15)."""

import logging
import logging.config

import structlog

from toegang.logregels import bsn_maskeren


def logboek_instellen() -> None:
    """Set up structlog and the standard library's logging with the same processors."""
    gedeeld = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        bsn_maskeren,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *gedeeld,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "json": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "processors": [
                        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                        bsn_maskeren,
                        structlog.processors.JSONRenderer(default=str),
                    ],
                    "foreign_pre_chain": gedeeld,
                }
            },
            "handlers": {"uit": {"class": "logging.StreamHandler", "formatter": "json"}},
            "root": {"handlers": ["uit"], "level": "WARNING"},
            "loggers": {
                "toegang": {"level": "INFO"},
                "portaal": {"level": "INFO"},
                "weasyprint": {"level": "ERROR"},
            },
        }
    )
