// The carriers of the United States that were tied to restricted vendors, year after year. The procedure is in the database
// that Tieline starts; cypher/queries/summary.cypher counts one day, for chosen vendors, without it.
CALL tieline.ask('summary', {by: 'country', carrierCountry: 'US',
  from: date('2012-01-01'), to: date('2026-01-01'), step: 'P1Y'}) YIELD result
UNWIND result.points AS point
RETURN point.day AS day, point.onRecord.carriers AS carriers, point.exposed.possibly.carriers AS possibly,
  point.exposed.certainly.carriers AS certainly, point.exposed.certainly.ofSubscribers AS percentOfSubscribers
