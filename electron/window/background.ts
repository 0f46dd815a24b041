/** The page's own paper colour, so that the window does not flash before the page is there. */
export const backgroundOf = (dark: boolean): string => (dark ? '#141816' : '#f5f6f3')
