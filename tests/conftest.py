"""Property tests say the same on every run and on slow machines; `make fuzz` looks further."""

from hypothesis import settings

settings.register_profile("kit", deadline=None, derandomize=True)
settings.load_profile("kit")
