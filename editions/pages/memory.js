// What this browser remembers of a page: guesses, answers, notes. It stays in the browser's own storage, under the kit's
// version and the page's name; where a browser has no storage for files, it lasts until the page is closed.

function memoryOf({ page, version }) {
  const prefix = `fifty-three/${version}/`;
  const fleeting = new Map();
  const storage = reachable();
  const lasts = storage instanceof Storage;

  function reachable() {
    try {
      localStorage.setItem(`${prefix}try`, "1");
      localStorage.removeItem(`${prefix}try`);
      return localStorage;
    } catch {
      return { getItem: () => null, setItem: (key, value) => fleeting.set(key, value), removeItem() {} };
    }
  }

  function all() {
    try {
      return JSON.parse(fleeting.get(prefix + page) ?? storage.getItem(prefix + page)) ?? {};
    } catch {
      return {}; // somebody else has written there
    }
  }

  function keep(kind, name, value) {
    const kept = all();
    kept[kind] = { ...kept[kind], [name]: value };
    try {
      storage.setItem(prefix + page, JSON.stringify(kept));
      if (lasts) fleeting.delete(prefix + page);
    } catch {
      fleeting.set(prefix + page, JSON.stringify(kept)); // the storage is full
    }
  }

  function forget() {
    fleeting.clear();
    if (lasts) {
      for (const key of Object.keys(localStorage)) if (key.startsWith("fifty-three/")) localStorage.removeItem(key);
    }
  }

  // This page only; others of the kit keep what they have.
  function forgetPage() {
    fleeting.delete(prefix + page);
    storage.removeItem(prefix + page);
  }

  return { all, find: (kind, name) => all()[kind]?.[name], keep, forget, forgetPage };
}
