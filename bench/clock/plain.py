"""The plain page: for who is signed in, one indexed query, 50 rows in a template."""

from __future__ import annotations

from django.http import HttpResponse
from django.template import engines

from registry.models import TimeEntry
from registry.web import access

ROWS = 50
TEMPLATE = engines["django"].from_string(
    """<!doctype html><html lang="en"><head><title>Entries</title></head><body><table>
{% for row in rows %}<tr><td>{{ row.started_at|date:"M j, Y, g:i A" }}</td>
<td>{{ row.ended_at|date:"g:i A" }}</td><td>{{ row.get_activity_display }}</td>
<td>{{ row.get_role_display }}</td><td>{{ row.get_status_display }}</td><td>{{ row.note }}</td></tr>
{% endfor %}</table></body></html>"""
)


@access.signed_in()
def page(request, patient_id):
    rows = TimeEntry.objects.filter(patient=patient_id).order_by("-started_at")[:ROWS]
    return HttpResponse(TEMPLATE.render({"rows": rows}, request))
