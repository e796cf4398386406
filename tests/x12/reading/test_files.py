"""Files of every shape: other separators, other line breaks, several envelopes, cut off."""

from __future__ import annotations

import pytest

from billing.x12.reading import files, segments
from billing.x12.reading.refusal import Unreadable
from tests.x12.reading import made

PLAIN = made.remittance(*made.CLAIM)
READ = files.read(PLAIN)


def redelimited(element, component, repetition, segment):
    marks = str.maketrans({"*": element, ":": component, "^": repetition, "~": segment})
    return PLAIN.translate(marks)


def wrapped(width):
    return "\n".join(PLAIN[at : at + width] for at in range(0, len(PLAIN), width))


SHAPES = {
    "a line break after each segment": PLAIN.replace("~", "~\n"),
    "CR LF after each segment": PLAIN.replace("~", "~\r\n"),
    "CR after each segment": PLAIN.replace("~", "~\r"),
    "blanks and line breaks after each segment": PLAIN.replace("~", "~   \r\n \t"),
    "line breaks as terminators": PLAIN.replace("~", "\n"),
    "CR LF as terminators": PLAIN.replace("~", "\r\n"),
    "CR as terminators": PLAIN.replace("~", "\r"),
    "wrapped at 80 characters": wrapped(80),
    "wrapped at 120 characters": wrapped(120),
    "no last terminator": PLAIN[:-1],
    "blanks at the end": PLAIN + "  \n\n",
    "an end-of-file mark": PLAIN + "\x1a",
    "zeros at the end": PLAIN + "\0\0\0",
    "blank lines before": "\r\n\n " + PLAIN,
    "a byte-order mark": "\ufeff" + PLAIN,
    "doubled terminators": PLAIN.replace("~", "~~"),
    "trailing separators": PLAIN.replace("~", "**~", 12).replace("*:**~", "*:~"),
    "other marks": redelimited("|", ">", "!", "'"),
    "control characters as marks": redelimited("\x1d", "\x1f", "\x1e", "\x1c"),
    "an ISA without its blanks": PLAIN.replace(f"{'PAYER':<15}", "PAYER"),
}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_a_file_of_any_shape_says_the_same(text):
    assert files.read(text).remittances == READ.remittances
    assert files.read(text.encode()).remittances == READ.remittances


def test_a_file_in_another_encoding_is_read():
    named = PLAIN.replace("DOE*JANE", "MUÑOZ*INÉS")
    for encoding in ("utf-8", "latin-1", "utf-16", "utf-8-sig"):
        (remittance,) = files.read(named.encode(encoding)).remittances
        assert remittance.claims[0].patient.name == "MUÑOZ"


def test_several_interchanges_are_read_each_by_its_own_separators():
    received = files.read(PLAIN + "\n" + redelimited("|", ">", "!", "\n"))
    assert len(received.remittances) == 2
    first, second = received.transactions
    assert first.content.claims[0].lines[0].procedure == second.content.claims[0].lines[0].procedure
    assert second.envelope.segment > first.envelope.segment


def test_several_transactions_of_a_group_are_read():
    body = (*made.HEAD, *made.CLAIM)
    head = made.segments("835")[:2]
    two = [
        *head,
        *made.transaction("835", "005010X221A1", *body, number="0001"),
        *made.transaction("835", "005010X221A1", *body, number="0002"),
        "GE*2*7",
        "IEA*1*000000001",
    ]
    received = files.read("~".join(two))
    assert [each.envelope.number for each in received.transactions] == ["0001", "0002"]
    assert received.notes == ()


def test_the_envelope_says_who_sent_what_when():
    envelope = READ.transactions[0].envelope
    assert (envelope.sender, envelope.receiver, envelope.usage) == ("PAYER", "CARETALLY", "P")
    assert f"{envelope.sent_on} {envelope.sent_at}" == "2026-11-02 09:30:00"
    assert (envelope.interchange_number, envelope.group_number) == ("000000001", "7")
    assert (envelope.kind, envelope.number, envelope.version) == ("835", "0001", "005010X221A1")


def test_an_older_version_is_read():
    older = PLAIN.replace("005010X221A1", "004010X091A1").replace("*^*00501*", "*U*00401*")
    assert files.read(older).remittances == READ.remittances


@pytest.mark.parametrize(
    ("right", "wrong", "note"),
    [
        ("SE*22*0001", "SE*21*0001", "Segment 24 (SE): it counts other segments than the 22"),
        ("SE*22*0001", "SE*22*0002", "Segment 24 (SE): its control number is not that of"),
        ("GE*1*7", "GE*2*7", "Segment 25 (GE): it counts other transactions than the 1"),
        ("GE*1*7", "GE*1*8", "Segment 25 (GE): its control number is not that of segment 2"),
        ("IEA*1*", "IEA*9*", "Segment 26 (IEA): it counts other groups than the 1"),
        ("IEA*1*000000001", "IEA*1*000000002", "Segment 26 (IEA): its control number is not"),
        ("DTM*405*20261109", "DTM*405*20261399", "Segment 6 (DTM): element 2 is not a day"),
        ("CLP*CT1001*", "CLP**", "Segment 10 (CLP): element 1, our claim id, is missing."),
        ("N1*PR*PRAIRIE HEALTH PLAN~", "", "the remittance has no N1*PR."),
    ],
)
def test_what_is_odd_and_harmless_is_noted(right, wrong, note):
    assert right in PLAIN
    received = files.read(PLAIN.replace(right, wrong))
    notes = [*received.notes, *received.transactions[0].notes]
    assert any(note in each for each in notes), notes


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "Segment 1: the file is empty."),
        (b" \r\n", "Segment 1: the file is empty."),
        (b"hello", "Segment 1: an ISA segment must stand here"),
        (b"%!PS-Adobe \x00\xff", "Segment 1: an ISA segment must stand here"),
        ("ISA", "Segment 1 (ISA): its fourth character is no element separator."),
        ("ISA*00*", "Segment 1 (ISA): it has fewer than 16 elements."),
        (made.isa(), "Segment 1 (ISA): the file ends with it."),
        (made.isa() + "GS*", "Segment 1 (ISA): no segment terminator follows its element 16."),
        (made.isa(component="*") + "~", "Segment 1 (ISA): it announces one character for two"),
        (made.isa(component=" ") + "~", "Segment 1 (ISA): element 16 holds no component"),
        (made.isa() + "~IEA*0*000000001~", "Segment 2 (IEA): the file ends here and holds no"),
        (made.isa() + "~CLP*1~", "Segment 2 (CLP): it stands outside of any transaction"),
        (made.isa() + "~?*1~", "Segment 2: it does not begin with a segment id"),
        (made.isa() + "~ST*835*1~", "Segment 2 (ST): no GS stands before it"),
        (made.isa() + "~SE*835*1~", "Segment 2 (SE): no ST stands before it"),
        (made.isa() + "~" + made.isa() + "~", "Segment 2 (ISA): segment 1 (ISA) before it was"),
        (PLAIN.replace("DOE", "D" * 20_000), "Segment 11 (NM1): it is longer than 20000 charact"),
        (PLAIN + "CLP*1~", "Segment 27 (CLP): an ISA segment must stand here"),
        (PLAIN.replace("DOE", "D\x00E"), "Segment 11 (NM1): it holds a control character."),
        (PLAIN.replace("GE*1*7~", ""), "Segment 25 (IEA): segment 2 (GS) was not ended by GE."),
        (PLAIN.replace("SE*22*0001~", ""), "Segment 24 (GE): segment 3 (ST) was not ended by SE."),
        (PLAIN.replace("LX*1~", "ST*835*9~"), "Segment 9 (ST): segment 3 (ST) before it was not"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_segment(content, says):
    with pytest.raises(Unreadable) as refusal:
        files.read(content)
    assert refusal.value.sentence.startswith(says)
    assert refusal.value.sentence == str(refusal.value)


@pytest.mark.parametrize("kept", range(1, 25))
def test_a_file_that_was_cut_off_is_refused(kept):
    cut = "~".join(PLAIN.split("~")[:kept]) + "~"
    with pytest.raises(Unreadable, match=rf"Segment {kept} \(\w+\): the file ends"):
        files.read(cut)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04\x14\x00rest", "ZIP archive. Unpack it"),
        (b"\x1f\x8b\x08rest", "gzip"),
        (b"%PDF-1.7 rest", "Ask the payer for the X12 file"),
        (b"isa*00*", "an ISA segment must stand here"),
    ],
)
def test_what_people_bring_instead_is_refused_with_what_to_do(content, says):
    with pytest.raises(Unreadable, match=says) as refused:
        files.read(content)
    assert refused.value.sentence.startswith("Segment 1")


def test_a_sentence_quotes_nothing_personal():
    with pytest.raises(Unreadable) as refusal:
        files.read(PLAIN.replace("*281.70*200*", "*DOE*200*"))
    assert refusal.value.sentence == (
        "Segment 10 (CLP): element 3, the claim's charge, is not a number."
    )


def test_a_file_beyond_the_limit_is_refused_unread(monkeypatch):
    monkeypatch.setattr(segments, "MOST_BYTES", 1024 * 1024)
    with pytest.raises(Unreadable, match="larger than 1 MB"):
        files.read(b" " * (1024 * 1024 + 1))


def test_an_interchange_acknowledgment_is_read():
    ta1 = "TA1*000000042*261102*0930*R*025"
    received = files.read("~".join([made.isa(), ta1, "IEA*0*000000001"]))
    (transaction,) = received.transactions
    assert transaction.envelope.kind == "TA1"
    assert transaction.content.number == "000000042"
    assert not transaction.content.is_accepted
    assert transaction.content.sentence == "file rejected: control number used before"
