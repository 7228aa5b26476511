// The way through the page: files, reading, questions, verdict, another threshold, repair, files to take home.
// Nothing is kept: each request carries all that the program needs, and leaves this machine for nowhere.

const state = { files: {}, answers: {}, given: new Map(), kinds: {}, view: null, wishes: null };
const STEPS = ["file", "read", "asked", "found", "threshold", "repair", "files"];

function tell(text) {
  byId("status").textContent = text;
}

function complain(text) {
  byId("failure").textContent = text;
  tell("");
  if (text) byId("failure").scrollIntoView({ block: "center" });
}

function unfold(names) {
  for (const name of STEPS) {
    byId(name).hidden = !names.includes(name);
    document.querySelector(`#steps a[href="#${name}"]`).parentElement.hidden = !names.includes(name);
  }
}

// Beside what is told, how long it has taken: for eyes alone, once a second.
function countSeconds() {
  const begun = Date.now();
  return setInterval(() => { byId("status").dataset.seconds = Math.round((Date.now() - begun) / 1000); }, 1000);
}

async function ask(path, more = {}) {
  const { files, answers, kinds: corrected } = state;
  complain("");
  tell(path === "check" ? say.reading : say.working);
  document.body.setAttribute("aria-busy", "true");
  const clock = countSeconds();
  try {
    const body = JSON.stringify({ ...files, answers, kinds: corrected, look: chosen("found-look"), ...more });
    const response = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body });
    const said = await response.json();
    tell("");
    if (!said.refused) return said;
    complain(said.refused);
  } catch {
    complain(say.gone);
  } finally {
    clearInterval(clock);
    delete byId("status").dataset.seconds;
    document.body.removeAttribute("aria-busy");
  }
  return null;
}

function contentOf(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

// Take a file that was chosen or dropped. An empty file has no comma in its address: its content is the empty text.
async function take(name, file) {
  complain("");
  const before = state.files.table;
  let putAway = "";
  if (!file) {
    delete state.files[name];
  } else if (file.size > MOST_FILE) {
    return complain(filled(say.too_large, { name: file.name }));
  } else {
    try {
      state.files[name] = { name: file.name, bytes: file.size ? await contentOf(file) : "" };
    } catch {
      return complain(filled(say.changed, { name: file.name }));
    }
  }
  if (name === "table" && before) putAway = beginAnew();
  if (state.files.table) await check(name === "table");
  if (putAway || !state.files.table) tell(putAway || (file ? say.table_next : ""));
  return undefined;
}

// Another table: whatever was chosen, answered or wished for belongs to the one before. Says which files that were.
function beginAnew() {
  const { table, ...others } = state.files;
  const names = Object.values(others).map(({ name }) => name).join(", ");
  Object.assign(state, { files: table ? { table } : {}, answers: {}, kinds: {}, view: null, wishes: null });
  state.given.clear();
  for (const id of ["office", "earlier", "rules", "from", "mark", "keep"]) byId(id).value = "";
  unfold(["file"]);
  return names ? filled(say.put_away, { names }) : "";
}

// A table that was copied from a spreadsheet or a text, read as a file of text; a spreadsheet adds a picture of it.
function paste(event) {
  if (event.target.closest?.("input, textarea")) return undefined;
  const { files } = event.clipboardData;
  const text = event.clipboardData.getData("text/plain");
  if (text.trim().includes("\n")) {
    return take("table", new File([text], `${say.pasted}.${text.includes("\t") ? "tsv" : "csv"}`));
  }
  return files.length === 1 ? take("table", files[0]) : complain(say.nothing_pasted);
}

async function check(move = true) {
  const view = await ask("check");
  if (!view) return;
  state.view = view;
  state.wishes = null;
  const steps = ["file", "read", ...(view.questions.length ? ["asked"] : []), ...(view.was_read ? ["found", "threshold", "repair", "files"] : [])];
  unfold(steps);
  showRead(view, (address, kind) => {
    state.kinds[address] = kind;
    check(false);
  });
  showAnswers([...state.given.values()], askAgain);
  if (view.questions.length) showQuestions(view, answered, complain);
  if (view.was_read) showVerdict(view);
  if (move) goTo(view.questions.length ? "read" : view.was_read ? "found" : "read");
}

function showVerdict(view) {
  showFound(view);
  for (const alone of document.querySelectorAll(".alone")) {
    alone.textContent = view.by_itself;
    alone.hidden = !view.by_itself;
  }
  for (const needs of document.querySelectorAll(".needs")) needs.hidden = view.has_counts;
  for (const tries of document.querySelectorAll(".tries")) tries.hidden = !view.has_counts;
  byId("keep").value = "";
  for (const id of ["repair-line", "ways", "made"]) byId(id).replaceChildren();
  for (const id of ["repair-grid", "threshold-grid"]) byId(id).replaceChildren();
  byId("repair-footnote").hidden = byId("ways-box").hidden = true;
  if (view.threshold && ["", state.suggested].includes(byId("from").value)) byId("from").value = state.suggested = String(view.threshold);
  if (view.has_counts) {
    byId("slider").value = view.threshold ?? 5;
    moveSlider();
  }
}

function goTo(name) {
  byId(name).scrollIntoView({ block: "start" });
  byId(name).focus({ preventScroll: true });
}

function answered(answers) {
  for (const { name, sentence, options } of state.view.questions) {
    state.given.set(name, { name, sentence, answer: new Map(options).get(answers[name]) ?? answers[name] });
  }
  Object.assign(state.answers, answers);
  check();
}

function askAgain(name) {
  delete state.answers[name];
  state.given.delete(name);
  check();
}

const chosen = (name) => document.querySelector(`input[name="${name}"]:checked`).value;

let waiting = 0;
function moveSlider() {
  const threshold = Number(byId("slider").value);
  const who = landmarks[threshold];
  const words = who ? `${threshold}, ${filled(say.at_landmark, { who })}` : String(threshold);
  byId("slider-value").textContent = words;
  byId("slider").setAttribute("aria-valuetext", words);
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const wishes = { threshold, against: chosen("slider-look") };
    const found = await ask("threshold", { wishes });
    if (found && threshold === Number(byId("slider").value)) showThreshold(state.view, found);
  }, 150);
}

async function repair(event) {
  event.preventDefault();
  const wishes = {
    threshold: byId("from").value,
    width: byId("width").value,
    mark: byId("mark").value,
    keep: byId("keep").value,
    against: chosen("repair-look"),
  };
  const found = await ask("repair", { wishes });
  state.wishes = found ? wishes : null;
  byId("made").replaceChildren();
  if (found) showRepair(state.view, found, keep);
}

// A cell that is chosen in the proposal must be published; chosen once more, it need not.
function keep(address) {
  const kept = byId("keep").value.split(/[\s,;]+/).filter(Boolean);
  const others = kept.filter((other) => other !== address);
  byId("keep").value = (others.length < kept.length ? others : [...kept, address]).join(", ");
}

async function makeFiles() {
  const said = await ask("files", { wishes: state.wishes, decided: byId("decided").value });
  if (!said) return;
  byId("made").replaceChildren(...said.files.map(({ name, bytes }) => {
    const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([content], { type: "application/octet-stream" }));
    const line = element("li");
    line.append(element("a", "", { href: address, download: name }, filled(say.save, { name })));
    return line;
  }));
  tell(filled(say.files_made, { count: said.files.length }));
}

// A file that was named in the terminal is there from the beginning.
async function begin() {
  const response = await fetch("begin");
  Object.assign(state.files, await response.json());
  if (state.files.table) await check();
}

function start() {
  for (const name of ["table", "office", "earlier", "rules"]) {
    byId(name).addEventListener("change", ({ target }) => take(name, target.files[0]));
  }
  const drop = byId("drop");
  const over = (event) => {
    event.preventDefault();
    drop.classList.add("over");
  };
  document.addEventListener("dragover", over);
  document.addEventListener("dragleave", () => drop.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const { files } = event.dataTransfer;
    if (files.length === 1) take("table", files[0]);
    else complain(say.one_file);
  });
  document.addEventListener("paste", paste);
  for (const input of document.querySelectorAll('input[name="found-look"]')) input.addEventListener("change", () => check(false));
  byId("slider").addEventListener("input", moveSlider);
  for (const input of document.querySelectorAll('input[name="slider-look"]')) input.addEventListener("change", moveSlider);
  byId("wishes").addEventListener("submit", repair);
  byId("make").addEventListener("click", makeFiles);
  begin().finally(() => {
    document.documentElement.dataset.ready = "yes";
  });
}

start();
