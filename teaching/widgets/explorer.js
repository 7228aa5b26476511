// An explorer: controls, one chart whose parameters have the controls' names, and sentences. Everything it shows is in
// its figure; a move sets parameters of the chart, fills templates and looks sentences up, and asks no kernel.
// Only what is dear to work out is asked of a kernel, once, when it is first wanted.

const PATIENCE = 6000; // milliseconds until a kernel that does not answer is said to be gone
const SAVE_AFTER = 300; // milliseconds of rest until the kernel hears where the controls stand

function fill(template, slots) {
  return template.replace(/\{(\w+)\}/g, (slot, name) => (name in slots ? String(slots[name]) : slot));
}

// Tables setting -> value, and the kernel that is asked where a value is missing.
function lookupsOf(tables, model, changed) {
  const asked = new Map();

  function keyOf(name, setting) {
    return JSON.stringify(tables[name].by.map((control) => setting[control]));
  }

  function ask(what, setting) {
    const key = `${what} ${JSON.stringify(setting)}`;
    if (asked.has(key)) return asked.get(key);
    asked.set(key, "asking");
    setTimeout(() => {
      if (asked.get(key) !== "asking") return;
      asked.set(key, "gone");
      changed();
    }, PATIENCE);
    try {
      model.send({ ask: what, setting, key });
    } catch {
      asked.set(key, "gone"); // a page without a kernel, or one whose kernel was started anew
    }
    return asked.get(key);
  }

  function hear({ answers, key }) {
    if (!answers) return;
    for (const [name, table] of Object.entries(answers)) Object.assign(tables[name].table, table);
    asked.delete(key);
    changed();
  }
  model.on("msg:custom", hear);

  // The value, or in its place the word of what holds it up.
  function find(name, setting) {
    const { table, asks, by } = tables[name];
    const key = keyOf(name, setting);
    if (key in table) return { value: table[key] };
    return asks ? { wait: ask(name, Object.fromEntries(by.map((control) => [control, setting[control]]))) } : {};
  }

  return { find, ask, has: (name) => name in tables, clean: () => model.off("msg:custom", hear) };
}

// The cells of the table, and what is counted of them, are two data sets of the chart's own data flow: their
// expressions read the same parameters.
function withCells(vega, { cells, counted, numbers }) {
  if (!cells) return vega;
  const formula = ([as, expr]) => ({ type: "formula", as, expr });
  const ones = Object.entries(counted).map(([as, expr]) => formula([as, `toNumber(${expr})`]));
  const names = Object.keys(counted);
  const sum = { type: "aggregate", ops: names.map(() => "sum"), fields: names, as: names };
  const states = Object.entries(cells.computed).map(formula);
  const own = [
    { name: "explorer_cells", values: cells.values, transform: states },
    { name: "explorer_counts", source: "explorer_cells", transform: [...ones, sum, ...Object.entries(numbers).map(formula)] },
  ];
  return { ...vega, data: [...(vega.data ?? []), ...own] };
}

// A chart that is wider than the screen scrolls in its frame, and a keyboard must be able to get there.
function beReachable(frame, name) {
  for (const [key, value] of Object.entries({ tabindex: 0, role: "group", "aria-label": name, ...OWN_KEYS })) frame.setAttribute(key, value);
}

function render({ model, el }) {
  const figure = structuredClone(model.get("figure"));
  const { controls, cells, spec, words } = figure;
  let setting = { ...figure.setting, ...model.get("setting") };
  const lookups = lookupsOf(figure.lookups, model, () => refresh());
  const root = element("div", "ft-explorer");
  const lines = Object.fromEntries(Object.keys(figure.says).map((name) => [name, statusLine("ft-explorer-sentence")]));
  const models = Object.fromEntries(controls.map((control) => [control.name, controlModel(control)]));
  const drawing = element("div", "ft-explorer-chart");
  let view;

  function controlModel(control) {
    const small = smallModel({ ...control, words, value: setting[control.name] });
    small.on("change:value", () => move(control.name, small.get("value")));
    return small;
  }

  function move(name, value) {
    if (setting[name] === value) return;
    setting = { ...setting, [name]: value };
    settle();
    refresh();
    save();
  }

  // A list that depends on another control: what cannot be chosen any more gives way to the first that can.
  function settle() {
    for (const { name, offered, options } of controls) {
      if (offered) {
        const { value: allowed } = lookups.find(offered, setting);
        models[name].set("options", allowed.map((value) => options.find(([other]) => other === value)));
        if (!allowed.includes(setting[name])) setting = { ...setting, [name]: allowed[0] };
      }
      models[name].set("value", setting[name]);
    }
  }

  let saving;
  function save() {
    clearTimeout(saving);
    saving = setTimeout(() => {
      model.set("setting", setting);
      model.save_changes();
    }, SAVE_AFTER);
  }

  // The kernel, or another browser at the same kernel, has moved a control.
  function adopt() {
    const given = { ...setting, ...model.get("setting") };
    if (JSON.stringify(given) === JSON.stringify(setting)) return;
    setting = given;
    settle();
    refresh();
  }

  const parameters = (spec.params ?? []).map(({ name }) => name);
  const workedOut = (spec.params ?? []).filter(({ expr }) => expr !== undefined).map(({ name }) => name);
  function valueOf(parameter) {
    return lookups.has(parameter) ? lookups.find(parameter, setting).value : setting[parameter];
  }

  let running = false;
  let again = false;
  async function refresh() {
    again = true;
    if (running || !view) return;
    running = true;
    while (again) {
      again = false;
      for (const name of parameters) if (valueOf(name) !== undefined) view.signal(name, valueOf(name));
      await view.runAsync();
      tell();
    }
    running = false;
  }

  // What templates may name: where the controls stand, in words; lookups; what the chart works out from them, which are its
  // parameters with an expression; counts; of the chosen cell, its columns too.
  function slots() {
    const named = {};
    for (const { name, options } of controls) {
      named[name] = options?.find(([value]) => value === setting[name])?.[1] ?? setting[name];
    }
    for (const name of Object.keys(figure.lookups)) if (!figure.lookups[name].asks) named[name] = lookups.find(name, setting).value;
    for (const name of workedOut) named[name] = view.signal(name);
    if (!cells) return named;
    return { ...named, ...view.data("explorer_counts")[0] };
  }

  function offer() {
    const rows = view.data("explorer_cells");
    const shown = rows.filter(({ state, cell_place }) => cells.offered.includes(state) || cell_place === setting[cells.name]);
    const options = (shown.length ? shown : rows.slice(0, 1)).map(({ cell_place, cell }) => [cell_place, cell]);
    if (JSON.stringify(options) !== JSON.stringify(models[cells.name].get("options"))) models[cells.name].set("options", options);
    if (setting[cells.name] === null) move(cells.name, options[0][0]);
  }

  function said(saying, named) {
    const text = typeof saying === "string" ? { template: saying } : saying;
    if (text.template !== undefined) return fill(text.template, named);
    if (text.states) return said(text.states[named.saying ?? named.state], named);
    const { value, wait } = lookups.find(text.lookup, setting);
    return value ?? words[wait] ?? "";
  }

  function tell() {
    if (cells) offer();
    const named = slots();
    const chosen = cells && { ...named, ...view.data("explorer_cells")[setting[cells.name]] };
    for (const [name, { tell: show }] of Object.entries(lines)) show(said(figure.says[name], name === "cell" ? chosen : named));
    for (const extra of extras) extra.show(setting);
    root.dataset.setting = JSON.stringify(setting);
  }

  const extras = [];
  const context = { figure, lookups, model, words, setting: () => setting };
  const parts = { slider: rangeControl, choice: choiceControl };
  const cleanUp = [];
  function put(name, box) {
    const control = controls.find((each) => each.name === name);
    const part = element("div", "ft-explorer-control");
    cleanUp.push(parts[control.kind].render({ model: models[name], el: part }));
    box.append(part);
  }
  const panel = element("div", "ft-explorer-controls");
  for (const row of figure.rows) {
    const box = element("div", "ft-explorer-row");
    for (const name of row) put(name, box);
    panel.append(box);
  }
  root.append(panel, drawing, lines.setting.line);
  if (cells) {
    put(cells.name, root);
    root.append(lines.cell.line);
  }
  for (const part of [searchButton, foldedTable]) if (part.wanted(figure)) extras.push(part.make(context, root));
  passKeysOn(root);
  el.replaceChildren(root);
  settle();
  model.on("change:setting", adopt);

  for (const parameter of spec.params ?? []) if (valueOf(parameter.name) !== undefined) parameter.value = valueOf(parameter.name);
  const options = { actions: false, ast: true, renderer: figure.renderer, patch: (vega) => withCells(vega, figure), ...figure.options };
  const drawn = fiftyThreeCharts.vegaEmbed(drawing, spec, options);
  drawn.then(({ view: made }) => {
    view = made;
    if (drawing.scrollWidth > drawing.clientWidth) beReachable(drawing, spec.description ?? "");
    view.addEventListener("click", (_, item) => {
      if (cells && item?.datum?.cell_place !== undefined) move(cells.name, item.datum.cell_place);
    });
    refresh();
  }, (error) => (drawing.textContent = `${words.broken} ${error.message}`));

  return () => {
    clearTimeout(saving);
    model.off("change:setting", adopt);
    for (const clean of [...cleanUp, ...extras.map((extra) => extra.clean), lookups.clean]) clean?.();
    drawn.then(({ finalize }) => finalize(), () => {});
  };
}
