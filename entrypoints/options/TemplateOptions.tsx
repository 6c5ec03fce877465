import { RotateCcw } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { editProfile } from '../../components/hooks/use-profile.ts';
import { useTemplateCheck } from '../../components/hooks/use-template-check.ts';
import { Icon } from '../../components/ui/Icon.tsx';
import { TextField } from '../../components/ui/TextField.tsx';
import { t } from '../../lib/client/i18n.ts';
import type { Undo } from '../../lib/client/notice.ts';
import { undoStep } from '../../lib/client/services.ts';
import { limits } from '../../lib/core/base/limits.ts';
import { loadCode, whenLoaded } from '../../lib/core/base/load-code.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import type { Filter } from '../../lib/render/filters/filter.ts';
import { TemplateReference } from './TemplateReference.tsx';
import { TemplateSentences } from './TemplateSentences.tsx';

interface TemplateOptionsProps {
  profile: Profile;
  offerUndo(undo: Undo): void;
}

/** What is shipped, loaded with the engine that it is written for. */
interface Shipped {
  template: string;
  thanks: string;
  filters: readonly Filter[];
}

const loadShipped = (): Promise<Shipped> =>
  loadCode('template', async () => {
    const [{ defaultTemplate }, { shippedThanks }, { filters }] = await Promise.all([
      import('../../lib/render/template/default-template.ts'),
      import('../../lib/render/template/shipped-parts.ts'),
      import('../../lib/render/filters/registry.ts'),
    ]);
    return { template: defaultTemplate, thanks: shippedThanks, filters };
  });

/** The template of the posts: the shipped one with a few sentences of one's own, or a text of one's own. */
export function TemplateOptions({ profile, offerUndo }: TemplateOptionsProps) {
  const [shipped, setShipped] = useState<Shipped>();
  const problems = useTemplateCheck(profile);
  useEffect(() => void whenLoaded(loadShipped(), setShipped), []);
  if (shipped === undefined) return null;
  const changed = profile.template !== '';
  const reset = async () => {
    const saved = await editProfile({ template: '' });
    offerUndo({
      text: t('options_template_reset'),
      run: () => void undoStep(saved?.changeId),
    });
  };
  return (
    <section>
      <h2>{t('options_template')}</h2>
      <TemplateSentences
        profile={profile}
        shippedThanks={shipped.thanks}
        problems={problems}
        onEdit={(changes) => void editProfile(changes)}
      />
      <TextField
        label={t('options_template_label')}
        value={changed ? profile.template : shipped.template}
        lines={14}
        code
        fieldName="template"
        error={problems.template || undefined}
        hint={t(changed ? 'options_template_changed' : 'options_template_default')}
        maxLength={limits.template}
        onText={(text) => void editProfile({ template: text === shipped.template ? '' : text })}
      />
      <TemplateReference filters={shipped.filters} />
      {changed && (
        <button type="button" class="button" onClick={() => void reset()}>
          <Icon of={RotateCcw} />
          {t('options_template_back')}
        </button>
      )}
    </section>
  );
}
