"""Codes of countries and of groups of countries in REL TO, DISPLAY ONLY and FGI lists."""

from typing import Final

USA: Final = "USA"

_TRIGRAPHS: Final = """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD
    BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR
    COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH
    ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL
    GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR
    JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR
    MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL
    NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY
    PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP
    SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA
    UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM XKS YEM ZAF ZMB ZWE
    ANT BUR CSK DDR ROM SCG SUN TMP YMD YUG ZAR
"""
COUNTRIES: Final = frozenset(_TRIGRAPHS.split())
"""Trigraphs: ISO 3166-1, Kosovo's XKS, and in the last line those of states that are no more."""

GROUPS: Final[dict[str, frozenset[str]]] = {
    "TEYE": frozenset({"AUS", "GBR", "USA"}),
    "ACGU": frozenset({"AUS", "CAN", "GBR", "USA"}),
    "FVEY": frozenset({"AUS", "CAN", "GBR", "NZL", "USA"}),
}
"""Tetragraphs that may be spelled out: CAPCO 2016, D.2."""

ORGANISATIONS: Final = frozenset({"CFCK", "GCTF", "ISAF", "KFOR", "MCFI", "NATO", "SFOR", "UNCK"})
"""Tetragraphs whose members change: each is an audience of its own, never spelled out."""

CODES: Final = COUNTRIES | GROUPS.keys() | ORGANISATIONS
"""Every code that is known."""


def by_code(code: str) -> tuple[bool, str]:
    """Sort trigraphs before tetragraphs, each alphabetically: CAPCO 2016, A.6."""
    return len(code) > len(USA), code


def spelled_out(codes: frozenset[str]) -> frozenset[str]:
    """Replace each group that may be spelled out by its members."""
    found = GROUPS.keys() & codes
    if not found:
        return codes
    return (codes - found).union(*(GROUPS[group] for group in found))
