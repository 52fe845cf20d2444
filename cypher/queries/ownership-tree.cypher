CYPHER 25
// Who holds stakes in an organization, and in whom does it hold stakes, on a day?
//
// :param organization => 'softbank-group'
// :param asOf => date('2018-12-08')
// :param limit => 100
//
// Returns, owners first, then nearest first:
//   direction     up (its owners) or down (what it owns)
//   organization  the id at the other end
//   levels        how many stakes lie between, at most 6
//   percents      each stake, null if unknown
//   path
MATCH (start:Organization {id: $organization})
WHERE coalesce(start.possibleFrom <= $asOf, true) AND coalesce($asOf < start.possibleTo, true)
CALL (start) {
  MATCH path = (start)
    (()<-[tie:OWNS WHERE tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)]-(owner WHERE
        coalesce(owner.possibleFrom <= $asOf, true) AND coalesce($asOf < owner.possibleTo, true))){1,6}
    (end:Organization)
  RETURN 'up' AS direction, path, end, tie AS ties
  UNION ALL
  MATCH path = (start)
    (()-[tie:OWNS WHERE tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)]->(owned WHERE
        coalesce(owned.possibleFrom <= $asOf, true) AND coalesce($asOf < owned.possibleTo, true))){1,6}
    (end:Organization)
  RETURN 'down' AS direction, path, end, tie AS ties
}
RETURN direction, end.id AS organization, size(ties) AS levels, [tie IN ties | tie.percent] AS percents, path
ORDER BY direction DESC, levels, organization, [tie IN ties | tie.id]
LIMIT $limit
