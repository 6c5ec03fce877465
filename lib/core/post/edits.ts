import type { ItemChanges } from './item.ts';
import type { Profile } from './profile.ts';
import type { WrapUpDetails } from './wrap-up.ts';

/** What a note-taker may change; the words of a quote and its source are fixed at capture. */
export type ItemEdits = Pick<
  ItemChanges,
  | 'note'
  | 'form'
  | 'hidden'
  | 'editedMarkdown'
  | 'attribution'
  | 'attributionLabel'
  | 'labelIsMarkdown'
  | 'sharesSource'
  | 'byHand'
  | 'base'
  | 'title'
  | 'url'
  | 'alt'
  | 'caption'
  | 'path'
  | 'fileName'
  | 'linkUrl'
  | 'startSeconds'
  | 'endSeconds'
  | 'checkTime'
  | 'page'
  | 'sourceTitle'
  | 'sourceAuthor'
  | 'sourcePublished'
>;

/** What changes when a secret is cut out of addresses; nothing else changes a clip's source. */
export type SecretCuts = Pick<ItemChanges, 'source' | 'url' | 'linkUrl' | 'mediaUrl'>;

/** What may be edited of a record, by its kind. */
export interface EditsOf {
  item: ItemEdits & SecretCuts;
  wrapUp: Partial<WrapUpDetails>;
  profile: Partial<Profile>;
}
