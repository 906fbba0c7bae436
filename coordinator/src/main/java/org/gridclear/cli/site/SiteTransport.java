package org.gridclear.cli.site;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
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
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;
import org.gridclear.site.SiteDoor;
import org.gridclear.worker.ignite.NodeKeys;
import org.jspecify.annotations.Nullable;

/** How sites talk: over TLS, both with a certificate of the grid's authority, or on one machine. */
final class SiteTransport {
  private SiteTransport() {}

  /**
   * Where the standby site asks.
   *
   * @param keys keys between nodes; null for none
   * @param peer name or address that the certificate of the standby site has; for keys alone
   */
  static SiteDoor door(String host, int port, @Nullable Path keys, String peer) {
    InetSocketAddress at = new InetSocketAddress(host, port);
    try {
      if (keys == null) {
        return new SiteDoor(HttpServer.create(at, 0), call -> {});
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
      return new SiteDoor(server, call -> admit((HttpsExchange) call, peer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A node has a certificate of the same authority, and is no site. */
  private static void admit(HttpsExchange call, String peer) {
    List<String> names = new ArrayList<>();
    try {
      X509Certificate own = (X509Certificate) call.getSSLSession().getPeerCertificates()[0];
      Collection<List<?>> all = own.getSubjectAlternativeNames();
      if (all != null) {
        // Each is a kind and a name.
        all.forEach(each -> names.add(String.valueOf(each.get(1))));
      }
    } catch (SSLPeerUnverifiedException | CertificateParsingException e) {
      throw new IllegalArgumentException("The certificate cannot be read: " + e.getMessage(), e);
    }
    if (names.stream().noneMatch(peer::equalsIgnoreCase)) {
      throw new IllegalArgumentException(
          "The certificate of who asks is of %s; the standby site of this one is %s (serve --site-peer)."
              .formatted(names.isEmpty() ? "nobody" : String.join(", ", names), peer));
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
