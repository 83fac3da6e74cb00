-- Texts of ours of which nobody knows whether they went, as long as they are searched for; the work of kind resolve says when next.
-- sent_again: whether it was, or may have been, handed over a second time.
CREATE TABLE lost_send (
  org_id         BINARY(16) NOT NULL,
  message_id     BINARY(16) NOT NULL,
  handed_over_at ${instant} NOT NULL,
  misses         INT        NOT NULL,
  sent_again     BOOLEAN    NOT NULL,
  PRIMARY KEY (org_id, message_id)
) ${table};

-- Up to when a provider was asked what it received.
CREATE TABLE catch_up (
  org_id        BINARY(16) NOT NULL,
  connection_id BINARY(16) NOT NULL,
  asked_until   ${instant} NOT NULL,
  PRIMARY KEY (org_id, connection_id)
) ${table};

-- Why nothing can be sent through a connection. Beside its row, which is written by people: a problem is of one version of it.
CREATE TABLE connection_problem (
  org_id        BINARY(16)  NOT NULL,
  connection_id BINARY(16)  NOT NULL,
  version       BIGINT      NOT NULL,
  code          VARCHAR(64) NOT NULL,
  detail        ${text}     NOT NULL,
  since         ${instant}  NOT NULL,
  PRIMARY KEY (org_id, connection_id)
) ${table};
