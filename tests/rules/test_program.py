"""``python -m billing.rules``: lines in, lines out, whatever the lines hold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing.rules.__main__ import main
from tests.rules.months import month, verdict

ROOT = Path(__file__).parents[2]
GOOD = json.dumps(month()).encode()


def run(*arguments, stdin=b""):
    return subprocess.run(
        [sys.executable, "-m", "billing.rules", *arguments],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        check=False,
    )


@pytest.fixture
def decided(tmp_path, capfdbinary):
    """Decide bytes as a file; return the exit status and the answered objects."""

    def decide(content):
        file = tmp_path / "cases.jsonl"
        file.write_bytes(content)
        status = main(["decide", str(file)])
        lines = capfdbinary.readouterr().out.splitlines()
        return status, [json.loads(line) for line in lines]

    return decide


def test_a_good_file_is_answered_line_by_line_with_status_0(decided):
    status, answers = decided(GOOD + b"\n" + GOOD + b"\n")
    assert status == 0
    assert answers == [verdict(), verdict()]


def test_a_bad_line_is_answered_in_its_place_and_the_others_are_decided(decided):
    bad = json.dumps({**month(), "id": "bad", "program": "x"}).encode()
    status, answers = decided(b"\n".join([GOOD, bad, b"{", GOOD]))
    assert status == 3
    assert [a["id"] for a in answers] == ["m", "bad", None, "m"]
    assert [a.get("error", {}).get("field") for a in answers] == [None, "program", "", None]


@pytest.mark.parametrize(
    "line",
    [
        b"{", b"[]", b"1", b'"x"', b"null", b"nonsense", b'{"id": "x"} {}', b'{"id": NaN}',
        b'{"id": "x", "month": -Infinity}', b'{"id": "\xff"}', b"\xff\xfe", b"\x00",
        b"[" * 100_000, b'{"a":' * 100_000, b"{'id': 1}", b'\xef\xbb\xbf{"id": "x"}',
    ],
)  # fmt: skip
def test_a_line_that_is_no_json_object_has_no_id_and_no_field(decided, line):
    status, answers = decided(GOOD + b"\n" + line + b"\n" + GOOD)
    assert status == 3
    assert len(answers) == 3
    assert answers[1]["id"] is None
    assert answers[1]["error"]["field"] == ""


@pytest.mark.parametrize(
    ("case", "name", "field"),
    [
        ({**month(), "id": 7}, None, "id"),
        ({k: v for k, v in month().items() if k != "id"}, None, "id"),
        ({**month(), "id": "x", "colour": 1}, "x", "colour"),
        ({"id": "\ud800"}, "\ud800", "month"),
    ],
)
def test_the_id_is_echoed_where_it_is_text(decided, case, name, field):
    _, [answer] = decided(json.dumps(case).encode())
    assert (answer["id"], answer["error"]["field"]) == (name, field)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        (b'"id": "m"', b'"id": "m", "id": "n"', "id"),
        (b'"status": "confirmed"', b'"status": "voided", "status": "confirmed"', "time[0].status"),
        (
            b'"overrides": {}',
            b'"overrides": {"max_units": {"99494": 1, "99494": 4}}',
            "policy.overrides.max_units.99494",
        ),
    ],
)
def test_a_key_that_stands_twice_is_refused_at_its_path(decided, old, new, field):
    assert old in GOOD
    _, [answer] = decided(GOOD.replace(old, new))
    assert answer["error"]["field"] == field


@pytest.mark.parametrize("digits", [20, 999, 5000, 100_000])
def test_a_number_of_any_length_is_answered(decided, digits):
    override = b'{"max_units": {"99494": ' + b"9" * digits + b"}}"
    _, [answer] = decided(GOOD.replace(b'"overrides": {}', b'"overrides": ' + override))
    if digits < 1000:
        assert answer["policy"]["max_units"]["99494"] == int("9" * digits)
    else:
        assert answer["error"]["field"] == "policy.overrides.max_units.99494"


def test_a_byte_order_mark_and_blank_lines_are_passed_over(decided):
    content = b"\xef\xbb\xbf\r\n \t \r\n" + "\u3000\n".encode() + GOOD + b"\r\n\n"
    assert decided(content) == (0, [verdict()])


def test_a_line_separator_inside_text_does_not_end_the_line(decided):
    case = json.dumps({**month(), "id": "a\u2028b\x85c"}, ensure_ascii=False).encode()
    status, [answer] = decided(case)
    assert (status, answer["id"]) == (0, "a\u2028b\x85c")


def test_an_empty_file_is_answered_by_nothing(decided):
    assert decided(b"") == (0, [])


def test_standard_input_is_read():
    done = run("decide", "-", stdin=GOOD)
    assert (done.returncode, json.loads(done.stdout)) == (0, verdict())
    assert done.stderr == b""


@pytest.mark.parametrize("file", ["no-such-file", "."])
def test_a_file_that_cannot_be_read_is_told_in_one_line(file):
    done = run("decide", file)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().count("\n") == 1
    assert file in done.stderr.decode()


@pytest.mark.parametrize(
    "arguments", [(), ("decide",), ("guess", "-"), ("explain", "-", "--compare", "standard", "x")]
)
def test_a_wrong_call_is_told(arguments):
    done = run(*arguments)
    assert done.returncode == 2
    assert b"usage" in done.stderr


def test_explain_argues_each_case_and_names_what_is_refused():
    done = run("explain", "-", stdin=GOOD + b'\n{"id": "bad\\ud800"}')
    assert done.returncode == 3
    said = done.stdout.decode()
    assert "99492 × 1" in said
    assert "refused. month: is missing" in said


def test_compare_sets_two_presets_side_by_side():
    done = run(
        "explain", "--compare", "standard", "midpoint", "-", stdin=json.dumps(month(68)).encode()
    )
    lines = {" ".join(line.split()) for line in done.stdout.decode().splitlines()}
    assert done.returncode == 0
    assert "≠ lines none 99492 × 1" in lines
    assert "counted 68 min 68 min" in lines


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
paths = st.sampled_from(
    [
        *((key,) for key in month()),
        *(("time", 0, key) for key in month()["time"][0]),
        *(("episode", key) for key in month()["episode"]),
        *(("consents", 0, key) for key in month()["consents"][0]),
        ("policy", "overrides"),
        ("policy", "preset"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(path=paths, value=json_values)
def test_no_value_anywhere_crashes_the_program(path, value):
    from billing.rules import case as cases
    from billing.rules import decide, explain, jsonl
    from billing.rules.errors import FieldError

    case = month()
    inner = case
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    try:
        parsed = jsonl.parse(json.dumps(case).encode())
        jsonl.refuse_repeats(parsed)
        facts = cases.read(parsed)
        given = decide(facts)
        json.dumps(given.as_json())
        explain.text(facts, given)
    except FieldError as problem:
        json.dumps([problem.field, problem.message])


@settings(max_examples=300, deadline=None)
@given(line=st.binary())
def test_no_bytes_crash_the_program(line):
    from billing.rules import case as cases
    from billing.rules import jsonl
    from billing.rules.errors import FieldError

    for found in jsonl.lines(line.splitlines(keepends=True)):
        with pytest.raises(FieldError):
            cases.read(jsonl.parse(found))


@pytest.mark.parametrize("month_", ["0001-01", "9999-12"])
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York", "UTC"])
@pytest.mark.parametrize("rule", ["last_day", "threshold_date", "last_contact"])
def test_the_ends_of_the_calendar_are_decided_and_explained(decided, tmp_path, month_, zone, rule):
    start, end = f"{month_}-01T00:00:00", f"{month_}-31T23:59:59"
    ends = {"id": "e", "start": f"{start}+14:00", "end": f"{end}-12:00"}
    case = month(
        1,
        overrides={"date_of_service": rule},
        month=month_,
        timezone=zone,
        episode={"started_on": "0001-01-01", "ended_on": "9999-12-31", "prior_service_months": []},
        initiating_visit_on="9999-12-31",
        stays=[{"from": "9999-12-31", "to": "9999-12-31"}],
        consents=[
            {"method": "verbal", "given_at": "0001-01-01T00:00:00+23:59", "revoked_at": None}
        ],
    )
    case["time"][0].update(ends)
    status, [answer] = decided(json.dumps(case).encode())
    assert status == 0
    assert answer["date_of_service"].startswith(month_)
    file = tmp_path / "cases.jsonl"
    assert main(["explain", str(file)]) == 0
