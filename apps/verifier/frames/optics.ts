import { emptyPlane, mapPlane, type Plane } from './plane.ts'
import { between, normal, type Random } from './random.ts'

/** Out of focus: a Gaussian, by rows and then by columns. */
export function blur(plane: Plane, sigma: number): Plane {
  const radius = Math.ceil(sigma * 3)
  const weights = Float32Array.from({ length: 2 * radius + 1 }, (_, at) =>
    Math.exp(-((at - radius) ** 2) / (2 * sigma * sigma)),
  )
  return along(along(plane, weights, 1, 0), weights, 0, 1)
}

/** A hand that moves while the shutter is open: the mean over a straight way of some pixels. */
export function motion(plane: Plane, pixels: number, angle: number): Plane {
  const steps = Math.max(1, Math.round(pixels * 2))
  const weights = new Float32Array(steps + 1).fill(1)
  return along(plane, weights, (Math.cos(angle) * pixels) / steps, (Math.sin(angle) * pixels) / steps)
}

/** Weighted mean over places that lie evenly on a line, the middle weight on the pixel itself. */
function along({ width, height, levels }: Plane, weights: Float32Array, stepX: number, stepY: number): Plane {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const middle = (weights.length - 1) / 2
  const spread = emptyPlane(width, height)
  for (let tap = 0; tap < weights.length; tap += 1) {
    const [x, y] = [Math.round((tap - middle) * stepX), Math.round((tap - middle) * stepY)]
    addShifted(spread, levels, x, y, (weights[tap] ?? 0) / sum)
  }
  return spread
}

/** Adds `weight` times the levels some pixels away; edges repeat. */
function addShifted(
  { width, height, levels: into }: Plane,
  levels: Float32Array,
  x: number,
  y: number,
  weight: number,
) {
  for (let row = 0, at = 0; row < height; row += 1) {
    const from = Math.min(height - 1, Math.max(0, row + y)) * width
    for (let column = 0; column < width; column += 1, at += 1) {
      into[at] = (into[at] ?? 0) + weight * (levels[from + Math.min(width - 1, Math.max(0, column + x))] ?? 0)
    }
  }
}

/** Light that falls off from one side of the frame to the other. */
export function shade(plane: Plane, random: Random): Plane {
  const angle = between(random, 0, 2 * Math.PI)
  const [across, down] = [Math.cos(angle) / plane.width, Math.sin(angle) / plane.height]
  return mapPlane(
    plane,
    (level, x, y) => level * (0.85 + 0.35 * ((x - plane.width / 2) * across + (y - plane.height / 2) * down)),
  )
}

/** A lamp mirrored in the paper: a bright spot that saturates, near the middle of the frame. */
export function glare(plane: Plane, random: Random): Plane {
  const [spotX, spotY] = [plane.width / 2 + between(random, -120, 120), plane.height / 2 + between(random, -120, 120)]
  const radius = between(random, 30, 50)
  return mapPlane(plane, (level, x, y) => {
    const distance = ((x - spotX) ** 2 + (y - spotY) ** 2) / (2 * radius * radius)
    return Math.min(255, level + 260 * Math.exp(-distance))
  })
}

/** The rows and columns of a phone's screen, seen by the camera's own grid: two waves, a quarter of the light. */
export function moire(plane: Plane, random: Random): Plane {
  const waves = [0, Math.PI / 2].map((turn) => {
    const angle = turn + between(random, -0.2, 0.2)
    const step = (2 * Math.PI) / between(random, 2.2, 9)
    return [Math.cos(angle) * step, Math.sin(angle) * step] as const
  })
  return mapPlane(plane, (level, x, y) => {
    const light = waves.reduce((sum, [across, down]) => sum + Math.sin(across * x + down * y), 0)
    return level * (1 - 0.25 * (0.5 + light / 4))
  })
}

/** A sensor's own noise. */
export function noise(plane: Plane, deviation: number, random: Random): Plane {
  return mapPlane(plane, (level) => level + deviation * normal(random))
}
