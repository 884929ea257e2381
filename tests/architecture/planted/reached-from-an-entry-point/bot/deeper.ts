export const deeper = 1;
