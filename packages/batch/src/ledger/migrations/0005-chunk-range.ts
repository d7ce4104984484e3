/** How many doses a chunk may be about. */
export const chunkRange = `
-- A worker has all doses of a chunk in memory, and everybody adds up their numbers: by one row without bounds nobody could do either.
alter table vaxcert.chunk add constraint chunk_range check (first_no > 0 and last_no - first_no between 0 and 99999);
`
