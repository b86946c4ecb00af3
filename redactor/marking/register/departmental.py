"""Controls of agencies outside the intelligence community, and controlled unclassified (CUI).

The order of the table is the order in a marking: CAPCO 2016, register.
"""

from datetime import date
from typing import Final

from redactor.marking.register.entry import Entry

_NONIC = "CAPCO 2016, register: non-IC dissemination controls"
_REVIEWED = "Release to the public before a review; it is no exemption."

NONIC: Final = (
    Entry("LIMDIS", "DS", "nonic", "Limited distribution.",
          "the originator (NGA on maps and imagery)", "Distribution beyond those named.",
          f"{_NONIC}; 5 FAH-2 H-440", also=("LIMITED DISTRIBUTION",), administrative=True),
    Entry("EXDIS", "XD", "nonic", "Exclusive distribution: for the highest officials.",
          "State, S/ES", "Copying or passing on without the Executive Secretariat; release abroad.",
          "CAPCO 2016, p. 172; 5 FAH-2 H-440", also=("EXCLUSIVE DISTRIBUTION",),
          absorbs=("SBU", "FOUO"), noforn=True),
    Entry("NODIS", "ND", "nonic", "No distribution: for the addressee alone.",
          "State, S/ES", "Any distribution without the Executive Secretariat; release abroad.",
          "CAPCO 2016, pp. 172-175; 5 FAH-2 H-440", also=("NO DISTRIBUTION",),
          absorbs=("EXDIS", "SBU", "FOUO"), noforn=True),
    Entry("SBU", "SBU", "nonic", "Sensitive but unclassified.",
          "State", _REVIEWED, "12 FAM 541; 5 FAH-1 H-246.2",
          also=("SENSITIVE BUT UNCLASSIFIED", "SENSITIVE"), levels=("U",), administrative=True),
    Entry("LES", "LES", "nonic", "Law enforcement sensitive.",
          "the law enforcement agency", "Release or use in court without that agency.",
          _NONIC, also=("LAW ENFORCEMENT SENSITIVE",)),
    Entry("SSI", "SSI", "nonic", "Sensitive security information on transport.",
          "TSA, DHS", "Release to persons without a need to know.", "49 CFR 1520; 49 USC 114(r)",
          also=("SENSITIVE SECURITY INFORMATION",), levels=("U",)),
    Entry("LOU", "LOU", "nonic", "Limited official use; handled as SBU.",
          "State", _REVIEWED, "00 STATE 018029", also=("LIMITED OFFICIAL USE",), levels=("U",),
          administrative=True, obsolete=date(1995, 10, 1), instead="SBU"),
)  # fmt: skip

CUI: Final = (
    Entry("CUI", "CUI", "cui", "Controlled unclassified information.",
          "the designating agency", _REVIEWED, "32 CFR 2002.20, 2002.44(b)",
          also=("CONTROLLED", "CONTROLLED UNCLASSIFIED INFORMATION")),
)  # fmt: skip
"""Categories of CUI are open-ended: ``SP-`` before one says that a law sets its handling."""

HYPHENED: Final = ("SBU", "LES")
"""Controls that take NOFORN after a hyphen in a portion, after a blank in a banner."""
