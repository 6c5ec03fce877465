import * as v from 'valibot';
import { expect, it } from 'vitest';
import { WrapUpSchema } from '../../../../lib/core/post/wrap-up.ts';
import { wrapUp } from '../../../support/records.ts';

it('a wrap-up from before venues had an address still parses', () => {
  const { venueAddress: _, ...before } = wrapUp();
  expect(v.parse(WrapUpSchema, before)).toEqual(wrapUp({ venueAddress: '' }));
});
