import { checkSteps } from './check.ts'
import { runSteps, vitestStep } from './steps.ts'
import { installTestTools } from './test-tools.ts'

const missing = installTestTools()
if (missing === undefined) {
  process.exitCode = runSteps([
    { name: 'build', command: ['vite', 'build', '--app'] },
    ...checkSteps,
    vitestStep('end to end', '--config', 'test/e2e/vitest.config.ts'),
    // It looks at processes as Linux shows them.
    ...(process.platform === 'linux'
      ? [vitestStep('torture', '--config', 'test/torture/vitest.config.ts')]
      : []),
  ])
} else {
  console.error(missing)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
