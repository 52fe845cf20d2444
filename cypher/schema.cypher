// Constraints and indexes of the graph. Every statement may be run again.

// An id is used once.
CREATE CONSTRAINT organization_id IF NOT EXISTS FOR (o:Organization) REQUIRE o.id IS UNIQUE;
CREATE CONSTRAINT ban_id IF NOT EXISTS FOR (b:Ban) REQUIRE b.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (s:Source) REQUIRE s.id IS UNIQUE;
CREATE CONSTRAINT country_code IF NOT EXISTS FOR (c:Country) REQUIRE c.code IS UNIQUE;
CREATE CONSTRAINT supplies_id IF NOT EXISTS FOR ()-[t:SUPPLIES]-() REQUIRE t.id IS UNIQUE;
CREATE CONSTRAINT owns_id IF NOT EXISTS FOR ()-[t:OWNS]-() REQUIRE t.id IS UNIQUE;
CREATE CONSTRAINT partners_with_id IF NOT EXISTS FOR ()-[t:PARTNERS_WITH]-() REQUIRE t.id IS UNIQUE;
CREATE CONSTRAINT shares_network_with_id IF NOT EXISTS FOR ()-[t:SHARES_NETWORK_WITH]-() REQUIRE t.id IS UNIQUE;
CREATE CONSTRAINT member_of_id IF NOT EXISTS FOR ()-[t:MEMBER_OF]-() REQUIRE t.id IS UNIQUE;

// One node for what a register calls somebody; several organizations may have had it, one after the other.
CREATE CONSTRAINT identifier_value IF NOT EXISTS FOR (i:Identifier) REQUIRE (i.scheme, i.value) IS UNIQUE;

// One node speaks of the data set that was loaded last; its slot is always 'current'.
CREATE CONSTRAINT dataset_slot IF NOT EXISTS FOR (d:Dataset) REQUIRE d.slot IS UNIQUE;

// What a release held is kept once.
CREATE CONSTRAINT release_version IF NOT EXISTS FOR (r:Release) REQUIRE r.version IS UNIQUE;

// Names in Latin letters: case and accents do not count, every word does.
CREATE FULLTEXT INDEX organization_names IF NOT EXISTS
FOR (o:Organization) ON EACH [o.id, o.name, o.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};

// Names in Chinese, Japanese and Korean, which write no spaces between words.
CREATE FULLTEXT INDEX organization_names_cjk IF NOT EXISTS
FOR (o:Organization) ON EACH [o.name, o.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};

// When the facts became others, and how they were before; the facts as they were when somebody looked last.
CREATE CONSTRAINT movement_number IF NOT EXISTS FOR (m:Movement) REQUIRE m.number IS UNIQUE;
CREATE CONSTRAINT recorded_state_slot IF NOT EXISTS FOR (r:RecordedState) REQUIRE r.slot IS UNIQUE;

// Questions that somebody wants to be told the events of, and events that are still to be told.
CREATE CONSTRAINT subscription_id IF NOT EXISTS FOR (s:Subscription) REQUIRE s.id IS UNIQUE;
CREATE CONSTRAINT delivery_id IF NOT EXISTS FOR (d:Delivery) REQUIRE d.id IS UNIQUE;

// A load of more than one transaction: one node says who loads what, and what is still to be done stands beside it.
CREATE CONSTRAINT load_slot IF NOT EXISTS FOR (l:Load) REQUIRE l.slot IS UNIQUE;
CREATE CONSTRAINT load_step_number IF NOT EXISTS FOR (s:LoadStep) REQUIRE s.number IS UNIQUE;

// Of several servers on one database one works for those who subscribed; whose turn it is.
CREATE CONSTRAINT lease_of IF NOT EXISTS FOR (l:Lease) REQUIRE l.of IS UNIQUE;
