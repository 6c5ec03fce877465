/** Colour values this close count as one colour: compressed black is never quite black. */
const sameValue = 6;

/** The size to which a picture is reduced to see if it shows anything. */
export const probePx = { width: 32, height: 18 } as const;

/** True if the whole picture has one colour. `pixels` are red, green, blue, alpha in turn. */
export function isUniform(pixels: ArrayLike<number>): boolean {
  const least = [255, 255, 255];
  const most = [0, 0, 0];
  for (let at = 0; at < pixels.length; at++) {
    const channel = at % 4;
    if (channel === 3) continue;
    const value = pixels[at] ?? 0;
    least[channel] = Math.min(least[channel] ?? 0, value);
    most[channel] = Math.max(most[channel] ?? 0, value);
  }
  return most.every((value, channel) => value - (least[channel] ?? 0) <= sameValue);
}
