// The door to the shell: a page's content in, a whole document out.

export { errorPage, type ErrorPageProps } from './error-page.tsx'
export { page } from './page.tsx'
export type {
  Assets,
  NavItem,
  Rail,
  RailGroup,
  RailItem,
  Seat,
  ShellAddresses,
  ShellProps,
  ShellTenant,
  Theme,
} from './types.ts'
export { isHexColour, organisationCss, organisationCssPath } from '../styles/organisation-colour.ts'
