// Screens 3 to 6: the joke, the dots, the card, last Monday's table.

function joke(el, context) {
  const { words } = context;
  const quote = element("blockquote", "");
  quote.append(paragraph(words.joke.lead, "large"), paragraph(words.joke.after), element("cite", "", {}, words.joke.source));
  el.append(quote, paragraph(words.joke.question, "ask"));
  if (context.isRoom) return;
  const vote = context.find("vote", "joke");
  const line = answerLine(vote ? filled(words.joke.voted, { vote: words.joke[vote] }) : "");
  const buttons = element("div", "buttons");
  for (const name of ["harmless", "not_harmless"]) {
    const press = button(words.joke[name], () => {
      context.keep("vote", "joke", name);
      for (const other of buttons.children) other.setAttribute("aria-pressed", String(other === press));
      line.textContent = filled(words.joke.voted, { vote: words.joke[name] });
    });
    press.setAttribute("aria-pressed", String(vote === name));
    buttons.append(press);
  }
  el.append(buttons, line);
}

function dots(el, context) {
  const { words, scenes: { dots: scene } } = context;
  const guess = context.find("guess", "dots");
  const known = new Set(context.find("known", "dots") ?? []);
  el.append(paragraph(words.dots.lead, "lead"));
  const locked = guess === undefined && !context.isRoom;
  if (locked) el.append(guessing());
  else if (guess !== undefined) el.append(paragraph(filled(words.dots.guessed, { guess })));
  const facts = element("fieldset", "choice");
  facts.disabled = locked;
  facts.append(element("legend", "", {}, words.dots.facts));
  facts.append(...scene.facts.map((fact) => check(words.dots[fact], known.has(fact), (on) => know(fact, on))));
  const picture = element("div", "picture");
  const line = answerLine();
  el.append(facts, picture, paragraph(words.dots.signs, "signs"), line, paragraph(words.dots.ask, "ask"));
  show();

  function guessing() {
    const form = element("form", "guess");
    const { label, whole } = numberBox(words.dots.guess, { least: 0, most: scene.people });
    const told = answerLine(words.dots.locked);
    form.noValidate = true;
    form.append(label, element("button", "ft-button", { type: "submit" }, words.dots.that), told);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (whole() === undefined) {
        told.textContent = words.dots.out_of_range;
        return;
      }
      context.keep("guess", "dots", whole());
      context.send("guess", "dots", whole());
      context.redraw("fieldset input");
    });
    return form;
  }

  function know(fact, on) {
    if (on) known.add(fact);
    else known.delete(fact);
    context.keep("known", "dots", [...known]);
    show();
  }

  function show() {
    const chosen = scene.facts.filter((fact) => known.has(fact));
    const { alone, places } = scene.groups[chosen.join("+")];
    const slots = { alone, people: scene.people, guess };
    picture.replaceChildren(dotPicture(places, filled(words.dots.picture, slots)));
    const all = chosen.length === scene.facts.length && guess !== undefined;
    line.textContent = all ? `${filled(words.dots.alone, slots)} ${filled(words.dots.truth, slots)}` : filled(words.dots.alone, slots);
  }
}

function dotPicture(places, description) {
  const width = 1 + Math.max(...places.map(([across]) => across));
  const height = 1 + Math.max(...places.map(([, down]) => down));
  const picture = drawn("svg", { viewBox: `-0.2 -0.2 ${Math.max(width, 18) + 0.4} ${Math.max(height, 8) + 0.4}`, role: "img", "aria-label": description });
  for (const [across, down, crowd] of places) picture.append(signOf(across + 0.5, down + 0.5, crowd));
  return picture;
}

// Shape says the same as colour.
function signOf(x, y, crowd) {
  if (crowd === 1) return drawn("path", { class: "alone", d: `M ${x} ${y - 0.42} l 0.42 0.76 h -0.84 z` });
  if (crowd < 5) return drawn("rect", { class: "few", x: x - 0.34, y: y - 0.34, width: 0.68, height: 0.68 });
  return drawn("circle", { class: "crowd", cx: x, cy: y, r: 0.36 });
}

function drawn(tag, attributes) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function card(el, context) {
  const { words, scenes: { card: scene } } = context;
  const out = new Set(context.find("crossed", "card") ?? []);
  const line = answerLine();
  const second = element("div", "");
  el.append(paragraph(words.card.lead, "lead"), paragraph(words.card.task));
  const buttons = scene.rows.map((_, row) => button("", () => cross(row)));
  const rows = scene.rows.map((cells, row) => [filled(words.card.row, { number: row + 1 }), ...cells, buttons[row]]);
  const table = tableOf(words.titles.card, ["", ...scene.columns.map((name) => words.card[name]), ""], rows, "card");
  el.append(table, line, second);
  show();

  function cross(row) {
    if (out.has(row)) out.delete(row);
    else out.add(row);
    context.keep("crossed", "card", [...out]);
    show();
  }

  function show() {
    const lines = table.querySelectorAll("tbody tr");
    buttons.forEach((press, row) => {
      press.textContent = out.has(row) ? words.card.put_back : words.card.cross;
      press.setAttribute("aria-label", `${press.textContent}: ${filled(words.card.row, { number: row + 1 })}`);
      lines[row].classList.toggle("crossed", out.has(row));
    });
    const left = scene.rows.map((_, row) => row).filter((row) => !out.has(row));
    const found = left.length === 1 && left[0] === scene.fits;
    line.textContent = found ? words.card.found : saidOf(left);
    second.replaceChildren(...(found ? turned() : []));
  }

  function saidOf(left) {
    if (left.length === 0) return words.card.all_out;
    return left.length === 1 ? words.card.wrong_row : filled(words.card.left, { left: left.length });
  }

  function turned() {
    const story = element("div", "story", { role: "status" });
    const tell = () => story.replaceChildren(...["again", "absent", "accused"].map((name) => paragraph(words.card[name])), paragraph(words.card.ask, "ask"));
    const turn = button(words.card.turn, () => {
      context.keep("turned", "card", true);
      tell();
    });
    if (context.find("turned", "card")) tell();
    return [turn, story];
  }
}

function monday(el, context) {
  const { words, scenes: { monday: scene } } = context;
  const state = { kind: "running", ...context.find("monday", "monday") };
  const tables = element("div", "side-by-side");
  const line = answerLine();
  const regions = scene.regions.map((region) => [region, region]);
  const sure = [["certain", words.monday.certain], ["likely", words.monday.likely]];
  el.append(
    paragraph(words.monday.lead, "lead"),
    choice(words.monday.kind, [["running", words.monday.running], ["members", words.monday.members]], state.kind, change),
    tables,
    choice(words.monday.find, regions, state.region, (region) => note({ region })),
    choice(words.monday.how, sure, state.sure, (how) => note({ sure: how })),
    button(words.monday.check, look),
    line,
    paragraph(words.monday.fixed),
    paragraph(words.monday.ask, "ask"),
  );
  show();

  function note(entry) {
    Object.assign(state, entry);
    context.keep("monday", "monday", { ...state });
  }

  // Another kind of table is another question.
  function change(kind) {
    note({ kind });
    line.textContent = "";
    show();
  }

  function show() {
    const { before, after } = scene.kinds[state.kind];
    const pictures = [before, after].map((counts, place) => {
      const rows = counts.map((count, region) => [scene.regions[region], String(count)]);
      rows.push([words.page.total, String(counts.reduce((sum, count) => sum + count))]);
      return tableOf(scene.days[place], [words.monday.region, words.monday.people], rows);
    });
    tables.replaceChildren(...pictures);
  }

  function look() {
    const { grew, certain } = scene.kinds[state.kind];
    if (!state.region || !state.sure) line.textContent = words.monday.first;
    else if (state.region !== grew) line.textContent = filled(words.monday.wrong_cell, { region: state.region });
    else {
      const right = (state.sure === "certain") === Boolean(certain);
      line.textContent = filled(words.monday[`${state.kind}_${right ? "right" : "wrong"}`], { grew, truth: scene.truth });
    }
  }
}
