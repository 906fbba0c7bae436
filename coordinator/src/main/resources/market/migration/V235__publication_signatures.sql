-- Signatures of publications: who has the public key finds one that was changed.
CREATE TABLE publication_signature (
  number BIGINT NOT NULL PRIMARY KEY,
  signature VARCHAR(128) NOT NULL,
  CONSTRAINT publication_signature_of FOREIGN KEY (number) REFERENCES publication (number)
);
