import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { chosenLanguage } from '../../lib/client/language.ts';
import { loadStyleExample } from '../../lib/client/loaded-later.ts';
import type { StyleExample } from '../../lib/client/style-example.ts';
import { whenLoaded } from '../../lib/core/base/load-code.ts';
import type { Profile } from '../../lib/core/post/profile.ts';

/** An example of a house style; undefined until it is made. */
export function useStyleExample(profile: Profile): StyleExample | undefined {
  const [example, setExample] = useState<StyleExample>();
  const language = chosenLanguage();
  useEffect(() => {
    let outdated = false;
    void whenLoaded(loadStyleExample(), ({ styleExample }) => {
      if (!outdated) setExample(styleExample(profile, words()));
    });
    return () => {
      outdated = true;
    };
    // `language` stands for the words.
  }, [profile, language]);
  return example;
}

const words = () => ({
  event: t('style_example_event'),
  talk: t('style_example_talk'),
  quote: t('style_example_quote'),
  note: t('style_example_note'),
  heading: t('style_example_heading'),
  picture: t('style_example_picture'),
  footer: t('style_example_footer'),
});
