import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimumSize, placeWindow } from '../../../electron/main/window-bounds.ts';
import type { Bounds } from '../../../electron/main/window-bounds.ts';

const primary: Bounds = { x: 0, y: 25, width: 1920, height: 1055 };
const right: Bounds = { x: 1920, y: 0, width: 2560, height: 1440 };

describe('the place of the window', () => {
  it('is the middle of the primary display at the first start', () => {
    expect(placeWindow(undefined, [primary, right])).toEqual({ x: 280, y: 123, width: 1360, height: 860 });
  });

  it('is where it was, on any display', () => {
    const saved = { x: 2100, y: 100, width: 1200, height: 900 };
    expect(placeWindow(saved, [primary, right])).toEqual(saved);
  });

  it('comes back to the primary display when its monitor is gone', () => {
    const saved = { x: 2100, y: 100, width: 1200, height: 900 };
    expect(placeWindow(saved, [primary])).toEqual({ x: 360, y: 103, width: 1200, height: 900 });
  });

  it('comes back when only a sliver could be grasped', () => {
    expect(placeWindow({ x: 1880, y: 100, width: 900, height: 700 }, [primary]).x).toBe(510);
    expect(placeWindow({ x: 100, y: 1070, width: 900, height: 700 }, [primary]).y).toBe(203);
  });

  it('shrinks to its display but not below the least size', () => {
    const saved = { x: 0, y: 25, width: 4000, height: 3000 };
    expect(placeWindow(saved, [primary])).toEqual(primary);
    expect(placeWindow({ x: 10, y: 30, width: 10, height: 10 }, [primary])).toMatchObject(minimumSize);
  });

  it('keeps its title bar below a panel at the top', () => {
    expect(placeWindow({ x: 0, y: 10, width: 900, height: 700 }, [primary]).y).toBe(25);
  });

  it('can be grasped whatever was saved', () => {
    const side = fc.integer({ min: -20_000, max: 20_000 });
    const saved = fc.record({ x: side, y: side, width: side, height: side });
    fc.assert(
      fc.property(saved, (bounds) => {
        const place = placeWindow(bounds, [primary, right]);
        const onOne = [primary, right].some(
          (area) =>
            place.y >= area.y &&
            place.y <= area.y + area.height - 32 &&
            Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x) >= 120,
        );
        return onOne && place.width >= minimumSize.width && place.height >= minimumSize.height;
      }),
    );
  });
});
