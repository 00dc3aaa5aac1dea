const SOUND = /\.(wav|wave|flac|ogg|oga|mp3)$/i;
const ARCHIVE = /\.zip$/i;

/** More than this in one archive is not unpacked in a browser's memory. */
const MOST_UNPACKED_BYTES = 1 << 30;

/** The recordings among what was dropped or chosen: files as they are, and those in folders and zips. */
export async function recordingsIn(files: readonly File[]): Promise<File[]> {
  const all = await Promise.all(files.map(async (file) => (ARCHIVE.test(file.name) ? await unpacked(file) : [file])));
  return all.flat();
}

async function unpacked(archive: File): Promise<File[]> {
  const { unzipSync } = await import('fflate');
  let bytes = 0;
  try {
    const contents = unzipSync(new Uint8Array(await archive.arrayBuffer()), {
      filter: ({ name, originalSize }) => {
        bytes += originalSize;
        return SOUND.test(name) && !name.startsWith('__MACOSX/') && bytes < MOST_UNPACKED_BYTES;
      },
    });
    return Object.entries(contents).map(
      ([name, content]) => new File([content], name.slice(name.lastIndexOf('/') + 1)),
    );
  } catch {
    // Whatever it is, it is no archive; the server says what is wrong with it.
    return [archive];
  }
}
