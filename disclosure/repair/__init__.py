"""The machine behind complementary suppression: which further cells to hide, at what price."""
