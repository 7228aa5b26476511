// The repair by hand: a table whose small counts are hidden; the learner hides further cells until the small audit finds
// no small one any more. All is judged in the page, so it needs no kernel. Its figure carries the table, the rule, the
// promise, all sentences, and the cheapest repair; `pressed` are the places of the cells that the learner has hidden.

// What became of each cell: printed, small (hidden by the rule), or hidden to cover others.
function kindsOf({ counts, threshold }, pressed) {
  const isSmall = (count) => count >= 1 && count < threshold;
  return counts.map((count, cell) => (isSmall(count) ? "small" : pressed.includes(cell) ? "cover" : "printed"));
}

// Audit the table with some further cells hidden: for each cell its kind, its limits by the rule, and its range.
function judge(figure, pressed) {
  const kinds = kindsOf(figure, pressed);
  const limits = kinds.map((kind, cell) => limitsOf(kind, figure.counts[cell], figure.threshold));
  return { kinds, limits, cells: smallAudit(limits, figure.columns.length) };
}

// The letter of a cell's look.
function letterOf({ letters, counts }, { kinds, limits, cells }, cell) {
  if (kinds[cell] === "small") return letters[verdictOf(cells[cell], limits[cell])];
  return kinds[cell] === "cover" ? letters.cover : letters[counts[cell] ? "printed" : "zero"];
}

// Whether a small cell is protected: as many counts stay possible as was promised.
function isProtected({ low, high }, { promise, threshold }) {
  return promise === "whole range" ? low <= 1 && high >= threshold - 1 : high - low >= promise;
}

// The verdict, the first small cell that is still known and why, and the price so far.
function tell(figure, judged) {
  const small = [...judged.cells.keys()].filter((cell) => judged.kinds[cell] === "small");
  const known = small.filter((cell) => !isProtected(judged.cells[cell], figure));
  const further = [...judged.cells.keys()].filter((cell) => judged.kinds[cell] === "cover");
  const people = sumOf(further.map((cell) => figure.counts[cell]));
  const { says } = figure;
  const first = known.length > 0 && { cell: figure.cells[known[0]], why: reasonFor(figure, judged, known[0]) };
  const outcome = known.length ? fill(says.known, { primary: small.length, known: known.length, ...first }) : says.content;
  const noun = further.length === 1 ? says.one_cell : says.cells;
  return { content: !known.length, people, sentence: `${outcome}\n${fill(says.price, { people, cells: further.length, noun })}` };
}

// The learner's price beside the cheapest.
function beside({ says, cheapest }, yours) {
  const proved = cheapest.proved ? says.equal : says.unproved;
  const slots = { yours, cheapest: cheapest.price, more: yours - cheapest.price };
  return fill(yours <= cheapest.price ? proved : says.cheaper, slots);
}

function render({ model, el }) {
  const figure = model.get("figure");
  const { says } = figure;
  const root = element("div", "ft-repair");
  const steps = [[]];
  let now;

  const table = { corner: figure.corner, rows: figure.rows, columns: figure.columns, _looks: figure.looks, sentence: "" };
  const grid = smallModel({ ...table, label: figure.label, cells: [], pressed: [], legend: figure.legend, read_only: false });
  const face = (label) => smallModel({ label, disabled: false, presses: 0, sentence: "" });
  const [undo, again, show] = [says.undo, says.again, says.show].map(face);

  const isFree = (cell) => figure.counts[cell] >= figure.threshold;
  const asCell = (judged) => (range, cell) => tableCell(figure, cell, letterOf(figure, judged, cell), range, !isFree(cell));

  function update(pressed) {
    const judged = judge(figure, pressed);
    now = tell(figure, judged);
    grid.set("cells", judged.cells.map(asCell(judged)));
    grid.set("pressed", pressed);
    grid.set("sentence", now.sentence);
    undo.set("disabled", steps.length === 1);
    undo.set("sentence", "");
    show.set("disabled", !now.content);
    show.set("sentence", now.content ? "" : says.not_yet);
    if (JSON.stringify(model.get("pressed")) === JSON.stringify(pressed)) return;
    model.set("pressed", pressed);
    model.save_changes();
  }

  // A switch by the learner, or by whoever else sets the state of the model.
  function switched(pressed) {
    if (JSON.stringify(pressed) === JSON.stringify(steps.at(-1))) return;
    steps.push(pressed);
    update(pressed);
  }

  function takeBack() {
    if (steps.length === 1) return undo.set("sentence", says.nothing);
    steps.pop();
    return update(steps.at(-1));
  }

  function startAgain() {
    steps.splice(1);
    update([]);
  }

  let cheapest;
  function showCheapest() {
    if (!now.content) return;
    show.set("sentence", beside(figure, now.people));
    if (cheapest) return;
    const { letters, low, high } = figure.cheapest;
    const cells = [...letters].map((letter, cell) => tableCell(figure, cell, letter, { low: low[cell], high: high[cell] }));
    cheapest = smallModel({ ...table, label: says.label_cheapest, cells, legend: [], read_only: true });
    tableControl.render({ model: cheapest, el: root });
  }

  grid.on("change:pressed", () => switched(grid.get("pressed")));
  undo.on("change:presses", takeBack);
  again.on("change:presses", startAgain);
  show.on("change:presses", showCheapest);
  const adopt = () => switched(model.get("pressed").filter(isFree));
  model.on("change:pressed", adopt);

  const row = element("div", "ft-repair-steps");
  const pressed = (model.get("pressed") ?? []).filter(isFree);
  if (pressed.length) steps.push(pressed);
  update(pressed);
  tableControl.render({ model: grid, el: root });
  buttonControl.render({ model: undo, el: row });
  buttonControl.render({ model: again, el: row });
  root.append(row);
  buttonControl.render({ model: show, el: root });
  el.replaceChildren(root);
  return () => model.off("change:pressed", adopt);
}
