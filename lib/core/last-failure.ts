import * as v from 'valibot';
import { errorCodes } from './errors.ts';
import { limits } from './limits.ts';
import { InstantSchema } from './record.ts';

/** The last clip that was not kept, where the page itself could not say so. */
export const LastFailureSchema = v.object({
  code: v.picklist(errorCodes),
  at: InstantSchema,
  /** What would have been clipped, as Markdown, or ''. */
  markdown: v.pipe(v.string(), v.maxLength(limits.quoteMarkdown)),
});

export type LastFailure = v.InferOutput<typeof LastFailureSchema>;
