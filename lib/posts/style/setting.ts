import type { FieldStyle, FrontMatterStyle } from '../../core/post/front-matter-style.ts';
import type { Profile, TemplatePart } from '../../core/post/profile.ts';
import { shippedParts } from '../../render/template/shipped-parts.ts';

/** One setting of a style, as posts or the site's settings show it. */
export interface Setting {
  /**
   * `bullet`, `columns.quote`, `field.title`, `part.intro`; what follows the dot is the blog's own
   * name.
   */
  id: string;
  /** What most posts do, in the words and signs of the posts. */
  does: string;
  /** How many of how many do it; both are 0 if a file of the site says so. */
  count: number;
  all: number;
  /** The file of the site that says so. */
  file?: string;
  /** The changes to a profile. */
  change?: Partial<Omit<Profile, 'columns' | 'frontMatter' | 'parts'>>;
  columns?: Partial<Profile['columns']>;
  frontMatter?: Omit<FrontMatterStyle, 'fields'>;
  field?: FieldStyle;
  part?: TemplatePart;
  /** True for what posts often show by chance, so the user must choose it. */
  doubtful?: boolean;
}

/** Returns a profile with these settings; everything else stays. */
export function withSettings(profile: Profile, settings: readonly Setting[]): Profile {
  const result = { ...profile, columns: { ...profile.columns } };
  for (const { change, columns } of settings) {
    Object.assign(result, change);
    Object.assign(result.columns, columns);
  }
  const frontMatter = settings.find((each) => each.frontMatter)?.frontMatter;
  const fields = settings.flatMap(({ field }) => field ?? []);
  if (frontMatter) result.frontMatter = { ...frontMatter, fields };
  const parts = settings.flatMap(({ part }) => part ?? []);
  return parts.length === 0 ? result : { ...result, template: '', parts: withParts(result, parts) };
}

/** Returns the shipped parts with the learned ones in their places. */
function withParts(profile: Profile, learned: readonly TemplatePart[]): TemplatePart[] {
  const shipped = shippedParts(profile);
  const known = new Set(shipped.map(({ part }) => part));
  const own = learned.filter(({ part }) => !known.has(part));
  const of = (side: TemplatePart['side']) => [
    ...shipped
      .filter((each) => each.side === side)
      .map((each) => learned.find(({ part }) => part === each.part) ?? each),
  ];
  const ownOf = (side: TemplatePart['side']) => own.filter((each) => each.side === side);
  return [...ownOf('leading'), ...of('leading'), ...ownOf('closing'), ...of('closing')];
}
