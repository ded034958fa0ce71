const numbers = new Intl.NumberFormat('en');

/** A whole number with its thousands apart: `1,204`. */
export function grouped(count: number): string {
  return numbers.format(count);
}

/** A number and what it counts: `1 post`, `1,204 posts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
