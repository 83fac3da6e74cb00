-- Texts that come in parts, until they are joined: then the row goes and its words are in message.
-- waiting is TRUE or NULL, so that further parts belong to one text, and any number of others with the same reference can be on
-- their way to be joined. Whoever adds a part locks the row first: of two who bring the last two at once, the second sees both.
CREATE TABLE long_text (
  org_id        BINARY(16)   NOT NULL,
  id            BINARY(16)   NOT NULL,
  connection_id BINARY(16)   NOT NULL,
  from_address  VARCHAR(64)  NOT NULL,
  to_address    VARCHAR(64)  NOT NULL,
  reference     VARCHAR(255) NOT NULL,
  total         INT          NOT NULL,
  waiting       BOOLEAN      NULL,
  created_at    ${instant}   NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT long_text_waiting UNIQUE (org_id, connection_id, from_address, to_address, reference, total, waiting)
) ${table};

-- Stays for three days after its text was joined, without words, so that a part which comes again is known: that is why it has
-- no foreign key to its text.
CREATE TABLE long_text_part (
  org_id          BINARY(16)   NOT NULL,
  connection_id   BINARY(16)   NOT NULL,
  provider_id     VARCHAR(255) NOT NULL,
  text_id         BINARY(16)   NOT NULL,
  part_index      INT          NOT NULL,
  body            ${text}      NOT NULL,
  media           ${text}      NULL,
  handled_keyword VARCHAR(8)   NULL,
  joined_at       ${instant}   NULL,
  created_at      ${instant}   NOT NULL,
  PRIMARY KEY (org_id, connection_id, provider_id)
) ${table};
CREATE INDEX long_text_part_text ON long_text_part (org_id, text_id, part_index);
CREATE INDEX long_text_part_joined ON long_text_part (joined_at);
