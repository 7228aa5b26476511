// Screens 2, 10 and 11: four questions before, four after, and what changed, for the participant alone.

const SURE = ["sure_0", "sure_1", "sure_2", "sure_3"];
const BET = 3; // the place of "would bet on it"

// Which set is asked on a screen: the letter's before, the other after. Whoever has no letter gets a coin.
function setOf(screen, context) {
  if (!context.find("letter", "set")) context.keep("letter", "set", crypto.getRandomValues(new Uint8Array(1))[0] % 2 ? "A" : "B");
  const first = context.find("letter", "set");
  const other = first === "A" ? "B" : "A";
  return screen === "before" ? first : other;
}

function questionsOf(screen, context) {
  const set = setOf(screen, context);
  return context.questions.filter((question) => question.name.startsWith(set));
}

function answerTo(question, context) {
  return context.find("answers", question.name) ?? {};
}

function askQuestions(screen, el, context) {
  const { words } = context;
  const withReasons = screen === "after";
  el.append(paragraph(words[screen].lead, "lead"));
  questionsOf(screen, context).forEach((question, place) => {
    const box = element("div", "question");
    el.append(box);
    askOne(question, `${place + 1}. ${question.text}`, box, context, withReasons);
  });
}

function askOne(question, text, box, context, withReasons) {
  const { words, keep } = context;
  const given = answerTo(question, context);
  const change = (entry) => keep("answers", question.name, { ...answerTo(question, context), ...entry });
  const options = question.options.map((option, place) => ["abcd"[place], `${"abcd"[place]}) ${option}`]);
  const sure = SURE.map((name, place) => [place, words.page[name]]);
  box.replaceChildren(
    choice(text, options, given.choice, (letter) => change({ choice: letter }), Boolean(given.seen)),
    choice(words.page.how_sure, sure, given.sure, (place) => change({ sure: place }), Boolean(given.seen)),
  );
  if (!withReasons) return;
  const line = answerLine(given.seen ? reasonOf(question, given, words) : "");
  if (!given.seen) box.append(button(words.after.see_why, see));
  box.append(line);

  function see() {
    const now = answerTo(question, context);
    if (now.choice === undefined || now.sure === undefined) {
      line.textContent = words.after.first;
      return;
    }
    change({ seen: true });
    context.send("answer", question.name, now.choice);
    askOne(question, text, box, context, withReasons);
    focusOn(box.querySelector(".told"));
  }
}

function reasonOf(question, { choice: letter }, words) {
  const answer = question.options["abcd".indexOf(question.right)];
  const verdict = letter === question.right ? words.after.right : filled(words.after.wrong, { letter: question.right, answer });
  return `${verdict} ${question.why}`;
}

// What was answered before goes out when the screen is left, each answer once.
function leaveBefore(context) {
  for (const question of questionsOf("before", context)) {
    const { choice: letter } = answerTo(question, context);
    if (letter !== undefined) context.send("answer", question.name, letter);
  }
}

function measureOf(screen, context) {
  const given = questionsOf(screen, context).map((question) => [question, answerTo(question, context)]);
  const answered = given.filter(([, { choice: letter }]) => letter !== undefined);
  const right = answered.filter(([question, { choice: letter }]) => letter === question.right);
  const bet = answered.filter(([question, { choice: letter, sure }]) => sure === BET && letter !== question.right);
  return { answered: answered.length, right: right.length, bet_wrong: bet.length };
}

function debrief(el, context) {
  const { words } = context;
  const sentences = listOf("ol", words.debrief.sentences);
  sentences.className = "sentences";
  el.append(sentences);
  if (!context.isRoom) {
    const measures = [measureOf("before", context), measureOf("after", context)];
    const rows = ["answered", "right", "bet_wrong"].map((name) => [words.debrief[name], ...measures.map((measure) => String(measure[name]))]);
    const head = [words.debrief.measure, words.debrief.before, words.debrief.after];
    el.append(tableOf(words.debrief.yours, head, rows), paragraph(words.debrief.few));
  }
  el.append(paragraph(words.debrief.ask, "ask"));
}
