import { element } from './dom.js';
import { words } from './words.js';

const FOUND = /(https?:\/\/[^\s<>"]+[\w/])|((?<![\w/])\/[a-z0-9_]{1,32}(?![\w/]))/g;

const SIMPLE = { bold: 'b', italic: 'i', underline: 'u', strikethrough: 's' };

/**
 * Draws a text with its entities; offsets count UTF-16 units, as JavaScript strings do.
 * @param hooks.command called when a command is clicked
 * @param hooks.copied called when something was copied
 */
export function formatted(text, entities, hooks) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fill(fragment, text, 0, text.length, sorted, hooks);
  return fragment;
}

function fill(parent, text, from, to, entities, hooks) {
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const end = Math.min(to, entity.offset + entity.length);
    plain(parent, text.slice(at, entity.offset), hooks);
    const inner = others.filter((other) => other.offset < end);
    const node = wrap(entity, text.slice(entity.offset, end), hooks);
    if (node.raw) {
      node.target.textContent = text.slice(entity.offset, end);
    } else {
      fill(node.target, text, entity.offset, end, inner.map((other) => clip(other, end)), hooks);
    }
    parent.append(node.outer);
    rest = others.map((other) => after(other, end)).filter((other) => other.length > 0);
    at = end;
  }
  plain(parent, text.slice(at, to), hooks);
}

function clip(entity, end) {
  return { ...entity, length: Math.min(entity.length, end - entity.offset) };
}

function after(entity, start) {
  const offset = Math.max(entity.offset, start);
  return { ...entity, offset, length: entity.offset + entity.length - offset };
}

function wrap(entity, content, hooks) {
  if (SIMPLE[entity.type]) {
    return inside(element(SIMPLE[entity.type]));
  }
  switch (entity.type) {
    case 'code':
      return { ...inside(copyable(element('code'), content, hooks)), raw: true };
    case 'pre':
      return block(entity, content, hooks);
    case 'spoiler':
      return inside(spoiler());
    case 'blockquote':
      return inside(element('blockquote'));
    case 'expandable_blockquote':
      return inside(expandable());
    case 'text_link':
      return inside(link(entity.url));
    case 'url':
      return { ...inside(link(content)), raw: true };
    case 'bot_command':
      return { ...inside(command(content, hooks)), raw: true };
    default:
      return inside(element('span'));
  }
}

function inside(target) {
  return { outer: target, target };
}

function block(entity, content, hooks) {
  const code = element('code');
  const copy = copyable(element('button', 'pre-copy', words().copy), content, hooks);
  const head = element('div', 'pre-head', element('span', '', entity.language || ''), copy);
  return { outer: element('div', 'pre', head, element('pre', '', code)), target: code, raw: true };
}

function copyable(target, content, hooks) {
  target.addEventListener('click', () => {
    navigator.clipboard?.writeText(content).then(() => hooks.copied());
  });
  return target;
}

function spoiler() {
  const hidden = element('span', 'spoiler');
  hidden.addEventListener('click', () => hidden.classList.add('seen'));
  return hidden;
}

function expandable() {
  const quote = element('blockquote', 'folded');
  quote.addEventListener('click', () => quote.classList.toggle('folded'));
  return quote;
}

function link(address) {
  const anchor = element('a');
  if (/^(https?|tg):\/\//i.test(address)) {
    anchor.href = address;
    anchor.target = '_blank';
    anchor.rel = 'noopener noreferrer';
  }
  return anchor;
}

function command(name, hooks) {
  const anchor = element('button', 'command');
  anchor.type = 'button';
  anchor.addEventListener('click', () => hooks.command(name));
  return anchor;
}

function plain(parent, text, hooks) {
  let at = 0;
  for (const found of text.matchAll(FOUND)) {
    parent.append(text.slice(at, found.index));
    const made = found[1] ? link(found[1]) : command(found[2], hooks);
    made.textContent = found[0];
    parent.append(made);
    at = found.index + found[0].length;
  }
  parent.append(text.slice(at));
}
