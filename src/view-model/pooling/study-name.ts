import type { EvidenceDetails } from '../../evidence/details.js';

type Named = Pick<EvidenceDetails, 'studies' | 'otherStudies'>;

/** A title that stands in for a name is cut after so many words. */
const TITLE_WORDS = 5;

/** "Xu et al 2009"; a journal or title stands in where authors are unknown; a reader's own study keeps its name. */
export function studyName(id: string, { studies, otherStudies }: Named): string {
  const study = studies.find((row) => row.id === id);
  if (study) return `${study.authors} ${study.year}`;
  const { authors, journal, title, year } = otherStudies.find((row) => row.id === id)?.citation ?? {};
  const first = authors?.includes(',') ? `${authors.split(/ [A-Z]+,/)[0]!} et al` : authors;
  const name = first ?? journal ?? (title && `${title.split(' ').slice(0, TITLE_WORDS).join(' ')} …`);
  return name === undefined ? id : [name, year].filter((part) => part !== undefined).join(' ');
}

/** Where the study is cited: its DOI or PubMed record, else the address at which a count was read. */
export function studyLink(id: string, { studies, otherStudies }: Named, url: string | null): string | null {
  const study = studies.find((row) => row.id === id) ?? otherStudies.find((row) => row.id === id);
  const { doi, pmid } = study?.citation ?? {};
  return doi ? `https://doi.org/${doi}` : pmid ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : url;
}
