/** What planning keeps beside the doses. */
export const planning = `
-- SHA-256 over the contents of its doses in their order: one of those by which the approved manifest is held against the ledger.
alter table vaxcert.chunk add column digest bytea;

-- How many doses of a facility were planned, by the day on which they were entered.
create table vaxcert.facility_day (
  facility text not null,
  day text not null,                  -- "2022-04-14"
  planned bigint not null,
  primary key (facility, day)
);

-- How many doses a standing approval has let through, by day.
create table vaxcert.standing_day (
  batch_id bigint not null references vaxcert.batch,
  day text not null,
  planned bigint not null,
  primary key (batch_id, day)
);

-- A certificate has one successor at most.
create unique index dose_replaces on vaxcert.dose (replaces) where replaces is not null;

-- As doseKey of plan/dose-key.ts makes it.
create function vaxcert.dose_key(source text, dose_id text, version int, renewal int) returns uuid
language sql stable strict as $$
  select encode(substring(sha256(convert_to(
    version || '/' || renewal || '/' || octet_length(source) || '/' || source || '/' || dose_id, 'UTF8'
  )) for 16), 'hex')::uuid
$$;

-- The newest version of a dose, 0 where none is planned. Versions, and renewals of each, have no gaps.
create function vaxcert.last_version(source text, dose_id text) returns int
language sql stable strict as $$
  with recursive walk (version) as (
    select 0
    union all
    select walk.version + 1 from walk join vaxcert.dose on dose_key = vaxcert.dose_key($1, $2, walk.version + 1, 0)
  )
  select max(version) from walk
$$;

-- The newest renewal of a version that is there.
create function vaxcert.last_renewal(source text, dose_id text, version int) returns int
language sql stable strict as $$
  with recursive walk (renewal) as (
    select 0
    union all
    select walk.renewal + 1 from walk join vaxcert.dose on dose_key = vaxcert.dose_key($1, $2, $3, walk.renewal + 1)
  )
  select max(renewal) from walk
$$;
`
