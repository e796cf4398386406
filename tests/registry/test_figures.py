"""The minutes bar, the number that opens its explanation, and the scores' line."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.templatetags import figures
from tests.registry.drawing import draw, words

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
    assert words(html).endswith("92 min · 99494 reached; nothing further is payable")


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
        (16, 20, "99492", "G2214 reached"),
        (36, 50, "99494", "99492 reached"),
        (69, 17, "99494", "99492 reached"),
        (70, 16, "99494", "99492 reached"),
        (86, None, "", "99494 reached; nothing further is payable"),
    ],
)
def test_what_is_next_is_paid_and_never_a_whole_time(minutes, missing, code, reached):
    seconds = 60 * minutes
    bar = figures.bar(counted=seconds, worked=seconds, running=0, ticks=BOTH)
    assert (bar.next_minutes, bar.next_label, bar.reached) == (missing, code, reached)


def test_of_minutes_that_run_it_is_not_said_that_nothing_further_is_payable():
    bar = figures.bar(counted=5000, worked=5000, running=160, ticks=BOTH)
    assert bar.reached == "99494 reached"  # the next unit's mark comes once they are counted


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
