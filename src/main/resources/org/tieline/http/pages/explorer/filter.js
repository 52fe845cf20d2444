/** Narrowing what is shown by words that somebody types. */
import {h} from './dom.js';

const TYPING = 200;

/** A field whose words go into the address as `find`, a moment after the last letter. */
export function findField(page, attributes) {
  let typing = 0;
  const field = h('input', {type: 'search', autocomplete: 'off', ...attributes});
  field.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      typing = 0;
      page.go({find: field.value.trim()});
    }, TYPING);
  });
  return {field,
    /** Leaves a field alone that somebody is writing in. */
    show({find}) {
      if (document.activeElement !== field && typing === 0) {
        field.value = find;
      }
    }};
}

/** Tells of a text whether it has all the words, in any case and order. */
export function fitting(find) {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  return text => words.every(word => text.toLowerCase().includes(word));
}
