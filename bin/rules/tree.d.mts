export interface Tree {
  readonly root: string
  readonly files: readonly string[]
}

export function openTree(root: string): Tree
