const REACHABLE = 'button, a[href], [tabindex]';

/**
 * Remembers which part of which message has the focus. What comes back puts it there again when the message was drawn
 * anew, or on another element when the message is gone.
 */
export function holdFocus(list) {
  const active = document.activeElement;
  const row = list.contains(active) ? active.closest('[data-message-id].row') : null;
  if (!row) {
    return () => {};
  }
  const id = row.dataset.messageId;
  const place = [...row.querySelectorAll(REACHABLE)].indexOf(active);
  return (otherwise) => {
    if (active.isConnected) {
      return;
    }
    const parts = [...(list.querySelector(`.row[data-message-id="${id}"]`)?.querySelectorAll(REACHABLE) || [])];
    (parts[Math.min(place, parts.length - 1)] || otherwise).focus({ preventScroll: true });
  };
}

/** Which element of a list comes next for an arrow key; undefined for every other key. */
export function neighbour(elements, current, key) {
  const last = elements.length - 1;
  const at = elements.indexOf(current);
  const next = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[key];
  return elements[next];
}
