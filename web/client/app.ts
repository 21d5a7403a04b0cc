// The script of every page. It makes things faster, never possible: without it every link and form still works.

import { startComboBoxes } from './combo-box.ts'
import { startConditions } from './conditions.ts'
import { startCopying } from './copy-text.ts'
import { startDatePickers } from './date-picker.ts'
import { startDrafts } from './drafts.ts'
import { startFiles } from './file-drop.ts'
import { startKeys } from './keys.ts'
import { startLive } from './live.ts'
import { startMenus } from './menus.ts'
import { startSelection } from './selection.ts'
import { startSending } from './send.ts'

startSending()
startMenus()
startSelection()
startDrafts()
startKeys()
startComboBoxes()
startConditions()
startDatePickers()
startFiles()
startCopying()
startLive()
