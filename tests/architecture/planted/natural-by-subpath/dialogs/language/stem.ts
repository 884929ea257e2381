import natural from 'natural';
export const stem = natural;
