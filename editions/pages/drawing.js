// One function for each kind of part: it draws the part into its element.

function drawers({ memory, words, number, guessed, send }) {
  const heard = new Map(); // prediction -> what is to be done when its guess is made

  async function chart({ spec, options }, el) {
    el.tabIndex = 0;
    el.setAttribute("role", "group");
    el.setAttribute("aria-label", spec.description ?? words.chart);
    const fit = await fitting(el, spec);
    return fiftyThreeCharts.vegaEmbed(el.appendChild(element("div", "")), fit, options);
  }

  async function explorer({ figure }, el) {
    const spec = await fitting(el, figure.spec);
    return kit.explorer({ model: smallModel({ figure: { ...figure, spec }, setting: {} }), el });
  }

  function hand_repair({ figure }, el) {
    return kit.hand_repair({ model: smallModel({ figure, pressed: [] }), el });
  }

  function prediction({ name, ...state }, el) {
    const _words = { ...state._words, made: words.guess_made };
    const model = smallModel({ ...state, _words, guess: memory.find("guesses", name) ?? null });
    model.on("change:guess", () => {
      memory.keep("guesses", name, model.get("guess"));
      if (typeof model.get("guess") === "number") send("guess", name, model.get("guess"));
      guessed(name);
      for (const tell of heard.get(name) ?? []) tell(model.get("guess"));
    });
    predictionControl.render({ model, el });
    if (model.get("guess") !== null) guessed(name);
  }

  function reveal({ name, truth, scale }, el) {
    const line = el.appendChild(element("div", "revealed", { role: "status" }));
    const tell = (guess) => {
      const sentence = sentenceOf({ guess, truth, words, number });
      line.replaceChildren(element("p", "", {}, sentence), ...[drawn({ guess, truth, scale, words, number }, sentence)].filter(Boolean));
    };
    heard.set(name, [...(heard.get(name) ?? []), tell]);
    const guess = memory.find("guesses", name);
    if (guess !== undefined) tell(guess);
  }

  function question({ name, asked }, el) {
    const model = smallModel({ asked, tried: memory.find("answers", name) ?? [] });
    model.on("change:tried", () => memory.keep("answers", name, model.get("tried")));
    questionControl.render({ model, el });
    if (model.get("tried").length) showAgain(el, asked, model.get("tried").at(-1));
  }

  // The answer that was chosen last, and what was said of it.
  function showAgain(el, { words: said, answers }, last) {
    const answer = answers[last];
    if (!answer) return;
    el.querySelectorAll("input")[last].checked = true;
    el.querySelector("[role=status]").textContent = said.kept ?? `${answer.right ? said.right : said.wrong} ${answer.why}`;
  }

  // Reasons are words, so the sheet is kept with the notes, which no platform is told.
  function sheet({ name, asked }, el) {
    const state = { decided: {}, signed: "", ...JSON.parse(memory.find("notes", name) || "{}") };
    const model = smallModel({ ...state, asked, prints: true });
    const remember = () => {
      const [decided, signed] = [model.get("decided"), model.get("signed")];
      memory.keep("notes", name, JSON.stringify({ decided, signed }));
    };
    for (const what of ["decided", "signed"]) model.on(`change:${what}`, remember);
    sheetControl.render({ model, el });
  }

  // A box to think in: what is written stays in this browser.
  function thinking({ name, label }, el) {
    const id = newName("thinking");
    const box = element("textarea", "", { id, rows: 4, dir: "auto" });
    box.value = memory.find("notes", name) ?? "";
    box.addEventListener("input", () => memory.keep("notes", name, box.value));
    el.append(element("label", "", { for: id }, label), box);
  }

  return { chart, explorer, hand_repair, prediction, reveal, question, sheet, thinking };
}
