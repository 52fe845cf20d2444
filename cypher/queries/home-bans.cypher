CYPHER 25
// Which carriers does a vendor supply that a ban of the carrier's own country targets on the day?
//
// :param asOf => date('2018-12-08')
// :param natures => ['order']
// :param minBan => 'announced'
// :param limit => 100
//
// Returns, by carrier, vendor, tie and ban:
//   carrier, vendor, tie, ban  their ids
//   state                      of the ban on the day
//   supply, target             the two paths that meet in the vendor
//
// Says nothing of whether the ban covers the equipment; conflicts does. natures and minBan as in restricted-vendors.
MATCH (ban:Ban)-[:APPLIES_IN]->(country:Country)
WHERE ban.nature IN $natures
WITH ban, country, CASE
  WHEN $asOf >= date(ban.ended) THEN 'ended'
  WHEN EXISTS {
    MATCH (other:Ban)-[:REPLACES]->(ban)
    WHERE NOT coalesce($asOf >= date(other.ended), false) AND other.status <> 'rejected'
      AND (coalesce($asOf >= date(other.effective), false)
        OR other.effective IS NULL AND other.status IN ['in-force', 'lifted']
          AND coalesce($asOf >= date(coalesce(other.announced, other.reported)), false))
  } THEN 'ended'
  WHEN ban.status = 'rejected' THEN CASE WHEN $asOf >= date(ban.reported) THEN 'reported' END
  WHEN $asOf >= date(ban.effective) THEN 'in-force'
  WHEN ban.effective IS NULL AND ban.status IN ['in-force', 'lifted']
    AND $asOf >= date(coalesce(ban.announced, ban.reported)) THEN 'in-force'
  WHEN $asOf >= date(ban.announced) THEN CASE ban.status WHEN 'proposed' THEN 'proposed' ELSE 'announced' END
  WHEN $asOf >= date(ban.reported) THEN 'reported'
END AS state
WITH ban, country, state
WHERE state IN CASE $minBan
    WHEN 'reported' THEN ['reported', 'proposed', 'announced', 'in-force']
    WHEN 'proposed' THEN ['proposed', 'announced', 'in-force']
    WHEN 'announced' THEN ['announced', 'in-force']
    ELSE ['in-force']
  END
MATCH target = (ban)-[:TARGETS]->(vendor:Organization)
MATCH supply = (vendor)-[tie:SUPPLIES]->(carrier:Carrier)-[:BASED_IN]->(country)
WHERE tie.evidence <> 'denied'
  AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
  AND coalesce(vendor.possibleFrom <= $asOf, true) AND coalesce($asOf < vendor.possibleTo, true)
  AND coalesce(carrier.possibleFrom <= $asOf, true) AND coalesce($asOf < carrier.possibleTo, true)
RETURN carrier.id AS carrier, vendor.id AS vendor, tie.id AS tie, ban.id AS ban, state, supply, target
ORDER BY carrier, vendor, tie, ban
LIMIT $limit
