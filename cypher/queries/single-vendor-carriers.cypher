CYPHER 25
// Which carriers have one vendor alone on record on a day?
//
// :param vendor => 'huawei'
// :param asOf => date('2018-12-08')
// :param limit => 100
//
// Returns, by carrier:
//   carrier  its id
//   ties     ids of the supplies
//   paths    the same as paths
//
// That no other vendor is on record does not mean that there is none.
MATCH path = (vendor:Organization {id: $vendor})-[tie:SUPPLIES]->(carrier:Carrier)
WHERE tie.evidence <> 'denied'
  AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
  AND coalesce(vendor.possibleFrom <= $asOf, true) AND coalesce($asOf < vendor.possibleTo, true)
  AND coalesce(carrier.possibleFrom <= $asOf, true) AND coalesce($asOf < carrier.possibleTo, true)
  AND NOT EXISTS {
    MATCH (other:Organization)-[another:SUPPLIES]->(carrier)
    WHERE other <> vendor AND another.evidence <> 'denied'
      AND coalesce(another.possibleFrom <= $asOf, true) AND coalesce($asOf < another.possibleTo, true)
      AND coalesce(other.possibleFrom <= $asOf, true) AND coalesce($asOf < other.possibleTo, true)
  }
WITH carrier, tie, path
ORDER BY tie.id
RETURN carrier.id AS carrier, collect(tie.id) AS ties, collect(path) AS paths
ORDER BY carrier
LIMIT $limit
