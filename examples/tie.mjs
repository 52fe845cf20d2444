// Through which ties did Huawei reach Sprint on 8 December 2018? Node 18 or newer, without packages.
const address = 'http://127.0.0.1:7070/v1/carriers/sprint/exposures?vendor=huawei&asOf=2018-12-08';

const reply = await fetch(address, {signal: AbortSignal.timeout(30_000)});
const answer = await reply.json();
if (!reply.ok) {
  throw new Error(answer.detail);
}
for (const exposure of answer.results) {
  console.log(`${exposure.vendor.name} to ${exposure.carrier.name}: ${exposure.relation}, ${exposure.evidence}, ${exposure.flags}`);
  console.table(exposure.path.map(({from, type, to, until, lastEvidenced, certainty}) => ({from, type, to, until, lastEvidenced, certainty})));
}
console.log(answer.notice);
