// A native button, and a sentence beside it.

function render({ model, el }) {
  const root = element("div", "ft-press");
  const button = element("button", "ft-press-face", { type: "button", ...OWN_KEYS });
  const sentence = element("p", "ft-press-sentence", { role: "status" });
  root.append(button, sentence);

  function press() {
    if (model.get("disabled")) return;
    model.set("presses", model.get("presses") + 1);
    model.save_changes();
  }

  function show() {
    button.textContent = model.get("label");
    button.setAttribute("aria-disabled", model.get("disabled"));
  }

  // The element stays and only its text changes: then a screen reader reads the new sentence out.
  function showSentence() {
    sentence.textContent = model.get("sentence");
  }

  button.addEventListener("click", press);
  const listeners = { "change:label": show, "change:disabled": show, "change:sentence": showSentence };
  for (const [event, listener] of Object.entries(listeners)) model.on(event, listener);
  show();
  showSentence();
  passKeysOn(root);
  el.append(root);

  return () => {
    for (const [event, listener] of Object.entries(listeners)) model.off(event, listener);
  };
}
