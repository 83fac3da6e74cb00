-- ongoing is TRUE or NULL, so that two numbers have one conversation that goes on and any number of closed ones.
-- inbound_count is raised by each text that comes in, in the transaction that stores it: whether something newer came in is
-- answered by comparing it, never by the highest id, since rows commit out of the order of their ids.
CREATE TABLE conversation (
  org_id           BINARY(16)  NOT NULL,
  id               BINARY(16)  NOT NULL,
  agent_id         BINARY(16)  NULL,
  number_id        BINARY(16)  NULL,
  our_number       VARCHAR(16) NOT NULL,
  contact          VARCHAR(64) NOT NULL,
  state            VARCHAR(8)  NOT NULL,
  ongoing          BOOLEAN     NULL,
  human_until      ${instant}  NULL,
  last_message_at  ${instant}  NOT NULL,
  unanswered_since ${instant}  NULL,
  inbound_count    BIGINT      NOT NULL,
  created_at       ${instant}  NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT conversation_ongoing UNIQUE (org_id, our_number, contact, ongoing),
  CONSTRAINT conversation_org FOREIGN KEY (org_id) REFERENCES organization (id)
) ${table};
CREATE INDEX conversation_created ON conversation (org_id, created_at, id);
CREATE INDEX conversation_contact ON conversation (org_id, contact, created_at, id);
CREATE INDEX conversation_agent ON conversation (org_id, agent_id, created_at, id);
CREATE INDEX conversation_state ON conversation (org_id, state, created_at, id);

-- Texts, in and out. contact is the other end, whichever way the text went.
-- inbound_id: the provider's name for a text that came in; NULL for ours, whose names are in part. Unique: the whole of dedup.
-- new_conversation_id, idle_reset_days: for a text of ours whose sender the provider chooses, what its conversation will be.
CREATE TABLE message (
  org_id              BINARY(16)   NOT NULL,
  id                  BINARY(16)   NOT NULL,
  conversation_id     BINARY(16)   NULL,
  agent_id            BINARY(16)   NULL,
  connection_id       BINARY(16)   NOT NULL,
  direction           VARCHAR(8)   NOT NULL,
  from_address        VARCHAR(64)  NULL,
  to_address          VARCHAR(64)  NOT NULL,
  contact             VARCHAR(64)  NOT NULL,
  body                ${text}      NOT NULL,
  encoding            VARCHAR(8)   NOT NULL,
  segments            INT          NOT NULL,
  media               ${text}      NULL,
  status              VARCHAR(16)  NOT NULL,
  status_rank         INT          NOT NULL,
  inbound_id          VARCHAR(255) NULL,
  handled_as          VARCHAR(16)  NULL,
  reply_id            BINARY(16)   NULL,
  provider_id         VARCHAR(255) NULL,
  is_reply            BOOLEAN      NOT NULL,
  by_model            BOOLEAN      NOT NULL,
  error_code          VARCHAR(64)  NULL,
  error_message       ${text}      NULL,
  new_conversation_id BINARY(16)   NULL,
  idle_reset_days     INT          NULL,
  created_at          ${instant}   NOT NULL,
  updated_at          ${instant}   NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT message_inbound UNIQUE (org_id, connection_id, inbound_id),
  CONSTRAINT message_conversation FOREIGN KEY (org_id, conversation_id) REFERENCES conversation (org_id, id)
) ${table};
CREATE INDEX message_turns ON message (org_id, conversation_id, created_at, id);
CREATE INDEX message_contact ON message (org_id, contact, created_at, id);
CREATE INDEX message_agent ON message (org_id, agent_id, created_at, id);
CREATE INDEX message_created ON message (org_id, created_at, id);

-- The names that a provider has for a text of ours, and what it reported under each. A row without a message is a report that
-- came before its text: whoever comes second, the report or the answer to the send, meets the row of the first at the primary
-- key, so none slips through between them.
CREATE TABLE part (
  org_id        BINARY(16)   NOT NULL,
  connection_id BINARY(16)   NOT NULL,
  provider_id   VARCHAR(255) NOT NULL,
  message_id    BINARY(16)   NULL,
  status        VARCHAR(16)  NOT NULL,
  status_rank   INT          NOT NULL,
  error_code    VARCHAR(64)  NULL,
  error_message ${text}      NULL,
  opted_out     BOOLEAN      NOT NULL,
  created_at    ${instant}   NOT NULL,
  PRIMARY KEY (org_id, connection_id, provider_id)
) ${table};
CREATE INDEX part_message ON part (org_id, message_id);

-- Opt-outs in force. The table is read by every send; consent_event is the record of what changed it.
CREATE TABLE suppression (
  org_id     BINARY(16)  NOT NULL,
  our_number VARCHAR(16) NOT NULL,
  contact    VARCHAR(64) NOT NULL,
  source     ${text}     NOT NULL,
  created_at ${instant}  NOT NULL,
  PRIMARY KEY (org_id, our_number, contact)
) ${table};
CREATE INDEX suppression_contact ON suppression (org_id, contact);

CREATE TABLE consent_event (
  org_id     BINARY(16)  NOT NULL,
  seq        BIGINT      NOT NULL AUTO_INCREMENT,
  our_number VARCHAR(16) NOT NULL,
  contact    VARCHAR(64) NOT NULL,
  opted_in   BOOLEAN     NOT NULL,
  source     ${text}     NOT NULL,
  created_at ${instant}  NOT NULL,
  PRIMARY KEY (seq),
  CONSTRAINT consent_event_contact UNIQUE (org_id, contact, seq)
) ${table};

-- What a business knows of a person, for prompts.
CREATE TABLE contact (
  org_id     BINARY(16)  NOT NULL,
  contact    VARCHAR(64) NOT NULL,
  attributes ${text}     NOT NULL,
  timezone   VARCHAR(64) NULL,
  created_at ${instant}  NOT NULL,
  updated_at ${instant}  NOT NULL,
  PRIMARY KEY (org_id, contact)
) ${table};
