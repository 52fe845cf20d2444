/**
 * What the reader supposes, gathered while looking around. Kept as short texts that an address can hold:
 * `end-tie.TIE.DAY`, `lift-ban.BAN.DAY`, `add-ban.GOVERNMENT.TARGETS.SCOPE.DAY`, with `_` between the elements of a list.
 */
import {h, say} from './dom.js';

const KEY = 'supposed';
const listeners = new Set();
let changes = stored();

export function tray() {
  return [...changes];
}

export function onTray(listener) {
  listeners.add(listener);
}

export function setTray(next) {
  changes = [...new Set(next)].filter(text => parsed(text) !== null);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(changes));
  } catch {
    // The address of the scenario holds it, too.
  }
  listeners.forEach(listener => listener());
}

function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]').filter(text => parsed(text) !== null);
  } catch {
    return [];
  }
}

/** A change as text. */
export function written(change) {
  switch (change.kind) {
    case 'end-tie': return ['end-tie', change.tie, change.on].join('.');
    case 'lift-ban': return ['lift-ban', change.ban, change.on].join('.');
    default: return ['add-ban', change.government, change.targets.join('_'), change.scope.join('_'), change.effective].join('.');
  }
}

/** A change as the API takes it; null if the text is none. */
export function parsed(text) {
  const [kind, first, second, third, fourth] = String(text).split('.');
  switch (kind) {
    case 'end-tie': return first && second ? {kind, tie: first, on: second} : null;
    case 'lift-ban': return first && second ? {kind, ban: first, on: second} : null;
    case 'add-ban': return first && second && third && fourth
        ? {kind, government: first, targets: second.split('_'), scope: third.split('_'), effective: fourth} : null;
    default: return null;
  }
}

/** A button that puts a change into the tray, and takes it out again. */
export function supposing(change, label) {
  const text = written(change);
  const button = h('button', {type: 'button', class: 'suppose', 'on:click': () => {
    const there = changes.includes(text);
    setTray(there ? changes.filter(each => each !== text) : [...changes, text]);
    say(there ? 'Taken out of the scenario' : 'Added to the scenario');
    show();
  }});
  const show = () => {
    const there = changes.includes(text);
    button.setAttribute('aria-pressed', String(there));
    button.textContent = there ? `✓ Supposed; see “What if”` : label;
  };
  show();
  return button;
}
