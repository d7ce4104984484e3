/** Where a camera stands over a flat sheet: turned about three axes, in degrees, and how large it sees the middle. */
export interface Pose {
  /** Pixels to one unit of the sheet, at its origin. */
  readonly scale: number
  /** About the line of sight. */
  readonly roll: number
  /** About the upright axis. */
  readonly yaw: number
  /** About the level axis. */
  readonly pitch: number
  /** Where the origin of the sheet falls, in pixels from the middle of the frame. */
  readonly shift: readonly [number, number]
}

/** Row by row, what turns a place in the frame (pixels from its middle, 1) into one on the sheet, times its depth. */
export type Sight = Matrix

type Matrix = readonly [number, number, number, number, number, number, number, number, number]

/** The focal length of a phone's camera at 1280 pixels across, about 65 degrees. */
const FOCAL_PIXELS = 1000

/** A pinhole camera: the inverse of the homography that lays the sheet into the frame. */
export function sightOf(pose: Pose): Sight {
  return inverse(homography(pose))
}

/** Columns: the sheet's two axes after turning, and its origin, all before division by depth. */
function homography({ scale, roll, yaw, pitch, shift }: Pose): Matrix {
  const distance = FOCAL_PIXELS / scale
  const [cr, sr, cy, sy, cp, sp] = [roll, yaw, pitch].flatMap(cosineAndSine) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const right = [cr * cy, sr * cp + cr * sy * sp, sr * sp - cr * sy * cp] as const
  const down = [-sr * cy, cr * cp - sr * sy * sp, cr * sp + sr * sy * cp] as const
  const f = FOCAL_PIXELS
  return [
    f * right[0],
    f * down[0],
    shift[0] * distance,
    f * right[1],
    f * down[1],
    shift[1] * distance,
    right[2],
    down[2],
    distance,
  ]
}

function cosineAndSine(degrees: number): readonly [number, number] {
  const angle = (degrees * Math.PI) / 180
  return [Math.cos(angle), Math.sin(angle)]
}

/** Up to a factor, which the division by depth takes out. */
function inverse([a, b, c, d, e, f, g, h, i]: Matrix): Matrix {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}
