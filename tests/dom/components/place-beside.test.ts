import { describe, expect, it } from 'vitest';
import { placeBeside } from '../../../components/links/place-beside.ts';

const popup = { width: 360, height: 580 };

describe('a list beside a line of text', () => {
  it('is below it, and inside the window', () => {
    const placed = placeBeside(
      { left: 200, top: 100, bottom: 118 },
      { width: 344, height: 260 },
      popup,
    );
    expect(placed).toEqual({ left: 8, edge: { top: 122 }, maxHeight: 450 });
  });

  it('is above it if there is more room', () => {
    const placed = placeBeside(
      { left: 20, top: 480, bottom: 498 },
      { width: 300, height: 260 },
      popup,
    );
    expect(placed).toEqual({ left: 20, edge: { bottom: 104 }, maxHeight: 468 });
  });

  it('never covers the lines, however little room there is', () => {
    const placed = placeBeside(
      { left: 0, top: 5, bottom: 575 },
      { width: 300, height: 260 },
      popup,
    );
    expect(placed.maxHeight).toBe(0);
  });
});
