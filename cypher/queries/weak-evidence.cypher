CYPHER 25
// Which supplies of a vendor to carriers rest on weak evidence on a day?
//
// :param vendor => 'huawei'
// :param asOf => date('2018-12-08')
// :param grades => ['reported']
// :param limit => 100
//
// Returns, by carrier:
//   carrier   its id
//   tie       the id of the tie
//   evidence  its grade
//   best      the best grade of any supply of the vendor to this carrier that holds on the day
//   path
//
// grades, weakest first: reported, announced, confirmed.
MATCH path = (vendor:Organization {id: $vendor})-[tie:SUPPLIES]->(carrier:Carrier)
WHERE tie.evidence IN $grades
  AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
  AND coalesce(vendor.possibleFrom <= $asOf, true) AND coalesce($asOf < vendor.possibleTo, true)
  AND coalesce(carrier.possibleFrom <= $asOf, true) AND coalesce($asOf < carrier.possibleTo, true)
WITH *, COLLECT {
  MATCH (vendor)-[other:SUPPLIES]->(carrier)
  WHERE other.evidence <> 'denied'
    AND coalesce(other.possibleFrom <= $asOf, true) AND coalesce($asOf < other.possibleTo, true)
  RETURN DISTINCT other.evidence
} AS others
RETURN carrier.id AS carrier, tie.id AS tie, tie.evidence AS evidence,
  [grade IN ['confirmed', 'announced', 'reported'] WHERE grade IN others][0] AS best, path
ORDER BY carrier, tie
LIMIT $limit
