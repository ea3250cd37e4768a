/** Building elements. Text goes in as text, never as markup. */
export function element(tag, classes, ...children) {
  const made = document.createElement(tag);
  if (classes) {
    made.className = classes;
  }
  made.append(...children);
  return made;
}

export function byId(id) {
  return document.getElementById(id);
}

export function icon(path, classes = 'icon') {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', classes);
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

/** A coloured circle with initials, the colour chosen by the id. */
export function face(target, name, id) {
  const letters = [...name.trim()].length ? name.trim().split(/\s+/).slice(0, 2).map((part) => [...part][0]) : ['?'];
  target.textContent = letters.join('').toUpperCase();
  target.dataset.tone = String(Math.abs(Number(id)) % 6);
}

export function fileAddress(fileId) {
  return `/chat/files/${encodeURIComponent(fileId)}`;
}

export function size(bytes) {
  const units = ['B', 'KB', 'MB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit ? value.toFixed(1) : value} ${units[unit]}`;
}
