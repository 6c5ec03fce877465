import { useState } from 'preact/hooks';
import { type CopiedPost, copiedDraft, copiedPosts } from '../../lib/client/copied-posts.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Loss } from '../../lib/client/lost-library.ts';
import { pending } from '../../lib/client/services.ts';
import { copyText } from '../../lib/client/take-away.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';

interface CopiedPostsProps {
  copy: NonNullable<Loss['copy']>;
  /** The requested wrap-up, whose draft is open. */
  wrapUpId?: string | undefined;
}

/** The drafts of a copy, to read and copy if the library itself does not open. */
export function CopiedPosts({ copy, wrapUpId }: CopiedPostsProps) {
  const [posts] = useState(() => copiedPosts(copy, pending));
  return (
    <ul class="copied-posts" aria-live="off">
      {posts.map((post) => (
        <li key={post.wrapUp.id}>
          <CopiedDraft copy={copy} post={post} startsOpen={post.wrapUp.id === wrapUpId} />
        </li>
      ))}
    </ul>
  );
}

interface CopiedDraftProps {
  copy: CopiedPostsProps['copy'];
  post: CopiedPost;
  startsOpen: boolean;
}

function CopiedDraft({ copy, post, startsOpen }: CopiedDraftProps) {
  const [draft, setDraft] = useState<string>();
  const [said, setSaid] = useState('');
  const compose = async () => {
    const made = await copiedDraft(copy, post).catch((thrown: unknown) => {
      noteProblem('library.copied-draft', thrown);
      return undefined;
    });
    setDraft(made);
    if (made === undefined) setSaid(t('popup_copied_no_draft'));
  };
  const take = async () => {
    const copied = await copyText(draft ?? '');
    setSaid(copied ? t('popup_copied') : errorText({ code: 'clipboard-refused' }));
  };
  return (
    <details
      class="fold"
      open={startsOpen}
      onToggle={({ currentTarget }) => {
        // If there are many drafts, only the opened ones are made.
        if (currentTarget.open && draft === undefined) void compose();
      }}
    >
      <summary>{post.wrapUp.title || t('popup_untitled')}</summary>
      {draft && (
        <>
          <button type="button" class="button" onClick={() => void take()}>
            {t('popup_copy_draft')}
          </button>
          <pre class="copied-draft">{draft}</pre>
        </>
      )}
      <p role="status">{said}</p>
    </details>
  );
}
