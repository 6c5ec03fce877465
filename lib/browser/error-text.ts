import type { ErrorCode } from '../core/base/errors.ts';
import { keyPart, t } from './i18n.ts';

/** Returns the user's message for an error: what happened, what was kept, what to do. */
export function errorText(code: ErrorCode): string {
  return t(`error_${keyPart(code)}`);
}
