CYPHER 25
// A picture of what one source states: the ties and the bans that cite it. The example is the article of 7 December 2018 on
// the carriers of Japan.
//
// :param source => 'reuters-2018-12-07-japan-ban'
// :param limit => 200
//
// Returns, ties before bans:
//   what  tie or ban
//   id    its id
//   path  from organization to organization; of a ban, from the government to each of its targets
MATCH (:Source {id: $source})
CALL () {
  MATCH path = (:Organization)-[tie:SUPPLIES|OWNS|PARTNERS_WITH|SHARES_NETWORK_WITH|MEMBER_OF]->(:Organization)
  WHERE $source IN tie.sources
  RETURN 'tie' AS what, tie.id AS id, path, '' AS target
  UNION ALL
  MATCH (:Source {id: $source})<-[:CITES]-(ban:Ban)
  MATCH path = (:Government)-[:IMPOSES]->(ban)-[:TARGETS]->(target:Organization)
  RETURN 'ban' AS what, ban.id AS id, path, target.id AS target
}
RETURN what, id, path
ORDER BY what DESC, id, target
LIMIT $limit
