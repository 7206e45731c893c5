/** What is wrong with data: a code and a place. The words for a reader stand elsewhere (`format-issue.ts`, src/i18n). */
export interface Issue {
  code: string;
  path: (string | number)[];
  /** What stood there, as JSON can carry it: objects by kind, long text cut. */
  value?: IssueValue;
  /** Values or range that would have been right. */
  allowed?: IssueValue[];
  /** Numbers and names for the sentence. */
  params?: Record<string, IssueValue>;
}
export type IssueValue = string | number | boolean | null;
