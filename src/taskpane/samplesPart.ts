import './zodWithoutEval';

/** The sample files, for those who ask for them. */
export { loadSampleFiles } from './sampleFiles';
