import { useEffect, useState } from 'preact/hooks';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import { loadRenderer } from '../../lib/client/loaded-later.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import { whenLoaded } from '../../lib/core/base/load-code.ts';
import { createWrapUp } from '../../lib/core/post/create-wrap-up.ts';
import type { Profile } from '../../lib/core/post/profile.ts';

/** A post to try a template on: everything in it is empty but what cannot be. */
const sample = createWrapUp({
  id: '00000000-0000-4000-8000-000000000000',
  now: '2026-01-01T00:00:00.000Z',
  offsetMinutes: 0,
  title: 'Sample',
});

const texts = { template: '', headingFirst: '', thanks: '' };
/** A sentence on what is wrong with each of the profile's Liquid texts; '' where nothing is. */
export type TemplateProblems = typeof texts;

export function useTemplateCheck(profile: Profile): TemplateProblems {
  const [problems, setProblems] = useState(texts);
  useEffect(() => {
    let outdated = false;
    void whenLoaded(loadRenderer(), ({ composeDraft }) => {
      // One by one, so that a mistake is told where it is.
      const problemOf = (text: keyof TemplateProblems) => {
        const composed = composeDraft(sample, [], { ...profile, ...texts, [text]: profile[text] });
        return composed.ok ? '' : sentenceOn(composed.error);
      };
      if (outdated) return;
      setProblems({
        template: problemOf('template'),
        headingFirst: problemOf('headingFirst'),
        thanks: problemOf('thanks'),
      });
    });
    return () => {
      outdated = true;
    };
  }, [profile]);
  return problems;
}

function sentenceOn(failure: Failure): string {
  return failure.code === 'template-broken'
    ? t('options_template_error', failure.detail ?? '')
    : errorText(failure);
}
