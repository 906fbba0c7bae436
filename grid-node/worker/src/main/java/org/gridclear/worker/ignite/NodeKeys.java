package org.gridclear.worker.ignite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.ignite.ssl.SslContextFactory;

/**
 * The files with which a node proves who it is, as {@code gridclear keys} writes them.
 *
 * @param keyStore PKCS#12 with the node's key and certificate
 * @param trustStore PKCS#12 with the certificate of the grid's authority
 * @param passwordFile text with the password of both
 */
public record NodeKeys(Path keyStore, Path trustStore, Path passwordFile) {
  /**
   * The keys in a folder.
   *
   * @throws IllegalArgumentException if one is missing
   */
  public static NodeKeys in(Path folder) {
    NodeKeys keys =
        new NodeKeys(
            folder.resolve("node.p12"), folder.resolve("trust.p12"), folder.resolve("password"));
    for (Path file : new Path[] {keys.keyStore, keys.trustStore, keys.passwordFile}) {
      if (!Files.isReadable(file)) {
        throw new IllegalArgumentException(
            "%s is missing or cannot be read; make keys with: gridclear keys --out %s"
                .formatted(file, folder));
      }
    }
    return keys;
  }

  /** The password of both stores. */
  public char[] password() {
    try {
      return Files.readString(passwordFile, StandardCharsets.US_ASCII).strip().toCharArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Both sides of a connection show a certificate that the folder's authority has signed. */
  public SslContextFactory tls() {
    SslContextFactory factory = new SslContextFactory();
    factory.setKeyStoreType("PKCS12");
    factory.setKeyStoreFilePath(keyStore.toString());
    factory.setKeyStorePassword(password());
    factory.setTrustStoreType("PKCS12");
    factory.setTrustStoreFilePath(trustStore.toString());
    factory.setTrustStorePassword(password());
    factory.setProtocol("TLS");
    return factory;
  }
}
