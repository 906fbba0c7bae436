-- Pictures, voice, video and documents of posts, and the chapter of the guide that a topic is about.
ALTER TABLE forum_post ADD COLUMN chapter VARCHAR(32) DEFAULT '' NOT NULL;
CREATE TABLE forum_paper (
  post   BIGINT       NOT NULL,
  name   VARCHAR(100) NOT NULL,
  media  VARCHAR(64)  NOT NULL,
  hash   CHAR(64)     NOT NULL,
  length BIGINT       NOT NULL,
  PRIMARY KEY (post, name)
);
CREATE INDEX forum_post_of_chapter ON forum_post (chapter, number);
