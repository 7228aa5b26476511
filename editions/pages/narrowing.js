// A chart on a narrow screen: what stands side by side goes one below the other, plots get narrower, long titles get
// lines. Letters keep their size, so nothing has to be read through a magnifying glass.

const ALWAYS_WIDE_ENOUGH = 960; // pixels: no chart is wider
const NARROWEST = 140; // pixels of a plot
const LETTER = 7.5; // pixels, about, of a letter in a title

// Something as wide as the screen of whoever reads, or as the page's middle.
function roomOf(el) {
  const main = document.querySelector("main");
  const { paddingLeft, paddingRight } = getComputedStyle(main);
  return (el.clientWidth || main.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)) - 2;
}

async function widthOf(spec) {
  const aside = document.createElement("div");
  const drawn = await fiftyThreeCharts.vegaEmbed(aside, structuredClone(spec), { actions: false, ast: true, renderer: "svg" });
  const width = Number(aside.querySelector("svg.marks").getAttribute("width"));
  drawn.finalize();
  return width;
}

function inLines(title, room) {
  const lines = [""];
  for (const word of title.split(" ")) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (longer.length * LETTER <= room || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.length > 1 ? lines : title;
}

// The same chart, its plots narrower by some pixels; data and expressions stay as they are.
function narrowed(spec, less, room) {
  function within(part) {
    if (Array.isArray(part)) return part.map(within);
    if (part === null || typeof part !== "object") return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, changed(key, value)]));
  }

  function changed(key, value) {
    if (["data", "datasets", "params", "transform", "tooltip"].includes(key)) return value;
    if (key === "width" && typeof value === "number") return Math.min(value, Math.max(NARROWEST, value - less));
    if (["title", "subtitle"].includes(key) && typeof value === "string") return inLines(value, room * 0.8);
    return within(value);
  }

  const { hconcat, facet, config, ...rest } = spec;
  const below = hconcat ? { ...rest, vconcat: hconcat.map(belowEachOther) } : rest;
  const columns = facet?.column ? { facet: facet.column, columns: 1 } : facet ? { facet } : {};
  return within({ ...below, ...columns, config: { ...config, legend: { ...config?.legend, columns: 1 } } });
}

function belowEachOther({ hconcat, ...part }) {
  return hconcat ? { ...part, vconcat: hconcat.map(belowEachOther) } : part;
}

// The chart as it fits into the screen. How wide it comes out is known when it is drawn: here, where nobody sees it.
// What is left too wide is made a little smaller by the style sheet, and scrolls.
async function fitting(el, spec) {
  const room = roomOf(el);
  if (room >= ALWAYS_WIDE_ENOUGH) return spec;
  let [fit, width] = [spec, await widthOf(spec)];
  for (const again of [false, true]) {
    if (width <= room) break;
    fit = narrowed(fit, again ? width - room : 0, room);
    width = await widthOf(fit);
  }
  el.style.setProperty("--whole", `${width}px`);
  return fit;
}
