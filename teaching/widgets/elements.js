// What the controls share. It stands before each control's own script: a browser loads one file for each control.
// All text is set as text, never as HTML: labels may come from data, and may run from right to left.

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

// Shift + Enter goes on in the notebook, Ctrl + S saves it. Both are meant for JupyterLab wherever the focus is.
function isForTheNotebook(event) {
  const save = (event.ctrlKey || event.metaKey) && !event.altKey && event.key?.toLowerCase() === "s";
  return save || (event.key === "Enter" && event.shiftKey);
}

// Hands these keys on: the same key is pressed once more, on the active cell, which has none of the attribute above.
function passKeysOn(root) {
  root.addEventListener("keydown", (event) => {
    const cell = isForTheNotebook(event) && root.closest(".jp-Notebook")?.querySelector(".jp-Cell.jp-mod-active");
    if (!cell) return;
    event.preventDefault();
    event.stopPropagation();
    cell.focus();
    const { key, code, keyCode, shiftKey, ctrlKey, metaKey } = event;
    const again = { key, code, keyCode, shiftKey, ctrlKey, metaKey, bubbles: true, cancelable: true };
    cell.dispatchEvent(new KeyboardEvent("keydown", again));
  }, { capture: true });
}

function newName(of) {
  return `fifty-three-${of}-${Math.random().toString(36).slice(2)}`;
}

// Radio buttons, none of them chosen; chosen() is the place of the chosen one, or -1.
function radioButtons(texts) {
  const group = newName("radio");
  const inputs = texts.map((text, place) => element("input", "", { type: "radio", name: group, value: place, ...OWN_KEYS }));
  const labels = inputs.map((input, place) => {
    const label = element("label", "ft-choice-option");
    label.append(input, element("span", "", { dir: "auto" }, texts[place]));
    return label;
  });
  return { labels, inputs, chosen: () => inputs.findIndex((input) => input.checked) };
}

function button(text, press) {
  const node = element("button", "ft-button", { type: "button", ...OWN_KEYS }, text);
  node.addEventListener("click", press);
  return node;
}

// A paragraph whose text changes while the element stays: then a screen reader reads the new sentence out.
function statusLine(className) {
  const line = element("p", className, { role: "status", dir: "auto" });
  line.hidden = true;
  const tell = (text) => {
    if (line.textContent === text) return;
    line.textContent = text;
    line.hidden = text === "";
  };
  return { line, tell };
}

// What a control needs of a model: a page without a kernel has no other.
function smallModel(state) {
  const heard = new Map();
  return {
    get: (name) => state[name],
    set(name, value) {
      if (state[name] === value) return;
      state[name] = value;
      for (const listener of heard.get(`change:${name}`) ?? []) listener();
    },
    on: (event, listener) => heard.set(event, [...(heard.get(event) ?? []), listener]),
    off: (event, listener) => heard.set(event, (heard.get(event) ?? []).filter((other) => other !== listener)),
    save_changes() {},
  };
}
