// A concept question: choose an answer, check it, read why (before a lesson the answer is kept, not explained). It needs no kernel; a kernel is told what was chosen.

function render({ model, el }) {
  const { words, text, answers } = model.get("asked");
  const root = element("fieldset", "ft-asking");
  const radios = radioButtons(answers.map((answer) => answer.text));
  const status = element("p", "", { role: "status" });

  function check() {
    const chosen = answers[radios.chosen()];
    if (chosen === undefined) {
      status.textContent = words.first;
      return;
    }
    status.textContent = words.kept ?? `${chosen.right ? words.right : words.wrong} ${chosen.why}`;
    model.set("tried", [...model.get("tried"), radios.chosen()]);
    model.save_changes();
  }

  const list = element("div", "ft-asking-answers");
  list.addEventListener("change", () => (status.textContent = "")); // what was said of another answer is over
  list.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.type === "radio") check();
  });
  list.append(...radios.labels, button(words.check, check));
  root.append(element("legend", "ft-asking-question", {}, text), list, status);
  passKeysOn(root);
  el.append(root);
}
