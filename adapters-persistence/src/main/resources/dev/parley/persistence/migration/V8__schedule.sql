-- A text that is scheduled takes its place among the others when it is sent: then created_at becomes that moment, by which turns and
-- lists are ordered, and made_at keeps when it was made.
ALTER TABLE message ADD COLUMN scheduled_at ${instant} NULL;
ALTER TABLE message ADD COLUMN made_at ${instant} NULL;

-- How the words of a scheduled text are to be found, as one JSON object; gone as soon as they are.
CREATE TABLE wish (
  org_id     BINARY(16) NOT NULL,
  message_id BINARY(16) NOT NULL,
  wish       ${text}    NOT NULL,
  PRIMARY KEY (org_id, message_id),
  CONSTRAINT wish_message FOREIGN KEY (org_id, message_id) REFERENCES message (org_id, id)
) ${table};

-- Finds the organizations that wait, and what is due of each, behind however much of another.
CREATE INDEX work_org ON work (kind, org_id, due_at, subject);
