import * as v from 'valibot';
import { InstantSchema } from './record.ts';

/** The newest backup that was made on this machine. */
export const LastBackupSchema = v.object({
  at: InstantSchema,
  /** Length of the file in bytes. */
  bytes: v.number(),
});

export type LastBackup = v.InferOutput<typeof LastBackupSchema>;
