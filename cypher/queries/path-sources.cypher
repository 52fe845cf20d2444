CYPHER 25
// Who says so? The sources of each tie on a path, such as exposures returns in its column ties.
//
// :param ties => ['huawei-partners-with-softbank-group', 'softbank-group-owns-sprint']
//
// Returns, in the order of the path, newest source first, undated ones last:
//   hop        the place of the tie on the path, from 1
//   tie        its id
//   evidence   its grade
//   source     the id of the source
//   published  as the source gave it; null if unknown
//   publisher, title, url
UNWIND range(1, size($ties)) AS hop
MATCH ()-[tie:SUPPLIES|OWNS|PARTNERS_WITH|SHARES_NETWORK_WITH|MEMBER_OF {id: $ties[hop - 1]}]->()
UNWIND tie.sources AS id
MATCH (source:Source {id: id})
RETURN hop, tie.id AS tie, tie.evidence AS evidence, source.id AS source, source.published AS published,
  source.publisher AS publisher, source.title AS title, source.url AS url
ORDER BY hop, coalesce(published, '') DESC, source
