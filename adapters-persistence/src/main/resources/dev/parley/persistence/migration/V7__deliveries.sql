-- How the endpoints of customers fare that fail: one of which nothing bad is known has no row. url_key is the beginning of the
-- SHA-256 of the address, which is too long for a key.
CREATE TABLE endpoint (
  org_id       BINARY(16) NOT NULL,
  url_key      BINARY(16) NOT NULL,
  failures     INT        NOT NULL,
  paused_until ${instant} NULL,
  disabled_at  ${instant} NULL,
  PRIMARY KEY (org_id, url_key)
) ${table};

-- NULL in what an older version wrote: such a delivery keeps nobody waiting and waits for nobody.
-- replayed_after: how many attempts were made before the schedule began anew.
ALTER TABLE delivery ADD COLUMN conversation_id BINARY(16) NULL;
ALTER TABLE delivery ADD COLUMN url_key BINARY(16) NULL;
ALTER TABLE delivery ADD COLUMN replayed_after INT DEFAULT 0 NOT NULL;
ALTER TABLE delivery ADD COLUMN replayed_at ${instant} NULL;
CREATE INDEX delivery_status ON delivery (org_id, status, created_at, id);
CREATE INDEX delivery_conversation ON delivery (org_id, conversation_id, status, created_at, id);
CREATE INDEX delivery_endpoint ON delivery (org_id, url_key, status, created_at, id);

-- What speaks against work: holders that were never heard of again, and faults.
ALTER TABLE work ADD COLUMN strikes INT DEFAULT 0 NOT NULL;
