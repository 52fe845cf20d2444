CYPHER 25
// How many carriers are tied to vendors on a day, certainly and possibly, and how many subscribers have they?
//
// :param by => 'country'
// :param vendors => ['huawei']
// :param asOf => date('2018-12-08')
// :param minStake => 20
// :param maxHops => 4
// :param maxAge => duration('P5Y')
// :param limit => 500
//
// by is country or bloc, of the carriers, or vendor or relation.
//
// Returns, by key, carriers in no country or bloc last, relations from the nearest to the farthest:
//   key          the code of a country or bloc, the id of a vendor, or a relation
//   onRecord     the carriers that possibly exist on the day: of the country or bloc; of a vendor or relation all of them
//   possibly     those that are tied to one of the vendors by ties that possibly hold
//   certainly    those that are by ties that certainly hold, perhaps over a longer path and in another relation
// Each has carriers; counted, how many of them have a count of mobile subscribers, the newest that was stated for the day or an
// earlier one, if it is not older than three years; and subscribers, these counts together, in millions, null if there is none.
//
// A tie is not a finding of wrongdoing, and a share is one of what is on record. The search is that of exposures, over the ties
// that count on the day: once over those that possibly hold, once over those that certainly hold. A level has a list for each role
// in which it reached an organization first: [organization, ids of the ties that led there, relation]. The count of a group is left
// out where that of a company it owns is added up: with half of it or more, or with a stake of unknown size, directly or in steps.
UNWIND ['possibly', 'certainly'] AS certainty
WITH certainty, COLLECT {
  MATCH (one:Organization)-[tie:OWNS|SUPPLIES|PARTNERS_WITH|SHARES_NETWORK_WITH|MEMBER_OF]->(other:Organization)
  WHERE tie.evidence <> 'denied' AND coalesce(tie.percent >= $minStake, true)
    AND all(each IN [tie, one, other] WHERE
      coalesce(each.possibleFrom <= $asOf, true) AND coalesce($asOf < each.possibleTo, true))
    AND (certainty = 'possibly' OR all(each IN [tie, one, other] WHERE coalesce($asOf < date(each.until), true)
      // A month or a year counts as its last day.
      AND coalesce($asOf >= date(each.since)
        + duration(CASE size(each.since) WHEN 4 THEN 'P1Y' WHEN 7 THEN 'P1M' ELSE 'P1D' END) - duration('P1D'), true)))
  WITH tie, date(tie.verified)
    + duration(CASE size(tie.verified) WHEN 4 THEN 'P1Y' WHEN 7 THEN 'P1M' ELSE 'P1D' END) - duration('P1D') AS verified
  WITH tie, verified, CASE WHEN certainty = 'certainly' AND (tie.since IS NULL OR tie.until IS NULL) THEN COLLECT {
    UNWIND tie.sources AS id
    MATCH (source:Source {id: id})
    WHERE source.published IS NOT NULL
    WITH date(source.published)
      + duration(CASE size(source.published) WHEN 4 THEN 'P1Y' WHEN 7 THEN 'P1M' ELSE 'P1D' END) - duration('P1D') AS day
    ORDER BY day
    RETURN day
  } END AS published
  // Without a beginning it certainly held from when somebody first vouched for it, without an end for maxAge after the last time.
  WHERE certainty = 'possibly'
    OR (tie.since IS NOT NULL OR coalesce($asOf >= verified, false) OR coalesce($asOf >= published[0], false))
    AND (tie.until IS NOT NULL OR coalesce($asOf <= coalesce(verified, published[-1]) + $maxAge, false))
  RETURN tie
} AS ties
MATCH (vendor:Organization)
WHERE vendor.id IN $vendors
  AND coalesce(vendor.possibleFrom <= $asOf, true) AND coalesce($asOf < vendor.possibleTo, true)
WITH certainty, vendor, reduce(levels = [{
  vendor: [[vendor, [], 'direct']], affiliates: [], suppliers: [],
  equipped: [], held: [], sharing: [], owners: [], sisters: []
}], hop IN range(1, $maxHops) | levels + [{
  vendor: [],
  // What the vendor owns.
  affiliates: COLLECT {
    WITH reduce(known = [vendor], level IN levels | known + [place IN level.affiliates | place[0]]) AS known
    UNWIND levels[-1].vendor + levels[-1].affiliates AS place
    WITH place, place[0] AS here, known
    WHERE NOT here:Government OR here = vendor
    MATCH (here)-[tie:OWNS]->(there:Organization)
    WHERE tie IN ties AND NOT there IN known
    WITH there, min(place[1] + [tie.id]) AS way
    RETURN [there, way, 'vendor-affiliate']
  },
  // Other vendors that it supplies.
  suppliers: COLLECT {
    WITH reduce(known = [vendor], level IN levels |
      known + [place IN level.affiliates + level.suppliers | place[0]]) AS known
    UNWIND levels[-1].vendor + levels[-1].affiliates + levels[-1].suppliers AS place
    WITH place, place[0] AS here, known
    WHERE NOT here:Government OR here = vendor
    MATCH (here)-[tie:SUPPLIES]->(there:Vendor)
    WHERE tie IN ties AND NOT there IN known
    WITH there, min(place[1] + [tie.id]) AS way
    RETURN [there, way, 'supply-chain']
  },
  // The contact: a customer of one of these, or a partner of the vendor or of what it owns.
  equipped: COLLECT {
    WITH reduce(known = [vendor], level IN levels | known + [place IN level.equipped | place[0]]) AS known
    UNWIND levels[-1].vendor + levels[-1].affiliates + levels[-1].suppliers AS place
    WITH place, place[0] AS here, known
    WHERE NOT here:Government OR here = vendor
    MATCH (here)-[tie:SUPPLIES|PARTNERS_WITH]-(there:Organization)
    WHERE tie IN ties AND NOT there IN known AND CASE type(tie)
      WHEN 'SUPPLIES' THEN startNode(tie) = here AND NOT there:Vendor
      ELSE NOT place IN levels[-1].suppliers END
    WITH there, min([place[1] + [tie.id], place[2]]) AS way
    RETURN [there, way[0], way[1]]
  },
  // What these own.
  held: COLLECT {
    WITH reduce(known = [vendor], level IN levels | known + [place IN level.equipped + level.held | place[0]]) AS known
    UNWIND levels[-1].equipped + levels[-1].held AS place
    WITH place, place[0] AS here, known
    WHERE NOT here:Government
    MATCH (here)-[tie:OWNS]->(there:Organization)
    WHERE tie IN ties AND NOT there IN known
    WITH there, min(place[1] + [tie.id]) AS way
    RETURN [there, way, 'parent']
  },
  // Carriers that share their network, and those that are members of an equipped consortium. Nothing leads on from here.
  sharing: COLLECT {
    WITH reduce(known = [vendor], level IN levels |
      known + [place IN level.equipped + level.held + level.sharing + level.owners + level.sisters | place[0]]) AS known
    UNWIND levels[-1].equipped + levels[-1].held AS place
    WITH place, place[0] AS here, known
    WHERE NOT here:Government
    MATCH (here)-[tie:SHARES_NETWORK_WITH|MEMBER_OF]-(there:Carrier)
    WHERE tie IN ties AND NOT there IN known
      AND (type(tie) <> 'MEMBER_OF' OR endNode(tie) = here AND place IN levels[-1].equipped)
    WITH there, min([place[1] + [tie.id], CASE type(tie) WHEN 'MEMBER_OF' THEN 'consortium' ELSE 'network-sharing' END]) AS way
    RETURN [there, way[0], way[1]]
  },
  // Who owns the equipped.
  owners: COLLECT {
    WITH reduce(known = [vendor], level IN levels | known + [place IN level.equipped + level.owners | place[0]]) AS known
    UNWIND levels[-1].equipped + levels[-1].owners AS place
    WITH place, place[0] AS here, known
    WHERE NOT here:Government
    MATCH (here)<-[tie:OWNS]-(there:Organization)
    WHERE tie IN ties AND NOT there IN known
    WITH there, min(place[1] + [tie.id]) AS way
    RETURN [there, way, 'subsidiary']
  },
  // What else these owners own.
  sisters: COLLECT {
    WITH reduce(known = [vendor], level IN levels |
      known + [place IN level.equipped + level.held + level.owners + level.sisters | place[0]]) AS known
    UNWIND levels[-1].owners + levels[-1].sisters AS place
    WITH place, place[0] AS here, known
    WHERE NOT here:Government
    MATCH (here)-[tie:OWNS]->(there:Organization)
    WHERE tie IN ties AND NOT there IN known
    WITH there, min(place[1] + [tie.id]) AS way
    RETURN [there, way, 'group']
  }
}]) AS levels
UNWIND range(1, $maxHops) AS hops
UNWIND levels[hops].equipped + levels[hops].held + levels[hops].sharing + levels[hops].owners + levels[hops].sisters AS place
WITH certainty, vendor, place[0] AS carrier, min([hops, place[1], place[2]]) AS way
WITH collect({certainty: certainty, vendor: vendor.id, relation: way[2], carrier: carrier}) AS found
MATCH (carrier:Carrier)
WHERE coalesce(carrier.possibleFrom <= $asOf, true) AND coalesce($asOf < carrier.possibleTo, true)
WITH found, carrier, COLLECT {
  MATCH (carrier)-[:HAS_SUBSCRIBERS]->(count:Count)
  WITH count.millions AS millions,
    date(count.on) + duration(CASE size(count.on) WHEN 4 THEN 'P1Y' WHEN 7 THEN 'P1M' ELSE 'P1D' END) - duration('P1D') AS day
  WHERE day <= $asOf AND $asOf <= day + duration('P3Y')
  RETURN millions ORDER BY day DESC LIMIT 1
}[0] AS millions, CASE $by
  WHEN 'country' THEN [carrier.country]
  WHEN 'bloc' THEN COLLECT {
    OPTIONAL MATCH (:Country {code: carrier.country})-[membership:BELONGS_TO]->(bloc:Country)
    WHERE membership.from <= $asOf AND coalesce($asOf < membership.to, true)
    RETURN DISTINCT bloc.code
  }
  WHEN 'vendor' THEN $vendors
  ELSE ['direct', 'vendor-affiliate', 'supply-chain', 'network-sharing', 'consortium', 'parent', 'subsidiary', 'group']
END AS keys
WITH carrier, millions, keys, [one IN found WHERE one.carrier = carrier] AS found
// Relations keep the order above, all others are in the order of their keys.
UNWIND range(0, size(keys) - 1) AS i
WITH keys[i] AS key, CASE $by WHEN 'relation' THEN i END AS place, carrier, millions, found
WITH key, place, carrier, millions, [one IN found WHERE $by IN ['country', 'bloc'] OR key = one[$by] | one.certainty] AS ways
WITH key, place, collect({carrier: carrier, millions: millions, ways: ways + ['onRecord']}) AS all
CALL (all) {
  UNWIND ['onRecord', 'possibly', 'certainly'] AS way
  WITH way, [one IN all WHERE way IN one.ways] AS members
  WITH way, members, [one IN members WHERE one.millions IS NOT NULL] AS counted
  WITH way, members, counted, [one IN counted | one.carrier] AS companies
  WITH way, members, counted, [group IN counted WHERE NOT EXISTS {
    MATCH (owner) ((:Organization)-[stake:OWNS WHERE stake.evidence <> 'denied' AND coalesce(stake.percent >= 50, true)
      AND coalesce(stake.possibleFrom <= $asOf, true) AND coalesce($asOf < stake.possibleTo, true)]->(:Organization)){1,} (company)
    WHERE owner = group.carrier AND company <> owner AND company IN companies
  }] AS added
  RETURN collect({
    way: way,
    carriers: size(members),
    counted: size(counted),
    subscribers: CASE added WHEN [] THEN null ELSE reduce(sum = 0.0, one IN added | sum + one.millions) END
  }) AS told
}
ORDER BY place, key
LIMIT $limit
RETURN key, [one IN told WHERE one.way = 'onRecord' | one {.carriers, .counted, .subscribers}][0] AS onRecord,
  [one IN told WHERE one.way = 'possibly' | one {.carriers, .counted, .subscribers}][0] AS possibly,
  [one IN told WHERE one.way = 'certainly' | one {.carriers, .counted, .subscribers}][0] AS certainly
