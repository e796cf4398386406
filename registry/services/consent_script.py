"""What people say when they ask a patient for consent: the clinic's own words, or these.

In English, in Spanish, and in one more language where the clinic has written it.
"""

from __future__ import annotations

from dataclasses import dataclass

from registry.models import Practice

MOST = 4000
#: The four things a patient must be told, said as one would say them; a clinic makes them its own.
STANDARD = """\
We work as a team here. A care manager will call you between visits, follow how you are doing with \
short questionnaires, and talk with me about it. A psychiatric consultant may look at your case \
with us; you would usually not meet them.

Your insurance is billed once a month for this work, also in months without a visit. There may be \
a copay or a deductible. We can tell you what to expect before you decide.

Only one practitioner can bill for this care in a month. If somebody else does it for you already, \
please tell us.

You can stop at any time by telling any of us. Is that all right with you?"""
STANDARD_ES = """\
Aquí trabajamos en equipo. Una persona encargada de su cuidado le llamará entre visitas, seguirá \
cómo se siente con cuestionarios cortos y lo hablará conmigo. Un psiquiatra consultor puede \
revisar su caso con nosotros; por lo general, usted no tendrá que verlo.

A su seguro se le cobra una vez al mes por este trabajo, también en los meses sin visita. Puede \
haber un copago o un deducible. Antes de que decida, podemos decirle qué esperar.

Solo un profesional puede cobrar por este cuidado en un mismo mes. Si otra persona ya lo hace para \
usted, por favor díganoslo.

Puede dejarlo en cualquier momento: basta con decírselo a cualquiera de nosotros. \
¿Está de acuerdo?"""


@dataclass(frozen=True, kw_only=True)
class Script:
    """What to say in one language.  `code` is that of the words, for what reads them aloud."""

    name: str
    code: str
    words: str


def languages(practice: Practice) -> list[Script]:
    """The languages in which the practice asks, English first."""
    found = [
        Script(name="English", code="en", words=practice.consent_script.strip() or STANDARD),
        Script(name="Spanish", code="es", words=practice.consent_script_es.strip() or STANDARD_ES),
    ]
    if practice.other_language:
        words = practice.consent_script_other.strip()
        found.append(Script(name=practice.other_language, code="", words=words))
    return found


def of(practice: Practice, language: str = "") -> str:
    """The practice's script in a language, by its name; the English one where there is none."""
    found = languages(practice)
    return next((each for each in found if each.name == language), found[0]).words
