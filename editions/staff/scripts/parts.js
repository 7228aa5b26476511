// Small parts that several screens are made of. All text is set as text, never as HTML.

// Fill the slots of a sentence: "{red} of {all}".
function filled(template, slots) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => (name in slots ? String(slots[name]) : whole));
}

function paragraph(text, className = "") {
  return element("p", className, {}, text);
}

function listOf(tag, lines) {
  const list = element(tag, "");
  list.append(...lines.map((line) => element("li", "", {}, line)));
  return list;
}

// One choice among several: chosen is a key or undefined; choose(key) is called at each change.
function choice(legend, options, chosen, choose, locked = false) {
  const group = element("fieldset", "choice");
  group.disabled = locked;
  group.append(element("legend", "", {}, legend));
  const name = newName("choice");
  for (const [key, text] of options) {
    const label = element("label", "option");
    const input = element("input", "", { type: "radio", name, value: key });
    input.checked = key === chosen;
    input.addEventListener("change", () => choose(key));
    label.append(input, element("span", "", {}, text));
    group.append(label);
  }
  return group;
}

function check(text, checked, change) {
  const label = element("label", "option");
  const input = element("input", "", { type: "checkbox" });
  input.checked = checked;
  input.addEventListener("change", () => change(input.checked));
  label.append(input, element("span", "", {}, text));
  return label;
}

// A number to be typed in; told(number) is called where it is a whole one between the ends.
function numberBox(text, { least, most, value }, told) {
  const label = element("label", "number");
  const input = element("input", "", { type: "number", min: least, max: most, step: 1, inputmode: "numeric" });
  if (value !== undefined) input.value = value;
  const whole = () => (/^\d+$/.test(input.value) && input.value >= least && input.value <= most ? Number(input.value) : undefined);
  input.addEventListener("input", () => told?.(whole()));
  label.append(element("span", "", {}, text), input);
  return { label, input, whole };
}

// A table: its first column are headings of rows. A cell is a text or an element.
function tableOf(caption, head, rows, className = "") {
  const table = element("table", className);
  table.append(element("caption", "", {}, caption));
  const top = table.createTHead().insertRow();
  top.append(...head.map((text) => element("th", "", { scope: "col" }, text)));
  const body = table.createTBody();
  for (const [first, ...cells] of rows) {
    const row = body.insertRow();
    row.append(element("th", "", { scope: "row" }, first));
    for (const cell of cells) {
      if (typeof cell === "string") row.append(element("td", "", {}, cell));
      else row.insertCell().append(cell);
    }
  }
  const frame = element("div", "wide", { role: "region", tabindex: 0, "aria-label": caption });
  frame.append(table);
  return frame;
}

// What is said after a press stands in a line that is read out.
function answerLine(text = "") {
  return element("p", "told", { role: "status" }, text);
}

// Hand a file over to whoever sits here; nothing is sent.
function handOver(name, text, type = "text/plain") {
  const link = element("a", "", { download: name, href: URL.createObjectURL(new Blob([text], { type })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
