import type { Check } from '../check.ts';

/** Returns the words of a name by which somebody may be thanked. */
const partsOf = (name: string) =>
  (name.toLowerCase().match(/[\p{L}\p{M}'’-]{2,}/gu) ?? []).filter(
    (part) => !/^(?:dr|prof|van|von|der|de|di|da|del|la|le)$/.test(part),
  );

/** Finds a speaker of the evening whom nobody thanks. */
export const speakerThanks: Check = {
  id: 'speaker-thanks',
  *find({ blocks, text }, { speakers = [] }) {
    const thanks = blocks.filter(({ zone }) => zone === 'thanks');
    const thanked = new Set(
      thanks.flatMap(({ prose }) => prose.toLowerCase().match(/[\p{L}\p{M}'’-]{2,}/gu) ?? []),
    );
    const all = thanks.some(({ prose }) =>
      /\b(?:all|both|everybody|everyone|the)\s+(?:\p{L}+\s+)?(?:speakers|presenters)\b|\b(?:beiden|allen)\s+Vortragenden\b/iu.test(
        prose,
      ),
    );
    const start = thanks[0]?.block.start ?? text.length;
    const end = thanks.at(-1)?.block.end ?? text.length;
    for (const { name } of speakers) {
      const parts = partsOf(name);
      if (all || parts.length === 0 || parts.some((part) => thanked.has(part))) continue;
      yield { start, end, message: { key: 'check_speaker_thanks', values: [name] } };
    }
  },
};
