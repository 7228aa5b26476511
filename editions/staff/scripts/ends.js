// The first and the last screen.

function begin(el, context) {
  const { words } = context;
  el.append(paragraph(words.begin.lead, "large"));
  const leaves = element("div", "leaves");
  leaves.append(...context.leaves.map((sentence) => paragraph(sentence)));
  el.append(leaves, listOf("ul", words.begin.points));
  if (context.isRoom) return;
  const letters = [["A", words.begin.letter_a], ["B", words.begin.letter_b], ["coin", words.begin.letter_coin]];
  const choose = (letter) => {
    context.keep("letter", "given", letter);
    context.keep("letter", "set", letter === "coin" ? undefined : letter);
  };
  const link = element("a", "", { href: "#room" }, words.begin.moderator);
  const aside = element("p", "aside");
  aside.append(link);
  el.append(choice(words.begin.letter, letters, context.find("letter", "given"), choose), button(words.begin.begin, () => context.go(1)), aside);
}

function home(el, context) {
  const { words } = context;
  const paper = element("section", "paper", { "aria-label": words.home.card_title });
  paper.append(element("h3", "", {}, words.home.card_title), listOf("ol", words.home.card));
  paper.append(element("h4", "", {}, words.home.five_title), listOf("ul", words.home.five), paragraph(words.home.stop, "stop"));
  if (context.own.contact) paper.append(paragraph(filled(words.page.contact, { contact: context.own.contact })));
  el.append(paper, paragraph(words.home.leak));
  if (context.isRoom) return;
  const line = answerLine(words.home.finished);
  const buttons = element("div", "buttons");
  let sure = false;
  const forget = button(words.home.delete, () => {
    line.textContent = sure ? words.home.deleted : words.home.delete_sure;
    if (sure) context.forget();
    sure = !sure;
  });
  buttons.append(
    button(words.home.print, () => print()),
    button(words.home.save, () => handOver(words.home.file, asText(context))),
    forget,
  );
  el.append(buttons, line);
}

// All that was answered, as lines of text, for whoever gave the answers.
function asText(context) {
  const { words } = context;
  const lines = [words.page.title, ""];
  for (const question of context.questions) {
    const { choice: letter, sure } = answerTo(question, context);
    if (letter === undefined) continue;
    const option = question.options["abcd".indexOf(letter)];
    lines.push(`${question.name}. ${question.text}`, `${letter}) ${option} (${words.page[SURE[sure]] ?? "-"})`, "");
  }
  for (const { name } of context.cases) {
    const decided = context.find("decision", name);
    if (decided) lines.push(`${words.decide[name].title}: ${words.decide[decided]}`, words.decide.reasons[context.find("reason", name)] ?? "", "");
  }
  return [...lines, ...words.debrief.sentences].join("\r\n");
}
