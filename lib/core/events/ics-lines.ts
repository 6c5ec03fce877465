/** A property of an iCalendar text. */
export interface IcsProperty {
  /** Upper case. */
  name: string;
  /** Names in upper case; if there are several values, the first. */
  parameters: ReadonlyMap<string, string>;
  /** Unchanged, escapes included. */
  value: string;
}

/** A component and its direct contents. */
export interface IcsComponent {
  name: string;
  properties: IcsProperty[];
  components: IcsComponent[];
}

const linePattern = /^([A-Za-z\d-]+)((?:;[A-Za-z\d-]+=(?:"[^"]*"|[^";:])*)*):(.*)$/s;
const parameterPattern = /;([A-Za-z\d-]+)=("[^"]*"|[^";:,]*)/g;
const maxDepth = 8;
const maxLines = 200_000;

/** RFC 6868: `^'` is a quote, `^n` a line break, `^^` a circumflex. */
function decodeParameter(value: string): string {
  const bare = value.startsWith('"') ? value.slice(1, -1) : value;
  return bare.replace(/\^([n'^])/g, (_, code: string) =>
    code === 'n' ? '\n' : code === "'" ? '"' : '^',
  );
}

function parseLine(line: string): IcsProperty | undefined {
  const match = linePattern.exec(line);
  if (!match) return undefined;
  const [, name = '', parameterText = '', value = ''] = match;
  const parameters = new Map<string, string>();
  for (const [, key = '', text = ''] of parameterText.matchAll(parameterPattern)) {
    const upper = key.toUpperCase();
    if (!parameters.has(upper)) parameters.set(upper, decodeParameter(text));
  }
  return { name: name.toUpperCase(), parameters, value };
}

/** Removes the escapes from a TEXT value (RFC 5545, 3.3.11). */
export function unescapeText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) =>
    sign === 'n' || sign === 'N' ? '\n' : sign,
  );
}

/**
 * Returns the components of an iCalendar text (RFC 5545, 3.1, 3.4 and 3.6), with lines unfolded. It
 * is lenient, as real calendars require: it accepts any line ends, skips broken lines, and closes
 * open components at the end.
 */
export function parseIcsComponents(text: string): IcsComponent[] {
  const root: IcsComponent = { name: '', properties: [], components: [] };
  const open = [root];
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/(?:\r\n|\n|\r)[ \t]/g, '')
    .split(/\r\n|\n|\r/, maxLines);
  for (const line of lines) {
    const property = parseLine(line);
    const current = open.at(-1);
    if (!property || !current) continue;
    const name = property.value.trim().toUpperCase();
    if (property.name === 'BEGIN') {
      if (open.length > maxDepth) continue;
      const component: IcsComponent = { name, properties: [], components: [] };
      current.components.push(component);
      open.push(component);
    } else if (property.name === 'END') {
      const at = open.findLastIndex((component) => component.name === name);
      if (at > 0) open.length = at;
    } else {
      current.properties.push(property);
    }
  }
  return root.components;
}
