/** The one field that finds everything: organizations, countries, bans, ties, sources, by names, words, ids and identifiers. */
import {h} from './dom.js';
import {addressOf} from './address.js';
import {ask} from './api.js';
import {suggest} from './suggest.js';
import {plain} from './words.js';

const EACH = 4;
const MOST = 20;

/** @param {{id: string, open: (address: string) => void}} how `open` hears the address of the page that is wanted */
export function finder({id, open}) {
  return suggest({id, label: 'Find a carrier, vendor, country, ban, tie or source', found: ['match', 'matches'], most: MOST,
    placeholder: 'Find a carrier, vendor, country, ban, source …',
    look: async (text, signal) => {
      const answer = await ask(`/v1/find?${new URLSearchParams({q: text, limit: EACH})}`, {signal});
      return {total: answer.total, hits: answer.results};
    },
    shown: hit => [h('span', {class: 'name'}, hit.name),
      h('span', {class: 'kind'}, plain(hit.kind)),
      hit.why && hit.why !== hit.name ? h('span', {class: 'alias'}, hit.why) : null],
    choose: hit => open(addressOf(hit.kind, hit.id))});
}
