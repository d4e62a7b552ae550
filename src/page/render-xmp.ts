import type { PdfDescription } from './describe-pdf.ts';
import { renderBlankSeal, SEAL_NAMESPACE } from './seal-pdf.ts';

/**
 * The XMP packet of a PDF (ISO 16684-1): Dublin Core, and the same facts as the document information
 * dictionary in the names of the `pdf` and `xmp` schemas.
 *
 * @param isAccessible whether it says PDF/UA-1 (ISO 14289-1, 5): our own checks found nothing
 */
export function renderXmp(description: PdfDescription, producer: string, isAccessible: boolean): string {
  const moment = `${description.date}T00:00:00Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:plumbline="${SEAL_NAMESPACE}"${isAccessible ? '\n xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"' : ''}>
<dc:format>application/pdf</dc:format>
<dc:title>${languageAlternative(description.title)}</dc:title>
<dc:creator>${list('Seq', description.authors)}</dc:creator>
<dc:description>${languageAlternative(description.subject)}</dc:description>
<dc:subject>${list('Bag', description.keywords)}</dc:subject>
<dc:publisher>${list('Bag', [description.publisher])}</dc:publisher>
<dc:rights>${languageAlternative(description.rights)}</dc:rights>
<dc:language>${list('Bag', [description.language])}</dc:language>
<dc:date>${list('Seq', [description.date])}</dc:date>
<pdf:Producer>${escapeXml(producer)}</pdf:Producer>
<pdf:Keywords>${escapeXml(description.keywords.join(', '))}</pdf:Keywords>
<xmp:CreatorTool>Plumbline</xmp:CreatorTool>
<xmp:CreateDate>${moment}</xmp:CreateDate>
<xmp:ModifyDate>${moment}</xmp:ModifyDate>
<xmp:MetadataDate>${moment}</xmp:MetadataDate>
${isAccessible ? '<pdfuaid:part>1</pdfuaid:part>\n' : ''}${renderBlankSeal()}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function languageAlternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
}

function list(kind: 'Seq' | 'Bag', items: readonly string[]): string {
  const entries = items.map((item) => `<rdf:li>${escapeXml(item)}</rdf:li>`).join('');
  return `<rdf:${kind}>${entries}</rdf:${kind}>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
