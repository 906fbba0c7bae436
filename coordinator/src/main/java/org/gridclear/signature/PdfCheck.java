package org.gridclear.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** Whether the signature of a PDF is good, of the whole file, and of whom it should be. */
public final class PdfCheck {
  private PdfCheck() {}

  /** What is wrong with it; empty if nothing is. */
  public static List<String> of(byte[] pdf, TrustedKeys trusted) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<PDSignature> all = document.getSignatureDictionaries();
      return all.size() == 1
          ? check(all.get(0), pdf, trusted)
          : List.of("it has %d signatures, one is needed".formatted(all.size()));
    } catch (IOException e) {
      return List.of("it cannot be read as PDF: " + e.getMessage());
    } catch (CMSSignerDigestMismatchException e) {
      return List.of("its content is not what was signed");
    } catch (IllegalArgumentException | CMSException | OperatorCreationException e) {
      return List.of("its signature cannot be read: " + e.getMessage());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> check(PDSignature signature, byte[] pdf, TrustedKeys trusted)
      throws IOException, CMSException, OperatorCreationException, CertificateEncodingException {
    int[] range = signature.getByteRange();
    byte[] contents = signature.getContents(pdf);
    if (range.length != 4
        || range[0] != 0
        || range[2] + range[3] != pdf.length
        || range[2] - range[1] != 2 * contents.length + 2) {
      return List.of("its signature is not of the whole file; something was added to it");
    }
    byte[] signed = Arrays.copyOf(pdf, range[1] + range[3]);
    System.arraycopy(pdf, range[2], signed, range[1], range[3]);
    CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(signed), contents);
    byte[] whole = Arrays.copyOf(cms.getEncoded("DER"), contents.length);
    X509CertificateHolder own = new X509CertificateHolder(trusted.certificate().getEncoded());
    List<SignerInformation> signers = List.copyOf(cms.getSignerInfos().getSigners());
    if (signers.size() != 1 || !signers.get(0).getSID().match(own)) {
      return List.of("it is signed with another certificate than the one that was handed out");
    }
    String written = new String(pdf, range[1], range[2] - range[1], StandardCharsets.ISO_8859_1);
    if (!Arrays.equals(whole, contents)
        || !written.equals("<" + HexFormat.of().withUpperCase().formatHex(contents) + ">")
        || !List.of(own).equals(List.copyOf(cms.getCertificates().getMatches(null)))) {
      return List.of("its signature was changed");
    }
    boolean good =
        signers
            .get(0)
            .verify(new JcaSimpleSignerInfoVerifierBuilder().build(trusted.certificate()));
    return good ? List.of() : List.of("its signature is not by the holder of the certificate");
  }
}
