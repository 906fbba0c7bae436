package org.gridclear.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs PDFs as PAdES baseline B asks for (ETSI EN 319 142-1): a CMS signature over all bytes but
 * its own, with the certificate bound by signing-certificate-v2. The signature is added behind the
 * document, whose bytes stay; the same document, time and keys give the same bytes.
 */
public final class PdfSigning {
  private static final int SIGNATURE_BYTES = 8192;

  private PdfSigning() {}

  /**
   * The document with a signature behind it.
   *
   * @param at time of signing that it names
   * @param reason why, as readers show it
   */
  public static byte[] sign(SigningKeys keys, byte[] pdf, Instant at, String reason) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(pdf);
        SignatureOptions options = new SignatureOptions()) {
      document.setDocumentId(at.toEpochMilli());
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
      signature.setName(keys.certificate().getSubjectX500Principal().getName());
      signature.setReason(reason);
      signature.setSignDate(GregorianCalendar.from(ZonedDateTime.ofInstant(at, ZoneOffset.UTC)));
      options.setPreferredSignatureSize(SIGNATURE_BYTES);
      document.addSignature(signature, content -> cms(keys, content), options);
      document.saveIncremental(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] cms(SigningKeys keys, InputStream content) throws IOException {
    try {
      X509Certificate certificate = keys.certificate();
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(attributes(certificate))
              .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.pdf()), certificate));
      generator.addCertificates(new JcaCertStore(List.of(certificate)));
      return generator
          .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
          .getEncoded("DER");
    } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
      throw new IllegalStateException(e);
    }
  }

  /** No time here, as PAdES has it in the dictionary of the signature; the certificate's hash. */
  private static CMSAttributeTableGenerator attributes(X509Certificate certificate)
      throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    Attribute bound =
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash))));
    DefaultSignedAttributeTableGenerator generator =
        new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(bound)));
    return parameters -> generator.getAttributes(parameters).remove(CMSAttributes.signingTime);
  }

  /** The document without what was added behind it: the bytes that a bill has without signature. */
  public static byte[] unsigned(byte[] pdf) {
    byte[] end = {'%', '%', 'E', 'O', 'F', '\n'};
    for (int k = 0; k + end.length <= pdf.length; k++) {
      if (java.util.Arrays.equals(pdf, k, k + end.length, end, 0, end.length)) {
        return java.util.Arrays.copyOf(pdf, k + end.length);
      }
    }
    return pdf;
  }
}
