-- One text for H2, MariaDB and MySQL. ${instant} is a moment in UTC with microseconds, ${text} a text without a limit that
-- matters, ${table} engine and collation (utf8mb4_bin: numbers, keys and words are compared byte by byte).
--
-- Ids are BINARY(16), not CHAR(36): every key begins with org_id and every secondary index repeats the primary key, so an entry
-- is 40 bytes shorter in each of them. Ids grow with time, so they are appended and not scattered.
--
-- Every table of a tenant begins its primary key with org_id, and foreign keys carry it along: no row can point into another
-- organization. What people write down about the past (messages, conversations, deliveries) outlives agents and connections, and
-- so has no foreign key to them.

CREATE TABLE organization (
  id         BINARY(16)   NOT NULL,
  name       VARCHAR(128) NOT NULL,
  status     VARCHAR(16)  NOT NULL,
  created_at ${instant}   NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT organization_name UNIQUE (name)
) ${table};
CREATE INDEX organization_created ON organization (created_at, id);

-- Keys are found by their hash alone: the key says whose it is.
CREATE TABLE api_key (
  org_id     BINARY(16)   NOT NULL,
  id         BINARY(16)   NOT NULL,
  name       VARCHAR(128) NOT NULL,
  sha256     CHAR(64)     NOT NULL,
  scopes     VARCHAR(255) NOT NULL,
  expires_at ${instant}   NULL,
  created_at ${instant}   NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT api_key_sha256 UNIQUE (sha256),
  CONSTRAINT api_key_org FOREIGN KEY (org_id) REFERENCES organization (id)
) ${table};
CREATE INDEX api_key_created ON api_key (org_id, created_at, id);

-- credentials: one JSON object, encrypted as a whole. id and account_key are looked up across organizations, by webhooks.
CREATE TABLE connection (
  org_id      BINARY(16)   NOT NULL,
  id          BINARY(16)   NOT NULL,
  provider    VARCHAR(64)  NOT NULL,
  name        VARCHAR(128) NOT NULL,
  account_key VARCHAR(255) NULL,
  credentials ${text}      NOT NULL,
  settings    ${text}      NOT NULL,
  version     BIGINT       NOT NULL,
  created_at  ${instant}   NOT NULL,
  updated_at  ${instant}   NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT connection_id UNIQUE (id),
  CONSTRAINT connection_org FOREIGN KEY (org_id) REFERENCES organization (id)
) ${table};
CREATE INDEX connection_created ON connection (org_id, created_at, id);
CREATE INDEX connection_account ON connection (provider, account_key, created_at, id);

-- config: everything that is never searched for, as one JSON object. The secrets are encrypted.
CREATE TABLE agent (
  org_id                BINARY(16)   NOT NULL,
  id                    BINARY(16)   NOT NULL,
  name                  VARCHAR(128) NOT NULL,
  status                VARCHAR(16)  NOT NULL,
  connection_id         BINARY(16)   NULL,
  config                ${text}      NOT NULL,
  variables             ${text}      NOT NULL,
  webhook_secret        ${text}      NOT NULL,
  previous_secret       ${text}      NULL,
  previous_secret_until ${instant}   NULL,
  version               BIGINT       NOT NULL,
  created_at            ${instant}   NOT NULL,
  updated_at            ${instant}   NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT agent_org FOREIGN KEY (org_id) REFERENCES organization (id),
  CONSTRAINT agent_connection FOREIGN KEY (org_id, connection_id) REFERENCES connection (org_id, id)
) ${table};
CREATE INDEX agent_created ON agent (org_id, created_at, id);

-- A number belongs to one organization only.
CREATE TABLE assigned_number (
  org_id        BINARY(16)  NOT NULL,
  id            BINARY(16)  NOT NULL,
  number        VARCHAR(16) NOT NULL,
  connection_id BINARY(16)  NOT NULL,
  agent_id      BINARY(16)  NULL,
  version       BIGINT      NOT NULL,
  created_at    ${instant}  NOT NULL,
  updated_at    ${instant}  NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT assigned_number_number UNIQUE (number),
  CONSTRAINT assigned_number_connection FOREIGN KEY (org_id, connection_id) REFERENCES connection (org_id, id),
  CONSTRAINT assigned_number_agent FOREIGN KEY (org_id, agent_id) REFERENCES agent (org_id, id)
) ${table};
CREATE INDEX assigned_number_created ON assigned_number (org_id, created_at, id);
CREATE INDEX assigned_number_of_agent ON assigned_number (org_id, agent_id, created_at, id);

-- Something that only the right encryption key opens: a start with another key ends here and not in the middle of a text.
CREATE TABLE encryption_canary (
  id     INT     NOT NULL,
  sealed ${text} NOT NULL,
  PRIMARY KEY (id)
) ${table};
