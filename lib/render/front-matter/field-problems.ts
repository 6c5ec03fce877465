import type { Failure } from '../../core/base/errors.ts';
import type { Result } from '../../core/base/result.ts';
import type { FieldStyle, FrontMatterStyle } from '../../core/post/front-matter-style.ts';
import { offsetAt } from '../../core/time/time-zone.ts';
import { isNumber } from './write-fields.ts';

/**
 * Why a field does not say what was intended; `raw`: its text is not a single value in the format.
 */
export interface FieldProblem {
  reason: 'liquid' | 'number' | 'boolean' | 'zone' | 'raw';
  /** Liquid's message, or the name of the format. */
  detail: string;
}

interface Checks {
  compute(template: string): Result<string, Failure>;
  /** True if the text, written after a field's name, is one value in the format. */
  isOneValue(field: FieldStyle): boolean;
}

/** Returns what is wrong with a field of a style; undefined if nothing is. */
export function fieldProblem(
  field: FieldStyle,
  format: FrontMatterStyle['format'],
  { compute, isOneValue }: Checks,
): FieldProblem | undefined {
  const { type, from, text, zone } = field;
  if (from === 'computed') {
    const made = compute(text);
    if (!made.ok) return { reason: 'liquid', detail: made.error.detail ?? '' };
  }
  if (type === 'date' && zone !== '' && offsetAt(0, zone) === undefined) {
    return { reason: 'zone', detail: '' };
  }
  if ((from !== 'fixed' && from !== 'typed') || text.trim() === '' || format === 'none') {
    return undefined;
  }
  if (type === 'number' && !isNumber(format, text.trim())) return { reason: 'number', detail: '' };
  if (type === 'boolean' && !/^\s*(?:true|false)\s*$/.test(text)) {
    return { reason: 'boolean', detail: '' };
  }
  return type === 'raw' && !isOneValue(field)
    ? { reason: 'raw', detail: format.toUpperCase() }
    : undefined;
}
