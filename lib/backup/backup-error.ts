import type { ErrorCode } from '../core/base/errors.ts';

/** A reason to refuse a whole backup; nothing was changed. `message` is for logs. */
export class BackupError extends Error {
  override name = 'BackupError';
  readonly code: Extract<
    ErrorCode,
    'backup-foreign' | 'backup-newer' | 'backup-damaged' | 'backup-invalid' | 'backup-too-large'
  >;

  constructor(code: BackupError['code'], detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
  }
}
