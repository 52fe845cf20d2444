/** A field that finds organizations by any of their names, in any script; a combobox with a list of what it found. */
import {h, put, say, many} from './dom.js';
import {ask} from './api.js';
import {kindOf, countryOf, names} from './names.js';
import {country} from './words.js';

const MOST = 8;
const PAUSE = 120;
const LONGEST = 200;

/** What organizations are called like a text. */
async function organizations(text, signal) {
  const [answer] = await Promise.all([ask(`/v1/search?${new URLSearchParams({q: text, limit: 20})}`, {signal}), names()]);
  return {total: answer.total, hits: answer.results.map(hit => ({...hit, kind: kindOf(hit.id), country: countryOf(hit.id)}))};
}

function organization(hit) {
  return [h('span', {class: 'name'}, hit.name),
    hit.matched !== hit.name ? h('span', {class: 'alias'}, hit.matched) : null,
    h('span', {class: 'kind'}, [hit.kind, country(hit.country)].filter(Boolean).join(', '))];
}

/**
 * @param {{id: string, label: string, placeholder: string, choose: (hit: {id: string, name: string, kind: string}) => void,
 *   wanted?: (hit: object) => boolean, look?: (text: string, signal: AbortSignal) => Promise<{total: number, hits: object[]}>,
 *   shown?: (hit: object) => Node[], most?: number, found?: string[]}} how `look` and `shown` find and show other things than
 *   organizations, and `found` is what one of them and many are called
 */
export function suggest({id, label, placeholder, choose, wanted = () => true, look: finding = organizations, shown = organization,
  most = MOST, found = ['organization', 'organizations']}) {
  const list = h('ul', {id: `${id}-list`, role: 'listbox', 'aria-label': 'Found', class: 'found', hidden: true});
  const input = h('input', {type: 'text', id, role: 'combobox', 'aria-expanded': 'false', 'aria-controls': `${id}-list`,
    'aria-autocomplete': 'list', 'aria-label': label, autocomplete: 'off', spellcheck: 'false', maxlength: LONGEST, placeholder});
  let hits = [];
  let active = -1;
  let waiting = null;
  let timer = 0;

  function close() {
    hits = [];
    active = -1;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function take(hit) {
    clearTimeout(timer);
    waiting?.abort();
    input.value = '';
    close();
    choose(hit);
  }

  function move(to) {
    active = (to + hits.length) % hits.length;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === active)));
    input.setAttribute('aria-activedescendant', `${id}-${active}`);
    list.children[active].scrollIntoView({block: 'nearest'});
  }

  function show(text, total) {
    put(list, hits.length
        ? hits.map((hit, i) => h('li', {role: 'option', id: `${id}-${i}`, 'aria-selected': 'false', 'data-id': hit.id, 'data-kind': hit.kind,
          'on:pointerdown': event => { event.preventDefault(); take(hit); }}, shown(hit)))
        : h('li', {class: 'none', role: 'option', 'aria-selected': 'false', 'aria-disabled': 'true'}, `Nothing is called “${text.length > 60 ? `${text.slice(0, 60)} …` : text}” here.`));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    say(hits.length ? `${many(total, ...found)} found` : 'Nothing found');
    active = -1;
    input.removeAttribute('aria-activedescendant');
  }

  async function look() {
    const text = input.value.trim();
    waiting?.abort();
    if (!text) {
      close();
      return;
    }
    waiting = new AbortController();
    const {signal} = waiting;
    try {
      const answer = await finding(text, signal);
      if (signal.aborted) {
        return;
      }
      hits = answer.hits.filter(wanted).slice(0, most);
      show(text, answer.total);
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        hits = [];
        put(list, h('li', {class: 'none', role: 'option', 'aria-selected': 'false', 'aria-disabled': 'true'}, failure.message));
        list.hidden = false;
        input.setAttribute('aria-expanded', 'true');
      }
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' && hits.length) {
      event.preventDefault();
      move(active + 1);
    } else if (event.key === 'ArrowUp' && hits.length) {
      event.preventDefault();
      move(active < 0 ? hits.length - 1 : active - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (hits.length) {
        take(hits[Math.max(0, active)]);
      }
    } else if (event.key === 'Escape') {
      close();
    }
  });
  input.addEventListener('blur', close);
  return h('span', {class: 'suggest'}, input, list);
}
