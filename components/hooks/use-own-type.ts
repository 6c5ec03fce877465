import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { Notice } from '../../lib/client/notice.ts';
import {
  harmlessSheet,
  keepOwnType,
  loadOwnType,
  mostBytes,
  type OwnType,
  type OwnTypeProblem,
  readOwnType,
} from '../../lib/client/own-type.ts';

function sentenceOn(problem: OwnTypeProblem, fileName: string): string {
  switch (problem) {
    case 'too-large':
      return t('own_type_too_large', fileName, mostBytes / 1_000);
    case 'no-text':
      return t('own_type_no_text', fileName);
    case 'no-rules':
      return t('own_type_no_rules', fileName);
  }
}

/** The blog's own type: the preview uses it if the note-taker has chosen a style sheet. */
export function useOwnType(showNotice: (notice: Notice) => void) {
  const [type, setType] = useState<OwnType | undefined>(loadOwnType);
  useEffect(() => {
    if (!type) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(harmlessSheet(type.css).css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [type]);
  return {
    /** Name of its file; undefined if there is none. */
    name: type?.name,
    async choose(file: File) {
      const read = await readOwnType(file);
      if (!read.ok) return showNotice({ text: sentenceOn(read.error, file.name), bad: true });
      const { left } = harmlessSheet(read.value.css);
      setType(read.value);
      const isKept = keepOwnType(read.value);
      const said = [
        t('own_type_set', read.value.name),
        left > 0 ? t('own_type_left', left) : '',
        isKept ? '' : t('own_type_not_kept'),
      ];
      showNotice({ text: said.filter(Boolean).join(' ') });
    },
    remove() {
      keepOwnType(undefined);
      setType(undefined);
    },
  };
}
