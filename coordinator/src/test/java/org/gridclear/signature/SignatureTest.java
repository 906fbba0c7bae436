package org.gridclear.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is signed is verified with what was handed out, and one changed byte is found. */
// Rows: P-10
class SignatureTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-05T00:00:00Z"), ZoneOffset.UTC);

  @TempDir private static Path root;
  @TempDir private Path folder;

  private static SigningKeys keys;
  private static TrustedKeys trusted;
  private static TrustedKeys other;

  @BeforeAll
  static void makeKeys() throws IOException {
    SigningKeys.create(root.resolve("keys"), "Operator, \"North\" #1", CLOCK);
    SigningKeys.create(root.resolve("other"), "Other", CLOCK);
    keys = SigningKeys.read(root.resolve("keys"));
    trusted = TrustedKeys.read(root.resolve("keys"));
    other = TrustedKeys.read(root.resolve("other"));
  }

  @AfterEach
  void unsigned() {
    Signing.forget();
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(1L);
      document.addPage(new PDPage());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void aSignedPdfIsVerifiedAndItsDocumentIsWhatItWas() throws IOException {
    byte[] plain = pdf();
    byte[] signed = PdfSigning.sign(keys, plain, CLOCK.instant(), "Settlement bill B1");
    assertEquals(List.of(), PdfCheck.of(signed, trusted));
    assertArrayEquals(plain, PdfSigning.unsigned(signed));
    assertArrayEquals(plain, PdfSigning.unsigned(plain));
    assertArrayEquals(signed, PdfSigning.sign(keys, plain, CLOCK.instant(), "Settlement bill B1"));
    assertEquals(1, PdfCheck.of(plain, trusted).size());
    assertTrue(PdfCheck.of(signed, other).get(0).contains("another certificate"));
    assertTrue(PdfCheck.of(new byte[] {1, 2}, trusted).get(0).contains("cannot be read"));
  }

  @Test
  void aChangedByteOfASignedPdfIsFoundWhereverItIs() throws IOException {
    byte[] signed = PdfSigning.sign(keys, pdf(), CLOCK.instant(), "r");
    int step = signed.length / 60;
    for (int at = 10; at < signed.length; at += step) {
      byte[] changed = signed.clone();
      changed[at] ^= 1;
      assertFalse(PdfCheck.of(changed, trusted).isEmpty(), "byte " + at);
    }
    byte[] longer = Arrays.copyOf(signed, signed.length + 1);
    longer[signed.length] = '\n';
    assertTrue(PdfCheck.of(longer, trusted).get(0).contains("something was added"));
  }

  @Test
  void aFileAndItsSignatureLieSideBySide() throws IOException {
    Path file = Files.writeString(folder.resolve("bills.csv"), "a,1\n");
    assertFalse(DetachedSignature.write(file));
    assertTrue(DetachedSignature.check(file, trusted).get(0).contains("has no signature"));
    Signing.use(keys);
    assertTrue(DetachedSignature.write(file));
    assertEquals(64, Files.size(folder.resolve("bills.csv.sig")));
    assertEquals(List.of(), DetachedSignature.check(file, trusted));
    assertEquals(1, DetachedSignature.check(file, other).size());
    Files.writeString(file, "a,2\n");
    assertTrue(DetachedSignature.check(file, trusted).get(0).contains("not what was signed"));
    Files.write(folder.resolve("bills.csv.sig"), new byte[3]);
    assertEquals(1, DetachedSignature.check(file, trusted).size());
  }

  @Test
  void aListBindsFilesThatAreHandedOutTogether() throws IOException {
    Files.writeString(folder.resolve("a.json"), "{}");
    Files.writeString(folder.resolve("b.csv"), "1");
    SignedList.write(folder, "m", List.of("a.json", "b.csv"));
    assertFalse(Files.exists(folder.resolve("m.sha256")));
    Signing.use(keys);
    SignedList.write(folder, "m", List.of("a.json", "b.csv"));
    Path list = folder.resolve("m.sha256");
    assertEquals(List.of(), SignedList.check(list, trusted));
    Files.writeString(folder.resolve("b.csv"), "2");
    Files.delete(folder.resolve("a.json"));
    String found = String.join("; ", SignedList.check(list, trusted));
    assertTrue(found.contains("a.json is gone") && found.contains("b.csv is not what"), found);
    Files.writeString(list, "no hash\n");
    assertEquals(2, SignedList.check(list, trusted).size());
  }

  private static String refused(Path keys) {
    return assertThrows(IllegalArgumentException.class, () -> SigningKeys.read(keys)).getMessage();
  }

  private Path copied() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    for (String name : List.of("signing.key", "signing.pem", "certificate.pem")) {
      Files.copy(
          root.resolve("keys").resolve(name),
          copy.resolve(name),
          java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }
    return copy;
  }

  @Test
  void keysThatAreOpenDamagedOrOfAnotherAreRefusedWithTheReason() throws IOException {
    assertTrue(refused(folder).contains("gridclear keys signing"));
    Path copy = copied();
    SigningKeys.read(copy);
    Path secret = copy.resolve("signing.key");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
    assertTrue(refused(copy).contains("chmod 600"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    for (String name : List.of("signing.pem", "certificate.pem")) {
      byte[] before = Files.readAllBytes(copy.resolve(name));
      Files.write(copy.resolve(name), Files.readAllBytes(root.resolve("other").resolve(name)));
      assertTrue(refused(copy).contains("is not of the keys"), name);
      Files.writeString(copy.resolve(name), "nothing");
      assertTrue(refused(copy).contains(name), name);
      Files.write(copy.resolve(name), before);
    }
    Files.writeString(secret, "nothing");
    assertTrue(refused(copy).contains("two keys"));
    assertThrows(IllegalArgumentException.class, () -> SigningKeys.create(copy, "again", CLOCK));
  }
}
