/** Flesch-Kincaid grade of the English patient text, as `npm run readability` measures it; a test keeps it current. */
export const READING_GRADE = 5;
