CYPHER 25
// A picture of everything that one organization is tied to on a day.
//
// :param organization => 'sprint'
// :param asOf => date('2018-11-01')
// :param limit => 200
//
// Returns, by type and id of the tie:
//   tie   its id
//   type  what it says
//   path
MATCH path = (organization:Organization {id: $organization})
  -[tie:SUPPLIES|OWNS|PARTNERS_WITH|SHARES_NETWORK_WITH|MEMBER_OF]-(other:Organization)
WHERE tie.evidence <> 'denied'
  AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
  AND coalesce(organization.possibleFrom <= $asOf, true) AND coalesce($asOf < organization.possibleTo, true)
  AND coalesce(other.possibleFrom <= $asOf, true) AND coalesce($asOf < other.possibleTo, true)
RETURN tie.id AS tie, type(tie) AS type, path
ORDER BY type, tie
LIMIT $limit
