// A guess and the answer side by side: in a sentence, and as two marks on one scale.

const SCALE = { width: 420, edge: 48, label: 80 }; // no label is wider than twice `label`

function sentenceOf({ guess, truth, words, number }) {
  const said = (value) => (typeof value === "number" ? number(value) : String(value));
  if (guess === truth) return fillIn(words.revealed_right, { guess: said(guess) });
  const apart = typeof guess === "number" && typeof truth === "number";
  const off = apart ? fillIn(guess < truth ? words.too_low : words.too_high, { difference: number(Math.abs(guess - truth)) }) : "";
  return `${fillIn(words.revealed, { guess: said(guess), truth: said(truth) })}${off && ` ${off}`}`;
}

function fillIn(template, slots) {
  return template.replace(/\{(\w+)\}/g, (slot, name) => (name in slots ? String(slots[name]) : slot));
}

function drawn({ guess, truth, scale, words, number }, sentence) {
  if (!scale || typeof truth !== "number" || !Number.isFinite(truth)) return null;
  const low = Math.min(...scale, guess, truth);
  const high = Math.max(...scale, guess, truth);
  const across = (value) => SCALE.edge + ((SCALE.width - 2 * SCALE.edge) * (value - low)) / (high - low || 1);
  const svg = shape("svg", { role: "img", "aria-label": sentence, viewBox: `0 0 ${SCALE.width} 70`, class: "revealed-scale" });
  const write = (x, y, text, anchor) => svg.append(shape("text", { x, y, "text-anchor": anchor, "font-size": 13 }, text));
  const label = (x, y, text) => {
    if (x < SCALE.label) write(0, y, text, "start");
    else if (x > SCALE.width - SCALE.label) write(SCALE.width, y, text, "end");
    else write(x, y, text, "middle");
  };
  svg.append(shape("line", { x1: SCALE.edge, x2: SCALE.width - SCALE.edge, y1: 30, y2: 30, stroke: "currentColor" }));
  write(SCALE.edge - 8, 34, number(low), "end");
  write(SCALE.width - SCALE.edge + 8, 34, number(high), "start");
  const [there, here] = [across(truth), across(guess)];
  svg.append(shape("polygon", { points: `${there - 8},18 ${there + 8},18 ${there},30`, class: "revealed-truth" }));
  label(there, 13, words.the_answer);
  svg.append(shape("circle", { cx: here, cy: 38, r: 7, class: "revealed-guess" }));
  label(here, 62, words.your_guess);
  return svg;
}

function shape(tag, attributes, text = "") {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.textContent = text;
  return node;
}
