import { editProfile } from '../../components/hooks/use-profile.ts';
import { useStyleExample } from '../../components/hooks/use-style-example.ts';
import { useWide } from '../../components/hooks/use-wide.ts';
import { FrontMatterEditor } from '../../components/styles/FrontMatterEditor.tsx';
import { NamesEditor } from '../../components/styles/NamesEditor.tsx';
import { StyleExamplePanel } from '../../components/styles/StyleExamplePanel.tsx';
import { NumberField } from '../../components/ui/NumberField.tsx';
import { t } from '../../lib/client/i18n.ts';
import type { Undo } from '../../lib/client/notice.ts';
import { undoStep } from '../../lib/client/services.ts';
import { keepTypedText, typedText } from '../../lib/client/typed-texts.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import { usualFrontMatter } from '../../lib/render/front-matter/usual.ts';
import { ChecksOptions } from './ChecksOptions.tsx';
import { LayoutOptions } from './LayoutOptions.tsx';
import { MarksOptions } from './MarksOptions.tsx';
import { QuotesAndSources } from './QuotesAndSources.tsx';
import { TemplateOptions } from './TemplateOptions.tsx';

interface StyleSectionsProps {
  profile: Profile;
  offerUndo(undo: Undo): void;
}

/** All settings of a house style, with an example post beside them. */
export function StyleSections({ profile, offerUndo }: StyleSectionsProps) {
  const example = useStyleExample(profile);
  const isWide = useWide(1100);
  const edit = (changes: Partial<Profile>) => void editProfile(changes);
  const resetFrontMatter = async () => {
    const saved = await editProfile({ frontMatter: undefined });
    offerUndo({
      text: t('style_front_matter_reset'),
      run: () => void undoStep(saved?.changeId),
    });
  };
  return (
    <div class="style-editor">
      <div class="style-sections">
        <section>
          <h2>{t('style_front_matter')}</h2>
          <FrontMatterEditor
            style={profile.frontMatter ?? usualFrontMatter[profile.layout]}
            isOwn={profile.frontMatter !== undefined}
            problems={example?.problems.fields ?? {}}
            onStyle={(frontMatter) => edit({ frontMatter })}
            onReset={() => void resetFrontMatter()}
          />
          <NamesEditor profile={profile} example={example} onEdit={edit} />
        </section>
        <MarksOptions profile={profile} />
        <TemplateOptions
          profile={profile}
          problems={example?.problems ?? { parts: {}, template: '' }}
          offerUndo={offerUndo}
        />
        <QuotesAndSources profile={profile} />
        <Moments profile={profile} />
        <LayoutOptions profile={profile} />
        <ChecksOptions off={profile.checksOff} />
      </div>
      {example && <StyleExamplePanel example={example} beside={isWide} />}
    </div>
  );
}

function Moments({ profile }: { profile: Profile }) {
  return (
    <section>
      <h2>{t('options_moments')}</h2>
      <div class="four">
        <NumberField
          label={t('options_seconds_back')}
          value={profile.momentSecondsBack}
          min={0}
          max={600}
          expected={t('options_seconds_back_expected')}
          fieldName="momentSecondsBack"
          typed={typedText('momentSecondsBack')}
          onTyped={(text) => keepTypedText('momentSecondsBack', text)}
          onNumber={(momentSecondsBack) => void editProfile({ momentSecondsBack })}
        />
      </div>
      <p class="field-hint">{t('options_seconds_back_hint')}</p>
    </section>
  );
}
