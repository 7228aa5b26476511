// Slides: one at a time, turned by keys, a click or a swipe; each is made to fit, and all of them stand there on paper.

const all = [...document.querySelectorAll(".slide")];
const where = document.getElementById("where");
const NEXT = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"];
const SMALLEST = 0.4;
let now = 0;

function show(place) {
  now = Math.max(0, Math.min(all.length - 1, place));
  all.forEach((slide, number) => slide.classList.toggle("now", number === now));
  history.replaceState(null, "", `#${now + 1}`);
  where.textContent = all[now].getAttribute("aria-label");
}

// What does not fit becomes smaller, step by step; a slide has the same size on each screen and on paper.
function fit(slide) {
  const inside = slide.querySelector(".inside");
  for (let size = 1; size > SMALLEST && (inside.scrollHeight > inside.clientHeight || inside.scrollWidth > inside.clientWidth); size -= 0.05) {
    slide.style.setProperty("--size", size - 0.05);
  }
}

function stretch() {
  const scale = Math.min(innerWidth / 1280, innerHeight / 720);
  document.documentElement.style.setProperty("--scale", scale);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const to = NEXT.includes(event.key) ? now + 1 : BACK.includes(event.key) ? now - 1 : { Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  show(to);
});
document.addEventListener("click", (event) => {
  if (!event.target.closest("a, summary")) show(now + (event.clientX < innerWidth / 3 ? -1 : 1));
});
let began = 0;
document.addEventListener("touchstart", (event) => (began = event.changedTouches[0].clientX), { passive: true });
document.addEventListener("touchend", (event) => {
  const moved = event.changedTouches[0].clientX - began;
  if (Math.abs(moved) > 40) show(now + (moved < 0 ? 1 : -1));
});
addEventListener("resize", stretch);
addEventListener("hashchange", () => show(Number(location.hash.slice(1)) - 1 || 0));

document.documentElement.dataset.fitting = "true";
all.forEach(fit);
delete document.documentElement.dataset.fitting;
stretch();
show(Number(location.hash.slice(1)) - 1 || 0);
document.documentElement.dataset.ready = "true";
