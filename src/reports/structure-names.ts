import { type PDFContext, PDFArray, PDFDict, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';

const NAME = /^node\d+$/;
const DIGITS = 8;

/**
 * Numbers the elements of the tagged structure from 1. The browser numbers them on from what it did before, which is
 * not the same in every process, and the same run has to give the same bytes.
 */
export function renumberStructure(context: PDFContext): void {
  const objects = context.enumerateIndirectObjects().map(([, object]) => object);
  const names = new Set<string>();
  for (const object of objects) {
    visitNames(object, (name) => {
      names.add(name);
      return undefined;
    });
  }
  // In the old order, so that the sorted tree of names stays sorted.
  const fresh = new Map(
    [...names].sort().map((name, at) => [name, `node${String(at + 1).padStart(DIGITS, '0')}`]),
  );
  for (const object of objects) visitNames(object, (name) => fresh.get(name));
}

/** Calls `visit` with every name within an object; what it returns, if anything, takes the name's place. */
function visitNames(object: PDFObject, visit: (name: string) => string | undefined): void {
  const replaced = (inner: PDFObject): PDFString | undefined => {
    if (!(inner instanceof PDFString) || !NAME.test(inner.asString())) {
      visitNames(inner, visit);
      return undefined;
    }
    const name = visit(inner.asString());
    return name === undefined ? undefined : PDFString.of(name);
  };
  if (object instanceof PDFDict) {
    for (const [key, inner] of object.entries()) {
      const name = replaced(inner);
      if (name) object.set(PDFName.of(key.decodeText()), name);
    }
  } else if (object instanceof PDFArray) {
    for (const [at, inner] of object.asArray().entries()) {
      const name = replaced(inner);
      if (name) object.set(at, name);
    }
  }
}
