// A guess before the answer is shown: a number, or one of a few texts, and a button that commits to it.

// A number as the language of the page writes it: 1.5, or 1,5.
function inWords(number) {
  return number.toLocaleString(document.documentElement.lang || "en", { maximumFractionDigits: 9 });
}

function render({ model, el }) {
  const words = model.get("_words");
  const options = model.get("options");
  const [minimum, maximum] = [model.get("minimum"), model.get("maximum")];
  const root = element("fieldset", "ft-asking");
  const answers = element("div", "ft-asking-answers");
  const status = element("p", "", { role: "status" });
  root.append(element("legend", "ft-asking-question", {}, model.get("question")), answers);
  let guess;
  if (options.length) {
    const radios = radioButtons(options);
    answers.append(...radios.labels);
    guess = () => options[radios.chosen()];
  } else {
    const limits = { min: minimum, max: maximum, step: model.get("whole") ? 1 : "any", "aria-label": words.number, ...OWN_KEYS };
    const input = element("input", "", { type: "number", ...limits });
    input.addEventListener("keydown", (event) => event.key === "Enter" && commit());
    answers.append(input, element("span", "", {}, words.range), element("br", ""));
    guess = () => (input.value !== "" && input.validity.valid ? Number(input.value) : undefined);
  }

  function commit() {
    if (guess() === undefined) {
      status.textContent = words.first;
      return;
    }
    model.set("guess", guess());
    model.save_changes();
    showGuess();
  }

  function showGuess() {
    const made = model.get("guess");
    const said = typeof made === "number" ? inWords(made) : String(made);
    status.textContent = made === null ? "" : words.made.replace("{guess}", () => said);
  }

  answers.append(button(words.commit, commit));
  root.append(status);
  model.on("change:guess", showGuess);
  showGuess();
  passKeysOn(root);
  el.append(root);
  return () => model.off("change:guess", showGuess);
}
