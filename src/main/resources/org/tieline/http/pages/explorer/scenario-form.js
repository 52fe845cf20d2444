/** A ban that is on nobody's record, put together by choosing. */
import {h, put} from './dom.js';
import {names, nameOf, ofKind} from './names.js';
import {plain} from './words.js';

const SCOPES = ['5g', 'core', 'ran', '5g:core', '5g:ran', 'fixed-network', 'submarine-cable', 'devices', 'all-new-equipment', 'removal',
  'market-authorisation', 'government-procurement', 'public-funding'];

/** @param {(change: object) => void} add @param {() => string} day the day that is asked about */
export function banForm(add, day) {
  const government = h('select', {id: 'ban-government', required: true});
  const target = h('select', {id: 'ban-target', required: true});
  const scope = h('select', {id: 'ban-scope'}, SCOPES.map(each => h('option', {value: each, selected: each === 'all-new-equipment'}, plain(each))));
  const element = h('details', {class: 'add-ban'}, h('summary', {}, 'Add a ban'),
      h('form', {'on:submit': event => {
        event.preventDefault();
        if (government.value && target.value) {
          add({kind: 'add-ban', government: government.value, targets: [target.value], scope: [scope.value], effective: day()});
        }
      }},
      h('label', {class: 'field', for: 'ban-government'}, h('span', {}, 'Government'), government),
      h('label', {class: 'field', for: 'ban-target'}, h('span', {}, 'Vendor'), target),
      h('label', {class: 'field', for: 'ban-scope'}, h('span', {}, 'Scope'), scope),
      h('button', {type: 'submit'}, 'Suppose it')));
  const choices = (select, kind, usual) => {
    const before = select.value || usual;
    put(select, ofKind(kind).map(each => h('option', {value: each.id, selected: each.id === before}, nameOf(each.id))));
  };
  return {element,
    show() {
      names().then(() => {
        choices(government, 'government');
        choices(target, 'vendor', 'huawei');
      });
    }};
}
