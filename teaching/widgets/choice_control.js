// Native radio buttons under one legend, or a native drop-down list, and a sentence about what is chosen.
// All text is set as text, never as HTML: labels may come from data.

function element(tag, className, attributes = {}) {
  const node = document.createElement(tag);
  node.className = className;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

// JupyterLab's shortcuts take any key that is typed in an output, arrows too, unless the element that has the focus
// carries this attribute. (On an ancestor it is not enough.)
const OWN_KEYS = { "data-lm-suppress-shortcuts": "true" };

function choose(model, text) {
  model.set("value", text);
  model.save_changes();
}

function radioButtons(model) {
  const group = `fifty-three-choice-${Math.random().toString(36).slice(2)}`;
  const root = element("fieldset", "ft-choice");
  const legend = element("legend", "ft-choice-label");
  const list = element("div", "ft-choice-options");
  root.append(legend, list);

  function option(text) {
    const label = element("label", "ft-choice-option");
    const input = element("input", "", { type: "radio", name: group, ...OWN_KEYS });
    input.value = text;
    input.addEventListener("change", () => choose(model, text));
    label.append(input, Object.assign(element("span", ""), { textContent: text }));
    return label;
  }

  function showValue() {
    for (const input of list.querySelectorAll("input")) input.checked = input.value === model.get("value");
  }

  function showOptions() {
    legend.textContent = model.get("label");
    list.replaceChildren(...model.get("options").map(option));
    showValue();
  }

  return { root, showValue, showOptions };
}

// A long list takes longer to make than a chart to redraw, so it waits until the browser has nothing better to do.
function whenIdle(work) {
  let waiting = false;
  const done = () => {
    waiting = false;
    work();
  };
  return () => {
    if (waiting) return;
    waiting = true;
    if (window.requestIdleCallback) window.requestIdleCallback(done, { timeout: 200 });
    else setTimeout(done, 50);
  };
}

function dropDown(model) {
  const id = `fifty-three-choice-${Math.random().toString(36).slice(2)}`;
  const root = element("div", "ft-choice ft-choice-drop-down");
  const label = element("label", "ft-choice-label", { for: id });
  const select = element("select", "ft-choice-list", { id, ...OWN_KEYS });
  select.addEventListener("change", () => choose(model, select.value));
  root.append(label, select);

  function showValue() {
    select.value = model.get("value");
  }

  function showOptions() {
    label.textContent = model.get("label");
    select.replaceChildren(...model.get("options").map((text) => new Option(text, text)));
    showValue();
  }

  showOptions();
  return { root, showValue, showOptions: whenIdle(showOptions) };
}

// A mark of a chart in the same box is an option if its accessible name is one.
function markUnder(event, root, options) {
  const box = root.closest(".widget-vbox");
  if (!box?.contains(event.target) || !event.target.closest(".vega-embed")) return undefined;
  const names = document.elementsFromPoint(event.clientX, event.clientY).map((it) => it.getAttribute("aria-label"));
  return names.find((name) => name !== null && options.includes(name));
}

function render({ model, el }) {
  const { root, showValue, showOptions } = model.get("drop_down") ? dropDown(model) : radioButtons(model);
  const sentence = element("p", "ft-choice-sentence", { role: "status" });

  // The element stays and only its text changes: then a screen reader reads the new sentence out.
  function showSentence() {
    sentence.textContent = model.get("sentence");
    sentence.hidden = sentence.textContent === "";
  }

  function clicked(event) {
    const name = model.get("from_chart") ? markUnder(event, root, model.get("options")) : undefined;
    if (name !== undefined) choose(model, name);
  }

  const listeners = {
    "change:value": showValue,
    "change:label": showOptions,
    "change:options": showOptions,
    "change:sentence": showSentence,
  };
  for (const [event, listener] of Object.entries(listeners)) model.on(event, listener);
  document.addEventListener("click", clicked);
  root.append(sentence);
  showOptions();
  showSentence();
  el.append(root);

  return () => {
    document.removeEventListener("click", clicked);
    for (const [event, listener] of Object.entries(listeners)) model.off(event, listener);
  };
}

export default { render };
