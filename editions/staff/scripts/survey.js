// Screens 7 and 8: the survey with small numbers hidden. Everything was worked out beforehand; here it is only shown.

// Employees who work with the answers: what is printed hides nothing from them.
const INSIDE = ["with_reason", "without_reason"];

function surveyScene(el, context, { name, canSwitch, first }) {
  const { words, scenes: { survey } } = context;
  const state = { threshold: survey.least, totals: true, reader: "reader", ...first, ...context.find("survey", name) };
  const controls = element("div", "controls");
  const place = element("div", "");
  const line = answerLine();
  const sentence = answerLine();
  controls.append(slider(), check(words.hide.totals, state.totals, (totals) => move({ totals })));
  if (canSwitch) {
    const readers = ["reader", "trainee", ...INSIDE].map((reader) => [reader, words.who[`as_${reader}`]]);
    controls.append(choice(words.who.reader, readers, state.reader, (reader) => move({ reader })));
  }
  const beside = element("div", "");
  const both = element("div", "table-and-words");
  beside.append(line, sentence);
  both.append(place, beside);
  el.append(controls, both);
  show();

  function slider() {
    const label = element("label", "slider");
    const input = element("input", "", { type: "range", min: survey.least, max: survey.most, step: 1, value: state.threshold });
    const value = element("output", "", {}, String(state.threshold));
    input.addEventListener("input", () => {
      value.textContent = input.value;
      move({ threshold: Number(input.value) });
    });
    label.append(element("span", "", {}, words.hide.threshold), input, value);
    return label;
  }

  function move(change) {
    Object.assign(state, change);
    context.keep("survey", name, { ...state });
    sentence.textContent = "";
    show();
  }

  function show() {
    const inside = INSIDE.includes(state.reader);
    const printed = () => survey.settings[state.threshold][state.totals ? "yes" : "no"][state.reader];
    const found = inside ? { cells: survey.inside } : printed();
    const cells = new Map(found.cells.map((cell) => [cell.labels.join("|"), cell]));
    const sums = state.totals ? ["total"] : [];
    const columns = [...survey.jobs, ...sums];
    const named = (label) => (label === "total" ? words.page.total : label);
    const rows = [...survey.offices, ...sums].map((office) => [
      named(office),
      ...columns.map((job) => cellOf(cells.get(`${office}|${job}`))),
    ]);
    place.replaceChildren(tableOf(words.titles[name], [words.hide.office, ...columns.map(named)], rows, "survey"));
    line.textContent = inside ? words.who[`log_${state.reader}`] : countOf(found);
  }

  function countOf({ red, lost }) {
    const { hide, who } = words;
    const trainee = state.reader === "trainee";
    const sentenceOf = red ? (trainee ? who.red_trainee : hide.red) : trainee ? who.no_red_trainee : hide.no_red;
    return [filled(sentenceOf, { red, lost }), state.totals ? "" : hide.no_totals].join(" ").trim();
  }

  function cellOf(cell) {
    const { hide } = words;
    if (cell.kind === "printed") return String(cell.count);
    if (cell.kind === "hidden") return sign("hidden", `<${state.threshold}`, filled(hide.hidden, { threshold: state.threshold }));
    if (cell.kind === "narrowed") return sign("narrowed", `${cell.low}–${cell.high}`, filled(hide.narrowed, cell));
    const text = filled(hide.known, cell);
    const red = button(`= ${cell.low}`, () => {
      const [office, job] = cell.labels.map((label) => (label === "total" ? words.page.total : label));
      sentence.textContent = filled(hide.sentence, { office, job, why: cell.why });
    });
    red.className = "known";
    red.setAttribute("aria-label", text);
    red.title = text;
    return red;
  }

  function sign(kind, short, long) {
    const node = element("span", kind, { title: long });
    node.append(element("span", "", { "aria-hidden": "true" }, short), element("span", "unseen", {}, long));
    return node;
  }
}

function hide(el, context) {
  const { words } = context;
  el.append(paragraph(words.hide.lead, "lead"), paragraph(words.hide.task));
  surveyScene(el, context, { name: "hide", canSwitch: false });
  el.append(paragraph(`${words.hide.press} ${words.hide.narrow}`), paragraph(words.hide.ask, "ask"));
}

const AT = 7; // the threshold of the guess on screen 8

function who(el, context) {
  const { words, scenes: { survey } } = context;
  const guess = context.find("guess", "who");
  el.append(paragraph(words.who.lead, "lead"));
  const options = [0, 1, 2, 3].map((number) => [number, words.who[`guess_${number}`]]);
  const group = choice(words.who.guess, options, guess, (number) => {
    context.keep("guess", "who", number);
    context.redraw(".survey-scene input");
  }, guess !== undefined);
  el.append(group);
  if (guess === undefined && !context.isRoom) {
    el.append(paragraph(words.who.locked));
    return;
  }
  const { red } = survey.settings[AT].yes.trainee;
  if (guess !== undefined) el.append(answerLine(filled(words.who.told, { guess: words.who[`guess_${guess}`], red })));
  const scene = element("div", "survey-scene");
  el.append(scene, paragraph(words.who.ask, "ask"));
  surveyScene(scene, context, { name: "who", canSwitch: true, first: { threshold: AT } });
}
