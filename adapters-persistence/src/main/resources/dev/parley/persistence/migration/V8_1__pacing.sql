-- When the next text of a number at its connection may go. The row stays when nobody waits: what comes then keeps the distance too.
CREATE TABLE pace (
  org_id     BINARY(16) NOT NULL,
  id         BINARY(16) NOT NULL,
  gap_micros BIGINT     NOT NULL,
  free_at    ${instant} NOT NULL,
  PRIMARY KEY (org_id, id)
) ${table};

-- Texts that wait for their turn there: not in work, so that ten thousand of them cost those who look for work nothing.
CREATE TABLE paced (
  org_id     BINARY(16)  NOT NULL,
  message_id BINARY(16)  NOT NULL,
  pace_id    BINARY(16)  NOT NULL,
  contact    VARCHAR(64) NOT NULL,
  urgency    INT         NOT NULL,
  since      ${instant}  NOT NULL,
  tries      INT         NOT NULL,
  PRIMARY KEY (org_id, message_id)
) ${table};
CREATE INDEX paced_turn ON paced (org_id, pace_id, urgency, since, message_id);
CREATE INDEX paced_contact ON paced (org_id, pace_id, contact);
