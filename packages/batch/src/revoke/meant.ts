/** Renewals of a version, the first certificate among them. */
const RENEWALS = `
  join vaxcert.dose as each on each.dose_key = any (array(
    select vaxcert.dose_key(known.source, known.dose_id, known.version, renewal)
    from generate_series(0, vaxcert.last_renewal(known.source, known.dose_id, known.version)) as renewal
  ))`

/** `asked` holds identifiers. */
export const BY_UVCI: string = `
  create temporary table known on commit drop as
    select name, dose.dose_no, source, dose_id, version
    from asked join vaxcert.intent on hashtextextended(uvci, 0) = hashtextextended(name, 0) and uvci = name
    join vaxcert.dose on dose.dose_no = intent.dose_no;
  update asked set found = true where name in (select name from known);
  insert into meant select distinct each.dose_no from known ${RENEWALS}`

/** `asked` holds names of doses of one source, $1. */
export const BY_DOSE: string = `
  insert into meant
    select distinct each.dose_no from (
      select $1::text as source, name as dose_id, version
      from asked cross join generate_series(1, vaxcert.last_version($1::text, name)) as version
    ) as known ${RENEWALS}`

const GIVEN = `facts::json #>> '{v,0,dt}'`

/** $1 the facility, $2 and $3 its first and last day. */
export const BY_FACILITY: Readonly<Record<'given' | 'issued', string>> = {
  given: `
    with own as (select dose_no, ${GIVEN} as day from vaxcert.dose where facility = $1),
    without as (insert into undated select dose_no from own where day is null)
    insert into meant select dose_no from own where day between $2::text and $3::text`,
  issued: `
    insert into meant
      select dose_no from vaxcert.chunk join vaxcert.dose on dose_no between first_no and last_no
      where facility = $1 and iat >= extract(epoch from $2::date) and iat < extract(epoch from $3::date + 1)`,
}

/** $1 the kid in hex, $2 and $3 the first and last day of issue. */
export const BY_KID = `
  insert into meant
    select dose_no from vaxcert.chunk join vaxcert.intent on dose_no between first_no and last_no
    where kid = decode($1, 'hex') and iat >= extract(epoch from $2::date) and iat < extract(epoch from $3::date + 1)`

/** A correction has renewal 0; what it replaces is the newest certificate of the version before. */
export const REPLACED: string = `
  create temporary table known on commit drop as
    select before.source, before.dose_id, before.version
    from vaxcert.dose as dose
    join vaxcert.certificate using (dose_no)
    cross join lateral (
      select state from vaxcert.chunk where first_no <= dose.dose_no order by first_no desc limit 1
    ) as chunk
    join vaxcert.dose as before on before.dose_no = dose.replaces
    where dose.replaces is not null and dose.renewal = 0 and chunk.state = 'released';
  insert into meant select distinct each.dose_no from known ${RENEWALS}`
