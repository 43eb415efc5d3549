"""The Celery application: worker and beat. Tasks stand in each app's tasks.py, their times in schedule.py."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "protocol_portal.settings")
application = Celery("protocol_portal")
application.config_from_object("django.conf:settings", namespace="CELERY")
application.autodiscover_tasks()
