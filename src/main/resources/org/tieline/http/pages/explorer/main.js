/** Starts the page: reads the address, shows what it says, and follows links without leaving. */
import {h, put, many} from './dom.js';
import {read, write} from './address.js';
import {onOutage} from './api.js';
import {names} from './names.js';
import {theme} from './theme.js';
import {tray, onTray} from './tray.js';
import {finder} from './finder.js';
import {homePage} from './home.js';
import {missingPage} from './missing.js';
import {questionPage} from './question.js';
import {organizationPage} from './organization.js';
import {banPage} from './ban.js';
import {scenarioPage} from './scenario.js';
import {RECORDS, recordPage} from './places.js';

const MAKERS = {home: homePage, question: questionPage, carrier: organizationPage, organization: organizationPage, ban: banPage,
  scenario: scenarioPage, missing: missingPage, ...Object.fromEntries(Object.keys(RECORDS).map(name => [name, recordPage(name)]))};
const main = document.getElementById('main');
const outage = document.getElementById('outage');
const seek = document.getElementById('seek');

let state = read(location);
let page = null;
let shown = null;

const here = {
  state: () => state,
  /** Changes what the address says. `passing`: on the way to another change, so that going back skips what was passed. */
  go(change, {passing = false} = {}) {
    state = {...state, ...change};
    const address = write(state);
    if (here.passed) {
      history.replaceState(null, '', address);
    } else if (address !== location.pathname + location.search) {
      history.pushState(null, '', address);
    }
    here.passed = passing;
    show(false);
  },
  open(address) {
    if (address.startsWith('/v1')) {
      location.assign(address);
      return;
    }
    state = read(new URL(address, location));
    history.pushState(null, '', state.page === 'missing' ? address : write(state));
    show(true);
  }
};

function show(moved) {
  const key = state.page + (state.id ?? '');
  if (key !== shown) {
    shown = key;
    page = MAKERS[state.page](here);
    put(main, page.element);
    if (moved) {
      scrollTo(0, 0);
      main.querySelector('h1')?.focus({preventScroll: true});
    }
  }
  seek.hidden = ['home', 'missing', 'embed'].includes(state.page);
  document.querySelectorAll('[data-page]').forEach(link => {
    const current = link.dataset.page === state.page;
    link.toggleAttribute('aria-current', current);
    if (current) {
      link.setAttribute('aria-current', 'page');
    }
  });
  page.show(state);
  countTray();
}

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
      || link.target || link.hasAttribute('download') || link.origin !== location.origin || link.hash) {
    return;
  }
  const next = read(link);
  if (next.page !== 'missing') {
    event.preventDefault();
    here.open(link.pathname + link.search);
  }
});

addEventListener('popstate', () => {
  state = read(location);
  show(true);
});

onOutage(away => {
  outage.hidden = !away;
  if (away) {
    put(outage, h('strong', {}, 'The API does not answer. '), 'What you see was answered before. The page asks again until it does.');
  } else {
    names();
    page.again();
  }
});

onTray(countTray);

function countTray() {
  const count = document.getElementById('tray-count');
  count.textContent = String(tray().length);
  count.hidden = tray().length === 0;
  count.setAttribute('aria-label', many(tray().length, 'change'));
  document.querySelector('[data-page=scenario]').href = write({...state, page: 'scenario', view: '', sort: '', find: '', only: [], suppose: tray()});
}

put(seek, finder({id: 'everywhere', open: here.open}));
document.addEventListener('keydown', event => {
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest?.('input, select, textarea')) {
    event.preventDefault();
    document.getElementById(seek.hidden ? 'everything' : 'everywhere')?.focus();
  }
});
theme(document.getElementById('theme'), () => page?.recolour?.());
if (state.page !== 'missing') {
  history.replaceState(null, '', write(state) + location.hash);
}
show(false);
