/** The one door of the components to the user's texts. */
export { type MessageKey, t } from '../browser/i18n.ts';
