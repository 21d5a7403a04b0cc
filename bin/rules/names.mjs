// No folder or file without an owner: what is called utils ends up holding everything.

const refused = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'misc'])

export const names = {
  name: 'no folder named utils',
  find: (tree) =>
    tree.files.flatMap((file) =>
      file.split('/').some((part) => refused.has(part.split('.')[0].toLowerCase()))
        ? [`${file} say what it is, not that it helps (STYLE.md)`]
        : [],
    ),
}
