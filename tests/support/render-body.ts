import type { Failure } from '../../lib/core/base/errors.ts';
import { ok, type Result } from '../../lib/core/base/result.ts';
import { composeBody } from '../../lib/render/body.ts';

/** Returns only the text of `composeBody`. */
export function renderBody(...of: Parameters<typeof composeBody>): Result<string, Failure> {
  const body = composeBody(...of);
  return body.ok ? ok(body.value.text) : body;
}
