import { ClipboardCopy, Eraser } from 'lucide';
import { useState } from 'preact/hooks';
import type { DiagnosticsView } from '../../components/hooks/use-diagnostics.ts';
import { Icon } from '../../components/ui/Icon.tsx';
import { t } from '../../lib/client/i18n.ts';
import { copyText } from '../../lib/client/take-away.ts';

const mostLines = 20;

/** What to put into a bug report: shown in full, and copied as it is shown. */
export function DiagnosticsSection({ text, hasProblems, forget }: DiagnosticsView) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    const copied = await copyText(text);
    setSaid(t(copied ? 'options_diagnostics_copied' : 'error_clipboard_refused'));
  };
  return (
    <section>
      <h2 id="diagnostics">{t('options_diagnostics')}</h2>
      <p>{t('options_diagnostics_explained')}</p>
      <textarea
        class="diagnostics"
        aria-labelledby="diagnostics"
        readOnly
        spellcheck={false}
        rows={Math.min(mostLines, text.split('\n').length)}
        value={text}
      />
      <div class="actions">
        <button type="button" class="button" onClick={() => void copy()}>
          <Icon of={ClipboardCopy} />
          {t('options_diagnostics_copy')}
        </button>
        {hasProblems && (
          <button type="button" class="button quiet" onClick={forget}>
            <Icon of={Eraser} />
            {t('options_diagnostics_forget')}
          </button>
        )}
      </div>
      <p class="quiet" role="status">
        {said}
      </p>
    </section>
  );
}
