// What is shown of an answer of the program: how the table was read, what is asked, what was found.

const { say, kinds, verdicts, most_file: MOST_FILE, landmarks } = JSON.parse(document.getElementById("script").textContent);

const byId = (id) => document.getElementById(id);
const filled = (text, slots) => text.replace(/\{(\w+)\}/g, (_, name) => slots[name] ?? "");

function listInto(id, texts) {
  byId(id).replaceChildren(...texts.map((text) => element("li", "", { dir: "auto" }, text)));
}

function known({ low, high }) {
  return filled(low === high ? say.exactly : say.between, { low, high });
}

function cellsOf(view) {
  return view.rows.map((row) => row.map(([address, text, kind, corrected]) => ({ address, text, kind, corrected })));
}

function legendInto(id, entries) {
  byId(id).replaceChildren(...entries.map(([look, letter, meaning]) => {
    const line = element("li");
    line.append(element("span", "sample", { "data-look": look, "aria-hidden": "true" }, letter), meaning);
    return line;
  }));
}

function kindLook({ kind, corrected }) {
  const [letter, words] = kinds[kind];
  return { look: kind, letter, words: corrected ? `${words}, ${say.corrected}` : words };
}

// How the table was read; correct(address, kind) hears of a correction.
function showRead(view, correct) {
  byId("read-line").textContent = view.read;
  const rows = cellsOf(view);
  const cells = new Map(rows.flat().map((cell) => [cell.address, cell]));
  const panel = byId("kind-panel");
  panel.replaceChildren(element("p", "", {}, say.nothing_chosen));
  const grid = sheetGrid(byId("read-grid"), rows, kindLook, (address) => {
    grid.select(address);
    showKinds(panel, cells.get(address), correct);
  });
  const there = new Set(rows.flat().map(({ kind }) => kind));
  legendInto("read-legend", Object.entries(kinds).filter(([kind]) => there.has(kind) && kind !== "blank")
    .map(([kind, [letter, words]]) => [kind, letter, words]));
  if (rows.length < view.height) {
    byId("read-legend").append(element("li", "", {}, filled(say.not_drawn, { shown: rows.length, height: view.height })));
  }
  return grid;
}

function showKinds(panel, cell, correct) {
  const said = element("p");
  said.append(element("strong", "", {}, cell.address), " ", element("q", "", { dir: "auto" }, cell.text),
    ` ${say.taken_for} `, element("strong", "", {}, kinds[cell.kind][1]));
  const offered = element("div", "kinds", { role: "group", "aria-label": `${cell.address}: ${say.what_is}` });
  for (const [kind, [letter, words]] of Object.entries(kinds)) {
    const button = element("button", "", { type: "button", "aria-pressed": kind === cell.kind }, `${letter} ${words}`.trim());
    button.addEventListener("click", () => correct(cell.address, kind));
    offered.append(button);
  }
  panel.replaceChildren(said, element("p", "", {}, say.what_is), offered);
}

// The questions that are open; answered(answers) hears the answers once all on this screen are there.
function showQuestions(view, answered, complain) {
  const rows = cellsOf(view);
  const form = byId("questions");
  const grid = sheetGrid(byId("asked-grid"), rows, kindLook, () => {});
  const boxes = view.questions.map((question, place) => questionBox(question, place, grid));
  const more = view.more_questions ? [element("p", "", {}, filled(say.more_questions, { more: view.more_questions }))] : [];
  const press = element("button", "", { type: "submit" }, byId("questions").dataset.button);
  form.replaceChildren(...boxes, ...more, press);
  if (view.questions.length) grid.mark(view.questions[0].addresses, "asked");
  form.onsubmit = (event) => {
    event.preventDefault();
    const chosen = new FormData(form);
    const open = view.questions.filter((_, place) => !chosen.has(`question-${place}`));
    if (open.length) return complain(filled(say.unanswered, { names: open.map(({ sentence }) => sentence).join(" ") }));
    const told = view.questions.map(({ name }, place) => [name, answerIn(chosen, place)]);
    const empty = view.questions.filter((_, place) => !told[place][1]);
    if (empty.length) return complain(filled(say.no_range, { names: empty.map(({ sentence }) => sentence).join(" ") }));
    answered(Object.fromEntries(told));
  };
}

// The answers that were given on this page; anew(name) hears which of them shall be asked again.
function showAnswers(given, anew) {
  byId("answers").replaceChildren(...given.map(({ name, sentence, answer }) => {
    const line = element("li", "", { dir: "auto" }, `${filled(say.answered, { sentence, answer })} `);
    const button = element("button", "small", { type: "button", "aria-label": `${say.ask_again}: ${sentence}` }, say.ask_again);
    button.addEventListener("click", () => anew(name));
    line.append(button);
    return line;
  }));
}

const RANGE = "range";

// What was chosen in one box; a range that somebody wrote; null where its largest count is no whole number from 1 on.
function answerIn(chosen, place) {
  const value = chosen.get(`question-${place}`);
  if (value !== RANGE) return value;
  const most = chosen.get(`most-${place}`).trim();
  return /^[1-9]\d{0,8}$/.test(most) ? `${chosen.get(`least-${place}`)} to ${most}` : null;
}

// A range of one's own: from 1 or 0 to any count. Whoever writes in it has chosen it.
function rangeOf(question, place) {
  const label = element("div", "range");
  const choice = element("input", "", { type: "radio", name: `question-${place}`, value: RANGE, "aria-label": `${say.range} ${say.range_to}` });
  const least = element("select", "", { name: `least-${place}`, "aria-label": `${say.range}: ${question.sentence}` });
  least.append(element("option", "", { value: "1" }, "1"), element("option", "", { value: "0" }, "0"));
  const most = element("input", "", { type: "number", min: "1", step: "1", name: `most-${place}`, "aria-label": `${say.range_to}: ${question.sentence}` });
  for (const each of [least, most]) each.addEventListener("input", () => { choice.checked = true; });
  label.append(choice, element("span", "", {}, say.range), least, element("span", "", {}, say.range_to), most);
  return label;
}

function questionBox(question, place, grid) {
  const box = element("fieldset");
  box.append(element("legend", "", { dir: "auto" }, question.sentence));
  if (question.quote) {
    const quote = element("blockquote", "", { dir: "auto" }, question.quote);
    box.append(element("p", "", {}, say.footnote_says), quote);
  }
  for (const [value, meaning] of question.options) {
    const label = element("label");
    label.append(element("input", "", { type: "radio", name: `question-${place}`, value }), element("span", "", { dir: "auto" }, meaning));
    box.append(label);
  }
  if (question.takes_range) box.append(rangeOf(question, place));
  if (question.addresses.length) {
    const shown = question.addresses.slice(0, 12).join(", ") + (question.addresses.length > 12 ? ", \u2026" : "");
    box.append(element("p", "", {}, `${say.about} ${shown}`));
  }
  box.addEventListener("focusin", () => grid.mark(question.addresses, "asked"));
  box.addEventListener("pointerenter", () => grid.mark(question.addresses, "asked"));
  return box;
}

// What was found, on the table itself and as a list, the worst first.
function showFound(view) {
  byId("summary").textContent = view.summary;
  listInto("leaks", view.leaks.map(({ where, sentence }) => `${where}: ${sentence}`));
  listInto("sentences", view.sentences);
  listInto("against", view.checked_against);
  listInto("not-checked", view.not_checked);
  listInto("lines", view.lines.map(({ sentence }) => sentence));
  byId("lines-box").hidden = !view.lines.length;
  const bare = (address) => address.split("!").pop();
  const of = new Map([...view.findings].reverse().map((finding) => [bare(finding.address), finding]));
  const look = (cell) => {
    const finding = of.get(cell.address);
    if (!finding) return { look: "plain", letter: "", words: "" };
    const [letter, words] = verdicts[finding.verdict] ?? ["", finding.verdict];
    return { look: finding.verdict, letter, words, range: finding.known };
  };
  const buttons = [];
  const choose = (place) => {
    const finding = view.findings[place];
    if (!finding) return;
    const givers = finding.given_away_by.split(" ").filter(Boolean).map(bare);
    grid.select(bare(finding.address));
    grid.mark(givers, "gives");
    grid.draw(bare(finding.address), givers);
    buttons.forEach((button, other) => button.setAttribute("aria-pressed", other === place));
    showWhy(finding);
  };
  const grid = sheetGrid(byId("found-grid"), cellsOf(view), look,
    (address) => choose(view.findings.findIndex((finding) => bare(finding.address) === address)));
  view.findings.forEach((finding, place) => {
    const text = [finding.address, finding.labels, finding.known].filter(Boolean).join(" \u00b7 ");
    const button = element("button", "", { type: "button", "aria-pressed": "false", dir: "auto" }, text);
    button.addEventListener("click", () => choose(place));
    buttons.push(button);
  });
  byId("worst").replaceChildren(...buttons.map((button) => {
    const line = element("li");
    line.append(button);
    return line;
  }));
  if (view.findings.length < view.all_findings) {
    byId("worst").append(element("li", "", {}, filled(say.not_listed, { shown: view.findings.length, all: view.all_findings })));
  }
  byId("worst-help").hidden = byId("why").hidden = !view.findings.length;
  const there = new Set(view.findings.map(({ verdict }) => verdict));
  legendInto("found-legend", Object.entries(verdicts).filter(([name]) => there.has(name))
    .map(([name, [letter, words]]) => [name, letter, words]));
  choose(0);
}

function showWhy(finding) {
  const head = element("p");
  const own = finding.printed ? [` ${say.printed} `, element("q", "", { dir: "auto" }, finding.printed), " "]
    : [finding.address ? ` ${say.left_blank} ` : " "];
  head.append(element("strong", "", { dir: "auto" }, `${finding.address} ${finding.labels}`), ...own, element("strong", "", {}, finding.known));
  const parts = [head, element("p", "", { dir: "auto" }, finding.why)];
  if (finding.given_away_by) parts.push(element("p", "", {}, `${say.from_cells} ${finding.given_away_by}.`));
  if (finding.to_whom) parts.push(element("p", "", {}, `${say.whom} ${finding.to_whom}.`));
  byId("why").replaceChildren(...parts);
}

// The table under another threshold.
function showThreshold(view, found) {
  byId("threshold-line").textContent = found.sentence;
  const names = new Map(Object.entries(verdicts).map(([name, [letter, words]]) => [letter, [name, words]]));
  sheetGrid(byId("threshold-grid"), cellsOf(view), (cell) => {
    const hidden = found.cells[cell.address];
    if (!hidden) return { look: "plain", letter: "", words: "" };
    const [letter, low, high] = hidden;
    const [name, words] = names.get(letter);
    return { look: name, letter, words, range: known({ low, high }), text: say.hidden_now };
  }, () => {});
}

// A proposal: the cells that change; keep(address) hears which shall be published all the same.
function showRepair(view, found, keep) {
  byId("repair-line").textContent = found.sentence;
  byId("repair-footnote").hidden = !found.footnote;
  byId("repair-footnote").querySelector("q").textContent = found.footnote;
  listInto("ways", found.alternatives);
  byId("ways-box").hidden = !found.alternatives.length;
  sheetGrid(byId("repair-grid"), cellsOf(view), (cell) => {
    const now = found.changes[cell.address];
    if (now === undefined) return { look: cell.kind === "hidden" ? "hidden" : "plain", letter: "", words: "" };
    return { look: "changed", letter: "", words: `${say.printed} ${cell.text}`, text: now };
  }, keep);
}
