// Finds the browser that journeys use: KONTORET_CHROMIUM, else chromium or google-chrome from PATH.

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export function findChromium(): string | undefined {
  const chosen = process.env['KONTORET_CHROMIUM']
  if (chosen !== undefined && chosen !== '') return isProgram(chosen) ? chosen : undefined
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      const path = join(folder, name)
      if (folder !== '' && isProgram(path)) return path
    }
  }
  return undefined
}

/** For `executablePath` of playwright-core. A browser test without a browser fails; it is never skipped in silence. */
export function chromiumPath(): string {
  const path = findChromium()
  if (path === undefined) {
    throw new Error('No Chromium found: run npm test once, install chromium, or set KONTORET_CHROMIUM to its path.')
  }
  return path
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
