CYPHER 25
// Which carriers are tied to a vendor by what an order in force, of their own country or of a bloc it belongs to, covers?
//
// :param asOf => date('2024-01-15')
// :param minStake => 20
// :param maxHops => 4
// :param limit => 100
//
// Returns, earliest deadline first and those without one last, then by carrier, vendor and ban:
//   carrier, vendor, ban  their ids
//   deadline              of the ban, as its source gave it
//   pastDeadline          whether it has come; one of reduced precision counts from its first day
//   hops                  how many ties the shortest paths from the vendor to the carrier have
//   tie                   the id of a contact tie on one of them that the ban covers for certain; the first of several
//   customer              the id of where it ends, which is in the ban's country or bloc as well
//   supply                the tie itself
//
// A tie is not a finding of wrongdoing. minStake, maxHops and the days of ties as in exposures; the search is the same but
// keeps, in place of the first path to each organization, the contacts of all shortest ones: [tie, owners], the ids of those
// that own the tie's customer on such a path. A ban on certain carriers binds them and what they own.
MATCH (ban:Ban {nature: 'order'})-[:APPLIES_IN]->(country:Country)
WHERE NOT coalesce($asOf >= date(ban.ended), false) AND ban.status <> 'rejected'
  AND (coalesce($asOf >= date(ban.effective), false)
    OR ban.effective IS NULL AND ban.status IN ['in-force', 'lifted']
      AND coalesce($asOf >= date(coalesce(ban.announced, ban.reported)), false))
WITH {
  ban: ban,
  under: [country.code] + COLLECT {
    MATCH (member:Country)-[membership:BELONGS_TO]->(country)
    WHERE membership.from <= $asOf AND coalesce($asOf < membership.to, true)
    RETURN member.code
  },
  parts: [item IN ban.scope WHERE NOT item IN ['all-new-equipment', 'removal', 'market-authorisation',
    'government-procurement', 'public-funding', 'export-control']],
  whole: any(item IN ban.scope WHERE item IN ['all-new-equipment', 'removal', 'market-authorisation'])
} AS order, ban
MATCH (ban)-[:TARGETS]->(vendor:Vendor)
WITH vendor, collect(order) AS orders
WITH vendor, orders, reduce(levels = [{
  vendor: [[vendor, []]], affiliates: [], suppliers: [], equipped: [], held: [], sharing: [], owners: [], sisters: []
}], hop IN range(1, $maxHops) | levels + [{
  vendor: [],
  // What the vendor owns.
  affiliates: COLLECT {
    WITH reduce(known = [], level IN levels | known + [place IN level.affiliates | place[0]]) AS known
    UNWIND levels[-1].vendor + levels[-1].affiliates AS place
    WITH place[0] AS here, known
    WHERE NOT here:Government
    MATCH (here)-[tie:OWNS]->(there:Organization)
    WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
      AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      AND coalesce(tie.percent >= $minStake, true)
    WITH DISTINCT there
    RETURN [there, []]
  },
  // Other vendors that it supplies.
  suppliers: COLLECT {
    WITH reduce(known = [], level IN levels |
      known + [place IN level.affiliates + level.suppliers | place[0]]) AS known
    UNWIND levels[-1].vendor + levels[-1].affiliates + levels[-1].suppliers AS place
    WITH place[0] AS here, known
    WHERE NOT here:Government
    MATCH (here)-[tie:SUPPLIES]->(there:Vendor)
    WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
      AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
    WITH DISTINCT there
    RETURN [there, []]
  },
  // The contact. No ban covers a partnership.
  equipped: COLLECT {
    WITH reduce(known = [], level IN levels | known + [place IN level.equipped | place[0]]) AS known
    CALL (vendor, levels, known) {
      UNWIND levels[-1].vendor + levels[-1].affiliates + levels[-1].suppliers AS place
      WITH place[0] AS here, known, vendor
      WHERE NOT here:Government
      MATCH (here)-[tie:SUPPLIES]->(there:Organization)
      WHERE there <> vendor AND NOT there:Vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      RETURN there, [tie, []] AS contact
      UNION ALL
      UNWIND levels[-1].vendor + levels[-1].affiliates AS place
      WITH place[0] AS here, known, vendor
      WHERE NOT here:Government
      MATCH (here)-[tie:PARTNERS_WITH]-(there:Organization)
      WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      RETURN there, null AS contact
    }
    WITH there, collect(DISTINCT contact) AS contacts
    RETURN [there, contacts]
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
      AND coalesce(tie.percent >= $minStake, true)
    UNWIND CASE place[1] WHEN [] THEN [null] ELSE place[1] END AS contact
    WITH there, collect(DISTINCT contact) AS contacts
    RETURN [there, contacts]
  },
  // Carriers that share their network, and those that are members of an equipped consortium.
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
      RETURN there, place
      UNION ALL
      UNWIND levels[-1].equipped AS place
      WITH place, place[0] AS here, known, vendor
      WHERE NOT here:Government
      MATCH (here)<-[tie:MEMBER_OF]-(there:Carrier)
      WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      RETURN there, place
    }
    UNWIND CASE place[1] WHEN [] THEN [null] ELSE place[1] END AS contact
    WITH there, collect(DISTINCT contact) AS contacts
    RETURN [there, contacts]
  },
  // Who owns the equipped, and with them the customer of each contact.
  owners: COLLECT {
    WITH reduce(known = [], level IN levels | known + [place IN level.equipped + level.owners | place[0]]) AS known
    UNWIND levels[-1].equipped + levels[-1].owners AS place
    WITH place, place[0] AS here, known
    WHERE NOT here:Government
    MATCH (here)<-[tie:OWNS]-(there:Organization)
    WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
      AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
      AND coalesce(tie.percent >= $minStake, true)
    UNWIND CASE place[1] WHEN [] THEN [null] ELSE place[1] END AS contact
    WITH there, CASE WHEN contact IS NOT NULL THEN [contact[0], contact[1] + [there.id]] END AS contact
    WITH there, collect(DISTINCT contact) AS contacts
    RETURN [there, contacts]
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
      AND coalesce(tie.percent >= $minStake, true)
    UNWIND CASE place[1] WHEN [] THEN [null] ELSE place[1] END AS contact
    WITH there, collect(DISTINCT contact) AS contacts
    RETURN [there, contacts]
  }
}]) AS levels
UNWIND range(1, $maxHops) AS hops
UNWIND levels[hops].equipped + levels[hops].held + levels[hops].sharing + levels[hops].owners + levels[hops].sisters AS place
WITH vendor, orders, place[0] AS carrier, hops, place[1] AS contacts
WHERE carrier:Carrier
WITH vendor, orders, carrier, min(hops) AS hops, collect([hops, contacts]) AS reached
UNWIND reached AS way
WITH vendor, orders, carrier, hops, way
WHERE way[0] = hops
UNWIND orders AS order
WITH vendor, carrier, hops, way, order, order.ban AS ban
WHERE carrier.country IN order.under
UNWIND way[1] AS contact
WITH vendor, carrier, hops, order, ban, contact[0] AS tie, contact[1] AS owners, endNode(contact[0]) AS customer
WHERE customer.country IN order.under
  AND (ban.carriers = [] OR any(id IN ban.carriers WHERE id = customer.id OR id IN owners))
  AND CASE order.parts WHEN [] THEN order.whole ELSE any(part IN order.parts WHERE all(half IN split(part, ':') WHERE
    toUpper(half) IN tie.generation
    OR CASE half WHEN 'fixed-network' THEN 'fixed-access' ELSE half END IN tie.segment)) END
WITH DISTINCT vendor, carrier, hops, ban, tie
ORDER BY tie.id
WITH vendor, carrier, hops, ban, collect(tie)[0] AS tie
ORDER BY date(ban.deadline), carrier.id, vendor.id, ban.id
LIMIT $limit
RETURN carrier.id AS carrier, vendor.id AS vendor, ban.id AS ban, ban.deadline AS deadline,
  coalesce($asOf >= date(ban.deadline), false) AS pastDeadline, hops, tie.id AS tie, endNode(tie).id AS customer, tie AS supply
