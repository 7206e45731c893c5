/** The text of a file, and how its bytes were read where that was a guess. */
export interface DecodedText {
  readonly text: string;
  readonly guessed: 'utf-16le' | 'utf-16be' | 'windows-1252' | null;
}

/**
 * Bytes as text: by their byte order mark, else UTF-8 where they are that, else what spreadsheets write: UTF-16 where
 * every other byte is 0, or Windows-1252. Any bytes give some text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = encodingByMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), guessed: null };
  const wide = zerosSuggest(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), guessed: wide };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: null };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), guessed: 'windows-1252' };
  }
}

function encodingByMark([first, second, third]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Latin text in UTF-16 has a 0 in nearly every other byte; the first kilobyte tells. */
function zerosSuggest(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 1024);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2]! += 1;
  const most = length * 0.4;
  if (zeros[1]! > most && zeros[0] === 0) return 'utf-16le';
  return zeros[0]! > most && zeros[1] === 0 ? 'utf-16be' : null;
}
