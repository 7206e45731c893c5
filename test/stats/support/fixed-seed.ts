import fc from 'fast-check';

/** The same examples in every run of the mutation tests, so that a survivor is one of the mutant and not of chance. */
fc.configureGlobal({ seed: 19870209 });
