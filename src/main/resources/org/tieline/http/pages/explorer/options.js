/** The options of a question, folded away. They are the parameters that the API declares; only their short names are made here. */
import {h, put} from './dom.js';
import {OPTIONS} from './address.js';
import {parametersOf} from './questions.js';
import {TIES, plain} from './words.js';

const LABELS = {carrierCountry: 'Carriers of', certainty: 'Ties hold', minEvidence: 'Evidence from', maxHops: 'Ties at most',
  minHops: 'Ties at least', minStake: 'Stakes from, %', knownAt: 'Known by', evidencedSince: 'Evidenced since',
  minBan: 'Bans that are at least', country: 'Bans of', scope: 'Bans on', government: 'Bans by', ties: 'Ties walked', nature: 'Nature of bans'};
const HINTS = {COUNTRY: 'JP, US', DAY: '2018-12-08', SCOPE: '5g, removal'};
/** Those that say which vendors are restricted, of no use where vendors are named. */
const RESTRICTED = ['country', 'scope', 'government', 'nature'];

/** @param {(options: object) => void} choose hears all options that are not as by default */
export function optionFields(choose) {
  const body = h('div', {class: 'options'});
  const count = h('span', {class: 'count'});
  const fold = h('details', {class: 'more'}, h('summary', {}, 'Options ', count), body);
  let options = {};

  function change(parameter, value) {
    const next = {...options};
    if (value && value !== parameter.default.join(',')) {
      next[parameter.name] = value;
    } else {
      delete next[parameter.name];
    }
    choose(next);
  }

  function field(parameter) {
    const id = `option-${parameter.name}`;
    const value = options[parameter.name] ?? '';
    return h('label', {for: id, class: 'field', title: parameter.sentence}, h('span', {}, label(parameter)),
        parameter.words.length ? choice(parameter, id, value) : input(parameter, id, value));
  }

  function choice(parameter, id, value) {
    const usual = parameter.default[0] ?? '';
    const words = usual ? parameter.words : ['', ...parameter.words];
    return h('select', {id, 'on:change': event => change(parameter, event.target.value)},
        words.map(word => h('option', {value: word, selected: word === (value || usual)}, plain(word) || 'any')));
  }

  function input(parameter, id, value) {
    const {type, schema} = parameter;
    const number = schema.type === 'integer' || schema.type === 'number';
    return h('input', {id, type: number ? 'number' : 'text', min: schema.minimum, max: schema.maximum, step: schema.type === 'number' ? 'any' : null,
      placeholder: parameter.default.join(', ') || HINTS[type], value, spellcheck: 'false', autocomplete: 'off',
      'on:change': event => change(parameter, number ? event.target.value.trim() : tidy(type, event.target.value))});
  }

  function set(parameter) {
    const usual = parameter.default.length ? parameter.default : parameter.words;
    const chosen = options[parameter.name]?.split(',') ?? usual;
    const boxes = [];
    const changed = () => {
      const words = boxes.filter(box => box.checked).map(box => box.value);
      change(parameter, words.join() === usual.join() ? '' : words.join(','));
    };
    return h('fieldset', {class: 'field set', title: parameter.sentence}, h('legend', {}, label(parameter)), parameter.words.map(word => {
      const box = h('input', {type: 'checkbox', value: word, checked: chosen.includes(word), 'on:change': changed});
      boxes.push(box);
      return h('label', {class: 'box'}, box, TIES[word] ?? plain(word));
    }));
  }

  function show(parameters, restricted) {
    const shown = parameters.filter(({name}) => OPTIONS.includes(name) && (restricted || !RESTRICTED.includes(name)));
    const isSet = parameter => parameter.several && parameter.words.length > 0;
    const wasIn = document.activeElement?.id;
    put(body, shown.filter(each => !isSet(each)).map(field), shown.filter(isSet).map(set),
        Object.keys(options).length
            ? h('button', {type: 'button', class: 'quiet', 'on:click': () => choose({})}, 'Back to the defaults') : null);
    if (wasIn) {
      document.getElementById(wasIn)?.focus();
    }
  }

  return {fold,
    show(state) {
      options = state.options;
      const used = Object.keys(options).length;
      put(count, used ? `${used} set` : '');
      count.hidden = !used;
      parametersOf('exposures').then(parameters => {
        if (parameters && options === state.options) {
          show(parameters, state.vendor.length === 0);
        }
      });
    }};
}

function label({name}) {
  return LABELS[name] ?? name;
}

function tidy(type, text) {
  const words = text.trim().split(/[\s,]+/).filter(Boolean).join(',');
  return type === 'COUNTRY' ? words.toUpperCase() : words.toLowerCase();
}
