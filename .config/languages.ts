import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../public/_locales');
const tags = readdirSync(folder).map((name) => name.replace('_', '-'));

/** For Vite: the languages that have a file of texts. */
export const languagesDefined = { __LANGUAGES__: JSON.stringify(tags.sort()) };
