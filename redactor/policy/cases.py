"""The portions of one cable, ready for a policy's rules."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from redactor.declass import DatedCable
from redactor.policy.facts import Case
from redactor.policy.model import Basis
from redactor.policy.portions import Portion, portions_of
from redactor.policy.search import Lexicon, Page, Searcher


@dataclass(slots=True)
class Cases:
    """A cable's portions, each of which becomes a ``Case`` once a rule must look at it."""

    dated: DatedCable
    basis: Basis
    requested: date | None
    portions: Sequence[Portion]
    page: Page
    all_unclassified: bool
    _made: dict[int, Case] = field(default_factory=dict)

    @classmethod
    def of(
        cls, dated: DatedCable, lexicon: Lexicon, basis: Basis, requested: date | None = None
    ) -> "Cases":
        """Divide a cable into its portions."""
        cable, portions = dated.cable, portions_of(dated)
        skip = [*cable.furniture, *(mark for portion in portions for mark in portion.marks)]
        page = Page(cable.text, [portion.span for portion in portions], skip, lexicon)
        marked = [part.marking for part in cable.paragraphs]
        open_ = all(mark.level == "U" and mark.source == "explicit" for mark in marked)
        return cls(dated, basis, requested, portions, page, bool(marked) and open_)

    def __getitem__(self, number: int) -> Case:
        """Give the case of one portion."""
        case = self._made.get(number)
        if case is None:
            case = self._made[number] = Case(
                self.portions[number],
                self.dated,
                self.basis,
                Searcher(self.page, number),
                self.requested,
                self.all_unclassified,
            )
        return case

    def __len__(self) -> int:
        return len(self.portions)
