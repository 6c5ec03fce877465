import * as v from 'valibot';
import { errorCodes } from '../base/errors.ts';
import { InstantSchema } from '../base/record.ts';

/** A gesture that clipped nothing and lost no words, on a page that could not show that. */
export const LastFailureSchema = v.object({
  code: v.picklist(errorCodes),
  at: InstantSchema,
});

export type LastFailure = v.InferOutput<typeof LastFailureSchema>;
