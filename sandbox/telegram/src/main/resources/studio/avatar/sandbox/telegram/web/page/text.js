import { element } from './dom.js';
import { deed, safe } from './links.js';

const FOUND = /(https?:\/\/[^\s<>"]+[\w/])|((?<![\w/])\/[a-z0-9_]{1,32}(?![\w/]))/g;

const SIMPLE = { bold: 'b', italic: 'i', underline: 'u', strikethrough: 's' };

/**
 * Draws a text with its entities; offsets count UTF-16 units, as JavaScript strings do.
 * @param pane the chat it stands in: its words, and what happens when a command, link or code is pressed
 */
export function formatted(text, entities, pane) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fill(fragment, text, 0, text.length, sorted, pane);
  return fragment;
}

function fill(parent, text, from, to, entities, pane) {
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const end = Math.min(to, entity.offset + entity.length);
    plain(parent, text.slice(at, entity.offset), pane);
    const inner = others.filter((other) => other.offset < end);
    const node = wrap(entity, text.slice(entity.offset, end), pane);
    if (node.raw) {
      node.target.textContent = text.slice(entity.offset, end);
    } else {
      fill(node.target, text, entity.offset, end, inner.map((other) => clip(other, end)), pane);
    }
    parent.append(node.outer);
    rest = others.map((other) => after(other, end)).filter((other) => other.length > 0);
    at = end;
  }
  plain(parent, text.slice(at, to), pane);
}

function clip(entity, end) {
  return { ...entity, length: Math.min(entity.length, end - entity.offset) };
}

function after(entity, start) {
  const offset = Math.max(entity.offset, start);
  return { ...entity, offset, length: entity.offset + entity.length - offset };
}

function wrap(entity, content, pane) {
  if (SIMPLE[entity.type]) {
    return inside(element(SIMPLE[entity.type]));
  }
  switch (entity.type) {
    case 'code':
      return { ...inside(copyable(element('code'), content, pane)), raw: true };
    case 'pre':
      return block(entity, content, pane);
    case 'spoiler':
      return inside(spoiler(pane));
    case 'blockquote':
      return inside(element('blockquote'));
    case 'expandable_blockquote':
      return inside(expandable(pane));
    case 'text_link':
      return inside(link(entity.url, pane));
    case 'url':
      return { ...inside(link(content, pane)), raw: true };
    case 'bot_command':
      return { ...inside(command(content, pane)), raw: true };
    default:
      return inside(element('span'));
  }
}

function inside(target) {
  return { outer: target, target };
}

function block(entity, content, pane) {
  const code = element('code');
  const copy = copyable(element('button', 'pre-copy', pane.words.copy), content, pane);
  const head = element('div', 'pre-head', element('span', '', entity.language || ''), copy);
  return { outer: element('div', 'pre', head, element('pre', '', code)), target: code, raw: true };
}

function copyable(target, content, pane) {
  return pressable(target, () => pane.copy(content));
}

/** Works as a button, also where it stands in the middle of a line. */
function pressable(target, action) {
  target.addEventListener('click', action);
  if (target.tagName === 'BUTTON') {
    target.type = 'button';
    return target;
  }
  target.tabIndex = 0;
  target.setAttribute('role', 'button');
  target.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      action();
    }
  });
  return target;
}

function spoiler(pane) {
  const hidden = pressable(element('span', 'spoiler'), () => {
    hidden.classList.add('seen');
    ['role', 'tabindex', 'aria-label'].forEach((name) => hidden.removeAttribute(name));
  });
  hidden.setAttribute('aria-label', pane.words.spoiler);
  return hidden;
}

function expandable(pane) {
  const quote = pressable(element('blockquote', 'folded'), () => {
    quote.setAttribute('aria-expanded', String(!quote.classList.toggle('folded')));
  });
  quote.setAttribute('aria-expanded', 'false');
  quote.title = pane.words.unfold;
  return quote;
}

function link(address, pane) {
  const anchor = element('a');
  const inChat = deed(address, pane);
  if (inChat) {
    anchor.href = '#';
    anchor.addEventListener('click', (event) => {
      event.preventDefault();
      inChat();
    });
  } else if (safe(address)) {
    anchor.href = safe(address);
    anchor.target = '_blank';
    anchor.rel = 'noopener noreferrer';
    anchor.title = safe(address);
  }
  return anchor;
}

function command(name, pane) {
  return pressable(element('button', 'command'), () => pane.say(name));
}

function plain(parent, text, pane) {
  let at = 0;
  for (const found of text.matchAll(FOUND)) {
    parent.append(text.slice(at, found.index));
    const made = found[1] ? link(found[1], pane) : command(found[2], pane);
    made.textContent = found[0];
    parent.append(made);
    at = found.index + found[0].length;
  }
  parent.append(text.slice(at));
}
