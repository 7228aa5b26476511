// Screen 9: cases to decide on. Each combination of choices was attacked beforehand.

function decide(el, context) {
  const { words } = context;
  el.append(paragraph(words.decide.lead, "lead"));
  for (const one of context.cases) el.append(caseBox(one, context));
  context.own.cases.forEach((one, place) => el.append(ownCase(one, `own-${place + 1}`, context)));
}

function caseBox({ name, choices, results }, context) {
  const { words } = context;
  const say = words.decide[name];
  const state = { ...Object.fromEntries(Object.entries(choices).map(([key, [first]]) => [key, first])), ...context.find("attacked", name) };
  const box = element("section", "case", { "aria-label": say.title });
  const line = answerLine(words.decide.first);
  box.append(element("h3", "", {}, say.title), paragraph(say.text));
  for (const [key, options] of Object.entries(choices)) {
    const named = options.map((option) => [option, say[`${key}_${option}`] ?? say[option] ?? words.page[option] ?? option]);
    box.append(choice(say[key], named, state[key], (option) => note({ [key]: option })));
  }
  box.append(button(words.decide.attack, attack), line);
  if (!context.isRoom) box.append(...decision(name, context));
  return box;

  function note(entry) {
    Object.assign(state, entry);
    context.keep("attacked", name, { ...state });
    line.textContent = words.decide.first;
  }

  function attack() {
    const found = results[Object.keys(choices).map((key) => state[key]).join("+")];
    line.textContent = filled(state.totals === "no" ? say.result_no_totals : say.result, found);
  }
}

function ownCase({ title, text, told }, name, context) {
  const box = element("section", "case", { "aria-label": title });
  const line = answerLine(context.find("decision", name) ? told : "");
  box.append(element("h3", "", {}, title), paragraph(text));
  if (!context.isRoom) box.append(...decision(name, context, () => { line.textContent = told; }));
  box.append(element("h4", "", {}, context.words.decide.own.told), line);
  return box;
}

function decision(name, context, decided = () => {}) {
  const { words } = context;
  const options = ["publish", "change", "stop"].map((key) => [key, words.decide[key]]);
  const group = choice(words.decide.decision, options, context.find("decision", name), (key) => {
    context.keep("decision", name, key);
    decided();
  });
  const label = element("label", "reason", {}, "");
  const select = element("select", "");
  select.append(element("option", "", { value: "" }, words.decide.no_reason));
  words.decide.reasons.forEach((reason, place) => select.append(element("option", "", { value: place }, reason)));
  select.value = context.find("reason", name) ?? "";
  select.addEventListener("change", () => context.keep("reason", name, select.value));
  label.append(element("span", "", {}, words.decide.reason), select);
  return [group, label];
}

// What was decided goes out when the screen is left, each decision once.
function leaveDecide(context) {
  for (const { name } of context.cases) {
    const key = context.find("decision", name);
    if (key) context.send("decision", name, key);
  }
}
