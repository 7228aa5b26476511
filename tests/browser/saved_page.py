"""What an SVG chart on a page shows."""

FILLS = "(chart) => [...chart.querySelectorAll('.mark-rect path')].map((cell) => cell.getAttribute('fill'))"
"""The fills of its cells."""
