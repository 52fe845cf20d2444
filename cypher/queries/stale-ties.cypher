CYPHER 25
// Which ties have no end on record, and nobody has evidenced them for years?
//
// :param asOf => date('2026-01-01')
// :param years => 15
// :param limit => 100
//
// Returns, longest unheard of first:
//   tie            its id
//   lastEvidenced  when it was verified, else when its newest source was published; of a year or month, the last day
//   path
//
// Leaves out ties that nothing dates: nothing says how old these are.
MATCH path = (:Organization)-[tie:SUPPLIES|OWNS|PARTNERS_WITH|SHARES_NETWORK_WITH|MEMBER_OF]->(:Organization)
WHERE tie.possibleTo IS NULL AND tie.evidence <> 'denied'
UNWIND CASE WHEN tie.verified IS NOT NULL THEN [tie.verified] ELSE COLLECT {
  MATCH (source:Source)
  WHERE source.id IN tie.sources AND source.published IS NOT NULL
  RETURN source.published
} END AS evidenced
WITH tie, path, max(date(evidenced) + CASE size(evidenced)
  WHEN 4 THEN duration({years: 1}) - duration({days: 1})
  WHEN 7 THEN duration({months: 1}) - duration({days: 1})
  ELSE duration({days: 0})
END) AS lastEvidenced
WHERE lastEvidenced < $asOf - duration({years: $years})
RETURN tie.id AS tie, lastEvidenced, path
ORDER BY lastEvidenced, tie
LIMIT $limit
