import * as v from 'valibot';
import { UrlSchema } from './record.ts';

/** What the note-taker asked for; `here`: the selection, or the page where nothing is selected. */
export const WishSchema = v.variant('what', [
  v.object({ what: v.picklist(['here', 'selection', 'page']) }),
  v.object({ what: v.literal('link'), linkUrl: UrlSchema }),
  v.object({ what: v.literal('picture'), srcUrl: UrlSchema }),
]);

export type Wish = v.InferOutput<typeof WishSchema>;
