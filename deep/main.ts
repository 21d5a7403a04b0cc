// `npm run deep`: every suite in full, one line each with its figures. A word after the command chooses suites by name.
import { declaredVerbs } from '#platform/access'
import { ownDatabases } from './databases.ts'
import { accessMatrix } from './matrix.ts'
import { details, line } from './outcome.ts'
const databases = await ownDatabases()
const db = await databases.clone()
void declaredVerbs
const outcome = await accessMatrix(db.appPool, { share: Number(process.env['SHARE'] ?? 1) })
console.log(line('access matrix', outcome))
console.log(process.env['ALL'] ? outcome.deviations.join('\n') : details(outcome))
await databases.close()
