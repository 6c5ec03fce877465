import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import { useHeldText } from '../ui/held-text.ts';

interface TitleFieldProps {
  title: string;
  onText(title: string): void;
}

/** The post's title as the page's heading, edited in place. */
export function TitleField({ title, onText }: TitleFieldProps) {
  const held = useHeldText(title, onText);
  return (
    <h1 class="desk-title">
      <input
        type="text"
        aria-label={t('popup_title')}
        placeholder={t('popup_untitled')}
        maxLength={limits.title}
        autocomplete="off"
        dir="auto"
        data-field="title"
        value={held.text}
        onFocus={held.onFocus}
        onBlur={held.onBlur}
        onInput={held.onInput}
        onKeyDown={(event) => {
          if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
    </h1>
  );
}
