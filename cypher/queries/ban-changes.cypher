CYPHER 25
// Which bans are in another state on the later of two days than on the earlier?
//
// :param from => date('2018-08-22')
// :param to => date('2018-09-18')
// :param natures => ['order', 'power', 'advice']
// :param limit => 200
//
// Returns, by ban:
//   ban, country, nature
//   before, after         reported, proposed, announced, in-force or ended; null where there is no such ban yet
//   targets               ids
MATCH (ban:Ban)-[:APPLIES_IN]->(country:Country)
WHERE ban.nature IN $natures
WITH ban, country, [day IN [$from, $to] | CASE
  WHEN day >= date(ban.ended) THEN 'ended'
  WHEN EXISTS {
    MATCH (other:Ban)-[:REPLACES]->(ban)
    WHERE NOT coalesce(day >= date(other.ended), false) AND other.status <> 'rejected'
      AND (coalesce(day >= date(other.effective), false)
        OR other.effective IS NULL AND other.status IN ['in-force', 'lifted']
          AND coalesce(day >= date(coalesce(other.announced, other.reported)), false))
  } THEN 'ended'
  WHEN ban.status = 'rejected' THEN CASE WHEN day >= date(ban.reported) THEN 'reported' END
  WHEN day >= date(ban.effective) THEN 'in-force'
  WHEN ban.effective IS NULL AND ban.status IN ['in-force', 'lifted']
    AND day >= date(coalesce(ban.announced, ban.reported)) THEN 'in-force'
  WHEN day >= date(ban.announced) THEN CASE ban.status WHEN 'proposed' THEN 'proposed' ELSE 'announced' END
  WHEN day >= date(ban.reported) THEN 'reported'
END] AS states
WHERE coalesce(states[0], '') <> coalesce(states[1], '')
RETURN ban.id AS ban, country.code AS country, ban.nature AS nature, states[0] AS before, states[1] AS after,
  COLLECT { MATCH (ban)-[:TARGETS]->(target) RETURN target.id ORDER BY target.id } AS targets
ORDER BY ban
LIMIT $limit
