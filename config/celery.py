"""The worker's application and the schedule of what happens by itself."""

from __future__ import annotations

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("caretally")
app.set_default()  # for every thread: a web server's request threads send tasks too
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.conf.imports = ("config.heartbeat",)  # the worker's sign of life, for /readyz

#: Hourly, because midnight and month's end come at each practice's own hour: the tasks ask which
#: practices have reached it.  The daily mail is looked for twice as often: it should come at the
#: hour that the practice has set, and some zones lie half an hour beside the others.  A timer that
#: was left is stopped within the minute.
app.conf.beat_schedule = {
    "true-up": {"task": "billing.tasks.true_up_where_due", "schedule": crontab(minute=5)},
    "log-audit": {"task": "registry.tasks.audit_where_due", "schedule": crontab(minute=20)},
    "received": {
        "task": "billing.tasks.take_in_received",
        "schedule": crontab(minute="*/5"),
    },
    "deliveries": {"task": "billing.tasks.deliver_where_due", "schedule": crontab()},
    "packets": {"task": "billing.tasks.resume_packets", "schedule": crontab(minute=50)},
    "digests": {"task": "registry.tasks.send_digests", "schedule": crontab(minute="0,30")},
    "ended-sessions": {
        "task": "registry.tasks.forget_ended_sessions",
        "schedule": crontab(hour=6, minute=40),
    },
    "left-timers": {"task": "registry.tasks.stop_left_timers", "schedule": crontab()},
}
