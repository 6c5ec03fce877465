import { useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import { sourcesOf, withType } from '../../lib/core/post/edit-front-matter.ts';
import type { FieldStyle, FrontMatterStyle } from '../../lib/core/post/front-matter-style.ts';
import { formatDate, parseDate } from '../../lib/core/time/date.ts';
import type { FieldProblem } from '../../lib/render/front-matter/field-problems.ts';
import { CheckBox } from '../ui/CheckBox.tsx';
import { Choice } from '../ui/Choice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { fieldProblemText, sourceNames, typeNames } from './field-text.ts';
import { type ListFormName, listForm, listFormName, listForms } from './list-forms.ts';
import { StyleName } from './StyleName.tsx';

interface FieldEditorProps {
  field: FieldStyle;
  format: Exclude<FrontMatterStyle['format'], 'none'>;
  /** The prefix of its controls' names: `field.3.`. */
  fieldName: string;
  problem: FieldProblem | undefined;
  maps: readonly (readonly string[])[];
  isTaken(name: string, map?: readonly string[]): boolean;
  onName(name: string): void;
  onMap(map: readonly string[]): void;
  onField(field: FieldStyle): void;
}

/** The settings of one field of the front matter. */
export function FieldEditor(props: FieldEditorProps) {
  const { field, fieldName, problem, onField } = props;
  const { type, from } = field;
  const edit = (changes: Partial<FieldStyle>) => onField({ ...field, ...changes });
  return (
    <>
      <div class="two">
        <StyleName
          label={t('styles_name')}
          value={field.path.at(-1) ?? ''}
          maxLength={limits.label}
          fieldName={`${fieldName}name`}
          isTaken={(name) => props.isTaken(name)}
          onName={props.onName}
        />
        {props.maps.length > 0 && <MapChoice {...props} />}
        <Choice
          label={t('style_field_type')}
          value={type}
          options={(Object.keys(typeNames) as FieldStyle['type'][]).map((value) => ({
            value,
            label: typeNames[value](),
          }))}
          fieldName={`${fieldName}type`}
          onChoice={(next) => onField(withType(field, next))}
        />
        {type !== 'map' && (
          <Choice
            label={t('style_field_from')}
            value={from}
            options={sourcesOf[type].map((value) => ({ value, label: sourceNames[value]() }))}
            fieldName={`${fieldName}from`}
            onChoice={(next) => edit({ from: next })}
          />
        )}
      </div>
      {type !== 'map' && (from === 'fixed' || from === 'typed' || from === 'computed') && (
        <ValueField {...props} edit={edit} />
      )}
      <div class="two">
        {type === 'date' && (
          <DateForm
            {...props}
            edit={edit}
            problem={problem?.reason === 'zone' ? problem : undefined}
          />
        )}
        {type === 'list' && <ListChoice {...props} />}
        {['string', 'date', 'list'].includes(type) && <QuotesChoice {...props} edit={edit} />}
      </div>
      {type !== 'map' && (
        <CheckBox
          label={t('style_field_omit')}
          checked={field.omitEmpty}
          onChange={(omitEmpty) => edit({ omitEmpty })}
        />
      )}
    </>
  );
}

interface PartProps extends FieldEditorProps {
  edit(changes: Partial<FieldStyle>): void;
}

/** The choice of the map that it is in. */
function MapChoice({ field, maps, fieldName, isTaken, onMap }: FieldEditorProps) {
  const map = field.path.slice(0, -1);
  const name = field.path.at(-1) ?? '';
  const key = (path: readonly string[]) => JSON.stringify(path);
  // A map that has a field with this name can't take it.
  const free = maps.filter((each) => key(each) === key(map) || !isTaken(name, each));
  return (
    <Choice
      label={t('style_field_map')}
      value={key(map)}
      options={[
        ...(map.length === 0 || !isTaken(name, [])
          ? [{ value: key([]), label: t('style_field_top') }]
          : []),
        ...free.map((path) => ({ value: key(path), label: path.join(' › ') })),
      ]}
      fieldName={`${fieldName}map`}
      onChoice={(chosen) => onMap(JSON.parse(chosen) as string[])}
    />
  );
}

/** The field's value, or its default. */
function ValueField({ field, fieldName, problem, edit }: PartProps) {
  const { type, from, text } = field;
  const label = t(
    from === 'computed'
      ? 'style_field_liquid'
      : from === 'fixed'
        ? 'style_field_text'
        : 'style_field_usual',
  );
  const error = problem && problem.reason !== 'zone' ? fieldProblemText(problem) : undefined;
  if (type === 'boolean' && from !== 'computed') {
    return (
      <Choice
        label={label}
        value={text.trim() === 'true' ? 'true' : 'false'}
        options={[
          { value: 'true', label: 'true' },
          { value: 'false', label: 'false' },
        ]}
        fieldName={`${fieldName}text`}
        onChoice={(next) => edit({ text: next })}
      />
    );
  }
  return (
    <TextField
      label={label}
      value={text}
      code
      {...(type === 'list' || type === 'raw' || from === 'computed' ? { lines: 2 } : {})}
      fieldName={`${fieldName}text`}
      maxLength={limits.note}
      error={error}
      hint={
        from === 'typed'
          ? t('style_field_usual_hint')
          : type === 'list'
            ? t('style_field_list_hint')
            : undefined
      }
      onText={(next) => edit({ text: next })}
    />
  );
}

const dateForms = [
  ...[
    { form: '', zone: '' },
    { form: '%Y-%m-%d', zone: '' },
  ],
  ...[
    { form: '%Y-%m-%d %H:%M:%S %z', zone: '' },
    { form: '%Y-%m-%dT%H:%M:%SZ', zone: 'UTC' },
  ],
  ...[
    { form: '%B %-d, %Y', zone: '' },
    { form: '%d.%m.%Y', zone: '' },
  ],
];
const example = '2026-11-20T10:00:00+01:00';

/** How a date is written: one of the usual forms, or a custom one. */
function DateForm({ field, fieldName, problem, edit }: PartProps) {
  const at = dateForms.findIndex(({ form, zone }) => form === field.form && zone === field.zone);
  const [isOwn, setOwn] = useState(at < 0);
  const parts = parseDate(example);
  const shown = ({ form, zone }: { form: string; zone: string }) =>
    form === '' || !parts
      ? example
      : zone === 'UTC'
        ? '2026-11-20T09:00:00Z'
        : formatDate(parts, form);
  return (
    <>
      <Choice
        label={t('style_field_date')}
        value={isOwn || at < 0 ? 'own' : String(at)}
        options={[
          ...dateForms.map((form, index) => ({ value: String(index), label: shown(form) })),
          { value: 'own', label: t('style_field_date_own') },
        ]}
        fieldName={`${fieldName}date`}
        onChoice={(value) => {
          setOwn(value === 'own');
          const chosen = dateForms[Number(value)];
          if (chosen) edit(chosen);
        }}
      />
      {(isOwn || at < 0) && (
        <>
          <TextField
            label={t('style_field_date_form')}
            value={field.form}
            code
            placeholder="%Y-%m-%d"
            maxLength={100}
            fieldName={`${fieldName}form`}
            hint={t('style_field_date_form_hint')}
            onText={(form) => edit({ form })}
          />
          <TextField
            label={t('style_field_zone')}
            value={field.zone}
            code
            placeholder="Europe/Vienna"
            maxLength={100}
            fieldName={`${fieldName}zone`}
            error={problem && fieldProblemText(problem)}
            hint={t('style_field_zone_hint')}
            onText={(zone) => edit({ zone })}
          />
        </>
      )}
    </>
  );
}

const listNames: Record<ListFormName, () => string> = {
  flow: () => '[a, b]',
  lines: () => t('style_list_lines'),
  indented: () => t('style_list_indented'),
  own: () => t('style_list_own'),
};

function ListChoice({ field, format, fieldName, onField }: FieldEditorProps) {
  const name = listFormName(format, field.list);
  const names = [...listForms(format), ...(name === 'own' ? (['own'] as const) : [])];
  return (
    <Choice
      label={t('style_field_list')}
      value={name}
      options={names.map((value) => ({ value, label: listNames[value]() }))}
      fieldName={`${fieldName}list`}
      onChoice={(next) => {
        const list = listForm(format, next);
        if (list) onField({ ...field, list });
      }}
    />
  );
}

/** JSON has one kind of quotes; a text in TOML always has some. */
function QuotesChoice({ field, format, fieldName, edit }: PartProps) {
  if (format === 'json') return null;
  const hasPlain = format === 'yaml' || field.type === 'date';
  return (
    <Choice
      label={t('style_field_quotes')}
      value={field.quotes === 'plain' && !hasPlain ? 'double' : field.quotes}
      options={[
        ...(hasPlain ? [{ value: 'plain' as const, label: t('style_quotes_plain') }] : []),
        { value: 'double', label: '"…"' },
        { value: 'single', label: "'…'" },
      ]}
      fieldName={`${fieldName}quotes`}
      onChoice={(quotes) => edit({ quotes })}
    />
  );
}
