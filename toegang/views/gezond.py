"""Is the desk up? For health checks: no personal data, no sign-in."""

from django.db import connection
from django.http import HttpResponse


def gezond(request):
    """200 when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("goed\n", content_type="text/plain")
