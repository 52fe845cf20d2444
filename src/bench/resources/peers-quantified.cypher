CYPHER 25
// Any chain of ties that hold on the day: the nearest way to each carrier, whatever its ties say together.
MATCH (vendor:Organization {id: $vendor})
MATCH p = SHORTEST 1 (vendor)-[tie:SUPPLIES|OWNS|PARTNERS_WITH|SHARES_NETWORK_WITH|MEMBER_OF
  WHERE coalesce(tie.possibleFrom <= $asOf, true) AND coalesce($asOf < tie.possibleTo, true)
    AND tie.evidence <> 'denied' AND coalesce(tie.percent >= $minStake, true)]-{1,$$hops}(carrier:Carrier)
RETURN carrier.id AS carrier, length(p) AS hops
