import type { Tree } from './tree.mjs'

export interface Rule {
  readonly name: string
  find(tree: Tree): string[] | Promise<string[]>
}

export const rules: readonly Rule[]
export function check(root: string, chosen?: readonly Rule[]): Promise<{ passed: number; failed: number }>
