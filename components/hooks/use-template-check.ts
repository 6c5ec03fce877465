import { useEffect, useState } from 'preact/hooks';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import { createWrapUp } from '../../lib/core/post/create-wrap-up.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import { loadRenderer } from './use-draft.ts';

/** A post to try a template on: everything in it is empty but what cannot be. */
const sample = createWrapUp({
  id: '00000000-0000-4000-8000-000000000000',
  now: '2026-01-01T00:00:00.000Z',
  offsetMinutes: 0,
  title: 'Sample',
});

/** A sentence on what is wrong with the profile's template; '' where nothing is. */
export function useTemplateCheck(profile: Profile): string {
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let outdated = false;
    void loadRenderer().then(({ composeDraft }) => {
      const composed = composeDraft(sample, [], profile);
      if (!outdated) setProblem(composed.ok ? '' : sentenceOn(composed.error));
    });
    return () => {
      outdated = true;
    };
  }, [profile]);
  return problem;
}

function sentenceOn(failure: Failure): string {
  return failure.code === 'template-broken'
    ? t('options_template_error', failure.detail ?? '')
    : errorText(failure);
}
