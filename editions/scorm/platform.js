// A learning platform around the page, spoken to by SCORM 1.2. Where there is none, every function does nothing.
// The platform hears that the page was begun and completed, how long it was open, and where to go on. Scores and answers
// are told only where they are switched on; what a learner writes in her own words is never told.

globalThis.fiftyThreePlatform = (() => {
  const told = TOLD;
  const LONGEST = 4096; // characters of suspend_data that every platform keeps
  const UP = 10; // frames between the page and the platform, at most

  // The nearest frame around the page that has one, else the window that opened it, else a frame around that.
  function found() {
    return nearest(window) ?? (window.opener ? nearest(window.opener) : null);
  }

  function nearest(start) {
    for (let frame = start, step = 0; step < UP; frame = frame.parent, step += 1) {
      try {
        if (frame.API) return frame.API;
      } catch {
        return null; // a frame from elsewhere lets nobody look
      }
      if (frame.parent === frame) return null;
    }
    return null;
  }

  const api = found();
  const began = Date.now();
  let open = Boolean(api) && String(api.LMSInitialize("")) === "true";
  let answered = 0;

  function get(name) {
    return open ? String(api.LMSGetValue(`cmi.core.${name}`) ?? "") : "";
  }

  function set(name, value) {
    return open && String(api.LMSSetValue(`cmi.${name}`, String(value))) === "true";
  }

  function two(number) {
    return String(number).padStart(2, "0");
  }

  // HHHH:MM:SS
  function timeSince(start) {
    const seconds = Math.min(Math.round((Date.now() - start) / 1000), 9999 * 3600);
    return `${String(Math.floor(seconds / 3600)).padStart(4, "0")}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }

  // Where the learner was when she left; null where she begins.
  function resume() {
    try {
      return open ? JSON.parse(api.LMSGetValue("cmi.suspend_data") || "null") : null;
    } catch {
      return null;
    }
  }

  // Keeps where she is. False where the platform cannot keep it: then the page says so, and nothing is cut in silence.
  function keep(state) {
    const text = JSON.stringify(state);
    const kept = text.length <= LONGEST && set("suspend_data", text);
    if (kept) api.LMSCommit("");
    return kept;
  }

  function complete() {
    if (set("core.lesson_status", "completed")) api.LMSCommit("");
  }

  // A share of right answers, 0 to 1: with two decimals at most.
  function score(share) {
    if (!told.score) return;
    set("core.score.min", 0);
    set("core.score.max", 100);
    set("core.score.raw", Math.round(100 * share));
    if (open) api.LMSCommit("");
  }

  // An answer by its place, never in words of her own. Names are printable and have no spaces.
  function answer(question, place, right) {
    if (!told.interactions || !open) return;
    const at = `interactions.${answered}`;
    set(`${at}.id`, question.replace(/[^A-Za-z0-9_.-]/g, "_"));
    set(`${at}.type`, "choice");
    set(`${at}.student_response`, "abcdefghij"[place]);
    set(`${at}.result`, right ? "correct" : "wrong");
    answered += 1;
    api.LMSCommit("");
  }

  function finish() {
    if (!open) return;
    set("core.exit", get("lesson_status") === "completed" ? "" : "suspend");
    set("core.session_time", timeSince(began));
    api.LMSCommit("");
    api.LMSFinish("");
    open = false;
  }

  if (open && ["", "not attempted", "unknown"].includes(get("lesson_status"))) set("core.lesson_status", "incomplete");
  addEventListener("pagehide", finish);
  return { there: open, told, resume, keep, complete, score, answer, finish };
})();
