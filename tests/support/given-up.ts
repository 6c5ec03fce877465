/**
 * Waits until an unsuccessful attempt to open the database is abandoned: in the next turn, until
 * which all queries get its failure.
 */
export const givenUp = () => new Promise((done) => setTimeout(done));
