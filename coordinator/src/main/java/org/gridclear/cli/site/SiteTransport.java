package org.gridclear.cli.site;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.gridclear.worker.ignite.NodeKeys;

/** How sites talk: over TLS, both with a certificate of the grid's authority, or on one machine. */
final class SiteTransport {
  private SiteTransport() {}

  /**
   * Where followers ask.
   *
   * @param keys keys between nodes; null for none
   */
  static HttpServer server(String host, int port, Path keys) {
    InetSocketAddress at = new InetSocketAddress(host, port);
    try {
      if (keys == null) {
        return HttpServer.create(at, 0);
      }
      HttpsServer server = HttpsServer.create(at, 0);
      server.setHttpsConfigurator(
          new HttpsConfigurator(context(keys)) {
            @Override
            public void configure(HttpsParameters parameters) {
              SSLParameters both = getSSLContext().getDefaultSSLParameters();
              both.setNeedClientAuth(true);
              parameters.setSSLParameters(both);
            }
          });
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a follower asks. */
  static HttpClient.Builder client(Path keys) {
    HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    return keys == null ? client : client.sslContext(context(keys));
  }

  private static SSLContext context(Path folder) {
    NodeKeys keys = NodeKeys.in(folder);
    try {
      KeyManagerFactory own =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      own.init(store(keys.keyStore(), keys), keys.password());
      TrustManagerFactory others =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      others.init(store(keys.trustStore(), keys));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own.getKeyManagers(), others.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "The keys in %s cannot be used: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static KeyStore store(Path file, NodeKeys keys)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, keys.password());
    }
    return store;
  }
}
