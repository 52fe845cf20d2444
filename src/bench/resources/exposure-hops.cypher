CYPHER 25
// The search of exposures.cypher without its paths: which carriers are exposed, and within how many hops.
MATCH (vendor:Organization {id: $vendor})
WHERE coalesce(vendor.possibleFrom <= $asOf, true) AND coalesce($asOf < vendor.possibleTo, true)
WITH vendor, reduce(levels = [{
  vendor: [vendor], affiliates: [], suppliers: [],
  equipped: [], held: [], sharing: [], owners: [], sisters: []
}], hop IN range(1, $maxHops) | levels + [{
  vendor: [],
  // What the vendor owns.
  affiliates: COLLECT {
    WITH reduce(known = [], level IN levels | known + (level.affiliates)) AS known
    UNWIND levels[-1].vendor + levels[-1].affiliates AS place
    WITH place AS here, known
    WHERE NOT here:Government OR here = vendor
    MATCH (here)-[tie:OWNS]->(there:Organization)
    WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
      AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      AND coalesce(tie.percent >= $minStake, true)
    RETURN DISTINCT there
  },
  // Other vendors that it supplies.
  suppliers: COLLECT {
    WITH reduce(known = [], level IN levels |
      known + (level.affiliates + level.suppliers)) AS known
    UNWIND levels[-1].vendor + levels[-1].affiliates + levels[-1].suppliers AS place
    WITH place AS here, known
    WHERE NOT here:Government OR here = vendor
    MATCH (here)-[tie:SUPPLIES]->(there:Vendor)
    WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
      AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
    RETURN DISTINCT there
  },
  // The contact: a customer of one of these, or a partner of the vendor or of what it owns.
  equipped: COLLECT {
    WITH reduce(known = [], level IN levels | known + (level.equipped)) AS known
    CALL (vendor, levels, known) {
      UNWIND levels[-1].vendor + levels[-1].affiliates + levels[-1].suppliers AS place
      WITH place AS here, known, vendor
      WHERE NOT here:Government OR here = vendor
      MATCH (here)-[tie:SUPPLIES]->(there:Organization)
      WHERE there <> vendor AND NOT there:Vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
        AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      RETURN there
      UNION ALL
      UNWIND levels[-1].vendor + levels[-1].affiliates AS place
      WITH place AS here, known, vendor
      WHERE NOT here:Government OR here = vendor
      MATCH (here)-[tie:PARTNERS_WITH]-(there:Organization)
      WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
        AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      RETURN there
    }
    RETURN DISTINCT there
  },
  // What these own.
  held: COLLECT {
    WITH reduce(known = [], level IN levels | known + (level.equipped + level.held)) AS known
    UNWIND levels[-1].equipped + levels[-1].held AS place
    WITH place AS here, known
    WHERE NOT here:Government
    MATCH (here)-[tie:OWNS]->(there:Organization)
    WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
      AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      AND coalesce(tie.percent >= $minStake, true)
    RETURN DISTINCT there
  },
  // Carriers that share their network, and those that are members of an equipped consortium. Nothing leads on from here.
  sharing: COLLECT {
    WITH reduce(known = [], level IN levels |
      known + (level.equipped + level.held + level.sharing + level.owners + level.sisters)) AS known
    CALL (vendor, levels, known) {
      UNWIND levels[-1].equipped + levels[-1].held AS place
      WITH place AS here, known, vendor
      WHERE NOT here:Government
      MATCH (here)-[tie:SHARES_NETWORK_WITH]-(there:Carrier)
      WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
        AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      RETURN there
      UNION ALL
      UNWIND levels[-1].equipped AS place
      WITH place AS here, known, vendor
      WHERE NOT here:Government
      MATCH (here)<-[tie:MEMBER_OF]-(there:Carrier)
      WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
        AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      RETURN there
    }
    RETURN DISTINCT there
  },
  // Who owns the equipped.
  owners: COLLECT {
    WITH reduce(known = [], level IN levels | known + (level.equipped + level.owners)) AS known
    UNWIND levels[-1].equipped + levels[-1].owners AS place
    WITH place AS here, known
    WHERE NOT here:Government
    MATCH (here)<-[tie:OWNS]-(there:Organization)
    WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
      AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      AND coalesce(tie.percent >= $minStake, true)
    RETURN DISTINCT there
  },
  // What else these owners own.
  sisters: COLLECT {
    WITH reduce(known = [], level IN levels |
      known + (level.equipped + level.held + level.owners + level.sisters)) AS known
    UNWIND levels[-1].owners + levels[-1].sisters AS place
    WITH place AS here, known
    WHERE NOT here:Government
    MATCH (here)-[tie:OWNS]->(there:Organization)
    WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
      AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      AND coalesce(tie.percent >= $minStake, true)
    RETURN DISTINCT there
  }
}]) AS levels
UNWIND range(1, $maxHops) AS hops
WITH levels[hops] AS level, hops
UNWIND level.equipped + level.held + level.sharing + level.owners + level.sisters AS carrier
WITH carrier, hops
WHERE carrier:Carrier
RETURN carrier.id AS carrier, min(hops) AS hops
