// The carriers of the United States that were tied to restricted vendors, year after year. Node 18 or newer, without packages.
const address = 'http://127.0.0.1:7070/v1/summary?by=country&carrierCountry=US&from=2012-01-01&to=2026-01-01&step=P1Y';

const reply = await fetch(address, {signal: AbortSignal.timeout(30_000)});
const answer = await reply.json();
if (!reply.ok) {
  throw new Error(answer.detail);
}
for (const {name, points} of answer.results) {
  console.log(`${name}: C is a carrier certainly tied, p one possibly tied, - one that is not known to be`);
  for (const {day, onRecord, exposed: {possibly, certainly}} of points) {
    const bar = 'C'.repeat(certainly.carriers) + 'p'.repeat(possibly.carriers - certainly.carriers) + '-'.repeat(onRecord.carriers - possibly.carriers);
    console.log(`${day} ${bar.padEnd(16)} ${certainly.ofSubscribers ?? 'unknown'} % of subscribers on record`);
  }
}
console.log(answer.notice);
