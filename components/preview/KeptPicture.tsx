import { usePictures } from '../hooks/use-pictures.ts';

/** A picture from its stored bytes, once they are read. */
export function KeptPicture({ assetId, alt }: { assetId: string; alt: string }) {
  const url = usePictures()(assetId);
  return url === '' ? <span class="post-picture">{alt}</span> : <img src={url} alt={alt} />;
}
