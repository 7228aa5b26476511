// Why the small audit says what it says: for one cell a sentence, made of the lines that prove its bounds. Rows have the
// numbers 0, 1, .. as lines, columns go on from there; the last of each holds totals. Sentences are templates.

const sumOf = (numbers) => numbers.reduce((sum, number) => sum + number, 0);

function nameOfLine({ rows, columns }, line) {
  return [...rows, ...columns][line];
}

function listed({ rows, columns, reasons }, lines) {
  const names = lines.map((line) => nameOfLine({ rows, columns }, line));
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${reasons.and} ${names.at(-1)}`;
}

// The cells of one line: its total, and those that sum to it.
function cellsOfLine({ rows, columns }, line) {
  const width = columns.length;
  const isRow = line < rows.length;
  const cells = isRow ? columns.map((_, column) => line * width + column) : rows.map((_, row) => row * width + line - rows.length);
  return { parts: cells.slice(0, -1), total: cells.at(-1) };
}

// What a line hides in all: its total less its printed parts; undefined where the total is hidden.
function hiddenIn(table, kinds, line) {
  const { parts, total } = cellsOfLine(table, line);
  if (kinds[total] !== "printed") return undefined;
  return table.counts[total] - sumOf(parts.filter((cell) => kinds[cell] === "printed").map((cell) => table.counts[cell]));
}

// One line in which nothing else is hidden, told the way one would do the sum by hand.
function aloneInLine(table, kinds, line, cell) {
  const { parts, total } = cellsOfLine(table, line);
  const left = hiddenIn(table, kinds, line);
  const alone = parts.every((other) => (other === cell) === (kinds[other] !== "printed"));
  if (left === undefined || !alone) return undefined;
  const sum = table.counts[total];
  return fill(table.reasons.alone, { total: table.cells[total], sum, taken: sum - left, left });
}

// Rows and columns count against each other, lines of totals the other way round (see pipesOf): then every cell that
// stands in two of the lines cancels out.
function sideOf({ rows, columns }, line) {
  const isTotals = line === rows.length - 1 || line === rows.length + columns.length - 1;
  return (line < rows.length) !== isTotals;
}

// Some lines hide so much, others so much of it, and all but one cell cancels out.
function hiddenTogether(table, kinds, lines, cell) {
  const hides = new Map(lines.map((line) => [line, hiddenIn(table, kinds, line)]));
  const homes = lines.filter((line) => cellsOfLine(table, line).parts.includes(cell));
  if (homes.length !== 1 || [...hides.values()].includes(undefined)) return undefined;
  const [added, taken] = [true, false].map((same) => lines.filter((line) => (sideOf(table, line) === sideOf(table, homes[0])) === same));
  const hiddenOf = (side) => side.flatMap((line) => cellsOfLine(table, line).parts).filter((other) => kinds[other] !== "printed");
  const rest = hiddenOf(added).filter((other) => other !== cell);
  const others = hiddenOf(taken);
  const cancels = rest.length === others.length && rest.every((other) => others.includes(other));
  if (!taken.length || !cancels) return undefined;
  const [sum, part] = [added, taken].map((side) => sumOf(side.map((line) => hides.get(line))));
  return fill(table.reasons.together, { added: listed(table, added), sum, taken: listed(table, taken), part, left: sum - part });
}

// One of the two bounds.
function boundInWords(table, kinds, lines, cell, bound, words) {
  if (!lines.length) return fill(words.rule, { bound });
  const sum = hiddenIn(table, kinds, lines[0]);
  const isPart = cellsOfLine(table, lines[0]).parts.includes(cell);
  const template = lines.length === 1 && isPart && sum !== undefined ? words.line : words.lines;
  return fill(template, { lines: listed(table, lines), sum, bound });
}

// The reason for what is known of one cell: by one sum where that is enough, else for each of the two bounds.
function reasonFor(table, { kinds, limits, cells }, cell) {
  const { low, high, above, below } = cells[cell];
  const [least, most] = limits[cell];
  if (low === high) {
    for (const lines of [below, above]) {
      const words = lines.length === 1 ? aloneInLine(table, kinds, lines[0], cell) : hiddenTogether(table, kinds, lines, cell);
      if (words) return words;
    }
  }
  const clauses = [];
  if (low === high || high < most) clauses.push(boundInWords(table, kinds, above, cell, high, table.reasons.most));
  if (low === high || low > least) clauses.push(boundInWords(table, kinds, below, cell, low, table.reasons.least));
  return clauses.length ? clauses.join(table.reasons.both) : fill(table.reasons.open, { low, high });
}
