"""Markings of every kind, for property tests: made from parts, and read from tokens."""

from hypothesis import strategies as st

from redactor.marking import UNCLASSIFIED, Audience, Ownership, SecurityMarking, parse_portion
from redactor.marking.audience import EVERYONE, NOFORN, releasable_to

CODES = ("AUS", "CAN", "FRA", "GBR", "NZL", "NATO", "XQZ")


def subsets(*items: object) -> st.SearchStrategy[frozenset[object]]:
    return st.frozensets(st.sampled_from(items), max_size=3)


codes = st.frozensets(st.sampled_from(CODES), max_size=4)
audiences: st.SearchStrategy[Audience] = st.one_of(
    st.just(EVERYONE),
    st.just(NOFORN),
    st.builds(releasable_to, codes, codes, relido=st.booleans()),
)
ownerships = st.one_of(
    st.just(Ownership("none")),
    st.just(Ownership("american")),
    st.builds(
        Ownership,
        st.just("joint"),
        st.frozensets(st.sampled_from([*CODES[:5], "USA"]), min_size=1),
    ),
    st.builds(Ownership, st.sampled_from(["foreign", "commingled"]), codes),
    st.sampled_from(
        [Ownership("foreign", concealed=True), Ownership("commingled", concealed=True)]
    ),
)
markings: st.SearchStrategy[SecurityMarking] = st.builds(
    SecurityMarking,
    grade=st.sampled_from(["U", "R", "C", "S", "TS"]),
    ownership=ownerships,
    sci=subsets(("SI",), ("SI", "G"), ("SI", "G", "ABCD"), ("TK",), ("HCS", "P")),
    sap=subsets(("BP",), ("BP", "J12", "K15"), ("XR",), ("BUTTER POPCORN",)),
    aea=subsets(("RD",), ("RD", "CNWDI"), ("FRD", "SIGMA", "14"), ("TFNI",), ("UCNI",)),
    nato=subsets("ATOMAL", "BALK", "BOHEMIA"),
    audience=audiences,
    controls=st.frozensets(
        st.sampled_from(
            ["FOUO", "ORCON", "ORCON-USGOV", "IMCON", "FISA", "LIMDIS", "EXDIS", "NODIS", "SBU",
             "LES", "SSI", "LOU", "CUI", "FED ONLY", "EYES ONLY", "DEA SENSITIVE"]
        ),
        max_size=4,
    ),
    cui=subsets("SP-AAAA", "SP-BBBB", "CCCC"),
    unknown=subsets("CT", "ABC", "A.B"),
)  # fmt: skip

TOKENS = (
    "S", "C", "TS", "U", "SBU", "CUI", "SECRET", "NF", "NOFORN", "OC", "REL", "REL TO USA, GBR",
    "REL LIBYA", "RELIDO", "XD", "ND", "SI", "SI-G ABCD", "TK", "SAR-XXX", "YYY", "RD", "RD-SG 14",
    "RD-XYZ", "FRD", "FGI", "FGI GBR", "//NS", "//GBR S", "//FGI C", "//JOINT S GBR USA", "ATOMAL",
    "SP-AAAA", "BBBB", "FOUO", "LES-NF", "SBU-NF", "DS", "CT", "A.B", "?", "USA", "GBR EYES ONLY",
    "DISPLAY ONLY IRQ", "X1", "20281231", "ENTIRE TEXT", "(", ")", "NF.", "a b", "S-C",
)  # fmt: skip
"""Pieces of marks, good and bad, that are thrown together."""

written = st.lists(
    st.tuples(st.sampled_from(TOKENS), st.sampled_from(["//", "/", "-", ",", " ", ", ", "///"])),
    min_size=1,
    max_size=7,
).map(lambda pairs: "".join(token + gap for token, gap in pairs).rstrip("/, -"))
"""Texts that look like marks."""

read_markings = written.map(parse_portion).map(lambda read: read.marking if read else UNCLASSIFIED)
any_marking: st.SearchStrategy[SecurityMarking] = st.one_of(markings, read_markings)
