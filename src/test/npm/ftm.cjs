// Reads FollowTheMoney entities with the two libraries of that name, and says for each what it refused and how many it took.
const { readFileSync } = require('node:fs');
const lines = readFileSync(process.argv[2], 'utf8').trimEnd().split('\n');
const answer = {};
for (const name of ['@alephdata/followthemoney', '@opensanctions/followthemoney']) {
  const { Model, defaultModel } = require(name);
  const model = new Model(defaultModel);
  const refused = [];
  let read = 0;
  for (const line of lines) {
    const raw = JSON.parse(line);
    try {
      const entity = model.getEntity(raw);
      const missing = entity.schema.required?.filter((property) => !entity.hasProperty(property)) ?? [];
      if (missing.length) {
        throw new Error(`required: ${missing}`);
      }
      if (entity.getProperties().length !== Object.keys(raw.properties).length) {
        throw new Error('a property is lost');
      }
      read++;
    } catch (failure) {
      refused.push(`${raw.id} (${raw.schema}): ${failure.message}`);
    }
  }
  answer[name] = { read, refused: refused.slice(0, 5) };
}
console.log(JSON.stringify(answer));
