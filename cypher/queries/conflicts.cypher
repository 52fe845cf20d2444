CYPHER 25
// Which carriers are tied to a vendor by what an order in force, of their own country or of a bloc it belongs to, covers?
//
// :param asOf => date('2024-01-15')
// :param minStake => 20
// :param maxHops => 4
// :param maxAge => duration('P5Y')
// :param limit => 100
//
// Returns, established ones first, then the earliest deadline and those without one last, then by carrier, vendor and ban:
//   carrier, vendor, ban  their ids
//   conflict              established if the contact certainly holds on the day: somebody has vouched for it within maxAge;
//                         presumed if it was there by what is on record, and nobody has said since that it still is
//   deadline              of the ban, as its source gave it
//   pastDeadline          yes if it has come and the contact was evidenced on it or later, unknown if it has come and the
//                         evidence is older, else no; a deadline of reduced precision counts from its first day
//   hops                  how many ties the shortest paths from the vendor to the carrier have
//   tie                   the id of a contact tie on one of them that the ban covers for certain: of several one that certainly
//                         holds, then the last evidenced, then the first by id
//   customer              the id of where it ends
//   lastEvidenced         when the contact was verified, else when its newest source was out; of a year or month, the last day
//   removing              from when on the contact is being taken out, as the source gave it, if that has begun
//   supply                the tie itself
//
// A tie is not a finding of wrongdoing. minStake, maxHops, maxAge and the days of ties as in exposures; the search is the same but
// keeps, in place of the first path to each organization, the contacts of all shortest ones: [tie, owners], the ids of those
// that own the tie's customer on such a path. A ban on certain carriers binds them and what they own. A removal covers what is there,
// a ban on all new equipment what began when it was in force; no other kind covers anything for certain. A ban reaches equipment
// in its own country or bloc: where the tie says, or else at home, if the customer is a carrier.
MATCH (ban:Ban {nature: 'order'})-[:APPLIES_IN]->(country:Country)
WHERE NOT coalesce($asOf >= date(ban.ended), false) AND ban.status <> 'rejected'
  AND (coalesce($asOf >= date(ban.effective), false)
    OR ban.effective IS NULL AND ban.status IN ['in-force', 'lifted']
      AND coalesce($asOf >= date(coalesce(ban.announced, ban.reported)), false))
  AND NOT EXISTS {
    MATCH (other:Ban)-[:REPLACES]->(ban)
    WHERE NOT coalesce($asOf >= date(other.ended), false) AND other.status <> 'rejected'
      AND (coalesce($asOf >= date(other.effective), false)
        OR other.effective IS NULL AND other.status IN ['in-force', 'lifted']
          AND coalesce($asOf >= date(coalesce(other.announced, other.reported)), false))
  }
WITH {
  ban: ban,
  start: date(coalesce(ban.effective, ban.announced, ban.reported)),
  under: [country.code] + COLLECT {
    MATCH (member:Country)-[membership:BELONGS_TO]->(country)
    WHERE membership.from <= $asOf AND coalesce($asOf < membership.to, true)
    RETURN member.code
  },
  parts: [item IN ban.scope WHERE split(item, ':')[0] IN ['2g', '3g', '4g', '5g', '6g', 'core', 'ran', 'transport',
    'fixed-network', 'submarine-cable', 'devices']],
  kinds: [item IN ban.scope WHERE NOT split(item, ':')[0] IN ['2g', '3g', '4g', '5g', '6g', 'core', 'ran', 'transport',
    'fixed-network', 'submarine-cable', 'devices']]
} AS order, ban
MATCH (ban)-[:TARGETS]->(vendor:Vendor)
WHERE coalesce(vendor.possibleFrom <= $asOf, true) AND coalesce($asOf < vendor.possibleTo, true)
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
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
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
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
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
        AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      RETURN there, [tie, []] AS contact
      UNION ALL
      UNWIND levels[-1].vendor + levels[-1].affiliates AS place
      WITH place[0] AS here, known, vendor
      WHERE NOT here:Government
      MATCH (here)-[tie:PARTNERS_WITH]-(there:Organization)
      WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
        AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
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
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
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
        AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
      RETURN there, place
      UNION ALL
      UNWIND levels[-1].equipped AS place
      WITH place, place[0] AS here, known, vendor
      WHERE NOT here:Government
      MATCH (here)<-[tie:MEMBER_OF]-(there:Carrier)
      WHERE there <> vendor AND NOT there IN known AND tie.evidence <> 'denied'
        AND coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
        AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
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
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
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
      AND coalesce(there.possibleFrom <= $asOf, true) AND coalesce($asOf < there.possibleTo, true)
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
WHERE ban.scope <> []
  AND (ban.carriers = [] OR any(id IN ban.carriers WHERE id = customer.id OR id IN owners))
  AND (order.kinds = [] OR 'removal' IN order.kinds
    OR 'all-new-equipment' IN order.kinds AND coalesce(date(tie.since) >= order.start, false))
  AND (order.parts = [] OR any(part IN order.parts WHERE all(half IN split(part, ':') WHERE
    toUpper(half) IN tie.generation
    OR CASE half WHEN 'fixed-network' THEN 'fixed-access' ELSE half END IN tie.segment)))
  AND any(place IN CASE
    WHEN size(coalesce(tie.countries, [])) > 0 THEN tie.countries
    WHEN customer:Carrier OR customer:Government THEN [customer.country]
    ELSE [] END WHERE place IN order.under)
WITH DISTINCT vendor, carrier, hops, ban, tie
CALL (tie) {
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
  WITH tie, coalesce(verified, published[-1]) AS lastEvidenced,
    CASE WHEN verified < published[0] OR published = [] THEN verified ELSE published[0] END AS firstEvidenced
  RETURN lastEvidenced, (tie.until IS NOT NULL OR coalesce($asOf <= lastEvidenced + $maxAge, false))
    AND CASE WHEN tie.since IS NULL THEN coalesce($asOf >= firstEvidenced, false) ELSE true END
    AND all(one IN [tie, startNode(tie), endNode(tie)] WHERE coalesce($asOf < date(one.until), true)
      AND coalesce($asOf >= date(one.since)
        + duration(CASE size(one.since) WHEN 4 THEN 'P1Y' WHEN 7 THEN 'P1M' ELSE 'P1D' END) - duration('P1D'), true)
    ) AS certain
}
WITH vendor, carrier, hops, ban, tie, lastEvidenced, certain
ORDER BY certain DESC, coalesce(lastEvidenced, date('0001-01-01')) DESC, tie.id
WITH vendor, carrier, hops, ban, collect({tie: tie, lastEvidenced: lastEvidenced, certain: certain})[0] AS best
ORDER BY best.certain DESC, date(ban.deadline), carrier.id, vendor.id, ban.id
LIMIT $limit
WITH vendor, carrier, hops, ban, best, best.tie AS tie, coalesce($asOf >= date(ban.deadline), false) AS past
RETURN carrier.id AS carrier, vendor.id AS vendor, ban.id AS ban,
  CASE WHEN best.certain THEN 'established' ELSE 'presumed' END AS conflict, ban.deadline AS deadline,
  CASE WHEN NOT past THEN 'no' WHEN coalesce(best.lastEvidenced >= date(ban.deadline), false) THEN 'yes' ELSE 'unknown' END
    AS pastDeadline,
  hops, tie.id AS tie, endNode(tie).id AS customer, best.lastEvidenced AS lastEvidenced,
  CASE WHEN $asOf >= date(tie.removing) THEN tie.removing END AS removing, tie AS supply
