// Tables and wide frames: words stand at the left, numbers at the right, and what is wider than the screen says so.

const LONG = 40; // letters that want a wide column
const NUMERIC = /^(?:[\s\d.,:;%\u2212+\u2013<>~c*-]*|<NA>|NaN)$/;

// A column that holds a word has its words, and its heading, at the beginning of the line.
function alignWords(table) {
  const body = [...table.tBodies].flatMap(({ rows }) => [...rows]);
  const across = Math.max(0, ...body.map(({ cells }) => cells.length));
  const rows = [...table.rows].filter(({ cells }) => cells.length === across);
  for (let place = 0; place < across; place++) {
    const texts = body.map(({ cells }) => cells[place]?.textContent.trim() ?? "");
    if (texts.every((text) => NUMERIC.test(text))) continue;
    const long = texts.some((text) => text.length > LONG);
    for (const { cells } of rows) cells[place].classList.add("words", ...(long ? ["long"] : []));
  }
}

// A sentence above each frame that hides something at its end; it goes where the screen gets wide enough.
function sayWhatIsWider(sentence) {
  const hints = new Map();
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) hints.get(target).hidden = target.scrollWidth <= target.clientWidth + 2;
  });
  for (const frame of document.querySelectorAll(".wide, .chart, .ft-explorer-chart, .ft-table-scroller")) {
    const hint = element("p", "wider", {}, sentence);
    hint.hidden = true;
    hints.set(frame, hint);
    frame.before(hint);
    watch.observe(frame);
  }
}
