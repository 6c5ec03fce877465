import * as v from 'valibot';
import { AttributionSchema } from './item.ts';
import { limits } from './limits.ts';

/** Fill column in terminal columns; 0 leaves lines as they are. */
const column = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(400));

/** The house style of one blog. */
export const ProfileSchema = v.object({
  bullet: v.picklist(['*', '-', '+']),
  columns: v.object({
    quote: column,
    /** Sentences the template makes. */
    prose: column,
    bullet: column,
    /** The note-taker's own paragraphs. */
    note: column,
  }),
  attribution: AttributionSchema,
  /** Whose names stand beside a quote's source: of comments and posts, of every page, nobody's. */
  authors: v.optional(v.picklist(['none', 'comments', 'all']), 'comments'),
  /** Link to the version of a page that was read, where its site keeps it (Wikipedia, archives). */
  permanentLinks: v.optional(v.boolean(), false),
  /** Put before a picture's file name in the post. */
  imagePath: v.pipe(v.string(), v.maxLength(limits.label)),
  /** How long before the shortcut a moment starts: one presses it after the words were said. */
  momentSecondsBack: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600)), 0),
  /** Liquid source of the post's body; '' = the shipped default. */
  template: v.pipe(v.string(), v.maxLength(limits.template)),
});

export type Profile = v.InferOutput<typeof ProfileSchema>;

export const defaultProfile: Profile = {
  bullet: '*',
  columns: { quote: 78, prose: 78, bullet: 0, note: 0 },
  attribution: 'host-path',
  authors: 'comments',
  permanentLinks: false,
  imagePath: '/images/',
  momentSecondsBack: 0,
  template: '',
};
