import { useParams } from '@tanstack/react-router';

/** A part of the path that the route names, such as the type in `/list/$type`. */
export function useAddressPart(name: string): string | undefined {
  return useParams({
    strict: false,
    select: (params: Readonly<Record<string, string | undefined>>) => params[name],
  });
}
