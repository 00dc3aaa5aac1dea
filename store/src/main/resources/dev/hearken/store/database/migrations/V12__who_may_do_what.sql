-- Who may do what. Of tokens and sessions only the SHA-256 is kept, of passwords only what Argon2 makes of them.
CREATE TABLE account (
    name              TEXT   NOT NULL PRIMARY KEY,
    role              TEXT   NOT NULL CHECK (role IN ('VIEWER', 'MEMBER', 'ADMIN')),
    password          TEXT   NOT NULL,
    created_at_millis BIGINT NOT NULL
);

CREATE TABLE account_session (
    sha256            TEXT   NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    account           TEXT   NOT NULL REFERENCES account (name) ON DELETE CASCADE,
    created_at_millis BIGINT NOT NULL,
    expires_at_millis BIGINT NOT NULL
);

CREATE INDEX account_session_by_account ON account_session (account);

-- A revoked token stays, so that what it did can still be told. Its project is no reference: the token outlives it.
CREATE TABLE api_token (
    id                  TEXT   NOT NULL PRIMARY KEY,
    name                TEXT   NOT NULL,
    sha256              TEXT   NOT NULL UNIQUE CHECK (length(sha256) = 64),
    scopes              TEXT   NOT NULL,
    project             TEXT, -- all of them where empty
    created_at_millis   BIGINT NOT NULL,
    expires_at_millis   BIGINT,
    revoked_at_millis   BIGINT,
    last_used_at_millis BIGINT
);

-- Who did what to what, when, from where. Nothing here is ever changed or deleted.
CREATE TABLE audit_entry (
    id        TEXT    NOT NULL PRIMARY KEY,
    at_millis BIGINT  NOT NULL,
    caller    TEXT    NOT NULL,
    address   TEXT    NOT NULL,
    action    TEXT    NOT NULL,
    target    TEXT    NOT NULL,
    status    INTEGER NOT NULL
);

CREATE INDEX audit_entry_by_time ON audit_entry (at_millis);
