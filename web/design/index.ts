// The door for the development route.

export { designPage, type DesignPageProps } from './design-page.tsx'
