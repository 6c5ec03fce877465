import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { ItemSchema } from '../../../lib/core/post/item.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { WrapUpSchema } from '../../../lib/core/post/wrap-up.ts';
import { composeDraft } from '../../../lib/render/compose.ts';
import { goldenItems, goldenWrapUp } from '../../fixtures/golden/wrap-up.ts';

const post = readFileSync(new URL('../../fixtures/golden/post.md', import.meta.url), 'utf8');

it('the golden wrap-up is one that the store could hold', () => {
  v.parse(WrapUpSchema, goldenWrapUp);
  v.parse(v.array(ItemSchema), goldenItems);
});

it('gives the golden post byte for byte, however often', () => {
  for (let i = 0; i < 2; i++) {
    expect(composeDraft(goldenWrapUp, goldenItems, defaultProfile)).toEqual({
      ok: true,
      value: post,
    });
  }
});
