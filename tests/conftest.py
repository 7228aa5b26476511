"""A run of all tests says which lesson takes more than its share of them, and fails."""

from tests.shares import METER


def pytest_configure(config):
    config.pluginmanager.register(METER, "shares of lessons")
