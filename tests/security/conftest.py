"""Fixtures of the security tests."""

from tests.host.conftest import machine

__all__ = ["machine"]
