CYPHER 25
// Which vendor's supply to a carrier ended, or began to be taken out, where another's began within some years of it?
//
// :param vendor => 'huawei'
// :param years => 2
// :param limit => 100
//
// Returns, by carrier:
//   carrier             its id
//   ended               the id of the tie that ended
//   removing, until     from when on it was being taken out, and when it ended, as the source gave it; one of them may be null
//   successor           the id of the vendor that came
//   began, since        its tie, and when that began
//   segment             the parts of the network that both name
//   before, after       the two paths
//
// Only pairs that may speak of the same equipment: both name one segment, or one of them names none. No source need say
// that the one replaced the other. What counts is the end of the one or, where none is on record, the beginning of its removal.
MATCH before = (vendor:Organization {id: $vendor})-[old:SUPPLIES]->(carrier:Carrier)
WHERE old.evidence <> 'denied'
WITH before, vendor, old, carrier, coalesce(old.possibleTo, date(old.removing)) AS over
WHERE over IS NOT NULL
MATCH after = (successor:Organization)-[new:SUPPLIES]->(carrier)
WHERE successor <> vendor AND new.evidence <> 'denied'
  AND over - duration({years: $years}) <= new.possibleFrom
  AND new.possibleFrom <= over + duration({years: $years})
WITH *, [segment IN old.segment WHERE segment IN new.segment AND segment <> 'unknown'] AS segment
WHERE size(segment) > 0 OR old.segment IN [[], ['unknown']] OR new.segment IN [[], ['unknown']]
RETURN carrier.id AS carrier, old.id AS ended, old.removing AS removing, old.until AS until, successor.id AS successor, new.id AS began,
  new.since AS since, segment, before, after
ORDER BY carrier, ended, successor, began
LIMIT $limit
