import { editProfile } from '../../components/hooks/use-profile.ts';
import { CheckBox } from '../../components/ui/CheckBox.tsx';
import { Choice } from '../../components/ui/Choice.tsx';
import { NumberField } from '../../components/ui/NumberField.tsx';
import { t } from '../../lib/client/i18n.ts';
import { keepTypedText, typedText } from '../../lib/client/typed-texts.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import { pictureFormOf } from '../../lib/render/items/picture-form.ts';

const pictureForms = ['markdown', 'shortcode', 'figure', 'img'] as const;

/** The signs of a blog's style: for bullets, emphasis and headings, and where its lines end. */
export function MarksOptions({ profile }: { profile: Profile }) {
  const { columns } = profile;
  const column = (part: keyof Profile['columns'], label: string) => (
    <NumberField
      label={label}
      value={columns[part]}
      min={0}
      max={400}
      expected={t('options_column_expected')}
      fieldName={`columns.${part}`}
      typed={typedText(`columns.${part}`)}
      onTyped={(text) => keepTypedText(`columns.${part}`, text)}
      onNumber={(value) => void editProfile({ columns: { ...columns, [part]: value } })}
    />
  );
  return (
    <section>
      <h2>{t('options_style')}</h2>
      <div class="two">
        <Choice
          label={t('options_bullet')}
          value={profile.bullet}
          options={(['*', '-', '+'] as const).map((value) => ({ value, label: value }))}
          fieldName="bullet"
          onChoice={(bullet) => void editProfile({ bullet })}
        />
        <Choice
          label={t('style_bullet_lines')}
          value={profile.bulletLines}
          options={[
            { value: 'indented', label: t('style_bullet_lines_indented') },
            { value: 'unindented', label: t('style_bullet_lines_unindented') },
          ]}
          fieldName="bulletLines"
          onChoice={(bulletLines) => void editProfile({ bulletLines })}
        />
        <Choice
          label={t('style_emphasis')}
          value={profile.emphasis}
          options={(['*', '_'] as const).map((value) => ({ value, label: `${value}…${value}` }))}
          fieldName="emphasis"
          onChoice={(emphasis) => void editProfile({ emphasis })}
        />
        <Choice
          label={t('style_headings')}
          value={profile.headings}
          options={[
            { value: 'open', label: '## …' },
            { value: 'closed', label: '## … ##' },
            { value: 'underlined', label: t('style_headings_underlined') },
          ]}
          fieldName="headings"
          onChoice={(headings) => void editProfile({ headings })}
        />
      </div>
      <fieldset>
        <legend>{t('options_columns')}</legend>
        <div class="four">
          {column('quote', t('options_column_quote'))}
          {column('prose', t('options_column_prose'))}
          {column('bullet', t('options_column_bullet'))}
          {column('note', t('options_column_note'))}
        </div>
        <p class="field-hint">{t('options_columns_hint')}</p>
      </fieldset>
      <Choice
        label={t('style_picture_form')}
        value={profile.pictureForm}
        options={pictureForms.map((value) => ({ value, label: t(`style_picture_${value}`) }))}
        fieldName="pictureForm"
        onChoice={(pictureForm) => void editProfile({ pictureForm })}
      />
      {pictureFormOf(profile) !== profile.pictureForm && (
        <p class="field-hint warn">
          {t(
            profile.pictureForm === 'shortcode'
              ? 'style_picture_hugo_alone'
              : profile.layout === 'obsidian'
                ? 'style_picture_not_obsidian'
                : 'style_picture_needs_html',
          )}
        </p>
      )}
      <CheckBox
        label={t('options_link_picture')}
        checked={profile.linkPicture}
        onChange={(linkPicture) => void editProfile({ linkPicture })}
      />
    </section>
  );
}
