// Native radio buttons under one legend.
// All text is set as text, never as HTML: labels may come from data.

function render({ model, el }) {
  const group = `fifty-three-choice-${Math.random().toString(36).slice(2)}`;
  const root = document.createElement("fieldset");
  root.className = "ft-choice";

  function option(text) {
    const label = document.createElement("label");
    label.className = "ft-choice-option";
    const input = Object.assign(document.createElement("input"), { type: "radio", name: group, value: text });
    // JupyterLab's shortcuts take any key typed in an output, arrows too, unless the element that has the focus
    // carries this attribute. (On an ancestor it is not enough.)
    input.setAttribute("data-lm-suppress-shortcuts", "true");
    input.addEventListener("change", () => {
      model.set("value", text);
      model.save_changes();
    });
    label.append(input, Object.assign(document.createElement("span"), { textContent: text }));
    return label;
  }

  function showValue() {
    for (const input of root.querySelectorAll("input")) input.checked = input.value === model.get("value");
  }

  function showOptions() {
    const legend = Object.assign(document.createElement("legend"), { textContent: model.get("label") });
    root.replaceChildren(legend, ...model.get("options").map(option));
    showValue();
  }

  model.on("change:value", showValue);
  model.on("change:label", showOptions);
  model.on("change:options", showOptions);
  showOptions();
  el.append(root);

  return () => {
    model.off("change:value", showValue);
    model.off("change:label", showOptions);
    model.off("change:options", showOptions);
  };
}

export default { render };
