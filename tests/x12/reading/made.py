"""Files to read: small ones put together from segments, and the samples that others wrote."""

from __future__ import annotations

from pathlib import Path

from billing.x12.reading import files

SAMPLES = Path(__file__).parent.parent / "samples"


def sample(path):
    return (SAMPLES / path).read_bytes()


def every_sample():
    folders = ("835", "999", "277ca")
    return sorted(each for folder in folders for each in (SAMPLES / folder).iterdir())


def isa(*, element="*", repetition="^", component=":", number="000000001"):
    fields = ["ISA", "00", " " * 10, "00", " " * 10, "ZZ", f"{'PAYER':<15}", "ZZ"]
    fields += [f"{'CARETALLY':<15}", "261102", "0930", repetition, "00501", number, "0", "P"]
    return element.join([*fields, component])


def transaction(kind, version, *segments, number="0001"):
    """ST to SE around the segments."""
    return [
        f"ST*{kind}*{number}*{version}",
        *segments,
        f"SE*{len(segments) + 2}*{number}",
    ]


GROUPS = {"999": ("FA", "005010X231A1"), "277": ("HN", "005010X214"), "835": ("HP", "005010X221A1")}


def segments(kind, *body):
    """One interchange, one group, one transaction, as a list of segments."""
    group, version = GROUPS[kind]
    return [
        isa(),
        f"GS*{group}*PAYER*CARETALLY*20261102*0930*7*X*{version}",
        *transaction(kind, version, *body),
        "GE*1*7",
        "IEA*1*000000001",
    ]


def text(kind, *body, end="~"):
    return "".join(f"{each}{end}" for each in segments(kind, *body))


def only(content):
    """The one transaction of a file."""
    (found,) = files.read(content).transactions
    return found


HEAD = (
    "BPR*I*200*C*ACH*CCP*01*111*DA*33*1234567890**01*111*DA*22*20261110",
    "TRN*1*EFT-77*1234567890",
    "DTM*405*20261109",
    "N1*PR*PRAIRIE HEALTH PLAN",
    "N1*PE*LAKESIDE FAMILY MEDICINE*XX*1234567893",
    "LX*1",
)


def remittance(*body, paid="200"):
    """The text of an 835 with these claims."""
    head = (HEAD[0].replace("*200*", f"*{paid}*"), *HEAD[1:])
    return text("835", *head, *body)


CLAIM = (
    "CLP*CT1001*1*281.70*200*20*12*PCN-1*11*1",
    "NM1*QC*1*DOE*JANE****MI*W1",
    "SVC*HC:99492:25*161.20*120**1",
    "DTM*472*20261031",
    "CAS*CO*45*31.20",
    "CAS*PR*2*10",
    "REF*6R*CT1001L1",
    "AMT*B6*130",
    "SVC*HC:99494*120.50*80**2",
    "DTM*472*20261031",
    "CAS*CO*45*30.50",
    "CAS*PR*2*10",
    "REF*6R*CT1001L2",
    "LQ*HE*N362",
)
