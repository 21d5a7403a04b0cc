// The house's walls: ranks and doors (design.md §3), pure rule files, browser code, and no cycles.

import { builtinModules } from 'node:module'
import { clientShared, pureFiles, ranks, top, webDoors } from './ranks.mjs'
import { forTests, isTest } from './tree.mjs'

export const doors = {
  name: 'ranks and doors',
  find: (tree) => everyImport(tree).flatMap((edge) => sentence(edge, checkEdge(edge, tree))),
}

export const pure = { name: 'pure rule files', find: findImpureRules }

export const client = { name: 'browser code', find: findServerCodeInBrowser }

export const cycles = { name: 'no cycles', find: findCycles }

export const ranked = {
  name: 'every module has a rank',
  find: (tree) =>
    [...new Set(tree.files.filter((file) => /^modules\/[^/]+\//.test(file)).map((file) => file.split('/')[1]))]
      .filter((module) => !(module in ranks))
      .map((module) => `modules/${module} has no rank; give it one in bin/rules/ranks.mjs`),
}

function everyImport(tree) {
  return tree.code.flatMap((from) =>
    tree.module(from).imports.map((found) => ({ from, to: tree.resolve(from, found.specifier), ...found })),
  )
}

function sentence(edge, fault) {
  return fault === undefined ? [] : [`${edge.from}:${edge.line} ${fault} (${edge.specifier})`]
}

/** basics, platform, web, modules/cases, connections/sie, app … */
function areaOf(file) {
  const [first, second] = file.split('/')
  return first === 'modules' || first === 'connections' ? `${first}/${second}` : first
}

function checkEdge({ from, to, specifier, typeOnly }, tree) {
  const here = areaOf(from)
  const inTest = forTests(tree).has(from)
  if (to === undefined) {
    const outside = !isTest(from) && here === 'basics' && !specifier.startsWith('.') && !specifier.startsWith('#')
    return outside ? 'basics are pure words and import no package' : undefined
  }
  const there = areaOf(to)
  if (to.startsWith('platform/testing/') && !inTest && !mayUseTesting(from)) return 'the test harness is for tests'
  if (here === there) return checkInsideWeb(from, to)
  if (inTest && there === 'world') return undefined
  return checkSight(from, here, to, there, typeOnly) ?? checkDoor(from, to, there, specifier)
}

function mayUseTesting(from) {
  const users = ['platform/testing/', 'journeys/', 'bench/', 'deep/', 'bin/']
  return users.some((user) => from.startsWith(user)) || from === 'vitest.config.ts'
}

function checkSight(from, here, to, there, typeOnly) {
  if (top.includes(here) || from === 'vitest.config.ts') return undefined
  if (top.includes(there)) return `nobody imports ${there}`
  if (there === 'basics') return undefined
  if (here === 'basics') return 'basics import nothing of ours'
  if (here === 'platform') return 'platform imports basics only'
  if (here === 'web') return checkWeb(from, to, there, typeOnly)
  if (there === 'platform') return undefined
  if (here.startsWith('modules/')) return checkModule(here.slice('modules/'.length), there)
  if (here.startsWith('connections/'))
    return there.startsWith('modules/') ? undefined : 'a connection sees basics, platform and module doors'
  return undefined
}

/** Pages over the platform's own registries (search, figures, notices) belong to no module and stand in web/pages. */
const isWebPage = (file) => file.startsWith('web/pages/')

function checkInsideWeb(from, to) {
  const leak = from.startsWith('web/') && !isWebPage(from) && !isTest(from) && isWebPage(to)
  return leak ? 'components and shell see no page' : undefined
}

function checkWeb(from, to, there, typeOnly) {
  if (there === 'platform') {
    return typeOnly || isTest(from) || isWebPage(from) ? undefined : 'web imports only types from platform'
  }
  if (from.startsWith('web/client/') && clientShared.includes(to)) return undefined
  return 'web knows no module'
}

function checkModule(module, there) {
  if (there === 'web') return undefined
  if (there.startsWith('connections/')) return 'modules know no connection'
  const other = there.slice('modules/'.length)
  if (ranks[module]?.includes(other)) return undefined
  return `${module} may not see ${other}`
}

/** Modules and the shared parts of web are reached by their names (#cases, #ui); a path may not climb past a door. */
function checkDoor(from, to, there, specifier) {
  if (there.startsWith('modules/')) {
    if (from.startsWith('web/client/') && clientShared.includes(to)) return undefined
    return specifier === `#${there.slice('modules/'.length)}` ? undefined : 'past the door'
  }
  if (there === 'web' && from.startsWith('modules/')) {
    return webDoors.includes(to) && specifier.startsWith('#') ? undefined : 'past the door'
  }
  const hasName = there === 'basics' || there === 'platform'
  if (hasName && specifier.startsWith('.') && !/^(bin\/|vitest\.config\.ts$)/.test(from)) {
    return `use #${there}/… instead of a path out of the folder`
  }
  return undefined
}

function isPure(file) {
  return file.startsWith('modules/') && pureFiles.includes(file.split('/').at(-1))
}

/** A rule file, and whatever of its module it needs, sees only basics; the rule file names no platform even as a type. */
function findImpureRules(tree) {
  const faults = []
  const seen = new Set(tree.code.filter(isPure))
  for (const from of seen) {
    for (const found of tree.module(from).imports) {
      const to = tree.resolve(from, found.specifier)
      const fault = isPure(from) || !found.typeOnly ? checkPure(from, to, found.typeOnly) : undefined
      faults.push(...sentence({ from, ...found }, fault))
      if (fault === undefined && to?.startsWith('modules/') && !found.typeOnly) seen.add(to)
    }
  }
  return faults
}

function checkPure(from, to, typeOnly) {
  if (to === undefined) return typeOnly ? undefined : 'a rule file imports no package'
  if (to.startsWith('platform/')) return 'a rule file sees no platform'
  if (to.endsWith('/store.ts')) return 'a rule file sees no store'
  if (typeOnly || to.startsWith('basics/') || areaOf(to) === areaOf(from)) return undefined
  return 'a rule file sees only basics and rules of its module'
}

/** Everything the browser's script reaches by value must be fit for a browser. */
function findServerCodeInBrowser(tree) {
  const entries = tree.code.filter((file) => file.startsWith('web/client/') && !forTests(tree).has(file))
  const faults = []
  const seen = new Set(entries)
  for (const from of seen) {
    for (const { specifier, line, typeOnly } of tree.module(from).imports) {
      if (typeOnly) continue
      const to = tree.resolve(from, specifier)
      if (to === undefined) {
        const builtin = specifier.startsWith('node:') || builtinModules.includes(specifier)
        if (builtin) faults.push(`${from}:${line} the browser has no ${specifier}`)
      } else if (/^(basics|web\/client|web\/ui)\//.test(to) || clientShared.includes(to)) {
        seen.add(to)
      } else {
        faults.push(`${from}:${line} server code in the browser's script (${specifier})`)
      }
    }
  }
  return faults
}

/** Value imports only: types are gone when the program runs. */
function findCycles(tree) {
  const faults = []
  const state = new Map()
  const path = []
  const enter = (file) => {
    state.set(file, 'open')
    path.push(file)
    for (const { specifier, typeOnly } of tree.module(file).imports) {
      const to = typeOnly ? undefined : tree.resolve(file, specifier)
      if (to === undefined || !/\.tsx?$/.test(to)) continue
      if (state.get(to) === 'open') faults.push(`cycle: ${[...path.slice(path.indexOf(to)), to].join(' → ')}`)
      else if (!state.has(to)) enter(to)
    }
    path.pop()
    state.set(file, 'done')
  }
  for (const file of tree.code) if (!state.has(file)) enter(file)
  return faults
}
