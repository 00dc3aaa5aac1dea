/** Files as the body of a call: `api.POST(path, { ...filesAs('file', files) })`. */
export function filesAs(part: string, files: readonly (File | { blob: Blob; name: string })[]) {
  const form = new FormData();
  for (const file of files) {
    if (file instanceof File) {
      form.append(part, file);
    } else {
      form.append(part, file.blob, file.name);
    }
  }
  // The generated types have strings where files stand.
  return { body: {}, bodySerializer: () => form };
}
