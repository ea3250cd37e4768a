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

/** The named parts of a copy of a template, so that many copies stand on one page. */
export function partsOf(root) {
  return Object.fromEntries([...root.querySelectorAll('[data-part]')].map((part) => [part.dataset.part, part]));
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

/** A button that shows no words says them to those who cannot see it. */
export function named(target, name) {
  target.title = name;
  target.setAttribute('aria-label', name);
}

/** Counts above 99 say nothing more. */
export function badge(target, count) {
  target.hidden = count === 0;
  target.textContent = count > 99 ? '99+' : String(count);
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
