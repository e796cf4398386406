"""The parts that every page is made of: what they say, and that they say it to everybody."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from decimal import Decimal

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from registry.templatetags import figures, formats, statuses


def draw(text, /, **values):
    """Render a line of template; `query` becomes the request's query string."""
    request = RequestFactory().get(f"/x/?{values.pop('query', '')}")
    return Template("{% load components %}" + text).render(Context({"request": request, **values}))


def words(html):
    """What a person reads."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("&nbsp;", " ").split())


# -- quantities ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "minutes", "duration", "clock"),
    [
        (0, "0", "0 min", "0:00:00"),
        (59, "0", "0 min", "0:00:59"),
        (60, "1", "1 min", "0:01:00"),
        (3599, "59", "59 min", "0:59:59"),
        (3600, "60", "1 h 00 min", "1:00:00"),
        (4199, "69", "1 h 09 min", "1:09:59"),
        (90000, "1500", "25 h 00 min", "25:00:00"),
        (None, "0", "0 min", "0:00:00"),
    ],
)
def test_seconds_are_cut_never_rounded(seconds, minutes, duration, clock):
    assert formats.minutes(seconds) == minutes
    assert formats.duration(seconds) == duration
    assert formats.clock(seconds) == clock


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Decimal("1234.5"), "$1,234.50"),
        (Decimal("0"), "$0.00"),
        (0, "$0.00"),
        (Decimal("-3"), "−$3.00"),
        (Decimal("0.005"), "$0.00"),
        ("162.18", "$162.18"),
        (None, "–"),
        ("", "–"),
        ("n/a", "–"),
    ],
)
def test_money_is_dollars_and_cents_and_nothing_is_a_dash(amount, text):
    assert formats.money(amount) == text


class Practice:
    timezone = "America/Chicago"


@pytest.mark.parametrize(
    ("utc", "zone", "local"),
    [
        ("2026-11-01T05:59:59", Practice(), "Nov 1, 2026, 12:59 AM"),
        ("2026-11-01T07:30:00", Practice(), "Nov 1, 2026, 1:30 AM"),  # an hour that comes twice
        ("2026-11-01T04:59:59", Practice(), "Oct 31, 2026, 11:59 PM"),
        ("2026-11-01T04:59:59", "America/New_York", "Nov 1, 2026, 12:59 AM"),
    ],
)
def test_times_are_the_practices_own(utc, zone, local):
    moment = dt.datetime.fromisoformat(f"{utc}+00:00")
    assert formats.when(moment, zone) == local
    by_filter = draw('{{ m|localtime_of:z|date:"M j, Y, g:i A" }}', m=moment, z=zone)
    assert by_filter == local


def test_no_time_is_a_dash():
    assert formats.when(None, Practice()) == formats.clock_time(None, "UTC") == "–"
    assert formats.day(None) == formats.month_name(None) == "–"
    assert draw("{{ m|localtime_of:z }}", m=None, z="UTC") == "None"


def test_months_and_counts_are_words():
    assert formats.month_name("2026-10") == formats.month_name(dt.date(2026, 10, 9))
    assert formats.month_name("2026-10") == "October 2026"
    assert [formats.plural(n, "entry,entries") for n in (0, 1, 1200)] == [
        "0 entries", "1 entry", "1,200 entries"
    ]  # fmt: skip


# -- the minutes bar ----------------------------------------------------------------------------

T60 = {"minutes": 60, "label": "99493"}
T90 = {"minutes": 90, "label": "99494"}


@pytest.mark.parametrize(
    ("counted", "running", "said", "missing"),
    [
        (0, 0, "0 minutes counted, 60 minutes to 99493", 60),
        (3300, 0, "55 minutes counted, 5 minutes to 99493", 5),
        (3599, 0, "59 minutes counted, 1 minute to 99493", 1),
        (3600, 0, "60 minutes counted, 30 minutes to 99494", 30),
        (3000, 659, "50 minutes counted, 10 min running, 30 minutes to 99494", 30),
        (5400, 0, "90 minutes counted", None),
    ],
)
def test_the_bar_says_in_words_what_it_shows(counted, running, said, missing):
    bar = figures.bar(counted=counted, worked=counted, running=running, ticks=[T90, T60])
    assert bar.text == said
    assert bar.next_minutes == missing


def test_a_tick_is_reached_on_its_second():
    reached = [
        figures.bar(counted=s, worked=s, running=0, ticks=[T60]).ticks[0].reached
        for s in (3599, 3600)
    ]
    assert reached == [False, True]


def share(text):
    return float(text.rstrip("%"))


@given(
    counted=st.integers(0, 200_000),
    extra=st.integers(0, 200_000),
    running=st.integers(0, 90_000),
    ticks=st.lists(st.integers(1, 400), max_size=4),
)
def test_no_part_of_the_bar_leaves_it_and_none_covers_another(counted, extra, running, ticks):
    bar = figures.bar(
        counted=counted,
        worked=counted + extra,
        running=running,
        ticks=[{"minutes": m, "label": ""} for m in ticks],
    )
    assert share(bar.running_at) == pytest.approx(share(bar.counted), abs=0.02)
    assert share(bar.uncounted_at) == pytest.approx(
        share(bar.counted) + share(bar.running), abs=0.03
    )
    assert share(bar.uncounted_at) + share(bar.uncounted) <= 100.03
    assert all(0 <= share(tick.at) <= 100 for tick in bar.ticks)


def test_the_bar_is_a_picture_with_a_name_and_without_inline_style():
    html = draw(
        "{% minutes_bar counted=c worked=w ticks=t label='October' %}", c=60, w=300, t=[T60]
    )
    assert (
        'role="img" aria-label="October: 1 minute counted, 4 minutes worked but not counted' in html
    )
    assert "style=" not in html


def test_a_bar_in_a_row_has_words_but_no_tick_text():
    html = draw("{% minutes_bar counted=c ticks=t size='sm' %}", c=5520, t=[T60, T90])
    assert "<text" not in html
    assert words(html).endswith("92 min · 99494 reached")


# -- two marks: where the payer pays from, and the whole time -------------------------------------

BOTH = [
    {"minutes": 16, "label": "G2214", "kind": "pays"},
    {"minutes": 36, "label": "99492", "kind": "pays"},
    {"minutes": 70, "label": "99492", "kind": "whole"},
    {"minutes": 86, "label": "99494", "kind": "pays"},
    {"minutes": 100, "label": "99494", "kind": "whole"},
]


@pytest.mark.parametrize(
    ("minutes", "missing", "code", "reached"),
    [
        (15, 1, "G2214", ""),
        (16, 20, "99492", "G2214"),
        (36, 50, "99494", "99492"),
        (69, 17, "99494", "99492"),
        (70, 16, "99494", "99492"),
        (86, None, "", "99494"),
    ],
)
def test_what_is_next_is_paid_and_never_a_whole_time(minutes, missing, code, reached):
    seconds = 60 * minutes
    bar = figures.bar(counted=seconds, worked=seconds, running=0, ticks=BOTH)
    assert (bar.next_minutes, bar.next_label, bar.reached_label) == (missing, code, reached)


def test_both_marks_are_said_in_words_and_drawn_apart():
    html = draw("{% minutes_bar counted=c ticks=t label='October' %}", c=2400, t=BOTH)
    assert "99492: paid from 36 minutes; 99492: whole time, 70 minutes" in html
    assert html.count('<g class="ct-bar-tick ct-bar-pays') == 4  # three marks and the legend's
    assert html.count('<g class="ct-bar-tick ct-bar-whole') == 3
    assert "The payer pays from here" in words(html)


def test_one_mark_needs_no_legend_and_no_list():
    html = draw("{% minutes_bar counted=c ticks=t label='October' %}", c=2400, t=[T60])
    assert "paid from" in html  # the mark's own tip
    assert "pays from here" not in html
    assert 'aria-label="October: 40 minutes counted, 20 minutes to 99493"' in html


@given(
    minutes=st.lists(st.integers(1, 250), max_size=12, unique=True),
    whole=st.lists(st.booleans(), min_size=12, max_size=12),
)
def test_no_label_of_a_mark_covers_another_on_the_narrowest_phone(minutes, whole):
    kinds = ["whole" if each else "pays" for each in whole]
    ticks = [
        {"minutes": m, "label": "99494", "kind": kind}
        for m, kind in zip(minutes, kinds, strict=False)
    ]
    bar = figures.bar(counted=0, worked=0, running=0, ticks=ticks)
    spans = sorted(
        (tick.row, *figures._span(
            share(tick.at) / 100 * figures._NARROWEST, figures._LETTER * len(tick.text), tick.anchor
        ))
        for tick in bar.ticks
    )  # fmt: skip
    for (row, _, end), (next_row, begin, _) in itertools.pairwise(spans):
        assert row != next_row or begin >= end


def test_where_no_minutes_earn_the_month_the_bar_says_what_does():
    needs = "T1234 by 0 of 1 day with contact, not by minutes"
    html = draw("{% minutes_bar counted=c ticks=t label='October' needs=n %}", c=60, t=[], n=needs)
    assert words(html).endswith(f"1 min · {needs}")
    assert f'aria-label="October: 1 minute counted. {needs}"' in html


# -- a number that opens its explanation -----------------------------------------------------------


def test_a_number_opens_its_explanation_and_is_a_plain_link_without_a_script():
    html = draw("{% why url='/p/elm-street/why/' of='Jane Roe' %}69{% endwhy %}")
    assert 'href="/p/elm-street/why/" data-explain' in html
    assert 'aria-label="69: why, Jane Roe"' in html
    assert words(html) == "69"


def test_a_number_that_nobody_explains_stays_a_number():
    assert draw("{% why url='' %}69{% endwhy %}").strip() == "69"


def test_a_bar_opens_its_months_explanation():
    html = draw("{% minutes_bar counted=c why='/why/' %}", c=60)
    assert '<a class="ct-bar-open" href="/why/" data-explain' in html


# -- scores -------------------------------------------------------------------------------------


def scores(*values, start=dt.date(2026, 6, 1), step=14):
    return [(start + dt.timedelta(days=step * i), value) for i, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "lower", "direction", "said"),
    [
        ((19, 9), True, "improving", "2 scores, down 10, improving"),
        ((9, 12), True, "worse", "2 scores, up 3, worse"),
        ((9, 12), False, "improving", "2 scores, up 3, improving"),
        ((9, 4, 9), True, "unchanged", "3 scores, unchanged"),
        ((7,), True, "unchanged", "one score"),
        ((), True, "none", "no score yet"),
    ],
)
def test_a_sparkline_says_its_direction_in_words(values, lower, direction, said):
    line = figures.sparkline(scores(*values), label="PHQ-9", top=27, lower_is_better=lower)
    assert line.direction == direction
    assert line.text.startswith(f"PHQ-9: {said}")


def test_a_sparkline_names_every_score_with_its_day():
    html = draw("{% sparkline p label='PHQ-9' max=27 %}", p=scores(19, 9))
    assert (
        "<title>PHQ-9: 2 scores, down 10, improving. Jun 1, 2026: 19; Jun 15, 2026: 9</title>"
        in html
    )


def dots(line):
    return [tuple(dot.split(",")) for dot in line.line.split()]


@given(st.lists(st.integers(0, 40), min_size=1, max_size=40))
def test_every_point_lies_in_the_picture(values):
    line = figures.sparkline(scores(*values), label="x", top=27)
    for x, y in dots(line):
        assert 0 <= float(x) <= figures.WIDTH
        assert 0 <= float(y) <= figures.HEIGHT
    assert dots(line)[-1] == line.last


def test_scores_of_one_day_do_not_divide_by_zero():
    line = figures.sparkline(scores(9, 12, step=0), label="x", top=27)
    assert [x for x, _ in dots(line)] == ["93.0", "93.0"]


# -- status -------------------------------------------------------------------------------------


def test_a_status_is_an_icon_and_a_word():
    html = draw("{% status 'needs_review' %}")
    assert "#clock-exclamation" in html
    assert words(html) == "Needs review"


def test_a_word_that_nobody_listed_is_shown_as_it_is():
    assert words(draw("{% status 'half_done' %}")) == "Half done"


def test_every_tone_has_an_icon_of_its_own():
    assert len(set(statuses.TONE_ICONS.values())) == len(statuses.TONE_ICONS)
    assert {look.tone for look in statuses.STATUSES.values()} <= set(statuses.TONE_ICONS)


def test_text_is_escaped_wherever_it_comes_from():
    evil = "<script>x</script>"
    parts = [
        "{% pill 'info' e %}", "{% status e %}", "{% empty icon='x' title=e text=e %}",
        "{% reasons r %}", "{% explanation n %}", "{% definitions d %}", "{% notice 'info' e %}",
        "{% stat label=e value=e %}", "{% card title=e %}{{ e }}{% endcard %}",
        "{% patient_header name=e mrn=e facts=d %}{% endpatient_header %}", "{% icon e label=e %}",
        "{% confirm_dialog id='a' title=e text=e action=e reason=e %}", "{% progress e detail=e %}",
    ]  # fmt: skip
    values = {
        "e": evil,
        "r": [{"kind": "hold", "text": evil, "reference": evil, "url": evil, "action": evil}],
        "n": {"label": evil, "value": evil, "detail": evil, "children": [{"label": evil}]},
        "d": [(evil, evil)],
    }
    for part in parts:
        html = draw(part, **values)
        assert "<script>" not in html, part
        assert "&lt;script&gt;" in html, part


# -- forms --------------------------------------------------------------------------------------


class LogForm(forms.Form):
    minutes = forms.IntegerField(help_text="Whole minutes.")
    note = forms.CharField(required=False)
    how = forms.ChoiceField(choices=[("a", "By phone"), ("b", "Chart")], widget=forms.RadioSelect)
    told = forms.BooleanField()
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        raise forms.ValidationError("This crosses another entry, 10:05 to 10:17.")


def test_help_and_error_are_tied_to_their_field():
    html = draw("{% field f.minutes %}", f=LogForm({"minutes": "x"}))
    described = re.search(r'aria-describedby="([^"]*)"', html)[1].split()
    assert described == ["id_minutes_helptext", "id_minutes_error"]
    assert all(f'id="{name}"' in html for name in described)
    assert 'aria-invalid="true"' in html


def test_a_group_of_choices_is_a_fieldset_with_its_own_error():
    html = draw("{% field f.how %}", f=LogForm({}))
    assert re.search(r'<fieldset[^>]*aria-describedby="id_how_error"', html)
    assert "<legend" in html
    assert html.count('type="radio"') == 2


def test_attributes_reach_the_widget():
    html = draw('{% field f.note hx_get="/x/" maxlength=9 class="wide" %}', f=LogForm())
    assert 'hx-get="/x/"' in html
    assert 'maxlength="9"' in html
    assert 'class="form-control wide"' in html
    assert "optional" in words(html)


def test_the_summary_links_each_error_to_its_field_and_says_nothing_was_saved():
    html = draw("{% error_summary f %}", f=LogForm({"note": "called"}))
    assert re.findall(r'href="#(\w+)"', html) == ["id_minutes", "id_how", "id_told"]
    assert "4 things need your attention" in words(html)
    assert "This crosses another entry, 10:05 to 10:17." in words(html)
    assert "Nothing was saved yet" in words(html)


def test_a_form_that_was_not_sent_has_no_summary():
    assert draw("{% error_summary f %}", f=LogForm()).strip() == ""


def test_a_whole_form_keeps_what_was_typed():
    html = draw("{% form_fields f %}", f=LogForm({"note": "left a message", "hidden": "7"}))
    assert 'value="left a message"' in html
    assert 'type="hidden" name="hidden" value="7"' in html


def test_every_target_of_the_summary_exists_on_the_page():
    html = draw("{% form_fields f %}", f=LogForm({}, prefix="p"))
    for target in re.findall(r'href="#([\w-]+)"', html):
        assert f'id="{target}"' in html


# -- lists --------------------------------------------------------------------------------------


def test_pages_keep_the_rest_of_the_query():
    page = Paginator(range(312), 50).page(3)
    html = draw("{% pagination p noun='patients' %}", p=page, query="payer=a%26b&page=3")
    assert "101–150 of 312 patients" in words(html)
    assert 'href="?payer=a%26b&amp;page=4"' in html or 'href="?payer=a%26b&page=4"' in html
    assert html.count('aria-current="page"') == 1


def test_one_page_needs_no_links_and_none_needs_nothing():
    assert "<ul" not in draw("{% pagination p %}", p=Paginator(range(3), 50).page(1))
    assert draw("{% pagination p %}", p=Paginator([], 50).page(1)).strip() == ""


@pytest.mark.parametrize(
    ("query", "sort", "link"),
    [
        ("", "", "?sort=name"),
        ("sort=name", "ascending", "?sort=-name"),
        ("sort=-name", "descending", "?sort=name"),
        ("sort=days&page=4", "", "?sort=name"),
    ],
)
def test_a_head_sorts_and_a_second_press_turns_it_round(query, sort, link):
    html = draw("{% sort_header 'Patient' 'name' %}", query=query)
    assert f'href="{link}"' in html
    assert (f'aria-sort="{sort}"' in html) == bool(sort)


def test_a_tree_opens_as_deep_as_it_is_asked_to():
    node = {"label": "a", "children": [{"label": "b", "children": [{"label": "c"}]}]}
    opened = [
        draw("{% explanation n open_depth=d %}", n=node, d=d).count(" open data-stands>")
        for d in (0, 1, 2)
    ]
    assert opened == [0, 1, 2]


def test_a_folded_node_says_how_much_is_in_it_unless_its_value_does():
    inside = [{"label": "one"}, {"label": "two"}, {"label": "three"}]
    tree = {"label": "a", "children": [{"label": "b", "children": inside}]}
    assert "3 inside" in words(draw("{% explanation n open_depth=1 %}", n=tree))
    tree["children"][0]["value"] = "3"
    assert "3 inside" not in words(draw("{% explanation n open_depth=1 %}", n=tree))


def test_a_zero_in_the_tree_is_shown():
    assert "0" in words(draw("{% explanation n %}", n={"label": "Left out", "value": 0}))


def test_progress_asks_on_until_it_is_done():
    running = draw('{% progress "True-up" value=412 max=1000 poll_url="/p/" %}')
    done = draw('{% progress "True-up" done=True poll_url="/p/" url="/r/" action="Open" %}')
    assert 'hx-get="/p/"' in running
    assert "X-Background" in running
    assert "41%" in words(running)
    assert "hx-get" not in done
    assert words(done) == "True-up Done Open"


def test_reasons_say_their_kind_aloud_and_link_to_where_they_are_mended():
    html = draw("{% reasons r %}", r=[{"kind": "hold", "text": "No review.", "url": "/r/"}])
    assert 'role="img" aria-label="Held"' in html
    assert 'href="/r/"' in html


# -- drawn once ---------------------------------------------------------------------------------


def test_a_kept_part_is_drawn_once_for_each_of_its_values():
    page = Template("{% load components %}{% once of %}{{ of }}: {{ asked }}{% endonce %}")
    drawn = [page.render(Context({"of": of, "asked": number})) for number, of in enumerate("aba")]
    assert drawn == ["a: 0", "b: 1", "a: 0"]


def test_a_select_marks_what_is_chosen_and_trusts_no_label():
    html = draw("{% options some 7 %}", some=[(7, "<b>"), ("77", "Other")])
    assert html == '<option value="7" selected>&lt;b&gt;</option><option value="77">Other</option>'


def test_a_component_sees_its_own_values_and_never_the_page_s():
    assert "danger" not in draw("{% card title='Scores' %}{% endcard %}", tone="danger")
