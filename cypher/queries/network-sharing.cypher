CYPHER 25
// With whom does a carrier share its network on a day?
//
// :param carrier => 'three-uk'
// :param asOf => date('2018-12-08')
// :param limit => 100
//
// Returns, by neighbour:
//   neighbour            its id
//   tie                  the id of the tie
//   segment, generation  what is shared; empty if the source does not say
//   path
MATCH path = (carrier:Organization {id: $carrier})-[tie:SHARES_NETWORK_WITH]-(neighbour:Organization)
WHERE tie.evidence <> 'denied'
  AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
  AND coalesce(carrier.possibleFrom <= $asOf, true) AND coalesce($asOf < carrier.possibleTo, true)
  AND coalesce(neighbour.possibleFrom <= $asOf, true) AND coalesce($asOf < neighbour.possibleTo, true)
RETURN neighbour.id AS neighbour, tie.id AS tie, tie.segment AS segment, tie.generation AS generation, path
ORDER BY neighbour, tie
LIMIT $limit
