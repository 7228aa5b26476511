"""Controls beside a chart: the only part of the kit that knows ipywidgets and anywidget."""
