/** The answer as a table: sorted by its headers, opened row by row, and built in parts so that the page never stands still. */
import {h, put, s} from './dom.js';
import {banPage, placeOf} from './address.js';
import {bansAgainst, flags, hopByHop, inOneLine, morePaths, organization} from './path.js';
import {SORTS} from './rows.js';
import {ago, country, grade, mark, RELATIONS} from './words.js';

const FIRST_PART = 60;
const NEXT_PART = 120;
const COLUMNS = [['carrier', 'Carrier'], ['country', 'Country'], ['vendor', 'Vendor'], ['relation', 'Relation'], ['hops', 'Ties'],
  ['through', 'What, through whom'], ['evidence', 'Grade'], ['certainty', 'Certainty'], ['evidenced', 'Last evidence'], ['bans', 'Bans']];
const TITLES = {hops: 'How many ties lie between vendor and carrier', evidence: 'The weakest grade of evidence on the path, strongest first',
  certainty: 'Whether every tie of the path certainly held on the day, certain ones first',
  evidenced: 'When somebody last vouched for the tie of the path that is longest without, newest first',
  bans: 'Bans of the carrier’s country, its bloc, or the country of an owner; conflicts first'};
/** Months that a full bar stands for. */
const FULL = 120;

export function table(page) {
  const heads = COLUMNS.map(([name, label]) => h('th', {scope: 'col', class: `c-${name}`, 'data-sort': name},
      h('button', {type: 'button', title: TITLES[name], 'on:click': () => sort(name)}, label, h('span', {class: 'arrow', 'aria-hidden': 'true'}))));
  const body = h('tbody', {});
  const caption = h('caption', {class: 'unseen'});
  const element = h('div', {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Carriers that are tied'}, h('table', {class: 'answer'}, caption, h('thead', {}, h('tr', {}, heads)), body));
  let state = null;
  let building = 0;
  const open = new Set();

  function sort(name) {
    page.go({sort: state.sort === name ? `-${name}` : name});
  }

  function line(each) {
    const key = `${each.vendor.id}/${each.carrier.id}`;
    const button = h('button', {type: 'button', class: 'open', 'aria-expanded': String(open.has(key)),
      'aria-label': `How ${each.carrier.name} is tied to ${each.vendor.name}`, 'on:click': toggle});
    const {label} = RELATIONS[each.relation];
    const tr = h('tr', {'data-carrier': each.carrier.id, 'data-vendor': each.vendor.id},
        h('th', {scope: 'row', class: 'c-carrier'}, button, organization(each.carrier.id, state, each.carrier.name),
            h('span', {class: 'sub'}, mark(each.relation), ` ${label} · ${country(each.carrier.country)}${state.vendor.length === 1 ? '' : ` · ${each.vendor.name}`}`, each.conflict ? h('strong', {class: 'conflict'}, `⚑ conflict, ${each.conflict}`) : null)),
        h('td', {class: 'c-country'}, country(each.carrier.country)),
        h('td', {class: 'c-vendor'}, organization(each.vendor.id, state, each.vendor.name)),
        h('td', {class: 'c-relation'}, mark(each.relation), ' ', label),
        h('td', {class: 'c-hops'}, each.hops),
        h('td', {class: 'c-through'}, each.contact,
            each.flags.includes('unknownStake') ? h('abbr', {class: 'note', title: 'a stake of unknown size is on the path'}, 'stake ?') : null,
            each.flags.includes('removing') ? h('abbr', {class: 'note', title: 'a tie of the path is being taken out on that day'}, 'being taken out') : null),
        h('td', {class: 'c-evidence'}, h('span', {class: 'graded'}, grade(each.evidence), ' ', each.evidence)),
        h('td', {class: 'c-certainty'}, each.certainty),
        h('td', {class: each.certainty === 'certain' ? 'c-evidenced' : 'c-evidenced faint', title: each.evidenced}, bar(each.months), ' ', ago(each.evidenced, state.asOf)),
        h('td', {class: 'c-bans'}, each.conflict ? h('strong', {class: 'conflict', title: `a ban at home is in force and covers ${each.conflict === 'established' ? 'what is there' : 'what was there; nobody has vouched for it lately'}`},
            '⚑ ', h('span', {class: 'unseen'}, 'in conflict, '), h('span', {class: 'wide'}, each.conflict), ' ') : null,
            each.otherTie ? h('a', {class: 'facts block', href: placeOf('tie', each.otherTie, state), title: 'It stands on another tie than those of the path that is shown'}, 'by another tie') : null,
            each.near.length ? h('span', {title: each.near.map(ban => ban.name).join('\n')}, each.near.length, h('span', {class: 'wide'}, each.near.length === 1 ? ' ban' : ' bans')) : h('span', {class: 'nil'}, '–')));
    function toggle() {
      if (open.delete(key)) {
        button.setAttribute('aria-expanded', 'false');
        tr.nextSibling.remove();
      } else {
        open.add(key);
        button.setAttribute('aria-expanded', 'true');
        tr.after(more(each));
      }
    }
    return open.has(key) ? [tr, more(each)] : [tr];
  }

  function more(each) {
    return h('tr', {class: 'more-of'}, h('td', {colspan: COLUMNS.length}, h('div', {class: 'inside'},
        h('p', {class: 'sentence'}, inOneLine(each.path, state), '.'),
        h('p', {class: 'facts'}, mark(each.relation), ` ${RELATIONS[each.relation].label}: ${RELATIONS[each.relation].meaning}`),
        flags(each), hopByHop(each.path, state),
        each.near.length ? [h('h3', {}, 'Bans that bear on this carrier'), bansAgainst(each.near, state, banPage)] : null,
        morePaths(each, state),
        h('p', {class: 'links'}, organization(each.carrier.id, state, `Everything about ${each.carrier.name}`), ' · ',
            h('a', {href: each.links.self}, 'This exposure as JSON')))));
  }

  return {element,
    show(rows, next, text) {
      state = next;
      caption.textContent = text;
      const [name, backward] = state.sort.startsWith('-') ? [state.sort.slice(1), true] : [state.sort, false];
      for (const head of heads) {
        const current = name in SORTS && head.dataset.sort === name;
        head.toggleAttribute('aria-sort', current);
        if (current) {
          head.setAttribute('aria-sort', backward ? 'descending' : 'ascending');
        }
      }
      element.classList.toggle('one-vendor', state.vendor.length === 1);
      put(body, rows.slice(0, FIRST_PART).map(line));
      const turn = ++building;
      element.toggleAttribute('data-building', rows.length > FIRST_PART);
      const build = from => {
        if (turn !== building) {
          return;
        }
        body.append(...rows.slice(from, from + NEXT_PART).flatMap(line));
        if (from + NEXT_PART < rows.length) {
          requestAnimationFrame(() => build(from + NEXT_PART));
        } else {
          element.removeAttribute('data-building');
        }
      };
      if (rows.length > FIRST_PART) {
        requestAnimationFrame(() => build(FIRST_PART));
      }
    }};
}

/** Full where the evidence is of the day, empty where it is ten years old or not dated. */
function bar(months) {
  const left = months === null ? 0 : Math.max(0, Math.min(1, 1 - months / FULL));
  return s('svg', {class: 'bar-of', viewBox: '0 0 40 8', width: 40, height: 8, 'aria-hidden': 'true'},
      s('rect', {x: 0.5, y: 0.5, width: 39, height: 7, fill: 'none', stroke: 'currentColor', opacity: 0.35}),
      s('rect', {x: 0, y: 0, width: 40 * left, height: 8, fill: 'currentColor'}));
}
