export { type ReadOptions, readPaths } from './paths';
export { isUnreadable, READ_RULES } from './rules';
export { type Reading, readText } from './text';
