-- What members and operators write to each other; what a member writes is shown when it was looked at.
CREATE TABLE forum_post (
  number       BIGINT        NOT NULL PRIMARY KEY,
  topic        BIGINT        NOT NULL,
  title        VARCHAR(200)  NOT NULL,
  body         VARCHAR(8000) NOT NULL,
  account      VARCHAR(200)  NOT NULL,
  by_operator  BOOLEAN       NOT NULL,
  posted_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  state        VARCHAR(16)   NOT NULL,
  moderator    VARCHAR(200)  NOT NULL,
  reason       VARCHAR(1000) NOT NULL
);
CREATE INDEX forum_post_of_topic ON forum_post (topic, number);
CREATE INDEX forum_post_by_state ON forum_post (state, number);
CREATE TABLE forum_counter (
  id          INTEGER NOT NULL PRIMARY KEY,
  last_number BIGINT  NOT NULL
);
INSERT INTO forum_counter (id, last_number) VALUES (1, 0);
