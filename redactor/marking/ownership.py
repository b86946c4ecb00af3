"""Whose information it is: the American government's, foreign governments', or both together."""

from typing import Final, Literal, NamedTuple

Form = Literal["none", "american", "foreign", "joint", "commingled"]


class Ownership(NamedTuple):
    """Whose information a marking covers.

    ``none`` is plain unclassified text, which takes the form of what stands beside it.
    ``foreign`` prints as ``//GBR S``, ``joint`` as ``//JOINT S GBR USA``, and ``commingled``
    (American and foreign in one place) as ``S//FGI GBR``.
    """

    form: Form
    owners: frozenset[str] = frozenset()
    """Codes of foreign owners, NATO among them; empty where they are concealed."""
    concealed: bool = False
    """The owner must not be named: CAPCO 2016, D.2 prints ``FGI`` alone if any is concealed."""

    @property
    def is_foreign(self) -> bool:
        """Tell whether the classification itself is not American, so that ``//`` opens it."""
        return self.form in {"foreign", "joint"}

    def unite(self, other: "Ownership") -> "Ownership":
        """Give whose the two are together; two different joint lists are no joint work.

        A marking that is made of it forgets the owners if any is concealed.
        """
        if self == other or other.form == "none":
            return self
        if self.form == "none":
            return other
        same = self.form == other.form != "joint"
        return Ownership(
            self.form if same else "commingled",
            self.owners | other.owners,
            self.concealed or other.concealed,
        )


NO_ONE: Final = Ownership("none")
AMERICAN: Final = Ownership("american")
NATO: Final = Ownership("foreign", frozenset({"NATO"}))
