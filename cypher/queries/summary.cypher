CYPHER 25
// How many carriers of each country are tied to a vendor on a day, and how many subscribers have they?
//
// :param vendor => 'huawei'
// :param asOf => date('2018-12-08')
// :param minStake => 20
// :param maxHops => 4
// :param limit => 500
//
// Returns, by country, carriers without one last:
//   country              its code
//   onRecord             carriers that possibly exist on the day
//   counted              how many of them have a count of mobile subscribers: the newest that was stated for the day or an earlier
//                        one, if it is not older than three years
//   subscribers          these counts together, in millions; null if there is none
//   exposed              carriers that are tied to the vendor by ties that possibly hold
//   exposedCounted, exposedSubscribers  the same of these
//
// A tie is not a finding of wrongdoing, and a share is one of what is on record. The search is that of exposures, without its
// paths. The count of a group is left out where that of a company it owns is added up: with half of it or more, or with a stake
// of unknown size, directly or in steps.
MATCH (vendor:Organization {id: $vendor})
WHERE coalesce(vendor.possibleFrom <= $asOf, true) AND coalesce($asOf < vendor.possibleTo, true)
WITH vendor, reduce(levels = [{
  vendor: [[vendor]], affiliates: [], suppliers: [],
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
    WITH DISTINCT there
    RETURN [there]
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
    WITH DISTINCT there
    RETURN [there]
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
      RETURN there
      UNION ALL
      UNWIND levels[-1].vendor + levels[-1].affiliates AS place
      WITH place, place[0] AS here, known, vendor
      WHERE NOT here:Government OR here = vendor
      MATCH (here)-[tie:PARTNERS_WITH]-(there:Organization)
      WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
        AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      RETURN there
    }
    WITH DISTINCT there
    RETURN [there]
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
    WITH DISTINCT there
    RETURN [there]
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
      RETURN there
      UNION ALL
      UNWIND levels[-1].equipped AS place
      WITH place, place[0] AS here, known, vendor
      WHERE NOT here:Government
      MATCH (here)<-[tie:MEMBER_OF]-(there:Carrier)
      WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
        AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      RETURN there
    }
    WITH DISTINCT there
    RETURN [there]
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
    WITH DISTINCT there
    RETURN [there]
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
    WITH DISTINCT there
    RETURN [there]
  }
}]) AS levels
UNWIND levels AS level
UNWIND CASE level.equipped + level.held + level.sharing + level.owners + level.sisters
  WHEN [] THEN [[null]]
  ELSE level.equipped + level.held + level.sharing + level.owners + level.sisters
END AS place
WITH collect(DISTINCT place[0]) AS reached
MATCH (carrier:Carrier)
WHERE coalesce(carrier.possibleFrom <= $asOf, true) AND coalesce($asOf < carrier.possibleTo, true)
// A month or a year counts as its last day.
WITH reached, carrier, COLLECT {
  MATCH (carrier)-[:HAS_SUBSCRIBERS]->(count:Count)
  WITH count.millions AS millions,
    date(count.on) + duration(CASE size(count.on) WHEN 4 THEN 'P1Y' WHEN 7 THEN 'P1M' ELSE 'P1D' END) - duration('P1D') AS day
  WHERE day <= $asOf AND $asOf <= day + duration('P3Y')
  RETURN millions ORDER BY day DESC LIMIT 1
}[0] AS millions
WITH carrier.country AS country, collect({carrier: carrier, millions: millions, exposed: carrier IN reached}) AS all
WITH country, [all, [one IN all WHERE one.exposed]] AS groups
CALL (groups) {
  UNWIND [0, 1] AS which
  WITH which, groups[which] AS members, [one IN groups[which] WHERE one.millions IS NOT NULL] AS counted
  WITH which, members, counted, [one IN counted | one.carrier] AS companies
  WITH which, members, counted, [group IN counted WHERE NOT EXISTS {
    MATCH (owner) ((:Organization)-[stake:OWNS WHERE stake.evidence <> 'denied' AND coalesce(stake.percent >= 50, true)
      AND coalesce(stake.possibleFrom <= $asOf, true) AND coalesce($asOf < stake.possibleTo, true)]->(:Organization)){1,} (company)
    WHERE owner = group.carrier AND company <> owner AND company IN companies
  }] AS added
  ORDER BY which
  RETURN collect({
    carriers: size(members),
    counted: size(counted),
    subscribers: CASE added WHEN [] THEN null ELSE reduce(sum = 0.0, one IN added | sum + one.millions) END
  }) AS told
}
ORDER BY country
LIMIT $limit
RETURN country, told[0].carriers AS onRecord, told[0].counted AS counted, told[0].subscribers AS subscribers,
  told[1].carriers AS exposed, told[1].counted AS exposedCounted, told[1].subscribers AS exposedSubscribers
