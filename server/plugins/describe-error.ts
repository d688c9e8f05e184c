/** What a log says of an error: databases put values into other members of theirs. */
export function describeError(error: Error): { type: string; message: string; stack: string; code?: string } {
  const { name, message, stack = '' } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { type: name, message, stack, ...code };
}
