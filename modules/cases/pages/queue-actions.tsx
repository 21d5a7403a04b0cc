// What can be done with a list as a whole: save it as a view, share its address, fetch its rows, print it.
import { addressIn } from '#platform/address'
import type { View } from '#platform/act'
import { onceKey } from '#platform/http/serve-site'
import type { Visit } from '#platform/http/site'
import { mayKeepFor, viewQuery } from '#platform/saved-views'
import type { SavedView } from '#platform/saved-views'
import { Button, ChoiceField, Form, Menu, MenuList, PrintButton, TextField } from '#ui'
import { deskText } from './desk-text.ts'
import type { DeskList } from './queue-state.ts'
import { addressTo, queryTo } from './queue-state.ts'

export interface ListActionsProps {
  readonly view: View
  readonly visit: Visit
  readonly shown: DeskList
  readonly saved: SavedView | undefined
  readonly unit: { readonly unitId: string; readonly name: string } | null
}

export function ListActions(props: ListActionsProps) {
  const { visit, shown } = props
  const text = deskText[visit.lang]
  const query = queryTo(shown)
  return (
    <>
      <SaveMenu {...props} />
      <ShareMenu {...props} />
      <Menu label={text.fetch} icon="download">
        <MenuList
          items={[
            { label: text.asExcel, href: visit.href(`${shown.path}/rader.xlsx${query}`), icon: 'download' },
            { label: text.asCsv, href: visit.href(`${shown.path}/rader.csv${query}`), icon: 'file-text' },
          ]}
        />
      </Menu>
      <PrintButton lang={visit.lang} />
    </>
  )
}

function SaveMenu({ view, visit, shown, saved, unit }: ListActionsProps) {
  const { lang } = visit
  const text = deskText[lang]
  const mayShare = unit !== null && mayKeepFor(view, unit.unitId)
  const mayChange = saved && (saved.unitId === null || mayKeepFor(view, saved.unitId))
  if (saved && mayChange)
    return (
      <Menu label={text.changeView} icon="bookmark">
        <Form
          action={visit.href(`${shown.path}/andra-vy`)}
          class="filter-form"
          hidden={{
            _once: onceKey(),
            _version: String(saved.version),
            vy: saved.viewId,
            lista: viewQuery(queryTo(shown)),
          }}
          enhance
        >
          <TextField lang={lang} name="namn" id="vynamn" label={text.viewName} value={saved.name} maxLength={80} />
          <div class="actions">
            <Button kind="primary" small>
              {text.saveName}
            </Button>
            <Button small kind="quiet" icon="trash" formAction={visit.href(`${shown.path}/ta-bort-vy`)}>
              {text.removeView}
            </Button>
          </div>
        </Form>
      </Menu>
    )
  return (
    <Menu label={text.saveView} icon="bookmark">
      <Form
        action={visit.href(`${shown.path}/spara-vy`)}
        class="filter-form"
        hidden={{ _once: onceKey(), lista: viewQuery(queryTo(shown)) }}
        enhance
      >
        <TextField lang={lang} name="namn" id="vynamn" label={text.viewName} hint={text.viewHint} maxLength={80} />
        {mayShare && (
          <ChoiceField
            lang={lang}
            tight
            name="for"
            id="vy-for"
            label={text.viewFor}
            value="mig"
            options={[
              { value: 'mig', label: text.onlyMe },
              { value: 'enhet', label: text.everybodyIn(unit.name) },
            ]}
          />
        )}
        <Button kind="primary" small>
          {text.saveView}
        </Button>
      </Form>
    </Menu>
  )
}

/** The address is the view: whoever opens it sees the rows they themselves may read. */
function ShareMenu({ view, visit, shown }: ListActionsProps) {
  const text = deskText[visit.lang]
  const address = addressIn(view.tenant, addressTo(shown))
  return (
    <Menu label={text.share} icon="share">
      <div class="filter-form">
        <p class="sm">{text.shareHelp}</p>
        <a class="sm" href={visit.href(addressTo(shown))}>
          {address}
        </a>
        <copy-text data-value={address} data-done={text.copied}>
          <button type="button" class="btn sm">
            {text.copyAddress}
          </button>
        </copy-text>
      </div>
    </Menu>
  )
}
