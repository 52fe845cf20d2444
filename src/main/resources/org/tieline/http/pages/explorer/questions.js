/** The questions as the API declares them. */
import {ask} from './api.js';

let reading = null;

/** A question with its addresses and parameters; null where there is none of this name, or the API does not tell. A failure is forgotten, so that the next call tries again. */
export async function questionOf(name) {
  reading ??= ask('/v1').catch(() => {
    reading = null;
  });
  const index = await reading;
  return index?.questions.find(question => question.name === name) ?? null;
}

/** The parameters of a question; null as above. */
export async function parametersOf(name) {
  return (await questionOf(name))?.parameters ?? null;
}
