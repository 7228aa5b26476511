// The sheet in its own shape. One cell at a time can be reached with Tab; arrow keys go on from there, Enter chooses.
// All text is set as text, never as HTML: it comes from somebody's file, and may run from right to left.

function element(tag, className = "", attributes = {}, text = "") {
  const node = document.createElement(tag);
  if (className) node.className = className;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.textContent = text;
  return node;
}

function columnLetters(column) {
  let letters = "";
  for (let rest = column + 1; rest; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const NUMBERS = new Set(["count", "hidden", "zero", "total", "percentage", "not applicable"]);

// Draw a sheet. look(cell) says how a cell looks: {look, letter, words, range}; choose(address) hears which was chosen.
function sheetGrid(root, rows, look, choose) {
  const cells = new Map();
  let at = [0, 0];
  const table = element("table", "", { role: "grid", "aria-label": root.dataset.label });

  function show(address) {
    const { node, cell } = cells.get(address);
    const { look: name, letter, words, range = "", text = cell.text } = look(cell);
    node.dataset.look = name;
    node.classList.toggle("number", NUMBERS.has(cell.kind));
    node.title = cell.text.length > 20 ? cell.text : "";
    node.replaceChildren(element("span", "", { dir: "auto" }, text), element("span", "letter", {}, letter));
    if (range) node.append(element("span", "range", {}, range));
    node.setAttribute("aria-label", [address, text, words, range].filter(Boolean).join(", "));
    node.classList.toggle("corrected", cell.corrected);
  }

  function moveTo(place, focus) {
    nodeAt(at)?.setAttribute("tabindex", "-1");
    at = place;
    nodeAt(at)?.setAttribute("tabindex", "0");
    if (focus) nodeAt(at).focus();
  }

  function nodeAt([row, column]) {
    const cell = rows[row]?.[column];
    return cell && cells.get(cell.address).node;
  }

  function placeOf(node) {
    return [Number(node.dataset.row), Number(node.dataset.column)];
  }

  const head = element("tr");
  head.append(element("th", "", { scope: "col" }, "\u00a0"));
  (rows[0] ?? []).forEach((_, column) => head.append(element("th", "", { scope: "col" }, columnLetters(column))));
  const top = element("thead");
  top.append(head);
  const body = element("tbody");
  rows.forEach((line, row) => {
    const drawn = element("tr");
    drawn.append(element("th", "", { scope: "row" }, String(row + 1)));
    line.forEach((cell, column) => {
      const place = { role: "gridcell", tabindex: "-1", "data-row": row, "data-column": column };
      const node = element("td", "", place);
      cells.set(cell.address, { node, cell });
      show(cell.address);
      drawn.append(node);
    });
    body.append(drawn);
  });
  table.append(top, body);

  table.addEventListener("keydown", (event) => {
    const node = event.target.closest("td");
    if (!node || event.altKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      chooseNode(node);
      return;
    }
    const width = rows[0].length;
    const [row, column] = placeOf(node);
    const next = placeAfter(event.key, row * width + column, width, rows.length * width, event.ctrlKey);
    if (next === undefined) return;
    event.preventDefault();
    moveTo([Math.floor(next / width), next % width], true);
  });
  table.addEventListener("click", (event) => {
    const node = event.target.closest("td");
    if (node) chooseNode(node);
  });

  function chooseNode(node) {
    const place = placeOf(node);
    moveTo(place, false);
    choose(rows[place[0]][place[1]].address);
  }

  function select(address) {
    for (const { node } of cells.values()) node.removeAttribute("aria-selected");
    const found = cells.get(address);
    if (!found) return;
    found.node.setAttribute("aria-selected", "true");
    moveTo(placeOf(found.node), false);
    found.node.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function mark(addresses, className) {
    for (const { node } of cells.values()) node.classList.remove(className);
    for (const address of addresses) cells.get(address)?.node.classList.add(className);
  }

  // Arcs from the cells that give a cell away to that cell: beside the numbers, not through them.
  function draw(address, addresses) {
    root.querySelector("svg")?.remove();
    const target = cells.get(address)?.node;
    const givers = addresses.map((each) => cells.get(each)?.node).filter((node) => node && node !== target);
    if (!target || !givers.length) return;
    const middle = (node) => [node.offsetLeft + node.offsetWidth / 2, node.offsetTop + node.offsetHeight / 2];
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("width", table.offsetWidth);
    svg.setAttribute("height", table.offsetHeight);
    for (const giver of givers) {
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      const [[x1, y1], [x2, y2]] = [middle(giver), middle(target)];
      const upright = Math.abs(x1 - x2) < 20;
      const bow = upright ? [(x1 + x2) / 2 - 60, (y1 + y2) / 2] : [(x1 + x2) / 2, (y1 + y2) / 2 - 34];
      path.setAttribute("d", `M ${x1 - 16} ${y1 - 4} Q ${bow.join(" ")} ${x2 - 16} ${y2 - 8}`);
      svg.append(path);
    }
    root.append(svg);
  }

  const first = rows.findIndex((line) => line.some((cell) => cell.text));
  root.replaceChildren(table);
  if (rows.length) moveTo([Math.max(first, 0), 0], false);
  return { select, mark, draw, showAll: () => [...cells.keys()].forEach(show) };
}
