// Builds dist/: the server in one file (packages stay in node_modules) and, in dist/client, the browser's script and
// style with the hash of their content in the name, each also compressed. dist/client/manifest.json maps a source path
// to the file to ask for: {"web/client/app.ts": "app-AB12CD34.js", "web/styles/index.css": "index-….css", fonts too}.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build, stop } from 'esbuild'
import { root } from './runtime.mjs'

const jsx = { jsx: 'automatic', jsxImportSource: 'preact' }

export async function bundle(tree = root) {
  await Promise.all([bundleServer('app/main.ts', 'dist/server.mjs', tree), bundleClient(tree)])
}

/** Ends esbuild's own process, which otherwise waits for more as long as we live. */
export async function stopBuilding() {
  await stop()
}

/** One file of ours with all it imports, except packages. */
export async function bundleServer(entry, outfile, tree = root) {
  await build({
    ...{ absWorkingDir: tree, entryPoints: [entry], outfile, bundle: true },
    ...{ platform: 'node', target: 'node26', format: 'esm', packages: 'external', sourcemap: 'linked' },
    ...{ ...jsx, legalComments: 'none', logLevel: 'warning' },
  })
}

export async function bundleClient(tree = root) {
  const entryPoints = ['web/client/app.ts', 'web/styles/index.css', 'web/shell/icon.svg'].filter((path) =>
    existsSync(join(tree, path)),
  )
  const outdir = 'dist/client'
  mkdirSync(join(tree, outdir), { recursive: true })
  const { metafile } = await build({
    ...{ absWorkingDir: tree, entryPoints, outdir, bundle: true, minify: true, splitting: true, metafile: true },
    ...{ platform: 'browser', target: ['es2024', 'safari18'], format: 'esm', sourcemap: 'linked', ...jsx },
    ...{ entryNames: '[name]-[hash]', chunkNames: 'part-[hash]', assetNames: '[name]-[hash]', legalComments: 'none' },
    ...{ loader: { '.woff2': 'file', '.svg': 'copy', '.png': 'file' }, logLevel: 'warning' },
  })
  const manifest = {}
  for (const [file, output] of Object.entries(metafile.outputs)) {
    const inputs = Object.keys(output.inputs)
    const source = output.entryPoint ?? (/\.(js|css|map)$/.test(file) ? undefined : inputs[0])
    if (source) manifest[source] = relative(outdir, file)
  }
  const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)))
  const made = new Set(Object.keys(metafile.outputs).map((file) => basename(file)))
  writeFileSync(join(tree, outdir, 'manifest.json'), `${JSON.stringify(sorted, null, 2)}\n`)
  await compress(join(tree, outdir), made)
}

/** Compresses what was made now and removes what an earlier build left. */
async function compress(folder, made) {
  for (const name of readdirSync(folder)) {
    if (name !== 'manifest.json' && !made.has(name.replace(/\.(br|gz)$/, ''))) rmSync(join(folder, name))
  }
  const worthwhile = [...made].filter((name) => /\.(js|css|svg)$/.test(name) && !existsSync(join(folder, `${name}.br`)))
  await Promise.all(
    worthwhile.map(async (name) => {
      const content = readFileSync(join(folder, name))
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
      writeFileSync(join(folder, `${name}.br`), await promisify(brotliCompress)(content, { params }))
      writeFileSync(join(folder, `${name}.gz`), await promisify(gzip)(content, { level: 9 }))
    }),
  )
}
