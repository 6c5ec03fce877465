import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import { fail, ok, type Result } from '../../core/base/result.ts';
import { type BrokenFields, type Field, type FieldValue, lineAt, type Range } from './field.ts';

/** Returns the fields of a front matter in YAML, or in JSON, which YAML includes. */
export function readYaml(text: string): Result<Field[], BrokenFields> {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) return fail({ reason: 'syntax', line: lineAt(text, error.pos[0]) });
  if (document.contents === null) return ok([]);
  if (!isMap(document.contents)) return fail({ reason: 'not-a-map', line: 1 });
  return ok(fieldsOf(document.contents, []));
}

function fieldsOf(map: YAMLMap<unknown, unknown>, above: readonly string[]): Field[] {
  return map.items.flatMap(({ key, value }) => {
    // A key that is itself a map can't be shown in a form.
    if (!isScalar(key) || !key.range) return [];
    const path = [...above, String(key.value)];
    if (isMap(value) && value.items.length > 0) return fieldsOf(value, path);
    const range = rangeOf(value);
    return range ? [{ path, key: key.range[0], ...range, ...readValue(value) }] : [];
  });
}

function rangeOf(node: unknown): Range | undefined {
  const range = (node as Node | null)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

function readValue(node: unknown): Pick<Field, 'value' | 'items'> {
  if (isScalar(node)) return { value: asValue(node.value) };
  if (!isSeq(node)) return { value: undefined };
  const values = node.items.map((item) => (isScalar(item) ? asValue(item.value) : undefined));
  const items = node.items.flatMap((item) => rangeOf(item) ?? []);
  const isPlain = values.every((value) => typeof value === 'string');
  return isPlain && items.length === values.length
    ? { value: values, items }
    : { value: undefined };
}

function asValue(value: unknown): Exclude<FieldValue, readonly string[]> | undefined {
  const isSimple = ['string', 'number', 'boolean'].includes(typeof value) || value === null;
  return isSimple ? (value as string | number | boolean | null) : undefined;
}
