"""Systems with compartments: SCI, special access, atomic energy; and NATO's own words.

Meaning and owner of a system hold for its compartments and sub-compartments too.
"""

from typing import Final

from redactor.marking.register.entry import CLASSIFIED, Entry

_SCI = "CAPCO 2016, register: SCI control systems"
_AEA = "CAPCO 2016, register: Atomic Energy Act markings"
_NATO = "CAPCO 2016, register: NATO markings"
_ONLY_READ_IN = "Access by anyone who is not read into the system; release outside it."
_ONLY_DOE = "Release, redaction or downgrading by a reviewer; no date ever frees it."

SCI: Final = (
    Entry("HCS", "HCS", "sci", "From human intelligence sources.",
          "CIA", _ONLY_READ_IN, _SCI, levels=CLASSIFIED),
    Entry("COMINT", "COMINT", "sci", "From communications intelligence; older title of SI.",
          "NSA", _ONLY_READ_IN, "CAPCO 2008; CAPCO 2016, register: SCI control systems",
          levels=CLASSIFIED, instead="SI"),
    Entry("G", "G", "sci", "GAMMA, written without its system SI.",
          "NSA", _ONLY_READ_IN, _SCI, levels=CLASSIFIED, instead="SI-G"),
    Entry("KDK", "KDK", "sci", "KLONDIKE: from geospatial intelligence; an older system.",
          "NGA", _ONLY_READ_IN, _SCI, levels=CLASSIFIED),
    Entry("RSV", "RSV", "sci", "RESERVE: from sensitive collection by satellite.",
          "NRO", _ONLY_READ_IN, _SCI, levels=("TS", "S")),
    Entry("SI", "SI", "sci", "From signals and communications intelligence.",
          "NSA", _ONLY_READ_IN, _SCI, also=("SPECIAL INTELLIGENCE",), levels=CLASSIFIED),
    Entry("TK", "TK", "sci", "TALENT KEYHOLE: from overhead reconnaissance.",
          "NRO, NGA", _ONLY_READ_IN, _SCI, also=("TALENT KEYHOLE",), levels=("TS", "S")),
)  # fmt: skip

SAP: Final = (
    Entry("SAR", "SAR", "sap", "Belongs to a special access program.",
          "the program's office", "Access by anyone who is not read into the program.",
          "CAPCO 2016, register: SAP markings", also=("SPECIAL ACCESS REQUIRED",),
          levels=CLASSIFIED),
)  # fmt: skip

AEA: Final = (
    Entry("RD", "RD", "aea", "Restricted Data: design and making of nuclear weapons and material.",
          "DOE", _ONLY_DOE, "42 USC 2014(y); 10 CFR 1045.140(d), 1045.155",
          also=("RESTRICTED DATA",), levels=CLASSIFIED, absorbs=("FRD", "TFNI")),
    Entry("FRD", "FRD", "aea", "Formerly Restricted Data: military use of nuclear weapons.",
          "DOE and DoD", _ONLY_DOE, "42 USC 2162(d); 10 CFR 1045.140(d), 1045.155",
          also=("FORMERLY RESTRICTED DATA",), levels=CLASSIFIED, absorbs=("TFNI",)),
    Entry("TFNI", "TFNI", "aea", "Transclassified foreign nuclear information.",
          "DOE", _ONLY_DOE, "10 CFR 1045.140(d), 1045.155", levels=CLASSIFIED),
    Entry("DCNI", "DCNI", "aea", "DoD unclassified controlled nuclear information.",
          "DoD", "Release to the public.", f"10 USC 128; {_AEA}",
          also=("DOD UCNI",), levels=("U",)),
    Entry("UCNI", "UCNI", "aea", "DOE unclassified controlled nuclear information.",
          "DOE", "Release to the public.", f"42 USC 2168; {_AEA}",
          also=("DOE UCNI",), levels=("U",)),
)  # fmt: skip
"""In the order of the register: CAPCO 2016."""

AEA_PARTS: Final = (
    Entry("CNWDI", "CNWDI", "aea", "Critical nuclear weapon design information.",
          "DOE and DoD", _ONLY_DOE, _AEA, also=("N",), levels=("TS", "S")),
    Entry("SIGMA", "SG", "aea", "A category of nuclear weapon data, by its number.",
          "DOE", _ONLY_DOE, _AEA, also=("SIGMA",), levels=CLASSIFIED),
)  # fmt: skip
"""Subsets of RD (SIGMA: of FRD too), written after a hyphen: ``RD-CNWDI``, ``RD-SG 14``."""

NATO: Final = (
    Entry("ATOMAL", "ATOMAL", "nato", "United States or British atomic information given to NATO.",
          "DOE and NATO", "Release by any single ally; no United States date applies.",
          f"{_NATO}; CAPCO 2016, E.5", levels=CLASSIFIED),
    Entry("BALK", "BALK", "nato", "A NATO special category.",
          "NATO", "Access by anyone who is not read in.", _NATO, levels=("TS",)),
    Entry("BOHEMIA", "BOHEMIA", "nato", "NATO signals intelligence.",
          "NATO", "Access by anyone who is not read in.", _NATO, levels=("TS",)),
)  # fmt: skip
