import { AFRelationship, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { renumberStructure } from './structure-names.js';

export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly language: string;
  /** Hexadecimal; makes the file's identity from its content. */
  readonly hash: string;
  readonly attachment: { readonly name: string; readonly description: string; readonly content: Uint8Array };
}

/** Gives a printed report its title, language and identity, and attaches the run; takes out the clock. */
export async function finishPdf(printed: Uint8Array, facts: PdfFacts): Promise<Uint8Array> {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setAuthor(facts.author);
  document.setSubject(facts.subject);
  document.setLanguage(facts.language);
  document.setCreator('Bokslut');
  const { name, description, content } = facts.attachment;
  await document.attach(content, name, {
    mimeType: 'application/json',
    description,
    afRelationship: AFRelationship.Source,
  });
  await document.flush();
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict)
      for (const date of ['CreationDate', 'ModDate']) object.delete(PDFName.of(date));
  }
  renumberStructure(document.context);
  const identity = PDFHexString.of(facts.hash.slice(0, 32).toUpperCase());
  document.context.trailerInfo.ID = document.context.obj([identity, identity]);
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}
