"""Controls, predictions and concept questions: the part that knows ipywidgets and anywidget."""
