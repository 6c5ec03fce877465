import { editProfile } from '../../components/hooks/use-profile.ts';
import { Choice } from '../../components/ui/Choice.tsx';
import { TextField } from '../../components/ui/TextField.tsx';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import { defaultProfile, type Profile } from '../../lib/core/post/profile.ts';
import { parseFolder } from '../../lib/exporters/folder.ts';
import { layoutExample } from '../../lib/exporters/layout-example.ts';
import { SiteFolderOption } from './SiteFolderOption.tsx';

/** Where a post and its pictures go in the site, with what that makes of an example. */
export function LayoutOptions({ profile }: { profile: Profile }) {
  const folder = (field: 'contentFolder' | 'staticFolder', label: string) => (
    <TextField
      label={label}
      value={profile[field]}
      code
      fieldName={field}
      error={
        parseFolder(profile[field]) ? undefined : t('options_folder_problem', defaultProfile[field])
      }
      hint={t('options_folder_hint')}
      maxLength={limits.label}
      onText={(text) => void editProfile({ [field]: text })}
    />
  );
  return (
    <section>
      <h2>{t('options_layout_heading')}</h2>
      <Choice
        label={t('options_layout')}
        value={profile.layout}
        options={[
          { value: 'hugo-static', label: t('options_layout_static') },
          { value: 'hugo-bundle', label: t('options_layout_bundle') },
          { value: 'plain', label: t('options_layout_plain') },
        ]}
        fieldName="layout"
        onChoice={(layout) => void editProfile({ layout })}
      />
      {profile.layout !== 'plain' && (
        <div class="two">
          {folder('contentFolder', t('options_content_folder'))}
          {folder('staticFolder', t('options_static_folder'))}
        </div>
      )}
      <TextField
        label={t('options_image_path')}
        value={profile.imagePath}
        code
        fieldName="imagePath"
        hint={t('options_image_path_hint')}
        maxLength={limits.label}
        onText={(imagePath) => void editProfile({ imagePath })}
      />
      <Example profile={profile} />
      <SiteFolderOption />
    </section>
  );
}

function Example({ profile }: { profile: Profile }) {
  const { files, markdown } = layoutExample(profile);
  return (
    <div class="layout-example" role="status">
      <p class="quiet">{t('options_layout_example')}</p>
      <ul>
        {files.map((path) => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
        <li>
          <code>{markdown}</code> <span class="quiet">{t('options_layout_in_post')}</span>
        </li>
      </ul>
    </div>
  );
}
