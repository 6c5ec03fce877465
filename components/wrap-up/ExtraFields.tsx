import { Plus, Trash2 } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { WrapUpDetails } from '../../lib/core/post/wrap-up.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextField } from '../ui/TextField.tsx';

type Fields = WrapUpDetails['extraFields'];

interface ExtraFieldsProps {
  fields: Fields;
  onFields(fields: Fields): void;
  /** A name that was begun earlier. */
  typed: string | undefined;
  /** Called with a name that is begun; '' once it is added or abandoned. */
  onTyped(text: string): void;
}

/** Fields that the group's site needs in the front matter, besides the usual ones. */
export function ExtraFields({ fields, onFields, typed, onTyped }: ExtraFieldsProps) {
  const root = useRef<HTMLFieldSetElement>(null);
  // A field without a name can't be stored, so it is kept here until it has one.
  const [unnamed, setUnnamed] = useState<string | null>(typed ?? null);
  const taken = (key: string) => fields.some((field) => field.key === key);
  const focusSoon = (selector: string) =>
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(selector)?.focus());
  const add = (key: string) => {
    setUnnamed(null);
    onTyped('');
    if (!key || taken(key)) return;
    onFields([...fields, { key, value: '' }]);
    focusSoon(`[data-field="extra.${fields.length}.value"]`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement;
    if (event.isComposing || (event.key !== 'Escape' && !(event.key === 'Enter' && isField)))
      return;
    event.preventDefault();
    if (event.key === 'Enter') return add(unnamed?.trim() ?? '');
    // Otherwise the browser closes the popup.
    event.stopPropagation();
    add('');
    return focusSoon('.button.quiet');
  };
  return (
    <fieldset ref={root}>
      <legend>{t('popup_extra_fields')}</legend>
      {fields.map((field, at) => (
        // The name is being typed, so it can't be the key.
        <div key={at} class="extra-field">
          <TextField
            label={t('popup_extra_key')}
            value={field.key}
            code
            fieldName={`extra.${at}.key`}
            maxLength={limits.label}
            keepAfterBlur={(text) => text.trim() === ''}
            onText={(text) => {
              const key = text.trim();
              if (key && !taken(key)) onFields(fields.toSpliced(at, 1, { ...field, key }));
            }}
          />
          <TextField
            label={t('popup_extra_value')}
            value={field.value}
            fieldName={`extra.${at}.value`}
            maxLength={limits.note}
            onText={(value) => onFields(fields.toSpliced(at, 1, { ...field, value }))}
          />
          <IconButton
            small
            icon={Trash2}
            label={t('popup_extra_remove', field.key)}
            onClick={() => onFields(fields.toSpliced(at, 1))}
          />
        </div>
      ))}
      {unnamed === null ? (
        <button
          type="button"
          class="button quiet"
          disabled={fields.length >= limits.frontMatterFields}
          onClick={() => {
            setUnnamed('');
            focusSoon('[data-field="extra.new"]');
          }}
        >
          <Icon of={Plus} />
          {t('popup_extra_add')}
        </button>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: handles Enter and Escape of its field
        <div class="new-field" onKeyDown={onKeyDown}>
          <TextField
            label={t('popup_extra_key')}
            value={unnamed}
            code
            fieldName="extra.new"
            placeholder={t('popup_extra_example')}
            maxLength={limits.label}
            onText={(text) => {
              setUnnamed(text);
              onTyped(text);
            }}
          />
          <button type="button" class="button" onClick={() => add(unnamed.trim())}>
            {t('popup_extra_name_done')}
          </button>
        </div>
      )}
    </fieldset>
  );
}
