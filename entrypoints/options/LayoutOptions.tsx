import { editProfile } from '../../components/hooks/use-profile.ts';
import { layoutNames } from '../../components/styles/layout-names.ts';
import { Choice } from '../../components/ui/Choice.tsx';
import { TextField } from '../../components/ui/TextField.tsx';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Layout, Profile } from '../../lib/core/post/profile.ts';
import { parseFolder } from '../../lib/exporters/folder.ts';
import { layoutExample } from '../../lib/exporters/layout-example.ts';
import { isRelative } from '../../lib/exporters/picture-path.ts';
import { exporterFor, exporters, withLayout } from '../../lib/exporters/registry.ts';
import { SiteFolderOption } from './SiteFolderOption.tsx';

/** What must be set on the site itself. */
const siteHints: Partial<Record<Layout, () => string>> = {
  jekyll: () => t('options_layout_hint_jekyll'),
  zola: () => t('options_layout_hint_zola'),
};

/** Where a post and its pictures go in the site, with an example. */
export function LayoutOptions({ profile }: { profile: Profile }) {
  const exporter = exporterFor(profile);
  const hasFolderBeside = isRelative(
    exporter.profile({ ...profile, imagePath: 'images/' }).imagePath,
  );
  const folder = (field: 'contentFolder' | 'staticFolder', label: string) => (
    <TextField
      label={label}
      value={profile[field]}
      code
      fieldName={field}
      error={
        parseFolder(profile[field])
          ? undefined
          : t('options_folder_problem', exporter.usual[field] || './')
      }
      hint={t('options_folder_hint')}
      maxLength={limits.label}
      onText={(text) => void editProfile({ [field]: text })}
    />
  );
  const siteHint = siteHints[profile.layout];
  return (
    <section>
      <h2>{t('options_layout_heading')}</h2>
      <Choice
        label={t('options_layout')}
        value={profile.layout}
        options={exporters.map(({ id }) => ({ value: id, label: layoutNames[id]() }))}
        fieldName="layout"
        onChoice={(layout) => void editProfile(withLayout(profile, layout))}
      />
      {siteHint && <p class="quiet">{siteHint()}</p>}
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
        hint={t(hasFolderBeside ? 'options_image_path_hint' : 'options_image_path_hint_root')}
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
