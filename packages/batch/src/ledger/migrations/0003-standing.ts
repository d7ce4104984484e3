/** What bounds a standing approval where it is used, and not only where it is planned. */
export const standing = `
-- Of a dose under a standing approval: made by whoever let it through the gates, see run/single-seal.ts.
alter table vaxcert.chunk add column seal bytea;

-- Of those that it let through, how many were fixed on that day.
alter table vaxcert.standing_day add column intended bigint not null default 0;
`
