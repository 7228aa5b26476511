// A native slider with a label, its value in words, and landmarks under the scale. The model has label, value, minimum,
// maximum, step, landmarks, value_text, texts (what is shown in place of a value) and words.

function build() {
  const id = newName("range");
  const parts = {
    root: element("div", "ft-range"),
    head: element("div", "ft-range-head"),
    label: element("label", "ft-range-label", { for: id, dir: "auto" }),
    output: element("output", "ft-range-output", { for: id, "aria-live": "off" }),
    minimum: element("span", "ft-range-end", { "aria-hidden": "true" }),
    input: element("input", "ft-range-input", { type: "range", id, ...OWN_KEYS }),
    maximum: element("span", "ft-range-end", { "aria-hidden": "true" }),
    landmarks: element("div", "ft-range-landmarks", { role: "group" }),
  };
  const { root, head, label, output, ...scale } = parts;
  head.append(label, output);
  root.append(head, ...Object.values(scale));
  return parts;
}

function shown(model, value) {
  return model.get("texts")[value] ?? String(value);
}

function words(model) {
  const value = String(model.get("value"));
  const text = model.get("value_text").replaceAll("{value}", () => shown(model, value));
  const landmark = model.get("landmarks")[value];
  if (landmark === undefined) return { text, spoken: text };
  const names = { "{text}": text, "{landmark}": landmark };
  return { text, spoken: model.get("words").at_landmark.replace(/\{text\}|\{landmark\}/g, (name) => names[name]) };
}

// From here on: where each landmark's label goes.

function placesFor(mark, width) {
  const centre = Math.min(Math.max(mark.x - mark.width / 2, 0), Math.max(width - mark.width, 0));
  return [centre, mark.x, mark.x - mark.width].filter((left) => left >= 0 && left + mark.width <= width + 0.5);
}

function free(left, mark, row, waiting) {
  const right = left + mark.width;
  const apart = row.every((other) => right + 4 <= other.left || other.left + other.width + 4 <= left);
  const crossed = waiting.some((other) => other !== mark && other.x >= left - 2 && other.x <= right + 2);
  return apart && !crossed;
}

// Fills one row after the other from the top. A label must leave free the ticks of all labels that come
// later, for their lines run down past it. When nothing fits, one label is put in a row of its own.
function rowsOf(marks, width) {
  const rows = [];
  let waiting = marks;
  while (waiting.length > 0) {
    const row = [];
    for (const mark of waiting) {
      const left = placesFor(mark, width).find((place) => free(place, mark, row, waiting));
      if (left !== undefined) row.push(Object.assign(mark, { left }));
    }
    if (row.length === 0) row.push(Object.assign(waiting[0], { left: placesFor(waiting[0], width)[0] ?? 0 }));
    rows.push(row);
    waiting = waiting.filter((mark) => !row.includes(mark));
  }
  return rows;
}

function arrange(landmarks) {
  const width = landmarks.clientWidth;
  if (width === 0) return;
  const thumb = parseFloat(getComputedStyle(landmarks).getPropertyValue("--ft-thumb"));
  const marks = Array.from(landmarks.querySelectorAll("button"), (button) => ({
    button,
    x: thumb / 2 + Number(button.dataset.fraction) * (width - thumb),
    width: button.offsetWidth,
    height: button.offsetHeight,
  }));
  let top = 10;
  for (const row of rowsOf(marks, width)) {
    for (const { button, x, left } of row) {
      button.style.left = `${left}px`;
      button.style.top = `${top}px`;
      button.previousSibling.style.left = `${x}px`;
      button.previousSibling.style.height = `${top}px`;
    }
    top += Math.max(...row.map((mark) => mark.height)) + 4;
  }
  landmarks.style.height = marks.length > 0 ? `${top}px` : "0";
}

function render({ model, el }) {
  const { root, label, output, minimum, input, maximum, landmarks } = build();

  function showValue() {
    const { text, spoken } = words(model);
    if (input.valueAsNumber !== model.get("value")) input.value = model.get("value");
    input.setAttribute("aria-valuetext", spoken);
    output.textContent = text;
    for (const button of landmarks.querySelectorAll("button")) {
      if (Number(button.dataset.value) === model.get("value")) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  function landmark([value, name]) {
    const fraction = (Number(value) - model.get("minimum")) / (model.get("maximum") - model.get("minimum"));
    const button = element("button", "ft-range-landmark", { type: "button", ...OWN_KEYS });
    Object.assign(button.dataset, { value, fraction });
    button.append(element("b", "", {}, shown(model, value)), ` ${name}`);
    button.addEventListener("click", () => model.set("value", Number(value)));
    return [element("span", "ft-range-tick", { "aria-hidden": "true" }), button];
  }

  label.textContent = model.get("label");
  minimum.textContent = shown(model, model.get("minimum"));
  maximum.textContent = shown(model, model.get("maximum"));
  Object.assign(input, { min: model.get("minimum"), max: model.get("maximum"), step: model.get("step") });
  const marks = Object.entries(model.get("landmarks")).sort(([a], [b]) => a - b);
  landmarks.hidden = marks.length === 0;
  landmarks.setAttribute("aria-label", model.get("words").landmarks.replace("{label}", () => model.get("label")));
  landmarks.replaceChildren(...marks.flatMap(landmark));
  input.addEventListener("input", () => model.set("value", input.valueAsNumber));
  model.on("change:value", showValue);
  el.append(root);
  showValue();
  const watcher = new ResizeObserver(() => arrange(landmarks));
  watcher.observe(landmarks);
  return () => watcher.disconnect();
}
