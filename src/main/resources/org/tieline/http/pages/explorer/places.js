/**
 * Pages of records and comparisons: their addresses, and the modules that make them, each read when somebody first opens
 * such a page.
 */
import {h, put} from './dom.js';

const one = word => ({pattern: new RegExp(`^/${word}/([^/]+)$`), at: id => `/${word}/${id}`});
const all = word => ({pattern: new RegExp(`^/${word}$`), at: () => `/${word}`});

export const RECORDS = {
  bans: {...all('bans'), make: async () => (await import('./bans.js')).bansPage},
  countries: {...all('countries'), make: async () => (await import('./countries.js')).countriesPage},
  country: {...one('countries'), make: async () => (await import('./countries.js')).countryPage},
  source: {...one('sources'), make: async () => (await import('./source.js')).sourcePage},
  tie: {...one('ties'), make: async () => (await import('./tie.js')).tiePage},
  compare: {...all('compare'), make: async () => (await import('./compare.js')).comparePage},
  changes: {...all('changes'), make: async () => (await import('./changes.js')).changesPage},
  events: {...all('events'), make: async () => (await import('./events.js')).eventsPage},
  matrix: {...all('matrix'), make: async () => (await import('./matrix.js')).matrixPage},
  screening: {...all('screening'), make: async () => (await import('./screening.js')).screeningPage},
  embed: {pattern: /^\/embed\/((?:carriers|bans|countries)\/[^/]+)$/, at: id => `/embed/${id}`,
    make: async () => (await import('./embed.js')).embedPage}
};

/** What the address of such a page may say beside what every address may. */
export const OWN_WORDS = ['from', 'carrier'];

/** A page that shows itself as soon as its module is there. */
export function recordPage(name) {
  return page => {
    const element = h('div', {'aria-busy': 'true'}, h('p', {class: 'state wait'}, 'Reading the page …'));
    // Who has just come to the site begins at its top; who followed a link begins at the heading.
    const moved = document.readyState === 'complete';
    let made = null;
    let state = null;
    const start = () => RECORDS[name].make().then(make => {
      made = make(page);
      put(element, made.element);
      made.show(state);
      if (moved && document.activeElement === document.body) {
        made.element.querySelector('h1')?.focus({preventScroll: true});
      }
    }, () => put(element, h('div', {class: 'state failed', role: 'alert'}, h('h1', {}, 'The page could not be read'),
        h('p', {}, h('button', {type: 'button', 'on:click': start}, 'Try again'))))).finally(() => element.removeAttribute('aria-busy'));
    start();
    return {element,
      show(next) {
        state = next;
        made?.show(next);
      },
      again: () => made?.again(),
      recolour: () => made?.recolour?.()};
  };
}
