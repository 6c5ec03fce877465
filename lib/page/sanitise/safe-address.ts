import { absoluteAddress } from '../outline/address.ts';

const allowed =
  /^(?:https?|mailto|tel|sms|ftps?|sftp|geo|ircs?|xmpp|matrix|magnet|news|nntp|ssh|git|doi|urn):/i;
/** Raster pictures only, because an SVG can run scripts. */
const pictureData = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,[a-z0-9+/=\s]*$/i;
const maxDataLength = 200_000;

/** Returns an absolute address whose scheme leads somewhere; null for anything else. */
export function safeAddress(written: string, baseUrl: string | undefined): string | null {
  const address = absoluteAddress(written, baseUrl);
  return address !== null && allowed.test(address) ? address : null;
}

/**
 * Returns the address of a picture, or the picture itself if it is small and embedded in the page.
 */
export function safePicture(
  address: string | null,
  written: string | null,
  baseUrl: string | undefined,
): string | null {
  const safe = address === null || address === '' ? null : safeAddress(address, baseUrl);
  if (safe !== null) return safe;
  const data = written?.trim() ?? '';
  return data.length <= maxDataLength && pictureData.test(data) ? data : null;
}
