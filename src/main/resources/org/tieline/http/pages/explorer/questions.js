/** The questions as the API declares them. */
import {ask} from './api.js';

let reading = null;

/** The parameters of a question; null while the API does not tell. A failure is forgotten, so that the next call tries again. */
export async function parametersOf(name) {
  reading ??= ask('/v1').catch(() => {
    reading = null;
  });
  const index = await reading;
  return index?.questions.find(question => question.name === name)?.parameters ?? null;
}
