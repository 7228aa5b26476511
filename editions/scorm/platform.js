// What a page tells a learning platform (SCORM 1.2): that it is finished, and where somebody stopped, to go on there.
// The score and the single answers are told only where they were switched on; the page says so.

const MOST_KEPT = 4096; // characters of suspend_data in the standard; some platforms cut there

// `dispensable`: the kinds of things that are left out where all would be too long.
function platformOf({ build, dispensable = [] }) {
  const api = foundApi();
  const opened = Date.now();
  let closed = false;

  const set = (name, value) => api.LMSSetValue(name, String(value));

  // What was kept there, {} for somebody new, null where there is no platform: then the browser's own memory counts.
  function begin() {
    if (!api) return null;
    api.LMSInitialize("");
    addEventListener("pagehide", close);
    if (!["completed", "passed"].includes(api.LMSGetValue("cmi.core.lesson_status"))) set("cmi.core.lesson_status", "incomplete");
    try {
      return JSON.parse(api.LMSGetValue("cmi.suspend_data") || "{}");
    } catch {
      return {}; // cut by the platform
    }
  }

  function kept(all) {
    if (!api || closed) return;
    const text = JSON.stringify(all);
    const short = JSON.stringify(Object.fromEntries(Object.entries(all).filter(([kind]) => !dispensable.includes(kind))));
    set("cmi.suspend_data", text.length <= MOST_KEPT ? text : short);
    api.LMSCommit("");
  }

  function finished(answers) {
    if (!api || closed) return;
    if (build.score && answers.length) score(answers);
    if (build.interactions) tellEach(answers.filter(({ given }) => given));
    set("cmi.core.lesson_status", "completed");
    api.LMSCommit("");
  }

  function score(answers) {
    const right = answers.filter(({ given, right: letter }) => given === letter).length;
    set("cmi.core.score.min", 0);
    set("cmi.core.score.max", 100);
    set("cmi.core.score.raw", Math.round((100 * right) / answers.length));
  }

  function tellEach(answers) {
    if (Number(api.LMSGetValue("cmi.interactions._count"))) return; // told already
    answers.forEach(({ name, given, right }, place) => {
      const of = (field) => `cmi.interactions.${place}.${field}`;
      set(of("id"), name);
      set(of("type"), "choice");
      set(of("correct_responses.0.pattern"), right);
      set(of("student_response"), given);
      set(of("result"), given === right ? "correct" : "wrong");
    });
  }

  function close() {
    if (closed) return;
    closed = true;
    set("cmi.core.exit", "suspend"); // else some platforms forget where one stopped
    set("cmi.core.session_time", timeIn(Math.round((Date.now() - opened) / 1000)));
    api.LMSCommit("");
    api.LMSFinish("");
  }

  return { begin, kept, finished };
}

// HHHH:MM:SS
function timeIn(seconds) {
  const two = (number, digits = 2) => String(number).padStart(digits, "0");
  return `${two(Math.floor(seconds / 3600), 4)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

// The platform's door is in a window above this one, or in the one that opened it.
function foundApi() {
  return apiAbove(window) ?? (window.opener ? apiAbove(window.opener) : null);
}

function apiAbove(start) {
  try {
    for (let place = start, step = 0; step < 10; place = place.parent, step += 1) {
      if (place.API) return place.API;
      if (place === place.parent) return null;
    }
  } catch {
    return null; // another site's window
  }
  return null;
}
