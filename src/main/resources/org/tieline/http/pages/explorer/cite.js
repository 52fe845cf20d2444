/** How to cite what is shown: the data set that answered, the exact address, the day of the visit. */
import {ask} from './api.js';

let release = null;

/** Which data answer: version and digest; null where nobody can tell. */
export function dataset() {
  release ??= ask('/v1/catalog').then(answer => answer.dataset, () => {
    release = null;
    return null;
  });
  return release;
}

/** Where something was taken from, in one line, as it stands below a picture or a table. */
export async function sourceLine() {
  const data = await dataset();
  return `Tieline${data ? `, data set ${data.version} (${data.sha256.slice(0, 12)})` : ''}. ${location.href}`;
}

/** The ways to cite a page. The day of the visit is today in UTC. */
export function citations({title, address, data, day}) {
  const release = data ? `data set ${data.version}, SHA-256 ${data.sha256}` : 'data set unknown';
  const key = `tieline-${address.replace(/^https?:\/\/[^/]+/, '').replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'question'}`.slice(0, 60);
  const plain = text => text.replace(/[{}\\]/g, '').replace(/([&%$#_])/g, '\\$1');
  return {
    text: `Tieline. ${title}. ${release}. ${address} (read on ${day}).`,
    bibtex: `@misc{${key},\n  title = {{${plain(title)}}},\n  author = {{Tieline}},\n  year = {${day.slice(0, 4)}},\n  howpublished = {\\url{${address}}},\n`
        + `  note = {${plain(release)}},\n  urldate = {${day}}\n}`
  };
}
