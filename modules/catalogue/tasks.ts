// What waits in the catalogue for the one who asks: drafts of one's own areas, reviews that are due, signatures.
import { may } from '#platform/access'
import type { Task, TaskSource } from '#platform/tasks'
import { drafts, openSignOffs, overdueReviews } from './draft-view.ts'

export const catalogueTasks: TaskSource = async (view) => {
  const tasks: Task[] = (await openSignOffs(view))
    .filter((one) => one.mine)
    .map(({ code, name, customerName }) => ({
      kind: 'sign',
      what: { sv: `Skriv under: ${name.sv}, ${customerName}`, en: `Sign: ${name.en}, ${customerName}` },
      href: `/tjanster/${code}`,
      due: null,
    }))
  if (!may(view.actor, 'catalogue.desk')) return tasks
  for (const { code, name } of (await drafts(view)).filter((one) => one.mine))
    tasks.push({
      kind: 'publish',
      what: { sv: `Publicera eller lämna tillbaka: ${name.sv}`, en: `Publish or hand back: ${name.en}` },
      href: `/tjanster/${code}/redigera`,
      due: null,
    })
  for (const { code, name, reviewOn } of await overdueReviews(view))
    tasks.push({
      kind: 'review',
      what: { sv: `Se över: ${name.sv}`, en: `Review: ${name.en}` },
      href: `/tjanster/${code}`,
      due: Temporal.PlainDate.from(reviewOn),
    })
  return tasks
}
