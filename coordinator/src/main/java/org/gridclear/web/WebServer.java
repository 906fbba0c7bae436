package org.gridclear.web;

import java.nio.file.Path;
import java.util.Map;
import org.gridclear.run.StudyRuns;
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
   */
  public static WebServer start(StudyRuns runs, String host, int port, Path cases) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Application.class)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties(
                Map.of(
                    "server.address", host,
                    "server.port", port,
                    "server.shutdown", "immediate",
                    "spring.main.keep-alive", "false",
                    "spring.mvc.async.request-timeout", "-1",
                    "server.tomcat.max-http-form-post-size", "16MB",
                    "springdoc.api-docs.path", "/api/v1/openapi"))
            .initializers(
                application -> {
                  GenericApplicationContext generic = (GenericApplicationContext) application;
                  generic.registerBean(StudyRuns.class, () -> runs);
                  generic.registerBean(CaseFolder.class, () -> new CaseFolder(cases));
                })
            .run();
    return new WebServer(context);
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
