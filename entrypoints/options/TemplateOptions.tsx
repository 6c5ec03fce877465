import { useEffect, useState } from 'preact/hooks';
import { editProfile } from '../../components/hooks/use-profile.ts';
import { PartsEditor } from '../../components/styles/PartsEditor.tsx';
import { Choice } from '../../components/ui/Choice.tsx';
import { TextField } from '../../components/ui/TextField.tsx';
import { t } from '../../lib/client/i18n.ts';
import type { Undo } from '../../lib/client/notice.ts';
import { undoStep } from '../../lib/client/services.ts';
import type { StyleProblems } from '../../lib/client/style-example.ts';
import { limits } from '../../lib/core/base/limits.ts';
import { loadCode, whenLoaded } from '../../lib/core/base/load-code.ts';
import type { Profile, TemplatePart } from '../../lib/core/post/profile.ts';
import type { Filter } from '../../lib/render/filters/filter.ts';
import { TemplateReference } from './TemplateReference.tsx';

interface TemplateOptionsProps {
  profile: Profile;
  problems: Pick<StyleProblems, 'parts' | 'template'>;
  offerUndo(undo: Undo): void;
}

/** The shipped template, loaded with its engine. */
interface Shipped {
  partsOf(profile: Profile): TemplatePart[];
  asText(parts: readonly TemplatePart[]): string;
  filters: readonly Filter[];
}

const loadShipped = (): Promise<Shipped> =>
  loadCode('template', async () => {
    const [{ partsAsText }, { templateParts }, { filters }] = await Promise.all([
      import('../../lib/render/template/default-template.ts'),
      import('../../lib/render/template/shipped-parts.ts'),
      import('../../lib/render/filters/registry.ts'),
    ]);
    return { partsOf: templateParts, asText: partsAsText, filters };
  });

/** The texts of posts that are made from the details: as parts, or as one template. */
export function TemplateOptions({ profile, problems, offerUndo }: TemplateOptionsProps) {
  const [shipped, setShipped] = useState<Shipped>();
  useEffect(() => void whenLoaded(loadShipped(), setShipped), []);
  if (shipped === undefined) return null;
  const isText = profile.template !== '';
  const save = async (changes: Partial<Profile>, text: string) => {
    const saved = await editProfile(changes);
    offerUndo({ text, run: () => void undoStep(saved?.changeId) });
  };
  return (
    <section>
      <h2>{t('options_template')}</h2>
      <Choice
        label={t('style_template_as')}
        value={isText ? 'text' : 'parts'}
        options={[
          { value: 'parts', label: t('style_template_parts') },
          { value: 'text', label: t('style_template_text') },
        ]}
        fieldName="templateAs"
        onChoice={(as) =>
          void (as === 'text'
            ? save(
                { template: shipped.asText(shipped.partsOf(profile)) },
                t('style_template_is_text'),
              )
            : save({ template: '' }, t('style_template_is_parts')))
        }
      />
      {isText ? (
        <TextField
          label={t('options_template_label')}
          value={profile.template}
          lines={14}
          code
          fieldName="template"
          error={problems.template && t('options_template_error', problems.template)}
          hint={t('options_link_picture_hint')}
          maxLength={limits.template}
          onText={(template) => void editProfile({ template })}
        />
      ) : (
        <PartsEditor
          parts={shipped.partsOf(profile)}
          isOwn={profile.parts.length > 0}
          problems={problems.parts}
          // From now on the parts contain what these two settings said.
          onParts={(parts) => void editProfile({ parts, headingFirst: '', thanks: '' })}
          onReset={() =>
            void save({ parts: [], headingFirst: '', thanks: '' }, t('style_parts_reset'))
          }
        />
      )}
      <TemplateReference filters={shipped.filters} />
    </section>
  );
}
