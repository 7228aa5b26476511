// The hour: one screen at a time, next and back, and what this browser remembers.

const shown = JSON.parse(document.getElementById("what-is-shown").textContent);
const { words, screens } = shown;
const isRoom = location.hash === "#room";
const memory = memoryOf({ page: isRoom ? "hour-room" : "hour", version: shown.version });
const sending = document.getElementById("sending");

// Only the build for a room carries what sends, and only the build for a platform what talks to one.
const room = isRoom || typeof sendingOf === "undefined" ? { send() {} } : sendingOf({ version: shown.version, words: words.page }, sending);
const platform = isRoom || typeof platformOf === "undefined" ? { begin() {}, kept() {}, finished() {} } : platformOf({ ...shown, dispensable: ["survey", "attacked", "known", "monday", "crossed"] }); // what can be clicked again

const drawings = {
  begin, joke, dots, card, monday, hide, who, decide, debrief, home,
  before: (el, context) => askQuestions("before", el, context),
  after: (el, context) => askQuestions("after", el, context),
};
const leaving = { before: leaveBefore, decide: leaveDecide };
const parts = screens.map(({ name }) => document.getElementById(`screen-${name}`));
const bar = document.getElementById("progress");
const [back, next] = ["back", "next"].map((name) => document.getElementById(name));

const context = {
  ...shown, isRoom, go, redraw,
  find: memory.find,
  keep(kind, name, value) {
    memory.keep(kind, name, value);
    platform.kept(memory.all());
  },
  send: room.send,
  forget() {
    memory.forgetPage();
    platform.kept({});
  },
};

let place = 0;

function draw(number) {
  const { name } = screens[number];
  const heading = element("h2", "", { tabindex: -1, id: `title-${name}` }, words.titles[name]);
  parts[number].replaceChildren(heading);
  try {
    if (isRoom) inRoom(screens[number], parts[number], context);
    else drawings[name](parts[number], context);
  } catch (error) {
    parts[number].append(paragraph(`${words.page.broken} ${error.message}`, "notice"));
  }
}

// Draw the screen anew, and put the focus where one goes on.
function redraw(selector) {
  draw(place);
  focusOn(parts[place].querySelector(selector));
}

function focusOn(node) {
  if (!node) return;
  if (node.tabIndex < 0) node.tabIndex = -1;
  node.focus();
}

function go(number, focus = true) {
  if (focus && number > place) leaving[screens[place].name]?.(context);
  place = Math.min(Math.max(number, 0), screens.length - 1);
  context.keep("place", "screen", screens[place].name);
  parts.forEach((part, other) => part.classList.toggle("current", other === place));
  draw(place);
  bar.textContent = filled(words.page.progress, { place: place + 1, all: screens.length });
  back.disabled = place === 0;
  next.disabled = place === screens.length - 1;
  document.title = `${words.titles[screens[place].name]} - ${words.page.title}`;
  if (place === screens.length - 1) platform.finished(lastAnswers());
  if (!focus) return;
  scrollTo(0, 0);
  focusOn(parts[place].querySelector("h2"));
}

// What a platform may be told of the four questions after, if that is switched on.
function lastAnswers() {
  return questionsOf("after", context).map((question) => ({ ...question, given: answerTo(question, context).choice }));
}

function start() {
  document.documentElement.classList.toggle("room", isRoom);
  document.getElementById("role").hidden = !isRoom;
  const saved = platform.begin();
  if (saved) {
    memory.forgetPage();
    for (const [kind, entries] of Object.entries(saved)) for (const [name, value] of Object.entries(entries)) memory.keep(kind, name, value);
  }
  const left = screens.findIndex(({ name }) => name === context.find("place", "screen"));
  go(Math.max(left, 0), false);
  document.documentElement.dataset.ready = "true";
}

back.addEventListener("click", () => go(place - 1));
next.addEventListener("click", () => go(place + 1));
addEventListener("hashchange", () => location.reload());
addEventListener("beforeprint", () => screens.forEach((_, number) => number === place || draw(number)));
start();
