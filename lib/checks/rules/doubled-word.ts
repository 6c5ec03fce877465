import type { Check } from '../check.ts';

/** Words that may rightly be doubled, in English, German, French and Dutch. */
const sound = new Set(
  (
    'that had her so very many much no yes yeah ha haha la na blah bye knock go cha tut tsk aye again really long far ' +
    'super plus minus log never die der das den dem sie ihr ihnen was sehr ja nein nach bla ganz viel nous vous dat zijn'
  ).split(' '),
);

/** Finds a word that was written twice by mistake: "from from". */
export const doubledWord: Check = {
  id: 'doubled-word',
  *find({ blocks }) {
    for (const { block, prose, zone, links } of blocks) {
      // The words of a source are not ours to correct.
      if (zone === 'quote' || !(block.isProse || block.kind === 'footnote')) continue;
      // Neither is a page's title.
      const titles = links.filter(({ kind }) => kind === 'link' || kind === 'image');
      let nextTitle = 0;
      const words = [...prose.matchAll(/[\p{L}\p{M}\p{N}_'’-]+/gu)];
      let last: { word: string; end: number } | undefined;
      for (const [at, { 0: word, index }] of words.entries()) {
        const end = index + word.length;
        const place = block.words.start + index;
        while ((titles[nextTitle]?.end ?? Number.POSITIVE_INFINITY) <= place) nextTitle++;
        const isTwice =
          last?.word.toLowerCase() === word &&
          // Three times is intended, and a capital within a sentence makes it a name.
          words[at - 2]?.[0].toLowerCase() !== word &&
          words[at + 1]?.[0] !== word &&
          (last.word === word ||
            /(?:^|[.!?:]\s+)$/.test(
              prose.slice(Math.max(0, last.end - word.length - 3), last.end - word.length),
            )) &&
          !((titles[nextTitle]?.start ?? Number.POSITIVE_INFINITY) < place) &&
          /^\p{Ll}+$/u.test(word) &&
          !sound.has(word) &&
          // After a sign without a blank it is part of something else: `threads:on on`.
          !/[\p{L}\p{N}][:.=/@#&+]$/u.test(prose.slice(0, last.end - word.length).slice(-2)) &&
          /^\s+$/.test(prose.slice(last.end, index));
        if (last && isTwice) {
          const [start, until] = [block.words.start + last.end, block.words.start + end];
          yield {
            start: place,
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
