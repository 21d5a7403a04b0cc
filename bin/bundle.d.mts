/** One file of ours with all it imports, except packages. */
export function bundleServer(entry: string, outfile: string, tree?: string): Promise<void>
export function bundleClient(tree?: string): Promise<void>
