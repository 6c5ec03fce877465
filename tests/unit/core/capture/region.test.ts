import { describe, expect, it } from 'vitest';
import {
  isLargeEnough,
  movedBy,
  regionBetween,
  resizedBy,
  startRegion,
} from '../../../../lib/core/capture/region.ts';

const view = { width: 1000, height: 500 };

describe('a region', () => {
  it('lies between two points, whichever way one drew, and stays in view', () => {
    const drawn = { x: 10, y: 20, width: 90, height: 180 };
    expect(regionBetween({ x: 10, y: 20 }, { x: 100, y: 200 }, view)).toEqual(drawn);
    expect(regionBetween({ x: 100, y: 20 }, { x: 10, y: 200 }, view)).toEqual(drawn);
    expect(regionBetween({ x: -50, y: 400 }, { x: 30, y: 900 }, view)).toEqual({
      x: 0,
      y: 400,
      width: 30,
      height: 100,
    });
  });

  it('starts in the middle for the keyboard', () => {
    expect(startRegion(view)).toEqual({ x: 200, y: 100, width: 600, height: 300 });
  });

  it('is moved and resized within the view', () => {
    const region = { x: 200, y: 100, width: 600, height: 300 };
    expect(movedBy(region, 10, -10, view)).toEqual({ ...region, x: 210, y: 90 });
    expect(movedBy(region, 900, -900, view)).toEqual({ ...region, x: 400, y: 0 });
    expect(resizedBy(region, 10, 10, view)).toEqual({ ...region, width: 610, height: 310 });
    expect(resizedBy(region, 900, -900, view)).toEqual({ ...region, width: 800, height: 8 });
  });

  it('is none where the mouse only slipped', () => {
    expect(isLargeEnough({ x: 0, y: 0, width: 7, height: 300 })).toBe(false);
    expect(isLargeEnough({ x: 0, y: 0, width: 8, height: 8 })).toBe(true);
  });
});
