/** Light, dark, or as the system has it. */
const NEXT = {system: 'light', light: 'dark', dark: 'system'};
const KEY = 'theme';

export function theme(button, changed) {
  const show = choice => {
    if (choice === 'system') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = choice;
    }
    button.textContent = `Colours: ${choice}`;
    changed();
  };
  let choice = stored();
  button.addEventListener('click', () => {
    choice = NEXT[choice];
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // Where nothing may be kept, the choice lasts as long as the page.
    }
    show(choice);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
  show(choice);
}

function stored() {
  try {
    return localStorage.getItem(KEY) in NEXT ? localStorage.getItem(KEY) : 'system';
  } catch {
    return 'system';
  }
}

/** The value of a colour of the style sheet, for what is drawn on a canvas or into a file. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
