import { codeLanguage } from './code-language.ts';
import { isPrompt } from './code-parts.ts';
import { codeText, codeTitle, isGutter } from './code-text.ts';

export interface Code {
  /** '' if none is named. */
  language: string;
  /** Without a line end at its end; null if only the title was selected. */
  text: string | null;
  /** The name of a file, or '' for none. */
  title: string;
}

/** Reads a block of code, whatever its layout; null if it contains only line numbers. */
export function readCode(block: Element): Code | null {
  const text = codeText(block);
  if (isGutter(block, text)) {
    const title = codeTitle(block, '');
    return title === '' || isPrompt(title) ? null : { language: '', text: null, title };
  }
  const language = codeLanguage(block);
  return { language, text, title: codeTitle(block, language) };
}
