// A small audit, to be read: of a two-way table with totals, some of it hidden, which counts stay possible?
//
// Think of water in pipes. Each line of the table (a row or a column, those of totals too) is a place where pipes meet,
// and each cell is a pipe between its row and its column. Cells that are no totals run from the row to the column,
// totals run back. "The parts of a line sum to its total" then says: as much flows out of a place as into it. So each
// table that fits the print is a flow (in the field's terms: a circulation with lower and upper bounds), and the
// largest count that a cell can have is the most that can be sent round through its pipe (Ford & Fulkerson 1956). In
// such a network whole numbers are as good as fractions (it is totally unimodular), so these bounds are exact.
//
// The small audit knows tables with rows, columns and all totals, the rule "1 to k - 1 is hidden, zeros are printed",
// and an attacker who knows which hidden cells are small. Everything else is for the audit in Python, which is the
// truth that this one is held to (tests/browser/test_small_audit.py).

// What the rule says of a cell by itself: the least and the most that it can be.
// kind is "printed", "small" (hidden by the rule), or "cover" (hidden to cover others, so k or more).
function limitsOf(kind, count, threshold) {
  if (kind === "printed") return [count, count];
  return kind === "small" ? [1, threshold - 1] : [threshold, Infinity];
}

// The table as pipes. limits are in reading order, the totals last in each row and column; places are numbered rows
// first, then columns.
function pipesOf(limits, width) {
  const height = limits.length / width;
  return limits.map(([low, high], cell) => {
    const row = Math.floor(cell / width);
    const column = cell % width;
    const isTotalOfOneLine = (row === height - 1) !== (column === width - 1);
    const [from, to] = isTotalOfOneLine ? [height + column, row] : [row, height + column];
    return { from, to, low, high, flow: low };
  });
}

// Where one can get to from a place through one pipe: forwards if more fits in, backwards if something can be left out.
function stepThrough(pipe, place) {
  if (pipe.from === place && pipe.flow < pipe.high) return { to: pipe.to, pipe, sign: 1, room: pipe.high - pipe.flow };
  if (pipe.to === place && pipe.flow > pipe.low) return { to: pipe.from, pipe, sign: -1, room: pipe.flow - pipe.low };
  return undefined;
}

// All places that can be reached from a start, each with the step that led to it; the shortest ways first.
function reachedFrom(start, pipes) {
  const steps = new Map([[start, null]]);
  for (const place of steps.keys()) {
    for (const pipe of pipes) {
      const step = stepThrough(pipe, place);
      if (step && !steps.has(step.to)) steps.set(step.to, { ...step, from: place });
    }
  }
  return steps;
}

function wayTo(goal, steps) {
  const way = [];
  for (let step = steps.get(goal); step; step = steps.get(step.from)) way.push(step);
  return way;
}

// Send as much as is wanted from a start to a goal. Where not all gets there, the places that could still be reached
// are the proof: every pipe that leads out of them is full, every pipe that leads into them is at its least.
function send(start, goal, wanted, pipes) {
  let sent = 0;
  while (sent < wanted) {
    const steps = reachedFrom(start, pipes);
    if (!steps.has(goal)) return { sent, stopped: [...steps.keys()] };
    const way = wayTo(goal, steps);
    const room = Math.min(wanted - sent, ...way.map((step) => step.room));
    if (room === Infinity) return { sent, endless: true };
    for (const { pipe, sign } of way) pipe.flow += sign * room;
    sent += room;
  }
  return { sent };
}

// How much more flows into each place than out of it.
function surplusOf(pipes, places) {
  const surplus = Array(places).fill(0);
  for (const { from, to, flow } of pipes) {
    surplus[from] -= flow;
    surplus[to] += flow;
  }
  return surplus;
}

// Make the flows those of a table that fits the print; false if there is none.
function balance(pipes, places) {
  const surplus = surplusOf(pipes, places);
  for (let start = 0; start < places; start += 1) {
    for (let goal = 0; goal < places && surplus[start] > 0; goal += 1) {
      if (surplus[goal] >= 0) continue;
      const { sent } = send(start, goal, Math.min(surplus[start], -surplus[goal]), pipes);
      surplus[start] -= sent;
      surplus[goal] += sent;
    }
  }
  return surplus.every((left) => left === 0);
}

// The most that a cell can be: send round through the others what flows out at the end of its pipe. Then the least.
function rangeOf(pipe, pipes) {
  const others = pipes.filter((other) => other !== pipe);
  const up = send(pipe.to, pipe.from, pipe.high - pipe.flow, others);
  pipe.flow += up.sent;
  const high = up.endless ? Infinity : pipe.flow;
  const down = send(pipe.from, pipe.to, pipe.flow - pipe.low, others);
  pipe.flow -= down.sent;
  return { low: pipe.flow, high, above: proofFrom(up.stopped, pipe, pipes), below: proofFrom(down.stopped, pipe, pipes) };
}

// The lines that prove a bound, as few as can be told: the places that were reached or all others (together they say
// the same), and of these only what hangs together with the cell. No line is needed where the rule gives the bound.
function proofFrom(reached, pipe, pipes) {
  if (!reached) return [];
  const all = new Set(pipes.flatMap(({ from, to }) => [from, to]));
  const sides = [reached, [...all].filter((place) => !reached.includes(place))];
  const proofs = sides.map((side) => {
    const inside = pipes.filter(({ from, to, low, high }) => low < high && side.includes(from) && side.includes(to));
    const bothWays = inside.map(({ from, to }) => ({ from, to, low: 0, high: 2, flow: 1 }));
    return [...reachedFrom(side.includes(pipe.from) ? pipe.from : pipe.to, bothWays).keys()].sort((a, b) => a - b);
  });
  return proofs[1].length < proofs[0].length ? proofs[1] : proofs[0];
}

// For each cell the least and the most that it can be, and the lines that prove it; null if no whole numbers fit.
function smallAudit(limits, width) {
  if (limits.some(([low, high]) => low > high)) return null;
  const pipes = pipesOf(limits, width);
  if (!balance(pipes, limits.length / width + width)) return null;
  return pipes.map((pipe) => rangeOf(pipe, pipes));
}

// The verdict on a hidden cell: known exactly, narrowed down, or open: all that the rule allows stays possible.
function verdictOf({ low, high }, [least, most]) {
  if (low === high) return "exact";
  return low <= least && high >= most ? "open" : "narrowed";
}
