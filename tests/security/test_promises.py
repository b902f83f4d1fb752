"""SECURITY.md promises nothing that no test proves, and names no proof that is not there."""

import pytest
from tests.lab.world import ROOT
from tests.security import proofs


@pytest.mark.parametrize(("promise", "named"), proofs.promises().items(), ids=lambda value: value[:60] if isinstance(value, str) else "")
def test_a_promise_has_a_proof(promise, named):
    assert named, promise
    for proof in named:
        assert all(proofs.resolved(proof))


@pytest.mark.parametrize("proof", [
    "no_such_test", "tests/security/nowhere.py", "tests/security/attacks.py", "build.py fuzz nothing", "build.py fuzz",
])
def test_what_is_not_there_proves_nothing(proof):
    with pytest.raises(LookupError):
        proofs.resolved(proof)


def test_two_pages():
    assert len((ROOT / "SECURITY.md").read_text().split()) < 1500
