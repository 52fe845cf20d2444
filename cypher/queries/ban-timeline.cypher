CYPHER 25
// What happened when to the bans of a country?
//
// :param country => 'GB'
// :param limit => 200
//
// Returns, by date:
//   date        as the source gave it; one of reduced precision stands at its first day
//   event       reported, announced, effective, deadline or ended
//   ban         its id
//   nature, status
//   government  the id of who imposes it
//   targets     ids
MATCH (government:Government)-[:IMPOSES]->(ban:Ban)-[:APPLIES_IN]->(:Country {code: $country})
UNWIND ['reported', 'announced', 'effective', 'deadline', 'ended'] AS event
WITH government, ban, event, ban[event] AS date
WHERE date IS NOT NULL
RETURN date, event, ban.id AS ban, ban.nature AS nature, ban.status AS status, government.id AS government,
  COLLECT { MATCH (ban)-[:TARGETS]->(target) RETURN target.id ORDER BY target.id } AS targets
ORDER BY date(date), ban, event
LIMIT $limit
