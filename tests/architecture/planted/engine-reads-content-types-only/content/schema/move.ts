export const TIPS = ['be-reachable'];
