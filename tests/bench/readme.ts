/**
 * Returns a README with a section instead of its old one.
 * @param section begins with its heading, `## A gesture`
 * @param next heading of the section before which it goes if there is no old one; else it comes
 * last
 */
export function withSection(readme: string, section: string, next = ''): string {
  const parts = readme.split(/\n(?=## )/);
  const [heading] = section.split('\n', 1);
  const placeOf = (title: string | undefined) =>
    parts.findIndex((part) => part.split('\n', 1)[0] === title);
  const old = placeOf(heading);
  const before = placeOf(next);
  if (old >= 0) parts[old] = section;
  else parts.splice(before < 0 ? parts.length : before, 0, section);
  const texts = parts.map((part) => part.trim()).filter((part) => part !== '');
  return `${texts.join('\n\n')}\n`;
}
