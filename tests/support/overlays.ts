/** Our overlay on a page: a `div`, whose name no page can claim, with a closed shadow tree. */
export const confirmationHost = 'div[data-wrapup="confirmation"]';
export const regionHost = 'div[data-wrapup="region"]';
