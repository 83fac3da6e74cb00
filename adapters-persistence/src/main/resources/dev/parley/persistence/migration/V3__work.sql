-- What is still owed. The lease is the due time: whoever claims a row puts due_at off by the length of a lease and raises epoch,
-- so a row that is due is held by nobody, and a holder that died gives it back by doing nothing. epoch begins at the microseconds
-- of the row's making, so that work which ended and began anew never meets a claim of before.
-- held: whether somebody has it. in_flight: whether a request of its holder may have reached the provider already.
-- The table holds only what is owed, so it stays small however much was said.
CREATE TABLE work (
  kind      VARCHAR(8) NOT NULL,
  org_id    BINARY(16) NOT NULL,
  subject   BINARY(16) NOT NULL,
  due_at    ${instant} NOT NULL,
  epoch     BIGINT     NOT NULL,
  attempts  INT        NOT NULL,
  held      BOOLEAN    NOT NULL,
  in_flight BOOLEAN    NOT NULL,
  PRIMARY KEY (kind, org_id, subject)
) ${table};
-- Ends in what is claimed by: with a sort in between, SKIP LOCKED would lock everything that it sorts.
CREATE INDEX work_due ON work (kind, due_at, subject);

CREATE TABLE delivery (
  org_id          BINARY(16)  NOT NULL,
  id              BINARY(16)  NOT NULL,
  agent_id        BINARY(16)  NOT NULL,
  event           VARCHAR(64) NOT NULL,
  message_id      BINARY(16)  NOT NULL,
  url             ${text}     NOT NULL,
  payload         ${text}     NOT NULL,
  status          VARCHAR(16) NOT NULL,
  attempts        ${text}     NOT NULL,
  next_attempt_at ${instant}  NULL,
  created_at      ${instant}  NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT delivery_message FOREIGN KEY (org_id, message_id) REFERENCES message (org_id, id)
) ${table};
CREATE INDEX delivery_created ON delivery (org_id, created_at, id);

-- Answers by idempotency key. message_id is what the message of the request is called, however often it is executed.
CREATE TABLE idempotency (
  org_id      BINARY(16)   NOT NULL,
  idem_key    VARCHAR(255) NOT NULL,
  fingerprint VARCHAR(255) NOT NULL,
  message_id  BINARY(16)   NOT NULL,
  first_begun ${instant}   NOT NULL,
  last_begun  ${instant}   NOT NULL,
  status      INT          NULL,
  body        ${text}      NULL,
  PRIMARY KEY (org_id, idem_key)
) ${table};
CREATE INDEX idempotency_begun ON idempotency (first_begun);

CREATE TABLE quarantine (
  org_id        BINARY(16)   NOT NULL,
  id            BINARY(16)   NOT NULL,
  connection_id BINARY(16)   NOT NULL,
  provider_id   VARCHAR(255) NOT NULL,
  from_address  ${text}      NOT NULL,
  to_address    ${text}      NOT NULL,
  body          ${text}      NOT NULL,
  media         ${text}      NULL,
  reason        VARCHAR(64)  NOT NULL,
  received_at   ${instant}   NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT quarantine_text UNIQUE (org_id, connection_id, provider_id)
) ${table};
CREATE INDEX quarantine_received ON quarantine (org_id, received_at, id);

CREATE TABLE signature_failure (
  org_id        BINARY(16) NOT NULL,
  id            BINARY(16) NOT NULL,
  connection_id BINARY(16) NOT NULL,
  url           ${text}    NOT NULL,
  why           ${text}    NOT NULL,
  expected_urls ${text}    NOT NULL,
  matching_url  ${text}    NULL,
  created_at    ${instant} NOT NULL,
  PRIMARY KEY (org_id, id)
) ${table};
CREATE INDEX signature_failure_created ON signature_failure (org_id, created_at, id);
CREATE INDEX signature_failure_connection ON signature_failure (org_id, connection_id, created_at, id);
