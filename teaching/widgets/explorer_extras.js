// Two parts that an explorer may have beside its chart: a button for what takes long, and a table, folded.

// One cell as a table control shows it: by the letter of what became of it, and what is known of it.
function tableCell(table, place, letter, { low, high }, locked = true) {
  const { look, text, spoken } = table.states[letter];
  const slots = { cell: table.cells[place], count: table.counts[place], low, high };
  return { look, text: fill(text, slots), spoken: fill(spoken, slots), locked };
}

// The table at the present setting: for each cell a letter and, where it is hidden, the counts that are possible.
const foldedTable = {
  wanted: ({ table }) => Boolean(table),
  make({ figure: { table }, lookups, setting }, root) {
    const folded = element("details", "ft-explorer-table");
    const names = { label: table.label, corner: table.corner, rows: table.rows, columns: table.columns };
    const grid = smallModel({ ...names, cells: [], read_only: true, legend: table.legend, _looks: table.looks, sentence: "" });

    const cellAt = (place, letter, { low, high }) => tableCell(table, place, letter, { low: low[place], high: high[place] });

    function show(setting) {
      const { value } = lookups.find(table.lookup, setting);
      if (value && folded.open) grid.set("cells", [...value.letters].map((letter, place) => cellAt(place, letter, value)));
    }

    folded.append(element("summary", "", { ...OWN_KEYS, dir: "auto" }, table.label));
    grid.set("cells", table.cells.map((_, place) => cellAt(place, table.printed, { low: {}, high: {} })));
    tableControl.render({ model: grid, el: folded });
    folded.addEventListener("toggle", () => show(setting()));
    root.append(folded);
    return { show };
  },
};

const searchButton = {
  wanted: ({ search }) => Boolean(search),
  make({ figure: { search }, lookups, model, words, setting }, root) {
    const face = element("button", "ft-press-face", { type: "button", ...OWN_KEYS }, search.label);
    const { line, tell } = statusLine("ft-press-sentence");
    const row = element("div", "ft-press");
    row.append(face, line);
    root.append(row);
    let asked; // the last setting that was searched at

    function show(at) {
      const { value } = lookups.find(search.lookup, at);
      const waits = value === undefined && asked === JSON.stringify(at) ? words[lookups.ask(search.ask, at)] : "";
      face.setAttribute("aria-disabled", value !== undefined);
      tell(value ?? waits);
    }

    face.addEventListener("click", () => {
      if (face.getAttribute("aria-disabled") === "true") return;
      asked = JSON.stringify(setting());
      show(setting());
    });
    const heard = ({ news }) => news && asked === JSON.stringify(setting()) && tell(news);
    model.on("msg:custom", heard);
    return { show, clean: () => model.off("msg:custom", heard) };
  },
};
