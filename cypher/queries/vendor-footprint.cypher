CYPHER 25
// How many carriers of each country does each vendor supply on a day?
//
// :param asOf => date('2018-12-08')
// :param limit => 20
//
// Returns, most carriers first:
//   vendor         its id
//   code, country  the country of the carriers
//   carriers       how many
MATCH (vendor:Vendor)-[tie:SUPPLIES]->(carrier:Carrier)-[:BASED_IN]->(country:Country)
WHERE tie.evidence <> 'denied'
  AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
  AND coalesce(vendor.possibleFrom <= $asOf, true) AND coalesce($asOf < vendor.possibleTo, true)
  AND coalesce(carrier.possibleFrom <= $asOf, true) AND coalesce($asOf < carrier.possibleTo, true)
RETURN vendor.id AS vendor, country.code AS code, country.name AS country, count(DISTINCT carrier) AS carriers
ORDER BY carriers DESC, vendor, code
LIMIT $limit
