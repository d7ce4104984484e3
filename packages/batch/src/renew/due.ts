/** Certificates that are released, not revoked, without a successor, and expire before $1, in seconds since 1970. */
export const DUE = `
  insert into due
    select dose_no, exp, facts is null
    from vaxcert.chunk join vaxcert.dose on dose_no between first_no and last_no join vaxcert.certificate using (dose_no)
    where state = 'released' and exp < $1::bigint
      and not exists (select from vaxcert.revocation where revocation.dose_no = dose.dose_no)
      and not exists (
        select from vaxcert.dose as next where next.dose_key in (
          vaxcert.dose_key(dose.source, dose.dose_id, dose.version, dose.renewal + 1),
          vaxcert.dose_key(dose.source, dose.dose_id, dose.version + 1, 0)
        )
      )`

/** $1 the first number, $2 the batch, $3 how many: those that expire first. */
export const RENEW = `
  insert into vaxcert.dose (
    dose_no, batch_id, dose_key, source, dose_id, version, renewal, facility, content, facts, replaces
  )
  select $1::bigint + row_number() over (order by exp, dose_no) - 1, $2::bigint,
    vaxcert.dose_key(source, dose_id, version, renewal + 1),
    source, dose_id, version, renewal + 1, facility, content, facts, dose_no
  from (select dose_no, exp from due where not is_forgotten order by exp, dose_no limit $3::bigint) as share
    join vaxcert.dose using (dose_no)`

/** $1 the batch. */
export const HOLD = `
  insert into vaxcert.held (batch_id, line, source, dose_id, code)
    select $1, row_number() over (order by dose_no), source, dose_id, 'renew.forgotten'
    from due join vaxcert.dose using (dose_no) where is_forgotten`
