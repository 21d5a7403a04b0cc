// What the installation is told by its environment, read once.
import { resolve } from 'node:path'
import { CannotStart } from '#platform/db/cannot-start'

export interface Config {
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly port: number
  readonly host: string
  /** The address people use; decides the links in mail and whether cookies demand https. */
  readonly url: string
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly logLevel: string
  readonly demonstration: boolean
  /** all = pages and jobs in one process; app and worker apart when there are several. */
  readonly role: 'all' | 'app' | 'worker'
  readonly development: boolean
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = readPort(env['PORT'] || '3000')
  const url = readUrl(env['KONTORET_URL'] || `http://localhost:${port}`)
  const role = env['KONTORET_ROLE'] || 'all'
  if (role !== 'all' && role !== 'app' && role !== 'worker')
    throw new CannotStart('KONTORET_ROLE should be all, app or worker.')
  return {
    dataFolder: resolve(env['KONTORET_DATA'] || 'data'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    port,
    host: env['HOST'] || 'localhost',
    url,
    smtpUrl: env['KONTORET_SMTP'] || undefined,
    mailFrom: env['KONTORET_MAIL_FROM'] ?? 'Kontoret <kontoret@tyreso.example>',
    logLevel: env['LOG_LEVEL'] ?? 'silent',
    demonstration: env['KONTORET_DEMO'] !== 'off',
    role,
    development: env['NODE_ENV'] !== 'production' && env['KONTORET_DESIGN'] !== 'off',
  }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > 65_535) throw new CannotStart(`PORT should be a number from 1 to 65535, not “${text}”.`)
  return port
}

/** Without the slash at its end; a path beneath the host is not served. */
function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const fits = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === ''
  if (!fits) throw new CannotStart(`KONTORET_URL should be an address such as https://kontoret.example, not “${text}”.`)
  return url.origin
}
