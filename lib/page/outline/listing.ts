/** Tables, figures and boxes that hold one listing with its line numbers. */
const listing =
  /(?:^|\s)(?:highlighttable|codehilitetable|lntable|rouge-table|js-file-line-container|hljs-ln|syntaxhighlighter|react-code-lines|view-lines|crayon-table)(?:\s|$)/;

export function isListing(classes: string): boolean {
  return listing.test(classes);
}
