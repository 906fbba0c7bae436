package org.gridclear.web;

import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.account.AuditLog;
import org.gridclear.account.Face;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.GridMembers;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.face.Door;
import org.gridclear.web.face.FaceDoors;
import org.gridclear.web.face.Faces;
import org.gridclear.web.market.ServedMarket;
import org.gridclear.web.metrics.SafetyMetrics;
import org.gridclear.web.settlement.OpenCloses;
import org.gridclear.web.study.CaseFolder;
import org.gridclear.worker.ignite.NodeKeys;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
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
   * What a server of studies at a free port of this machine begins with; the rest is added.
   *
   * @param runs takes the studies
   * @param cases folder of base files
   * @param security who may call
   */
  public static Parts of(StudyRuns runs, Path cases, ServerSecurity security) {
    return new Parts(runs, cases, security);
  }

  static WebServer start(Parts parts) {
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(Application.class)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties(properties(parts))
            .initializers(context -> parts.register((GenericApplicationContext) context));
    try {
      return new WebServer(application.run());
    } catch (ApplicationContextException e) {
      throw unless(e, parts.first());
    }
  }

  /** What is said of an address that somebody else has; else the failure itself. */
  private static RuntimeException unless(ApplicationContextException failure, Door door) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        String text = "Nothing can listen at %s:%d (%s). Stop what does, or give another --port.";
        return new IllegalArgumentException(
            text.formatted(door.host(), door.port(), cause.getMessage()), failure);
      }
    }
    return failure;
  }

  private static Map<String, Object> properties(Parts parts) {
    Door first = parts.first();
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
    if (parts.security().keys() != null) {
      NodeKeys keys = NodeKeys.in(parts.security().keys());
      properties.put("server.ssl.key-store", keys.keyStore().toUri().toString());
      properties.put("server.ssl.key-store-type", "PKCS12");
      properties.put("server.ssl.key-store-password", new String(keys.password()));
      properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
    }
    return properties;
  }

  /** The ports of all its doors, in their order. */
  List<Integer> ports() {
    return FaceDoors.ports(server());
  }

  /** The port that is served. */
  public int port() {
    return server().getPort();
  }

  private org.springframework.boot.web.server.WebServer server() {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
  }

  @Override
  public void close() {
    context.close();
  }

  /**
   * What a server is made of: at first studies alone, at a free port of this machine. For one
   * thread.
   */
  public static final class Parts {
    private final StudyRuns runs;
    private final Path cases;
    private final ServerSecurity security;
    private String host = "127.0.0.1";
    private int port;
    private ServedMarket market = ServedMarket.NONE;
    private GridMembers members = GridMembers.NONE;
    private Faces faces = Faces.none();
    private Clock clock = Clock.systemUTC();

    Parts(StudyRuns runs, Path cases, ServerSecurity security) {
      this.runs = runs;
      this.cases = cases;
      this.security = security;
    }

    /** It answers at this address where there are no faces; port 0 is a free one. */
    public Parts at(String boundTo, int atPort) {
      host = boundTo;
      port = atPort;
      return this;
    }

    /** It serves a market, which stays open when the server is closed. */
    public Parts market(ServedMarket served) {
      market = served;
      return this;
    }

    /** It shows these members of the grid, and does what an operator asks of them. */
    public Parts members(GridMembers shown) {
      members = shown;
      return this;
    }

    /** It serves faces, each at a port of its own; without any it answers all calls at one port. */
    public Parts faces(Faces served) {
      faces = served;
      return this;
    }

    /** What time it is in the settlement process, for months that pass in minutes. */
    public Parts clock(Clock own) {
      clock = own;
      return this;
    }

    /** Starts serving. */
    public WebServer start() {
      WebServer server = WebServer.start(this);
      faces.started(server.ports());
      return server;
    }

    /** The door of the first port. */
    Door first() {
      return faces.isEmpty() ? new Door(Face.OPERATOR, host, port) : faces.doors().get(0);
    }

    ServerSecurity security() {
      return security;
    }

    /** Gives them to the server's calls. */
    void register(GenericApplicationContext context) {
      context.registerBean(StudyRuns.class, () -> runs, bean -> bean.setDestroyMethodName(""));
      context.registerBean(ServerSecurity.class, () -> security);
      context.registerBean(GridMembers.class, () -> members);
      context.registerBean(Clock.class, () -> clock);
      context.registerBean(ServedMarket.class, () -> market, bean -> bean.setDestroyMethodName(""));
      context.registerBean(SafetyMetrics.class, this::safety);
      context.registerBean(Faces.class, () -> faces);
      context.registerBean(FaceDoors.class, () -> new FaceDoors(faces, security.keys()));
      context.registerBean(CaseFolder.class, () -> new CaseFolder(cases));
      context.registerBean(OpenCloses.class, () -> new OpenCloses(cases.resolve("runs")));
    }

    private SafetyMetrics safety() {
      Map<String, Path> folders = new HashMap<>(Map.of("cases", cases));
      market.served().ifPresent(open -> folders.put("market", open.path()));
      AuditLog log = security.closed() ? security.log() : null;
      if (log != null) {
        folders.put("security", log.folder());
      }
      return new SafetyMetrics(log, security.keys(), folders, Clock.systemUTC());
    }
  }
}
