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
  const wanted = saved ?? { x: 0, y: 0, ...firstSize };
  const home = saved === undefined ? undefined : workAreas.find((area) => isGraspable(saved, area));
  const area = home ?? workAreas[0];
  const width = clampSize(wanted.width, minimumSize.width, area.width);
  const height = clampSize(wanted.height, minimumSize.height, area.height);
  if (home !== undefined) return { x: wanted.x, y: Math.max(wanted.y, area.y), width, height };
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
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
