const ALONG = { ArrowLeft: -1, ArrowRight: 1 };
const ACROSS = { ArrowUp: -1, ArrowDown: 1 };

/** Moves the focus over the buttons under messages: along a row, across rows, from keyboard to keyboard, and out. */
export function walkKeys(event, list, leave) {
  const key = event.target.closest('.key');
  if (!key || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  if (event.key === 'Escape' || event.key in ALONG || event.key in ACROSS) {
    event.preventDefault();
    const next = event.key === 'Escape' ? null : nextOf(key, event.key, list);
    return next ? hold(next) : leave();
  }
}

/** The first button of the newest keyboard. */
export function newestKeys(list) {
  const first = [...list.querySelectorAll('.keys')].at(-1)?.querySelector('.key');
  if (first) {
    hold(first);
  }
  return Boolean(first);
}

function nextOf(key, pressed, list) {
  const row = [...key.parentElement.children];
  const at = row.indexOf(key);
  if (pressed in ALONG) {
    return row[Math.min(row.length - 1, Math.max(0, at + ALONG[pressed]))];
  }
  const rows = [...list.querySelectorAll('.keys-row')];
  const next = rows.indexOf(key.parentElement) + ACROSS[pressed];
  if (next >= rows.length) {
    return null;
  }
  const keys = rows[Math.max(0, next)].children;
  return keys[Math.min(keys.length - 1, Math.round((at * (keys.length - 1)) / Math.max(1, row.length - 1)))];
}

function hold(key) {
  key.closest('.keys').querySelectorAll('.key').forEach((other) => {
    other.tabIndex = other === key ? 0 : -1;
  });
  key.focus();
  key.scrollIntoView({ block: 'nearest' });
}
