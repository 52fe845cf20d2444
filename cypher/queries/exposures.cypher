CYPHER 25
// Which carriers are tied to a vendor on a day, through whom?
//
// :param vendor => 'huawei'
// :param asOf => date('2018-12-08')
// :param minStake => 20
// :param maxHops => 4
// :param maxAge => duration('P5Y')
// :param limit => 500
//
// Returns, nearest first:
//   carrier        its id
//   hops           how many ties the shortest path has
//   ties           the ids of the ties on it; of equally short paths, the one whose ids come first
//   organizations  the nodes on it, from the vendor to the carrier
//   path           the relationships on it, in the same order
//   certainty      certain if each of them certainly holds on the day, else possible
//   flags          what to know first: unknownStake, undatedEvidence, staleEvidence (a tie without an end that nobody has vouched
//                  for within maxAge is only presumed to go on), removing (a tie is being taken out on the day)
//
// vendor may be any organization. minStake, in percent: an OWNS tie known to be smaller is not walked. maxHops is at most
// 10. Ties count that possibly hold on the day, while both their organizations possibly exist, and are not denied.
//
// The search goes level by level. A level has a list for each role in which it reached an organization first, with the
// ties that led there: [organization, ids, ties]. An organization is not looked at again in a role in which, or in a
// stronger one than which, an earlier level has it: it would lead nowhere that was not reached before.
MATCH (vendor:Organization {id: $vendor})
WHERE coalesce(vendor.possibleFrom <= $asOf, true) AND coalesce($asOf < vendor.possibleTo, true)
WITH vendor, reduce(levels = [{
  vendor: [[vendor, [], []]], affiliates: [], suppliers: [],
  equipped: [], held: [], sharing: [], owners: [], sisters: []
}], hop IN range(1, $maxHops) | levels + [{
  vendor: [],
  // What the vendor owns.
  affiliates: COLLECT {
    WITH reduce(known = [], level IN levels | known + [place IN level.affiliates | place[0]]) AS known
    UNWIND levels[-1].vendor + levels[-1].affiliates AS place
    WITH place, place[0] AS here, known
    WHERE NOT here:Government OR here = vendor
    MATCH (here)-[tie:OWNS]->(there:Organization)
    WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
      AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      AND coalesce(tie.percent >= $minStake, true)
    WITH there, min([place[1] + [tie.id], place[2] + [tie]]) AS way
    RETURN [there, way[0], way[1]]
  },
  // Other vendors that it supplies.
  suppliers: COLLECT {
    WITH reduce(known = [], level IN levels |
      known + [place IN level.affiliates + level.suppliers | place[0]]) AS known
    UNWIND levels[-1].vendor + levels[-1].affiliates + levels[-1].suppliers AS place
    WITH place, place[0] AS here, known
    WHERE NOT here:Government OR here = vendor
    MATCH (here)-[tie:SUPPLIES]->(there:Vendor)
    WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
      AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
    WITH there, min([place[1] + [tie.id], place[2] + [tie]]) AS way
    RETURN [there, way[0], way[1]]
  },
  // The contact: a customer of one of these, or a partner of the vendor or of what it owns.
  equipped: COLLECT {
    WITH reduce(known = [], level IN levels | known + [place IN level.equipped | place[0]]) AS known
    CALL (vendor, levels, known) {
      UNWIND levels[-1].vendor + levels[-1].affiliates + levels[-1].suppliers AS place
      WITH place, place[0] AS here, known, vendor
      WHERE NOT here:Government OR here = vendor
      MATCH (here)-[tie:SUPPLIES]->(there:Organization)
      WHERE there <> vendor AND NOT there:Vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
        AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      RETURN there, [place[1] + [tie.id], place[2] + [tie]] AS way
      UNION ALL
      UNWIND levels[-1].vendor + levels[-1].affiliates AS place
      WITH place, place[0] AS here, known, vendor
      WHERE NOT here:Government OR here = vendor
      MATCH (here)-[tie:PARTNERS_WITH]-(there:Organization)
      WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
        AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      RETURN there, [place[1] + [tie.id], place[2] + [tie]] AS way
    }
    WITH there, min(way) AS way
    RETURN [there, way[0], way[1]]
  },
  // What these own.
  held: COLLECT {
    WITH reduce(known = [], level IN levels | known + [place IN level.equipped + level.held | place[0]]) AS known
    UNWIND levels[-1].equipped + levels[-1].held AS place
    WITH place, place[0] AS here, known
    WHERE NOT here:Government
    MATCH (here)-[tie:OWNS]->(there:Organization)
    WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
      AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      AND coalesce(tie.percent >= $minStake, true)
    WITH there, min([place[1] + [tie.id], place[2] + [tie]]) AS way
    RETURN [there, way[0], way[1]]
  },
  // Carriers that share their network, and those that are members of an equipped consortium. Nothing leads on from here.
  sharing: COLLECT {
    WITH reduce(known = [], level IN levels |
      known + [place IN level.equipped + level.held + level.sharing + level.owners + level.sisters | place[0]]) AS known
    CALL (vendor, levels, known) {
      UNWIND levels[-1].equipped + levels[-1].held AS place
      WITH place, place[0] AS here, known, vendor
      WHERE NOT here:Government
      MATCH (here)-[tie:SHARES_NETWORK_WITH]-(there:Carrier)
      WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
        AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      RETURN there, [place[1] + [tie.id], place[2] + [tie]] AS way
      UNION ALL
      UNWIND levels[-1].equipped AS place
      WITH place, place[0] AS here, known, vendor
      WHERE NOT here:Government
      MATCH (here)<-[tie:MEMBER_OF]-(there:Carrier)
      WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
        AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      RETURN there, [place[1] + [tie.id], place[2] + [tie]] AS way
    }
    WITH there, min(way) AS way
    RETURN [there, way[0], way[1]]
  },
  // Who owns the equipped.
  owners: COLLECT {
    WITH reduce(known = [], level IN levels | known + [place IN level.equipped + level.owners | place[0]]) AS known
    UNWIND levels[-1].equipped + levels[-1].owners AS place
    WITH place, place[0] AS here, known
    WHERE NOT here:Government
    MATCH (here)<-[tie:OWNS]-(there:Organization)
    WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
      AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      AND coalesce(tie.percent >= $minStake, true)
    WITH there, min([place[1] + [tie.id], place[2] + [tie]]) AS way
    RETURN [there, way[0], way[1]]
  },
  // What else these owners own.
  sisters: COLLECT {
    WITH reduce(known = [], level IN levels |
      known + [place IN level.equipped + level.held + level.owners + level.sisters | place[0]]) AS known
    UNWIND levels[-1].owners + levels[-1].sisters AS place
    WITH place, place[0] AS here, known
    WHERE NOT here:Government
    MATCH (here)-[tie:OWNS]->(there:Organization)
    WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
      AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      AND coalesce(tie.percent >= $minStake, true)
    WITH there, min([place[1] + [tie.id], place[2] + [tie]]) AS way
    RETURN [there, way[0], way[1]]
  }
}]) AS levels
UNWIND levels AS level
UNWIND level.equipped + level.held + level.sharing + level.owners + level.sisters AS place
WITH vendor, place[0] AS carrier, place
WHERE carrier:Carrier
WITH vendor, carrier, min([size(place[1]), place[1], place[2]]) AS best
ORDER BY best[0], carrier.id
LIMIT $limit
// A date counts as the last day of its period where it dates evidence or a beginning, and as the first where it is an end.
CALL (best) {
  UNWIND best[2] AS tie
  WITH tie, date(tie.verified) + duration(CASE size(tie.verified) WHEN 4 THEN 'P1Y' WHEN 7 THEN 'P1M' ELSE 'P1D' END)
    - duration('P1D') AS verified, COLLECT {
      UNWIND tie.sources AS id
      MATCH (source:Source {id: id})
      WHERE source.published IS NOT NULL
      WITH date(source.published) + duration(CASE size(source.published) WHEN 4 THEN 'P1Y' WHEN 7 THEN 'P1M' ELSE 'P1D' END)
        - duration('P1D') AS day
      ORDER BY day
      RETURN day
    } AS published
  WITH tie, published,
    CASE WHEN verified < published[0] OR published = [] THEN verified ELSE published[0] END AS firstEvidenced,
    coalesce(verified, published[-1]) AS lastEvidenced
  WITH tie, published, firstEvidenced,
    tie.until IS NULL AND coalesce($asOf > lastEvidenced + $maxAge, true) AS stale
  WITH NOT stale
    AND CASE WHEN tie.since IS NULL THEN coalesce($asOf >= firstEvidenced, false) ELSE true END
    AND all(one IN [tie, startNode(tie), endNode(tie)] WHERE coalesce($asOf < date(one.until), true)
      AND coalesce($asOf >= date(one.since)
        + duration(CASE size(one.since) WHEN 4 THEN 'P1Y' WHEN 7 THEN 'P1M' ELSE 'P1D' END) - duration('P1D'), true)
    ) AS certain,
    CASE WHEN type(tie) = 'OWNS' AND tie.percent IS NULL THEN ['unknownStake'] ELSE [] END
    + CASE WHEN published = [] THEN ['undatedEvidence'] ELSE [] END
    + CASE WHEN stale THEN ['staleEvidence'] ELSE [] END
    + CASE WHEN $asOf >= date(tie.removing) THEN ['removing'] ELSE [] END AS flags
  WITH collect(certain) AS certain, collect(flags) AS flags
  RETURN all(one IN certain WHERE one) AS certain,
    [flag IN ['unknownStake', 'undatedEvidence', 'staleEvidence', 'removing'] WHERE any(some IN flags WHERE flag IN some)]
      AS flags
}
RETURN carrier.id AS carrier, best[0] AS hops, best[1] AS ties,
  reduce(way = [vendor], tie IN best[2] |
    way + [CASE WHEN startNode(tie) = way[-1] THEN endNode(tie) ELSE startNode(tie) END]) AS organizations,
  best[2] AS path, CASE WHEN certain THEN 'certain' ELSE 'possible' END AS certainty, flags
ORDER BY hops, carrier
