// A real table. Where its cells can be switched, each holds a toggle button, and one of them at a time can be reached
// with Tab; arrow keys go on from there (`placeAfter` stands in the library, beside the page of one's own table).

const MOST_LEVEL_NAMES = 8;

function paint(node, look) {
  node.style.setProperty("--ft-fill", look.fill);
  node.style.setProperty("--ft-ink", look.ink);
}

function headOf(model) {
  const head = element("tr", "");
  head.append(element("th", "ft-table-corner", { scope: "col" }, model.get("corner")));
  for (const name of model.get("columns")) head.append(element("th", "", { scope: "col" }, name));
  const top = element("thead", "");
  top.append(head);
  return top;
}

// A cell to be read: the text for the eye, the words for the ear.
function quietCell() {
  const cell = element("td", "ft-table-cell");
  const text = element("span", "", { "aria-hidden": "true" });
  const spoken = element("span", "ft-table-spoken");
  cell.append(text, spoken);
  const show = ({ text: seen, spoken: said }, look) => {
    text.textContent = seen;
    spoken.textContent = said;
    cell.dataset.look = look.name;
    paint(cell, look);
  };
  return { cell, show };
}

// A cell to be switched. A locked one can be reached too, so that it can be heard; it says that it is locked.
function toggleCell(press) {
  const cell = element("td", "ft-table-cell");
  const button = element("button", "ft-table-button", { type: "button", tabindex: "-1", ...OWN_KEYS });
  button.addEventListener("click", press);
  cell.append(button);
  const show = ({ text, spoken, locked }, look, pressed) => {
    button.textContent = text;
    button.setAttribute("aria-label", spoken);
    button.setAttribute("aria-pressed", pressed || locked);
    button.setAttribute("aria-disabled", locked);
    button.dataset.look = look.name;
    paint(button, look);
  };
  return { cell, button, show };
}

function legendOf(model) {
  const list = element("ul", "ft-table-legend");
  for (const { look, text, meaning } of model.get("legend")) {
    const sample = element("span", "ft-table-sample", { "aria-hidden": "true" }, text);
    sample.dataset.look = look;
    paint(sample, model.get("_looks")[look]);
    const line = element("li", "");
    line.append(sample, element("span", "", {}, meaning));
    list.append(line);
  }
  return list;
}

function render({ model, el }) {
  const root = element("div", "ft-table");
  const scroller = element("div", "ft-table-scroller");
  const sentence = element("p", "ft-table-sentence", { role: "status" });
  let parts = [];
  let at = 0;

  function press(place) {
    if (model.get("cells")[place].locked) return;
    const pressed = model.get("pressed");
    const others = pressed.filter((other) => other !== place);
    const now = others.length < pressed.length ? others : [...others, place];
    model.set("pressed", now.sort((a, b) => a - b));
    model.save_changes();
  }

  function moveTo(place, { focus }) {
    parts[at]?.button?.setAttribute("tabindex", "-1");
    at = place;
    parts[at]?.button?.setAttribute("tabindex", "0");
    if (focus) parts[at].button.focus();
  }

  function keyed(event) {
    const place = parts.findIndex(({ button }) => button === event.target);
    if (place < 0 || event.altKey || event.metaKey) return;
    const next = placeAfter(event.key, place, model.get("columns").length, parts.length, event.ctrlKey);
    if (next === undefined) return;
    event.preventDefault();
    moveTo(next, { focus: true });
  }

  function showCells() {
    const cells = model.get("cells");
    if (cells.length !== parts.length) return;
    const looks = model.get("_looks");
    const pressed = new Set(model.get("pressed"));
    parts.forEach(({ show }, place) => {
      const cell = cells[place];
      show(cell, { name: cell.look, ...looks[cell.look] }, pressed.has(place));
    });
  }

  function build() {
    const switched = !model.get("read_only");
    const width = model.get("columns").length;
    const shape = width > MOST_LEVEL_NAMES ? "ft-table-grid ft-table-wide" : "ft-table-grid";
    const table = element("table", shape, switched ? { role: "grid" } : {});
    const body = element("tbody", "");
    parts = model.get("cells").map((_, place) => (switched ? toggleCell(() => press(place)) : quietCell()));
    model.get("rows").forEach((name, row) => {
      const line = element("tr", "");
      line.append(element("th", "", { scope: "row" }, name));
      line.append(...parts.slice(row * width, (row + 1) * width).map(({ cell }) => cell));
      body.append(line);
    });
    table.append(element("caption", "ft-table-label", {}, model.get("label")), headOf(model), body);
    table.addEventListener("keydown", keyed);
    table.addEventListener("focusin", ({ target }) => {
      const place = parts.findIndex(({ button }) => button === target);
      if (place >= 0) moveTo(place, { focus: false });
    });
    scroller.replaceChildren(table);
    root.replaceChildren(scroller, legendOf(model), sentence);
    if (switched) moveTo(Math.min(at, parts.length - 1), { focus: false });
    showCells();
  }

  // The element stays and only its text changes: then a screen reader reads the new sentence out.
  function showSentence() {
    sentence.textContent = model.get("sentence");
    sentence.hidden = sentence.textContent === "";
  }

  const listeners = {
    "change:cells": showCells,
    "change:pressed": showCells,
    "change:sentence": showSentence,
    "change:label": build,
    "change:rows": build,
    "change:columns": build,
    "change:legend": build,
  };
  for (const [event, listener] of Object.entries(listeners)) model.on(event, listener);
  build();
  showSentence();
  passKeysOn(root);
  el.append(root);

  return () => {
    for (const [event, listener] of Object.entries(listeners)) model.off(event, listener);
  };
}
