CYPHER 25
// Which vendors does a government restrict on a day, and by which bans?
//
// :param asOf => date('2018-12-08')
// :param natures => ['order']
// :param minBan => 'announced'
// :param limit => 100
//
// Returns, by vendor:
//   vendor  its id
//   bans    [{id, country, nature, state}], by id; state is that on the day
//
// natures: any of order, power, advice. minBan, weakest first: reported, proposed, announced, in-force. A date of reduced
// precision counts from its first day.
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
MATCH (ban)-[:TARGETS]->(vendor:Vendor)
WITH vendor, ban, country, state
ORDER BY ban.id
RETURN vendor.id AS vendor,
  collect({id: ban.id, country: country.code, nature: ban.nature, state: state}) AS bans
ORDER BY vendor
LIMIT $limit
