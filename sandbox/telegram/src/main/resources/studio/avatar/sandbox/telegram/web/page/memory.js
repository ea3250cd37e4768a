/** What this browser remembers; where it may not, everything still works until the page is closed. */
const forNow = new Map();

export function recall(name) {
  try {
    return localStorage.getItem(name) ?? forNow.get(name) ?? null;
  } catch {
    return forNow.get(name) ?? null;
  }
}

export function remember(name, value) {
  forNow.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // a browser that keeps nothing
  }
}
