import { Plus, RotateCcw } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import type { StyleProblems } from '../../lib/client/style-example.ts';
import { limits } from '../../lib/core/base/limits.ts';
import {
  fieldsInOrder,
  isNameTaken,
  mapsOf,
  moveField,
  moveFieldTo,
  putInMap,
  removeField,
  renameField,
  withFormat,
} from '../../lib/core/post/edit-front-matter.ts';
import type { FieldStyle, FrontMatterStyle } from '../../lib/core/post/front-matter-style.ts';
import { fieldStyle } from '../../lib/render/front-matter/usual.ts';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { FieldEditor } from './FieldEditor.tsx';
import { fieldSummary } from './field-text.ts';
import { StyleRow } from './StyleRow.tsx';
import { useRows } from './use-rows.ts';

interface FrontMatterEditorProps {
  style: FrontMatterStyle;
  /** It is the house's own, and not its layout's default. */
  isOwn: boolean;
  problems: StyleProblems['fields'];
  onStyle(style: FrontMatterStyle): void;
  onReset(): void;
}

const formats: readonly FrontMatterStyle['format'][] = ['yaml', 'toml', 'json', 'none'];

/** The front matter of a house style: its format and its fields, in their order. */
export function FrontMatterEditor(props: FrontMatterEditorProps) {
  const { style, onStyle } = props;
  const { format } = style;
  return (
    <>
      <div class="two">
        <Choice
          label={t('style_format')}
          value={format}
          options={formats.map((value) => ({
            value,
            label: value === 'none' ? t('style_format_none') : value.toUpperCase(),
          }))}
          fieldName="frontMatter.format"
          onChoice={(next) => onStyle(withFormat(style, next))}
        />
        {format !== 'none' && (
          <Choice
            label={t('style_blank_lines')}
            value={String(style.blankLines)}
            options={['0', '1', '2', '3'].map((value) => ({ value, label: value }))}
            fieldName="frontMatter.blankLines"
            onChoice={(next) => onStyle({ ...style, blankLines: Number(next) })}
          />
        )}
      </div>
      {format !== 'none' && <Fields {...props} format={format} />}
      {props.isOwn && (
        <button type="button" class="button" onClick={props.onReset}>
          <Icon of={RotateCcw} />
          {t('style_front_matter_back')}
        </button>
      )}
    </>
  );
}

interface FieldsProps extends FrontMatterEditorProps {
  format: Exclude<FrontMatterStyle['format'], 'none'>;
}

function Fields({ style, format, problems, onStyle }: FieldsProps) {
  // Problems refer to the index in the style, rows to the index in the list.
  const fields = fieldsInOrder(style.fields);
  const save = (next: FieldStyle[]) => onStyle({ ...style, fields: next });
  const rows = useRows((id, after) =>
    save(moveFieldTo(fields, Number(id), after === undefined ? undefined : Number(after))),
  );
  const ignoresCase = format !== 'toml';
  const add = () => {
    const names = new Set(
      fields.filter(({ path }) => path.length === 1).map(({ path }) => path[0]),
    );
    let name = 'field';
    for (let count = 2; names.has(name); count++) name = `field${count}`;
    save([...fields, fieldStyle({ path: [name], type: 'string', from: 'typed' })]);
    rows.show(fields.length);
  };
  return (
    <fieldset>
      <legend>{t('style_fields')}</legend>
      <ul class="style-rows" ref={rows.list}>
        {fields.map((field, at) => {
          const name = field.path.at(-1) ?? '';
          const problem = problems[style.fields.indexOf(field)];
          const moved = (by: -1 | 1) => {
            const next = moveField(fields, at, by);
            const to = next.indexOf(field);
            return to === at
              ? undefined
              : () => {
                  save(next);
                  rows.follow(at, to);
                };
          };
          return (
            // The name is being typed, so it can't be the key.
            <StyleRow
              key={at}
              id={String(at)}
              name={name}
              more={fieldSummary(field)}
              depth={field.path.length - 1}
              wrong={problem !== undefined}
              removeLabel={t('style_field_remove', name)}
              open={rows.open === at}
              onToggle={() => rows.toggle(at)}
              onUp={moved(-1)}
              onDown={moved(1)}
              onRemove={() => {
                save(removeField(fields, at));
                rows.forget(at);
              }}
            >
              <FieldEditor
                field={field}
                format={format}
                fieldName={`field.${at}.`}
                problem={problem}
                maps={mapsOf(fields, at)}
                isTaken={(text, map) => isNameTaken(fields, at, text, ignoresCase, map)}
                onName={(text) => save(renameField(fields, at, text))}
                onMap={(map) => {
                  const next = putInMap(fields, at, map);
                  const path = [...map, name].join('\0');
                  save(next);
                  rows.follow(
                    at,
                    next.findIndex((each) => each.path.join('\0') === path),
                  );
                }}
                onField={(next) => save(fields.with(at, next))}
              />
            </StyleRow>
          );
        })}
      </ul>
      <button
        type="button"
        class="button quiet"
        disabled={fields.length >= limits.frontMatterFields}
        onClick={add}
      >
        <Icon of={Plus} />
        {t('style_field_add')}
      </button>
    </fieldset>
  );
}
