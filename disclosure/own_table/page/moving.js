// Where a key leads in a table whose cells are numbered row by row, or undefined if it is no key for moving.
// The page of one's own table and the table control of the lessons share it.
function placeAfter(key, place, width, count, far) {
  const start = place - (place % width);
  const steps = { ArrowLeft: place - 1, ArrowRight: place + 1, ArrowUp: place - width, ArrowDown: place + width };
  const ends = { Home: far ? 0 : start, End: far ? count - 1 : start + width - 1 };
  if (key in ends) return ends[key];
  if (!(key in steps)) return undefined;
  const leaves = (key === "ArrowLeft" && place === start) || (key === "ArrowRight" && place === start + width - 1);
  return leaves || steps[key] < 0 || steps[key] >= count ? place : steps[key];
}
