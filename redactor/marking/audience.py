"""To whom abroad information may go: the side of a marking that NOFORN and REL TO speak of.

The words of release are many, and they do not add up like other controls: two REL TO lists
together allow *less* than either. What they say is simple, though. Each names an **audience**:

===============================  =========================  ===========================
mark                             may be given to            decided abroad
===============================  =========================  ===========================
unclassified, no word            everyone                   no
classified, no word              USA                        no: nobody has allowed it yet
NOFORN                           USA                        yes
REL TO USA, GBR                  USA, GBR                   yes
DISPLAY ONLY IRQ                 USA; shown to IRQ          yes
RELIDO                           USA; an official may widen yes
===============================  =========================  ===========================

Joining two markings intersects their audiences and remembers whether anyone decided. All rules
of CAPCO 2016, D.2 follow: NOFORN beats all (nothing intersects it to more than the USA), lists
intersect, no common country is NOFORN, REL TO beside an unmarked classified portion is NOFORN
(the USA alone is left, and a decision was made), RELIDO stays only where all bear it. NOFORN is
never stored: it is the word that prints where the USA alone is left by decision.

The audience is about foreign disclosure. It says nothing of a release to the public.
"""

from typing import Final, NamedTuple

from redactor.marking.register import USA

Codes = frozenset[str]

HOME: Final[Codes] = frozenset({USA})


class Audience(NamedTuple):
    """Who abroad may have the information; ``None`` stands for everyone."""

    release: Codes | None
    """Codes of those who may be given it, the USA among them."""
    display: Codes | None
    """Codes of those who may be shown it: never fewer than ``release``."""
    relido: bool
    """A disclosure official may widen it."""
    decided: bool
    """A word says so; else it is only the default of the level."""

    @property
    def is_noforn(self) -> bool:
        """Tell whether NOFORN is the word for it."""
        return self.decided and not self.relido and self.release == self.display == HOME

    @property
    def listed(self) -> Codes:
        """Give the codes that REL TO names, the USA left out."""
        return self.release - HOME if self.release is not None else frozenset()

    @property
    def shown(self) -> Codes:
        """Give the codes that DISPLAY ONLY names: those who may look, but not keep."""
        if self.display is None or self.release is None:
            return frozenset()
        return self.display - self.release

    def meet(self, other: "Audience") -> "Audience":
        """Give the audience that both allow."""
        return Audience(
            _common(self.release, other.release),
            _common(self.display, other.display),
            self.relido and other.relido,
            self.decided or other.decided,
        )


EVERYONE: Final = Audience(None, None, relido=True, decided=False)
"""Unclassified, no word: nothing limits it abroad."""

UNDECIDED: Final = Audience(HOME, HOME, relido=False, decided=False)
"""Classified, no word: not releasable abroad until somebody decides."""

NOFORN: Final = Audience(HOME, HOME, relido=False, decided=True)


def releasable_to(codes: Codes, shown: Codes = HOME, *, relido: bool = False) -> Audience:
    """Give the audience of REL TO, DISPLAY ONLY and RELIDO words; the USA is always in it."""
    release = codes | HOME
    return Audience(release, release | shown, relido=relido, decided=True)


def _common(one: Codes | None, other: Codes | None) -> Codes | None:
    if one is None:
        return other
    return one if other is None else one & other
