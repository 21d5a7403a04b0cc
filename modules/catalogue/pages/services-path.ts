// Where the services stand.

export const path = '/tjanster'
