import { runSteps, vitestStep, type Step } from './steps.ts'

export const checkSteps: readonly Step[] = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'format', command: ['biome', 'format', '.'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'words', command: ['node', 'build/check-words.ts'] },
  { name: 'floors', command: ['node', 'build/floors.ts'] },
  vitestStep('unit tests'),
]

if (import.meta.main) process.exitCode = runSteps(checkSteps)
