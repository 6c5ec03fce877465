import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of a message in `_locales` that are read. */
interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

const file = join(import.meta.dirname, '../public/_locales/en/messages.json');

/**
 * Generates the types of `#messages`: each message with the values that it takes. A message with
 * plural forms, `NAME_one` and `NAME_other`, is called NAME there, and takes the number first.
 */
export function messageTypes(): string {
  const texts = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Message>);
  const counts = new Map(texts.map(([key, text]) => [key, valueCount(text)]));
  const plain: string[] = [];
  const plural: string[] = [];
  for (const [key, count] of counts) {
    const base = /^(.+)_(?:zero|one|two|few|many|other)$/.exec(key)?.[1];
    if (base === undefined || !counts.has(`${base}_other`)) plain.push(line(key, values(count)));
    else if (key.endsWith('_other')) plural.push(line(base, ['number', ...values(count - 1)]));
  }
  return [
    '// Made from public/_locales/en/messages.json by `wxt prepare`',
    "declare module '#messages' {",
    '  type Value = string | number;',
    `  export interface Messages {\n${plain.join('\n')}\n  }`,
    `  export interface PluralMessages {\n${plural.join('\n')}\n  }`,
    '}\n',
  ].join('\n');
}

const values = (count: number) => Array.from({ length: Math.max(count, 0) }, () => 'Value');
const line = (key: string, types: readonly string[]) => `    ${key}: [${types.join(', ')}];`;

/** Returns the highest number after a dollar sign. */
function valueCount({ message, placeholders = {} }: Message): number {
  const contents = Object.values(placeholders).map(({ content }) => content);
  const numbers = [message, ...contents].flatMap((text) => text.match(/\$\d/g) ?? []);
  return Math.max(0, ...numbers.map((number) => Number(number.slice(1))));
}
