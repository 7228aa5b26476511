// A sheet to decide on and to sign: for each request one of a few choices and a reason, at the end a nickname.
// It tells nothing of what a choice does. What was signed and is changed afterwards must be signed again.

function render({ model, el }) {
  const { requests, words, longest } = model.get("asked");
  const decided = structuredClone(model.get("decided"));
  const root = element("section", "ft-sheet", { "aria-label": words.label });
  const { line, tell } = statusLine("ft-sheet-sentence");
  const record = element("div", "ft-sheet-record", { role: "region", "aria-label": words.record });
  const parts = requests.map(part);

  function part(request) {
    const box = element("fieldset", "ft-asking");
    const radios = radioButtons(request.choices.map(([, text]) => text));
    const answers = element("div", "ft-asking-answers");
    const asked = element("ul", "ft-sheet-asked");
    asked.append(...request.asked.map((text) => element("li", "", { dir: "auto" }, text)));
    const id = newName("reason");
    const reason = element("input", "ft-sheet-text", { id, type: "text", maxlength: longest, autocomplete: "off", dir: "auto", ...OWN_KEYS });
    const given = decided[request.name] ?? {};
    const place = request.choices.findIndex(([name]) => name === given.choice);
    if (place >= 0) radios.inputs[place].checked = true;
    reason.value = given.reason ?? "";
    const text = element("p", "ft-sheet-wish", { dir: "auto" }, request.text);
    const wanted = element("p", "ft-sheet-wish", { dir: "auto" }, request.wanted);
    answers.append(text, wanted, asked, ...radios.labels, element("label", "ft-sheet-label", { for: id }, words.reason), reason);
    box.append(element("legend", "ft-asking-question", { dir: "auto" }, request.title), answers);
    box.addEventListener("input", keep);
    return { box, request, radios, reason };
  }

  const id = newName("nickname");
  const nickname = element("input", "ft-sheet-text ft-sheet-name", { id, type: "text", maxlength: 40, autocomplete: "off", dir: "auto", ...OWN_KEYS });
  nickname.value = model.get("signed");
  nickname.addEventListener("keydown", (event) => event.key === "Enter" && !event.shiftKey && sign());

  const choiceOf = ({ request, radios }) => request.choices[radios.chosen()];

  function keep() {
    const now = {};
    for (const each of parts) {
      if (!choiceOf(each) && !each.reason.value) continue;
      now[each.request.name] = { choice: choiceOf(each)?.[0] ?? "", reason: each.reason.value.trim() };
    }
    model.set("decided", now);
    if (model.get("signed")) {
      model.set("signed", "");
      tell(words.changed);
      show();
    }
    model.save_changes();
  }

  // The first thing that is missing: what is said of it, and where it is.
  function missing() {
    for (const each of parts) {
      if (!choiceOf(each)) return [words.no_choice.replace("{title}", () => each.request.title), each.radios.inputs[0]];
      if (!each.reason.value.trim()) return [words.no_reason.replace("{title}", () => each.request.title), each.reason];
    }
    const name = nickname.value.trim();
    return name && !name.includes("@") ? [] : [words.no_name, nickname];
  }

  function sign() {
    const [sentence, where] = missing();
    if (sentence) {
      where.closest(".ft-asking, .ft-sheet-foot").after(line); // where it is missing: the button is far below
      tell(sentence);
      where.focus();
      return;
    }
    keep();
    model.set("signed", nickname.value.trim());
    model.save_changes();
    show();
  }

  // What was signed, as a table; it can be printed by itself where the page is the sheet's own.
  function show() {
    const signed = model.get("signed");
    record.hidden = !signed;
    record.before(line);
    if (!signed) return;
    tell(words.signed.replace("{nickname}", () => signed));
    const table = element("table", "ft-sheet-table");
    table.append(element("caption", "", {}, words.signed_by.replace("{nickname}", () => signed)), row("th", [words.request, words.decision, words.why]));
    for (const each of parts) table.append(row("td", [each.request.title, choiceOf(each)[1], each.reason.value.trim()]));
    record.replaceChildren(table);
    if (model.get("prints")) record.append(button(words.print, printAlone));
  }

  function row(tag, texts) {
    const line = element("tr", "");
    line.append(...texts.map((text) => element(tag, "", tag === "th" ? { scope: "col" } : { dir: "auto" }, text)));
    return line;
  }

  // Everything beside the table, and beside all that it stands in, is left out of the print.
  function printAlone() {
    for (let node = record; node !== document.body; node = node.parentElement) {
      for (const other of node.parentElement.children) if (other !== node) other.classList.add("ft-not-printed");
    }
    const bringBack = () => {
      for (const node of document.querySelectorAll(".ft-not-printed")) node.classList.remove("ft-not-printed");
    };
    window.addEventListener("afterprint", bringBack, { once: true });
    window.print();
  }

  const foot = element("div", "ft-sheet-foot");
  foot.append(element("label", "ft-sheet-label", { for: id }, words.nickname), nickname, button(words.sign, sign));
  root.append(...parts.map(({ box }) => box), foot, line, record);
  show();
  passKeysOn(root);
  el.append(root);
}
