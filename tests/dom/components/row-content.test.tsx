import './fake-browser.ts';
import { expect, it } from 'vitest';
import { RowContent } from '../../../components/clips/RowContent.tsx';
import type { Raw } from '../../../lib/core/post/item.ts';
import { instant, uuid, wrapUpId } from '../../support/records.ts';
import { mount } from './support.tsx';

const raw = (text: string): Raw => ({
  kind: 'raw',
  ...{ id: uuid(2), wrapUpId, order: 'a0', hidden: false, note: text },
  ...{ createdAt: instant, updatedAt: instant, deletedAt: null },
});

it('what is written as it is can be told apart in the list', () => {
  mount(<RowContent item={raw('| a |\n|---|\n| b |')} pictureUrl="" />);
  expect(document.body.textContent).toContain('| a | |---| | b |');
});
