/** The questions as the API declares them. */
import {ask} from './api.js';

let reading = null;

/** The questions of a name, each with its addresses and parameters; null while the API does not tell. A failure is forgotten, so that the next call tries again. */
export async function questionsOf(name) {
  reading ??= ask('/v1').catch(() => {
    reading = null;
  });
  const index = await reading;
  return index?.questions.filter(question => question.name === name) ?? null;
}

/** The parameters of the first question of a name; null while the API does not tell. */
export async function parametersOf(name) {
  return (await questionsOf(name))?.[0]?.parameters ?? null;
}
