import { ExternalLink, FileInput } from 'lucide';
import { useRef } from 'preact/hooks';
import { useLibrary } from '../../components/hooks/use-library.ts';
import { useNotice, useUndo } from '../../components/hooks/use-notices.ts';
import { useDroppedFiles, useOpenPosts } from '../../components/hooks/use-open-posts.ts';
import { OpenPosts } from '../../components/posts/OpenPosts.tsx';
import { FilePicker } from '../../components/ui/FilePicker.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { setActiveWrapUp } from '../../lib/app/active-wrap-up.ts';
import { t } from '../../lib/client/i18n.ts';
import { openInTab } from '../../lib/client/open-in-tab.ts';
import { deps } from '../../lib/client/services.ts';

/** Opens an existing post, dropped anywhere on the page or chosen, as a wrap-up. */
export function FirstPost() {
  const { placeId } = useLibrary(undefined);
  const [notice, showNotice] = useNotice();
  const undo = useUndo();
  const posts = useOpenPosts({ placeId, showNotice, offerUndo: undo.offer });
  useDroppedFiles(posts.choose);
  const picker = useRef<HTMLInputElement>(null);
  const choose = () => picker.current?.click();
  const { opening } = posts;
  return (
    <section>
      <h2>{t('welcome_post')}</h2>
      <div class="drop-zone">
        <p>{t('welcome_post_text')}</p>
        <button type="button" class="button" onClick={choose}>
          <Icon of={FileInput} />
          {t('post_open_choose')}
        </button>
        <FilePicker
          label={t('post_open')}
          accept=".md,.markdown,text/markdown"
          multiple
          inputRef={picker}
          onFiles={posts.choose}
        />
      </div>
      {opening && opening.state !== 'choose' && (
        <OpenPosts
          opening={opening}
          onChoose={choose}
          onOpen={(files) => void posts.open(files)}
          onShow={(id) => void setActiveWrapUp(deps, id).then(() => openInTab())}
          onClose={posts.close}
        />
      )}
      <p class={notice?.bad ? 'bad' : 'quiet'} role="status">
        {notice?.text ?? undo.undo?.text ?? ''}
      </p>
      {undo.undo && (
        <div class="actions">
          <button type="button" class="button primary" onClick={() => void openInTab()}>
            <Icon of={ExternalLink} />
            {t('welcome_post_show')}
          </button>
          <button type="button" class="button" onClick={undo.run}>
            {undo.undo.label ?? t('popup_undo')}
          </button>
        </div>
      )}
    </section>
  );
}
