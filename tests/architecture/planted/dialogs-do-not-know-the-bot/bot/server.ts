export const port = 3978;
