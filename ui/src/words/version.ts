// "4.7.3.8101-5c7f10e3d" is read as 4.7.3.8101; the rest names the build for its makers.
export function shortVersion(version: string): string {
  return version.split('-', 1)[0] ?? version;
}
