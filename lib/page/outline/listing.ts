/** Tables, figures and boxes that hold one listing with its line numbers; GitHub calls its tables of code `tab-size`. */
const listing =
  /(?:^|\s)(?:highlighttable|codehilitetable|lntable|listing_frame|rouge-table|js-file-line-container|hljs-ln|syntaxhighlighter|react-code-lines|view-lines|crayon-table|tab-size)(?:\s|$)/;

export function isListing(classes: string): boolean {
  return listing.test(classes);
}
