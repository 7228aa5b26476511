// A native button, and a sentence beside it. All text is set as text, never as HTML: it may come from data.

function element(tag, className, attributes = {}) {
  const node = document.createElement(tag);
  node.className = className;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

// JupyterLab's shortcuts take any key that is typed in an output unless the element that has the focus carries this.
const OWN_KEYS = { "data-lm-suppress-shortcuts": "true" };

function render({ model, el }) {
  const root = element("div", "ft-button");
  const button = element("button", "ft-button-face", { type: "button", ...OWN_KEYS });
  const sentence = element("p", "ft-button-sentence", { role: "status" });
  root.append(button, sentence);

  function press() {
    if (model.get("disabled")) return;
    model.set("presses", model.get("presses") + 1);
    model.save_changes();
  }

  function show() {
    button.textContent = model.get("label");
    button.setAttribute("aria-disabled", model.get("disabled"));
  }

  // The element stays and only its text changes: then a screen reader reads the new sentence out.
  function showSentence() {
    sentence.textContent = model.get("sentence");
  }

  button.addEventListener("click", press);
  const listeners = { "change:label": show, "change:disabled": show, "change:sentence": showSentence };
  for (const [event, listener] of Object.entries(listeners)) model.on(event, listener);
  show();
  showSentence();
  el.append(root);

  return () => {
    for (const [event, listener] of Object.entries(listeners)) model.off(event, listener);
  };
}

export default { render };
