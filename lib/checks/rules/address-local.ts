import type { Check, Edit } from '../check.ts';
import { isWebLink, type PostLink } from '../post-links.ts';

/**
 * Names that lead nowhere outside a local network (RFC 6761, 6762, 8375; `.internal` as reserved by
 * ICANN).
 */
const localName = /^localhost$|\.(?:localhost|local|internal|lan|intranet|home\.arpa)$|^[^.[\]:]+$/;
/** Addresses for private networks (RFC 1122, 1918, 3927, 6598, 4193, 4291). */
const localNumber =
  /^(?:0|10|127)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^\[(?:::1?\]|f[cd][\da-f]{2}:|fe[89ab][\da-f]:)/;

function isLocal(address: string): boolean {
  const { hostname = '' } = URL.parse(address) ?? {};
  const isNumber = /^[\d.]+$|^\[/.test(hostname);
  return hostname !== '' && (isNumber ? localNumber : localName).test(hostname);
}

/** A bare local address in a text is usually one to type, so it should be shown as code. */
function asCode({ kind, at, address }: PostLink): readonly Edit[] | undefined {
  return kind === 'bare' && !address.includes('`')
    ? [{ start: at.start, end: at.end, text: `\`${address}\`` }]
    : undefined;
}

/** Finds a link that leads to the writer's own machine or network. */
export const addressLocal: Check = {
  id: 'address-local',
  *find({ blocks }) {
    for (const { links } of blocks) {
      for (const link of links) {
        if (!/^https?:/i.test(link.address) || !(isWebLink(link) || link.kind === 'image'))
          continue;
        if (!isLocal(link.address)) continue;
        const fix = asCode(link);
        yield {
          ...link.at,
          message: {
            key: 'check_address_local',
            values: [URL.parse(link.address)?.hostname ?? ''],
          },
          ...(fix && { fix }),
        };
      }
    }
  },
};
