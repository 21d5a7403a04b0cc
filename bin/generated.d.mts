export function makeFromDatabase(tree?: string): Promise<Map<string, string>>
export function makeFromContracts(tree?: string): Promise<Map<string, string>>
export function writeGenerated(tree?: string): Promise<void>
