import { z } from 'zod';

/** A figure, or null where there is none. */
export const value = z.number().nullable();
/** A figure that results of earlier models lack. */
export const laterValue = value.default(null);

export const words = z.string();

/** A list that results of earlier models lack. */
export const laterList = <Item extends z.ZodType>(item: Item) =>
  z.array(item).default(() => [] as z.output<Item>[]);

export const perActor = z.record(z.string(), value);

/**
 * The fields of one part of a result. Every field that results hold now must be named; what else a result of another
 * model holds is let through.
 */
export const fieldsOf =
  <Part>() =>
  <Shape extends Readonly<Record<keyof Part, z.ZodType>>>(shape: Shape) =>
    z.looseObject(shape);
