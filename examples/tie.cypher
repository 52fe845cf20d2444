// Through which ties did Huawei reach Sprint on 8 December 2018? Plain Cypher, for any Neo4j that holds the graph.
WITH date('2018-12-08') AS asOf
MATCH path = (:Vendor {id: 'huawei'})-[:PARTNERS_WITH|SUPPLIES]-(:Organization)-[:OWNS]->(:Carrier {id: 'sprint'})
WHERE all(tie IN relationships(path) WHERE tie.evidence <> 'denied'
  AND coalesce(tie.possibleFrom <= asOf, true) AND coalesce(asOf < tie.possibleTo, true))
UNWIND relationships(path) AS tie
RETURN startNode(tie).id AS from, type(tie) AS type, endNode(tie).id AS to, tie.until AS until,
  tie.evidence AS evidence, tie.sources AS sources
