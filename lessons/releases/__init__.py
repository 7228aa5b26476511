"""What the service publishes: one module per kind of release."""
