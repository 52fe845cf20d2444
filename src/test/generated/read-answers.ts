/**
 * Asks a server of the shipped data by the client for TypeScript that was generated from the contract, and prints a line for each
 * question: `read`, and something of the answer that only a client which understood it can tell; or `failed`, and why.
 */
import * as client from './client';

declare const process: { argv: string[] };

const configuration = new client.Configuration({ basePath: process.argv[2] });
const bans = new client.BansApi(configuration);
const changes = new client.ChangesApi(configuration);
const exposures = new client.ExposuresApi(configuration);
const facts = new client.FactsApi(configuration);
const ownership = new client.OwnershipApi(configuration);
const reconciliation = new client.ReconciliationApi(configuration);
const server = new client.ServerApi(configuration);

const asOf = new Date('2018-12-08');
const from = new Date('2018-11-01');
const vendor = ['huawei'];
const rule = client.OwnershipRule.Ofac50;

const day = (date: Date): string => date.toISOString().slice(0, 10);
const walked = (path: client.Hop[]): string => path.map(hop => `${hop.from} ${hop.type} ${hop.to} until ${hop.until}`).join(', ');

const questions: Record<string, () => Promise<unknown>> = {
  listExposures: async () => (await exposures.listExposures({ vendor, asOf, carrier: ['sprint'] })).results.map(each => walked(each.path)),
  listExposuresOfCarrier: async () => (await exposures.listExposuresOfCarrier({ carrier: 'sprint', asOf })).results.length > 0,
  listPaths: async () => (await exposures.listPaths({ from: 'huawei', to: 'sprint', asOf })).results[0].relation,
  getMatrix: async () => (await exposures.getMatrix({ vendor, asOf, carrierCountry: ['US'] })).results.find(row => row.carrier.id === 'sprint')?.exposures['huawei'].hops,
  getSummary: async () => {
    const day = await exposures.getSummary({ by: client.GetSummaryByEnum.Relation, vendor, asOf });
    return 'limit' in day ? 'a series' : day.results.map(row => row.findings.established.conflicts >= 0);
  },
  getSummarySeries: async () => {
    const series = await exposures.getSummary({ by: client.GetSummaryByEnum.Relation, vendor, from, to: asOf, step: 'P1M' });
    return 'limit' in series ? series.results[0].points.map(point => day(point.day)) : 'a day';
  },
  listChanges: async () => {
    const list = await changes.listChanges({ vendor, carrier: ['sprint'], from, to: asOf });
    return 'jurisdictions' in list ? (list as client.ChangeList).results.map(each => each.after?.relation) : 'a series';
  },
  listSeries: async () => {
    const series = await changes.listChanges({ vendor, from, to: asOf, step: 'P1M' });
    return (series as client.Series).results.map(point => day(point.day));
  },
  listConflicts: async () => (await bans.listConflicts({ asOf: new Date('2024-01-15') })).results[0].sentence.length > 0,
  listBans: async () => (await bans.listBans({ asOf })).results.length > 0,
  getBan: async () => (await bans.getBan({ id: 'au-5g-2018' })).announced,
  getOrganization: async () => (await facts.getOrganization({ id: 'sprint', asOf })).name,
  getTie: async () => (await facts.getTie({ id: 'huawei-partners-with-softbank-group' })).to.name,
  getSource: async () => (await facts.getSource({ id: 'reuters-2018-12-07-japan-ban' })).published,
  listOrganizations: async () => (await facts.listOrganizations({ kind: client.OrganizationKind.Vendor })).results.length > 0,
  searchOrganizations: async () => (await facts.searchOrganizations({ q: '华为' })).results[0].id,
  findAnything: async () => (await facts.findAnything({ q: 'sprint' })).results.length > 0,
  listAgedFacts: async () => (await facts.listAgedFacts({ asOf })).results.length > 0,
  getOwnership: async () => (await ownership.getOwnership({ organization: 'hmn-tech', rule, listed: vendor, asOf })).verdict,
  listOwned: async () => (await ownership.listOwned({ rule, listed: vendor, asOf })).results.length > 0,
  listOwnershipRules: async () => (await ownership.listOwnershipRules({ asOf })).results.length > 0,
  suggestEntities: async () => (await reconciliation.suggestEntities({ prefix: 'spri' })).result.some(each => each.id === 'sprint'),
  showEntityFlyout: async () => (await reconciliation.showEntityFlyout({ id: 'sprint' })).id,
  getIndex: async () => (await server.getIndex()).questions.length > 0,
  getLiveness: async () => (await server.getLiveness()).status,
  explainProblem: async () => (await server.explainProblem({ id: 'unknown-id' })).title,
};

async function ask(): Promise<void> {
  for (const [name, question] of Object.entries(questions)) {
    try {
      console.log(`read ${name}: ${JSON.stringify(await question())}`);
    } catch (failure) {
      console.log(`failed ${name}: ${failure instanceof client.ResponseError ? await failure.response.text() : failure}`);
    }
  }
}

void ask();
