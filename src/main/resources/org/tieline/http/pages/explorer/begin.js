/**
 * Comes before all other scripts and needs none of them. Where a script or a style did not arrive, it says so and loads the
 * page again: as long as a page lives, a browser remembers that a module did not come, and does not ask for it again. A reader
 * who has begun to fill in something loads it themselves.
 */
(() => {
  const KEY = 'loaded-in-vain';
  const FIRST_PAUSE = 1000;
  const LONGEST_PAUSE = 60_000;
  let missing = false;
  let typed = false;

  addEventListener('error', ({target}) => {
    missing ||= target instanceof HTMLScriptElement || target instanceof HTMLLinkElement && target.rel === 'stylesheet';
  }, true);

  addEventListener('load', () => {
    if (missing) {
      say(' It is loaded again in a moment.');
    }
    try {
      const before = Number(sessionStorage.getItem(KEY));
      sessionStorage.setItem(KEY, String(missing ? before + 1 : 0));
      if (missing) {
        setTimeout(again, Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** before));
      }
    } catch {
      // Where nothing may be kept, nobody knows how often it was tried: the reader decides.
    }
  });

  addEventListener('input', () => {
    typed = true;
    if (missing) {
      say('');
    }
  }, true);

  function say(next) {
    const outage = document.getElementById('outage');
    const link = Object.assign(document.createElement('a'), {href: location.href, textContent: 'Load it again'});
    outage.replaceChildren(`A part of this page did not arrive.${next} `, link);
    outage.hidden = false;
  }

  async function again() {
    const well = await fetch('/health/live', {signal: AbortSignal.timeout(5000)}).then(answer => answer.ok, () => false);
    if (typed) {
      return;
    }
    if (well) {
      location.reload();
    } else {
      setTimeout(again, LONGEST_PAUSE);
    }
  }
})();
