/** Asks the API. Whatever goes wrong is a Failure that can be shown; an answer that nobody waits for any more is dropped. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 8000;

/** What the server works out in places of which it has few. One page takes no more of them at once; the rest waits its turn here. */
const SEARCHES = /^\/v1\/(?:conflicts|exposures|summary|changes|events|matrix|paths|scenarios|carriers\/[^/]+\/exposures)\b/;
const MOST_SEARCHES = 2;
const turns = [];
let searching = 0;

let down = false;
const listeners = new Set();

/** Why there is no answer. `away`: the server does not answer at all, or its database does not. */
export class Failure extends Error {
  constructor(title, detail, status, away, {parameter, nearest} = {}) {
    super(detail || title);
    Object.assign(this, {title, detail, status, away, parameter, nearest});
  }
}

/** @param {{signal?: AbortSignal, post?: object}} how */
export function ask(path, how = {}) {
  return answer(path, how, response => response.json());
}

/** The same of an answer that is read as text: a table. */
export function text(path, how = {}) {
  return answer(path, how, response => response.ok ? response.text() : response.json());
}

async function answer(path, how, read) {
  if (!SEARCHES.test(path)) {
    return answered(path, how, read);
  }
  if (searching === MOST_SEARCHES) {
    await new Promise(turn => turns.push(turn));
  } else {
    searching++;
  }
  try {
    return await answered(path, how, read);
  } finally {
    const next = turns.shift();
    if (next) {
      next();
    } else {
      searching--;
    }
  }
}

async function answered(path, {signal, post}, read) {
  let response;
  try {
    response = await fetch(path, post
        ? {signal, method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(post)}
        : {signal, headers: {Accept: 'application/json'}});
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    goneAway();
    throw new Failure('The server does not answer', 'The page asks again until it does.', 0, true);
  }
  const body = await read(response).catch(failure => {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    return null;
  });
  if (response.ok && body !== null) {
    return body;
  }
  const away = response.status === 503 || response.status === 502 || response.status === 504;
  if (away) {
    goneAway();
  }
  const parts = (body?.problems ?? []).map(part => `${part.place ?? part.parameter ?? ''} ${part.message ?? ''}`.trim());
  throw new Failure(body?.title ?? `The server answered ${response.status}`,
      [body?.detail, ...parts].filter(Boolean).join(' · '), response.status, away, body ?? {});
}

/** Calls back with true when the API went away and with false when it is back. */
export function onOutage(listener) {
  listeners.add(listener);
}

function goneAway() {
  if (!down) {
    down = true;
    listeners.forEach(listener => listener(true));
    look(FIRST_PAUSE);
  }
}

async function look(pause) {
  await new Promise(resolve => setTimeout(resolve, pause));
  const well = await fetch('/health/ready', {signal: AbortSignal.timeout(5000)}).then(answer => answer.ok, () => false);
  if (well) {
    down = false;
    listeners.forEach(listener => listener(false));
  } else {
    look(Math.min(LONGEST_PAUSE, pause * 1.5));
  }
}
