"""The world: a made-up streaming service, its viewers and what they watched."""
