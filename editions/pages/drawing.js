// One function for each kind of part: it draws the part into its element.

function drawers({ memory, words, number, guessed, send }) {
  const heard = new Map(); // prediction -> what is to be done when its guess is made

  function chart({ spec, options }, el) {
    el.tabIndex = 0;
    el.setAttribute("role", "group");
    el.setAttribute("aria-label", spec.description ?? words.chart);
    return fiftyThreeCharts.vegaEmbed(el.appendChild(element("div", "")), spec, options);
  }

  function explorer({ figure }, el) {
    return kit.explorer({ model: smallModel({ figure, setting: {} }), el });
  }

  function hand_repair({ figure }, el) {
    return kit.hand_repair({ model: smallModel({ figure, pressed: [] }), el });
  }

  function prediction({ name, ...state }, el) {
    const model = smallModel({ ...state, guess: memory.find("guesses", name) ?? null });
    model.on("change:guess", () => {
      memory.keep("guesses", name, model.get("guess"));
      if (typeof model.get("guess") === "number") send("guess", name, model.get("guess"));
      for (const tell of heard.get(name) ?? []) tell(model.get("guess"));
      guessed(name);
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
  }

  // A box to think in: what is written stays in this browser.
  function thinking({ name, label }, el) {
    const id = newName("thinking");
    const box = element("textarea", "", { id, rows: 4, dir: "auto" });
    box.value = memory.find("notes", name) ?? "";
    box.addEventListener("input", () => memory.keep("notes", name, box.value));
    el.append(element("label", "", { for: id }, label), box);
  }

  return { chart, explorer, hand_repair, prediction, reveal, question, thinking };
}
