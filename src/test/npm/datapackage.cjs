// Reads a folder of tables by its description: whether it keeps to both profiles of version 1, and the rows of each table.
const { readFileSync } = require('node:fs');
const { Package, Profile } = require('datapackage');

(async () => {
  const description = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const refused = [];
  for (const profile of ['data-package', 'tabular-data-package']) {
    const resources = description.resources.map((each) => ({ ...each, profile: 'tabular-data-resource' }));
    const { errors } = (await Profile.load(profile)).validate({ ...description, profile, resources });
    refused.push(...errors.map((error) => `${profile}: ${error.message}`));
  }
  const rows = {};
  const tables = await Package.load(process.argv[2]);
  for (const resource of tables.resources) {
    try {
      rows[resource.name] = (await resource.read({ keyed: true, relations: true })).length;
    } catch (failure) {
      refused.push(`${resource.name}: ${failure.message} ${(failure.errors ?? []).slice(0, 3).map(String)}`);
    }
  }
  console.log(JSON.stringify({ refused, rows }));
})();
