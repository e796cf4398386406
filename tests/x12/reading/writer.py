"""Writes a remittance as an 835 of any separators, for the laws; the product never sends one.

It is the guide's order, loop by loop, and shares nothing with the reader.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

from tests.x12.reading import made


def written(remittance, *, element="*", component=":", repetition="^", segment="~", breaks=""):
    writer = _Writer(element, component)
    body = list(writer.remittance(remittance))
    version = "005010X221A1"
    middle = made.transaction("835", version, *body)
    head = [f"GS*HP*PAYER*CARETALLY*20261102*0930*7*X*{version}"]
    rest = [*head, *middle, "GE*1*7", "IEA*1*000000001"]
    isa = made.isa(element=element, repetition=repetition, component=component)
    lines = [isa, *(each.replace("*", element) for each in rest)]
    return "".join(f"{line}{segment}{breaks}" for line in lines)


def unplaced(value):
    """The value with every place in the file set to 0, so that two can be compared."""
    if isinstance(value, tuple):
        return tuple(unplaced(each) for each in value)
    if not is_dataclass(value):
        return value
    names = {field.name for field in fields(value)}
    changes = {name: unplaced(getattr(value, name)) for name in names}
    places = dict.fromkeys(names & {"segment", "payment_segment"}, 0)
    return replace(value, **changes | places)


class _Writer:
    def __init__(self, element, component):
        self.element, self.component = element, component

    def line(self, *parts):
        texts = ["" if part is None else str(part) for part in parts]
        while texts and not texts[-1]:
            texts.pop()
        return self.element.join(texts)

    def composite(self, *parts):
        texts = list(parts)
        while texts and not texts[-1]:
            texts.pop()
        return self.component.join(texts)

    def remittance(self, r):
        yield self.line(
            "BPR", r.handling, r.amount, r.direction, r.method, r.format, *[""] * 9,
            r.deposit_account, day(r.effective_on),
        )  # fmt: skip
        yield self.line("TRN", "1", r.trace_number, r.payer_id, r.supplement)
        if r.receiver_id:
            yield self.line("REF", "EV", r.receiver_id)
        if r.system_version:
            yield self.line("REF", "F2", r.system_version)
        yield from self.references(r.references)
        if r.produced_on:
            yield self.line("DTM", "405", day(r.produced_on))
        yield from self.organization(r.payer)
        yield from self.organization(r.payee)
        yield "LX*1".replace("*", self.element)
        for claim in r.claims:
            yield from self.claim(claim)
        for each in r.provider_adjustments:
            reason = self.composite(each.reason, each.reference)
            yield self.line("PLB", each.provider_id, day(each.period_ends), reason, each.amount)

    def organization(self, p):
        yield self.line("N1", p.role, p.name, p.id_qualifier, p.id)
        if p.street:
            yield self.line("N3", *p.street)
        if p.city:
            yield self.line("N4", p.city, p.state, p.zip)
        yield from self.references(p.references)
        yield from (self.contact(each) for each in p.contacts)

    def contact(self, c):
        ways = [part for way in c.ways for part in way]
        return self.line("PER", c.function, c.name, *ways)

    def references(self, references):
        yield from (self.line("REF", each.qualifier, each.value) for each in references)

    def claim(self, c):
        yield self.line(
            "CLP", c.claim_id, c.status, c.charge, c.paid, c.patient_responsibility,
            c.filing_indicator, c.payer_control_number, c.facility, c.frequency, "", c.drg,
        )  # fmt: skip
        yield from self.adjustments(c.adjustments)
        roles = ("patient", "subscriber", "corrected", "rendering_provider", "crossover_carrier")
        for name in (*roles, "corrected_payer", "other_subscriber"):
            yield from self.person(getattr(c, name))
        for code in c.remarks:
            yield self.line("MOA", "", "", code)
        yield from self.references(c.references)
        yield from self.facts(c)
        for line in c.lines:
            yield from self.service(line)

    def person(self, p):
        if p:
            yield self.line(
                "NM1", p.role, "1", p.name, p.first, p.middle, "", p.suffix, p.id_qualifier, p.id
            )

    def adjustments(self, adjustments):
        for each in adjustments:
            yield self.line("CAS", each.group, each.reason, each.amount, each.quantity)

    def facts(self, part):
        yield from (self.line("DTM", each.qualifier, day(each.on)) for each in part.dates)
        yield from (self.line("AMT", each.qualifier, each.amount) for each in part.amounts)
        yield from (self.line("QTY", each.qualifier, each.amount) for each in part.quantities)

    def service(self, s):
        yield self.line(
            "SVC", self.procedure(s.procedure), s.charge, s.paid, s.revenue_code, s.units,
            self.procedure(s.submitted) if s.submitted else "", s.submitted_units,
        )  # fmt: skip
        yield from self.facts(s)
        yield from self.adjustments(s.adjustments)
        yield from self.references(s.references)
        yield from (self.line("LQ", "HE", code) for code in s.remarks)

    def procedure(self, p):
        modifiers = [*p.modifiers, *[""] * (4 - len(p.modifiers))]
        return self.composite(p.qualifier, p.code, *modifiers, p.description)


def day(when):
    return f"{when:%Y%m%d}" if when else ""
