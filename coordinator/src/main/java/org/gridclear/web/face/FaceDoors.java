package org.gridclear.web.face;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.gridclear.worker.ignite.NodeKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Opens the ports of all faces but the first, which is that of the server itself. */
public final class FaceDoors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final int SWALLOW_BYTES = 32 << 20;

  private final List<Door> doors;
  private final @Nullable Path keys;

  /**
   * Doors of faces.
   *
   * @param keys folder with key and certificate of the server; null for plain HTTP
   */
  public FaceDoors(Faces faces, @Nullable Path keys) {
    this.doors = faces.doors();
    this.keys = keys;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    for (int k = 1; k < doors.size(); k++) {
      factory.addAdditionalConnectors(connector(doors.get(k)));
    }
  }

  private Connector connector(Door door) {
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(door.port());
    AbstractHttp11Protocol<?> protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
    try {
      protocol.setAddress(InetAddress.getByName(door.host()));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("There is no host %s.".formatted(door.host()), e);
    }
    protocol.setMaxSwallowSize(SWALLOW_BYTES);
    protocol.setCompression("on");
    if (keys != null) {
      connector.setSecure(true);
      connector.setScheme("https");
      protocol.setSSLEnabled(true);
      connector.addSslHostConfig(tls(NodeKeys.in(keys)));
    }
    return connector;
  }

  private static SSLHostConfig tls(NodeKeys keys) {
    SSLHostConfig config = new SSLHostConfig();
    config.setProtocols("TLSv1.2+TLSv1.3");
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(config, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setCertificateKeystoreFile(keys.keyStore().toAbsolutePath().toString());
    certificate.setCertificateKeystoreType("PKCS12");
    certificate.setCertificateKeystorePassword(new String(keys.password()));
    config.addCertificate(certificate);
    return config;
  }

  /** The ports of a server that has started, its own first. */
  public static List<Integer> ports(WebServer server) {
    return java.util.Arrays.stream(
            ((TomcatWebServer) server).getTomcat().getService().findConnectors())
        .map(Connector::getLocalPort)
        .toList();
  }
}
