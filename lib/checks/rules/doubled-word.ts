import type { Check } from '../check.ts';

/** What is said twice by right, in English and German. */
const sound = new Set(
  (
    'that had her so very many much no yes yeah ha haha la na blah bye knock go cha tut tsk aye again really long far ' +
    'log never die der das den dem sie ihr ihnen was sehr ja nein nach bla'
  ).split(' '),
);

/** A word that stands there twice, by mistake: "from from". */
export const doubledWord: Check = {
  id: 'doubled-word',
  *find({ blocks }) {
    for (const { block, prose, zone } of blocks) {
      // What a source says is not ours to mend.
      if (zone === 'quote' || !(block.isProse || block.kind === 'footnote')) continue;
      let last: { word: string; end: number } | undefined;
      for (const { 0: word, index } of prose.matchAll(/[\p{L}\p{M}\p{N}_'’-]+/gu)) {
        const end = index + word.length;
        const isTwice =
          last?.word.toLowerCase() === word &&
          /^\p{Ll}+$/u.test(word) &&
          !sound.has(word) &&
          /^\s+$/.test(prose.slice(last.end, index));
        if (last && isTwice) {
          const [start, until] = [block.words.start + last.end, block.words.start + end];
          yield {
            start: block.words.start + index,
            end: until,
            message: { key: 'check_doubled_word', values: [word] },
            fix: [{ start, end: until, text: '' }],
          };
        }
        last = { word, end };
      }
    }
  },
};
