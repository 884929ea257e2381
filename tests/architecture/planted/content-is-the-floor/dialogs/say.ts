export const say = 'hello';
