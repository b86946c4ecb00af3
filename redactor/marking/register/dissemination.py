"""Dissemination controls, those of the intelligence community first, then those of CUI.

The order of the table is the order in a marking: CAPCO 2016, register.
"""

from typing import Final

from redactor.marking.register.entry import CLASSIFIED, Entry

_DISSEM = "CAPCO 2016, register: dissemination controls"
_LDC = "CUI Marking Handbook; 32 CFR 2002.16(b)"
_ASK = "Use beyond what the originator allowed, without asking first."

DISSEM: Final = (
    Entry("RSEN", "RS", "dissem", "Risk sensitive: shows how imagery was taken.",
          "NGA", "Release that would show sensitive sources.", _DISSEM,
          also=("RISK SENSITIVE",), levels=CLASSIFIED),
    Entry("FOUO", "FOUO", "dissem", "For official use only.",
          "the originating office", "Release to the public before a review; it is no exemption.",
          f"{_DISSEM}; 32 CFR 2002.44(b)", also=("FOR OFFICIAL USE ONLY",), levels=("U",),
          administrative=True),
    Entry("ORCON", "OC", "dissem", "The originator controls dissemination and extraction.",
          "the originator", _ASK, _DISSEM, also=("ORIGINATOR CONTROLLED",),
          levels=CLASSIFIED, absorbs=("ORCON-USGOV",)),
    Entry("ORCON-USGOV", "OC-USGOV", "dissem",
          "The originator controls dissemination, but has allowed it within the US Government.",
          "the originator", _ASK, _DISSEM, levels=CLASSIFIED),
    Entry("IMCON", "IMC", "dissem", "Controlled imagery.",
          "NGA", _ASK, _DISSEM, also=("CONTROLLED IMAGERY",), levels=("S",)),
    Entry("NOFORN", "NF", "dissem", "Not releasable to foreign nationals.",
          "the originator", "Release or display to a foreign government or person.", _DISSEM,
          also=("NOT RELEASABLE TO FOREIGN NATIONALS", "NOFOR", "NOFRN", "NOFRON", "NOFORM",
                "NOFRORN", "NO FORN")),
    Entry("PROPIN", "PR", "dissem", "Holds a company's proprietary information.",
          "the originator, and the company that gave it", "Release to other companies.", _DISSEM,
          also=("PROPRIETARY INFORMATION", "CAUTION-PROPRIETARY INFORMATION INVOLVED")),
    Entry("REL TO", "REL TO", "dissem", "Releasable to the countries that are named.",
          "the originator", "Release to any other foreign government or person.", _DISSEM),
    Entry("RELIDO", "RELIDO", "dissem", "A disclosure officer may decide to release it abroad.",
          "the originator, and the designated disclosure official",
          "Release abroad before that official has decided.", _DISSEM),
    Entry("EYES ONLY", "EYES", "dissem", "For the eyes of the named countries or persons only.",
          "the originator", "Showing it to anyone else.", _DISSEM, also=("EYES",)),
    Entry("DEA SENSITIVE", "DSEN", "dissem", "Unclassified information of the drug enforcers.",
          "DEA", "Release outside law enforcement without DEA.", _DISSEM, levels=("U",)),
    Entry("FISA", "FISA", "dissem", "Gathered under the Foreign Intelligence Surveillance Act.",
          "DOJ and FBI", "Use in a proceeding without leave of the Attorney General.",
          f"50 USC 1806; {_DISSEM}"),
    Entry("DISPLAY ONLY", "DISPLAY ONLY", "dissem", "May be shown to the countries named.",
          "the originator", "Leaving a copy with any foreign government or person.", _DISSEM),
    Entry("FED ONLY", "FED ONLY", "dissem", "For federal employees only.",
          "the designating agency", "Sharing outside the federal government.", _LDC),
    Entry("FEDCON", "FEDCON", "dissem", "For federal employees and contractors only.",
          "the designating agency", "Sharing outside the federal government and its contractors.",
          _LDC),
    Entry("NOCON", "NOCON", "dissem", "Not for contractors.",
          "the designating agency", "Sharing with contractors.", _LDC),
    Entry("DL ONLY", "DL ONLY", "dissem", "For those on the accompanying list only.",
          "the designating agency", "Sharing with anyone who is not on the list.", _LDC),
    Entry("ATTORNEY-CLIENT", "AC", "dissem", "Between attorney and client.",
          "the designating agency's counsel", "Sharing that would waive the privilege.", _LDC),
    Entry("ATTORNEY-WP", "AWP", "dissem", "An attorney's work product.",
          "the designating agency's counsel", "Sharing that would waive the protection.", _LDC),
    Entry("DELIBERATIVE", "DELIB", "dissem", "Part of a decision that is still open.",
          "the designating agency", "Sharing outside those who deliberate.", _LDC),
)  # fmt: skip

RELEASE_WORDS: Final = frozenset({"NOFORN", "REL TO", "RELIDO", "DISPLAY ONLY"})
"""Controls that say to whom abroad it may go: their meaning is an audience."""
