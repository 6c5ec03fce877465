/** Waits until a database that did not open is given up: that is in the next turn, until which all get its failure. */
export const givenUp = () => new Promise((done) => setTimeout(done));
