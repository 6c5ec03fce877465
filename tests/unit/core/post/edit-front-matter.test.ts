import { describe, expect, it } from 'vitest';
import {
  fieldsInOrder,
  isNameTaken,
  mapsOf,
  moveField,
  moveFieldTo,
  putInMap,
  removeField,
  renameField,
  withFormat,
  withType,
} from '../../../../lib/core/post/edit-front-matter.ts';
import type { FieldStyle } from '../../../../lib/core/post/front-matter-style.ts';
import { fieldStyle } from '../../../../lib/render/front-matter/usual.ts';

const field = (name: string, type: FieldStyle['type'] = 'string') =>
  fieldStyle({ path: name.split('/'), type, from: type === 'map' ? 'fixed' : 'typed' });
const fields = [
  field('title'),
  field('params', 'map'),
  field('params/author'),
  field('params/cover', 'map'),
  field('params/cover/image'),
  field('tags', 'list'),
];
const names = (list: readonly FieldStyle[]) => list.map(({ path }) => path.join('/'));

describe('the fields of a front matter', () => {
  it('stand as they are written: those of a map below it, in the order of the first', () => {
    const scattered = [field('params/author'), field('title'), field('params/cover')];
    expect(names(fieldsInOrder(scattered))).toEqual(['params/author', 'params/cover', 'title']);
    expect(fieldsInOrder(fields)).toEqual(fields);
  });

  it('move past the next one of their map, with all that is in them', () => {
    expect(names(moveField(fields, 1, 1))).toEqual([
      ...['title', 'tags', 'params', 'params/author', 'params/cover', 'params/cover/image'],
    ]);
    expect(names(moveField(fields, 5, -1))).toEqual([
      ...['title', 'tags', 'params', 'params/author', 'params/cover', 'params/cover/image'],
    ]);
    expect(names(moveField(fields, 3, -1))).toEqual([
      ...['title', 'params', 'params/cover', 'params/cover/image', 'params/author', 'tags'],
    ]);
    expect(moveField(fields, 2, -1)).toEqual(fields);
    expect(moveField(fields, 5, 1)).toEqual(fields);
  });

  it('are dropped behind what of their own map is before that place', () => {
    // Dropped in the middle of a map that it is not in, it goes after the whole map.
    expect(names(moveFieldTo(fields, 0, 2))).toEqual([
      ...['params', 'params/author', 'params/cover', 'params/cover/image', 'title', 'tags'],
    ]);
    expect(names(moveFieldTo(fields, 5, undefined))[0]).toBe('tags');
    expect(names(moveFieldTo(fields, 3, 1)).slice(1, 5)).toEqual([
      ...['params', 'params/cover', 'params/cover/image', 'params/author'],
    ]);
    expect(moveFieldTo(fields, 4, 0)).toEqual(fields);
  });

  it('take what is in them along when they are renamed, put elsewhere or removed', () => {
    expect(names(renameField(fields, 1, 'extra'))).toEqual([
      ...['title', 'extra', 'extra/author', 'extra/cover', 'extra/cover/image', 'tags'],
    ]);
    expect(names(putInMap(fields, 3, []))).toEqual([
      ...['title', 'params', 'params/author', 'tags', 'cover', 'cover/image'],
    ]);
    expect(names(putInMap(fields, 0, ['params', 'cover']))).toEqual([
      ...['params', 'params/author', 'params/cover', 'params/cover/image', 'params/cover/title'],
      'tags',
    ]);
    expect(names(removeField(fields, 1))).toEqual(['title', 'tags']);
  });

  it('have names of their own in their map, whatever their case but in TOML', () => {
    expect(isNameTaken(fields, 0, 'tags', true)).toBe(true);
    expect(isNameTaken(fields, 0, 'Tags', true)).toBe(true);
    expect(isNameTaken(fields, 0, 'Tags', false)).toBe(false);
    expect(isNameTaken(fields, 0, 'author', true)).toBe(false);
    expect(isNameTaken(fields, 0, 'title', true)).toBe(false);
  });

  it('can be put in every map but those in themselves', () => {
    expect(mapsOf(fields, 0)).toEqual([['params'], ['params', 'cover']]);
    expect(mapsOf(fields, 1)).toEqual([]);
    expect(mapsOf([field('extra/author'), field('title')], 1)).toEqual([['extra']]);
  });

  it('keep of another type what it can have', () => {
    const list = { open: ' [', between: ', ', close: ']' };
    const tags = { ...field('tags', 'list'), from: 'tags' as const, list };
    expect(withType(tags, 'string')).toEqual({ ...field('tags'), from: 'typed' });
    const text = { ...field('lead'), text: 'x', form: '%Y', from: 'fixed' as const };
    expect(withType(text, 'list')).toEqual({ ...text, type: 'list', form: '' });
    expect(withType({ ...text, from: 'computed' }, 'raw').from).toBe('typed');
    expect(withType(text, 'map')).toMatchObject({ type: 'map', from: 'fixed', text: '' });
    expect(withType(field('a', 'map'), 'string').from).toBe('typed');
  });

  it('lose in another format the signs of the one before', () => {
    const list = { open: ' [', between: ', ', close: ']' };
    const tags = { ...field('tags', 'list'), list, assign: ':', above: '# ours\n' };
    const style = { format: 'yaml', fields: [tags], indent: '  ', blankLines: 1 } as const;
    const { list: _, ...plain } = tags;
    expect(withFormat({ ...style, fields: [tags] }, 'toml')).toEqual({
      ...{ format: 'toml', fields: [{ ...plain, assign: '' }], indent: '', blankLines: 1 },
    });
    expect(withFormat({ ...style, fields: [tags] }, 'json').fields[0]?.above).toBe('');
  });
});
