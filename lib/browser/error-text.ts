import type { ErrorCode } from '../core/base/errors.ts';
import { type MessageKey, t } from './i18n.ts';

/** The user's sentence for an error: what happened, what was kept, what to do. */
export function errorText(code: ErrorCode): string {
  return t(`error_${code.replaceAll('-', '_')}` as MessageKey);
}
