-- How the active site goes on without a word, as it said when it was heard last.
ALTER TABLE site_mark ADD COLUMN lease_seconds BIGINT DEFAULT 600 NOT NULL;
ALTER TABLE site_mark ADD COLUMN goes_on BOOLEAN DEFAULT FALSE NOT NULL;
