/** jsdom plays nothing, so its media elements get these values. */
export interface Playing {
  currentTime?: number;
  duration?: number;
  paused?: boolean;
  muted?: boolean;
  loop?: boolean;
  currentSrc?: string;
  size?: [width: number, height: number];
  native?: [width: number, height: number];
  cues?: {
    kind: TextTrackKind;
    mode?: TextTrackMode;
    cues: [from: number, to: number, text: string][];
  }[];
}

export function play(element: Element, playing: Playing): HTMLMediaElement {
  const [width = 0, height = 0] = playing.size ?? [];
  const values: Record<string, unknown> = {
    readyState: 4,
    ended: false,
    played: { length: 0 },
    volume: 1,
    currentTime: 0,
    duration: Number.NaN,
    paused: false,
    muted: false,
    loop: false,
    currentSrc: 'blob:https://page.example/1',
    videoWidth: playing.native?.[0] ?? 0,
    videoHeight: playing.native?.[1] ?? 0,
    getBoundingClientRect: () => new DOMRect(10, 20, width, height),
    textTracks: (playing.cues ?? []).map(({ kind, mode = 'showing', cues }) => ({
      kind,
      mode,
      cues:
        mode === 'disabled'
          ? null
          : cues.map(([startTime, endTime, text]) => ({ startTime, endTime, text })),
    })),
    ...playing,
  };
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(element, name, { value, configurable: true });
  }
  return element as HTMLMediaElement;
}

/** jsdom has no `DOMRect`. */
class TestRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;

  constructor(x: number, y: number, width: number, height: number) {
    [this.left, this.top, this.right, this.bottom] = [x, y, x + width, y + height];
    [this.width, this.height] = [width, height];
  }
}
globalThis.DOMRect ??= TestRect as never;
