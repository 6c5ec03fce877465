import { FileSearch } from 'lucide';
import { errorText } from '../../lib/client/error-text.ts';
import { listed, t } from '../../lib/client/i18n.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import type { ItemEdits } from '../../lib/core/post/edits.ts';
import { Icon } from '../ui/Icon.tsx';

interface ReadPdfProps {
  state:
    | { state: 'idle' | 'reading' }
    | { state: 'failed'; failure: Failure }
    | { state: 'done'; changes: ItemEdits; hasText: boolean; pageMissing: boolean };
  /** True if the page is searched for, too. */
  ofQuote: boolean;
  /** Host of the PDF; '' for a local file. */
  host: string;
  /** The browser allows asking for access to the host. */
  canAsk: boolean;
  /** A file dialog would close the popup. */
  inPopup: boolean;
  onRead(): void;
  onAllow(): void;
  onFile(file: File): void;
  onOpenTab(): void;
}

/** Reads a clip's PDF for missing facts, on request; says what was found, or why nothing was. */
export function ReadPdf(props: ReadPdfProps) {
  const { state, host, canAsk } = props;
  const reading = state.state === 'reading';
  const outOfReach = state.state === 'failed' && state.failure.code === 'pdf-out-of-reach';
  return (
    <fieldset
      class="read-pdf"
      aria-label={t('popup_pdf_read')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const file = event.dataTransfer?.files[0];
        if (!file) return;
        event.preventDefault();
        props.onFile(file);
      }}
    >
      <div class="row wrap">
        {host !== '' && !(outOfReach && canAsk) && (
          <button type="button" class="button" disabled={reading} onClick={props.onRead}>
            <Icon of={FileSearch} />
            {t('popup_pdf_read')}
          </button>
        )}
        {outOfReach && canAsk && (
          <button type="button" class="button" onClick={props.onAllow}>
            <Icon of={FileSearch} />
            {t('popup_pdf_allow', host)}
          </button>
        )}
        {(outOfReach || host === '') && <FileButton {...props} disabled={reading} />}
      </div>
      <p class={state.state === 'failed' ? 'warn' : 'field-hint'} role="status">
        {saidOf(props)}
      </p>
      {outOfReach && (
        <p class="field-hint">
          {canAsk ? t('popup_pdf_allow_hint', host) : t('popup_pdf_open_hint')}
        </p>
      )}
    </fieldset>
  );
}

function FileButton({
  inPopup,
  disabled,
  onFile,
  onOpenTab,
}: Pick<ReadPdfProps, 'inPopup' | 'onFile' | 'onOpenTab'> & { disabled: boolean }) {
  if (inPopup) {
    return (
      <button type="button" class="button" onClick={onOpenTab}>
        {t('popup_pdf_choose_in_tab')}
      </button>
    );
  }
  return (
    <label class="button file-button">
      {t('popup_pdf_choose')}
      <input
        type="file"
        accept="application/pdf,.pdf"
        class="visually-hidden"
        disabled={disabled}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          // This allows choosing the same file again.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}

function saidOf({ state, host, ofQuote }: ReadPdfProps): string {
  switch (state.state) {
    case 'idle':
      if (host === '') return t('popup_pdf_local_hint');
      return t(ofQuote ? 'popup_pdf_read_hint' : 'popup_pdf_read_hint_link');
    case 'reading':
      return t('popup_pdf_reading');
    case 'failed':
      return errorText(state.failure);
    case 'done': {
      const found = listed(foundIn(state.changes));
      const missing = state.hasText ? t('popup_pdf_no_page') : t('popup_pdf_no_text');
      const said = found ? t('popup_pdf_found', found) : t('popup_pdf_found_nothing');
      return state.pageMissing ? `${said} ${missing}` : said;
    }
  }
}

function foundIn({ title, sourceTitle, sourceAuthor, sourcePublished, page }: ItemEdits): string[] {
  return [
    (title ?? sourceTitle) ? t('popup_pdf_found_title') : '',
    sourceAuthor ? t('popup_pdf_found_authors') : '',
    sourcePublished ? t('popup_pdf_found_date') : '',
    page ? t('popup_page_at', page) : '',
  ].filter(Boolean);
}
