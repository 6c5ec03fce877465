import type { FieldStyle, FrontMatterStyle } from '../../core/post/front-matter-style.ts';
import type { Profile, TemplatePart } from '../../core/post/profile.ts';
import { shippedParts } from '../../render/template/shipped-parts.ts';

/** One thing that a style says, as posts or the site's settings show it. */
export interface Setting {
  /** `bullet`, `columns.quote`, `field.title`, `part.intro`; what comes after the dot is the house's own. */
  id: string;
  /** What most posts do, in the words and signs of the posts. */
  does: string;
  /** How many of how many do it; both 0 where a file of the site says so. */
  count: number;
  all: number;
  /** The file of the site that says so. */
  file?: string;
  /** What it changes in a profile. */
  change?: Partial<Omit<Profile, 'columns' | 'frontMatter' | 'parts'>>;
  columns?: Partial<Profile['columns']>;
  frontMatter?: Omit<FrontMatterStyle, 'fields'>;
  field?: FieldStyle;
  part?: TemplatePart;
  /** True of what posts show by chance mostly: its user has to want it. */
  doubtful?: boolean;
}

/** A profile with these settings; what they say nothing of stays. */
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

/** The shipped parts with those that were learned in their places. */
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
