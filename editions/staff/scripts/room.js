// The moderator's screen, for the projector: scenes, a clock, and what the moderator types in. It reads nobody's answers.

function clock(minutes, words) {
  const box = element("div", "clock");
  const face = element("span", "face", { role: "timer" });
  let left = minutes * 60;
  let ticking = 0;
  const two = (number) => String(number).padStart(2, "0");
  const show = () => {
    const time = `${Math.floor(left / 60)}:${two(left % 60)}`;
    face.textContent = left > 0 ? filled(words.room.clock, { minutes: time }) : words.room.over;
    press.textContent = ticking ? words.room.pause : words.room.start;
  };
  const tick = () => {
    left = Math.max(0, left - 1);
    if (!left || !box.isConnected) stop();
    show();
  };
  const stop = () => {
    clearInterval(ticking);
    ticking = 0;
  };
  const press = button("", () => {
    if (ticking) stop();
    else if (left) ticking = setInterval(tick, 1000);
    show();
  });
  show();
  box.append(face, press);
  return box;
}

function counters(name, keys, texts, context, changed) {
  const box = element("div", "counters");
  const counts = { ...context.find("counts", name) };
  keys.forEach((key, place) => {
    const { label } = numberBox(texts[place], { least: 0, most: 999, value: counts[key] }, (number) => {
      counts[key] = number;
      context.keep("counts", name, { ...counts });
      changed?.();
    });
    box.append(label);
  });
  return box;
}

function split(el, context) {
  const { words } = context;
  const line = answerLine();
  const keys = ["harmless", "not_harmless"];
  const show = () => {
    const counts = context.find("counts", "joke") ?? {};
    const complete = keys.every((key) => counts[key] !== undefined);
    line.textContent = complete ? filled(words.room.split, counts) : "";
  };
  el.append(paragraph(words.room.votes), counters("joke", keys, keys.map((key) => words.room[key]), context, show), line);
  show();
}

const DECISIONS = ["publish", "change", "stop"];

function casesOf(context) {
  const own = context.own.cases.map(({ title }, place) => ({ name: `own-${place + 1}`, title }));
  return [...context.cases.map(({ name }) => ({ name, title: context.words.decide[name].title })), ...own];
}

function decided(el, context) {
  const { words } = context;
  el.append(element("h3", "", {}, words.room.decided));
  for (const { name, title } of casesOf(context)) {
    const group = element("fieldset", "choice");
    group.append(element("legend", "", {}, title), counters(name, DECISIONS, DECISIONS.map((key) => words.decide[key]), context));
    el.append(group);
  }
  el.append(button(words.room.save, () => handOver(words.room.file, decisionsOf(context), "text/csv")));
}

// The only thing that is in the file: what pairs said aloud.
function decisionsOf(context) {
  const { words } = context;
  const quoted = (text) => `"${String(text).replaceAll('"', '""')}"`;
  const rows = casesOf(context).map(({ name, title }) => {
    const counts = context.find("counts", name) ?? {};
    return [title, ...DECISIONS.map((key) => counts[key] ?? "")];
  });
  const head = [words.room.case, ...DECISIONS.map((key) => words.decide[key])];
  return [head, ...rows].map((row) => row.map(quoted).join(",")).join("\r\n");
}

// A screen as the room sees it.
function inRoom(screen, el, context) {
  const { words } = context;
  const top = element("div", "title-and-clock");
  top.append(el.querySelector("h2"), clock(screen.minutes, words));
  el.append(top, paragraph(words.room.say[screen.name], "say"));
  if (screen.name === "before" || screen.name === "after") el.append(paragraph(words.room.nothing_to_show));
  else drawings[screen.name](el, context);
  if (screen.name === "joke") split(el, context);
  if (screen.name === "decide") decided(el, context);
}
