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
  const port = Number(env['PORT'] ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CannotStart(`PORT should be a number from 0 to 65535, not “${env['PORT']}”.`)
  const url = env['KONTORET_URL'] ?? `http://localhost:${port}`
  if (!URL.canParse(url))
    throw new CannotStart(`KONTORET_URL should be an address such as https://kontoret.example, not “${url}”.`)
  const role = env['KONTORET_ROLE'] ?? 'all'
  if (role !== 'all' && role !== 'app' && role !== 'worker')
    throw new CannotStart('KONTORET_ROLE should be all, app or worker.')
  return {
    dataFolder: resolve(env['KONTORET_DATA'] ?? 'data'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    port,
    host: env['HOST'] ?? 'localhost',
    url: url.replace(/\/$/, ''),
    smtpUrl: env['KONTORET_SMTP'] || undefined,
    mailFrom: env['KONTORET_MAIL_FROM'] ?? 'Kontoret <kontoret@tyreso.example>',
    logLevel: env['LOG_LEVEL'] ?? 'silent',
    demonstration: env['KONTORET_DEMO'] !== 'off',
    role,
    development: env['NODE_ENV'] !== 'production' && env['KONTORET_DESIGN'] !== 'off',
  }
}
