"""The design system's tags: `{% load components %}` gives every component and every filter.

Each tag fills one partial under templates/components/, whose head says what it takes.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, cast

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template import Context
from django.template.base import FilterExpression, Parser, Token
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from registry import audit_limits
from registry.templatetags import figure_html, figures, form_parts, formats, statuses

register = template.Library()
register.filters.update(formats.register.filters)

SPRITE = figure_html.SPRITE


def _part(part: str, context: Context, /, **values: Any) -> SafeString:
    """Render a component.  It sees its own values and the request, never the page's variables."""
    values["csrf_token"], values["request"] = context.get("csrf_token"), context.get("request")
    # Not as a page is rendered: that would have the page's variables reckoned for each component.
    drawn = get_template(f"components/_{part}.html").template  # type: ignore[attr-defined]
    return cast(SafeString, drawn.render(context.new(values)))


@register.simple_tag
def icon_sprite() -> str:
    """Address of the sprite, for scripts that draw an icon."""
    return static(SPRITE)


@register.simple_tag
@functools.cache
def icon(name: str, label: str = "", **attrs: str) -> SafeString:
    """One icon.  Silent for screen readers unless it has a `label`."""
    css = f"icon {attrs.get('class', '')}".strip()
    href = f"{static(SPRITE)}#{name}"
    if label:
        return format_html(
            '<svg class="{}" role="img" aria-label="{}"><use href="{}"></use></svg>',
            css, label, href,
        )  # fmt: skip
    return format_html('<svg class="{}" aria-hidden="true"><use href="{}"></use></svg>', css, href)


class _Once(template.Node):
    """What was drawn, for each of the values that it depends on."""

    MOST = 500

    def __init__(self, inside: template.NodeList, values: list[FilterExpression]) -> None:
        self.nodelist, self.values = inside, values
        self.kept: dict[tuple[Any, ...], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        key = tuple(value.resolve(context, ignore_failures=True) for value in self.values)
        if None in key:
            return self.nodelist.render(context)
        if key not in self.kept:
            if len(self.kept) >= self.MOST:
                self.kept.clear()
            self.kept[key] = self.nodelist.render(context)
        return self.kept[key]


@register.tag
def once(parser: Parser, token: Token) -> template.Node:
    """`{% once practice.slug %}…{% endonce %}`: drawn once in a process for each of these values.

    For parts of the frame, which every answer has.  What is inside depends on the values alone: no
    CSRF token, nothing of a person or of the request that is not among them.  Where the page lacks
    one of them, nothing is known of what it would be the same as, and it is drawn each time.
    """
    values = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    inside = parser.parse(("endonce",))
    parser.delete_first_token()
    return _Once(inside, values)


@register.inclusion_tag("components/_pill.html")
def pill(tone: str, text: str, icon: str = "", title: str = "") -> dict[str, Any]:
    return {
        "tone": tone,
        "text": text,
        "icon": icon or statuses.TONE_ICONS.get(tone, "circle-dashed"),
        "title": title,
    }


@register.inclusion_tag("components/_pill.html")
def status(name: str, text: str = "", title: str = "") -> dict[str, Any]:
    """The pill of one of the product's own words; `text` replaces its spelling, not its look."""
    look = statuses.look(name)
    return {"tone": look.tone, "text": text or look.text, "icon": look.icon, "title": title}


@register.inclusion_tag("components/_pill.html")
def late_pill() -> dict[str, Any]:
    """Of an entry that was written down late; what late is, is the installation's to set."""
    hours = int(audit_limits.current().late.total_seconds() // 3600)
    after = formats.plural(hours, "hour")
    return pill("warning", "Late", "clock-exclamation", f"Written down more than {after} after")


@register.inclusion_tag("components/_minutes_bar.html")
def minutes_bar(
    counted: int,
    worked: int | None = None,
    running: int = 0,
    ticks: Iterable[Any] = (),
    label: str = "Minutes this month",
    size: str = "md",
    id: str = "",
    why: str = "",
    needs: str = "",
) -> dict[str, Any]:
    shape = figures.bar(
        counted=counted, worked=counted if worked is None else worked, running=running,
        ticks=ticks, needs=needs,
    )  # fmt: skip
    worked = counted if worked is None else worked
    return {
        "bar": shape, "label": label, "size": size, "id": id, "why": why, "needs": needs,
        "counted": counted,
        "running": running, "total": counted + running, "uncounted": max(worked - counted, 0),
    }  # fmt: skip


@register.simple_tag
def small_bar(
    counted: int, worked: int, ticks: Sequence[Any] = (), why: str = "", needs: str = ""
) -> SafeString:
    """The minutes bar of a table's row: without labels, and cheap enough for 500 of them."""
    return figure_html.small_bar(counted=counted, worked=worked, ticks=ticks, why=why, needs=needs)


@register.simple_tag
def sparkline(
    points: Sequence[Any],
    *,
    label: str = "Score",
    max: int = 27,
    lower_is_better: bool = True,
) -> SafeString:
    """Scores as (date, score), oldest first; the words beside the line say the same."""
    return figure_html.sparkline(points, label=label, top=max, lower_is_better=lower_is_better)


@register.simple_block_tag(takes_context=True)
def patient_header(context: Context, content: str, name: str, **values: Any) -> SafeString:
    values["flags"] = [
        {"tone": tone, "text": text, "icon": statuses.TONE_ICONS.get(tone, "flag")}
        for tone, text in values.get("flags") or ()
    ]
    return _part("patient_header", context, name=name, content=content, **values)


@register.inclusion_tag("components/_empty.html")
def empty(
    icon: str, title: str, text: str = "", url: str = "", action: str = "", heading: str = "h2"
) -> dict[str, Any]:
    return {
        "icon": icon, "title": title, "text": text, "url": url, "action": action,
        "heading": heading,
    }  # fmt: skip


@register.simple_block_tag(takes_context=True)
def card(context: Context, content: str, title: str = "", **values: Any) -> SafeString:
    return _part("card", context, title=title, content=content, **values)


@register.simple_block_tag(takes_context=True)
def table(context: Context, content: str, caption: str, **values: Any) -> SafeString:
    return _part(
        "table", context, caption=caption, content=content, css=values.pop("class", ""), **values
    )


@register.inclusion_tag("components/_sort_header.html", takes_context=True)
def sort_header(context: Context, text: str, key: str, **values: Any) -> dict[str, Any]:
    """A column's head that sorts by `key`; a second press turns the order round."""
    query = context["request"].GET.copy()
    current = query.get("sort", values.get("default", ""))
    query["sort"] = f"-{key}" if current == key else key
    query.pop("page", None)
    order = {key: "ascending", f"-{key}": "descending"}.get(current, "")
    return {
        "text": text, "url": f"?{query.urlencode()}", "order": order,
        "css": values.get("class", ""),
    }  # fmt: skip


@register.simple_tag
def field(bound: BoundField, **attrs: Any) -> SafeString:
    return form_parts.field(bound, attrs)


@register.simple_tag
def options(choices: Iterable[tuple[Any, Any]], chosen: Any = "") -> SafeString:
    """The choices of a select, each value and label: some selects have hundreds."""
    now = str(chosen)
    drawn = (
        f'<option value="{escape(str(value))}"{" selected" if str(value) == now else ""}>'
        f"{escape(str(label))}</option>"
        for value, label in choices
    )
    return mark_safe("".join(drawn))  # noqa: S308  every part is escaped where it is put in


@register.inclusion_tag("components/_error_summary.html")
def error_summary(*bound_forms: Any) -> dict[str, Any]:
    return {"errors": form_parts.errors(bound_forms)}


@register.inclusion_tag("components/_form_fields.html")
def form_fields(form: BaseForm) -> dict[str, Any]:
    return {"form": form}


@register.inclusion_tag("components/_submit.html")
def submit(
    text: str, icon: str = "", tone: str = "primary", name: str = "", value: str = ""
) -> dict[str, Any]:
    return {"text": text, "icon": icon, "tone": tone, "name": name, "value": value}


@register.inclusion_tag("components/_confirm_dialog.html", takes_context=True)
def confirm_dialog(
    context: Context,
    id: str,
    title: str,
    action: str,
    text: str = "",
    confirm: str = "Confirm",
    tone: str = "primary",
    reason: str = "",
) -> dict[str, Any]:
    return {
        "id": id, "title": title, "action": action, "text": text, "confirm": confirm,
        "tone": tone, "reason": reason, "csrf_token": context.get("csrf_token"),
    }  # fmt: skip


@register.simple_block_tag(takes_context=True)
def dialog(context: Context, content: str, id: str, title: str, **values: Any) -> SafeString:
    return _part("dialog", context, id=id, title=title, content=content, **values)


@register.inclusion_tag("components/_progress.html")
def progress(
    label: str,
    *,
    value: int | None = None,
    max: int = 100,
    poll_url: str = "",
    done: bool = False,
    url: str = "",
    action: str = "Open the result",
    detail: str = "",
) -> dict[str, Any]:
    share = min(100, 100 * value // max) if value is not None and max else None
    return {
        "label": label, "value": value, "max": max, "poll_url": poll_url, "done": done,
        "url": url, "action": action, "detail": detail, "share": share,
    }  # fmt: skip


REASON_LOOKS = {
    "hold": ("warning", "hand-stop", "Held"),
    "refusal": ("danger", "ban", "Refused"),
    "error": ("danger", "alert-circle", "Error"),
    "note": ("info", "info-circle", "Note"),
    "ok": ("success", "circle-check", "Fine"),
}


@register.inclusion_tag("components/_reasons.html")
def reasons(items: Iterable[Any]) -> dict[str, Any]:
    return {"rows": [(_reason_look(item), item) for item in items]}


def _reason_look(item: Any) -> tuple[str, str, str]:
    kind = item.get("kind") if isinstance(item, dict) else getattr(item, "kind", "note")
    return REASON_LOOKS.get(str(kind), REASON_LOOKS["note"])


@register.simple_block_tag(takes_context=True)
def why(context: Context, content: str, url: str = "", of: str = "") -> SafeString:
    """A number that opens its explanation; `of` says which number, for who cannot see the row."""
    return _part("why", context, content=content, url=url, of=of)


@register.inclusion_tag("components/_explanation.html")
def explanation(node: Any, open_depth: int = 2) -> dict[str, Any]:
    printed = getattr(node, "printed", None)
    return _branch(node, open_depth) | {"root": True, "text": printed() if printed else ""}


@register.inclusion_tag("components/_explanation.html")
def explanation_branch(node: Any, depth: int) -> dict[str, Any]:
    """One level further down; used by the tree itself."""
    return _branch(node, depth - 1)


def _branch(node: Any, depth: int) -> dict[str, Any]:
    """`count` is how much a folded node holds, unless its own value says so already."""
    inside = node.get("children") if isinstance(node, dict) else node.children
    value = node.get("value") if isinstance(node, dict) else node.value
    count = len(inside) if inside and str(value) != str(len(inside)) else 0
    return {"node": node, "depth": depth, "count": count}


@register.inclusion_tag("components/_pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any], noun: str = "") -> dict[str, Any]:
    query = context["request"].GET.copy()
    query.pop("page", None)
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return {
        "page": page, "numbers": list(numbers), "noun": noun,
        "one": noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s"),
        "prefix": f"?{query.urlencode()}&" if query else "?",
    }  # fmt: skip


@register.inclusion_tag("components/_csv_link.html", takes_context=True)
def csv_link(context: Context) -> dict[str, Any]:
    """The way to this page's list as CSV: every page of it, narrowed as it is here."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    query["as"] = "csv"
    return {"query": query.urlencode()}


@register.simple_block_tag(takes_context=True)
def filter_bar(context: Context, content: str, **values: Any) -> SafeString:
    return _part("filter_bar", context, content=content, **values)


@register.inclusion_tag("components/_views.html")
def views(items: Iterable[Any], label: str = "Views") -> dict[str, Any]:
    return {"items": items, "label": label}


@register.inclusion_tag("components/_definitions.html")
def definitions(items: Iterable[Any], columns: int = 1) -> dict[str, Any]:
    return {"items": items, "columns": columns}


@register.inclusion_tag("components/_stat.html")
def stat(
    label: str, value: Any, detail: str = "", tone: str = "", url: str = "", icon: str = ""
) -> dict[str, Any]:
    return {
        "label": label, "value": value, "detail": detail, "tone": tone, "url": url, "icon": icon
    }  # fmt: skip


@register.inclusion_tag("components/_notice.html")
def notice(
    tone: str, text: str, title: str = "", url: str = "", action: str = "", icon: str = ""
) -> dict[str, Any]:
    return {
        "tone": tone, "text": text, "title": title, "url": url, "action": action,
        "icon": icon or statuses.TONE_ICONS.get(tone, "info-circle"),
    }  # fmt: skip


@register.simple_tag
def key(name: str) -> SafeString:
    """A key of the keyboard, as printed on it."""
    return format_html('<kbd class="ct-key">{}</kbd>', name)


@register.inclusion_tag("components/_messages.html", takes_context=True)
def messages_oob(context: Context) -> dict[str, Any]:
    """The waiting Django messages, for an htmx answer: they appear at the top of the page."""
    return {"messages": context.get("messages"), "oob": True}


@register.filter
def message_look(level: str) -> statuses.Look:
    """Tone, icon and word of a Django message level (its `level_tag`)."""
    tone = {"error": "danger", "debug": "neutral"}.get(level, level)
    words = {"danger": "Error", "warning": "Warning", "success": "Done"}
    return statuses.Look(
        tone, statuses.TONE_ICONS.get(tone, "info-circle"), words.get(tone, "Note")
    )
