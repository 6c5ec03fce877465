import { useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { StyleExample } from '../../lib/client/style-example.ts';

interface StyleExamplePanelProps {
  example: StyleExample;
  /** There is room for it beside the settings, where it is always open. */
  beside: boolean;
}

/** A small post written in the house style, visible while the style is edited. */
export function StyleExamplePanel({ example, beside }: StyleExamplePanelProps) {
  const [open, setOpen] = useState(false);
  const { file, frontMatter, body } = example;
  const gap = frontMatter === '' || body === '' ? '' : '\n';
  const text = frontMatter + gap + body;
  const shown = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys scroll what has the focus
    <section class="style-example-text" aria-label={t('style_example')} tabIndex={0}>
      <p class="quiet">
        <code dir="ltr">{file}</code>
      </p>
      <pre dir="auto">{text}</pre>
    </section>
  );
  if (beside) {
    return (
      <aside class="style-example">
        <h2>{t('style_example')}</h2>
        {shown}
      </aside>
    );
  }
  return (
    <details
      class="style-example"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('style_example')}</summary>
      {open && shown}
    </details>
  );
}
