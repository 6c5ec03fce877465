import { codeLanguage } from './code-language.ts';
import { isPrompt } from './code-parts.ts';
import { codeText, codeTitle, isGutter } from './code-text.ts';

export interface Code {
  /** '' if none is named. */
  language: string;
  /** Without a line end at its end; null if the title alone was selected. */
  text: string | null;
  /** The name of a file, or '' for none. */
  title: string;
}

/** A block of code, however the page lays it out; null if it holds line numbers alone. */
export function readCode(block: Element): Code | null {
  const text = codeText(block);
  if (isGutter(block, text)) {
    const title = codeTitle(block, '');
    return title === '' || isPrompt(title) ? null : { language: '', text: null, title };
  }
  const language = codeLanguage(block);
  return { language, text, title: codeTitle(block, language) };
}
