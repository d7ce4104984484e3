/** The ledger: what shall be certified, what was fixed before anybody signed, what was signed, and where it is logged. */
export const ledger = `
-- Doses that were planned together, and are approved and issued as a whole.
create table vaxcert.batch (
  batch_id bigint generated always as identity primary key,
  kind text not null check (kind in ('issue', 'renew', 'correct', 'single')),
  state text not null default 'planning' check (state in ('planning', 'planned', 'approved', 'stopped')),
  manifest text,                      -- what approvers sign, from state 'planned' on
  planned_by text not null,
  planned_at timestamptz not null
);

create table vaxcert.approval (
  batch_id bigint not null references vaxcert.batch,
  approver text not null,
  seal text not null,                 -- over the manifest
  approved_at timestamptz not null,
  primary key (batch_id, approver)
);

-- One certificate that shall be: numbered without a gap within its batch.
create table vaxcert.dose (
  dose_no bigint primary key,
  batch_id bigint not null references vaxcert.batch,
  dose_key uuid not null unique,      -- idempotency key: of source, dose id, content version and renewal
  source text not null,
  dose_id text not null,
  version int not null,               -- of the content: a correction makes the next
  renewal int not null,               -- 0, then 1 a year
  facility text not null,
  content bytea not null,             -- SHA-256 of facts
  facts text,                         -- the payload (eu-dcc-schema) as JSON, its ci empty; null once forgotten
  replaces bigint                     -- dose_no of the certificate whose place it takes
);
create sequence vaxcert.dose_no;

-- A row that was handed in and is not planned, with why.
create table vaxcert.held (
  batch_id bigint not null references vaxcert.batch,
  line bigint not null,
  source text not null,
  dose_id text not null,
  code text not null,
  primary key (batch_id, line)
);

-- Doses that one worker issues at a time, in few transactions.
create table vaxcert.chunk (
  chunk_id bigint generated always as identity primary key,
  batch_id bigint not null references vaxcert.batch,
  first_no bigint not null,
  last_no bigint not null,
  state text not null default 'open' check (state in ('open', 'intended', 'logged', 'released', 'stuck')),
  fence int not null default 0,       -- counts its claims: only whoever claimed it last may write
  kid bytea,                          -- from state 'intended' on, as the four that follow
  profile text,
  iat bigint,
  exp bigint,
  refused int,
  issued int,                         -- from state 'logged' on
  code text,                          -- why it is stuck
  released_at timestamptz
);
create index chunk_batch on vaxcert.chunk (batch_id, chunk_id);
create index chunk_due on vaxcert.chunk (chunk_id) where state in ('open', 'intended', 'logged');
create index chunk_doses on vaxcert.chunk (first_no);
create index chunk_iat on vaxcert.chunk (iat);

-- How many certificates a key was meant to sign on a day: what must be revoked with it, should it get lost.
create table vaxcert.key_use (
  kid bytea not null,
  day int not null,                   -- since 1970, UTC
  certificates bigint not null,
  primary key (kid, day)
);

-- What is fixed and durable before anybody signs: to sign it again after a crash changes nothing.
create table vaxcert.intent (
  dose_no bigint primary key,
  uvci text not null,
  to_be_signed bytea not null         -- COSE Sig_structure (RFC 9052 §4.4)
);
-- By 8 bytes of hash: where two share it, which is no more than once in some thousand ledgers, one is made anew.
create unique index intent_uvci on vaxcert.intent (hashtextextended(uvci, 0));

-- A dose that cannot be certified after all.
create table vaxcert.refusal (
  dose_no bigint primary key,
  code text not null
);

-- Signed, verified and logged, in one transaction. Released is what its chunk says.
create table vaxcert.certificate (
  dose_no bigint primary key,
  signature bytea not null,
  salt bytea not null,                -- 16 bytes, of its entry in the log
  leaf bigint not null unique
);

create table vaxcert.log_head (
  one boolean primary key default true check (one),
  size bigint not null
);
insert into vaxcert.log_head (size) values (0);

-- Hashes of the issuing log (C2SP tlog-tiles): up to 256 of one level.
create table vaxcert.tile (
  level int not null,
  at bigint not null,
  hashes bytea not null,
  primary key (level, at)
);

create table vaxcert.checkpoint (
  size bigint primary key,
  note text not null,
  signed_at timestamptz not null
);

create table vaxcert.revocation (
  dose_no bigint primary key,
  reason text not null,
  revoked_by text not null,
  revoked_at timestamptz not null
);
`
