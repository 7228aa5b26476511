// What the controls share. It stands before each control's own script: a browser loads one file for each control.
// All text is set as text, never as HTML: labels may come from data.

function element(tag, className, attributes = {}, text = "") {
  const node = document.createElement(tag);
  node.className = className;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.textContent = text;
  return node;
}

// JupyterLab's shortcuts take any key that is typed in an output, arrows too, unless the element that has the focus
// carries this attribute. (On an ancestor it is not enough.)
const OWN_KEYS = { "data-lm-suppress-shortcuts": "true" };

function newName(of) {
  return `fifty-three-${of}-${Math.random().toString(36).slice(2)}`;
}

// Radio buttons, none of them chosen; chosen() is the place of the chosen one, or -1.
function radioButtons(texts) {
  const group = newName("radio");
  const inputs = texts.map((text, place) => element("input", "", { type: "radio", name: group, value: place, ...OWN_KEYS }));
  const labels = inputs.map((input, place) => {
    const label = element("label", "ft-choice-option");
    label.append(input, element("span", "", {}, texts[place]));
    return label;
  });
  return { labels, inputs, chosen: () => inputs.findIndex((input) => input.checked) };
}

function button(text, press) {
  const node = element("button", "ft-button", { type: "button", ...OWN_KEYS }, text);
  node.addEventListener("click", press);
  return node;
}
