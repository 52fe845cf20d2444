/** The options of a question, folded away. Their names are those of the API. */
import {h, put} from './dom.js';
import {TIES} from './words.js';

const FIELDS = [
  {name: 'carrierCountry', label: 'Carriers of', kind: 'countries', hint: 'JP, US'},
  {name: 'certainty', label: 'Ties that hold', choices: [['', 'possibly'], ['certain', 'certainly']]},
  {name: 'minEvidence', label: 'Evidence from', choices: [['', 'reported'], ['announced', 'announced'], ['confirmed', 'confirmed']]},
  {name: 'maxHops', label: 'Ties at most', kind: 'number', min: 1, max: 10, hint: '4'},
  {name: 'minHops', label: 'Ties at least', kind: 'number', min: 1, max: 10, hint: '1'},
  {name: 'minStake', label: 'Stakes from, %', kind: 'number', min: 0, max: 100, hint: '20'},
  {name: 'knownAt', label: 'Known by', kind: 'text', hint: '2018-12-08'},
  {name: 'evidencedSince', label: 'Evidenced since', kind: 'text', hint: '2017-01-01'},
  {name: 'minBan', label: 'Bans that are at least', choices: [['reported', 'reported'], ['proposed', 'proposed'], ['', 'announced'], ['in-force', 'in force']]},
  {name: 'country', label: 'Bans of', kind: 'countries', hint: 'US, EU', restricted: true},
  {name: 'scope', label: 'Bans on', kind: 'text', hint: '5g, removal', restricted: true}
];
const SETS = [
  {name: 'ties', label: 'Ties walked', all: Object.entries(TIES).map(([type, words]) => [type, words])},
  {name: 'nature', label: 'Nature of bans', all: [['order', 'order'], ['power', 'power'], ['advice', 'advice']], usual: ['order'], restricted: true}
];

/** @param {(options: object) => void} choose hears all options that are not as by default */
export function optionFields(choose) {
  const body = h('div', {class: 'options'});
  const count = h('span', {class: 'count'});
  const fold = h('details', {class: 'more'}, h('summary', {}, 'Options ', count), body);
  let options = {};

  function change(name, value) {
    const next = {...options};
    if (value) {
      next[name] = value;
    } else {
      delete next[name];
    }
    choose(next);
  }

  function field({name, label, choices, kind, min, max, hint}) {
    const id = `option-${name}`;
    const value = options[name] ?? '';
    const input = choices
        ? h('select', {id, 'on:change': event => change(name, event.target.value)},
            choices.map(([word, words]) => h('option', {value: word, selected: word === value}, words)))
        : h('input', {id, type: kind === 'countries' ? 'text' : kind, min, max, placeholder: hint, value, spellcheck: 'false',
          autocomplete: 'off', 'on:change': event => change(name, tidy(kind, event.target.value))});
    return h('label', {for: id, class: 'field'}, h('span', {}, label), input);
  }

  function set({name, label, all, usual}) {
    const chosen = options[name]?.split(',') ?? usual ?? all.map(([word]) => word);
    const boxes = [];
    const changed = () => {
      const words = boxes.filter(box => box.checked).map(box => box.value);
      const standard = usual ?? all.map(([word]) => word);
      change(name, words.length === 0 || words.join() === standard.join() ? '' : words.join(','));
    };
    return h('fieldset', {class: 'field set'}, h('legend', {}, label), all.map(([word, words]) => {
      const box = h('input', {type: 'checkbox', value: word, checked: chosen.includes(word), 'on:change': changed});
      boxes.push(box);
      return h('label', {class: 'box'}, box, words);
    }));
  }

  return {fold,
    show(state) {
      options = state.options;
      const restricted = state.vendor.length === 0;
      const used = Object.keys(options).length;
      put(count, used ? `${used} set` : '');
      count.hidden = !used;
      const wasIn = document.activeElement?.id;
      put(body, FIELDS.filter(each => restricted || !each.restricted).map(field),
          SETS.filter(each => restricted || !each.restricted).map(set),
          used ? h('button', {type: 'button', class: 'quiet', 'on:click': () => choose({})}, 'Back to the defaults') : null);
      if (wasIn) {
        document.getElementById(wasIn)?.focus();
      }
    }};
}

function tidy(kind, text) {
  const trimmed = text.trim();
  return kind === 'countries' ? trimmed.toUpperCase().split(/[\s,]+/).filter(Boolean).join(',')
      : kind === 'text' ? trimmed.toLowerCase().split(/[\s,]+/).filter(Boolean).join(',') : trimmed;
}
