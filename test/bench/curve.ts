import { isFalseAlarm, isRight, isSilent, marksOf, share } from './score.ts'
import type { Run } from './run-cases.ts'

/** What is let pass of the doubt that the review's thresholds usually let pass. */
const scales = [0.02, 0.05, 0.1, 0.2, 0.4, 1, 2, 4] as const

interface Stop {
  readonly scale: number
  readonly alarms: number
  readonly silent: number
}

/** The drawing in pixels, with room for words left and below. */
const area = { left: 90, top: 60, width: 620, height: 380 } as const

/** Silent mistakes against false alarms for stricter and laxer thresholds, as an SVG picture. */
export function curveOf(runs: readonly Run[]): string {
  const stops = scales.map((scale): Stop => {
    const marks = marksOf(runs, scale)
    return {
      scale,
      alarms: share(marks.filter(isRight), isFalseAlarm),
      silent: share(marks, isSilent),
    }
  })
  const most = {
    alarms: niceAbove(Math.max(0.1, ...stops.map(({ alarms }) => alarms)), 0.05),
    silent: niceAbove(Math.max(0.001, ...stops.map(({ silent }) => silent)), 0.0005),
  }
  const x = (alarms: number): number => area.left + (alarms / most.alarms) * area.width
  const y = (silent: number): number => area.top + area.height * (1 - silent / most.silent)
  const points = stops.map(({ alarms, silent }) => `${round(x(alarms))},${round(y(silent))}`)
  const { left, top, width, height } = area
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 520" font-family="sans-serif" font-size="13">',
    '<rect width="760" height="520" fill="#fff"/>',
    '<text x="90" y="32" font-size="16">Silent mistakes against false alarms, by how much doubt the review lets pass</text>',
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="none" stroke="#999"/>`,
    ...ticks(5).flatMap((at) => [
      `<text x="${round(x(most.alarms * at))}" y="${top + height + 20}" text-anchor="middle">${percentOf(most.alarms * at, 1)}</text>`,
      `<text x="${left - 8}" y="${round(y(most.silent * at)) + 4}" text-anchor="end">${percentOf(most.silent * at, 3)}</text>`,
    ]),
    `<text x="${left + width / 2}" y="${top + height + 44}" text-anchor="middle">right fields that must be looked at</text>`,
    `<text transform="translate(22 ${top + height / 2}) rotate(-90)" text-anchor="middle">fields wrong and not looked at</text>`,
    `<path d="M${left} ${round(y(0.0005))}h${width}" stroke="#c33" stroke-dasharray="4 4"/>`,
    `<polyline points="${points.join(' ')}" fill="none" stroke="#2a6" stroke-width="2"/>`,
    ...stops.map(({ scale, alarms, silent }) => {
      const [cx, cy] = [round(x(alarms)), round(y(silent))]
      return (
        `<circle cx="${cx}" cy="${cy}" r="${scale === 1 ? 6 : 3}" fill="${scale === 1 ? '#163' : '#2a6'}"/>` +
        `<text x="${cx + 8}" y="${cy - 8}">×${scale}</text>`
      )
    }),
    '</svg>\n',
  ].join('\n')
}

const ticks = (count: number): number[] =>
  Array.from({ length: count + 1 }, (_, index) => index / count)
const niceAbove = (value: number, step: number): number => Math.ceil(value / step) * step
const round = (value: number): number => Math.round(value * 10) / 10
const percentOf = (value: number, digits: number): string => `${(value * 100).toFixed(digits)} %`
