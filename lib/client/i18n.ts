/** The only module from which components get the user's texts. */
export {
  type CountKey,
  keyPart,
  listed,
  locale,
  type MessageKey,
  type NamedKey,
  t,
  tCount,
} from '../browser/i18n.ts';
