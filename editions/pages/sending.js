// What a page of a room sends to the laptop that serves it: a kind, the name of what was asked, and a number or a choice,
// with a random id of this browser. Each is sent until the laptop has taken it, and counts there once.
// While the laptop cannot be reached, it waits in this browser's storage: a reload or a closed lid loses nothing.

const AGAIN = 1000; // milliseconds until the next try
const LATE = 10000; // milliseconds after which a try has failed
const REFUSED = [400, 413, 415]; // the laptop does not want this one, now or later

function sendingOf({ version, words }, line) {
  const token = location.pathname.split("/")[1];
  const key = `fifty-three/${version}/room/${token}`;
  let fleeting = null;
  let busy = false;
  let timer = 0;

  function randomId() {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function kept() {
    const fresh = { id: randomId(), waiting: [], sent: [] };
    try {
      return fleeting ?? JSON.parse(localStorage.getItem(key)) ?? fresh;
    } catch {
      return fresh; // no storage, or somebody else has written there
    }
  }

  function keep(state) {
    try {
      localStorage.setItem(key, JSON.stringify(state));
    } catch {
      fleeting = state; // no storage, or a full one: it lasts until the page is closed
    }
  }

  const nameOf = ({ kind, screen }) => `${kind} ${screen}`;

  // Only the first guess or answer goes out: the next one may have seen the truth.
  function send(kind, screen, value) {
    const state = kept();
    const entry = { kind, screen, value };
    if (state.sent.includes(nameOf(entry)) || state.waiting.some((other) => nameOf(other) === nameOf(entry))) return;
    keep({ ...state, waiting: [...state.waiting, entry] });
    empty();
  }

  function done(entry) {
    const state = kept();
    const waiting = state.waiting.filter((other) => nameOf(other) !== nameOf(entry));
    keep({ ...state, waiting, sent: [...state.sent, nameOf(entry)] });
  }

  async function empty() {
    if (busy) return;
    busy = true;
    try {
      for (let next = kept(); next.waiting.length; next = kept()) {
        await post({ id: next.id, ...next.waiting[0] });
        done(next.waiting[0]);
      }
    } catch {
      clearTimeout(timer);
      timer = setTimeout(empty, AGAIN);
    } finally {
      busy = false;
      tell();
    }
  }

  async function post(answer) {
    const response = await fetch(`/${token}/answers`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(answer),
      signal: AbortSignal.timeout(LATE),
    });
    if (!response.ok && !REFUSED.includes(response.status)) throw new Error(`${response.status}`);
  }

  function tell() {
    if (!line) return;
    const { waiting } = kept();
    const text = waiting.length ? words.waiting_to_be_sent.replace("{number}", String(waiting.length)) : words.all_sent;
    if (line.textContent !== text) line.textContent = text;
  }

  for (const event of ["online", "focus", "pageshow"]) addEventListener(event, empty);
  document.addEventListener("visibilitychange", () => document.hidden || empty());
  send("here", "room", 1);
  return { send };
}
