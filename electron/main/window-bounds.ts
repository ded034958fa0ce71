/** Position and size on the virtual desktop, in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the window stood when it was last seen. */
export interface WindowPlace {
  readonly bounds: Bounds;
  readonly maximised: boolean;
}

export const minimumSize = { width: 760, height: 480 } as const;
const firstSize = { width: 1360, height: 860 } as const;

/** So much of the window's top edge must be visible for it to be grasped and moved. */
const graspable = { width: 120, height: 32 } as const;

/**
 * Where to put the window. `workAreas` are those of the connected displays, the primary one first (at least one).
 * A place whose top edge is out of reach (its monitor is gone) moves to the middle of the primary display; none is
 * larger than its display.
 */
export function placeWindow(saved: Bounds | undefined, workAreas: readonly [Bounds, ...Bounds[]]): Bounds {
  const [primary] = workAreas;
  if (saved === undefined) return centre(firstSize, primary);
  const homes = workAreas.map((area) => ({ area, bounds: { ...saved, ...fit(saved, area) } }));
  const home = homes.find(({ area, bounds }) => isGraspable(bounds, area));
  return home === undefined
    ? centre(saved, primary)
    : { ...home.bounds, y: Math.max(home.bounds.y, home.area.y) };
}

type Size = Pick<Bounds, 'width' | 'height'>;

function centre(size: Size, area: Bounds): Bounds {
  const { width, height } = fit(size, area);
  const x = Math.round(area.x + (area.width - width) / 2);
  const y = Math.round(area.y + (area.height - height) / 2);
  return { x, y, width, height };
}

function fit(size: Size, area: Size): Size {
  return {
    width: clampSize(size.width, minimumSize.width, area.width),
    height: clampSize(size.height, minimumSize.height, area.height),
  };
}

function isGraspable(bounds: Bounds, area: Bounds): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  // Some window managers report a title bar a few pixels above the work area.
  const isTopInside =
    bounds.y >= area.y - graspable.height && bounds.y <= area.y + area.height - graspable.height;
  return width >= graspable.width && isTopInside;
}

function clampSize(size: number, least: number, most: number): number {
  return Math.round(Math.max(Math.min(size, most), Math.min(least, most)));
}
