"""An office that releases and signs, and what it hands out about one cable."""

import pytest

from redactor.audit.attestation import Bundle
from tests.audit.attestation.office import Office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("case"))


@pytest.fixture(scope="module")
def bundle(office: Office) -> Bundle:
    return office.withheld('text "Quill"', "paragraph 3")
