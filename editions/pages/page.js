// The page: it draws its parts from the top, keeps back what waits for a guess, and looks after what is remembered.

const shown = JSON.parse(document.getElementById("what-is-shown").textContent);
const { words, language } = shown;
const memory = memoryOf(shown);
const platform = typeof platformOf === "undefined" ? { begin() {}, kept() {}, finished() {} } : platformOf(shown);
const everywhere = memoryOf({ ...shown, page: "all pages" });
const format = new Intl.NumberFormat(language, { maximumSignificantDigits: 6 });
const number = (value) => (Number.isInteger(value) ? value.toLocaleString(language) : format.format(value));

// Only the pages of a room carry what sends, and only those for a platform what talks to one.
const room = typeof sendingOf === "undefined" ? { send() {} } : sendingOf(shown, document.getElementById("sending"));

// What waits for a guess is let go, and the sentence that stood in its place goes.
function guessed(name) {
  for (const part of document.querySelectorAll(".waits")) {
    if (part.dataset.waitsFor !== name) continue;
    part.hidden = false;
    part.previousElementSibling.hidden = true;
  }
}

// What is remembered here; a platform is told it as well, but for what somebody writes into a box.
function keep(kind, name, value) {
  memory.keep(kind, name, value);
  const { notes, ...told } = memory.all();
  if (kind !== "notes") platform.kept(told);
  if (kind === "answers") finish();
}

// The questions at the end of a lesson, each with the answer that was given first.
function lastAnswers() {
  const last = shown.parts.filter(({ kind, asked }) => kind === "question" && asked.when === "after");
  return last.map(({ name, asked: { answers } }) => {
    const letter = (place) => (place === undefined ? undefined : String.fromCharCode(97 + place));
    return { name, right: letter(answers.findIndex(({ right }) => right)), given: letter(memory.find("answers", name)?.[0]) };
  });
}

function finish() {
  const answers = lastAnswers();
  if (answers.every(({ given }) => given)) platform.finished(answers);
}

// In a platform, what it has kept counts: the next person in this browser begins anew.
function goOn() {
  const saved = platform.begin();
  if (!saved) return;
  memory.forgetPage();
  for (const [kind, entries] of Object.entries(saved)) for (const [name, value] of Object.entries(entries)) memory.keep(kind, name, value);
  finish();
}

async function draw() {
  const draws = drawers({ memory: { ...memory, keep }, words, number, guessed, send: room.send });
  for (const el of document.querySelectorAll("[data-part]")) {
    const { kind, ...data } = shown.parts[el.dataset.part];
    try {
      await draws[kind](data, el);
    } catch (error) {
      el.append(element("p", "notice", { role: "status" }, `${words.broken} ${error.message}`));
    }
  }
  sayWhatIsWider(words.wider);
  document.documentElement.dataset.ready = "true";
}

function showCode(wanted) {
  everywhere.keep("settings", "code", wanted);
  for (const code of document.querySelectorAll(".cell-code")) code.hidden = !wanted;
}

// Each thing that is remembered, in a line.
function remembered() {
  const { guesses = {}, answers = {}, notes = {} } = memory.all();
  const lines = [
    ...Object.entries(guesses).map(([name, guess]) => fillIn(words.kept_guess, { name, guess: typeof guess === "number" ? number(guess) : guess })),
    ...Object.entries(answers).map(([name, tried]) => fillIn(words.kept_answer, { name, tries: tried.length })),
    ...Object.entries(notes).filter(([, text]) => text).map(([name, text]) => fillIn(words.kept_note, { name, letters: text.length })),
  ];
  if (everywhere.find("settings", "code")) lines.push(words.kept_code);
  const list = element("ul", "");
  list.append(...lines.map((line) => element("li", "", { dir: "auto" }, line)));
  return lines.length ? list : element("p", "", {}, words.nothing_kept);
}

const panel = document.getElementById("remembered");
document.getElementById("show-memory").addEventListener("click", () => panel.replaceChildren(remembered()));
document.getElementById("forget").addEventListener("click", () => {
  memory.forget();
  platform.kept({});
  panel.replaceChildren(element("p", "", {}, words.forgotten));
});

const code = document.getElementById("show-code");
code?.addEventListener("change", () => showCode(code.checked));
if (code && everywhere.find("settings", "code")) showCode((code.checked = true));
for (const table of document.querySelectorAll(".wide table")) alignWords(table);
goOn();
draw();
