import { absoluteAddress } from '../outline/address.ts';

const allowed =
  /^(?:https?|mailto|tel|sms|ftps?|sftp|geo|ircs?|xmpp|matrix|magnet|news|nntp|ssh|git|doi|urn):/i;
/** Raster pictures only: an SVG can run scripts. */
const pictureData = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,[a-z0-9+/=\s]*$/i;
const maxDataLength = 200_000;

/** An absolute address of a scheme that leads somewhere; null for all else. */
export function safeAddress(written: string, baseUrl: string | undefined): string | null {
  const address = absoluteAddress(written, baseUrl);
  return address !== null && allowed.test(address) ? address : null;
}

/** The address of a picture, or the picture itself where it is small and written into the page. */
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
