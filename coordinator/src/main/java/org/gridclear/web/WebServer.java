package org.gridclear.web;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.gridclear.account.Face;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.GridMembers;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.face.Door;
import org.gridclear.web.face.FaceDoors;
import org.gridclear.web.face.Faces;
import org.gridclear.web.market.ServedMarket;
import org.gridclear.web.settlement.OpenCloses;
import org.gridclear.worker.ignite.NodeKeys;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The HTTP side of a coordinator. */
public final class WebServer implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private WebServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** What Spring scans: this package only. */
  @SpringBootApplication
  static class Application {}

  /**
   * Starts serving.
   *
   * @param runs takes the studies
   * @param host address to bind to
   * @param port port, 0 for a free one
   * @param cases folder of base files
   * @param security who may call
   */
  public static WebServer start(
      StudyRuns runs, String host, int port, Path cases, ServerSecurity security) {
    return start(runs, host, port, cases, security, ServedMarket.NONE);
  }

  /**
   * Starts serving, a market among the rest.
   *
   * @param runs takes the studies
   * @param host address to bind to
   * @param port port, 0 for a free one
   * @param cases folder of base files
   * @param security who may call
   * @param market the market that is served; stays open when the server is closed
   */
  public static WebServer start(
      StudyRuns runs,
      String host,
      int port,
      Path cases,
      ServerSecurity security,
      ServedMarket market) {
    return start(runs, host, port, cases, security, market, GridMembers.NONE);
  }

  /**
   * Starts serving, a market among the rest, with what an operator asks of the grid.
   *
   * @param runs takes the studies
   * @param host address to bind to
   * @param port port, 0 for a free one
   * @param cases folder of base files
   * @param security who may call
   * @param market the market that is served; stays open when the server is closed
   * @param members members of the grid
   */
  public static WebServer start(
      StudyRuns runs,
      String host,
      int port,
      Path cases,
      ServerSecurity security,
      ServedMarket market,
      GridMembers members) {
    return start(runs, host, port, cases, security, market, members, Faces.none());
  }

  /**
   * Starts serving faces, each at a port of its own.
   *
   * @param runs takes the studies
   * @param host address to bind to where there are no faces
   * @param port port where there are no faces, 0 for a free one
   * @param cases folder of base files
   * @param security who may call
   * @param market the market that is served; stays open when the server is closed
   * @param members members of the grid
   * @param faces the faces; none to answer all calls at one port
   */
  public static WebServer start(
      StudyRuns runs,
      String host,
      int port,
      Path cases,
      ServerSecurity security,
      ServedMarket market,
      GridMembers members,
      Faces faces) {
    return start(runs, host, port, cases, security, market, members, faces, Clock.systemUTC());
  }

  /**
   * Starts serving by a clock of its own, for months that pass in minutes.
   *
   * @param runs takes the studies
   * @param host address to bind to where there are no faces
   * @param port port where there are no faces, 0 for a free one
   * @param cases folder of base files
   * @param security who may call
   * @param market the market that is served; stays open when the server is closed
   * @param members members of the grid
   * @param faces the faces; none to answer all calls at one port
   * @param clock what time it is in the settlement process
   */
  public static WebServer start(
      StudyRuns runs,
      String host,
      int port,
      Path cases,
      ServerSecurity security,
      ServedMarket market,
      GridMembers members,
      Faces faces,
      Clock clock) {
    Door first = faces.isEmpty() ? new Door(Face.OPERATOR, host, port) : faces.doors().get(0);
    Map<String, Object> properties =
        new HashMap<>(
            Map.of(
                "server.address", first.host(),
                "server.port", first.port(),
                "server.shutdown", "immediate",
                "spring.main.keep-alive", "false",
                "spring.mvc.async.request-timeout", "-1",
                "server.error.include-message", "always",
                "server.compression.enabled", "true",
                // Bodies that are refused are read to here, so that the client hears why.
                "server.tomcat.max-swallow-size", "32MB",
                "springdoc.api-docs.path", "/api/v1/openapi"));
    if (security.keys() != null) {
      NodeKeys keys = NodeKeys.in(security.keys());
      properties.put("server.ssl.key-store", keys.keyStore().toUri().toString());
      properties.put("server.ssl.key-store-type", "PKCS12");
      properties.put("server.ssl.key-store-password", new String(keys.password()));
      properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
    }
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Application.class)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties(properties)
            .initializers(
                application -> {
                  GenericApplicationContext generic = (GenericApplicationContext) application;
                  generic.registerBean(
                      StudyRuns.class, () -> runs, bean -> bean.setDestroyMethodName(""));
                  generic.registerBean(ServerSecurity.class, () -> security);
                  generic.registerBean(GridMembers.class, () -> members);
                  generic.registerBean(Clock.class, () -> clock);
                  generic.registerBean(
                      ServedMarket.class, () -> market, bean -> bean.setDestroyMethodName(""));
                  generic.registerBean(SafetyMetrics.class, () -> safety(security, cases, market));
                  generic.registerBean(Faces.class, () -> faces);
                  generic.registerBean(
                      FaceDoors.class, () -> new FaceDoors(faces, security.keys()));
                  generic.registerBean(CaseFolder.class, () -> new CaseFolder(cases));
                  generic.registerBean(
                      OpenCloses.class, () -> new OpenCloses(cases.resolve("runs")));
                })
            .run();
    faces.started(FaceDoors.ports(((WebServerApplicationContext) context).getWebServer()));
    return new WebServer(context);
  }

  private static SafetyMetrics safety(ServerSecurity security, Path cases, ServedMarket market) {
    Map<String, Path> folders = new HashMap<>(Map.of("cases", cases));
    market.served().ifPresent(open -> folders.put("market", open.path()));
    if (security.closed()) {
      folders.put("security", security.log().folder());
    }
    return new SafetyMetrics(security.log(), security.keys(), folders, Clock.systemUTC());
  }

  /** The port that is served. */
  public int port() {
    return ((WebServerApplicationContext) context).getWebServer().getPort();
  }

  @Override
  public void close() {
    context.close();
  }
}
