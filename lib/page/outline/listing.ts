import { classTest } from './class-test.ts';

/**
 * Tables, figures and boxes that contain one listing, and editors; GitHub calls its tables of code
 * `tab-size`.
 */
export const isListing = classTest(
  /(?:^|\s)(?:highlighttable|codehilitetable|lntable|listing_frame|rouge-table|js-file-line-container|hljs-ln|syntaxhighlighter|react-code-lines|view-lines|crayon-table|tab-size|CodeMirror-code|cm-content|ace_text-layer|enlighter)(?:\s|$)/,
);
