import type { Failure } from '../../lib/core/errors.ts';
import { type MessageKey, t } from './i18n.ts';

/** The user's sentence on a failure: what happened, what was kept, what to do. */
export function errorText({ code }: Pick<Failure, 'code'>): string {
  return t(`error_${code.replaceAll('-', '_')}` as MessageKey);
}
