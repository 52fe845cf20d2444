/** Links that open a query in Neo4j Browser. There are none where the server does not tell of a Browser. */
import {h} from './dom.js';
import {ask} from './api.js';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const WORD = /^[\w.,:-]+$/;
const OF_PROCEDURE = ['carrierCountry', 'certainty', 'minEvidence', 'maxHops', 'minHops', 'minStake', 'knownAt', 'evidencedSince', 'ties',
  'minBan', 'country', 'scope', 'nature', 'government', 'maxAge', 'restrictedIn', 'affiliates'];
const NOT_OF_PROCEDURE = ['segment', 'generation', 'state'];
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

let config = null;

function configured() {
  config ??= ask('/explorer/config.json').catch(() => {
    config = null;
    return {neo4jBrowser: null};
  });
  return config;
}

/** A place that fills with a link, if there is a Browser to open. */
export function inNeo4j(query) {
  const place = h('span', {class: 'neo4j'});
  if (query) {
    configured().then(({neo4jBrowser}) => {
      if (neo4jBrowser) {
        place.append(h('a', {href: address(neo4jBrowser, query), target: '_blank', rel: 'noopener'}, 'Open this in Neo4j Browser'));
      }
    });
  }
  return place;
}

function address(browser, query) {
  const place = new URL(reachable(browser.address));
  const bolt = browser.bolt.replace(/\/\/[^:/\]]+(?=[:/])/, () => `//neo4j@${new URL(reachable(browser.address)).hostname}`);
  return `${place}?dbms=${encodeURIComponent(bolt)}`
      + `&cmd=edit&arg=${encodeURIComponent(query)}`;
}

/** A server on this machine was reached by the name that the page was reached by. */
function reachable(text) {
  const place = new URL(text);
  if (LOOPBACK.includes(place.hostname) && !LOOPBACK.includes(location.hostname)) {
    place.hostname = location.hostname;
  }
  return place.href;
}

/** The question of the page as a call of the procedure; null if an option has no safe form in a query. */
export function exposuresQuery(state, carrier, relations = []) {
  if (NOT_OF_PROCEDURE.some(name => state.options[name])) {
    return null;
  }
  const options = {asOf: state.asOf, ...(carrier ? {carrier} : {})};
  for (const name of OF_PROCEDURE) {
    if (state.options[name]) {
      options[name] = state.options[name];
    }
  }
  if (relations.length) {
    options.relation = relations.join(',');
  }
  if (![...state.vendor].every(id => ID.test(id)) || !Object.values(options).every(value => WORD.test(value))) {
    return null;
  }
  const vendors = state.vendor.length === 0 ? 'null' : state.vendor.length === 1 ? `'${state.vendor[0]}'`
      : `[${state.vendor.map(id => `'${id}'`).join(', ')}]`;
  return `CALL tieline.exposures(${vendors}, {${Object.entries(options).map(([name, value]) => `${name}: '${value}'`).join(', ')}})\n`
      + 'YIELD path\nRETURN path';
}

export function banQuery(id) {
  return ID.test(id) ? `MATCH path = (:Government)-[:IMPOSES]->(:Ban {id: '${id}'})-[:TARGETS|APPLIES_IN|CITES]->()\nRETURN path` : null;
}

export function organizationQuery(id) {
  return ID.test(id) ? `MATCH path = (:Organization {id: '${id}'})-[:SUPPLIES|OWNS|PARTNERS_WITH|SHARES_NETWORK_WITH|MEMBER_OF]-(:Organization)\nRETURN path` : null;
}
