/** Names and kinds of organizations, which paths tell by their ids alone. Without them the page shows ids. */
import {ask} from './api.js';

const PAGE = 1000;
const MOST = 5000;

const known = new Map();
let reading = null;

/** Reads the directory once; a failure is forgotten, so that the next call tries again. */
export function names() {
  reading ??= readAll().catch(() => {
    reading = null;
  });
  return reading;
}

async function readAll() {
  let total = 1;
  for (let offset = 0; offset < Math.min(total, MOST); offset += PAGE) {
    const page = await ask(`/v1/organizations?limit=${PAGE}&offset=${offset}`);
    total = page.total;
    page.results.forEach(learn);
  }
}

/** Takes up what an answer says of an organization. */
export function learn(organization) {
  if (organization) {
    known.set(organization.id, {...known.get(organization.id), ...organization});
  }
}

export function nameOf(id) {
  return known.get(id)?.name ?? id;
}

export function kindOf(id) {
  return known.get(id)?.kind ?? null;
}

export function countryOf(id) {
  return known.get(id)?.country ?? null;
}

export function ofKind(kind) {
  return [...known.values()].filter(each => each.kind === kind).sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
