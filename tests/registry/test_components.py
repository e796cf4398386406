"""The parts that every page is made of: what they say, and that they say it to everybody."""

from __future__ import annotations

import re

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template

from registry.templatetags import statuses
from tests.registry.drawing import draw, words

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


@pytest.mark.parametrize(
    ("count", "noun", "said"),
    [(1, "denials", "1 denial"), (1, "entries", "1 entry"), (3, "cases", "3 cases"), (0, "x", "")],
)
def test_a_list_of_one_page_says_its_count_alone(count, noun, said):
    page = Paginator(range(count), 50).page(1)
    html = draw("{% pagination p noun=noun %}", p=page, noun=noun)
    assert words(html).strip() == said
    assert "<nav" not in html


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


def test_what_hangs_on_a_value_that_a_page_lacks_is_drawn_each_time():
    page = Template("{% load components %}{% once of %}{{ asked }}{% endonce %}")
    assert [page.render(Context({"asked": n})) for n in ("first", "second")] == ["first", "second"]


def test_a_kept_part_is_drawn_once_for_each_of_its_values():
    page = Template("{% load components %}{% once of %}{{ of }}: {{ asked }}{% endonce %}")
    drawn = [page.render(Context({"of": of, "asked": number})) for number, of in enumerate("aba")]
    assert drawn == ["a: 0", "b: 1", "a: 0"]


def test_a_select_marks_what_is_chosen_and_trusts_no_label():
    html = draw("{% options some 7 %}", some=[(7, "<b>"), ("77", "Other")])
    assert html == '<option value="7" selected>&lt;b&gt;</option><option value="77">Other</option>'


def test_a_component_sees_its_own_values_and_never_the_page_s():
    assert "danger" not in draw("{% card title='Scores' %}{% endcard %}", tone="danger")
