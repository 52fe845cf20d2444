/**
 * Elements of the page. Text from the data becomes text nodes and attribute values here, never markup: nothing in the
 * explorer parses HTML.
 */
import {nameOf, names} from './names.js';

const SVG = 'http://www.w3.org/2000/svg';
const TEXTS = new Set(['H1', 'H2', 'H3', 'P', 'LI', 'DD', 'SPAN']);
const DATE = /(\b\d{4}-\d{2}(?:-\d{2})?\b)/;

/** An element. Attributes: `on:click` and the like are listeners, true and false switch, null is left out. */
export function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An element of a drawing. */
export function s(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith('on:')) {
      element.addEventListener(name.slice(3), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, String(value));
    }
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) {
      append(element, child);
    } else if (child instanceof Node) {
      element.append(child);
    } else if (child !== null && child !== undefined && child !== false) {
      element.append(...(TEXTS.has(element.tagName) ? unbroken(String(child)) : [String(child)]));
    }
  }
}

/** A text whose dates stay on one line each, as a browser would break them behind a hyphen. */
function unbroken(text) {
  return text.split(DATE).filter(part => part !== '').map(part => {
    if (!DATE.test(part)) {
      return part;
    }
    const date = document.createElement('span');
    date.className = 'date';
    date.textContent = part;
    return date;
  });
}

/** Children with a separator between them. */
export function joined(parts, between = ', ') {
  return parts.map((part, i) => [i ? between : '', part]);
}

/** Puts children in the place of all that an element had. */
export function put(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** Tells people who listen to the page; what is shown says it to the others. */
export function say(text) {
  document.getElementById('said').textContent = text;
}

/** A link out of the data; one that is no web address stays text. */
export function outside(url, text) {
  return /^https?:\/\//i.test(url ?? '')
      ? h('a', {href: url, rel: 'noopener noreferrer', target: '_blank'}, text)
      : h('span', {}, text);
}

/** Text that takes a word for one and another for many: `many(2, 'carrier')`. */
export function many(count, one, others = one + 's') {
  return `${count.toLocaleString('en')} ${count === 1 ? one : others}`;
}

/** A note that something in the graph could not be read; nothing where all could. */
export function badlyMade(problems) {
  return problems ? h('p', {class: 'left-out'}, `${many(problems, 'thing')} in the graph could not be read and `,
      problems === 1 ? 'is' : 'are', ' left out: ', h('a', {href: '/v1/catalog'}, 'see which'), '.') : null;
}

/**
 * What a failure says is near to an id that there is not, by its name as soon as that is known.
 *
 * @param {(id: string) => string | Promise<string>} named those of organizations if it is left out
 */
export function near(failure, address, named = id => names().then(() => nameOf(id))) {
  if (!failure.nearest?.length) {
    return null;
  }
  const links = failure.nearest.map(id => h('a', {href: address(id)}, id));
  links.forEach((link, i) => Promise.resolve(named(failure.nearest[i])).then(name => put(link, name), () => {}));
  return h('p', {}, 'Did you mean ', joined(links, ' or '), '?');
}

const NOT_FOUND = 404;

/** The heading of a page that could not be answered. */
export function headingOf(failure) {
  return failure.status === NOT_FOUND ? 'Not on record' : 'This was not answered';
}

/** What went wrong with a page, said once, with what may have been meant and ways on; what is not there is not asked for again. */
export function failed(failure, address, again, named) {
  return h('div', {class: 'state failed', role: 'alert'}, h('h2', {}, failure.title ?? 'The page failed'), h('p', {}, failure.message),
      near(failure, address, named),
      h('p', {}, failure.status === NOT_FOUND ? null : [h('button', {type: 'button', 'on:click': again}, 'Ask again'), ' '], h('a', {href: '/'}, 'Begin anew')));
}

/** A folded part of the page. */
export function folded(summary, ...children) {
  return h('details', {}, h('summary', {}, summary), children);
}
