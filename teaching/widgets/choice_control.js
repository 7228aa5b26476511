// Native radio buttons under one legend, or a native drop-down list. Each option has a value and a text; two options may
// have the same text. The model has label, options ([value, text] each) and value.

function buttons(model) {
  const root = element("fieldset", "ft-choice");
  const legend = element("legend", "ft-choice-label", { dir: "auto" }, model.get("label"));
  const list = element("div", "ft-choice-options");
  root.append(legend, list);
  let inputs = [];

  function showValue() {
    inputs.forEach((input, place) => (input.checked = model.get("options")[place][0] === model.get("value")));
  }

  function showOptions() {
    const options = model.get("options");
    const radios = radioButtons(options.map(([, text]) => text));
    inputs = radios.inputs;
    inputs.forEach((input, place) => input.addEventListener("change", () => model.set("value", options[place][0])));
    list.replaceChildren(...radios.labels);
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
  const id = newName("choice");
  const root = element("div", "ft-choice ft-choice-drop-down");
  const label = element("label", "ft-choice-label", { for: id, dir: "auto" }, model.get("label"));
  const select = element("select", "ft-choice-list", { id, dir: "auto", ...OWN_KEYS });
  let shown = [];
  select.addEventListener("change", () => model.set("value", shown[select.selectedIndex][0]));
  root.append(label, select);

  function showValue() {
    select.selectedIndex = shown.findIndex(([value]) => value === model.get("value"));
  }

  function showOptions() {
    shown = model.get("options");
    select.replaceChildren(...shown.map(([value, text]) => new Option(text, value)));
    showValue();
  }

  showOptions();
  return { root, showValue, showOptions: whenIdle(showOptions) };
}

function render({ model, el }) {
  const { root, showValue, showOptions } = model.get("drop_down") ? dropDown(model) : buttons(model);
  model.on("change:value", showValue);
  model.on("change:options", showOptions);
  showOptions();
  el.append(root);
}
