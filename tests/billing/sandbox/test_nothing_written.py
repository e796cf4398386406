"""A policy's test writes nothing, keeps nobody's name, and costs the same for many patients."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import InternalError, connection
from django.test.utils import CaptureQueriesContext

from billing.models import Claim, PayerPolicy
from billing.selectors import sandbox as selectors
from billing.services import sandbox, sandbox_chunk
from tests.billing.sandbox.results import writes

pytestmark = pytest.mark.usefixtures("in_november")


@pytest.fixture
def everything(db):
    """How many rows every table of the product has, history with it."""

    def count():
        return {
            model._meta.label: model._base_manager.count()
            for app in ("registry", "billing")
            for model in apps.get_app_config(app).get_models()
        }

    return count


# -- nothing is written ---------------------------------------------------------------------


def test_nothing_is_written(october, drafted, tried, everything):
    october.claim(90), october.chart(40), october.chart(10)
    draft = drafted("midpoint")
    before = everything()
    with CaptureQueriesContext(connection) as captured:
        assert sandbox.result(tried(draft)).rows
    assert writes(captured) == []
    assert everything() == before


def test_the_database_itself_refuses_a_write_during_a_test(october):
    with pytest.raises(InternalError, match="read-only"), selectors.reading_only():
        Claim.objects.update(later=None)


def test_after_a_test_the_database_takes_writes_again(october, drafted, found):
    found(drafted())
    assert october.chart(75).pk


def test_only_that_it_was_tested_is_kept_on_the_draft(
    october, drafted, tried, everything, dana, monkeypatch
):
    october.chart(40), october.chart(75)
    draft = drafted("midpoint")
    before = everything()
    tried(draft, noted_on=draft.pk)
    draft.refresh_from_db()
    said = {"2026-10": "1 added (+$150.10) and 1 the same."}
    assert (draft.tested_months, draft.tested_by) == (said, dana)
    changed = {name for name, count in everything().items() if count != before[name]}
    assert changed == {"billing.PayerPolicyEvent"}


def test_a_draft_that_was_edited_meanwhile_is_not_noted_as_tested(
    october, drafted, tried, monkeypatch
):
    october.chart(40)
    draft = drafted("midpoint")
    decide = sandbox_chunk.decide

    def and_edit(*args):
        PayerPolicy.objects.filter(pk=draft.pk).update(preset="standard")
        return decide(*args)

    monkeypatch.setattr(sandbox.sandbox_chunk, "decide", and_edit)
    tried(draft, noted_on=draft.pk)
    draft.refresh_from_db()
    assert draft.tested_months == {}


# -- cost -----------------------------------------------------------------------------------


def test_the_number_of_queries_does_not_depend_on_the_number_of_patients(
    october, drafted, tried, django_assert_max_num_queries
):
    draft = drafted("midpoint")

    def cost(charts):
        for _ in range(charts):
            october.chart(40)
        with CaptureQueriesContext(connection) as captured:
            tried(draft)
        return len(captured)

    cost(1)  # reads what a process keeps in memory
    few = cost(2)
    assert cost(9) == few
    assert few <= 14


# -- what waits in the cache ----------------------------------------------------------------


def kept(test):
    """The keys of a test, and everything that is kept under them."""
    client = cache._cache.get_client(None, write=False)
    keys = [key for key in client.keys("*policy-test*") if test.id.encode() in key]
    return b"".join(keys), b"".join(client.get(key) for key in keys), [client.ttl(k) for k in keys]


def test_what_is_kept_names_nobody_and_goes_within_an_hour(october, drafted, tried):
    patient = october.chart(40, first_name="Zebulon", last_name="Quartermain")
    draft = drafted("midpoint")
    keys, content, lifetimes = kept(tried(draft))
    assert str(patient.pk) not in keys.decode()
    for word in ("Zebulon", "Quartermain", patient.record_number, "1980"):
        assert word.encode() not in keys + content
    assert len(lifetimes) == 3
    assert all(0 < seconds <= 3600 for seconds in lifetimes)


def test_another_person_and_another_practice_do_not_find_a_test(
    october, tried, dana, sue, elm_street, harbor
):
    test = tried("preset-midpoint")
    assert sandbox.get(dana, elm_street, test.id) == test
    assert sandbox.get(sue, elm_street, test.id) is None
    assert sandbox.get(dana, harbor, test.id) is None
