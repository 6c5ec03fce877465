import { databaseName } from '../store/database.ts';
import { copyRaw } from '../store/raw-database.ts';
import { downloadFile } from './take-away.ts';

/** Downloads every stored row unchanged. */
export async function copyRawDatabase(): Promise<void> {
  const copy = await copyRaw(databaseName);
  const text = JSON.stringify(copy, null, 1);
  downloadFile('wrapup-copy.json', new Blob([text], { type: 'application/json' }));
}
