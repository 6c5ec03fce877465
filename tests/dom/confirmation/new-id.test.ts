import * as v from 'valibot';
import { expect, it } from 'vitest';
import { newId } from '../../../entrypoints/confirmation/new-id.ts';
import { IdSchema } from '../../../lib/core/base/record.ts';

it('is a version 4 UUID, another one each time', () => {
  const ids = Array.from({ length: 500 }, newId);
  for (const id of ids) expect(v.is(IdSchema, id)).toBe(true);
  expect(ids.every((id) => id[14] === '4' && '89ab'.includes(id[19] ?? ''))).toBe(true);
  expect(new Set(ids).size).toBe(500);
});
