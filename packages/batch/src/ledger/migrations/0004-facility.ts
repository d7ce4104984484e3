/** What finds the doses of one facility among all. */
export const facility = `
-- In the hour of a fraud nobody can wait till all doses are read. Each facility stands in it once: a hundred million doses take less than a gigabyte.
create index dose_facility on vaxcert.dose (facility);
`
