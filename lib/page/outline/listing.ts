/** Tables, figures and boxes that hold one listing, and editors; GitHub calls its tables of code `tab-size`. */
const listing =
  /(?:^|\s)(?:highlighttable|codehilitetable|lntable|listing_frame|rouge-table|js-file-line-container|hljs-ln|syntaxhighlighter|react-code-lines|view-lines|crayon-table|tab-size|CodeMirror-code|cm-content|ace_text-layer|enlighter)(?:\s|$)/;

export function isListing(classes: string): boolean {
  return listing.test(classes);
}
