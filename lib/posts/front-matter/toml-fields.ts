import { fail, ok, type Result } from '../../core/base/result.ts';
import { type BrokenFields, type Field, isDate, lineAt, type Range } from './field.ts';

interface Value extends Range {
  value: Field['value'];
  items?: Range[];
}

/** Thrown only inside this file, with the offset up to which the TOML is understood. */
class TomlError extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super(`no TOML at ${offset}`);
    this.offset = offset;
  }
}

/**
 * Returns the fields of a front matter in TOML (1.0), with their positions. It checks only what it
 * needs to find values; other errors that the generator refuses (an invalid date, a table that is
 * defined twice) pass.
 */
export function readToml(text: string): Result<Field[], BrokenFields> {
  try {
    return ok(new Reader(text).fields());
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return fail({ reason: 'syntax', line: lineAt(text, error.offset) });
  }
}

const escapes: Readonly<Record<string, string>> = {
  ...{ b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\' },
};

class Reader {
  private at = 0;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  fields(): Field[] {
    const fields: Field[] = [];
    const known = new Set<string>();
    const tables = new Map<string, number>();
    let table: string[] = [];
    for (this.skip(/(?:\s|#[^\r\n]*)*/y); this.at < this.text.length; ) {
      const key = this.at;
      const brackets = this.take(/\[\[?/y);
      if (brackets !== undefined) {
        table = this.path();
        this.need(brackets === '[[' ? /[ \t]*\]\]/y : /[ \t]*\]/y);
        if (brackets === '[[') {
          const name = table.join('\0');
          tables.set(name, (tables.get(name) ?? -1) + 1);
          table = [...table, String(tables.get(name))];
        }
      } else {
        const path = [...table, ...this.path()];
        this.need(/[ \t]*=[ \t]*/y);
        const value = this.value(0);
        if (known.has(path.join('\0'))) throw new TomlError(key);
        known.add(path.join('\0'));
        fields.push({ path, key, ...value });
      }
      this.need(/[ \t]*(?:#[^\r\n]*)?(?:\r?\n|$)/y);
      this.skip(/(?:\s|#[^\r\n]*)*/y);
    }
    return fields;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private skip(pattern: RegExp): void {
    this.take(pattern);
  }

  private need(pattern: RegExp): string {
    const found = this.take(pattern);
    if (found === undefined) throw new TomlError(this.at);
    return found;
  }

  private path(): string[] {
    const path: string[] = [];
    do {
      this.skip(/[ \t]*/y);
      const bare = this.take(/[\w-]+/y);
      const key = bare ?? this.string();
      if (key === undefined) throw new TomlError(this.at);
      path.push(key);
    } while (this.take(/[ \t]*\./y) !== undefined);
    return path;
  }

  /** `depth` limits nesting: arrays in arrays in arrays. */
  private value(depth: number): Value {
    const start = this.at;
    if (depth > 100) throw new TomlError(start);
    const string = this.string();
    if (string !== undefined) return { value: string, start, end: this.at };
    if (this.take(/\[/y) !== undefined) return this.array(start, depth);
    if (this.take(/\{/y) !== undefined) return this.inlineTable(start, depth);
    const date = this.take(
      /\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d[\d:.]*(?:[Zz]|[+-]\d\d:\d\d)?)?|\d\d:\d\d[\d:.]*/y,
    );
    if (date !== undefined) return { value: isDate(date) ? date : undefined, start, end: this.at };
    const word = this.need(/[\w+.-]+/y);
    if (word === 'true' || word === 'false') return { value: word === 'true', start, end: this.at };
    if (
      !/^[+-]?(?:\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?|0[xob][\da-fA-F_]+|inf|nan)$/.test(word)
    ) {
      throw new TomlError(start);
    }
    const number = Number(word.replaceAll('_', ''));
    return { value: Number.isFinite(number) ? number : undefined, start, end: this.at };
  }

  private array(start: number, depth: number): Value {
    const items: Value[] = [];
    const blank = /(?:\s|#[^\r\n]*)*/y;
    for (this.skip(blank); this.take(/\]/y) === undefined; this.skip(blank)) {
      items.push(this.value(depth + 1));
      this.skip(blank);
      if (this.take(/,/y) === undefined) {
        this.need(/\]/y);
        break;
      }
    }
    const values = items.map(({ value }) => value);
    return values.every((value) => typeof value === 'string')
      ? { value: values, items, start, end: this.at }
      : { value: undefined, start, end: this.at };
  }

  private inlineTable(start: number, depth: number): Value {
    this.skip(/[ \t]*/y);
    while (this.take(/\}/y) === undefined) {
      this.path();
      this.need(/[ \t]*=[ \t]*/y);
      this.value(depth + 1);
      if (this.take(/[ \t]*,[ \t]*/y) === undefined) {
        this.need(/[ \t]*\}/y);
        break;
      }
    }
    return { value: undefined, start, end: this.at };
  }

  private string(): string | undefined {
    const long = this.take(/"""(?:\\[\s\S]|(?!""")[^\\])*"{3,5}|'''(?:(?!''')[\s\S])*'{3,5}/y);
    if (long !== undefined) {
      const inner = long.slice(3, -3).replace(/^\r?\n/, '');
      return long.startsWith("'") ? inner : unescaped(inner.replace(/\\[ \t]*\r?\n\s*/g, ''));
    }
    const basic = this.take(/"(?:\\[^\r\n]|[^"\\\r\n])*"/y);
    if (basic !== undefined) return unescaped(basic.slice(1, -1));
    return this.take(/'[^'\r\n]*'/y)?.slice(1, -1);
  }
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g,
    (whole, short?: string, long?: string, sign?: string) => {
      if (sign !== undefined) return escapes[sign] ?? whole;
      const code = Number.parseInt(short ?? long ?? '', 16);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
}
