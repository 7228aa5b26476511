"""Parts of charts that several lessons use."""
