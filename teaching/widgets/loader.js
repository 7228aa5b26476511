// The kit's script comes once per page: everything that draws waits for it here, under the version it was made for.
const kits = (globalThis.fiftyThree ??= {});
const kit = (kits[VERSION] ??= promised());

function promised() {
  let keep;
  const promise = new Promise((resolve) => (keep = resolve));
  promise.take = (script) => {
    keep(import(URL.createObjectURL(new Blob([script], { type: "text/javascript" }))));
    promise.take = () => {};
  };
  return promise;
}

function initialize({ model }) {
  if (model.get("script")) kit.take(model.get("script"));
}

// Where it does not come by itself, as after a reload or in a second browser, the chart's own kernel has it too.
async function render({ model, el, ...others }) {
  const heard = ({ script }) => script && kit.take(script);
  const asking = setTimeout(() => (model.on("msg:custom", heard), model.send({ ask: "script" })), 500);
  const telling = setTimeout(() => (el.textContent = MISSING), 8000);
  try {
    const parts = await kit;
    el.replaceChildren();
    return parts.kit[PART]({ model, el, ...others });
  } catch (error) {
    el.textContent = `${MISSING} (${error.message})`;
  } finally {
    clearTimeout(asking);
    clearTimeout(telling);
  }
}

export default { initialize, render };
