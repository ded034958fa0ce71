import { useState } from 'react';
import type { ReactNode } from 'react';
import type { GalleyApi } from '../../core/ipc/contract.ts';
import { mediaUrl } from '../../core/ipc/media-url.ts';
import type { PostId, PostMeta } from '../../core/post/types.ts';
import type { NoticesStore } from '../store/notices.ts';
import { Button } from '../ui/button.tsx';
import { FieldRow, TextLine } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import type { EditMeta } from './use-meta.ts';

export interface CoverSectionProps {
  readonly id: PostId;
  readonly meta: PostMeta;
  readonly edit: EditMeta;
  readonly bridge: GalleyApi;
  readonly notices: NoticesStore;
}

/** The image at the head of the page and what it shows, in words. */
export function CoverSection({ id, meta, edit, bridge, notices }: CoverSectionProps): ReactNode {
  const choose = async (): Promise<void> => {
    const answer = await bridge.call('post.choose-cover', { id });
    if (!answer.ok) notices.fail(answer.failure);
    else if (answer.value !== undefined) edit({ field: 'cover', value: answer.value.path });
  };
  const { cover } = meta;
  return (
    <>
      <FieldRow label="Cover">
        {cover === undefined ? (
          <Button className="row-button" onPress={() => void choose()}>
            Choose image…
          </Button>
        ) : (
          <div className="cover">
            <CoverPicture key={`${id}\n${cover}`} id={id} cover={cover} />
            <span className="cover-name" title={cover}>
              {cover.slice(cover.lastIndexOf('/') + 1)}
            </span>
            <Button look="quiet" small onPress={() => void choose()}>
              Change…
            </Button>
            <Button
              look="icon"
              small
              aria-label="Remove the cover image"
              onPress={() =>
                edit({ field: 'cover', value: undefined }, { field: 'coverAlt', value: undefined })
              }
            >
              <Icon name="close" size={12} />
            </Button>
          </div>
        )}
      </FieldRow>
      {cover === undefined ? null : (
        <TextLine
          label="Cover text"
          value={meta.coverAlt ?? ''}
          placeholder="What the image shows"
          onChange={(text, leaving) =>
            edit({ field: 'coverAlt', value: leaving && text.trim() === '' ? undefined : text })
          }
        />
      )}
    </>
  );
}

function CoverPicture({ id, cover }: { readonly id: PostId; readonly cover: string }): ReactNode {
  const [failed, setFailed] = useState(false);
  if (failed || /^[a-z][a-z\d+.-]*:/iu.test(cover)) return null;
  return <img className="cover-picture" src={mediaUrl(id, cover)} alt="" onError={() => setFailed(true)} />;
}
