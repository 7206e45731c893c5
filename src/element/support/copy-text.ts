/** Copies a text, and says whether the browser let it: a page without https, or its policy, can refuse. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
