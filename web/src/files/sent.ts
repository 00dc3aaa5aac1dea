/** A file, and the name it is sent under: `label/file` and `label/speaker/file` tell the server what they are. */
export type Sent = { file: File; path: string };

const TAKEN = /\.(wav|wave|flac|ogg|oga|mp3|zip)$/i;

/** What was chosen: files by their names, a folder's by their ways through it. */
export function sentOf(files: readonly File[]): Sent[] {
  const sent = files.map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  return withoutOuterFolder(sent.filter(({ path }) => !path.includes('/') || TAKEN.test(path)));
}

/** What was dropped, whole folders too. */
export async function sentIn(transfer: DataTransfer): Promise<Sent[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) {
    return sentOf([...transfer.files]);
  }
  const found = await Promise.all(entries.map((entry) => inside(entry, true)));
  return withoutOuterFolder(found.flat());
}

/**
 * The names without the folder they all lie in, where it holds folders of labels: a folder `set` of `set/yes` and `set/no` is no label. The
 * server does the same with archives.
 */
export function withoutOuterFolder<T extends { path: string }>(sent: readonly T[]): T[] {
  const parts = sent.map(({ path }) => path.split('/'));
  const folders = (depth: number) => new Set(parts.map((each) => each[depth])).size;
  const outer = parts.every((each) => each.length > 2) && folders(0) === 1 && folders(1) > 1;
  return outer ? sent.map((each) => ({ ...each, path: each.path.slice(each.path.indexOf('/') + 1) })) : [...sent];
}

async function inside(entry: FileSystemEntry, dropped: boolean): Promise<Sent[]> {
  if (entry.isFile) {
    // What a person drops is sent whatever it is, and refused with a reason; of a folder's files only recordings are.
    if (!dropped && !TAKEN.test(entry.name)) {
      return [];
    }
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      break;
    }
    all.push(...some);
  }
  return (await Promise.all(all.map((each) => inside(each, false)))).flat();
}
